"""Values as marks: a band with its arrow, an axis with its letter. Colour helps; words and shapes carry."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from exercise.conduct.view import Gauge
from exercise.engine.explain import points
from exercise.table.table import Table

ARROWS = {"up2": "↑", "up": "↗", "flat": "→", "down": "↘", "down2": "↓"}
"""A movement; straight up or down is fast."""
_AXES = ("security", "rights")
_BAND = 18
"""Columns of the longest band told in a column; longer ones move it."""
_LETTERS = {"security": "S", "rights": "R"}


def axis_family(number: int) -> str:
    """Return the family of the first or second axis."""
    return _AXES[number]


def letter_of(family: str) -> Content:
    """Return the letter of an outcome family in its colour; nothing for other families."""
    letter = _LETTERS.get(family, "")
    return Content.styled(letter, f"bold ${family}") if letter else Content()


def movement(gauge: Gauge) -> Content:
    """Return a value's arrow, coloured where a rise or fall is known to be for the better or worse."""
    arrow = ARROWS[gauge.arrow]
    if gauge.arrow == "flat" or gauge.good == "neutral":
        return Content(arrow)
    better = (gauge.arrow in ("up", "up2")) == (gauge.good == "better")
    return Content.styled(arrow, "$good" if better else "$bad")


def value(gauge: Gauge) -> Content:
    """Return band and arrow, with the number where the view has one."""
    number = "" if gauge.exact is None else f"{points(gauge.exact)} "
    return Content.assemble(number, gauge.band, " ", movement(gauge))


def in_column(values: Sequence[int | None]) -> tuple[str, ...]:
    """Return hundredths as numbers of the same width, with their decimal points below each other.

    >>> in_column((3400, 4930, None))
    ('34  ', '49.3', '    ')
    """
    told = ["" if value is None else points(value) for value in values]
    parts = [number.partition(".") for number in told]
    before = max((len(whole) for whole, _, _ in parts), default=0)
    after = max((len(point + part) for _, point, part in parts), default=0)
    return tuple(f"{whole:>{before}}{point + part:<{after}}" for whole, point, part in parts)


def bands_width(gauges: Sequence[Gauge]) -> int:
    """Return the columns in which the bands of values stand below each other."""
    return min(max((len(gauge.band) for gauge in gauges), default=0), _BAND)


def values_in_columns(gauges: Sequence[Gauge]) -> tuple[Content, ...]:
    """Return number, band and arrow of each value, each below those of the others."""
    numbers, wide = in_column([gauge.exact for gauge in gauges]), bands_width(gauges)
    return tuple(
        Content.assemble(number, f" {gauge.band:<{wide}} ", movement(gauge))
        for number, gauge in zip(numbers, gauges, strict=True)
    )


def axes(table: Table, gauges: tuple[Gauge, ...], hidden: bool, wide: bool) -> Content:
    """Return security and rights side by side, never added up.

    Args:
        table: For words.
        gauges: Both axes; empty while scores are hidden.
        hidden: Whether they are hidden.
        wide: Whether there is room for the words, and not for the letters alone.
    """
    if hidden or not gauges:
        return Content.styled(table.word("app-scores-hidden") if hidden else "", "$quiet")
    parts = []
    for number, gauge in enumerate(gauges):
        family = axis_family(number)
        name = gauge.label if wide else _LETTERS[family]
        parts.append(Content.assemble((name, f"bold ${family}"), " ", value(gauge)))
    return Content("   " if wide else "  ").join(parts)


__all__ = [
    "ARROWS", "axes", "axis_family", "bands_width", "in_column", "letter_of", "movement", "value", "values_in_columns",
]  # fmt: skip
