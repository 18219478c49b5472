"""Generated code plays every scenario to the same last digit as the reference interpreter."""

from __future__ import annotations

import os
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.analysis.batch.generated import Generated
from exercise.analysis.batch.policy import Idle, LeastUsed, Policy, Table, Uniform, table_of
from exercise.analysis.batch.reference import Reference
from exercise.engine.program import Program
from exercise.engine.world import Key
from tests.support.busy import busy_program
from tests.support.programs import made_program
from tests.support.shipped import SHIPPED, program_of
from tests.support.tiny import tiny_program

LONG = bool(os.environ.get("EXERCISE_LONG"))
GENERATED = 2000 if LONG else 30
"""Generated Programs."""
ROUNDS = 5_000 if LONG else 1
"""Playthroughs of each policy on each shipped scenario."""


def program(name: str) -> Program:
    match name:
        case "tiny":
            return tiny_program()
        case "busy":
            return busy_program()
    return program_of(name)


@cache
def players(name: str) -> tuple[Table, Reference, Generated]:
    table = table_of(program(name))
    return table, Reference(table), Generated(table)


def assert_same(
    reference: Reference, generated: Generated, policies: tuple[Policy, Policy], key: Key
) -> None:
    slow: dict[int, tuple[int, ...]] = {}
    fast: dict[int, tuple[int, ...]] = {}
    expected = reference.play(policies[0], key, slow.__setitem__)
    played = generated.play(policies[1], key, fast.__setitem__)
    slots = generated.program.slots
    for turn, values in slow.items():
        differ = [
            slots.name(slot) for slot, value in enumerate(values) if fast[turn][slot] != value
        ]
        assert not differ, (turn, differ)
    assert played == expected


@pytest.mark.parametrize("name", ["tiny", "busy", *SHIPPED])
def test_every_slot_is_the_same_after_every_outcome(name: str) -> None:
    table, reference, generated = players(name)
    for number in range(ROUNDS):
        assert_same(reference, generated, (Uniform(table), Uniform(table)), Key(5, number))
    slow, fast = LeastUsed(table), LeastUsed(table)
    for number in range(ROUNDS):
        assert_same(reference, generated, (slow, fast), Key(6, number))
    assert slow == fast


@pytest.mark.parametrize("name", ["tiny", "busy", "first-steps"])
def test_it_is_the_same_where_nobody_decides(name: str) -> None:
    _, reference, generated = players(name)
    assert_same(reference, generated, (Idle(), Idle()), Key(1))


@given(st.sampled_from(("tiny", "busy")), st.integers(0, 10**18), st.integers(0, 10**9))
@settings(max_examples=40, deadline=None)
def test_small_scenarios_are_the_same_for_any_key(name: str, seed: int, number: int) -> None:
    table, reference, generated = players(name)
    assert_same(reference, generated, (Uniform(table), Uniform(table)), Key(seed, number))


@pytest.mark.parametrize("seed", range(GENERATED))
def test_generated_scenarios_are_the_same(seed: int) -> None:
    made = made_program(seed)
    table = table_of(made)
    reference, generated = Reference(table), Generated(table)
    for number in range(2):
        assert_same(reference, generated, (Uniform(table), Uniform(table)), Key(seed, number))
        assert_same(reference, generated, (LeastUsed(table), LeastUsed(table)), Key(seed, number))
