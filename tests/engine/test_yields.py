"""Yields: every factor between a measure's plan and its place, and the one rounding toward zero."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from exercise.engine.program import Program
from exercise.engine.world import apply
from tests.support.busy import model_with
from tests.support.tiny import tiny_program
from tests.support.turns import moved, outcome, slot, use, world_of

_PARTS = ("one", "two", "three")


def _with_bundle(parts: int) -> Program:
    """Return the tiny scenario with a measure whose bundle has some parts that are never in place."""
    lines = "".join(f"    {name}: turn > 90\n" for name in _PARTS[:parts])
    bundle = f"  bundle:\n    there: turn >= 0\n{lines}"
    return model_with(
        measures=(
            "works:\n  name: Works\n  text: Works.\n  class: protection\n  addresses: cause\n"
            f"  who: [aid_body]\n  target: state\n  referent: migrants\n{bundle}"
            "  yields:\n    - change: asylum_access[host]\n      by: 10\n"
            "    - set: trained[host]\n"
            "  side_effects:\n    - change: cohesion[host]\n      by: -10\n"
            "  source: design value\n"
        )
    )


def _factors(program: Program, values: dict[str, int]) -> dict[str, int]:
    step = outcome(
        program, world_of(program, values), use(program, "aid_body", "works", "highvale")
    )
    row = next(r for r in step.rows if r.cause.name == "works" and r.amount >= 0)
    return dict(row.cause.factors)


@pytest.mark.parametrize(("parts", "percent"), [(0, 100), (1, 30), (2, 10), (3, 0)])
def test_a_bundle_yields_by_its_missing_parts(parts: int, percent: int) -> None:
    """100, 30, 10, 0 per cent; the row stands even where nothing comes of it."""
    program = _with_bundle(parts)
    values = {
        "willingness[highvale]": 10_000,
        "ability[highvale]": 10_000,
        "diverted[highvale]": 0,
        "delivery_cap[aid_body]": 10_000,
    }
    step = outcome(
        program, world_of(program, values), use(program, "aid_body", "works", "highvale")
    )
    rows = [r for r in step.rows if r.slot == slot(program, "asylum_access[highvale]")]
    assert [row.amount for row in rows] == [10 * percent]
    assert dict(rows[0].cause.factors)["bundle"] == percent


def test_flags_and_money_of_a_plan_come_only_where_the_plan_yields_something() -> None:
    values: dict[str, int] = {}
    for parts, raised in ((2, True), (3, False)):
        program = _with_bundle(parts)
        answer = use(program, "aid_body", "works", "highvale")
        step = outcome(program, world_of(program, values), answer)
        assert bool(step.flags) is raised


@pytest.mark.parametrize(
    ("willing", "able", "execution"),
    [(6000, 5000, 50), (4000, 9000, 40), (0, 9000, 0), (5099, 9000, 50), (10_000, 10_000, 100)],
)
def test_execution_is_the_lesser_of_willing_and_able(
    willing: int, able: int, execution: int
) -> None:
    """Whole per cent, rounded down; side effects feel it as well."""
    program = _with_bundle(0)
    values = {"willingness[highvale]": willing, "ability[highvale]": able}
    step = outcome(
        program, world_of(program, values), use(program, "aid_body", "works", "highvale")
    )
    assert moved(program, step.rows, "cohesion[highvale]") == -1000 * execution * 80 // 10_000
    told = [row for row in step.rows if row.cause.name == "works"]
    assert dict(told[0].cause.factors)["execution"] == execution


def test_every_factor_stands_in_the_row_and_their_product_is_the_amount() -> None:
    """fit 100, bundle 30, execution 50, delivery 60, kept 90: 900 becomes 72 after one rounding."""
    program = tiny_program()
    step = outcome(
        program, world_of(program), use(program, "rivermark", "open_shelter", "rivermark")
    )
    row = next(r for r in step.rows if r.cause.name == "open_shelter")
    assert row.cause.factors == (
        ("fit", 100),
        ("bundle", 30),
        ("execution", 50),
        ("delivery", 60),
        ("kept", 90),
        ("preset", 100),
        ("ruling", 100),
    )
    assert row.amount == 900 * 30 * 50 * 60 * 90 // 100**4 == 72


@pytest.mark.parametrize(("scale", "amount"), [(0, 0), (50, 36), (99, 72), (200, 145)])
def test_a_ruling_scales_the_yield_before_the_rounding(scale: int, amount: int) -> None:
    """72.9 doubled is 145.8: the factors multiply first and are rounded once."""
    program = tiny_program()
    answer = use(program, "rivermark", "open_shelter", "rivermark", scale=scale)
    step = outcome(program, world_of(program), answer)
    assert moved(program, step.rows, "preparedness[rivermark]") == amount


def test_a_ruling_carries_to_the_delayed_rows_and_to_a_lasting_measure() -> None:
    program = tiny_program()
    answer = use(program, "rivermark", "open_shelter", "rivermark", scale=0)
    step = outcome(program, world_of(program), answer)
    assert not [row for row in step.waiting if row.cause.name == "open_shelter" and row.amount]
    lasting = use(program, "rivermark", "close_crossing", "rivermark", scale=150)
    assert [m.scale for m in outcome(program, world_of(program), lasting).entered] == [150]


@pytest.mark.parametrize("issue", ["displacement", ""])
def test_fit_is_of_the_class_to_the_issue_the_measures_own_where_none_is_named(issue: str) -> None:
    program = tiny_program()
    answer = use(program, "rivermark", "close_crossing", "rivermark", issue=issue)
    step = outcome(program, world_of(program), answer)
    row = next(r for r in step.rows if r.cause.name == "close_crossing")
    assert dict(row.cause.factors)["fit"] == 30


def test_fit_is_whole_where_no_issue_is_named_at_all() -> None:
    assert _factors(_with_bundle(0), {})["fit"] == 100


def test_a_preset_strengthens_rules_and_measures() -> None:
    program = tiny_program()
    strong = replace(
        program,
        measures=tuple(
            replace(m, percent=150) if m.name == "open_shelter" else m for m in program.measures
        ),
    )
    answer = use(strong, "rivermark", "open_shelter", "rivermark")
    step = outcome(strong, world_of(strong), answer)
    assert moved(strong, step.rows, "preparedness[rivermark]") == 109


def test_a_lasting_measure_yields_at_every_outcome_until_its_turns_are_over() -> None:
    program = tiny_program()
    world = world_of(program, {"preparedness[rivermark]": 3000})
    first = outcome(program, world, use(program, "aid_body", "train_posts", "rivermark"))
    assert len(first.entered) == 1
    second_world = replace(apply(program, world, first), turn=2)
    second = outcome(program, second_world)
    assert [row for row in second.rows if row.cause.name == "train_posts"]
    assert second.left == (first.entered[0].number,)
    third = outcome(program, replace(apply(program, second_world, second), turn=3))
    assert not [row for row in third.rows if row.cause.name == "train_posts"]
