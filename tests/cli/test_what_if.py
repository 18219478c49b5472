"""exercise whatif: one decision changed, and all of them held against their alternatives."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from exercise import catalogue
from exercise.analysis.change import Change
from exercise.analysis.course import MOVING, Course
from exercise.analysis.impact import Impact, impacts
from exercise.catalogue import Catalogue
from exercise.journal.codec import kind_of
from exercise.report.what_if_words import FOLDER
from tests.cli.conftest import Run

MODEL_SAYS = "What the model says, not what would have happened."
NONE = ("--turn", 1, "--seat", "tajikistan", "--measure", "none")


def answer(run: Run, played: Path, *arguments: object) -> dict[str, Any]:
    ran = run("whatif", played, *arguments, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, Any] = json.loads(ran.out)
    assert found["note"] == MODEL_SAYS
    assert found["unit"] == "hundredths of a point"
    return found


def test_a_decision_left_out_is_told_with_both_paths_and_what_they_consist_of(
    run: Run, played: Path
) -> None:
    ran = run("whatif", played, *NONE)
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[:2] == ["What if: turn 1, Tajikistan", MODEL_SAYS]
    assert "Instead: no response" in lines
    for head in (
        "First lines of the ledger that differ: turn 1, outcome",
        "What the difference consists of: Security",
        "What the difference consists of: Migrant rights",
        "Values that end elsewhere",
    ):
        assert head in lines
    stops = [line.split("  ")[0] for line in lines if line.startswith(("StartEx", "turn ", "run-"))]
    assert stops == ["StartEx", "turn 1", "turn 2", "run-out 3", "run-out 4"]


def test_the_parts_told_add_up_to_the_whole_difference_told(run: Run, played: Path) -> None:
    for all_of_it in ((), ("--all",)):
        lines = run("whatif", played, *NONE, *all_of_it).out.splitlines()
        heads = [n for n, line in enumerate(lines) if line.startswith("What the difference")]
        assert len(heads) == 2
        for head in heads:
            end = next(n for n in range(head, len(lines)) if "whole difference" in lines[n])
            amounts = [_hundredths(line.split()[0]) for line in lines[head + 1 : end + 1]]
            assert sum(amounts[:-1]) == amounts[-1] != 0


def _hundredths(text: str) -> int:
    whole, _, part = text.lstrip("+-").partition(".")
    value = int(whole) * 100 + int(f"{part:0<2}")
    return -value if text.startswith("-") else value


def test_the_data_hold_every_row_and_add_up(run: Run, played: Path) -> None:
    found = answer(run, played, *NONE)
    rows = found["rows"]
    assert found["kind"] == "what-if"
    assert [one["turn"] for one in rows] == sorted(one["turn"] for one in rows)
    assert all(one["what_if"] - one["record"] == one["change"] != 0 for one in rows)
    for axis in found["axes"]:
        assert sum(part["amount"] for part in axis["parts"]) == axis["change"]
        assert axis["what_if"][-1] - axis["record"][-1] == axis["change"]
        assert all(part["row"] is None or rows[part["row"]] for part in axis["parts"])
    assert [axis["axis"] for axis in found["axes"]] == ["security", "rights"]
    base = {one["slot"] for one in rows}
    for value in found["values"]:
        if value["slot"] in base:
            own = (one["change"] for one in rows if one["slot"] == value["slot"])
            assert sum(own) == value["change"]


def test_another_measure_comes_in_the_place_of_the_recorded_ones(run: Run, played: Path) -> None:
    before = answer(run, played, *NONE)
    first = before["record"][0]["measure"]
    kept = answer(run, played, *NONE[:-1], first)
    assert [one["id"] for one in kept["what_if"]] == ["1.tajikistan.1"]
    whole = [("--measure", one["measure"]) for one in before["record"]]
    same = answer(run, played, *NONE[:4], *(word for pair in whole for word in pair))
    assert same["rows"] == same["values"] == same["dropped"] == []
    ran = run("whatif", played, *NONE[:4], *(word for pair in whole for word in pair))
    assert "No value ends elsewhere." in ran.out
    assert "Every other recorded act stays as it was." in ran.out


def test_impact_tells_every_decision_with_both_axes_side_by_side(run: Run, played: Path) -> None:
    found = answer(run, played, "--impact")
    assert found["complete"] is True
    sizes = [max(map(abs, one["changes"].values())) for one in found["impacts"]]
    assert sizes == sorted(sizes, reverse=True)
    assert all(list(one["changes"]) == ["security", "rights"] for one in found["impacts"])
    ran = run("whatif", played, "--impact", "--top", 3)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1] == MODEL_SAYS
    assert ran.out.count("against: ") == 3
    assert f"{len(sizes) - 3} more comparisons; --top 0 shows all" in ran.out
    assert run("whatif", played, "--impact", "--top", 0).out.count("against: ") == len(sizes)


def test_an_interrupt_keeps_what_was_found(
    run: Run, played: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = 0

    def tired(course: Course, changes: Iterable[Change]) -> Iterator[Impact]:
        nonlocal done
        done += 1
        if done > 4:
            raise KeyboardInterrupt
        return impacts(course, changes)

    monkeypatch.setattr("exercise.cli.what_if.impacts", tired)
    ran = run("whatif", played, "--impact")
    assert ran.code == 130
    assert ran.out.count("against: ") == 4
    assert ran.err.startswith("stopped after 4 of ")
    done = 0
    ran = run("whatif", played, "--impact", "--format", "json")
    assert json.loads(ran.out)["complete"] is False


def test_the_columns_of_both_axes_stand_under_their_names(run: Run, played: Path) -> None:
    lines = run("whatif", played, "--impact", "--top", 1).out.splitlines()
    head, first = (lines[number] for number in (4, 5))
    for axis in ("Security", "Migrant rights"):
        end = head.index(axis) + len(axis)
        assert first[end - 1].isdigit()
        assert first[end] == " "


def test_impact_of_one_turn_and_seat(run: Run, played: Path) -> None:
    found = answer(run, played, "--impact", "--turn", 2, "--seat", "tajikistan")
    assert {(one["turn"], one["seat"]) for one in found["impacts"]} == {(2, "tajikistan")}


def test_it_is_told_in_russian(run: Run, played: Path) -> None:
    ran = run("whatif", played, *NONE, "--language", "ru")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[1].startswith("Так говорит модель")
    assert run("whatif", played, "--impact", "--language", "ru").out.startswith("Вес решений")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "say what to change: --turn N --seat SEAT --measure NAME, or --impact for all"),
        (NONE[2:], "say what to change"),
        ((*NONE, "--measure", "x"), "--measure none stands alone: it means no response"),
        ((*NONE, "--target", "iom"), "--target belongs to one --measure"),
        (("--impact", "--measure", "x"), "leave --measure and --target out"),
        ((*NONE[:3], "tajikstan", *NONE[4:]), "Did you mean 'tajikistan'?"),
        ((*NONE[:1], 9, *NONE[2:]), "Turn 9 was not played to its outcome. Name a turn from 1 to"),
        ((*NONE[:-1], "no_such_thing_at_all"), "There is no measure 'no_such_thing_at_all'."),
        (("--impact", "--turn", 8), "Turn 8 was not played to its outcome."),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(
    run: Run, played: Path, arguments: tuple[object, ...], message: str
) -> None:
    ran = run("whatif", played, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert message in ran.err


def test_a_measure_that_was_not_legal_there_is_told_with_why(run: Run, played: Path) -> None:
    ran = run("whatif", played, *NONE[:-1], "border_closure", "--target", "iom")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "exercise: turn 1, Tajikistan, Closed crossings: This measure is not available now.\n"
    )
    ran = run("whatif", played, *NONE[:-1], "host_community_support", "--target", "iom")
    assert ran.err == (
        "exercise: turn 1, Tajikistan, Support for host towns: "
        "This measure needs a target it can have. It can have: tajikistan.\n"
    )


def test_the_journal_is_left_as_it_is(run: Run, own_copy: Path) -> None:
    before = own_copy.read_bytes()
    run("whatif", own_copy, *NONE)
    run("whatif", own_copy, "--impact", "--turn", 1)
    assert own_copy.read_bytes() == before


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_act_that_can_be_dropped_has_words(language: str) -> None:
    words = Catalogue(language, FOLDER)
    for moving in MOVING:
        for kind in get_args(moving) or (moving,):
            assert words.say(f"act-{kind_of(kind)}", name="this")


def test_both_languages_have_every_word_of_it() -> None:
    folder = Path(catalogue.__file__).parent / "locales" / FOLDER
    english, russian = (
        re.findall(r"^([a-z_-]+) =", (folder / f"{code}.ftl").read_text("utf-8"), re.MULTILINE)
        for code in ("en", "ru")
    )
    assert english == russian
    assert len(english) > 50
