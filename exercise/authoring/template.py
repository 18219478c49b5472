"""Templates of authored files: values to put in, and lines that stand only where a mark holds.

A line may begin with marks and a bar, ``ru| text``: it is kept where every mark holds, without them. Lines marked with
the name of a list, ``seat| text``, are repeated for each of its members. A line ``include| name`` stands for the shared
piece of that name, and ``$name`` for a value. Templates are files of this package, never of users.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from string import Template

from msgspec import Struct

__all__ = ["Scope", "filled"]

_INCLUDED = re.compile(r"^include\| (\w+)\n", re.MULTILINE)
_MARKED = re.compile(r"([a-z_]+(?: [a-z_]+)*)\| ?(.*)", re.DOTALL)


class Scope(Struct, frozen=True):
    """What a template is filled with.

    Attributes:
        values: Values by name.
        marks: Marks that hold.
        repeated: Members of lists, by the list's name; each adds to the values and marks.
    """

    values: Mapping[str, str]
    marks: frozenset[str] = frozenset()
    repeated: Mapping[str, tuple[Scope, ...]] = {}

    def within(self, member: Scope) -> Scope:
        """Return the scope of one member of a list."""
        return Scope({**self.values, **member.values}, self.marks | member.marks)


class _Line(Struct, frozen=True):
    marks: tuple[str, ...]
    text: str


def filled(template: str, scope: Scope, shared: Mapping[str, str]) -> str:
    """Return the text of a template.

    Args:
        template: What is filled.
        scope: What it is filled with.
        shared: Pieces that it may include, by name.

    Raises:
        KeyError: The template names a value or a piece that there is not.
    """
    template = _INCLUDED.sub(lambda found: shared[found[1]], template)
    lines = [_line(line) for line in template.splitlines(keepends=True)]
    return "".join(_filled(lines, scope))


def _line(text: str) -> _Line:
    found = _MARKED.fullmatch(text)
    return _Line((), text) if found is None else _Line(tuple(found[1].split()), found[2])


def _filled(lines: Sequence[_Line], scope: Scope) -> Iterator[str]:
    for name, group in groupby(lines, lambda line: _list_of(line, scope)):
        block = list(group)
        if name is None:
            yield from _kept(block, scope)
        for member in scope.repeated.get(name or "", ()):
            inner = [_Line(tuple(m for m in line.marks if m != name), line.text) for line in block]
            yield from _kept(inner, scope.within(member))


def _list_of(line: _Line, scope: Scope) -> str | None:
    return next((mark for mark in line.marks if mark in scope.repeated), None)


def _kept(lines: Sequence[_Line], scope: Scope) -> Iterator[str]:
    for line in lines:
        if scope.marks.issuperset(line.marks):
            yield Template(line.text).substitute(scope.values)
