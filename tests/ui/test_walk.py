"""Every key on every screen and sheet: nothing fails, and no word is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exercise.conduct.command import Holder
from exercise.session.local import Session
from exercise.ui.screens.hand_over import HandOverScreen
from tests.support.app import NARROW, WIDE, app_of, begun, opened
from tests.support.conference import WRITES, conferring
from tests.support.walk import Walk, calm, tabs, type_key

BOTH: dict[str, Holder] = {"tajikistan": "person", "iom": "person"}
MOVES_ON = {"launcher": ("enter", "f3", "f5")}
"""Keys that lead to another screen."""
NEXT = ("f10", "ctrl+g")
"""The same on any other one."""
FIRST = {"studio": ("f5",)}
"""Pressed before, where an exercise alone does not lead there."""

PLACES: dict[str, Callable[[], Session | None]] = {
    "launcher": lambda: None,
    "studio": lambda: None,
    "lobby": begun,
    "briefing": lambda: begun(phase="briefing"),
    "desk while consulting": lambda: begun(phase="consultation"),
    "desk while deciding": lambda: begun(phase="decision"),
    "desk in the second turn": lambda: begun(phase="decision", turn=2),
    "console in the situation": lambda: begun(roster=BOTH, phase="situation"),
    "console while consulting": lambda: begun(roster=BOTH, phase="consultation"),
    "console in the adjudication": lambda: begun(roster=BOTH, phase="adjudication"),
    "outcome": lambda: begun(roster=BOTH, phase="outcome", turn=2),
    "outcome of one who plays alone": lambda: begun(phase="outcome"),
    "hot wash": lambda: begun(phase="hot_wash", turn=2),
    "desk at a conference": lambda: conferring("consultation"),
    "console at a conference": lambda: conferring("consultation"),
}
AT = {"desk at a conference": WRITES}
"""Who has taken the keyboard, where that is not whom the exercise begins with."""


DEEP = (
    "lobby",
    "desk while consulting",
    "desk while deciding",
    "console in the situation",
    "console in the adjudication",
    "outcome",
    "hot wash",
    "desk at a conference",
    "studio",
)
"""Where the keys of sheets are pressed as well; between them these places open every kind of sheet."""


@pytest.mark.parametrize("place", PLACES)
async def test_every_key_of_a_screen_and_its_sheets_works(place: str) -> None:
    await _walk(place, WIDE, place in DEEP)


@pytest.mark.parametrize("place", PLACES)
async def test_every_key_of_a_narrow_screen_works(place: str) -> None:
    await _walk(place, NARROW, False)


async def _walk(place: str, size: tuple[int, int], deep: bool) -> None:
    async with opened(PLACES[place](), size) as pilot:
        course = app_of(pilot).course
        if place in AT and course is not None:
            course.take(AT[place])
            await calm(pilot)
        for key in FIRST.get(place, ()):
            await type_key(pilot, key)
        way = Walk(pilot, MOVES_ON.get(place, NEXT), deep)
        async for _ in way.steps():
            pass
        async for _ in tabs(pilot):
            pass
        assert app_of(pilot).return_code is None
        assert len(way.pressed) > 3


async def test_the_hand_over_can_be_walked() -> None:
    async with opened(begun(roster=BOTH, phase="consultation")) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.hand_to("iom")
        await calm(pilot)
        assert isinstance(pilot.app.screen, HandOverScreen)
        async for _ in Walk(pilot, ("enter",)).steps():
            pass
