"""What a designer reads when cases fail: where, expected against got, and what made the number."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exercise.authoring.case_report import Wishes
from exercise.errors import ExerciseError
from tests.support.told_cases import tell

WRONG_NUMBER = """\
cases:
  - name: Shelter makes very ready
    refs: [C-09]
    when:
      - turn: 1
        responses:
          rivermark: [{measure: open_shelter, target: rivermark, inject: first_families}]
    then:
      - {after: 1, slot: 'preparedness[rivermark]', at_least: 90}
      - {after: 1, slot: 'preparedness[rivermark]', band: good}
"""


def test_a_wrong_number_is_told_with_its_place_and_the_rows_that_made_it(tmp_path: Path) -> None:
    code, told = tell(tmp_path, WRONG_NUMBER)
    assert code == 1
    assert told[:5] == [
        "cases.yaml:3:11: failed: Shelter makes very ready",
        "  cases.yaml:10:63: preparedness[rivermark] after turn 1",
        "    expected at least 90",
        "    got      20.72",
        "      why: 20 at StartEx, moved by +0.72",
    ]
    assert told[5].startswith(
        "         +0.72  measure open_shelter, turn 1: Rivermark: Open shelter ("
    )
    assert told[5].endswith("[design value]")


def test_only_the_first_wrong_number_is_explained(tmp_path: Path) -> None:
    _, told = tell(tmp_path, WRONG_NUMBER)
    assert sum("at StartEx" in line for line in told) == 1
    assert told[-4:] == [
        "  cases.yaml:11:59: preparedness[rivermark] after turn 1",
        "    expected 'good'",
        "    got      'low' (20.72)",
        "0 passed, 1 failed",
    ]


def one(then: str, when: str = "[]") -> str:
    """A file with one case that expects one thing."""
    return f"cases:\n  - name: One\n    when: {when}\n    then:\n      - {then}\n"


CLOSED = "[{turn: 1, responses: {rivermark: [{measure: close_crossing}]}}]"
SILENT = [
    (
        "{after: 1, slot: 'cohesion[rivermark]', row_by: closing_feeds_smugglers}",
        "cohesion[rivermark], row by closing_feeds_smugglers after turn 1",
        "a row",
        "none",
        "silent: rule closing_feeds_smugglers[s=rivermark], turn 1:"
        " 'in_force(close_crossing, rivermark, any)' is false",
    ),
    (
        "{after: 1, slot: 'cohesion[rivermark]', row_by: open_shelter}",
        "cohesion[rivermark], row by open_shelter after turn 1",
        "a row",
        "none",
        "why: nobody used open_shelter",
    ),
    (
        "{after: 1, slot: 'cohesion[rivermark]', row_by: river_pact}",
        "cohesion[rivermark], row by river_pact after turn 1",
        "a row",
        "none",
        "why: agreement river_pact was not adopted",
    ),
    (
        "{after: 1, fired: [rumour]}",
        "inject rumour after turn 1",
        "released",
        "not released",
        "why: conditional inject rumour comes in turn 2 at the earliest",
    ),
    (
        "{after: 2, fired: [relief]}",
        "inject relief after turn 2",
        "released",
        "not released",
        "why: contingency inject relief was not armed, and no effect called for it",
    ),
    (
        "{after: 2, not_fired: [rumour]}",
        "inject rumour after turn 2",
        "not released",
        "released in turn 2",
        "why: it was released in turn 2",
    ),
    (
        "{after: 1, holds: 'turn >= 1 and preparedness[rivermark] > 40'}",
        "'turn >= 1 and preparedness[rivermark] > 40' after turn 1",
        "true",
        "false",
        "why: 'preparedness[rivermark] > 40' is false: preparedness[rivermark] 20",
    ),
]


@pytest.mark.parametrize(("then", "what", "expected", "got", "why"), SILENT)
def test_what_did_not_happen_is_told_with_what_kept_it(
    tmp_path: Path, then: str, what: str, expected: str, got: str, why: str
) -> None:
    code, told = tell(tmp_path, one(then))
    assert code == 1
    assert told[1].partition(": ")[2] == what
    assert told[2:5] == [f"    expected {expected}", f"    got      {got}", f"      {why}"]


@pytest.mark.parametrize(
    ("then", "got"),
    [
        ("{after: 1, slot: rights, between: [60, 70]}", "48.2"),
        ("{after: 1, slot: 'border_control[rivermark]', arrow: up}", "flat (0.4)"),
        ("{after: 1, red_lines: [unscreened_return]}", None),
        ("{after: 1, no_red_lines: [unscreened_return]}", "crossed in turn 1 by rule closing_feeds_smugglers"),
        ("{after: 1, adopted: [river_pact]}", "not adopted"),
        ("{after: 1, in_force: [river_pact.shared_places]}", "none of it in force"),
        ("{after: 1, role: aid_body, may: [close_crossing]}", "not before this seat"),
        ("{after: 1, role: rivermark, may: [close_crossing]}", "refused: already_chosen"),
        ("{after: 1, role: rivermark, refusal: {open_shelter: made_void}}", "available"),
        ("{after: 1, role: rivermark, sees: [forty families]}", "in no text of this seat"),
        (
            "{after: 1, role: aid_body, sees_not: [forty families]}",
            "seen in: Your stores hold tents for forty families.",
        ),
        ("{after: 1, role: rivermark, reads_not: ['preparedness[rivermark]']}", "low"),
        ("{after: 1, role: aid_body, reads: {'arrivals[rivermark]': '20'}}", "nothing of it"),
        ("{after: 9, slot: rights, at_least: 1}", "there is no outcome of turn 9 in this scenario"),
    ],
)  # fmt: skip
def test_expected_against_got(tmp_path: Path, then: str, got: str | None) -> None:
    code, told = tell(tmp_path, one(then, CLOSED))
    if got is None:
        assert (code, told) == (0, ["1 passed, 0 failed"])
        return
    assert (code, told[3]) == (1, f"    got      {got}")


def test_a_step_that_is_refused_is_told_at_its_place_in_the_plan(tmp_path: Path) -> None:
    cases = (
        "plans:\n  wrong:\n    - turn: 1\n      responses:\n"
        "        aid_body: [{measure: close_crossing}]\n"
        "cases:\n  - name: One\n    when: wrong\n    then: [{slot: rights, at_least: 1}]\n"
    )
    code, told = tell(tmp_path, cases)
    assert code == 1
    assert told[1:4] == [
        "  cases.yaml:6:20: step",
        "    expected what it asks for is carried out",
        "    got      turn 1, decision: aid_body may not respond close_crossing:"
        " This measure is not open to your seat now. (not_offered)",
    ]


def test_a_pair_explains_both_runs(tmp_path: Path) -> None:
    cases = (
        "cases:\n  - name: Pair\n    when: []\n"
        f"    compare_when: {CLOSED}\n"
        "    differs: [{after: 1, slot: 'border_control[rivermark]', at_least: 50}]\n"
    )
    _, told = tell(tmp_path, cases)
    assert told[3] == "    got      0.4 (50 in the first run, 50.4 in the second)"
    assert told[4] == "      first run, why: 50 at StartEx, moved by 0"
    assert told[5] == "      second run, why: 50 at StartEx, moved by +0.4"
    assert "measure close_crossing, turn 1" in told[6]


def test_verbose_tells_passing_cases_with_their_explanation_and_time(tmp_path: Path) -> None:
    cases = WRONG_NUMBER.replace("at_least: 90", "at_least: 9").replace("band: good", "band: low")
    code, told = tell(tmp_path, cases, Wishes(verbose=True))
    assert code == 0
    assert told[0].startswith("cases.yaml:3:11: passed: Shelter makes very ready (")
    assert told[0].endswith(" s)")
    assert sum("at StartEx" in line for line in told) == 2


TWO = one("{slot: rights, at_least: 99}") + (
    "  - name: Two\n    refs: [V-07]\n    when: []\n    then: [{slot: rights, at_least: 98}]\n"
)


def test_words_choose_cases_by_name_and_ref(tmp_path: Path) -> None:
    _, told = tell(tmp_path, TWO, Wishes(words="v-07 two"))
    assert told[0].endswith("failed: Two")
    assert told[-1] == "0 passed, 1 failed"


def test_words_that_no_case_has_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="no case has 'three' in its name or refs"):
        tell(tmp_path, TWO, Wishes(words="three"))


def test_fail_fast_stops_after_the_first_failure(tmp_path: Path) -> None:
    _, told = tell(tmp_path, TWO, Wishes(fail_fast=True))
    assert told[-1] == "0 passed, 1 failed"
    assert len(tell(tmp_path / "all", TWO)[1]) > len(told)


def test_json_has_a_format_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    code, told = tell(tmp_path, TWO, Wishes(format="json"))
    document = json.loads("\n".join(told))
    assert (code, document["format"], document["failed"], document["not_run"]) == (1, 1, 2, 0)
    first = document["cases"][0]
    assert (first["name"], first["file"], first["line"]) == ("One", "cases.yaml", 3)
    assert first["passed"] is False
    (check,) = first["checks"]
    assert (check["expected"], check["got"], check["met"]) == ("at least 99", "50", False)
    assert check["why"][0] == "why: 50 at StartEx, moved by 0"
    assert told == tell(tmp_path / "again", TWO, Wishes(format="json"))[1]


@pytest.mark.parametrize(
    ("then", "message"),
    [
        (
            "{slot: 'preparednes[rivermark]', at_least: 1}",
            "cases.yaml:6:17: error: unknown slot 'preparednes'. Did you mean 'preparedness'?",
        ),
        ("{holds: 'rights ='}", "cases.yaml:6:25: error: use"),
        ("{fails: '('}", "cases.yaml:6:18: error: '('"),
    ],
)
def test_an_expression_that_means_nothing_is_told_at_its_character(
    tmp_path: Path, then: str, message: str
) -> None:
    code, told = tell(tmp_path, one(then))
    assert code == 1
    assert told[0].startswith(message)
    assert told[-1] == "0 passed, 0 failed, 1 scenario not run"


@pytest.mark.parametrize(
    ("given", "got"),
    [
        ("{starts: {preparednes: 3}}", "unknown slot 'preparednes'. Did you mean 'preparedness'?"),
        ("{names: other}", "there is no alias 'other'."),
    ],
)
def test_a_start_that_cannot_be_played_is_told(tmp_path: Path, given: str, got: str) -> None:
    cases = one("{slot: rights, at_least: 1}").replace("when: []", f"given: {given}\n    when: []")
    code, told = tell(tmp_path, cases)
    assert (code, told[1].partition(":")[0]) == (1, "  cases.yaml")
    assert told[3].startswith(f"    got      {got}")
