"""The course of an exercise: a key pressed twice goes on once."""

from __future__ import annotations

from exercise.conduct.command import Holder
from tests.support.app import app_of, begun, opened
from tests.support.screens import settled

BOTH: dict[str, Holder] = {"tajikistan": "person", "iom": "person"}


async def test_going_on_twice_at_once_passes_one_phase() -> None:
    async with opened(begun(roster=BOTH, phase="situation")) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.go_on()
        course.go_on()
        await settled(pilot)
        assert course.table.phase() == "consultation"
        course.go_on()
        await settled(pilot)
        assert course.table.phase() == "decision"
