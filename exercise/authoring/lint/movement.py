"""Which slots the effects of a scenario move, in which direction, and what that means for the two axes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Literal

from exercise.authoring.lint.subject import Subject
from exercise.engine.program import Drawn, EffectCode, Program
from exercise.engine.proofs import Known, span_of
from exercise.engine.spans import Span
from exercise.model.quantity import AxisName

__all__ = [
    "AxisWeights",
    "Direction",
    "axis_moves",
    "axis_weights",
    "moved_slots",
    "slots_behind",
]

Direction = Literal["up", "down"]
AxisWeights = Mapping[AxisName, Mapping[int, Fraction]]


def moved_slots(subject: Subject) -> frozenset[int]:
    """Return the base slots that some effect in play changes."""
    program = subject.program
    moved = {code.slot for code in subject.effects if code.kind in ("change", "transfer")}
    moved |= {code.to for code in subject.effects if code.kind in ("transfer", "income")}
    for code in subject.effects:
        if code.kind == "reroute":
            moved |= {code.leg, *(volume for volume, _ in program.legs[code.leg])}
    if any(code.statement for code in program.measures):
        spoken = ((one.rhetoric, one.acceptance, one.frame) for one in program.issue_states)
        moved |= {slot for slots in spoken for slot in slots}
    # Level and frame follow from the components of their issue.
    for issue in program.issue_states:
        if not moved.isdisjoint([slot for slot, _ in issue.components]):
            moved |= {issue.level}
    return frozenset(moved)


def slots_behind(program: Program, indicator: str) -> frozenset[int]:
    """Return the base slots of an indicator: of every state it has, or those it is computed from."""
    found = [number for (family, _), number in program.slots.index.items() if family == indicator]
    return frozenset(base for number in found for base in _bases(program, number))


def _bases(program: Program, number: int) -> Iterator[int]:
    count = len(program.slots.base)
    if number < count:
        yield number
        return
    for term, _ in program.slots.derived[number - count].terms:
        yield from _bases(program, term)


def axis_weights(program: Program) -> AxisWeights:
    """Return for each axis the share that every base slot has in it; negative where a rise lowers the axis."""
    return {
        axis: _shares(program, program.slot(name))
        for axis, name in program.bundle.model.axes().items()
    }


def _shares(program: Program, number: int) -> dict[int, Fraction]:
    count = len(program.slots.base)
    if number < count:
        return {number: Fraction(1)}
    spec = program.slots.derived[number - count]
    whole = sum(weight for _, weight in spec.terms) * (-1 if spec.shortfall else 1)
    found: dict[int, Fraction] = {}
    for term, weight in spec.terms:
        for slot, share in _shares(program, term).items():
            found[slot] = found.get(slot, Fraction(0)) + share * Fraction(weight, whole or 1)
    return found


def axis_moves(
    code: EffectCode, weights: AxisWeights, known: Known
) -> frozenset[tuple[AxisName, Direction]]:
    """Return what a change can do to each axis: raise it, lower it, or either.

    Args:
        code: An effect that changes a slot.
        weights: What every slot weighs in each axis.
        known: What amounts can come to.
    """
    amount = _amount(code, known)
    return frozenset(
        (axis, "up" if (weight > 0) == rises else "down")
        for axis, by_slot in weights.items()
        if (weight := by_slot.get(code.slot, Fraction(0)))
        for rises in (False, True)
        if (amount.high > 0 if rises else amount.low < 0)
    )


def _amount(code: EffectCode, known: Known) -> Span:
    amount = code.amount
    if isinstance(amount, Drawn):
        return Span(amount.low, amount.high)
    return Span(0, 0) if amount is None else span_of(amount, known)
