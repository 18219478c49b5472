"""Proofs about conditions by interval analysis: that one can never be true, or is always true.

Only what is proven is called so. A condition is assumed, part after part; each part narrows what values and facts can
be, and a part that leaves nothing proves that the whole is never true.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from exercise.engine import ir
from exercise.engine.possible import Possible
from exercise.engine.scene import year
from exercise.engine.spans import Span, around, product, scaled, total

__all__ = ["Known", "Moment", "always", "assume", "know", "never", "span_of"]

_ROUNDS = 3
"""How often a condition is gone through; each time can narrow what the last has left."""
_WHOLE = (ir.TurnNow, ir.YearNow, ir.HowMany, ir.TurnsInForce, ir.TurnsSince, ir.Contribution)
"""Numbers that come in whole points only."""
_WHOLE_SLOTS = ("level", "frame", "strict", "loose")
_TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


class Moment(Struct, frozen=True):
    """When a condition is read.

    Attributes:
        first: The first turn in which it can be.
        last: The last one, run-out included.
        deciding: Whether the responses of the turn are known by then.
        silent: Injects that have never been released by then.
    """

    first: int
    last: int
    deciding: bool = True
    silent: frozenset[int] = frozenset()


class Known(Struct, frozen=True):
    """What is taken as given while a condition is looked at.

    Attributes:
        possible: What the Program can bring forth.
        moment: When the condition is read.
        spans: Amounts that have been narrowed.
        truths: Facts that have been settled.
        counting: Whether this is inside a count already.
    """

    possible: Possible
    moment: Moment
    spans: Mapping[ir.Number, Span] = MappingProxyType({})
    truths: Mapping[ir.Test, bool] = MappingProxyType({})
    counting: bool = False


def know(possible: Possible, moment: Moment) -> Known:
    """Return what is known at a moment before anything is assumed."""
    return Known(possible, moment)


def never(test: ir.Test, known: Known) -> bool:
    """Return whether a condition is proven to be false."""
    return assume(test, known) is None


def always(test: ir.Test, known: Known) -> bool:
    """Return whether a condition is proven to be true."""
    return assume(_negated(test), known) is None


def assume(test: ir.Test, known: Known) -> Known | None:
    """Return what is known once a condition holds; nothing where it cannot hold."""
    for _ in range(_ROUNDS):
        narrowed = _assumed(test, known)
        if narrowed is None or narrowed is known:
            return narrowed
        known = narrowed
    return known


def _assumed(test: ir.Test, known: Known) -> Known | None:
    """Go once through a condition; what stands later in it is not yet used for what stands before."""
    match test:
        case ir.Always():
            return known
        case ir.Every(parts=parts):
            return _all_of(parts, known)
        case ir.Some(parts=parts):
            return _one_of(parts, known)
        case ir.Opposite(operand=operand):
            return _denied(operand, known)
        case ir.Versus():
            return _compared(test, known)
    return _settled(test, True, known)


def _all_of(parts: tuple[ir.Test, ...], known: Known) -> Known | None:
    narrowed: Known | None = known
    for part in parts:
        if narrowed is None:
            break
        narrowed = _assumed(part, narrowed)
    return narrowed


def _one_of(parts: tuple[ir.Test, ...], known: Known) -> Known | None:
    ways = [way for part in parts if (way := _assumed(part, known)) is not None]
    if not ways:
        return None
    return ways[0] if len(ways) == 1 else known


def _denied(operand: ir.Test, known: Known) -> Known | None:
    if isinstance(operand, (ir.Always, ir.Every, ir.Some, ir.Opposite, ir.Versus)):
        return None if isinstance(operand, ir.Always) else _assumed(_negated(operand), known)
    return _settled(operand, False, known)


def _negated(test: ir.Test) -> ir.Test:
    match test:
        case ir.Every(parts=parts):
            return ir.Some(tuple(_negated(part) for part in parts))
        case ir.Some(parts=parts):
            return ir.Every(tuple(_negated(part) for part in parts))
        case ir.Opposite(operand=operand):
            return operand
        case ir.Versus(op=op, left=left, right=right):
            return ir.Versus(_TURNED[op], left, right)
    return ir.Opposite(test)


def _settled(fact: ir.Test, holds: bool, known: Known) -> Known | None:
    """Take a fact as true or false, unless that is settled otherwise."""
    if fact in known.truths:
        return known if known.truths[fact] is holds else None
    if holds and not _possible(fact, known):
        return None
    return replace(known, truths={**known.truths, fact: holds})


def _possible(fact: ir.Test, known: Known) -> bool:
    possible, moment = known.possible, known.moment
    match fact:
        case ir.Chosen(match=match):
            return moment.deciding and possible.used(match)
        case ir.InForce(match=match):
            return possible.used(match, lasting=True)
        case ir.Said(role=role):
            return moment.deciding and possible.spoken(role)
        case ir.Adopted(agreement=agreement):
            return bool(possible.program.agreements[agreement].parties)
        case ir.Fired(inject=inject):
            return inject not in moment.silent
        case ir.Present(role=role):
            return role != ir.NOBODY
        case ir.FlagUp(flag=flag):
            return flag in possible.raised
    return True


def _compared(test: ir.Versus, known: Known) -> Known | None:
    left, right = span_of(test.left, known), span_of(test.right, known)
    if test.op == "!=":
        return None if left == right and left.low == left.high else known
    for side, old, new in (
        (test.left, left, left.within(_allowed(test.op, right))),
        (test.right, right, right.within(_allowed(_MIRRORED[test.op], left))),
    ):
        left_over = new.stepped(_step(side, known))
        if left_over.empty:
            return None
        if left_over != old:
            known = replace(known, spans={**known.spans, side: left_over})
    return known


_FAR = 1 << 62
"""Beyond everything that amounts of a scenario come to."""


def _allowed(op: str, other: Span) -> Span:
    """Return what may stand on the left of a comparison, given the right."""
    match op:
        case "<":
            return Span(-_FAR, other.high - 1)
        case "<=":
            return Span(-_FAR, other.high)
        case ">":
            return Span(other.low + 1, _FAR)
        case ">=":
            return Span(other.low, _FAR)
    return other


def _step(node: ir.Number, known: Known) -> int:
    slots = known.possible.program.slots
    whole = isinstance(node, _WHOLE) or (
        isinstance(node, ir.Slot) and slots.spec(node.index).family in _WHOLE_SLOTS
    )
    return 100 if whole else 1


def span_of(node: ir.Number, known: Known) -> Span:
    """Return all values that an amount can have."""
    own = _leaf(node, known) or _composed(node, known)
    narrowed = known.spans.get(node)
    return own if narrowed is None else own.within(narrowed)


def _leaf(node: ir.Number, known: Known) -> Span | None:
    possible, moment = known.possible, known.moment
    # A measure may have been in force since the planning turn, long before what asks for it can be read.
    outcomes = moment.last + 1
    match node:
        case ir.Const(value=value):
            return Span(value, value)
        case ir.Slot(index=index):
            return possible.bounds[index]
        case ir.Moved(index=index):
            return possible.bounds[index].less(possible.bounds[index])
        case ir.TurnNow():
            return Span(moment.first * 100, moment.last * 100)
        case ir.YearNow():
            return around(
                year(possible.program, turn) * 100 for turn in (moment.first, moment.last)
            )
        case ir.TurnsInForce(match=match):
            return Span(0, 100 * possible.longest(match, outcomes))
        case ir.TurnsSince(inject=inject):
            return Span(0, 0 if inject in moment.silent else 100 * max(moment.last, 0))
        case ir.Contribution():
            return Span(0, 300)
    return None


def _composed(node: ir.Number, known: Known) -> Span:
    match node:
        case ir.Plus(parts=parts):
            return total(span_of(part, known) for part in parts)
        case ir.Minus(left=left, right=right):
            return span_of(left, known).less(span_of(right, known))
        case ir.Times(left=left, right=right):
            return product(span_of(left, known), span_of(right, known))
        case ir.Least(parts=parts) | ir.Greatest(parts=parts):
            return _extreme(parts, min if isinstance(node, ir.Least) else max, known)
        case ir.HowMany(parts=parts):
            return _counted(parts, known)
        case ir.Scale(amount=amount, value=value, low=low, high=high):
            return scaled(amount, span_of(value, known), low, high)
    raise AssertionError(f"unknown amount: {node}")


def _counted(parts: tuple[ir.Test, ...], known: Known) -> Span:
    """How many of some conditions hold; a count inside a count is taken as open, or cost would double with each."""
    if known.counting:
        return Span(0, 100 * len(parts))
    if known.spans or known.truths:
        return _count(parts, known)
    # Many conditions and amounts share a count, and before anything is assumed it comes to the same.
    counts = known.possible.counts
    same = (id(parts), known.moment)
    if same not in counts:
        counts[same] = parts, _count(parts, known)
    return counts[same][1]


def _count(parts: tuple[ir.Test, ...], known: Known) -> Span:
    inner = replace(known, counting=True)
    sure = sum(always(part, inner) for part in parts)
    open_ = sum(not never(part, inner) for part in parts)
    return Span(100 * sure, 100 * open_)


def _extreme(parts: tuple[ir.Number, ...], which: Callable[[list[int]], int], known: Known) -> Span:
    spans = [span_of(part, known) for part in parts]
    if not spans:
        return Span(0, 0)
    return Span(which([one.low for one in spans]), which([one.high for one in spans]))
