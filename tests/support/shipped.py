"""The shipped scenarios and the runs of their cases, each played once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from exercise.authoring.case_run import Run
from exercise.authoring.cases import CaseRunner, Verdict, with_cases
from exercise.conduct.open_record import rows_of
from exercise.engine.program import Program
from exercise.engine.world import Row
from exercise.library.loader import load_scenario
from exercise.library.places import open_library

SHIPPED = tuple(with_cases(open_library([])))


@cache
def program_of(name: str) -> Program:
    """A shipped scenario compiled, loaded once for all tests."""
    return load_scenario(name, library=open_library([])).program


@cache
def runner_of(name: str) -> CaseRunner:
    """The cases of a shipped scenario, read and not yet played."""
    return CaseRunner(load_scenario(name, library=open_library([])))


@cache
def verdicts_of(name: str) -> tuple[Verdict, ...]:
    """What became of each case of a scenario, in file order."""
    return tuple(runner_of(name).verdicts())


def runs_of(name: str) -> tuple[Run, ...]:
    """Every run that the cases of a scenario play."""
    verdicts_of(name)
    return runner_of(name).runs()


def all_runs() -> Iterator[Run]:
    """Every run that the cases of all shipped scenarios play."""
    for name in SHIPPED:
        yield from runs_of(name)


def rows_in(run: Run) -> Iterator[Row]:
    """Every row that landed in a run, run-out included."""
    for record in run.state.turns:
        yield from rows_of(record)
