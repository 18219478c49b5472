"""Generated code plays every scenario to the same last digit as the reference interpreter."""

from __future__ import annotations

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
from tests.support.shipped import SHIPPED, program_of
from tests.support.tiny import tiny_program


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


def assert_same(name: str, policies: tuple[Policy, Policy], key: Key) -> None:
    _, reference, generated = players(name)
    slow: dict[int, tuple[int, ...]] = {}
    fast: dict[int, tuple[int, ...]] = {}
    expected = reference.play(policies[0], key, slow.__setitem__)
    played = generated.play(policies[1], key, fast.__setitem__)
    slots = program(name).slots
    for turn, values in slow.items():
        differ = [
            slots.name(slot) for slot, value in enumerate(values) if fast[turn][slot] != value
        ]
        assert not differ, (turn, differ)
    assert played == expected


@pytest.mark.parametrize("name", ["tiny", "busy", *SHIPPED])
def test_every_slot_is_the_same_after_every_outcome(name: str) -> None:
    table = players(name)[0]
    assert_same(name, (Idle(), Idle()), Key(1))
    for number in range(3):
        assert_same(name, (Uniform(table), Uniform(table)), Key(5, number))
    slow, fast = LeastUsed(table), LeastUsed(table)
    for number in range(3):
        assert_same(name, (slow, fast), Key(6, number))
    assert slow == fast


@given(st.sampled_from(("tiny", "busy")), st.integers(0, 10**18), st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_small_scenarios_are_the_same_for_any_key(name: str, seed: int, number: int) -> None:
    table = players(name)[0]
    assert_same(name, (Uniform(table), Uniform(table)), Key(seed, number))
