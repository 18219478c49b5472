"""What a conference leaves behind: papers, tags, the summary, reminders; and the numbered public record.

Values only. All of it is public, and none of it moves anything in the region.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

EntryKind = Literal[
    "inject", "statement", "response", "agreement", "breach", "paper", "revision", "reminder",
    "floor",
]  # fmt: skip


class Entry(Struct, frozen=True):
    """One entry of the public record; its number is its place in the record, from 1, and stays."""

    turn: int
    kind: EntryKind
    name: str
    """What it is about, in the terms of its kind: an inject, a response, a clause, a role …"""


class Paper(Struct, frozen=True):
    """A position paper as it was last handed in."""

    question: str
    role: str
    turn: int
    """Of the last version; 0 before the first turn."""
    texts: tuple[tuple[str, str], ...]
    """Field and text, of the fields that say something."""
    version: int = 1


class Paragraph(Struct, frozen=True):
    """One paragraph of the summary."""

    text: str
    citations: tuple[int, ...]
    """Entries of the public record, by number."""
    disagreement: bool = False
    """Whether it records that the table did not agree."""


class Summary(Struct, frozen=True):
    """The summary of the session in its latest version."""

    by: str
    turn: int
    paragraphs: tuple[Paragraph, ...]


class Reminder(Struct, frozen=True):
    """A reminder of the frame in which a statement was made."""

    statement: int
    """The statement's number in the public record."""
    reason: str
    by: str


class Conference(Struct, frozen=True):
    """Everything of the conference so far."""

    papers: tuple[Paper, ...] = ()
    tags: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """Entry and the key phrases that the rapporteur added to it."""
    summary: Summary | None = None
    reminders: tuple[Reminder, ...] = ()
    floors: tuple[tuple[str, str], ...] = ()
    """Who gave the floor, and to whom; in order."""

    def paper(self, question: str, role: str) -> Paper | None:
        """Return a seat's paper on a question."""
        return next((p for p in self.papers if (p.question, p.role) == (question, role)), None)

    def added(self, entry: int) -> tuple[str, ...]:
        """Return the key phrases that were added to an entry."""
        return next((phrases for number, phrases in self.tags if number == entry), ())
