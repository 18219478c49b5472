"""The flat form of conditions and amounts, and what each of them means: this is the specification of their meaning.

Names are slot numbers, ``for`` is expanded. Every node is a frozen value; all numbers are hundredths. Reading changes
nothing, so a condition may stop at the part that decides it.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping

from exercise.engine.facts import ANY, NOBODY, Facts
from exercise.engine.node import Finding, Match, Node, Number, Reading, Test

_COMPARISONS: Mapping[str, Callable[[int, int], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
}


class Const(Number, frozen=True):
    """A number, in hundredths."""

    value: int

    def _read(self) -> Reading:
        value = self.value
        return lambda facts: value


class Slot(Number, frozen=True):
    """The value of a slot in the snapshot."""

    index: int

    def _slots(self) -> Iterator[int]:
        yield self.index

    def _read(self) -> Reading:
        index = self.index
        return lambda facts: facts.values[index]


class Moved(Number, frozen=True):
    """How far a slot moved between the last two outcomes."""

    index: int

    def _slots(self) -> Iterator[int]:
        yield self.index

    def _read(self) -> Reading:
        index = self.index
        return lambda facts: facts.settled[index] - facts.before[index]


class TurnNow(Number, frozen=True):
    """The turn, in hundredths."""

    def _read(self) -> Reading:
        return lambda facts: facts.turn * 100


class YearNow(Number, frozen=True):
    """The story's year, in hundredths."""

    def _read(self) -> Reading:
        return lambda facts: facts.year * 100


class Plus(Number, frozen=True):
    """Sum of parts."""

    parts: tuple[Number, ...]

    def _read(self) -> Reading:
        parts = _readings(self.parts)
        return lambda facts: sum([part(facts) for part in parts])


class Minus(Number, frozen=True):
    """Left less right."""

    left: Number
    right: Number

    def _read(self) -> Reading:
        left, right = self.left.read, self.right.read
        return lambda facts: left(facts) - right(facts)


class Times(Number, frozen=True):
    """Product, divided by 100 and rounded toward zero."""

    left: Number
    right: Number

    def _read(self) -> Reading:
        left, right = self.left.read, self.right.read
        return lambda facts: toward_zero(left(facts) * right(facts), 100)


class Least(Number, frozen=True):
    """The smallest part; 0 where there is none."""

    parts: tuple[Number, ...]

    def _read(self) -> Reading:
        parts = _readings(self.parts)
        return lambda facts: min([part(facts) for part in parts], default=0)


class Greatest(Number, frozen=True):
    """The largest part; 0 where there is none."""

    parts: tuple[Number, ...]

    def _read(self) -> Reading:
        parts = _readings(self.parts)
        return lambda facts: max([part(facts) for part in parts], default=0)


class HowMany(Number, frozen=True):
    """The number of true parts."""

    parts: tuple[Test, ...]

    def _read(self) -> Reading:
        parts = _findings(self.parts)
        return lambda facts: 100 * sum([part(facts) for part in parts])


class Scale(Number, frozen=True):
    """``amount`` times how far ``value`` has moved from ``low`` to ``high``, held within 0 to 1."""

    amount: int
    value: Number
    low: int
    high: int

    def _read(self) -> Reading:
        amount, value, low = self.amount, self.value.read, self.low
        span, sign = abs(self.high - low), -1 if self.high < low else 1

        def read(facts: Facts) -> int:
            moved = min(max(sign * (value(facts) - low), 0), span)
            return toward_zero(amount * moved, span)

        return read


class TurnsInForce(Number, frozen=True):
    """For how many outcomes a matching measure has been in force, this one included; 0 if none is."""

    match: Match

    def _read(self) -> Reading:
        keys = tuple((number, self.match.role, self.match.target) for number in self.match.measures)
        return lambda facts: 100 * max([facts.ages.get(key, 0) for key in keys], default=0)


class TurnsSince(Number, frozen=True):
    """Turns since an inject was released; 0 in its own turn and before."""

    inject: int

    def _read(self) -> Reading:
        inject = self.inject

        def read(facts: Facts) -> int:
            fired = facts.fired[inject]
            return 0 if fired < 0 else (facts.turn - fired) * 100

        return read


class Contribution(Number, frozen=True):
    """The level a party has stated, or the least of all parties' where ``role`` is any."""

    agreement: int
    role: int = ANY

    def _read(self) -> Reading:
        key = (self.agreement, self.role)
        return lambda facts: 100 * facts.levels.get(key, 0)


class Always(Test, frozen=True):
    """True."""

    def _holds(self) -> Finding:
        return lambda facts: True


class Every(Test, frozen=True):
    """All parts are true."""

    parts: tuple[Test, ...]

    def _holds(self) -> Finding:
        parts = _findings(self.parts)

        def holds(facts: Facts) -> bool:
            for part in parts:  # noqa: SIM110 - a generator would double the cost of a turn
                if not part(facts):
                    return False
            return True

        return holds


class Some(Test, frozen=True):
    """At least one part is true."""

    parts: tuple[Test, ...]

    def _holds(self) -> Finding:
        parts = _findings(self.parts)

        def holds(facts: Facts) -> bool:
            for part in parts:  # noqa: SIM110 - a generator would double the cost of a turn
                if part(facts):
                    return True
            return False

        return holds


class Opposite(Test, frozen=True):
    """The operand is false."""

    operand: Test

    def _holds(self) -> Finding:
        operand = self.operand.holds
        return lambda facts: not operand(facts)


class Versus(Test, frozen=True):
    """A comparison; ``op`` is one of ``< <= > >= == !=``."""

    op: str
    left: Number
    right: Number

    def _holds(self) -> Finding:
        compare, left, right = _COMPARISONS[self.op], self.left.read, self.right.read
        return lambda facts: compare(left(facts), right(facts))


class Chosen(Test, frozen=True):
    """A matching response was made this turn."""

    match: Match

    def _holds(self) -> Finding:
        none_of = self.match.keys.isdisjoint
        return lambda facts: not none_of(facts.chosen)


class InForce(Test, frozen=True):
    """A matching lasting measure is in force, this turn's included."""

    match: Match

    def _holds(self) -> Finding:
        none_of = self.match.keys.isdisjoint
        return lambda facts: not none_of(facts.in_force)


class Said(Test, frozen=True):
    """A statement on an issue in a frame was made this turn."""

    role: int
    issue: int
    frame: int

    def _holds(self) -> Finding:
        key = (self.role, self.issue, self.frame)
        return lambda facts: key in facts.said


class Adopted(Test, frozen=True):
    """A clause (or any clause) of an agreement is in force."""

    agreement: int
    clause: int = ANY

    def _holds(self) -> Finding:
        key = (self.agreement, self.clause)
        return lambda facts: key in facts.adopted


class Fired(Test, frozen=True):
    """An inject has been released."""

    inject: int

    def _holds(self) -> Finding:
        inject = self.inject
        return lambda facts: facts.fired[inject] >= 0


class Present(Test, frozen=True):
    """A role's seat is held by a person or a bot."""

    role: int

    def _holds(self) -> Finding:
        role = self.role
        if role == ANY:
            return lambda facts: any(facts.present)
        return lambda facts: role >= 0 and facts.present[role]


class FlagUp(Test, frozen=True):
    """A flag is up."""

    flag: int

    def _holds(self) -> Finding:
        flag = self.flag
        return lambda facts: flag in facts.flags


def toward_zero(value: int, divisor: int) -> int:
    """Divide and round toward zero: the engine's one rounding of amounts.

    >>> toward_zero(-150, 100), toward_zero(150, 100)
    (-1, 1)
    """
    return value // divisor if value >= 0 else -(-value // divisor)


def _readings(parts: tuple[Number, ...]) -> tuple[Reading, ...]:
    return tuple(part.read for part in parts)


def _findings(parts: tuple[Test, ...]) -> tuple[Finding, ...]:
    return tuple(part.holds for part in parts)


__all__ = [
    "ANY",
    "NOBODY",
    "Adopted",
    "Always",
    "Chosen",
    "Const",
    "Contribution",
    "Every",
    "Fired",
    "FlagUp",
    "Greatest",
    "HowMany",
    "InForce",
    "Least",
    "Match",
    "Minus",
    "Moved",
    "Node",
    "Number",
    "Opposite",
    "Plus",
    "Present",
    "Said",
    "Scale",
    "Slot",
    "Some",
    "Test",
    "Times",
    "TurnNow",
    "TurnsInForce",
    "TurnsSince",
    "Versus",
    "YearNow",
    "toward_zero",
]
