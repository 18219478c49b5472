"""Two ledgers side by side: the rows that differ, and the parts of a difference that add up to it exactly."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.open_record import rows_of
from exercise.conduct.state import TurnRecord
from exercise.engine.ledger import Share, shares
from exercise.engine.program import Program
from exercise.engine.world import BreachRecord, Cause, Row

__all__ = ["BreachDifference", "RowDifference", "breach_differences", "parts_of", "row_differences"]

_STAGES = ("due", "inject", "outcome")

_Key = tuple[int, str, int, str, str, str, int, str, str, int, str, str, str]
"""What makes two rows the same line: all of a row but its amount and what only explains that."""


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
    ours, theirs = _lines(actual), _lines(what_if)
    found = (
        _difference(ours.get(key, []), theirs.get(key, []))
        for key in dict.fromkeys((*ours, *theirs))
        if _sum(ours.get(key, [])) != _sum(theirs.get(key, []))
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
    return tuple(
        sorted(found, key=lambda one: (one.breach.turn, one.breach.line, one.breach.place))
    )


def _crossing(breach: BreachRecord) -> tuple[str, str, int]:
    return breach.line, breach.place, breach.turn


def _lines(records: Sequence[TurnRecord]) -> dict[_Key, list[Row]]:
    lines: dict[_Key, list[Row]] = {}
    for record in records:
        for row in rows_of(record):
            lines.setdefault(_key(row), []).append(row)
    return lines


def _key(row: Row) -> _Key:
    cause = row.cause
    return (
        row.turn,
        row.stage,
        row.slot,
        cause.kind,
        cause.name,
        cause.scope,
        cause.effect,
        cause.role,
        cause.target,
        cause.turn,
        cause.response,
        cause.group,
        _note(cause),
    )


def _note(cause: Cause) -> str:
    """What a cause says beyond its name; of a response it is a ruling's reason, which changes amounts alone."""
    return "" if cause.kind in ("measure", "statement") else cause.note


def _difference(actual: list[Row], what_if: list[Row]) -> RowDifference:
    """Hold the rows of one line against each other."""
    like = (what_if or actual)[0]
    ours, theirs = _sum(actual), _sum(what_if)
    cause = replace(like.cause, factors=(), reads=(), draw=None, note=_note(like.cause))
    return RowDifference(replace(like, amount=theirs - ours, cause=cause), ours, theirs)


def _sum(rows: Sequence[Row]) -> int:
    return sum(row.amount for row in rows)


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
