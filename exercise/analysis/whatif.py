"""What one changed response would have led to, by the model: both exercises side by side, in values alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from exercise.analysis.change import Change
from exercise.analysis.course import Course, outcomes
from exercise.analysis.fork import Dropped, Fork, Refused, fork
from exercise.analysis.ledgers import (
    BreachDifference,
    RowDifference,
    breach_differences,
    parts_of,
    row_differences,
)
from exercise.analysis.naming import checked
from exercise.conduct.decided import Decided
from exercise.conduct.state import State, TurnRecord
from exercise.engine.ledger import Share
from exercise.engine.program import Program
from exercise.engine.prose import band_of
from exercise.model.quantity import AxisName

__all__ = ["AxisPaths", "EndValue", "Stop", "WhatIf", "what_if"]


class Stop(Struct, frozen=True):
    """One outcome of a trajectory."""

    turn: int
    """0 for StartEx."""
    run_out: bool = False


class AxisPaths(Struct, frozen=True):
    """One axis in both exercises; hundredths."""

    axis: AxisName
    slot: int
    actual: tuple[int, ...]
    """At StartEx and after each outcome, run-out included: one value for each stop."""
    what_if: tuple[int, ...]
    parts: tuple[Share, ...]
    """What the difference at the end consists of; they add up to it exactly."""

    @property
    def change(self) -> int:
        """What-if less actual, at the last stop."""
        return self.what_if[-1] - self.actual[-1]


class EndValue(Struct, frozen=True):
    """A value of the model that ends elsewhere; hundredths, and positions of bands from 0."""

    slot: int
    actual: int
    what_if: int
    bands: tuple[int, int]


class WhatIf(Struct, frozen=True):
    """The answer: what the model says, not what would have happened."""

    change: Change
    instead_of: tuple[Decided, ...]
    """The seat's response in the record; empty where it gave none."""
    decided: tuple[Decided, ...]
    """Its response in the what-if."""
    stops: tuple[Stop, ...]
    axes: tuple[AxisPaths, ...]
    """Security, then rights; never one number."""
    values: tuple[EndValue, ...]
    """Every indicator and derived value that ends elsewhere, in the model's order."""
    breaches: tuple[BreachDifference, ...]
    rows: tuple[RowDifference, ...]
    """All lines of the ledger that differ; those of a slot add up to the difference at its end."""
    dropped: tuple[Dropped, ...]
    """Recorded acts that are not legal any more, in order."""
    injects: tuple[tuple[str, ...], tuple[str, ...]]
    """Injects that came in the record alone, and in the what-if alone."""
    ends: tuple[tuple[int, ...], tuple[int, ...]]
    """Whole snapshots after the last outcome: the record's, the what-if's."""

    @property
    def first(self) -> tuple[RowDifference, ...]:
        """The first lines that differ: those of one turn and stage, the larger first."""
        head = [(one.row.turn, one.row.stage) for one in self.rows[:1]]
        return tuple(one for one in self.rows if (one.row.turn, one.row.stage) in head)


def what_if(course: Course, change: Change) -> WhatIf | Refused:
    """Answer what one changed response would have led to.

    Args:
        course: The played exercise, over or not; an unfinished one is followed as far as it goes.
        change: What a seat decides instead.

    Returns:
        The answer; or, where the change was not legal then, which use was refused and why.

    Raises:
        ExerciseError: There is no such turn with an outcome, seat, measure or target; the message names the nearest.
    """
    found = fork(course, checked(course, change))
    return found if isinstance(found, Refused) else _answer(course, change, found)


def _answer(course: Course, change: Change, found: Fork) -> WhatIf:
    actual, other = course.turns, outcomes(found.end)
    rows = row_differences(actual, other)
    ends = (actual[-1].s2, other[-1].s2)
    return WhatIf(
        change=change,
        instead_of=found.instead_of,
        decided=found.decided,
        stops=(Stop(0), *(Stop(record.turn, record.run_out) for record in actual)),
        axes=tuple(_axes(course.program, (actual, other), rows)),
        values=tuple(_values(course.program, *ends)),
        breaches=breach_differences(course.end.world.breaches, found.end.world.breaches),
        rows=rows,
        dropped=found.dropped,
        injects=_injects(course.end, found.end),
        ends=ends,
    )


def _axes(
    program: Program,
    turns: tuple[Sequence[TurnRecord], Sequence[TurnRecord]],
    rows: tuple[RowDifference, ...],
) -> Iterator[AxisPaths]:
    ends = (turns[0][-1].s2, turns[1][-1].s2)
    for axis, name in program.bundle.model.axes().items():
        slot = program.slot(name)
        actual, other = ((one[0].start[slot], *(r.s2[slot] for r in one)) for one in turns)
        yield AxisPaths(axis, slot, actual, other, parts_of(program, slot, ends, rows))


def _values(
    program: Program, actual: tuple[int, ...], what_if: tuple[int, ...]
) -> Iterator[EndValue]:
    bundle = program.bundle
    known = {*bundle.model.quantities, *bundle.model.derived}
    for slot, (ours, theirs) in enumerate(zip(actual, what_if, strict=True)):
        family = program.slots.spec(slot).family
        if ours != theirs and family in known:
            bands = (band_of(bundle, family, ours), band_of(bundle, family, theirs))
            yield EndValue(slot, ours, theirs, bands)


def _injects(actual: State, what_if: State) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ours, theirs = ([one.inject for one in state.deliveries] for state in (actual, what_if))
    return (
        tuple(name for name in ours if name not in theirs),
        tuple(name for name in theirs if name not in ours),
    )
