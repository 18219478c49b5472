"""Exercises for the facilitator's screens: two seats held by persons, the others by bots, at any phase."""

from __future__ import annotations

from functools import cache

from textual.pilot import Pilot

from exercise.conduct.command import Holder
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.ui.widgets.rows import Rows
from tests.support.app import SEED, begun
from tests.support.screens import settled

NORTH = "northern-displacement"
PERSONS = ("tajikistan", "iom")


def conducted(phase: str, turn: int = 1) -> Session:
    """Return an exercise of its own in a phase of a turn; the way there is played only once."""
    played = _played(phase, turn)
    session = begin_exercise(played.program, SEED, keep=False)
    session.state = played.state
    return session


@cache
def _played(phase: str, turn: int) -> Session:
    before = begun(NORTH)
    roster: dict[str, Holder] = {seat.role: "bot" for seat in before.room().seats}
    for role in PERSONS:
        roster[role] = "person"
    return begun(NORTH, roster, phase, turn)


def status(session: Session, inject: str) -> str:
    """Return how an inject stands."""
    return next(one.status for one in session.facilitator().injects if one.inject == inject)


async def go_to(pilot: Pilot[None], name: str, line: str) -> None:
    """Go to a line of one of the screen's lists."""
    rows = pilot.app.screen.query_one(f"#{name}", Rows)
    rows.focus()
    rows.go_to(line)
    await settled(pilot)
