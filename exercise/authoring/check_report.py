"""What a check has found, told to people or to a program; and told again whenever a file is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Literal

from exercise.authoring.check import CheckResult, check, read_folders
from exercise.authoring.watching import saves
from exercise.library.places import Library
from exercise.library.shelf import Shelf

__all__ = ["Form", "run_check", "watch_check"]

Form = Literal["text", "json"]


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
    shelf, code = Shelf(), 0
    try:
        for number, _ in enumerate(saves(lambda: read_folders(names, library)), 1):
            if number > 1 and form == "text":
                stream_write("\n")
            result = check(names, library, shelf)
            code = result.exit_code(strict)
            for piece in _FORMS[form](result):
                stream_write(piece)
            if number == rounds:
                break
    except KeyboardInterrupt:
        pass
    return code


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
