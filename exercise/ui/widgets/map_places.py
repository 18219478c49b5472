"""Where states stand on the schematic map: where their model puts them, else in rows."""

from __future__ import annotations

from collections.abc import Iterable
from math import isqrt

from msgspec import Struct

from exercise.model.bundle import Bundle


class MapPlace(Struct, frozen=True):
    """The place of a state on the map."""

    slug: str
    column: int
    """From 0 at the left; no column before the last is empty."""
    row: int
    """From 0 at the top; no row before the last is empty."""
    neighbours: tuple[str, ...]
    """States in play that this one borders on, by either's account."""


def map_places(bundle: Bundle) -> tuple[MapPlace, ...]:
    """Return the place of every state in play, in the scenario's order.

    Columns and rows in which no state in play stands are left out. States that the model gives no place stand in rows
    below the others.

    Args:
        bundle: What the exercise is played from.
    """
    states = bundle.model.states
    slugs = bundle.scenario.states
    cells = {slug: place for slug in slugs if (place := states[slug].map) is not None}
    columns = _packed(column for column, _ in cells.values())
    rows = _packed(row for _, row in cells.values())
    placed = {slug: (columns[column], rows[row]) for slug, (column, row) in cells.items()}
    without = [slug for slug in slugs if slug not in placed]
    wide = max(len(columns), isqrt(max(0, len(without) - 1)) + 1)
    for number, slug in enumerate(without):
        placed[slug] = (number % wide, len(rows) + number // wide)
    return tuple(MapPlace(slug, *placed[slug], _near(bundle, slug)) for slug in slugs)


def _packed(numbers: Iterable[int]) -> dict[int, int]:
    return {number: position for position, number in enumerate(sorted(set(numbers)))}


def _near(bundle: Bundle, slug: str) -> tuple[str, ...]:
    states = bundle.model.states
    return tuple(
        other
        for other in bundle.scenario.states
        if other != slug and (other in states[slug].neighbours or slug in states[other].neighbours)
    )
