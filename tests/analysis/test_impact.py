"""Decision impact: every alternative once, the record less the alternative, sorted without joining the axes."""

from __future__ import annotations

from itertools import islice

import pytest

from exercise.analysis.change import Change
from exercise.analysis.fork import Refused
from exercise.analysis.impact import Impact, alternatives, by_size, impacts
from exercise.analysis.whatif import WhatIf, what_if
from exercise.errors import ExerciseError
from tests.analysis.journals import bots_course, decisions

COURSE = bots_course("first-steps")


def test_every_decision_is_held_against_no_response_and_each_single_legal_measure() -> None:
    changes = alternatives(COURSE)
    for turn, seat in decisions(COURSE):
        own = [one for one in changes if (one.turn, one.seat) == (turn, seat)]
        assert own[0] == Change(turn, seat)
        assert all(len(one.uses) == 1 for one in own[1:])
        names = [one.uses[0].measure for one in own[1:]]
        assert len(set(names)) == len(names)
        numbers = [COURSE.program.numbers.measure[name] for name in names]
        assert numbers == sorted(numbers)
    assert {(one.turn, one.seat) for one in changes} == set(decisions(COURSE))


def test_an_impact_is_the_difference_of_the_what_if_seen_from_the_record() -> None:
    changes = alternatives(COURSE)
    found = list(impacts(COURSE, changes))
    answers = [what_if(COURSE, change) for change in changes]
    legal = [one for one in answers if isinstance(one, WhatIf)]
    assert len(found) == len(legal) > 10
    for impact, answer in zip(found, legal, strict=True):
        assert impact.alternative == answer.decided
        assert impact.axes == tuple(-axis.change for axis in answer.axes)
        last = max(number for number, stop in enumerate(answer.stops) if not stop.run_out)
        assert impact.at_end_ex == tuple(a.actual[last] - a.what_if[last] for a in answer.axes)
        assert impact.dropped == len(answer.dropped)
    assert any(impact.axes != impact.at_end_ex for impact in found)


def test_sorting_takes_the_larger_change_of_either_axis_and_leaves_equals_in_order() -> None:
    def impact(turn: int, *axes: int) -> Impact:
        return Impact(turn, "iom", (), (), axes, axes, 0)

    unsorted = (impact(1, 5, -5), impact(2, 0, -9), impact(3, 9, 9), impact(4, -10, 10))
    assert [one.turn for one in by_size(unsorted)] == [4, 2, 3, 1]
    assert [one.size for one in by_size(unsorted)] == [10, 9, 9, 5]


def test_one_can_stop_after_any_and_gets_the_same_each_time() -> None:
    changes = alternatives(COURSE)
    first = list(islice(impacts(COURSE, changes), 3))
    assert first == list(islice(impacts(COURSE, changes), 3))
    assert len(first) == 3


def test_turn_and_seat_narrow_what_is_asked() -> None:
    turn, seat = decisions(COURSE)[-1]
    changes = alternatives(COURSE, turn, seat)
    assert changes
    assert {(one.turn, one.seat) for one in changes} == {(turn, seat)}
    assert {one.turn for one in alternatives(COURSE, turn)} == {turn}
    assert {one.seat for one in alternatives(COURSE, seat=seat)} == {seat}


@pytest.mark.parametrize(
    ("turn", "seat", "words"),
    [
        (9, "", "Turn 9 was not played to its outcome."),
        (None, "tajikstan", "Did you mean 'tajikistan'?"),
    ],
)
def test_unknown_turns_and_seats_are_told(turn: int | None, seat: str, words: str) -> None:
    with pytest.raises(ExerciseError, match=words.replace("?", r"\?")):
        alternatives(COURSE, turn, seat)


def test_statements_are_alternatives_only_for_who_made_one() -> None:
    course = bots_course("northern-displacement")
    program = course.program
    spoken = {
        (turn.turn, one.role)
        for turn in course.turns
        for one in turn.decided
        if one.kind == "statement"
    }
    offered = {
        (change.turn, change.seat)
        for change in alternatives(course)
        for use in change.uses
        if program.measures[program.numbers.measure[use.measure]].statement
    }
    assert offered
    assert offered <= spoken


def test_alternatives_are_legal_on_the_shipped_scenario() -> None:
    course = bots_course("valley-disaster")
    changes = alternatives(course)[::60]
    assert not any(isinstance(what_if(course, change), Refused) for change in changes)
