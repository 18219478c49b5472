"""What a role may decide, at the edges of its funds and actions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exercise.engine.legality import choices, purse, refusal_of
from exercise.engine.world import InjectStatus, Measure, Response, World
from exercise.errors import RefusalCode
from tests.support.busy import busy_program
from tests.support.turns import use, world_of

PROGRAM = busy_program()
SHELTER = use(PROGRAM, "aid_body", "open_shelter", "rivermark")


def _refusal(world: World, response: Response, *drafts: Response) -> RefusalCode | None:
    return refusal_of(PROGRAM, world, 1, response, drafts)


@pytest.mark.parametrize(("funds", "legal"), [(200, True), (199, False), (0, False)])
def test_a_measure_costs_what_its_card_says(funds: int, legal: bool) -> None:
    world = world_of(PROGRAM, {"funds[aid_body]": funds})
    assert _refusal(world, SHELTER) is (None if legal else RefusalCode.not_enough_funds)


@pytest.mark.parametrize(("funds", "legal"), [(200, True), (199, False)])
def test_what_a_measure_passes_on_must_be_there_as_well(funds: int, legal: bool) -> None:
    """Training costs one unit and hands one to Rivermark."""
    world = world_of(PROGRAM, {"funds[aid_body]": funds, "preparedness[rivermark]": 1000})
    answer = _refusal(world, use(PROGRAM, "aid_body", "train_posts", "rivermark"))
    assert answer is (None if legal else RefusalCode.not_enough_funds)


def test_drafts_use_up_funds_and_actions() -> None:
    world = world_of(PROGRAM, {"funds[aid_body]": 500})
    first = use(PROGRAM, "aid_body", "open_shelter", "highvale")
    left = purse(PROGRAM, world, PROGRAM.numbers.role["aid_body"], (first,))
    assert (left.funds, left.actions) == (300, 1)
    words = use(PROGRAM, "aid_body", "speak_up", number=2)
    assert _refusal(world, SHELTER, first, words) is RefusalCode.no_actions_left
    assert _refusal(world, SHELTER, first) is None
    poor = world_of(PROGRAM, {"funds[aid_body]": 300})
    assert _refusal(poor, SHELTER, first) is RefusalCode.not_enough_funds


def test_another_roles_drafts_cost_nothing() -> None:
    other = use(PROGRAM, "rivermark", "open_shelter", "rivermark")
    assert _refusal(world_of(PROGRAM, {"funds[aid_body]": 200}), SHELTER, other, other) is None


def test_the_same_measure_on_the_same_target_is_chosen_once() -> None:
    world = world_of(PROGRAM, {"funds[aid_body]": 800})
    assert _refusal(world, SHELTER, SHELTER) is RefusalCode.already_chosen
    elsewhere = use(PROGRAM, "aid_body", "open_shelter", "highvale")
    assert _refusal(world, elsewhere, SHELTER) is None
    number = PROGRAM.numbers.measure["close_crossing"]
    in_force = replace(world, in_force=(Measure(1, number, 0, 0, 0, 1),))
    closing = use(PROGRAM, "rivermark", "close_crossing", "rivermark")
    assert _refusal(in_force, closing) is RefusalCode.already_chosen


def test_of_two_horns_one_is_chosen_in_a_turn() -> None:
    offered = PROGRAM.numbers.inject["donor_asks"]
    world = world_of(PROGRAM, {"funds[aid_body]": 800})
    statuses = list(world.injects)
    statuses[offered] = InjectStatus(fired=1)
    world = replace(world, injects=tuple(statuses))
    calling = use(PROGRAM, "aid_body", "call_donor", "rivermark", number=2)
    assert _refusal(world, calling) is None
    assert _refusal(world, calling, SHELTER) is RefusalCode.ruled_out
    assert _refusal(world, SHELTER, calling) is RefusalCode.ruled_out
    training = use(PROGRAM, "rivermark", "open_shelter", "rivermark")
    assert _refusal(world, training, calling) is None, "what others chose rules nothing out"


def test_a_target_must_be_one_the_measure_can_have() -> None:
    """A state puts up shelters at home, a body in any state, nobody nowhere."""
    world = world_of(PROGRAM)
    assert _refusal(world, use(PROGRAM, "aid_body", "open_shelter")) is RefusalCode.wrong_target
    away = use(PROGRAM, "rivermark", "escort", "rivermark")
    assert _refusal(world, away) is RefusalCode.wrong_target


@pytest.mark.parametrize(("value", "legal"), [(1000, True), (999, False)])
def test_a_requirement_is_read_on_the_present_values(value: int, legal: bool) -> None:
    world = world_of(PROGRAM, {"preparedness[rivermark]": value})
    answer = _refusal(world, use(PROGRAM, "aid_body", "train_posts", "rivermark"))
    assert answer is (None if legal else RefusalCode.requirement_not_met)


def test_choices_and_refusals_are_one_test() -> None:
    """Every choice without a refusal is legal on every target it lists."""
    world = world_of(PROGRAM)
    seen = 0
    for role in range(len(PROGRAM.roles)):
        for choice in choices(PROGRAM, world, 1, role, ()):
            for target in choice.targets:
                response = Response("1.x.1", role, choice.measure, target)
                assert _refusal(world, response) is None
                seen += 1
    assert seen > 10
