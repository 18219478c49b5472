"""The designer's commands: check, test, schema, handouts."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.errors import ExerciseError


def check(arguments: argparse.Namespace) -> int:
    """Check scenarios and print every problem, or say what a code means."""
    if arguments.explain is not None:
        from exercise.authoring.codes import explain_code

        _write(explain_code(arguments.explain))
        return 0
    from exercise.authoring.check_report import run_check, watch_check

    names = _named(arguments, [])
    wishes = (names, library_of(arguments), _write, arguments.format, arguments.strict)
    if arguments.watch:
        return watch_check(*wishes)
    # What one check makes is kept to its end; searching it for garbage finds none.
    gc.disable()
    try:
        return run_check(*wishes)
    finally:
        gc.enable()


def _write(text: str) -> None:
    """Print what has its own line ends; at once, for whoever waits for it."""
    print(text, end="", flush=True)


def test(arguments: argparse.Namespace) -> int:
    """Run cases and print what differs, or turn a journal into a case."""
    if arguments.record is not None:
        return _record(arguments)
    from exercise.authoring.case_report import Wishes, run_cases
    from exercise.authoring.cases import with_cases

    library = library_of(arguments)
    wishes = Wishes(
        words=arguments.k,
        verbose=arguments.verbose,
        fail_fast=arguments.fail_fast,
        format=arguments.format,
    )
    names = _named(arguments, with_cases(library))
    if not sys.stderr.isatty():
        return run_cases(names, library, print, wishes)
    return run_cases(names, library, _over_progress, wishes, _progress)


def _progress(done: int, of: int, failed: int) -> None:
    """Show on one line, which the next one replaces, how far the cases are."""
    print(f"\r\x1b[K{done} of {of} cases, {failed} failed", end="", file=sys.stderr, flush=True)


def _over_progress(text: str) -> None:
    print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    print(text, flush=True)


def _record(arguments: argparse.Namespace) -> int:
    """Turn a journal into a case; print it, or add it to a file."""
    from exercise.authoring.case_journal import record_journal
    from exercise.library.case_text import add_case, case_text, free_name

    journal = Path(arguments.record).expanduser()
    into = None if arguments.into == "-" else Path(arguments.into).expanduser()
    name = arguments.name or f"Exercise {journal.stem}"
    if into is not None and not arguments.name:
        name = free_name(into, name)
    recorded = record_journal(journal, name, library_of(arguments))
    if into is None:
        print(case_text(recorded.case, recorded.comments), end="")
        return 0
    add_case(into, recorded.case, recorded.comments)
    print(into)
    return 0


def _named(arguments: argparse.Namespace, everything: list[str]) -> list[str]:
    if arguments.all:
        return everything
    if not arguments.scenario:
        raise ExerciseError(Catalogue(arguments.language).say("cli-name-scenario"))
    return list(arguments.scenario)


def schema(arguments: argparse.Namespace) -> int:
    """Write the schemas, or say which differ from the models."""
    from exercise.authoring.schema import schema_drift, schema_folder, write_schemas

    if arguments.write is None:
        drift = schema_drift()
        for line in drift:
            print(line)
        print(Catalogue(arguments.language).say("cli-schema-write" if drift else "cli-schema-fit"))
        return 1 if drift else 0
    folder = Path(arguments.write).expanduser() if arguments.write else schema_folder()
    for path in write_schemas(folder, library_of(arguments)):
        print(path)
    return 0


def handouts(arguments: argparse.Namespace) -> int:
    """Write the handouts of a scenario."""
    from exercise.library.loader import load_scenario
    from exercise.report.handouts import write_handouts

    loaded = load_scenario(
        arguments.scenario, library=library_of(arguments), aliases=arguments.names
    )
    for path in write_handouts(
        loaded.program, Path(arguments.output).expanduser(), arguments.language
    ):
        print(path)
    return 0
