"""The condition language: text in, syntax tree out, and back.

Reads what authors write after ``when`` and as amounts. It resolves no names and computes nothing.
"""

from __future__ import annotations

from exercise.engine.language.error import LanguageError
from exercise.engine.language.parser import AGGREGATES, MAX_DEPTH, MAX_LENGTH, MAX_NODES, parse
from exercise.engine.language.render import render
from exercise.engine.language.syntax import (
    Add,
    Aggregate,
    And,
    Call,
    Compare,
    Expr,
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
    children,
    free_names,
    walk,
)

__all__ = [
    "AGGREGATES",
    "MAX_DEPTH",
    "MAX_LENGTH",
    "MAX_NODES",
    "Add",
    "Aggregate",
    "And",
    "Call",
    "Compare",
    "Expr",
    "LanguageError",
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
    "parse",
    "render",
    "walk",
]
