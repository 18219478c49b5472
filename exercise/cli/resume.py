"""Going on with a saved exercise; loads no library, because the journal holds its scenario."""

from __future__ import annotations

import argparse
from pathlib import Path

from exercise.cli.screens import on_terminal, open_on_terminal
from exercise.session.start import resume_exercise


def resume(arguments: argparse.Namespace) -> int:
    """Go on with a saved exercise."""
    session = resume_exercise(Path(arguments.journal).expanduser())
    if arguments.auto or not (arguments.plain or on_terminal()):
        from exercise.cli.headless import run_headless

        return run_headless(session, report=False, language=arguments.language)
    return open_on_terminal(session, arguments)
