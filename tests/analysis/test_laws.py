"""The laws of forks: no change changes nothing, the past stays, and differing rows add up to the difference."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercise.analysis.change import Change
from exercise.analysis.course import Course
from exercise.analysis.fork import Refused
from exercise.analysis.impact import alternatives
from exercise.analysis.ledgers import parts_of
from exercise.analysis.whatif import WhatIf, what_if
from tests.analysis.journals import (
    answered,
    bots_course,
    decisions,
    forked,
    random_course,
    the_same,
    told,
)

SHIPPED = ("first-steps", "valley-disaster", "northern-displacement")
LIGHT = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


@pytest.mark.parametrize("scenario", SHIPPED[:2])
def test_a_response_changed_into_itself_changes_nothing(scenario: str) -> None:
    course = bots_course(scenario)
    for turn, seat in decisions(course)[::3]:
        change = the_same(course, turn, seat)
        assert change is not None
        found = forked(course, change)
        assert told(found.dropped) == []
        assert found.decided == found.instead_of
        assert found.end.world == course.end.world
        assert found.end.turns == course.end.turns


@LIGHT
@given(st.integers(0, 10**6))
def test_no_change_changes_nothing_in_exercises_of_every_kind_of_command(seed: int) -> None:
    """Undone, withdrawn, lifted, ruled on, paused, half released: what is left is what happened."""
    course = random_course(seed)
    for turn, seat in decisions(course):
        change = the_same(course, turn, seat)
        if change is not None:
            found = forked(course, change)
            assert told(found.dropped) == []
            assert found.end.world == course.end.world


@pytest.mark.parametrize("scenario", SHIPPED)
@settings(LIGHT, max_examples=12)
@given(data=st.data())
def test_differing_rows_add_up_to_the_difference_of_every_value(
    scenario: str, data: st.DataObject
) -> None:
    course = bots_course(scenario)
    change = data.draw(st.sampled_from(alternatives(course)))
    found = what_if(course, change)
    if isinstance(found, WhatIf):
        _adds_up(course, found)


@LIGHT
@given(st.integers(0, 10**6), st.data())
def test_differing_rows_add_up_in_exercises_broken_off_anywhere(
    seed: int, data: st.DataObject
) -> None:
    course = random_course(seed)
    if changes := alternatives(course):
        found = what_if(course, data.draw(st.sampled_from(changes)))
        if isinstance(found, WhatIf):
            _adds_up(course, found)


def _some(course: Course) -> tuple[Change, ...]:
    """A dozen alternatives from all over an exercise."""
    every = alternatives(course)
    return every[:: len(every) // 12]


def _adds_up(course: Course, found: WhatIf) -> None:
    slots = course.program.slots
    actual, other = found.ends
    for slot in range(slots.size):
        parts = parts_of(course.program, slot, found.ends, found.rows)
        assert sum(part.amount for part in parts) == other[slot] - actual[slot], slots.name(slot)
    for slot in range(len(slots.base)):
        own = [one for one in found.rows if one.row.slot == slot]
        assert all(one.row.amount == one.what_if - one.actual for one in own)
        assert sum(one.row.amount for one in own) == other[slot] - actual[slot], slots.name(slot)
    for axis in found.axes:
        assert sum(part.amount for part in axis.parts) == axis.change
        assert len(axis.actual) == len(axis.what_if) == len(found.stops)
    differing = {one.slot for one in found.values}
    known = {*course.program.bundle.model.quantities, *course.program.bundle.model.derived}
    for slot in range(slots.size):
        if slots.spec(slot).family in known:
            assert (slot in differing) == (actual[slot] != other[slot])


@pytest.mark.parametrize("scenario", SHIPPED)
def test_what_was_before_the_change_stays_and_no_other_seat_decides_anew(scenario: str) -> None:
    course = bots_course(scenario)
    for change in _some(course):
        found = what_if(course, change)
        if isinstance(found, Refused):
            continue
        before = [number for number, stop in enumerate(found.stops) if stop.turn < change.turn]
        for axis in found.axes:
            assert [axis.actual[n] for n in before] == [axis.what_if[n] for n in before]
        assert all(one.row.turn >= change.turn for one in found.rows)
        assert [one.row.turn for one in found.rows] == sorted(one.row.turn for one in found.rows)
        assert all(one.turn >= change.turn for one in found.dropped)


def test_the_same_question_has_the_same_answer() -> None:
    course = bots_course("valley-disaster")
    for change in _some(course)[:6]:
        assert what_if(course, change) == what_if(course, change)


def test_one_answer_of_a_six_turn_exercise_takes_less_than_half_a_second() -> None:
    course = bots_course("northern-displacement")
    change = Change(1, "tajikistan")
    answered(course, change)
    begun = time.process_time()
    answered(course, change)
    assert time.process_time() - begun < 0.5
