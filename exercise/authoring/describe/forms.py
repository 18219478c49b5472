"""The forms of conditions and amounts that decide how they are worded; it words nothing itself."""

from __future__ import annotations

from exercise.engine.language import Aggregate, Call, Compare, Expr, Negate, Number

OPPOSITE = {"<": ">=", ">=": "<", ">": "<=", "<=": ">", "==": "!=", "!=": "=="}
MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "==": "==", "!=": "!="}
OPS = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne"}
WHOLE = 100
"""Hundredths in one."""


def runs_on(expr: Expr) -> bool:
    """Whether a sentence has no end of its own, so that the next part would seem to belong to it."""
    if isinstance(expr, Compare):
        return any(runs_on(part) for part in (expr.left, expr.right))
    return isinstance(expr, Aggregate) or (isinstance(expr, Call) and expr.name == "count")


def percent_of(share: Number) -> int:
    """Return a factor in hundredths of a per cent, whichever way it is written: ``40%`` or ``0.4``."""
    return share.value if share.percent else share.value * WHOLE


def whole_of(expr: Expr) -> int | None:
    """Return a written whole number; nothing for anything else."""
    sign, inner = (-1, expr.operand) if isinstance(expr, Negate) else (1, expr)
    if isinstance(inner, Number) and not inner.percent and inner.value % WHOLE == 0:
        return sign * inner.value // WHOLE
    return None


__all__ = ["MIRRORED", "OPPOSITE", "OPS", "WHOLE", "percent_of", "runs_on", "whole_of"]
