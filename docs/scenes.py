"""The scenes that `make screenshots` draws: an app, what is pressed in it, a size and a theme.

A scene is the same every time: a fixed seed, a fixed time of day, no file of the person's. A new one
is a line in `SCENES`; where it needs more than keys, it is a place of `tests/support/places.py`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from exercise.ui.app import ExerciseApp
from exercise.ui.themes import DARK, LIGHT
from tests.support.places import PLACES

NOW = datetime(2026, 3, 2, 10, 52, tzinfo=UTC)
LAPTOP, PROJECTOR = DARK, LIGHT
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


def at(name: str, place: str, theme: str = LAPTOP) -> Scene:
    """Return the scene of a place of the app."""
    there = PLACES[place]
    return Scene(name, partial(_open, place), there.reach, theme=theme)


def _open(place: str) -> ExerciseApp:
    return ExerciseApp(PLACES[place].opens(), now=lambda: NOW, seconds=lambda: 0.0)


SCENES = (
    at("launcher", "launcher"),
    at("lobby", "lobby"),
    at("hand-over", "hand-over"),
    at("desk", "desk deciding"),
    at("response", "respond form"),
    at("console", "console situation"),
    at("adjudication", "console adjudication"),
    at("outcome", "outcome"),
    at("outcome-projector", "outcome", PROJECTOR),
    at("map", "situation"),
    at("room", "room outcome", PROJECTOR),
    at("debrief", "debrief"),
    at("papers", "papers"),
    at("summary", "summary"),
    at("studio", "studio in words"),
)
