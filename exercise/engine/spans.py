"""Spans: all values between two bounds, and what sums, products and scales make of them.

An interval is never too narrow: whatever can happen in an exercise lies inside.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from exercise.engine.ir import toward_zero

__all__ = ["Span", "around", "product", "scaled", "total"]


class Span(Struct, frozen=True):
    """The whole numbers from ``low`` to ``high``, both included; empty where ``low`` is the higher."""

    low: int
    high: int

    @property
    def empty(self) -> bool:
        """Whether no number is left."""
        return self.low > self.high

    def within(self, other: Span) -> Span:
        """Return what two spans have in common."""
        return Span(max(self.low, other.low), min(self.high, other.high))

    def less(self, other: Span) -> Span:
        """Return every difference of a number of this span and one of the other."""
        return Span(self.low - other.high, self.high - other.low)

    def stepped(self, step: int) -> Span:
        """Return the span from the first to the last multiple of a step."""
        return Span(-(-self.low // step) * step, self.high // step * step)


def total(spans: Iterable[Span]) -> Span:
    """Return every sum of one number of each span."""
    low = high = 0
    for span in spans:
        low += span.low
        high += span.high
    return Span(low, high)


def product(left: Span, right: Span) -> Span:
    """Return every product of two amounts in hundredths, rounded as the engine rounds.

    >>> product(Span(-200, 300), Span(150, 150))
    Span(low=-300, high=450)
    """
    return around(
        toward_zero(one * other, 100)
        for one in (left.low, left.high)
        for other in (right.low, right.high)
    )


def scaled(amount: int, value: Span, low: int, high: int) -> Span:
    """Return every value of ``scale(amount, value, low, high)``."""
    width, sign = abs(high - low), -1 if high < low else 1
    return around(
        toward_zero(amount * min(max(sign * (end - low), 0), width), width)
        for end in (value.low, value.high)
    )


def around(values: Iterable[int]) -> Span:
    """Return the narrowest span that holds all of some values, at least one."""
    held = tuple(values)
    return Span(min(held), max(held))
