"""A sheet over an otherwise empty screen of a running exercise."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from exercise.conduct.command import Command, Holder
from exercise.errors import Refusal
from exercise.session.local import Session
from exercise.table.table import Table
from exercise.ui.course import Course
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.widgets.reading import Reading
from tests.support.app import WIDE, app_of, begun, opened
from tests.support.screens import settled

NORTH = "northern-displacement"
PERSONS: Mapping[str, Holder] = dict.fromkeys(
    ("tajikistan", "uzbekistan", "kazakhstan", "turkmenistan", "kyrgyzstan", "iom"), "person"
)
"""Persons who do nothing of their own, so that agreements wait for the test."""


class EmptyScreen(TableScreen):
    """A screen of the exercise with nothing on it."""

    purpose = "app-purpose-situation"

    def body(self) -> Iterable[Widget]:
        """Hold one empty text."""
        yield Reading("", id="empty")


def north(phase: str = "consultation", turn: int = 1, persons: bool = True) -> Session:
    """Return northern displacement at a phase, the states and IOM held by persons or all by bots."""
    return begun(NORTH, PERSONS if persons else None, phase, turn)


def submitted(session: Session, actor: str, command: Command) -> None:
    """Submit a command that must not be refused."""
    answer = session.submit(actor, command)
    assert not isinstance(answer, Refusal), answer


def flat(text: str) -> str:
    """Return a screen's text as one line without frames, so that sentences that wrap are found."""
    return " ".join(text.replace("│", " ").split())


@asynccontextmanager
async def sheet_over(
    session: Session,
    sheet: Callable[[Table], Screen[None]],
    size: tuple[int, int] = WIDE,
    language: str = "en",
) -> AsyncIterator[Pilot[None]]:
    """Open a sheet made for the exercise's table."""
    async with opened(None, size, language=language) as pilot:
        app = app_of(pilot)
        table = Table(session, language)
        app.course = Course(app, table)
        app.change_screen(EmptyScreen(table))
        await settled(pilot)
        app.push_screen(sheet(table))
        await settled(pilot)
        yield pilot
