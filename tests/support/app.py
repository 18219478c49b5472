"""The app in tests: opened on an exercise, driven by keys, read as text."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual import events
from textual.pilot import Pilot

from exercise.conduct.command import FACILITATOR, Advance, Holder
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.session.auto import let_bots_act
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.ui import ExerciseApp
from tests.support.screens import screen_text, settled

WIDE, NARROW = (120, 40), (80, 24)
NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
SEED = 7


def begun(
    scenario: str = "first-steps",
    roster: Mapping[str, Holder] | None = None,
    phase: str = "lobby",
    turn: int = 1,
    path: Path | None = None,
) -> Session:
    """Return an exercise that bots and an agreeing facilitator have brought to a phase of a turn."""
    session = begin_exercise(
        load_scenario(scenario).program, SEED, path, roster, keep=path is not None
    )
    while (room := session.room()).phase.value != phase or (room.turn or turn) != turn:
        let_bots_act(session)
        assert not isinstance(session.submit(FACILITATOR, Advance()), Refusal)
    return session


@asynccontextmanager
async def opened(
    session: Session | None = None, size: tuple[int, int] = WIDE, **options: Any
) -> AsyncIterator[Pilot[None]]:
    """Open the app on an exercise, or on the launcher; the clock stands at noon."""
    app = ExerciseApp(session, now=lambda: NOON, seconds=lambda: 0.0, **options)
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        yield pilot


async def press(pilot: Pilot[None], *keys: str) -> str:
    """Press keys one after the other, and return what the screen says then."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)
    return shown(pilot)


async def write(pilot: Pilot[None], text: str) -> str:
    """Put a text into what has the focus, at once, as a paste does."""
    focused = pilot.app.screen.focused
    assert focused is not None, "nothing has the focus"
    pilot.app.post_message(events.Paste(text))
    await settled(pilot)
    return shown(pilot)


def shown(pilot: Pilot[None]) -> str:
    """Return the screen as text."""
    return screen_text(pilot.app)


def app_of(pilot: Pilot[None]) -> ExerciseApp:
    """Return the app, typed."""
    assert isinstance(pilot.app, ExerciseApp)
    return pilot.app
