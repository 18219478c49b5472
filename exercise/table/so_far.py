"""How values went from outcome to outcome, told to one reader: in numbers to who may have them, else in bands.

Who may have them is decided in one place, :func:`may_have_numbers`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.view import Common, Gauge
from exercise.conduct.views import room_view
from exercise.engine.prose import band_of, bands_of, say
from exercise.report.so_far import Stop, stops_so_far
from exercise.table.table import Table

_FAST = ("up2", "down2")
_OVER = ("hot_wash", "closed")


def may_have_numbers(table: Table) -> bool:
    """Return whether who conducts at this keyboard may have exact values and causes that are not open.

    A facilitator may, and everybody from EndEx on; a person who plays and conducts at once may not before it.
    """
    return not table.alone or table.phase() in _OVER


def room_for(table: Table) -> Common:
    """Return the room's view; with its values for a facilitator from whose seats they are hidden."""
    room, session = table.room(), table.session
    if not room.scores_hidden or not may_have_numbers(table):
        return room
    shown = room_view(session.program, replace(session.state, scores_hidden=False), table.language)
    return replace(shown, scores_hidden=True)


class Move(Struct, frozen=True):
    """A value that moved in the last outcome."""

    gauge: Gauge
    """As it stands now."""
    before: int
    """Hundredths where the gauge has its number, else the position of its band."""
    series: tuple[int, ...]
    """From StartEx on, in the same measure."""
    from_band: str
    """The word of the band before; the present one's where it did not change."""
    changed_band: bool

    @property
    def way(self) -> int:
        """How far it moved: hundredths, or bands."""
        return self.series[-1] - self.before


def so_far(table: Table) -> tuple[Stop, ...]:
    """Return the values from StartEx on, as far as they may be known at this keyboard."""
    session = table.session
    return stops_so_far(session.program, session.state, table.language, may_have_numbers(table))


def moves(table: Table, stops: tuple[Stop, ...], gauges: Sequence[Gauge]) -> tuple[Move, ...]:
    """Return the values that moved in the last outcome: those that changed their band first, largest first.

    Args:
        table: The table.
        stops: What ``so_far`` gives.
        gauges: The values as they stand: the facilitator's where the stops are exact, else the room's.
    """
    if len(stops) < 2:
        return ()
    found = list(_moves(table, stops, gauges))
    return tuple(
        sorted(
            found,
            key=lambda move: (not move.changed_band, -abs(move.way), move.gauge.arrow not in _FAST),
        )
    )


def _moves(table: Table, stops: tuple[Stop, ...], gauges: Sequence[Gauge]) -> Iterator[Move]:
    exact = stops[-1].exact
    quantities = table.session.program.bundle.model.quantities
    for gauge in gauges:
        if gauge.slot.partition("[")[0] in quantities:
            series = tuple(stop.values[gauge.slot] for stop in stops)
            if gauge.arrow != "flat" or (not exact and series[-1] != series[-2]):
                yield _move(table, gauge, series, exact)


def _move(table: Table, gauge: Gauge, series: tuple[int, ...], exact: bool) -> Move:
    bundle, family = table.session.program.bundle, gauge.slot.partition("[")[0]
    level = band_of(bundle, family, series[-2]) if exact else series[-2]
    changed = level != gauge.level
    word = say(bundle, bands_of(bundle, family)[level].word, table.language)
    return Move(gauge, series[-2], series, word if changed else gauge.band, changed)


__all__ = ["Move", "may_have_numbers", "moves", "room_for", "so_far"]
