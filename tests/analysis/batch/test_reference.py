"""A playthrough without people does what the session does when it is given the same decisions."""

from __future__ import annotations

import pytest

from exercise.analysis.batch.played import Played
from exercise.analysis.batch.policy import Idle, LeastUsed, Plan, Uniform, table_of
from exercise.analysis.batch.reference import Reference
from exercise.conduct.state import Phase, State
from exercise.engine.world import Key
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from tests.support.shipped import program_of

SCENARIOS = ("first-steps", "northern-displacement", "one-budget-two-trades", "valley-disaster")


def by_bots(name: str, seed: int) -> State:
    program = program_of(name)
    people = {one.role: "bot" for one in program.bundle.scenario.places if one.seat == "person"}
    session = begin_exercise(program, seed, roster=people, keep=False)  # type: ignore[arg-type]
    conduct(session, Phase.hot_wash)
    return session.state


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_recorded_exercise_comes_out_the_same(name: str) -> None:
    state = by_bots(name, 11)
    count = len(program_of(name).slots.base)
    table = table_of(program_of(name))
    plan = Plan(table, {one.turn: one.given for one in state.turns if one.given is not None})
    seen: dict[int, tuple[int, ...]] = {}
    played = Reference(table).play(plan, Key(11), seen.__setitem__)
    assert plan.dropped == 0
    assert seen == {one.turn: one.s2[:count] for one in state.turns}
    assert played.values == state.world.values
    assert played.released == tuple(status.fired for status in state.world.injects)
    assert played.breaches == tuple(
        sorted((one.turn, one.line, one.place) for one in state.world.breaches)
    )
    assert any(given.responses for given in played.inputs)


def uniform(name: str, key: Key) -> Played:
    table = table_of(program_of(name))
    return Reference(table).play(Uniform(table), key)


def test_what_uniform_seats_decide_is_legal_to_the_last_response() -> None:
    played = uniform("northern-displacement", Key(3, 1))
    table = table_of(program_of("northern-displacement"))
    plan = Plan(table, dict(enumerate(played.inputs, 1)))
    assert Reference(table).play(plan, Key(3, 1)) == played
    assert plan.dropped == 0


def test_a_playthrough_depends_on_its_key_alone() -> None:
    first = uniform("first-steps", Key(3, 8))
    assert uniform("first-steps", Key(3, 8)) == first
    assert uniform("first-steps", Key(3, 9)).inputs != first.inputs
    assert uniform("first-steps", Key(4, 8)).inputs != first.inputs


def test_an_illegal_part_of_a_plan_is_left_out_and_counted() -> None:
    table = table_of(program_of("first-steps"))
    key = Key(3, 8)
    first = uniform("first-steps", key).inputs[0]
    assert first.responses
    plan = Plan(table, {1: first, 2: first})
    twice = Plan(table, {1: type(first)((*first.responses, *first.responses), first.lifted)})
    Reference(table).play(plan, key)
    Reference(table).play(twice, key)
    assert twice.dropped == len(first.responses)


def test_nobody_decides_where_the_policy_is_none() -> None:
    table = table_of(program_of("first-steps"))
    played = Reference(table).play(Idle(), Key(3))
    assert all(not given.responses and not given.proposals for given in played.inputs)


def test_least_used_seats_use_more_than_uniform_ones() -> None:
    table = table_of(program_of("first-steps"))
    reference = Reference(table)

    def used(policy: Uniform | LeastUsed) -> set[tuple[int, int, int]]:
        return {
            (one.role, one.measure, one.target)
            for number in range(6)
            for given in reference.play(policy, Key(3, number)).inputs
            for one in given.responses
        }

    assert len(used(LeastUsed(table))) > len(used(Uniform(table)))
