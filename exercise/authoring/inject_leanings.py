"""Which way values must move for a condition to come true, as far as its comparisons say so."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.engine import ir

UP, EITHER, DOWN = 1, 0, -1
_WAYS = {">": UP, ">=": UP, "<": DOWN, "<=": DOWN, "==": EITHER, "!=": EITHER}


def leanings(test: ir.Node, holds: bool = True) -> Iterator[tuple[int, int]]:
    """Yield slots that a condition compares, each with the direction that helps it: 1 up, -1 down, 0 either.

    Args:
        test: The condition, compiled.
        holds: Whether it is to come true; else it is to come false.
    """
    match test:
        case ir.Opposite(operand=operand):
            yield from leanings(operand, not holds)
        case ir.Versus(op=op, left=left, right=right):
            way = _WAYS[op] if holds else -_WAYS[op]
            yield from _of_amount(left, way)
            yield from _of_amount(right, -way)
        case _:
            for part in test.below():
                yield from leanings(part, holds)


def _of_amount(amount: ir.Node, way: int) -> Iterator[tuple[int, int]]:
    match amount:
        case ir.Slot(index=index) | ir.Moved(index=index):
            yield index, way
        case ir.Minus(left=left, right=right):
            yield from _of_amount(left, way)
            yield from _of_amount(right, -way)
        case ir.Plus() | ir.Least() | ir.Greatest():
            for part in amount.below():
                yield from _of_amount(part, way)
        case ir.HowMany(parts=parts):
            for test in parts:
                yield from ((slot, lean * way) for slot, lean in leanings(test))
        case _:
            for part in amount.below():
                yield from ((slot, EITHER) for slot, _ in _of_amount(part, way))


__all__ = ["DOWN", "EITHER", "UP", "leanings"]
