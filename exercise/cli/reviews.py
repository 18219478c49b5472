"""The reviewer's commands: preview, describe, diff."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.errors import ExerciseError, ScenarioError
from exercise.library.places import Library, shown_path

if TYPE_CHECKING:
    from exercise.authoring.describe import Description

_FORMS = (".md", ".html", ".txt")
"""Endings of files that a description is written to."""


def preview(arguments: argparse.Namespace) -> int:
    """Print what a role reads; with ``--watch`` again after each save."""
    library = library_of(arguments)
    if not arguments.watch:
        print(_previewed(arguments, library), end="")
        return 0
    from exercise.authoring.check import read_folders
    from exercise.authoring.watching import saves

    folder = library.scenario(arguments.scenario).path
    note = Catalogue(arguments.language, "design").say("preview-saved", folder=shown_path(folder))
    for number, _ in enumerate(saves(lambda: read_folders([str(folder)], library))):
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


def describe(arguments: argparse.Namespace) -> int:
    """Print a scenario in words, or write it to a file whose ending says in which form."""
    from exercise.authoring.describe import Wishes
    from exercise.authoring.describe import describe as described
    from exercise.library.loader import load_scenario

    path = Path(arguments.output).expanduser() if arguments.output else None
    _need_form(path)
    loaded = load_scenario(
        arguments.scenario, library=library_of(arguments), aliases=arguments.names
    )
    wishes = Wishes(arguments.language, arguments.role or "", arguments.all)
    told = _in_form(described(loaded.program, wishes), path, arguments.language)
    if path is None:
        print(told, end="")
        return 0
    path.write_text(told, encoding="utf-8")
    print(path)
    return 0


def _need_form(path: Path | None) -> None:
    if path is not None and path.suffix not in _FORMS:
        known = ", ".join(_FORMS)
        raise ExerciseError(
            f"'{path.name}' does not say in which form to write: end it in one of {known}."
        )


def _in_form(described: Description, path: Path | None, language: str) -> str:
    from exercise.authoring.describe import as_markdown, as_text

    if path is None or path.suffix == ".txt":
        return as_text(described)
    return as_markdown(described) if path.suffix == ".md" else _page(described, language)


def _page(described: Description, language: str) -> str:
    """A page that needs nothing else, its chapters listed on top."""
    from html import escape

    from exercise.authoring.describe import chapter_markdown
    from exercise.report.handouts import from_markdown
    from exercise.report.html import page

    links = "".join(
        f'<li><a href="#{one.key}">{escape(one.heading)}</a></li>' for one in described.chapters
    )
    chapters = "".join(
        f'<section id="{one.key}">{from_markdown(chapter_markdown(one))}</section>'
        for one in described.chapters
    )
    title = escape(described.title)
    marking = Catalogue(language, "design").say("not-for-players")
    return page(described.title, language, marking, f"<h1>{title}</h1><ul>{links}</ul>{chapters}")


def diff(arguments: argparse.Namespace) -> int:
    """Print what differs for players between two scenarios; the exit code says whether anything does."""
    from exercise.authoring.describe import as_text
    from exercise.authoring.differences import as_json, differences, differences_in_words, opened

    library, names = library_of(arguments), (arguments.before, arguments.after)
    try:
        before, after = (opened(name, library) for name in names)
    except ScenarioError as error:
        # Neither the same nor different: nothing could be compared.
        print("\n".join(problem.format() for problem in error.problems), file=sys.stderr)
        return 2
    found = differences(before, after, arguments.language)
    if arguments.format == "json":
        print(as_json(found, names), end="")
    elif found:
        print(as_text(differences_in_words(found, after, names, arguments.language)), end="")
    else:
        print(differences_in_words(found, after, names, arguments.language).title)
    return 1 if found else 0
