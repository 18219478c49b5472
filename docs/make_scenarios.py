"""Writes the page on what each scenario can do: `make scenarios`, or fewer times with ``ARGS="--seeds 20"``.

Bots play each scenario 200 times, and the plans of its cases are played once.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from statistics import median

from msgspec import Struct

from exercise.authoring.case_check import value_of
from exercise.authoring.case_run import play as play_plan
from exercise.authoring.cases import CaseRunner, with_cases
from exercise.conduct.command import Command
from exercise.conduct.state import Phase, State
from exercise.engine.program import Program
from exercise.engine.prose import say
from exercise.errors import ExerciseError, Refusal
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import open_library
from exercise.model.case import Given
from exercise.model.step import Step
from exercise.session.auto import conduct
from exercise.session.local import Accepted, Session
from exercise.session.start import begin_exercise

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "scenarios.md"
SEEDS = 200
AXES = ("security", "rights")
WAITING = ("scheduled", "conditional")
"""Kinds of injects that come by themselves."""
_HEAD = """\
# What the scenarios can do

Each shipped scenario was played {seeds} times by bots alone, with as many seeds, and the plans in its
`cases.yaml` were played once. `make scenarios` writes this page. Security and rights stand side by side
at the end of the last turn; the run-out is left out. No plan is a recommendation, and no bot a forecast: the
figures say what a scenario can do, as parameters of an exercise.
"""


class Played(Struct, frozen=True):
    """One exercise that bots played.

    Attributes:
        security: At the end of the last turn, hundredths of a point.
        rights: The same.
        released: Injects that were released.
        red_lines: Red lines that were crossed.
    """

    security: int
    rights: int
    released: frozenset[str]
    red_lines: frozenset[str]


class Planned(Struct, frozen=True):
    """One plan of a scenario's cases, played; values at the end of the last turn, hundredths."""

    name: str
    security: int
    rights: int
    measures: frozenset[str]


class _Strict(Session):
    """A session in which nobody may be refused anything."""

    def submit(self, actor: str, command: Command, command_id: str = "") -> Accepted | Refusal:
        answer = super().submit(actor, command, command_id)
        if isinstance(answer, Refusal):
            raise ExerciseError(f"{actor} was refused {command}: {answer.message}")
        return answer


@cache
def _loaded(name: str) -> LoadedScenario:
    return load_scenario(name, library=open_library(environment={}))


def play(name: str, seed: int) -> Played:
    """Let bots play a shipped scenario.

    Raises:
        ExerciseError: A bot was refused what its view had called legal.
    """
    program = _loaded(name).program
    ends: list[State] = []
    session = _all_bots(program, seed)
    conduct(session, after_phase=lambda table: ends.append(table.state) if _ended(table) else None)
    end = ends[-1]
    injects = zip(program.injects, end.world.injects, strict=True)
    security, rights = (value_of(program, end, axis) for axis in AXES)
    return Played(
        security,
        rights,
        released=frozenset(code.name for code, status in injects if status.fired >= 0),
        red_lines=frozenset(record.line for record in end.world.breaches),
    )


def _all_bots(program: Program, seed: int) -> Session:
    roster = {place.role: "bot" for place in program.bundle.scenario.places}
    begun = begin_exercise(program, seed, None, roster, keep=False)  # type: ignore[arg-type]
    return _Strict(program, begun.journal)


def _ended(session: Session) -> bool:
    last = session.program.bundle.scenario.turns
    return session.state.phase is Phase.outcome and session.state.turn == last


def planned(name: str) -> Iterator[Planned]:
    """Play the plans of a scenario's cases."""
    loaded = _loaded(name)
    for plan, steps in CaseRunner(loaded).file.plans.items():
        end = play_plan(loaded.program, Given(), steps, run_out=False).after("end")
        security, rights = (value_of(loaded.program, end, axis) for axis in AXES)
        yield Planned(plan, security, rights, frozenset(_measures(steps)))


def _measures(steps: Sequence[Step]) -> Iterator[str]:
    for step in steps:
        for responses in step.responses.values():
            yield from (response.measure for response in responses if response.measure)


def shared(plans: Sequence[Planned]) -> frozenset[str]:
    """Return the measures that every best plan uses; where there are any, they decide too much."""
    best = [plan.measures for plan in _best(plans)]
    return frozenset.intersection(*best) if len(best) > 1 else frozenset()


def _best(plans: Sequence[Planned]) -> tuple[Planned, ...]:
    return tuple(plan for plan in plans if plan.name.startswith("best"))


def section(name: str, exercises: Sequence[Played], plans: Sequence[Planned]) -> str:
    """Return what the page says of one scenario."""
    parts = [f"## {title_of(name)}", _about(name), _ranges(exercises)]
    if plans:
        parts.append(_plans(plans))
    if len(_best(plans)) > 1:
        parts.append(_shared(plans))
    parts += [_released(name, exercises), _crossed(exercises)]
    return "\n\n".join(parts) + "\n"


def title_of(name: str) -> str:
    """Return what a scenario is called on the page."""
    bundle = _loaded(name).bundle
    return say(bundle, bundle.scenario.title)


def _about(name: str) -> str:
    bundle = _loaded(name).bundle
    scenario = bundle.scenario
    seats = sum(not place.cell for place in scenario.places)
    cells = len(scenario.places) - seats
    behind = f", {cells} of the white cell" if cells else ""
    return (
        f"`{name}`, set in {scenario.setting_year}: {scenario.turns} turns, {seats} seats{behind}, "
        f"{len(bundle.injects())} injects."
    )


def _ranges(exercises: Sequence[Played]) -> str:
    rows = []
    for label, values in (
        ("Security", [one.security for one in exercises]),
        ("Rights", [one.rights for one in exercises]),
    ):
        cells = (_points(min(values)), _points(round(median(values))), _points(max(values)))
        rows.append((label, *cells))
    return _table((f"Bots, {len(exercises)} seeds", "Lowest", "Median", "Highest"), rows)


def _plans(plans: Sequence[Planned]) -> str:
    rows = [(f"`{plan.name}`", _points(plan.security), _points(plan.rights)) for plan in plans]
    return _table(("Plan", "Security", "Rights"), rows)


def _shared(plans: Sequence[Planned]) -> str:
    names = ", ".join(f"`{name}`" for name in sorted(shared(plans)))
    return f"Measures in every best plan: {names or 'none'}."


def _released(name: str, exercises: Sequence[Played]) -> str:
    counts = Counter(inject for one in exercises for inject in one.released)
    injects = _loaded(name).bundle.injects()
    waiting = [inject for inject, card in injects.items() if card.kind in WAITING]
    rare = [inject for inject in waiting if counts[inject] < len(exercises)]
    told = ", ".join(f"`{inject}` in {counts[inject]}" for inject in rare)
    rest = f"Not in every exercise: {told}." if rare else "Each came in every exercise."
    reached = sum(counts[inject] > 0 for inject in waiting)
    return f"Of {len(waiting)} injects that come by themselves {reached} came. {rest}"


def _crossed(exercises: Sequence[Played]) -> str:
    counts = Counter(line for one in exercises for line in one.red_lines)
    told = ", ".join(f"`{line}` in {count}" for line, count in sorted(counts.items()))
    return f"Red lines crossed: {told or 'none'}."


def _points(value: int) -> str:
    return f"{value / 100:.1f}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _play(job: tuple[str, int]) -> Played:
    return play(*job)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=SEEDS, help="exercises of each scenario")
    seeds = parser.parse_args().seeds
    library = open_library(environment={})
    tested = with_cases(library)
    parts = [_HEAD.format(seeds=seeds)]
    with ProcessPoolExecutor(os.cpu_count() or 1) as pool:
        for name in sorted(library.all("scenario")):
            jobs = [(name, seed) for seed in range(1, seeds + 1)]
            exercises = list(pool.map(_play, jobs, chunksize=5))
            parts.append(section(name, exercises, list(planned(name)) if name in tested else []))
            print(name, flush=True)
    PAGE.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
