"""Draws: frozen values, keyed by names, and nothing that was drawn before matters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.engine import dice
from exercise.engine.program import Program
from exercise.engine.turn import release_effects
from exercise.engine.world import InjectStatus
from tests.support.busy import BUSY, busy_program, load_files
from tests.support.turns import KEY, outcome, release, use, world_of

GOLDEN = {
    (0, 0, 0, ""): 5380478687677010448,
    (7, 0, 1, "rumour|0|chance"): 7887080681029523939,
    (7, 0, 2, "rumour|0|chance"): 14324460046635151972,
    (7, 1, 1, "rumour|0|chance"): 2031119443786184911,
    (2**64 - 1, 9, 24, "crowded_bank[s=rivermark]|0|between"): 11219287268641038402,
}


@pytest.mark.parametrize(("key", "value"), GOLDEN.items())
def test_draws_never_change(key: tuple[int, int, int, str], value: int) -> None:
    """An old exercise must replay on every later version."""
    seed, playthrough, turn, name = key
    assert dice.draw(seed, playthrough, turn, dice.purpose(name)) == value


def test_the_algorithm_keeps_its_name() -> None:
    """A change of the draws needs a new name."""
    assert dice.ALGORITHM == "splitmix64-keyed-1"


@given(st.integers(0, 2**64 - 1), st.integers(-500, 500), st.integers(0, 500))
def test_between_holds_both_bounds(value: int, low: int, span: int) -> None:
    assert low <= dice.between(value, low, low + span) <= low + span


@given(st.integers(0, 2**64 - 1))
def test_no_chance_never_happens_and_a_whole_one_always(value: int) -> None:
    assert not dice.happens(value, 0)
    assert dice.happens(value, 10_000)


def test_a_chance_comes_about_as_often_as_it_says() -> None:
    """Of 10,000 keyed draws at 30 per cent, within four standard deviations."""
    hits = sum(
        dice.happens(dice.draw(seed, 0, 1, dice.purpose("often")), 3000) for seed in range(10_000)
    )
    assert 2816 <= hits <= 3184


def test_draws_are_keyed_by_names_and_not_by_order() -> None:
    """Rules in another order, or one more rule in front, draw what they drew."""
    rules = BUSY["scenarios/models/tiny-model/rules.yaml"]
    first = rules.index("crowded_bank:")
    extra = (
        "earlier:\n  when: turn >= 0\n  effects:\n    - change: cohesion[highvale]\n"
        "      between: [1, 9]\n  why: One more draw.\n  source: design value\n"
    )
    turned = {
        **BUSY,
        "scenarios/models/tiny-model/rules.yaml": extra + rules[first:] + rules[:first],
    }
    told = [_draws(program, "crowded_bank") for program in (busy_program(), load_files(turned))]
    assert told[0]
    assert told[0] == told[1]


def _draws(program: Program, rule: str) -> list[tuple[str, int | None]]:
    world = world_of(program, {"arrivals[rivermark]": 2000, "arrivals[highvale]": 2000})
    rows = outcome(program, world).rows
    told = [(row.cause.scope, row.cause.draw) for row in rows if row.cause.name == rule]
    return sorted(told, key=repr)


def test_the_draw_stands_in_the_row() -> None:
    """What was drawn between two bounds, and where an amount hung on a chance, the chance's draw."""
    program = busy_program()
    world = world_of(program, {"cohesion[highvale]": 9000})
    step = outcome(program, world, use(program, "rivermark", "escort", "highvale"))
    drawn = [row for row in step.rows if row.cause.name == "escort" and row.cause.effect == 0]
    assert all(row.cause.draw is not None and -200 <= row.cause.draw <= 600 for row in drawn)
    for seed in range(40):
        rumour = _rumour(seed)
        if rumour:
            assert rumour[0] is not None and 0 <= rumour[0] < 5000
            return
    raise AssertionError("in 40 exercises the chance never came")


def _rumour(seed: int) -> list[int | None]:
    program = busy_program()
    world = world_of(program)
    statuses = list(world.injects)
    statuses[program.numbers.inject["rumour"]] = InjectStatus(fired=1)
    step = release_effects(
        program, replace(world, injects=tuple(statuses)), 1, replace(KEY, seed=seed)
    )
    return [row.cause.draw for row in step.rows if row.cause.name == "rumour"]


def test_equal_keys_give_equal_steps_and_other_seeds_other_draws() -> None:
    program = busy_program()
    assert release(program, world_of(program), "rumour") == release(
        program, world_of(program), "rumour"
    )
    assert len({dice.draw(seed, 0, 1, 5) for seed in range(100)}) == 100
