"""Why a condition can never be true, or always is, in half a sentence."""

from __future__ import annotations

from itertools import combinations

from exercise.engine import ir
from exercise.engine.explain import points, show
from exercise.engine.proofs import Known, never, span_of

__all__ = ["why_always", "why_never"]

_TRIED = 12
"""Parts of a condition of which two are looked for that contradict each other."""


def why_never(test: ir.Test, known: Known) -> str:
    """Return why a condition that is proven to be false is false."""
    program = known.possible.program
    match test:
        case ir.Every(parts=parts):
            alone = next((part for part in parts if never(part, known)), None)
            return _contradiction(parts, known) if alone is None else why_never(alone, known)
        case ir.Some(parts=parts):
            return (
                why_never(parts[0], known) if parts else "there is nothing that it could be true of"
            )
        case ir.Opposite(operand=ir.Always()):
            return "it asks for what this scenario has left out"
        case ir.Opposite(operand=operand):
            return f"{show(program, operand)} is always true"
        case ir.Versus():
            return _range(test, known)
        case ir.Chosen() | ir.InForce() | ir.Said():
            return _unused(test, known)
    return _absent(test, known)


def why_always(test: ir.Test, known: Known) -> str:
    """Return the rest of a sentence on a condition that is proven to be true; nothing where it is no comparison."""
    return f": {_range(test, known)}" if isinstance(test, ir.Versus) else ""


def _contradiction(parts: tuple[ir.Test, ...], known: Known) -> str:
    program = known.possible.program
    for one, other in combinations(parts[:_TRIED], 2):
        if never(ir.Every((one, other)), known):
            return f"{show(program, one)} and {show(program, other)} contradict each other"
    return "its parts contradict each other"


def _range(test: ir.Versus, known: Known) -> str:
    sides = [side for side in (test.left, test.right) if not isinstance(side, ir.Const)]
    told = [_runs(side, known) for side in sides]
    return " and ".join(told) or f"{show(known.possible.program, test)} compares two numbers"


def _runs(node: ir.Number, known: Known) -> str:
    span, what = span_of(node, known), show(known.possible.program, node)
    if span.low == span.high:
        return f"{what} is {points(span.low)} here"
    return f"{what} runs from {points(span.low)} to {points(span.high)} here"


def _unused(test: ir.Chosen | ir.InForce | ir.Said, known: Known) -> str:
    told, possible = show(known.possible.program, test), known.possible
    if not known.moment.deciding and not isinstance(test, ir.InForce):
        return f"when this is tested nobody has decided anything yet, so {told} is false"
    if isinstance(test, ir.InForce) and possible.used(test.match):
        return f"{told} asks for a measure that lasts, and this one does not; ask for chosen(...)"
    if isinstance(test, ir.Said):
        return f"nobody at this table can make the statement of {told}"
    return f"nobody at this table can do what {told} asks for"


def _absent(test: ir.Test, known: Known) -> str:
    told = show(known.possible.program, test)
    match test:
        case ir.FlagUp():
            return f"nothing in this scenario raises {told}"
        case ir.Adopted():
            return f"nobody at this table is a party to what {told} asks for"
        case ir.Present():
            return "it asks for a role that has no place in this scenario"
    return f"{told} is false"
