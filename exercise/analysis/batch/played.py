"""What is kept of one playthrough: the same from every back end, to the last digit."""

from __future__ import annotations

from msgspec import Struct

from exercise.engine.program import Program
from exercise.engine.world import TurnInput


class Played(Struct, frozen=True):
    """One playthrough from StartEx to the end of the run-out. Values are in hundredths."""

    values: tuple[int, ...]
    """Base slots at the end."""
    course: tuple[tuple[int, ...], ...]
    """After each outcome, run-out included: the axes, security first."""
    released: tuple[int, ...]
    """By inject: the turn it came in; -1 where it did not."""
    breaches: tuple[tuple[int, str, str], ...]
    """Turn, red line and place, in order."""
    adopted: tuple[tuple[int, int, int], ...]
    """Turn, agreement and clause."""
    inputs: tuple[TurnInput, ...]
    """The decisions of each turn."""
    rules: tuple[int, ...]
    """By rule: in how many outcomes its condition held."""


def axis_slots(program: Program) -> tuple[int, ...]:
    """Return the slots of the axes, security first."""
    return tuple(program.slot(name) for name in program.bundle.model.axes().values())


def turns_of(program: Program) -> range:
    """Return the turns in which seats decide."""
    scenario = program.bundle.scenario
    return range(0 if scenario.planning_turn else 1, scenario.turns + 1)


def run_out_of(program: Program) -> range:
    """Return the turns of the run-out: outcomes without decisions."""
    scenario = program.bundle.scenario
    return range(scenario.turns + 1, scenario.turns + scenario.run_out + 1)
