"""The ledger: capping the sum of rows, and taking a derived value's change apart into its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import floor

from msgspec import Struct

from exercise.engine.program import Program
from exercise.engine.slots import DerivedSpec
from exercise.engine.world import Cause, Row, Stage


def cap_rows(
    program: Program, base: Sequence[int], rows: Iterable[Row], turn: int, stage: Stage
) -> list[Row]:
    """Return the rows that hold slots within their bounds; such a row stands only at a bound."""
    sums: dict[int, int] = {}
    for row in rows:
        sums[row.slot] = sums.get(row.slot, 0) + row.amount
    caps = []
    for slot, moved in sums.items():
        spec = program.slots.base[slot]
        reached = base[slot] + moved
        held = min(max(reached, spec.low), spec.high)
        if held != reached:
            caps.append(Row(slot, held - reached, turn, stage, Cause("cap", "bound", turn=turn)))
    return caps


def added(base: Sequence[int], rows: Iterable[Row]) -> tuple[int, ...]:
    """Return base values with rows added."""
    values = list(base)
    for row in rows:
        values[row.slot] += row.amount
    return tuple(values)


class Share(Struct, frozen=True):
    """What one row (or rounding, or a ceiling) contributes to a derived value's change, hundredths."""

    amount: int
    row: Row | None
    name: str = ""
    """``rounding`` or ``cap`` where there is no row."""


def shares(
    program: Program, slot: int, before: Sequence[int], after: Sequence[int], rows: Sequence[Row]
) -> list[Share]:
    """Take the change of any slot apart, so that the parts add up exactly.

    Args:
        program: The Program.
        slot: A base or derived slot.
        before: Whole snapshot before the rows.
        after: Whole snapshot after them.
        rows: All rows between the two.
    """
    count = len(program.slots.base)
    if slot < count:
        return [Share(row.amount, row) for row in rows if row.slot == slot]
    spec = program.slots.derived[slot - count]
    weights: dict[int, Fraction] = {}
    _spread(program, spec, Fraction(1), weights)
    weighed = [row for row in rows if weights.get(row.slot)]
    amounts = _whole([weights[row.slot] * row.amount for row in weighed])
    parts = [Share(amount, row) for amount, row in zip(amounts, weighed, strict=True)]
    ceiling = int(_ceiling(program, spec, after) - _ceiling(program, spec, before))
    rounding = after[slot] - before[slot] - ceiling - sum(part.amount for part in parts)
    if rounding:
        parts.append(Share(rounding, None, "rounding"))
    if ceiling:
        parts.append(Share(ceiling, None, "cap"))
    return [part for part in parts if part.amount or part.row is not None]


def _spread(
    program: Program, spec: DerivedSpec, weight: Fraction, weights: dict[int, Fraction]
) -> None:
    """Add the weight each base slot has in a derived value."""
    total = sum(share for _, share in spec.terms)
    if spec.kind != "mean" or not total:
        return
    count = len(program.slots.base)
    for slot, share in spec.terms:
        part = weight * Fraction(-share if spec.shortfall else share, total)
        if slot < count:
            weights[slot] = weights.get(slot, Fraction(0)) + part
        else:
            _spread(program, program.slots.derived[slot - count], part, weights)


def _ceiling(program: Program, spec: DerivedSpec, values: Sequence[int]) -> Fraction:
    """How much ceilings take off a derived value, its own and those of what it is computed from."""
    total = sum(weight for _, weight in spec.terms)
    if spec.kind != "mean" or not total:
        return Fraction(0)
    count = len(program.slots.base)
    taken = Fraction(0)
    for slot, share in spec.terms:
        if slot >= count:
            weight = Fraction(-share if spec.shortfall else share, total)
            taken += weight * _ceiling(program, program.slots.derived[slot - count], values)
    if spec.limit is not None:
        mean = sum(weight * values[index] for index, weight in spec.terms) // total
        taken += values[spec.index] - mean
    return taken


def _whole(exact: Sequence[Fraction]) -> list[int]:
    """Whole numbers that add up to the whole part of the sum: what is cut off goes to the largest remainders.

    Cut one by one, many small parts would vanish into rounding and hide what caused a change.
    """
    whole = [floor(value) for value in exact]
    left = floor(sum(exact, Fraction(0))) - sum(whole)
    order = sorted(range(len(exact)), key=lambda number: whole[number] - exact[number])
    for number in order[:left]:
        whole[number] += 1
    return whole
