"""From a syntax tree to its canonical text.

One space around operators and after commas, brackets only where the grammar needs them. Reading the
text again gives an equal tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from exercise.engine.language.syntax import (
    Add,
    Aggregate,
    And,
    Call,
    Compare,
    Multiply,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Or,
    Ref,
    SetRef,
    Subtract,
)

__all__ = ["render"]

_OR, _AND, _NOT, _COMPARE, _SUM, _PRODUCT, _UNARY, _ATOM = range(8)

_Piece: TypeAlias = "str | tuple[Node, int]"


def render(expr: Node) -> str:
    """Return the canonical text of a tree.

    It can be longer than what the author wrote (``a+b`` becomes ``a + b``), so whoever parses it
    again must allow for that.
    """
    waiting: list[_Piece] = [(expr, _OR)]
    written: list[str] = []
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            written.append(piece)
        else:
            waiting.extend(reversed(_bracketed(*piece)))
    return "".join(written)


def _bracketed(node: Node, loosest: int) -> list[_Piece]:
    """Return the pieces of a node, in brackets if it binds looser than its place allows."""
    level, pieces = _pieces(node)
    return pieces if level >= loosest else ["(", *pieces, ")"]


def _pieces(node: Node) -> tuple[int, list[_Piece]]:
    """Return how tightly a node binds and what it is written with."""
    match node:
        case Or(parts=parts):
            return _OR, list(_joined(parts, " or ", _AND))
        case And(parts=parts):
            return _AND, list(_joined(parts, " and ", _NOT))
        case Not(operand=operand):
            return _NOT, ["not ", (operand, _NOT)]
        case Compare(op=op, left=left, right=right):
            return _COMPARE, [(left, _SUM), f" {op} ", (right, _SUM)]
        case Add() | Subtract() | Multiply():
            return _arithmetic(node)
        case Negate(operand=operand):
            return _UNARY, ["-", (operand, _UNARY)]
    return _ATOM, _atom(node)


def _arithmetic(node: Add | Subtract | Multiply) -> tuple[int, list[_Piece]]:
    """Chains lean to the left, so the right side must bind one step tighter."""
    if isinstance(node, Multiply):
        return _PRODUCT, [(node.left, _PRODUCT), " * ", (node.right, _UNARY)]
    sign = " + " if isinstance(node, Add) else " - "
    return _SUM, [(node.left, _SUM), sign, (node.right, _PRODUCT)]


def _atom(node: Node) -> list[_Piece]:
    match node:
        case Number(value=value, percent=percent):
            return [_digits(value), "%" if percent else ""]
        case Name(ident=ident):
            return [ident]
        case Ref(name=name, args=args):
            return [name, "[", *_joined(args, ", ", _OR), "]"]
        case Call(name=name, args=values):
            return [name, "(", *_joined(values, ", ", _OR), ")"]
        case SetRef(name=name, args=args):
            return [name, "(", *_joined(args, ", ", _OR), ")"] if args else [name]
        case Aggregate(kind=kind, variable=variable, domain=domain, body=body):
            return [f"{kind}({variable} in ", (domain, _ATOM), ": ", (body, _OR), ")"]
    raise TypeError(f"{type(node).__name__} is not part of the language")


def _joined(parts: tuple[Node, ...], separator: str, loosest: int) -> Iterator[_Piece]:
    for position, part in enumerate(parts):
        if position:
            yield separator
        yield part, loosest


def _digits(value: int) -> str:
    """Return hundredths as a decimal without needless zeros: 6000 is ``60``, 50 is ``0.5``."""
    whole, hundredths = divmod(value, 100)
    return f"{whole}.{hundredths:02d}".rstrip("0").rstrip(".")
