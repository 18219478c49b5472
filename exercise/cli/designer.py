"""The designer's commands: check, test, schema, handouts."""

from __future__ import annotations

import argparse
from pathlib import Path

from exercise.catalogue import Catalogue
from exercise.errors import ExerciseError
from exercise.library.places import Library, open_library


def _library(arguments: argparse.Namespace) -> Library:
    return open_library([arguments.library] if arguments.library else [])


def check(arguments: argparse.Namespace) -> int:
    """Check scenarios and print every problem."""
    from exercise.authoring.check import run_check

    library = _library(arguments)
    return run_check(_named(arguments, sorted(library.all("scenario"))), library, print)


def test(arguments: argparse.Namespace) -> int:
    """Run cases and print what differs."""
    from exercise.authoring.cases import run_cases, with_cases

    library = _library(arguments)
    return run_cases(_named(arguments, with_cases(library)), library, print)


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
    for path in write_schemas(Path(arguments.write) if arguments.write else schema_folder()):
        print(path)
    return 0


def handouts(arguments: argparse.Namespace) -> int:
    """Write the handouts of a scenario."""
    from exercise.library.loader import load_scenario
    from exercise.report.handouts import write_handouts

    loaded = load_scenario(arguments.scenario, library=_library(arguments), aliases=arguments.names)
    for path in write_handouts(
        loaded.program, Path(arguments.output).expanduser(), arguments.language
    ):
        print(path)
    return 0
