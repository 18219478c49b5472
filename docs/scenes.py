"""The scenes that `make screenshots` draws: an app, what is pressed in it, a size and a theme.

A scene is the same every time: a fixed seed, a fixed time of day, no file of the person's. A new one
is a line in `SCENES` and, where it needs more than keys, an async function that drives the app.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from exercise.conduct.command import Holder
from exercise.conduct.state import Phase
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from exercise.ui.app import ExerciseApp

SEED = 7
NOW = datetime(2026, 3, 2, 10, 52, tzinfo=UTC)
LAPTOP, PROJECTOR = "laptop", "projector"
WIDE, NARROW = (120, 40), (80, 24)


@dataclass(frozen=True)
class Scene:
    """One picture."""

    name: str
    """The name of its file, without the ending."""
    opens: Callable[[], App[Any]]
    """Makes the app; it is started, settled and ended for it."""
    drive: Callable[[Pilot[Any]], Awaitable[None]]
    """Brings the app to what is to be seen; it settles before and after."""
    size: tuple[int, int] = WIDE
    theme: str = LAPTOP


def pressing(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Return a way to drive that presses keys, none at all included."""

    async def drive(pilot: Pilot[Any]) -> None:
        await pilot.press(*keys)

    return drive


def exercise(scenario: str, phase: Phase, person: str, language: str = "en") -> ExerciseApp:
    """Open an exercise that bots have brought to a phase, one seat held by a person."""
    program = load_scenario(scenario).program
    roster: dict[str, Holder] = dict.fromkeys(program.roles, "bot")
    roster[person] = "person"
    session = begin_exercise(program, SEED, None, roster, keep=False)
    if phase is not Phase.lobby:
        conduct(session, phase)
    return ExerciseApp(session, language=language, now=lambda: NOW, seconds=lambda: 0.0)


SCENES = (Scene("lobby", partial(exercise, "first-steps", Phase.lobby, "tajikistan"), pressing()),)
