"""Order-free turns: neither the order of rules, seats nor responses changes an outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from random import Random
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.conduct.state import Phase, State, turn_input
from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.engine.turn import adjudicate, land, release_effects
from exercise.engine.world import Clause, Measure, Row, Step, TurnInput, apply
from exercise.library.loader import load_scenario
from exercise.model.bundle import Bundle
from tests.support.busy import busy_program
from tests.support.plays import play
from tests.support.turns import outcome, use, world_of

_T = TypeVar("_T")


@cache
def _program(name: str) -> Program:
    return busy_program() if name == "busy" else load_scenario(name).program


@cache
def _cut_offs(name: str) -> tuple[State, ...]:
    """States in adjudication, with many decisions in them."""
    program = _program(name)
    found = []
    for seed in range(4):
        for state, _, _ in play(program, seed, 250, pace=0.08):
            if state.phase is Phase.adjudication and state not in found:
                found.append(state)
    return tuple(found)


def _scarce(program: Program, state: State, random: Random) -> State:
    """A state in which money and flows may not suffice for all that want them."""
    values = tuple(
        min(value, random.choice((0, 100, 250, value)))
        if program.slots.base[slot].family in ("funds", "pool", "volume")
        else value
        for slot, value in enumerate(state.world.values)
    )
    return replace(state, world=replace(state.world, values=values))


def _named(program: Program, step: Step) -> tuple[object, ...]:
    """A step by names, as multisets: numbers of slots and roles differ between orders."""

    def rows(parts: Sequence[Row]) -> Counter[object]:
        return Counter(
            (
                program.slots.name(row.slot),
                row.amount,
                row.turn,
                row.stage,
                replace(row.cause, reads=()),
                tuple(sorted((program.slots.name(slot), v) for slot, v in row.cause.reads)),
            )
            for row in parts
        )

    entered = sorted(
        (program.measures[m.measure].name, program.roles[m.role], m.scale, m.response)
        for m in step.entered
    )
    adopted = sorted(
        (
            program.agreements[c.agreement].name,
            program.agreements[c.agreement].clauses[c.clause].name,
        )
        for c in step.adopted
    )
    return (
        rows(step.rows),
        rows(step.waiting),
        rows(step.cancelled),
        sorted(program.flags[flag] for flag in step.flags),
        sorted(program.injects[inject].name for inject in step.called),
        sorted((b.line, b.place) for b in step.breaches),
        entered,
        adopted,
        sorted((program.agreements[a].name, program.roles[r], n) for a, r, n in step.contributions),
        sorted(
            (program.measures[m].name, program.roles[r] if r >= 0 else "") for m, r in step.unlocked
        ),
        sorted(
            (program.measures[m].name, program.roles[r] if r >= 0 else "") for m, r in step.voided
        ),
    )


def _shuffled(items: Sequence[_T], random: Random) -> tuple[_T, ...]:
    return tuple(random.sample(items, len(items)))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 10**6))
@pytest.mark.parametrize("name", ["busy", "northern-displacement"])
def test_the_order_of_rules_and_of_responses_is_nothing(name: str, seed: int) -> None:
    """Same Program with rules shuffled, same input with every list in it shuffled."""
    program, random = _program(name), Random(seed)
    state = _scarce(program, random.choice(_cut_offs(name)), random)
    given = turn_input(program, state)
    other_program = replace(program, rules=_shuffled(program.rules, random))
    other_given = TurnInput(
        _shuffled(given.responses, random),
        _shuffled(given.lifted, random),
        tuple(
            replace(
                text,
                signed=_shuffled(text.signed, random),
                objected=_shuffled(text.objected, random),
                contributions=_shuffled(text.contributions, random),
            )
            for text in _shuffled(given.proposals, random)
        ),
        _shuffled(given.rows, random),
    )
    world = replace(
        state.world,
        in_force=_shuffled(state.world.in_force, random),
        waiting=_shuffled(state.world.waiting, random),
        clauses=_shuffled(state.world.clauses, random),
    )
    plain = adjudicate(program, state.world, given, state.turn, state.key)
    mixed = adjudicate(other_program, world, other_given, state.turn, state.key)
    assert _named(program, plain) == _named(program, mixed)
    assert apply(program, state.world, plain).values == apply(program, world, mixed).values


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_order_of_seats_and_names_in_the_files_is_nothing(seed: int) -> None:
    """The bundle written in another order and compiled anew plays the same turn."""
    program, random = _program("busy"), Random(seed)
    other = compile_bundle(_rewritten(program.bundle, random)).program
    state = _scarce(program, random.choice(_cut_offs("busy")), random)
    plain = _turn(program, state)
    mixed = _turn(other, _translated(program, other, state))
    assert [_named(program, step) for step in plain] == [_named(other, step) for step in mixed]


def _turn(program: Program, state: State) -> tuple[Step, Step, Step]:
    """The outcome, the next situation, and its injects."""
    outcome = adjudicate(program, state.world, turn_input(program, state), state.turn, state.key)
    world = apply(program, state.world, outcome)
    due = land(program, world, state.turn + 1)
    world = apply(program, world, due)
    return outcome, due, release_effects(program, world, state.turn + 1, state.key)


def _rewritten(bundle: Bundle, random: Random) -> Bundle:
    """Rules, measures, injects and places in another order."""

    def mixed(table: dict[str, _T]) -> dict[str, _T]:
        return dict(_shuffled(list(table.items()), random))

    model, scenario = bundle.model, bundle.scenario
    return bundle.model_copy(
        update={
            "model": model.model_copy(
                update={
                    "rules": mixed(model.rules),
                    "measures": mixed(model.measures),
                    "flows": model.flows,
                }
            ),
            "scenario": scenario.model_copy(
                update={
                    "places": _shuffled(scenario.places, random),
                    "injects": mixed(scenario.injects),
                }
            ),
        }
    )


def _keys(program: Program) -> list[tuple[str, tuple[str, ...]]]:
    table = program.slots
    return [
        *((spec.family, spec.args) for spec in table.base),
        *((spec.family, spec.args) for spec in table.derived),
    ]


def _translated(old: Program, new: Program, state: State) -> State:
    """The same state in the numbers of another order."""
    world = state.world
    slots = [old.slots.index[key] for key in _keys(new)]
    roles = {number: new.numbers.role[name] for number, name in enumerate(old.roles)} | {-1: -1}
    targets = {n: new.numbers.target[name] for n, name in enumerate(old.targets)} | {-1: -1}
    measures = {n: new.numbers.measure[code.name] for n, code in enumerate(old.measures)}
    flags = {n: new.numbers.flag[name] for n, name in enumerate(old.flags)}
    place = {old_slot: new_slot for new_slot, old_slot in enumerate(slots)}
    waiting = tuple(
        replace(
            row,
            slot=place[row.slot],
            cause=replace(row.cause, reads=tuple((place[s], v) for s, v in row.cause.reads)),
        )
        for row in world.waiting
    )
    injects = {code.name: status for code, status in zip(old.injects, world.injects, strict=True)}
    return replace(
        state,
        world=replace(
            world,
            values=tuple(world.values[s] for s in slots[: len(new.slots.base)]),
            settled=tuple(world.settled[s] for s in slots),
            before=tuple(world.before[s] for s in slots),
            present=tuple(world.present[old.numbers.role[name]] for name in new.roles),
            flags=tuple(sorted(flags[flag] for flag in world.flags)),
            waiting=waiting,
            in_force=tuple(
                replace(
                    m, measure=measures[m.measure], role=roles[m.role], target=targets[m.target]
                )
                for m in world.in_force
            ),
            injects=tuple(injects[code.name] for code in new.injects),
            contributions=tuple((a, roles[r], level) for a, r, level in world.contributions),
            unlocked=tuple((measures[m], roles[r]) for m, r in world.unlocked),
            voided=tuple((measures[m], roles[r]) for m, r in world.voided),
        ),
    )


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10**6), there=st.sampled_from([0, 100, 250, 400, 700]))
def test_who_gets_scarce_money_is_no_matter_of_order(seed: int, there: int) -> None:
    """Two responses, a rule and a clause want what one pool cannot give to all."""
    program, random = _program("busy"), Random(seed)
    world = world_of(program, {"pool[donor_window]": there, "volume[bridge]": there})
    chest = program.numbers.agreement["common_chest"]
    closed = [
        Measure(number, program.numbers.measure["close_crossing"], number, number, 0, 1)
        for number in (program.numbers.role["rivermark"], program.numbers.role["highvale"])
    ]
    world = replace(
        world,
        clauses=tuple(Clause(chest, number, 1) for number in range(2)),
        in_force=tuple(replace(m, target=_home(program, m.role)) for m in closed),
    )
    asks = [
        use(program, "aid_body", "call_donor", "rivermark"),
        use(program, "aid_body", "call_donor", "highvale", number=2),
        use(program, "aid_body", "call_donor", "watch_body", number=3),
    ]
    plain = outcome(program, world, *asks)
    mixed = outcome(
        replace(program, rules=_shuffled(program.rules, random)),
        replace(
            world,
            clauses=_shuffled(world.clauses, random),
            in_force=_shuffled(world.in_force, random),
        ),
        *_shuffled(asks, random),
    )
    assert _named(program, plain) == _named(program, mixed)


def _home(program: Program, role: int) -> int:
    return program.numbers.target[program.roles[role]]
