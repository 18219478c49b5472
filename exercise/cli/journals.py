"""Reading journals: verify, dump, explain, report."""

from __future__ import annotations

import argparse
from pathlib import Path

from exercise.catalogue import Catalogue
from exercise.journal import open_sqlite
from exercise.session.replay import dump, verify_exercise
from exercise.session.start import resume_exercise


def replay(arguments: argparse.Namespace) -> int:
    """Verify a journal or print it."""
    path = Path(arguments.journal).expanduser()
    if arguments.dump:
        journal = open_sqlite(path, read_only=True)
        for line in dump(journal):
            print(line)
        journal.close()
        return 0
    session = resume_exercise(path, read_only=True)
    report = verify_exercise(session.program, session.journal)
    session.close()
    print(
        Catalogue(arguments.language).say(
            "cli-verified",
            commands=report.commands,
            events=report.events,
            chain=report.head_hash[:16],
        )
    )
    return 0


def explain(arguments: argparse.Namespace) -> int:
    """Print the ledger rows behind a value, or the condition that kept a rule silent."""
    from exercise.report.why_text import render_explanation, render_silence

    session = resume_exercise(Path(arguments.journal).expanduser(), read_only=True)
    if arguments.why_not:
        text = render_silence(
            session.program, session.state, arguments.turn, arguments.why_not, arguments.language
        )
    else:
        text = render_explanation(
            session.program, session.state, arguments.turn, arguments.indicator, arguments.language
        )
    session.close()
    print(text)
    return 0


def report(arguments: argparse.Namespace) -> int:
    """Write the after-action report."""
    from exercise.report.write import write_report

    journal = Path(arguments.journal).expanduser()
    session = resume_exercise(journal, read_only=True)
    path = (
        Path(arguments.output).expanduser()
        if arguments.output
        else journal.with_suffix(f".{arguments.to}")
    )
    print(write_report(session, arguments.to, path, arguments.language))
    session.close()
    return 0
