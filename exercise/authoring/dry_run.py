"""A dry run: bots play a scenario from StartEx to EndEx, and what came of it is told turn by turn."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exercise.conduct.command import Holder
from exercise.conduct.state import Phase, TurnRecord
from exercise.conduct.view import Gauge
from exercise.conduct.views import story_time
from exercise.engine.program import Program
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise


class DryTurn(Struct, frozen=True):
    """One turn.

    Attributes:
        turn: Its number.
        time: What it is called in the story; may be empty.
        released: Injects that came, by name, in the order in which they came.
        security: The axis after its outcome, hundredths.
        rights: The same.
    """

    turn: int
    time: str
    released: tuple[str, ...]
    security: int
    rights: int


class DryRun(Struct, frozen=True):
    """What came of it.

    Attributes:
        seed: The same seed gives the same run.
        turns: The turns that were played; the run-out is left out.
        never: Injects of the scenario that did not come, in the order of the events list.
        axes: Both headline values at the end of the run-out, with their bands.
        gauges: Every published indicator then, with its band.
        red_lines: Turn and name of each red line that was crossed.
    """

    seed: int
    turns: tuple[DryTurn, ...]
    never: tuple[str, ...]
    axes: tuple[Gauge, ...]
    gauges: tuple[Gauge, ...]
    red_lines: tuple[tuple[int, str], ...]


def dry_run(program: Program, seed: int = 0, language: str = "en") -> DryRun:
    """Let bots play a scenario and return what came of it; nothing is saved.

    Bots take the seats of persons; vacant seats stay vacant. What is ready is released, what the engine proposes
    is confirmed, and nothing is taken from the facilitator's drawer.

    Args:
        program: The scenario, compiled.
        seed: 0 or more.
        language: Of labels and bands.

    Raises:
        ExerciseError: The scenario cannot be played to its end.
    """
    people: dict[str, Holder] = {
        place.role: "bot" for place in program.bundle.scenario.places if place.seat == "person"
    }
    session = begin_exercise(program, seed, roster=people, keep=False)
    try:
        conduct(session, Phase.hot_wash)
        room = session.room(language)
        came = {delivery.inject for delivery in session.state.deliveries}
        return DryRun(
            seed=seed,
            turns=tuple(_turns(session, language)),
            never=tuple(code.name for code in program.injects if code.name not in came),
            axes=room.axes,
            gauges=room.gauges,
            red_lines=tuple((one.turn, one.line) for one in session.state.world.breaches),
        )
    finally:
        session.close()


def _turns(session: Session, language: str) -> Iterator[DryTurn]:
    for record in session.state.turns:
        if not record.run_out:
            yield _turn(session, record, language)


def _turn(session: Session, record: TurnRecord, language: str) -> DryTurn:
    program = session.program
    axes = program.bundle.model.axes()
    return DryTurn(
        turn=record.turn,
        time=story_time(program, record.turn, language),
        released=tuple(
            delivery.inject for delivery in session.state.deliveries if delivery.turn == record.turn
        ),
        security=record.s2[program.slot(axes["security"])],
        rights=record.s2[program.slot(axes["rights"])],
    )


__all__ = ["DryRun", "DryTurn", "dry_run"]
