"""The syntax tree of the condition language.

Holds frozen nodes and the ways to walk them. It knows no slot, role or measure: names are
resolved elsewhere, against a scenario.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from msgspec import Struct

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


class Node(Struct, frozen=True, kw_only=True, eq=False):
    """A place in the text; two nodes that differ only in their place are equal.

    Brackets around an expression belong to no node. The heading name of a ``Ref``, ``Call``,
    ``Aggregate`` or ``SetRef`` stands at ``at``.

    Attributes:
        at: Offset of the first character, from 0.
        end: Offset after the last character.
    """

    at: int = 0
    end: int = 0

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self._parts() == other._parts()

    def _parts(self) -> tuple[object, ...]:
        """All fields but the place."""
        own = self.__struct_fields__
        return tuple(getattr(self, name) for name in own if name not in Node.__struct_fields__)


class Number(Node, frozen=True):
    """A literal. ``value`` counts hundredths, 0 to 99,999,999,900: ``60`` is 6000, ``30%`` 3000."""

    value: int
    percent: bool = False


class Name(Node, frozen=True):
    """A bare name: a slot, a role, a variable of an aggregate, ``any``."""

    ident: str


class Ref(Node, frozen=True):
    """A slot with its scope, ``name[args]``; at least one argument."""

    name: str
    args: tuple[Name, ...]


class Call(Node, frozen=True):
    """A predicate or function, ``name(args)``; a bare word among the arguments is a ``Name``."""

    name: str
    args: tuple[Expr, ...]


class SetRef(Node, frozen=True):
    """The set an aggregate runs over, such as ``states`` or ``neighbours(kazakhstan)``."""

    name: str
    args: tuple[Name, ...] = ()


class Aggregate(Node, frozen=True):
    """``kind(variable in domain: body)``; kind is count, sum, min, max, any or all."""

    kind: str
    variable: str
    domain: SetRef
    body: Expr


class Not(Node, frozen=True):
    """``not operand``."""

    operand: Expr


class Negate(Node, frozen=True):
    """``-operand``."""

    operand: Expr


class And(Node, frozen=True):
    """``a and b and ...``; at least two parts."""

    parts: tuple[Expr, ...]


class Or(Node, frozen=True):
    """``a or b or ...``; at least two parts."""

    parts: tuple[Expr, ...]


class Compare(Node, frozen=True):
    """``left op right``; op is one of ``< <= > >= == !=``."""

    op: str
    left: Expr
    right: Expr


class Add(Node, frozen=True):
    """``left + right``."""

    left: Expr
    right: Expr


class Subtract(Node, frozen=True):
    """``left - right``."""

    left: Expr
    right: Expr


class Multiply(Node, frozen=True):
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
