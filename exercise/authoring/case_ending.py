"""How a played exercise ended, as the expectations of a case."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from exercise.authoring.case_why import adopted_in
from exercise.conduct.state import State
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.engine.prose import band_word
from exercise.model.case import Expect, Moment
from exercise.model.quantity import AXES

_BANDS = 6
"""Indicators whose bands are expected: those that moved most."""


def ending_of(program: Program, state: State, last: int) -> Iterator[Expect]:
    """Yield what a case expects of how an exercise ended: axes, bands, injects, texts, red lines.

    Args:
        program: The scenario.
        state: The exercise.
        last: The last turn that has its outcome.
    """
    snapshot = next(record.s2 for record in state.turns if record.turn == last)
    yield from _axes(program, last, snapshot)
    for slot in _moved_most(program, snapshot):
        word = band_word(program.bundle, program.slots.spec(slot).family, snapshot[slot])
        yield Expect(after=last, slot=program.slots.name(slot), band=word)
    yield from _injects(program, state, last)
    yield from _texts(program, state, last)
    yield from _red_lines(program, state, last, last)
    if state.over:
        yield from _axes(program, "run_out", state.turns[-1].s2)
        yield from _red_lines(program, state, "run_out", state.turns[-1].turn)


def _axes(program: Program, after: Moment, snapshot: tuple[int, ...]) -> Iterator[Expect]:
    for name in program.bundle.model.axes().values():
        value = Decimal(points(snapshot[program.slot(name)]))
        yield Expect(after=after, slot=name, equals=value)


def _moved_most(program: Program, snapshot: tuple[int, ...]) -> list[int]:
    """Indicators of both axes that moved, the largest movement first."""
    cards, start = program.bundle.model.quantities, program.settle(program.start)
    moved = [
        (-abs(snapshot[spec.index] - start[spec.index]), spec.name, spec.index)
        for spec in program.slots.base
        if spec.family in cards
        and cards[spec.family].family in AXES
        and snapshot[spec.index] != start[spec.index]
    ]
    return [index for _, _, index in sorted(moved)[:_BANDS]]


def _injects(program: Program, state: State, last: int) -> Iterator[Expect]:
    fired = {
        code.name: 0 <= status.fired <= last
        for code, status in zip(program.injects, state.world.injects, strict=True)
    }
    if fired:
        yield Expect(
            after=last,
            fired=tuple(name for name, yes in fired.items() if yes),
            not_fired=tuple(name for name, yes in fired.items() if not yes),
        )


def _texts(program: Program, state: State, last: int) -> Iterator[Expect]:
    adopted = adopted_in(program, state)
    tabled = {text.agreement for record in state.turns for text in record.texts}
    failed = sorted(tabled - {clause.partition(".")[0] for clause in adopted})
    if adopted or failed:
        yield Expect(after=last, adopted=adopted, not_adopted=tuple(failed))


def _red_lines(program: Program, state: State, after: Moment, until: int) -> Iterator[Expect]:
    crossed = {breach.line for breach in state.world.breaches if breach.turn <= until}
    lines = sorted(program.bundle.red_lines())
    if lines:
        yield Expect(
            after=after,
            red_lines=tuple(line for line in lines if line in crossed),
            no_red_lines=tuple(line for line in lines if line not in crossed),
        )


__all__ = ["ending_of"]
