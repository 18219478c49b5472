"""How fast the reference interpreter computes outcomes and whole playthroughs, every change traced.

The bare reference is a Python loop with one comparison and one addition per expanded rule: the least
that looking at every rule once can cost in this language.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from bench.exercises import SCENARIOS, SEED, played
from bench.measure import Case, Subject, written
from exercise.conduct.state import TurnRecord
from exercise.engine.program import Program
from exercise.engine.turn import adjudicate, land, opening, ready, release_effects
from exercise.engine.world import Key, TurnInput, World, apply, begin

KEY = Key(SEED)
NOTHING = TurnInput()
LOOPS = 20


def subjects(_: Path) -> Iterator[Subject]:
    for name in SCENARIOS:
        session = played(name)
        records = session.state.turns
        yield _outcomes(name, session.program, records)
        yield _playthroughs(name, session.program, records, session.state.world)


def _outcomes(name: str, program: Program, records: tuple[TurnRecord, ...]) -> Subject:
    rules = len(program.rules)
    decided = [one for one in records if one.at_cut_off is not None and one.given is not None]
    rows = sum(len(one.outcome.rows) + len(one.outcome.waiting) for one in decided if one.outcome)

    def notes(medians: dict[str, float]) -> Iterator[str]:
        for case, seconds in list(medians.items())[1:]:
            yield f"{case}: {1 / seconds:,.0f} a second, {written(seconds / rules)} per rule"
        yield f"{rules} rule expansions and {rows // len(decided)} ledger rows per outcome with responses"

    return Subject(
        f"{name}: outcomes with full trace",
        "outcome",
        (
            Case(f"bare: a loop over {rules} rules", lambda: _bare(rules * LOOPS), LOOPS),
            Case("no responses", lambda: _adjudicate(program, decided, False), len(decided)),
            Case("bots' responses", lambda: _adjudicate(program, decided, True), len(decided)),
        ),
        notes,
    )


def _playthroughs(
    name: str, program: Program, records: tuple[TurnRecord, ...], final: World
) -> Subject:
    present = final.present
    given = {one.turn: one.given or NOTHING for one in records}
    assert playthrough(program, present, given).values == final.values
    rules = len(program.rules) * len(given)

    def notes(medians: dict[str, float]) -> Iterator[str]:
        for case, seconds in list(medians.items())[1:]:
            yield f"{case}: {1 / seconds:,.1f} a second"

    return Subject(
        f"{name}: playthroughs of {len(given)} outcomes, run-out included",
        "playthrough",
        (
            Case(f"bare: a loop over {rules} rules", lambda: _bare(rules * LOOPS), LOOPS),
            Case(
                "no responses", lambda: playthrough(program, present, dict.fromkeys(given, NOTHING))
            ),
            Case("bots' responses", lambda: playthrough(program, present, given)),
        ),
        notes,
    )


def _bare(count: int) -> int:
    total = 0
    for number in range(count):
        if number > 0:
            total += number
    return total


def _adjudicate(program: Program, records: list[TurnRecord], responses: bool) -> None:
    for record in records:
        assert record.at_cut_off is not None
        assert record.given is not None
        given = record.given if responses else NOTHING
        adjudicate(program, record.at_cut_off, given, record.turn, KEY)


def playthrough(program: Program, present: tuple[bool, ...], given: dict[int, TurnInput]) -> World:
    """Play all turns on the engine alone; what is ready is released, as bots do without a facilitator."""
    turns = program.bundle.scenario.turns
    world = begin(program, present)
    world = apply(program, world, opening(program, world, KEY))
    for turn, decisions in given.items():
        world = apply(program, world, land(program, world, turn))
        if turn <= turns:
            world = _released(world, ready(program, world, turn), turn)
            world = apply(program, world, release_effects(program, world, turn, KEY))
        world = apply(program, world, adjudicate(program, world, decisions, turn, KEY))
    return world


def _released(world: World, numbers: tuple[int, ...], turn: int) -> World:
    injects = list(world.injects)
    for number in numbers:
        injects[number] = replace(injects[number], fired=turn)
    return replace(world, injects=tuple(injects))
