"""Conditions and amounts as Python expressions over lists: the second meaning of the nodes of ``engine.ir``.

The first, in ``engine.ir``, is the specification; every batch holds this one against it. In the text stand

- ``V`` the snapshot, ``P`` and ``Q`` the snapshots after the last outcome and the one before,
- ``T`` the turn, the turn in hundredths and the story's year in hundredths,
- ``F`` by inject the turn it came in, ``FL`` by flag whether it is up,
- ``CH``, ``AG``, ``SA``, ``AD``, ``LV`` what is chosen, in force and for how long, said, adopted, and levels stated,
  each by the number that :class:`Patterns` gives to a pattern,
- ``Z`` the engine's rounding.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

from msgspec import Struct, field

from exercise.engine import ir

_Key = TypeVar("_Key", bound=Hashable)

_MANY = 40
"""Parts of a sum above this are handed to ``sum``, because a long chain of signs nests too deep to compile."""


class Patterns(Struct):
    """Every pattern that conditions ask for, numbered in the order met."""

    chosen: dict[ir.Match, int] = field(default_factory=dict)
    standing: dict[ir.Match, int] = field(default_factory=dict)
    said: dict[tuple[int, int, int], int] = field(default_factory=dict)
    """Role, issue and frame."""
    adopted: dict[tuple[int, int], int] = field(default_factory=dict)
    """Agreement and clause."""
    levels: dict[tuple[int, int], int] = field(default_factory=dict)
    """Agreement and role."""


class Wording(Struct):
    """Writes nodes as Python, each in brackets where it is more than a name or a number."""

    present: tuple[bool, ...]
    """By role: whether the seat is held; the same in all playthroughs of a batch."""
    lows: tuple[int, ...]
    """By base slot: its lower bound, from which follows where nothing negative needs rounding."""
    patterns: Patterns = field(default_factory=Patterns)
    slots: set[int] = field(default_factory=set)
    """Slots met."""

    def number(self, node: ir.Number) -> str:
        """Return the text of an amount."""
        match node:
            case ir.Const(value=value):
                return f"({value})" if value < 0 else str(value)
            case ir.Slot(index=index):
                self.slots.add(index)
                return f"V[{index}]"
            case ir.Moved(index=index):
                self.slots.add(index)
                return f"(P[{index}]-Q[{index}])"
            case ir.TurnNow():
                return "T[1]"
            case ir.YearNow():
                return "T[2]"
            case ir.TurnsInForce(match=match):
                return f"(100*AG[{_numbered(self.patterns.standing, match)}])"
            case ir.TurnsSince(inject=inject):
                return f"((T[0]-F[{inject}])*100 if F[{inject}]>=0 else 0)"
            case ir.Contribution(agreement=agreement, role=role):
                return f"(100*LV[{_numbered(self.patterns.levels, (agreement, role))}])"
        return self._composed(node)

    def _composed(self, node: ir.Number) -> str:
        match node:
            case ir.Plus(parts=parts):
                return _sum([self.number(part) for part in parts])
            case ir.Minus(left=left, right=right):
                return f"({self.number(left)}-{self.number(right)})"
            case ir.Times(left=left, right=right):
                return self.rounded(
                    f"{self.number(left)}*{self.number(right)}",
                    100,
                    self.positive(left) and self.positive(right),
                )
            case ir.Least(parts=parts):
                return _picked("min", [self.number(part) for part in parts])
            case ir.Greatest(parts=parts):
                return _picked("max", [self.number(part) for part in parts])
            case ir.HowMany(parts=parts):
                return f"(100*{_sum([self.test(part) for part in parts])})"
            case ir.Scale():
                return self._scale(node)
        raise NotImplementedError(type(node).__name__)

    def _scale(self, node: ir.Scale) -> str:
        """Write a scaled amount; ``y`` is how far the value has moved, and is looked at again at once."""
        span, value = abs(node.high - node.low), self.number(node.value)
        low = _bare(node.low)
        way = f"{low}-{value}" if node.high < node.low else f"{value}-{low}"
        way = value if way == f"{value}-0" else way
        part = f"-({-node.amount}*y//{span})" if node.amount < 0 else f"{node.amount}*y//{span}"
        return f"(0 if (y:={way})<=0 else {node.amount} if y>={span} else {part})"

    @staticmethod
    def rounded(product: str, divisor: int, positive: bool) -> str:
        """Return a product divided and rounded toward zero."""
        return f"({product}//{divisor})" if positive else f"Z({product},{divisor})"

    def positive(self, node: ir.Number) -> bool:
        """Return whether an amount is never below nothing, as far as its form shows."""
        match node:
            case ir.Const(value=value):
                return value >= 0
            case ir.Slot(index=index):
                return index < len(self.lows) and self.lows[index] >= 0
            case ir.Scale(amount=amount):
                return amount >= 0
            case ir.Plus(parts=parts) | ir.Least(parts=parts) | ir.Greatest(parts=parts):
                return all(self.positive(part) for part in parts)
            case ir.Times(left=left, right=right):
                return self.positive(left) and self.positive(right)
            case ir.HowMany() | ir.TurnsInForce() | ir.TurnsSince():
                return True
        return False

    def test(self, node: ir.Test) -> str:
        """Return the text of a condition; its value is ``True`` or ``False``, so that it can be counted."""
        match node:
            case ir.Always():
                return "True"
            case ir.Every(parts=parts):
                return _joined(" and ", "True", [self.test(part) for part in parts])
            case ir.Some(parts=parts):
                return _joined(" or ", "False", [self.test(part) for part in parts])
            case ir.Opposite(operand=operand):
                return f"(not {self.test(operand)})"
            case ir.Versus(op=op, left=left, right=right):
                return f"({self.number(left)}{op}{self.number(right)})"
            case ir.Present(role=role):
                return str(any(self.present) if role == ir.ANY else self._held(role))
        return self._fact(node)

    def _fact(self, node: ir.Test) -> str:
        known = self.patterns
        match node:
            case ir.Chosen(match=match):
                return f"CH[{_numbered(known.chosen, match)}]"
            case ir.InForce(match=match):
                return f"(AG[{_numbered(known.standing, match)}]>0)"
            case ir.Said(role=role, issue=issue, frame=frame):
                return f"SA[{_numbered(known.said, (role, issue, frame))}]"
            case ir.Adopted(agreement=agreement, clause=clause):
                return f"AD[{_numbered(known.adopted, (agreement, clause))}]"
            case ir.Fired(inject=inject):
                return f"(F[{inject}]>=0)"
            case ir.FlagUp(flag=flag):
                return f"FL[{flag}]"
        raise NotImplementedError(type(node).__name__)

    def _held(self, role: int) -> bool:
        return role >= 0 and self.present[role]


def _numbered(known: dict[_Key, int], key: _Key) -> int:
    return known.setdefault(key, len(known))


def _bare(value: int) -> str:
    return f"({value})" if value < 0 else str(value)


def _sum(parts: Sequence[str]) -> str:
    if len(parts) > _MANY:
        return f"sum(({','.join(parts)}))"
    return f"({'+'.join(parts)})" if parts else "0"


def _picked(how: str, parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return parts[0] if parts else "0"
    return f"{how}({','.join(parts)})"


def _joined(word: str, empty: str, parts: Sequence[str]) -> str:
    if len(parts) < 2:
        return parts[0] if parts else empty
    return f"({word.join(parts)})"


__all__ = ["Patterns", "Wording"]
