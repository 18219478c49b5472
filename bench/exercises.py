"""Exercises to measure on: played once by bots, in memory or in a file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from exercise.conduct.state import Phase
from exercise.engine.program import Program
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise

SCENARIOS = ("first-steps", "northern-displacement", "full-conference")
LARGE = "northern-displacement"
SEED = 7


@cache
def program_of(name: str) -> Program:
    """Return a shipped scenario's Program."""
    return load_scenario(name).program


def begun(program: Program, path: Path | None = None) -> Session:
    """Return an exercise in its lobby with a bot on every seat."""
    roster = {place.role: "bot" for place in program.bundle.scenario.places}
    return begin_exercise(program, SEED, path, roster, keep=path is not None)  # type: ignore[arg-type]


@cache
def played(name: str) -> Session:
    """Return a whole exercise that bots have played, kept in memory."""
    session = begun(program_of(name))
    conduct(session, Phase.hot_wash)
    return session
