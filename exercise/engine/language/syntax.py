"""The syntax tree of the condition language.

Holds frozen nodes and the ways to walk them. It knows no slot, role or measure: names are
resolved elsewhere, against a scenario.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = [
    "Add",
    "Aggregate",
    "And",
    "Call",
    "Compare",
    "Expr",
    "Multiply",
    "Name",
    "Negate",
    "Node",
    "Not",
    "Number",
    "Or",
    "Ref",
    "SetRef",
    "Subtract",
    "children",
    "free_names",
    "walk",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A place in the text; two nodes that differ only in their place are equal.

    Brackets around an expression belong to no node. The heading name of a ``Ref``, ``Call``,
    ``Aggregate`` or ``SetRef`` stands at ``at``.

    Attributes:
        at: Offset of the first character, from 0.
        end: Offset after the last character.
    """

    at: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A literal. ``value`` counts hundredths, 0 to 99,999,999,900: ``60`` is 6000, ``30%`` 3000."""

    value: int
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A bare name: a slot, a role, a variable of an aggregate, ``any``."""

    ident: str


@dataclass(frozen=True, slots=True)
class Ref(Node):
    """A slot with its scope, ``name[args]``; at least one argument."""

    name: str
    args: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Call(Node):
    """A predicate or function, ``name(args)``; a bare word among the arguments is a ``Name``."""

    name: str
    args: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class SetRef(Node):
    """The set an aggregate runs over, such as ``states`` or ``neighbours(kazakhstan)``."""

    name: str
    args: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Aggregate(Node):
    """``kind(variable in domain: body)``; kind is count, sum, min, max, any or all."""

    kind: str
    variable: str
    domain: SetRef
    body: Expr


@dataclass(frozen=True, slots=True)
class Not(Node):
    """``not operand``."""

    operand: Expr


@dataclass(frozen=True, slots=True)
class Negate(Node):
    """``-operand``."""

    operand: Expr


@dataclass(frozen=True, slots=True)
class And(Node):
    """``a and b and ...``; at least two parts."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """``a or b or ...``; at least two parts."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """``left op right``; op is one of ``< <= > >= == !=``."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Add(Node):
    """``left + right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Subtract(Node):
    """``left - right``."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Multiply(Node):
    """``left * right``."""

    left: Expr
    right: Expr


Expr: TypeAlias = (
    Number
    | Name
    | Ref
    | Call
    | Aggregate
    | Not
    | Negate
    | And
    | Or
    | Compare
    | Add
    | Subtract
    | Multiply
)


def children(node: Node) -> tuple[Node, ...]:
    """Return the direct parts of a node in reading order; none for a number or a bare name."""
    match node:
        case Ref(args=args) | SetRef(args=args):
            return args
        case Call(args=parts) | And(parts=parts) | Or(parts=parts):
            return parts
        case Aggregate(domain=domain, body=body):
            return domain, body
        case Not(operand=operand) | Negate(operand=operand):
            return (operand,)
        case Compare() | Add() | Subtract() | Multiply():
            return node.left, node.right
    return ()


def walk(expr: Node) -> Iterator[Node]:
    """Yield the expression and every node in it, each before its parts, in reading order."""
    waiting = [expr]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def free_names(expr: Node) -> tuple[str, ...]:
    """Return the bare names that no aggregate binds, each once, in reading order.

    The heading names of slots with a scope, calls and sets are not among them. The set of an
    aggregate lies outside the reach of its variable.
    """
    found: dict[str, None] = {}
    waiting: list[tuple[Node, tuple[str, ...]]] = [(expr, ())]
    while waiting:
        node, bound = waiting.pop()
        if isinstance(node, Name) and node.ident not in bound:
            found[node.ident] = None
        elif isinstance(node, Aggregate):
            waiting += [(node.body, (*bound, node.variable)), (node.domain, bound)]
        else:
            waiting.extend((part, bound) for part in reversed(children(node)))
    return tuple(found)
