"""Two ledgers side by side: the rows that differ, and the parts of a difference that add up to it exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.open_record import rows_of
from exercise.conduct.state import TurnRecord
from exercise.engine.ledger import Share, shares
from exercise.engine.program import Program
from exercise.engine.world import BreachRecord, Cause, Row

__all__ = ["BreachDifference", "RowDifference", "breach_differences", "parts_of", "row_differences"]

_STAGES = ("due", "inject", "outcome")

_Key = tuple[int, str, int, Cause]
"""Turn, stage, slot, and the cause without what only explains the amount."""


class RowDifference(Struct, frozen=True):
    """A line of the ledger that says something else in the other exercise; hundredths.

    Rows of one turn and stage that move one slot by one cause count as one line.
    """

    row: Row
    """The line; its amount is the difference, so that differing lines add up to the difference of their slot."""
    actual: int
    """0 where the record has no such line."""
    what_if: int


class BreachDifference(Struct, frozen=True):
    """A red line that is crossed in one of the two exercises alone."""

    breach: BreachRecord
    actual: bool
    """Whether it was crossed in the record; else it is in the what-if."""


def row_differences(
    actual: Sequence[TurnRecord], what_if: Sequence[TurnRecord]
) -> tuple[RowDifference, ...]:
    """Return all differing lines of two ledgers: as they landed, the larger first within a stage of a turn.

    Args:
        actual: The turns of the record that have their outcome.
        what_if: The same turns of the fork.
    """
    sums = (_sums(actual), _sums(what_if))
    found = (
        RowDifference(Row(slot, theirs - ours, turn, stage, cause), ours, theirs)
        for key in dict.fromkeys((*sums[0], *sums[1]))
        if (ours := sums[0].get(key, 0)) != (theirs := sums[1].get(key, 0))
        for turn, stage, slot, cause in [key]
    )
    return tuple(sorted(found, key=_order))


def parts_of(
    program: Program,
    slot: int,
    ends: tuple[Sequence[int], Sequence[int]],
    differences: Sequence[RowDifference],
) -> tuple[Share, ...]:
    """Take the difference of a value at the end apart, so that the parts add up exactly.

    A base slot's parts are its differing lines. A derived value, such as an axis, gets of each line what the weights
    give it in whole hundredths, the remainders going to the largest; what its own rounding and ceilings do stands in
    parts of their own, named ``rounding`` and ``cap``.

    Args:
        program: The Program.
        slot: A base or derived slot.
        ends: Whole snapshots at the end: the record's and the what-if's.
        differences: All differing lines up to there.
    """
    found = shares(program, slot, *ends, [one.row for one in differences])
    return tuple(part for part in found if part.amount)


def breach_differences(
    actual: Sequence[BreachRecord], what_if: Sequence[BreachRecord]
) -> tuple[BreachDifference, ...]:
    """Return the red lines crossed in one exercise alone, or in another turn; by turn."""
    found = (
        BreachDifference(breach, ours)
        for breaches, others, ours in ((actual, what_if, True), (what_if, actual, False))
        for breach in breaches
        if _crossing(breach) not in [_crossing(other) for other in others]
    )
    return tuple(sorted(found, key=lambda one: (one.breach.turn, one.breach.line, one.breach.place)))


def _crossing(breach: BreachRecord) -> tuple[str, str, int]:
    return breach.line, breach.place, breach.turn


def _sums(records: Sequence[TurnRecord]) -> dict[_Key, int]:
    sums: dict[_Key, int] = {}
    for key, amount in _lines(records):
        sums[key] = sums.get(key, 0) + amount
    return sums


def _lines(records: Sequence[TurnRecord]) -> Iterator[tuple[_Key, int]]:
    for record in records:
        for row in rows_of(record):
            cause = replace(row.cause, factors=(), reads=(), draw=None, note="")
            yield (row.turn, row.stage, row.slot, cause), row.amount


def _order(one: RowDifference) -> tuple[int, int, int, int, str, str]:
    row = one.row
    return (
        row.turn,
        _STAGES.index(row.stage),
        -abs(row.amount),
        row.slot,
        row.cause.name,
        row.cause.scope,
    )
