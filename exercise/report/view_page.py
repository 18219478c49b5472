"""What a page of the analytic views is, and how its cells are written."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from exercise.report.document import Paragraph, Table
from exercise.report.numbers import plain
from exercise.report.words import ViewWords


class View(Struct, frozen=True):
    """One view."""

    name: str
    """Its name in the program."""
    title: str
    finding: str
    """What it comes to, in one line."""
    blocks: tuple[Paragraph | Table, ...] = ()
    """What the whole of it says; nothing where there is nothing to tell."""


def heads(words: ViewWords, *keys: str) -> tuple[str, ...]:
    """Return the heads of columns."""
    return tuple(words.say(key) for key in keys)


def whole(value: int) -> str:
    """Return hundredths as whole points, half a point upward, with a true minus sign.

    >>> whole(4250), whole(-450), whole(-20)
    ('43', '−4', '0')
    """
    rounded = (value + 50) // 100
    return f"−{-rounded}" if rounded < 0 else str(rounded)


def pair(words: ViewWords, values: tuple[int | None, int | None]) -> str:
    """Return StartEx and EndEx as whole points, a dash where there is no value."""
    start, end = ("–" if value is None else whole(value) for value in values)
    return words.say("from-to", start=start, end=end)


def points(words: ViewWords, values: tuple[int, int]) -> str:
    """Return two amounts with their hundredths."""
    return words.say("from-to", start=plain(values[0]), end=plain(values[1]))


def percent(words: ViewWords, share: int | None) -> str:
    """Return hundredths of a per cent as whole per cents, a dash where there is none."""
    return "–" if share is None else words.say("percent", value=rounded_percent(share))


def rounded_percent(share: int) -> str:
    """Return hundredths of a per cent as a whole number; what is not nothing never looks like it.

    >>> rounded_percent(540), rounded_percent(20), rounded_percent(0)
    ('5', '<1', '0')
    """
    return "<1" if 0 < share < 50 else str((share + 50) // 100)


def steps(values: Sequence[int]) -> str:
    """Return a value turn by turn, as whole points.

    >>> steps((4000, 4250))
    '40 43'
    """
    return " ".join(whole(value) for value in values)


__all__ = ["View", "heads", "pair", "percent", "points", "rounded_percent", "steps", "whole"]
