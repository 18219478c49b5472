"""Golden playthroughs: shipped scenarios with seed 7 and all seats played by bots, written out.

A change of a file here is a change of what people will meet in the room: read it before accepting
it. ``python -m tests.playthroughs`` writes all of them again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from exercise.conduct.view import Gauge
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from tests.support.tiny import tiny_program

FOLDER = Path(__file__).resolve().parent
SCENARIOS = FOLDER.parents[1] / "scenarios"
SEED = 7


def names() -> tuple[str, ...]:
    """Return the shipped scenarios, and the tiny one of the tests."""
    shipped = sorted(path.parent.name for path in SCENARIOS.glob("*/scenario.yaml"))
    return ("tiny", *shipped)


def golden(name: str) -> Path:
    """Return the file of a scenario's playthrough."""
    return FOLDER / f"{name}.txt"


def play_through(name: str) -> str:
    """Return a playthrough as text: per phase the axes, every seat's bands, the events."""
    program = tiny_program() if name == "tiny" else load_scenario(name).program
    roster = dict.fromkeys(program.roles, "bot")
    session = begin_exercise(program, SEED, roster=roster, keep=False)  # type: ignore[arg-type]
    heads = [0]
    lines = [f"{name} {program.bundle.scenario.version}, seed {SEED}, all seats played by bots"]

    def after_phase(running: Session) -> None:
        lines.extend(_phase(program, running, heads[-1]))
        heads.append(running.journal.head())

    conduct(session, after_phase=after_phase)
    lines.extend(_ending(program, session))
    return "\n".join(lines) + "\n"


def _phase(program: Program, session: Session, since: int) -> Iterator[str]:
    """Yield what has happened up to a phase, and how it stands for everybody."""
    for record in session.journal.read(since):
        yield f"  {record.seq} {record.actor} {record.kind} {_digest(record.payload)}"
    room = session.room()
    yield f"{room.turn} {room.phase}: " + ", ".join(_gauge(gauge) for gauge in room.axes)
    if room.phase == "outcome":
        yield from (f"    {_gauge(gauge)}" for gauge in room.gauges)
    for role in program.roles:
        view = session.seat(role)
        card = ", ".join(_gauge(gauge) for gauge in view.card_gauges)
        seen = _digest(repr(view).encode())
        left = f"{points(view.funds)} units, {view.actions} actions"
        yield f"  {role} {seen}: {left}" + (f"; {card}" if card else "")


def _ending(program: Program, session: Session) -> Iterator[str]:
    """Yield the exact values after each outcome of both axes, and the final digest of everything."""
    for record in session.state.turns:
        told = ", ".join(
            f"{axis} {points(record.s2[program.slot(axis)])}" for axis in ("security", "rights")
        )
        yield f"after turn {record.turn}{' (run-out)' if record.run_out else ''}: {told}"
    yield f"{session.journal.head()} records; state {_digest(repr(session.state.world).encode())}"


def _gauge(gauge: Gauge) -> str:
    return f"{gauge.slot} {gauge.band} {gauge.arrow}"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]
