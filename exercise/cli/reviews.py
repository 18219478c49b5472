"""The reviewer's commands: preview, describe, diff."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.errors import ExerciseError, ScenarioError
from exercise.library.places import Library, shown_path


def preview(arguments: argparse.Namespace) -> int:
    """Print what a role reads; with ``--watch`` again after each save."""
    library = library_of(arguments)
    if not arguments.watch:
        print(_previewed(arguments, library), end="")
        return 0
    from exercise.authoring.watching import saves

    folder = library.scenario(arguments.scenario).path
    note = Catalogue(arguments.language, "design").say("preview-saved", folder=shown_path(folder))
    for number, _ in enumerate(saves(_folders(folder, library))):
        _show(_readable(arguments, library, first=number == 0))
        print(note, file=sys.stderr, flush=True)
    return 0


def _previewed(arguments: argparse.Namespace, library: Library) -> str:
    from exercise.authoring.describe import as_text
    from exercise.authoring.preview import preview, preview_in_words
    from exercise.library.loader import load_scenario

    program = load_scenario(arguments.scenario, library=library, aliases=arguments.names).program
    found = preview(program, arguments.role, arguments.language)
    return as_text(preview_in_words(program, found, arguments.language, arguments.turn))


def _readable(arguments: argparse.Namespace, library: Library, first: bool) -> str:
    """Return a preview, or what keeps it from being made: the next save may mend that."""
    try:
        return _previewed(arguments, library)
    except ScenarioError as error:
        return "".join(f"{problem.format()}\n" for problem in error.problems)
    except (ExerciseError, OSError) as error:
        if first:
            raise
        return f"{error}\n"


def _show(text: str) -> None:
    """Print a text; on a terminal it takes the place of what stood there."""
    clear = "\x1b[2J\x1b[3J\x1b[H" if sys.stdout.isatty() else ""
    print(f"{clear}{text}", end="", flush=True)


def _folders(scenario: Path, library: Library) -> Iterator[Path]:
    """Yield where files lie that a scenario may be made of."""
    yield scenario
    for root in library.roots:
        yield from (root.folder / part for part in ("scenarios", "roles"))
