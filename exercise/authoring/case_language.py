"""The slots, conditions and flags in a scenario's cases: each must mean something, told before anything is played."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exercise.engine.language import parse, syntax
from exercise.engine.language.error import LanguageError
from exercise.engine.lower import lowering_for
from exercise.engine.program import Program
from exercise.errors import Problem
from exercise.library.positions import Path, at_offset
from exercise.library.strict_yaml import MappingNode
from exercise.model.case import Case, CaseFile, Given

__all__ = ["check_case_language"]


def check_case_language(file: CaseFile, tree: MappingNode, program: Program) -> list[Problem]:
    """Return one problem, with its place, for each expression that means nothing in a scenario."""
    lowering = lowering_for(program)
    found = []
    for path, text, kind in _expressions(file):
        meanings: dict[str, Callable[[syntax.Expr], object]] = {
            "slot": lowering.slot,
            "test": lowering.test,
            "flag": lowering.flag,
        }
        try:
            meanings[kind](parse(text))
        except LanguageError as error:
            hint = f"; {error.hint}" if error.hint else ""
            message = f"{error.message}{hint}"
            found.append(at_offset(tree, path, error.at, error.length, message, error.code))
    return found


_Found = Iterator[tuple[Path, str, str]]


def _expressions(file: CaseFile) -> _Found:
    for number, case in enumerate(file.cases):
        path: Path = ("cases", number)
        yield from _flags((*path, "given"), case.given)
        if case.compare_given is not None:
            yield from _flags((*path, "compare_given"), case.compare_given)
        yield from _expected(path, case)


def _flags(path: Path, given: Given) -> _Found:
    for number, flag in enumerate(given.flags):
        yield (*path, "flags", number), flag, "flag"


def _expected(path: Path, case: Case) -> _Found:
    for number, expect in enumerate(case.then):
        for key, kind in (("slot", "slot"), ("holds", "test"), ("fails", "test")):
            text = getattr(expect, key)
            if text is not None:
                yield (*path, "then", number, key), text, kind
    for number, difference in enumerate(case.differs):
        yield (*path, "differs", number, "slot"), difference.slot, "slot"
