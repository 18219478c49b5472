"""Opening the app, or the plain mode, on a terminal; loads none of the engine, so that the launcher comes at once."""

from __future__ import annotations

import argparse
import gc
import sys
from typing import TYPE_CHECKING

from exercise.catalogue import Catalogue
from exercise.errors import ExerciseError
from exercise.library.places import Library, open_library

if TYPE_CHECKING:
    from pathlib import Path

    from exercise.session.local import Session

_COLLECTING = (700, 4, 1)
"""How often Python looks for garbage while screens come and go: oftener than by itself, or closed ones heap up."""
FLAGSHIP = "northern-displacement"
"""Played where nobody can be asked what to play."""


def launch(arguments: argparse.Namespace) -> int:
    """Open the launcher; without a terminal, play the flagship scenario with bots and say so."""
    if on_terminal():
        return _plain_launcher(arguments) if arguments.plain else open_app(None, arguments)
    from exercise.cli.play import play_flagship

    return play_flagship(arguments)


def on_terminal() -> bool:
    """Whether somebody can read and type."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def library_of(arguments: argparse.Namespace) -> Library:
    """Return where scenarios are looked for."""
    return open_library([arguments.library] if arguments.library else [])


def open_on_terminal(session: Session, arguments: argparse.Namespace) -> int:
    """Open an exercise in the app, or in plain mode where it was asked for."""
    if arguments.plain:
        return open_plain(session, arguments.language)
    return open_app(session, arguments)


def studio(arguments: argparse.Namespace) -> int:
    """Open the studio on a scenario."""
    library = library_of(arguments)
    folder = library.scenario(arguments.scenario).path
    if not on_terminal():
        raise ExerciseError(
            "The studio needs a terminal. Without one: exercise check, preview, describe."
        )
    return open_app(None, arguments, folder)


def open_app(
    session: Session | None, arguments: argparse.Namespace, designing: Path | None = None
) -> int:
    """Open the app on an exercise, on a scenario's studio or on its launcher.

    Says afterwards where an exercise lies.
    """
    from exercise.ui import ExerciseApp

    app = ExerciseApp(
        session, studio=designing, library=library_of(arguments), language=arguments.language
    )
    # What has been loaded stays and is not searched for garbage; closed screens are, as soon as Python likes.
    gc.freeze()
    gc.set_threshold(*_COLLECTING)
    app.run()
    if app.kept is not None:
        farewell = "cli-left-closed" if app.closed else "cli-left"
        print(Catalogue(app.language).say(farewell, path=str(app.kept)))
    return app.return_code or 0


def open_plain(session: Session, language: str) -> int:
    """Conduct an exercise in prompt and answer."""
    from exercise.plain import StdioConsole, run_plain

    try:
        return run_plain(session, StdioConsole(), language)
    finally:
        session.close()


def _plain_launcher(arguments: argparse.Namespace) -> int:
    from exercise.plain import StdioConsole, run_launcher

    try:
        session = run_launcher(StdioConsole(), arguments.language, library_of(arguments))
    except EOFError:
        return 0
    return open_plain(session, arguments.language)
