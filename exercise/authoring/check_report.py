"""What a check has found, told to people or to a program; and told again whenever a file is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from time import sleep
from typing import Literal

from exercise.authoring.check import CheckResult, check, read_folders
from exercise.library.places import Library
from exercise.library.shelf import Shelf, stamp

__all__ = ["Form", "run_check", "watch_check"]

Form = Literal["text", "json"]
_EVERY = 0.03
"""Seconds between two looks at the files: too short to be noticed, too long to be felt by the machine."""
_Stamps = tuple[tuple[tuple[str, int, int], ...], ...]


def run_check(
    names: list[str],
    library: Library,
    stream_write: Callable[[str], object],
    form: Form = "text",
    strict: bool = False,
) -> int:
    """Check scenarios and write what is wrong.

    Args:
        names: Scenarios by name, folders of a scenario, or folders with scenarios in them; none
            for everything in the library.
        library: Where names, models and roles are looked for.
        stream_write: Takes each piece of text, line ends included.
        form: For people, one problem after the other and then the counts; or one line of JSON.
        strict: Whether warnings count.

    Returns:
        0 where nothing counts, 1 where something does, 2 where a name stands for nothing.
    """
    result = check(names, library)
    for piece in _FORMS[form](result):
        stream_write(piece)
    return result.exit_code(strict)


def watch_check(
    names: list[str],
    library: Library,
    stream_write: Callable[[str], object],
    form: Form = "text",
    strict: bool = False,
    rounds: int | None = None,
) -> int:
    """Check, and check again whenever a file has been saved, until somebody interrupts.

    Args:
        names: As for :func:`run_check`.
        library: As for :func:`run_check`.
        stream_write: As for :func:`run_check`.
        form: As for :func:`run_check`.
        strict: As for :func:`run_check`.
        rounds: How often to check; without end where it is not given.

    Returns:
        What the last check returned.
    """
    shelf, seen = Shelf(), _stamps(names, library)
    while True:
        result = check(names, library, shelf)
        for piece in _FORMS[form](result):
            stream_write(piece)
        rounds = None if rounds is None else rounds - 1
        if rounds == 0:
            return result.exit_code(strict)
        try:
            seen = _changed(names, library, seen)
        except KeyboardInterrupt:
            return result.exit_code(strict)
        if form == "text":
            stream_write("\n")


def _changed(names: list[str], library: Library, seen: _Stamps) -> _Stamps:
    """Wait until a file is another one than it was; one that has become empty is mostly being written."""
    while True:
        sleep(_EVERY)
        now = _stamps(names, library)
        if now != seen:
            if _emptied(now) - _emptied(seen):
                sleep(_EVERY)
                now = _stamps(names, library)
            return now


def _emptied(stamps: _Stamps) -> set[str]:
    return {name for folder in stamps for name, _, size in folder if not size}


def _stamps(names: list[str], library: Library) -> _Stamps:
    return tuple(stamp(folder) for folder in read_folders(names, library))


def _as_text(result: CheckResult) -> Iterator[str]:
    for failure in result.failures:
        yield f"error: {failure}\n"
    for problem in result.problems:
        yield f"{problem.format()}\n"
    yield f"{result.summary()}\n"


def _as_json(result: CheckResult) -> Iterator[str]:
    """One object on one line. ``format`` rises when a program that reads it would have to change."""
    told = {
        "format": 1,
        "scenarios": result.scenarios,
        "errors": result.errors,
        "warnings": result.warnings,
        "failures": result.failures,
        "problems": [
            {
                "file": one.file,
                "line": one.line,
                "column": one.column,
                "length": one.length,
                "severity": one.severity,
                "code": one.code,
                "message": one.message,
            }
            for one in result.problems
        ],
    }
    yield json.dumps(told, ensure_ascii=False) + "\n"


_FORMS: dict[Form, Callable[[CheckResult], Iterator[str]]] = {"text": _as_text, "json": _as_json}
