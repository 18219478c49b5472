"""What each type of effect does, at its edges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from exercise.conduct.open_record import hidden, why
from exercise.engine.compile import compile_bundle
from exercise.engine.explain import source_of
from exercise.engine.harvest import OFFSETS, shared, split
from exercise.engine.ir import toward_zero
from exercise.engine.legality import refusal_of
from exercise.engine.program import Program
from exercise.engine.turn import land, ready
from exercise.engine.world import Cause, InjectStatus, Measure, Row, apply
from exercise.errors import RefusalCode
from exercise.model.rule import Rule
from tests.support.busy import busy_program, model_with
from tests.support.tiny import tiny_bundle, tiny_program
from tests.support.turns import moved, outcome, release, slot, turn_after, use, world_of


def rule_program(effects: str, when: str = "turn >= 0", more: str = "") -> Program:
    """Return the tiny scenario with one rule more."""
    lines = "".join(f"    {line}\n" for line in effects.strip().splitlines())
    text = f"tested:\n  when: {when}\n  effects:\n{lines}  why: A test.\n  source: design value\n"
    return model_with(rules=text + more)


@given(st.integers(-(10**6), 10**6), st.integers(1, 3))
def test_a_split_amount_is_whole_again(amount: int, parts: int) -> None:
    """A delay splits exactly, the remainder with the first, none larger than the first."""
    shares = split(amount, parts)
    assert sum(shares) == amount
    assert len(shares) == parts
    assert all(abs(share) <= abs(shares[0]) for share in shares)
    assert max(shares) - min(shares) < parts


@pytest.mark.parametrize(
    ("delay", "turns"), [("now", (1,)), ("short", (2,)), ("medium", (3, 4)), ("long", (5, 6, 7))]
)
def test_delays_land_in_the_outcomes_they_name(delay: str, turns: tuple[int, ...]) -> None:
    program = rule_program(f"- change: cohesion[highvale]\n  by: 1\n  delay: {delay}")
    step = outcome(program, world_of(program))
    rows = [row for row in (*step.rows, *step.waiting) if row.cause.name == "tested"]
    assert tuple(row.turn for row in rows) == turns
    assert sum(row.amount for row in rows) == 100
    assert tuple(offset + 1 for offset in OFFSETS[delay]) == turns


def test_a_delayed_row_lands_once_in_its_situation() -> None:
    program = rule_program("- change: cohesion[highvale]\n  by: 1\n  delay: short")
    world = apply(program, world_of(program), outcome(program, world_of(program)))
    step = land(program, world, 2)
    assert moved(program, step.rows, "cohesion[highvale]") == 100
    after = apply(program, world, step)
    assert all(row.turn > 2 for row in after.waiting)


@pytest.mark.parametrize(("value", "landed"), [(8950, 9000), (9000, 9000), (8000, 8200), (0, 200)])
def test_a_cap_row_holds_a_slot_at_its_bound(value: int, landed: int) -> None:
    """The range of border control ends at 90."""
    program = rule_program("- change: border_control[highvale]\n  by: 2")
    world = world_of(program, {"border_control[highvale]": value})
    step = outcome(program, world)
    assert apply(program, world, step).values[slot(program, "border_control[highvale]")] == landed
    caps = [row for row in step.rows if row.cause.kind == "cap"]
    assert [row.amount for row in caps] == ([landed - value - 200] if landed < value + 200 else [])


def test_flags_are_raised_once_however_many_raise_them() -> None:
    program = rule_program("- set: trained[highvale]\n- set: trained[highvale]")
    step = outcome(program, world_of(program))
    flag = program.numbers.flag["trained[highvale]"]
    assert step.flags == (flag,)
    again = apply(program, world_of(program), step)
    assert outcome(program, again).flags == ()
    assert apply(program, again, outcome(program, again)).flags == (flag,)


def test_unlocking_lasts_for_the_next_decisions_alone_and_void_beats_it() -> None:
    program = busy_program()
    ask = use(program, "rivermark", "evacuate", "rivermark")
    closed = world_of(program)
    assert refusal_of(program, closed, 1, ask, ()) is RefusalCode.not_unlocked
    ready_bank = world_of(program, {"preparedness[rivermark]": 2400})
    opened = turn_after(program, ready_bank, outcome(program, ready_bank))
    assert refusal_of(program, opened, 2, ask, ()) is None
    void = replace(opened, voided=((program.numbers.measure["evacuate"], -1),))
    assert refusal_of(program, void, 2, ask, ()) is RefusalCode.made_void
    low = replace(opened, values=closed.values)
    assert outcome(program, low).unlocked == ()


def test_the_opening_tests_unlocking_rules_on_the_start() -> None:
    program = rule_program("- void: speak_up", when="preparedness[highvale] == 30")
    measure = program.numbers.measure["speak_up"]
    assert world_of(program).voided == ((measure, -1),)


@pytest.mark.parametrize(("there", "given"), [(0, 0), (100, 100), (250, 200), (200, 200)])
def test_a_transfer_gives_what_is_there_and_no_more(there: int, given: int) -> None:
    program = rule_program("- transfer: 2\n  from: funds[rivermark]\n  to: funds[aid_body]")
    world = world_of(program, {"funds[rivermark]": there})
    rows = [row for row in outcome(program, world).rows if row.cause.name == "tested"]
    assert moved(program, tuple(rows), "funds[rivermark]") == -given
    assert moved(program, tuple(rows), "funds[aid_body]") == given


def test_transfers_share_what_is_there_by_name_and_never_overdraw() -> None:
    """The first by name is served; the second gets the rest."""
    text = (
        "another:\n  when: turn >= 0\n  effects:\n    - transfer: 2\n"
        "      from: funds[rivermark]\n      to: pool[donor_window]\n"
        "  why: A test.\n  source: design value\n"
    )
    program = rule_program(
        "- transfer: 2\n  from: funds[rivermark]\n  to: funds[aid_body]", more=text
    )
    rows = outcome(program, world_of(program, {"funds[rivermark]": 300})).rows
    assert moved(program, rows, "pool[donor_window]") == 200
    assert moved(program, rows, "funds[aid_body]") == 100


def test_income_names_its_receiver_and_is_the_only_money_from_outside() -> None:
    program = tiny_program()
    step = release(program, world_of(program), "relief")
    assert moved(program, step.rows, "funds[aid_body]") == 200
    assert sum(row.amount for row in step.rows) == 200


@pytest.mark.parametrize(
    ("bridge", "ford", "gained"), [(1000, 200, 400), (100, 200, 100), (0, 0, 0), (1000, 2000, 400)]
)
def test_a_reroute_conserves_the_flow(bridge: int, ford: int, gained: int) -> None:
    """What the bridge loses the ford gains, beyond its capacity where there is no other leg."""
    program = rule_program("- reroute: bridge\n  by: 4")
    world = world_of(program, {"volume[bridge]": bridge, "volume[ford]": ford})
    rows = outcome(program, world).rows
    assert moved(program, rows, "volume[bridge]") == -gained
    assert moved(program, rows, "volume[ford]") == gained


def test_two_reroutes_of_one_leg_take_no_more_than_it_holds() -> None:
    program = rule_program("- reroute: bridge\n  by: 4\n- reroute: bridge\n  by: 4")
    rows = outcome(program, world_of(program, {"volume[bridge]": 500})).rows
    assert moved(program, rows, "volume[bridge]") == -500
    assert moved(program, rows, "volume[ford]") == 500
    assert not [row for row in rows if row.cause.kind == "cap"]


def test_a_reroute_fills_legs_in_order_within_capacity_the_rest_with_the_first() -> None:
    flows = (
        "hill_routes:\n  name: Hill routes\n  text: Ways over the hill.\n  unit: points\n  legs:\n"
        "    low: {name: Low, origin: n, state: rivermark, start: 9, capacity: 20}\n"
        "    mid: {name: Mid, origin: n, state: rivermark, start: 1, capacity: 3}\n"
        "    top: {name: Top, origin: n, state: rivermark, start: 1, capacity: 2}\n"
        "  source: design value\n"
    )
    rule = (
        "tested:\n  when: turn >= 0\n  effects:\n    - reroute: low\n      by: 7\n"
        "  why: A test.\n  source: design value\n"
    )
    program = model_with(flows=flows, rules=rule)
    rows = outcome(program, world_of(program)).rows
    told = {name: moved(program, rows, f"volume[{name}]") for name in ("low", "mid", "top")}
    assert told == {"low": -700, "mid": 600, "top": 100}


@pytest.mark.parametrize(
    ("factor", "extra"), [(150, 50), (100, 0), (50, -50), (0, -100), (133, 33)]
)
def test_an_amplification_is_a_row_of_its_own(factor: int, extra: int) -> None:
    """It scales the group's rows before caps, and has the source of what it comes from."""
    program = rule_program(
        f"- change: cohesion[highvale]\n  by: 1\n  group: told\n- amplify: [told]\n  factor: {factor}"
    )
    step = outcome(program, world_of(program))
    boosts = [row for row in step.rows if row.cause.kind == "amplify"]
    assert [row.amount for row in boosts] == ([extra] if extra else [])
    assert all(source_of(program, row.cause) == "design value" for row in boosts)


def test_amplifications_do_not_amplify_each_other_and_reach_later_rows() -> None:
    effects = (
        "- change: cohesion[highvale]\n  by: 1\n  group: told\n  delay: short\n"
        "- amplify: [told]\n  factor: 200\n- amplify: [tested]\n  factor: 300"
    )
    program = rule_program(effects)
    step = outcome(program, world_of(program))
    waiting = [
        row.amount for row in step.waiting if row.slot == slot(program, "cohesion[highvale]")
    ]
    assert sorted(waiting) == [100, 100, 200]


def test_an_amplification_by_an_inject_has_a_source_and_a_sentence() -> None:
    program = busy_program()
    step = release(program, world_of(program), "visit")
    [row] = [row for row in step.rows if row.cause.kind == "amplify"]
    assert source_of(program, row.cause) == "design value"
    assert why(program, row.cause, "en") == "A visit"
    assert hidden(program, row.cause), "the visit was told to one seat alone"


def test_a_released_inject_waits_for_the_next_situation() -> None:
    program = tiny_program()
    world = world_of(program)
    step = release(program, world, "relief")
    assert step.called == (program.numbers.inject["rumour"],)
    after = apply(program, world, step)
    assert program.numbers.inject["rumour"] in ready(program, after, 1)


def test_each_inject_fires_once_a_contingency_only_when_armed_an_optional_never_by_itself() -> None:
    program = busy_program()
    numbers = program.numbers.inject
    world = world_of(program)
    assert ready(program, world, 1) == (numbers["first_families"],)
    armed = list(world.injects)
    armed[numbers["relief"]] = InjectStatus(armed=True)
    armed[numbers["first_families"]] = InjectStatus(fired=1, landed=True)
    later = replace(world, injects=tuple(armed))
    found = ready(program, later, 2)
    assert numbers["relief"] in found
    assert numbers["visit"] not in found
    assert numbers["first_families"] not in found


def test_cancelling_takes_the_measures_waiting_rows_and_keeps_them_in_the_step() -> None:
    program = busy_program()
    world = world_of(program)
    first = outcome(program, world, use(program, "rivermark", "open_shelter", "rivermark"))
    waiting = [row for row in first.waiting if row.cause.name == "open_shelter"]
    assert waiting
    second = replace(apply(program, world, first), turn=1)
    step = outcome(program, second, use(program, "highvale", "halt_works"))
    assert list(step.cancelled) == waiting
    after = apply(program, second, step)
    assert not [row for row in after.waiting if row.cause.name == "open_shelter"]


def test_rows_of_other_causes_are_not_cancelled() -> None:
    program = busy_program()
    other = Row(0, 5, 9, "due", Cause("rule", "open_shelter"))
    world = replace(world_of(program), waiting=(other,))
    assert outcome(program, world, use(program, "highvale", "halt_works")).cancelled == ()


def test_a_breach_is_logged_and_moves_nothing() -> None:
    program = rule_program("- breach: unscreened_return")
    step = outcome(program, world_of(program))
    assert [breach.line for breach in step.breaches] == ["unscreened_return"]
    assert not [row for row in step.rows if row.cause.name == "tested"]


def test_an_effect_with_a_false_condition_does_nothing() -> None:
    program = rule_program("- change: cohesion[highvale]\n  by: 1\n  when: turn > 1")
    assert not [
        row for row in outcome(program, world_of(program)).rows if row.cause.name == "tested"
    ]


@pytest.mark.parametrize(
    ("value", "amount"), [(0, 0), (3000, 0), (3001, 0), (5500, 250), (8000, 500), (10_000, 500)]
)
def test_scale_runs_from_nothing_to_the_whole_strength(value: int, amount: int) -> None:
    """``scale(medium, insecurity, 30, 80)``, held within its ends."""
    program = rule_program("- change: cohesion[highvale]\n  by: scale(medium, insecurity, 30, 80)")
    step = outcome(program, world_of(program, {"insecurity": value}))
    rows = tuple(row for row in step.rows if row.cause.name == "tested")
    assert moved(program, rows, "cohesion[highvale]") == amount


@pytest.mark.parametrize(
    ("value", "divisor", "result"), [(199, 100, 1), (-199, 100, -1), (-1, 100, 0), (0, 7, 0)]
)
def test_amounts_round_toward_zero(value: int, divisor: int, result: int) -> None:
    assert toward_zero(value, divisor) == result


@given(st.integers(-(10**5), 10**5), st.lists(st.integers(0, 200), max_size=7))
def test_factors_multiply_and_divide_once(base: int, percents: list[int]) -> None:
    """Never more than one rounding, never across zero."""
    factors = tuple((str(number), percent) for number, percent in enumerate(percents))
    exact = base
    for percent in percents:
        exact *= percent
    whole = 100 ** len(percents)
    result = toward_zero(base * shared(factors)[0], shared(factors)[1])
    assert abs(result * whole) <= abs(exact) < (abs(result) + 1) * whole
    assert result * exact >= 0


def test_upkeep_that_cannot_be_paid_ends_the_measure_and_takes_nothing() -> None:
    program = tiny_program()
    world = replace(
        world_of(program, {"funds[rivermark]": 0, "pool[donor_window]": 0}),
        turn=2,
        in_force=(Measure(10_001, program.numbers.measure["close_crossing"], 0, 0, 0, 1),),
    )
    poor = replace(program, income=(0, 0))
    step = land(poor, world, 2)
    assert step.left == (10_001,)
    assert moved(program, step.rows, "funds[rivermark]") == 0
    paid = land(program, world, 2)
    assert paid.left == ()
    assert moved(program, paid.rows, "funds[rivermark]") == 100


def test_what_exceeds_the_carry_over_limit_lapses_before_income() -> None:
    program = tiny_program()
    world = world_of(program, {"funds[rivermark]": 900, "pool[donor_window]": 0})
    step = land(program, world, 2)
    assert apply(program, world, step).values[slot(program, "funds[rivermark]")] == 800


def test_a_scenario_raises_flags_of_its_own_beside_the_models() -> None:
    bundle = tiny_bundle()
    rule = Rule.model_validate(
        {
            "effects": ({"set": "doors_opened[rivermark]"}, {"set": "trained[rivermark]"}),
            "why": "The doors were opened by trained people.",
            "source": "design value",
        }
    )
    own = {"flags": {"doors_opened": ("state",)}, "rules": {"opens_doors": rule}}
    changed = bundle.model_copy(update={"scenario": bundle.scenario.model_copy(update=own)})
    program = compile_bundle(changed).program
    world = apply(program, world_of(program), outcome(program, world_of(program)))
    raised = {program.flags[number] for number in world.flags}
    assert {"doors_opened[rivermark]", "trained[rivermark]"} <= raised
