"""Differences between two scenarios: what players meet, whom it concerns, and nothing of the layout of files."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from exercise.authoring.describe import as_text
from exercise.authoring.differences import (
    Change,
    Difference,
    as_json,
    differences,
    differences_in_words,
    opened,
)
from exercise.catalogue import Catalogue
from exercise.engine.program import Program
from exercise.errors import LibraryError, ScenarioError
from exercise.library.places import open_library
from tests.support.packs import tiny_packing
from tests.support.shipped import program_of
from tests.support.tiny import FILES, only, tiny_program, write_library

HEAD = "scenarios/tiny/scenario.yaml"
INJECTS = "scenarios/tiny/injects.yaml"
MEASURES = "scenarios/models/tiny-model/measures.yaml"
MODEL = "scenarios/models/tiny-model/model.yaml"
RULES = "scenarios/models/tiny-model/rules.yaml"
AGREEMENTS = "scenarios/models/tiny-model/agreements.yaml"
QUANTITIES = "scenarios/models/tiny-model/quantities.yaml"
DERIVED = "scenarios/models/tiny-model/derived.yaml"
AID_BODY = "roles/aid_body.yaml"
RUMOUR = FILES[INJECTS][FILES[INJECTS].index("rumour:") : FILES[INJECTS].index("relief:")]


@pytest.fixture(autouse=True)
def strict_catalogue() -> Iterator[None]:
    Catalogue.strict = True
    yield
    Catalogue.strict = False


def changed(*edits: tuple[str, str, str]) -> Program:
    """Return the tiny scenario with texts of its files replaced."""
    with tempfile.TemporaryDirectory() as folder:
        root = write_library(Path(folder).resolve())
        for file, old, new in edits:
            path = root / file
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")
        return opened("tiny", only(root))


def found(*edits: tuple[str, str, str]) -> tuple[Difference, ...]:
    return differences(tiny_program(), changed(*edits))


def change(*edits: tuple[str, str, str]) -> tuple[str, tuple[str, ...], tuple[Change, ...]]:
    """Return section, whom it concerns, and changes of the one difference there is."""
    (one,) = found(*edits)
    assert one.kind == "changed"
    return one.section, one.concerns, one.changes


def test_a_file_that_was_only_laid_out_otherwise_differs_in_nothing() -> None:
    text = FILES[INJECTS]
    first, rest = text[: text.index("rumour:")], text[text.index("rumour:") :]
    assert found(
        (INJECTS, text, f"# A comment.\n\n{rest}\n{first}".replace("title: A rumour", 'title: "A rumour"')),
        (HEAD, "states: [rivermark, highvale]", "states:\n  - rivermark\n  - highvale"),
        (HEAD, "text: See what preparation buys.", "text: >-\n      See what\n      preparation buys."),
    ) == ()  # fmt: skip


def test_what_only_has_another_name_in_the_files_is_the_same_to_players() -> None:
    assert found((RULES, "readiness_calms", "readiness_calms")) == ()
    renamed = (INJECTS, "relief:", "relief_comes:")
    assert found(renamed) == ()


def test_sources_and_bots_are_nothing_that_players_meet() -> None:
    assert found((INJECTS, "source: design value", "source: A report, page 4")) == ()
    assert found((AID_BODY, "asylum_access: 4", "asylum_access: 2")) == ()


def test_the_turn_of_an_inject_concerns_everybody_who_gets_it() -> None:
    later = (INJECTS, "kind: scheduled\n  turn: 1", "kind: scheduled\n  turn: 2")
    wanted = (Change("when", "It comes in turn 1.", "It comes in turn 2."),)
    assert change(later) == ("injects", (), wanted)
    threshold = (INJECTS, "preparedness[rivermark] < 60", "preparedness[rivermark] < 45")
    section, concerns, (told,) = change(threshold)
    assert (section, concerns) == ("injects", ("rivermark",))
    assert "below 60" in told.before
    assert "below 45" in told.after


def test_a_private_line_concerns_its_reader_alone() -> None:
    section, concerns, changes = change((INJECTS, "forty families", "ten families"))
    assert (section, concerns) == ("injects", ("aid_body",))
    assert changes == (
        Change(
            "private aid_body",
            removed=("Aid body: Your stores hold tents for forty families.",),
            added=("Aid body: Your stores hold tents for ten families.",),
        ),
    )


def test_what_is_expected_concerns_the_facilitator() -> None:
    edit = (INJECTS, "expected: Someone corrects it.", "expected: Nobody repeats it.")
    assert change(edit)[:2] == ("injects", ("facilitator",))


def test_new_and_gone_injects_are_told_with_their_first_sentences() -> None:
    without = (INJECTS, RUMOUR, "")
    calls = (INJECTS, "    - release: rumour\n", "")
    gone = [one for one in found(without, calls) if one.kind == "removed"]
    (one,) = gone
    assert (one.section, one.name, one.title, one.concerns) == (
        "injects", "rumour", "A rumour", ("rivermark",),
    )  # fmt: skip
    assert one.changes[1] == Change("text", before="“A rumour blames the families.”")
    back = [
        one for one in differences(changed(without, calls), tiny_program()) if one.kind == "added"
    ]
    assert [one.name for one in back] == ["rumour"]
    assert back[0].changes[1].after == "“A rumour blames the families.”"


def test_a_new_title_is_told_once_and_not_wherever_it_is_spoken_of() -> None:
    edits = (
        (INJECTS, "title: First families", "title: Early families"),
        (MEASURES, "name: Open shelter", "name: Open shelters"),
    )
    assert {(one.section, one.name, one.changes[0].fact) for one in found(*edits)} == {
        ("injects", "first_families", "title"),
        ("measures", "open_shelter", "title"),
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "section", "concerns", "fact"),
    [
        (MEASURES, "cost: 2", "cost: 3", "measures", (), "cost"),
        (MEASURES, "upkeep: 1", "upkeep: 2", "measures", ("rivermark",), "cost"),
        (MEASURES, "by: high\n    - change: asylum", "by: low\n    - change: asylum", "measures", (), "yields"),
        (MEASURES, "preparedness[host] >= 10", "preparedness[host] >= 12", "measures", ("aid_body",), "condition"),
        (RULES, "insecurity > 30", "insecurity > 35", "rules", (), "when"),
        (RULES, "by: 4", "by: 5", "rules", (), "then"),
        (AGREEMENTS, "decision: all_parties", "decision: majority", "agreements", (), "decision"),
        (AGREEMENTS, "Places are shared.", "All places are shared.", "agreements", (), "clause shared_places"),
        (HEAD, "turn_length: one quarter", "turn_length: one month", "about", (), "turns"),
        (HEAD, "Pay for shelter, or keep the money.", "Pay or wait.", "roles", ("aid_body",), "dilemma"),
        (AID_BODY, "income: 3", "income: 4", "roles", ("aid_body",), "means"),
        (QUANTITIES, "start: 60", "start: 61", "starts", (), "value"),
        (HEAD, "insecurity: 40", "insecurity: 44", "starts", (), "value"),
        (MODEL, "thresholds: [20, 45, 65, 85]", "thresholds: [20, 45, 65, 80]", "model", (), "levels"),
        (DERIVED, "cohesion: 2", "cohesion: 3", "model", (), "derived security"),
        (MODEL, "restrictive: 30", "restrictive: 35", "model", (), "fit displacement"),
    ],
)  # fmt: skip
def test_what_changes_is_told_where_it_belongs_and_for_whom(
    file: str, old: str, new: str, section: str, concerns: tuple[str, ...], fact: str
) -> None:
    told = found((file, old, new))
    assert {(one.section, one.concerns) for one in told} == {(section, concerns)}
    assert fact in {change.fact for one in told for change in one.changes}


def test_a_value_is_told_before_and_after() -> None:
    (one,) = found((HEAD, "insecurity: 40", "insecurity: 44"))
    assert (one.title, one.changes) == (
        "insecurity in the north", (Change("value", "40", "44"),),
    )  # fmt: skip


def test_in_words_everybody_comes_first() -> None:
    after = changed(
        (INJECTS, "forty families", "ten families"), (INJECTS, "turn: 1", "turn: 2"),
    )  # fmt: skip
    told = differences_in_words(differences(tiny_program(), after), after, ("a", "b"))
    assert as_text(told) == (
        "What differs for players between a and b\n"
        "========================================\n"
        "\n\nFOR EVERYBODY\n"
        "\n  One difference.\n"
        "\n  Changed inject: First families\n"
        "    - before: It comes in turn 1.\n"
        "    - now: It comes in turn 2.\n"
        "\n\nFOR AID BODY\n"
        "\n  One difference.\n"
        "\n  Changed inject: First families\n"
        "    - before: Aid body: Your stores hold tents for forty families.\n"
        "    - now: Aid body: Your stores hold tents for ten families.\n"
    )


def test_as_data_it_says_the_same() -> None:
    after = changed((INJECTS, "turn: 1", "turn: 2"))
    data = json.loads(as_json(differences(tiny_program(), after), ("a", "b")))
    assert (data["format"], data["same"], data["before"], data["after"]) == (1, False, "a", "b")
    assert data["differences"] == [
        {
            "kind": "changed",
            "section": "injects",
            "name": "first_families",
            "title": "First families",
            "concerns": [],
            "changes": [
                {
                    "fact": "when",
                    "before": "It comes in turn 1.",
                    "after": "It comes in turn 2.",
                    "removed": [],
                    "added": [],
                }
            ],
        }
    ]


@pytest.mark.parametrize("name", ["first-steps", "full-conference"])
def test_no_scenario_differs_from_itself(name: str) -> None:
    program = program_of(name)
    assert differences(program, program, "ru") == ()


def test_two_different_scenarios_can_be_compared_in_both_directions() -> None:
    first, other = program_of("first-steps"), program_of("full-conference")
    there, back = differences(first, other), differences(other, first)
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    assert {(one.section, one.name, one.kind) for one in there} == {
        (one.section, one.name, opposite[one.kind]) for one in back
    }


def test_a_version_may_lie_in_a_folder_of_another_name(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    (root / "scenarios" / "tiny").rename(root / "scenarios" / "old-tiny")
    program = opened(str(root / "scenarios" / "old-tiny"), only(root))
    assert differences(program, tiny_program()) == ()


def test_a_version_may_lie_in_a_pack_and_is_added_to_no_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    pack = tmp_path / "tiny.scenario"
    pack.write_bytes(tiny_packing().data)
    assert differences(opened(str(pack), open_library([])), tiny_program()) == ()
    assert not (tmp_path / "data").exists()


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    with pytest.raises(LibraryError, match="Did you mean 'tiny'"):
        opened("tinny", only(root))
    head = root / HEAD
    head.write_text(FILES[HEAD].replace("turns: 3", "turns: three"), encoding="utf-8")
    with pytest.raises(ScenarioError):
        opened("tiny", only(root))
