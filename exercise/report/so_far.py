"""How the values of an exercise went, outcome after outcome: in the bands the room was shown, or exactly.

The caller decides who may have numbers: the facilitator, and everybody from EndEx on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.gauges import Display
from exercise.conduct.state import State
from exercise.conduct.view import Gauge
from exercise.conduct.views import story_time
from exercise.engine.program import Program


class Stop(Struct, frozen=True):
    """The values at StartEx or after one outcome: hundredths, or positions of bands from 0."""

    turn: int
    """0 at StartEx."""
    story_time: str
    run_out: bool
    exact: bool
    """Whether the values are hundredths."""
    axes: tuple[int, ...]
    """Security, then rights."""
    values: Mapping[str, int]
    """By the slot's name; of hidden quantities only where values are hundredths."""


def stops_so_far(
    program: Program, state: State, language: str = "en", exact: bool = False
) -> tuple[Stop, ...]:
    """Return the values at StartEx and after each outcome, the run-out's included.

    Args:
        program: The Program.
        state: The exercise, at any moment.
        language: Of the times in the story.
        exact: Whether the reader may have numbers. Without them every stop holds the bands that the room was shown
            then, and there is no stop while scores are hidden.
    """
    if not exact and state.scores_hidden and not state.over:
        return ()
    return tuple(
        Stop(
            turn=turn,
            story_time=story_time(program, turn, language),
            run_out=run_out,
            exact=exact,
            axes=tuple(shown[name] for name in program.bundle.model.axes().values()),
            values=shown,
        )
        for turn, run_out, now in _snapshots(state)
        for shown in [_exact(program, now) if exact else _bands(program, state, now)]
    )


def _snapshots(state: State) -> Iterator[tuple[int, bool, tuple[int, ...]]]:
    """Yield turn, whether it belongs to the run-out, and the whole snapshot after its outcome."""
    done = [record for record in state.turns if record.outcome is not None]
    yield 0, False, done[0].start if done else state.world.settled
    for record in done:
        yield record.turn, record.run_out, record.s2


def _exact(program: Program, now: tuple[int, ...]) -> dict[str, int]:
    model = program.bundle.model
    known = {*model.quantities, *model.derived}
    return {
        program.slots.name(index): value
        for index, value in enumerate(now)
        if program.slots.spec(index).family in known
    }


def _bands(program: Program, state: State, now: tuple[int, ...]) -> dict[str, int]:
    """Return what the room saw then: bands of poor data lie apart from the value, so they are drawn as they were."""
    world = replace(state.world, values=now[: len(program.slots.base)], settled=now, before=now)
    display = Display(program, replace(state, world=world), "en", exact=False)
    shown: tuple[Gauge, ...] = (*display.axes(), *display.published())
    return {gauge.slot: gauge.level for gauge in shown}


__all__ = ["Stop", "stops_so_far"]
