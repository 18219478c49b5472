"""Adoption: what each decision rule asks for, and that a vacant seat is no party."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exercise.engine.agreements import adopt
from exercise.engine.program import Program
from exercise.engine.world import Clause, Proposal, Step, World, apply
from tests.support.busy import busy_program
from tests.support.turns import moved, outcome, proposal, world_of

ALL = ("rivermark", "aid_body", "highvale", "watch_body", "clerk")


def _adopted(text: Proposal, vacant: tuple[str, ...] = ()) -> bool:
    program = busy_program()
    return bool(adopt(program, world_of(program, vacant=vacant), (text,), 1))


@pytest.mark.parametrize(
    ("signers", "vacant", "adopted"),
    [
        (("rivermark", "aid_body"), (), True),
        (("rivermark",), (), False),
        ((), (), False),
        (("rivermark",), ("aid_body",), True),
        (("rivermark", "aid_body"), ("rivermark", "aid_body"), False),
        (("aid_body", "watch_body"), (), False),
    ],
)
def test_all_parties_sign(signers: tuple[str, ...], vacant: tuple[str, ...], adopted: bool) -> None:
    signed = dict.fromkeys(signers, ("shared_places",))
    text = proposal(busy_program(), "river_pact", ("shared_places",), signed)
    assert _adopted(text, vacant) is adopted


@pytest.mark.parametrize(
    ("signers", "vacant", "adopted"),
    [
        (("rivermark", "highvale"), (), True),
        (("rivermark",), (), False),
        (("rivermark",), ("highvale",), False),
        (("rivermark", "watch_body"), ("highvale",), True),
        (("rivermark",), ("highvale", "watch_body"), True),
        (("highvale",), ("highvale",), False),
        (("rivermark", "highvale"), ("rivermark", "highvale", "watch_body"), False),
    ],
)
def test_more_than_half_of_the_present_parties_sign(
    signers: tuple[str, ...], vacant: tuple[str, ...], adopted: bool
) -> None:
    """Half is no majority; the signature of a seat that has become vacant does not count."""
    signed = dict.fromkeys(signers, ("pay_in",))
    assert (
        _adopted(proposal(busy_program(), "common_chest", ("pay_in",), signed), vacant) is adopted
    )


@pytest.mark.parametrize(
    ("objectors", "vacant", "adopted"),
    [
        ((), (), True),
        (("watch_body",), (), False),
        (("watch_body",), ("watch_body",), True),
        ((), ALL, False),
    ],
)
def test_silence_is_consent(
    objectors: tuple[str, ...], vacant: tuple[str, ...], adopted: bool
) -> None:
    objected = dict.fromkeys(objectors, ("soft_voice",))
    text = proposal(busy_program(), "quiet_rule", ("soft_voice",), objected=objected)
    assert _adopted(text, vacant) is adopted


def test_each_clause_is_adopted_on_its_own() -> None:
    program = busy_program()
    text = proposal(
        program,
        "common_chest",
        ("pay_in", "pay_out"),
        {"rivermark": ("pay_in", "pay_out"), "highvale": ("pay_out",)},
    )
    adopted = adopt(program, world_of(program), (text,), 1)
    assert [clause.clause for clause in adopted] == [
        program.numbers.clause["common_chest", "pay_out"]
    ]


def test_a_clause_that_is_off_is_not_adopted_whoever_signed() -> None:
    signed = dict.fromkeys(("rivermark", "aid_body"), ("open_data",))
    assert not _adopted(proposal(busy_program(), "river_pact", (), signed))


def test_a_clause_in_force_is_not_adopted_again_and_ends_with_its_outcomes() -> None:
    program = busy_program()
    chest, pay_in = (
        program.numbers.agreement["common_chest"],
        program.numbers.clause["common_chest", "pay_in"],
    )
    signed = {"rivermark": ("pay_in",), "highvale": ("pay_in",)}
    text = proposal(program, "common_chest", ("pay_in",), signed)
    world, ends = world_of(program), []
    for turn in (1, 2, 3, 4):
        step = outcome(program, world, proposals=(text,))
        assert bool(step.adopted) == (turn in (1, 4))
        ends.append(bool(step.expired))
        world = _next(program, world, step)
    assert ends == [False, False, True, False]
    assert world.clauses == (Clause(chest, pay_in, 4),)


def _next(program: Program, world: World, step: Step) -> World:
    return replace(apply(program, world, step), turn=world.turn + 1)


@pytest.mark.parametrize(
    ("levels", "amount"),
    [
        ({"rivermark": 3, "aid_body": 3}, 200),
        ({"rivermark": 3, "aid_body": 1}, 66),
        ({"rivermark": 3}, 0),
        ({}, 0),
    ],
)
def test_a_clause_counts_the_least_of_the_parties_contributions(
    levels: dict[str, int], amount: int
) -> None:
    """Who states nothing contributes nothing; 200 by 1 of 3 is 66, toward zero."""
    program = busy_program()
    signed = dict.fromkeys(("rivermark", "aid_body"), ("shared_places",))
    text = proposal(program, "river_pact", ("shared_places",), signed, contributions=levels)
    rows = outcome(program, world_of(program), proposals=(text,)).rows
    assert moved(program, rows, "preparedness[rivermark]") == amount


def test_the_contribution_of_a_vacant_party_is_not_waited_for() -> None:
    program = busy_program()
    text = proposal(
        program,
        "river_pact",
        ("shared_places",),
        {"rivermark": ("shared_places",)},
        contributions={"rivermark": 3},
    )
    rows = outcome(program, world_of(program, vacant=("aid_body",)), proposals=(text,)).rows
    assert moved(program, rows, "preparedness[rivermark]") == 200
