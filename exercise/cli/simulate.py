"""Playing a scenario many times without people, and telling what came of it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from msgspec.structs import replace

from exercise.analysis.batch.policy import table_of
from exercise.analysis.batch.simulate import Batch, simulate
from exercise.analysis.batch.summary import summary_of
from exercise.analysis.batch.telling import as_json, as_text
from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.engine.program import Program
from exercise.errors import ExerciseError
from exercise.library.bundles import bundle_bytes
from exercise.library.loader import load_scenario
from exercise.model.quantity import AXES

_INTERRUPTED = 130
_WARM = 2.0
"""Seconds before a time left is named: workers have begun by then."""


def run(arguments: argparse.Namespace) -> int:
    """Play a batch and write its summary; an interrupted one tells of what was done and ends with 130."""
    words = Catalogue(arguments.language)
    goal = _goal(arguments, words)
    program = load_scenario(
        arguments.scenario, library=library_of(arguments), preset=arguments.preset
    ).program
    batch = _batch(arguments, program, words)
    workers = arguments.workers or os.cpu_count() or 1
    tally = simulate(batch, workers, _progress(batch.runs, words))
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
    if not tally.runs:
        raise ExerciseError(words.say("cli-simulate-nothing"))
    summary = summary_of(table_of(program, batch.present), batch, tally)
    if arguments.to == "json":
        _write(as_json(summary), goal)
    else:
        _write(as_text(summary, program.bundle, arguments.language), goal)
    if tally.runs == batch.runs:
        return 0
    done, asked = str(tally.runs), str(batch.runs)
    print(words.say("cli-simulate-interrupted", done=done, of=asked), file=sys.stderr)
    return _INTERRUPTED


def _batch(arguments: argparse.Namespace, program: Program, words: Catalogue) -> Batch:
    """Return what is asked for, or refuse it before anything is played."""
    model = program.bundle.model
    if len(model.axes()) < len(AXES):
        raise ExerciseError(words.say("cli-simulate-axes", model=model.id))
    if (arguments.policy == "plan") != (arguments.plan is not None):
        raise ExerciseError(words.say("cli-simulate-plan"))
    batch = Batch(bundle_bytes(program.bundle), arguments.policy, arguments.seed, arguments.runs)
    return batch if arguments.plan is None else _as_recorded(batch, arguments.plan, words)


def _as_recorded(batch: Batch, journal: str, words: Catalogue) -> Batch:
    """Return a batch with the decisions and the seats of a recorded exercise."""
    from exercise.session.start import resume_exercise

    path = Path(journal).expanduser()
    session = resume_exercise(path, read_only=True)
    try:
        if session.journal.header.scenario != batch.scenario:
            raise ExerciseError(words.say("cli-simulate-other", path=str(path)))
        state = session.state
        plan = {one.turn: one.given for one in state.turns if one.given is not None}
        return replace(batch, plan=plan, present=state.world.present)
    finally:
        session.close()


def _progress(runs: int, words: Catalogue) -> Callable[[int], None]:
    """Return what shows on one line how far a batch is and how long it still takes."""
    if not sys.stderr.isatty():
        return lambda done: None
    begun = monotonic()

    def show(done: int) -> None:
        passed = monotonic() - begun
        left = f"{passed * (runs - done) / done:.0f}" if passed > _WARM else "?"
        line = words.say("cli-simulate-progress", done=str(done), of=str(runs), seconds=left)
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)

    return show


def _goal(arguments: argparse.Namespace, words: Catalogue) -> Path | None:
    """Return where the summary goes; it is looked at first, so that no batch is played for nothing."""
    if arguments.output is None:
        return None
    path = Path(arguments.output).expanduser()
    if path.is_dir() or not path.parent.is_dir():
        raise ExerciseError(words.say("cli-simulate-goal", path=str(path)))
    return path


def _write(text: str, goal: Path | None) -> None:
    """Write the summary; where that fails, print it, so that it is not lost."""
    if goal is None:
        print(text, end="", flush=True)
        return
    try:
        goal.write_text(text, encoding="utf-8")
    except OSError:
        print(text, end="", flush=True)
        raise
    print(goal)
