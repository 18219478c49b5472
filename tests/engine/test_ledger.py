"""The ledger: a derived value's change is taken apart exactly, ceilings and rounding named."""

from __future__ import annotations

import pytest

from exercise.engine.ledger import cap_rows, shares
from exercise.engine.program import Program
from exercise.engine.world import Cause, Row
from tests.support.busy import busy_program
from tests.support.turns import slot


def _parts(program: Program, name: str, moves: dict[str, int], **start: int) -> dict[str, int]:
    """Shares of a derived value, by the slot of their row or their own name."""
    values = list(program.start)
    for place, value in start.items():
        values[slot(program, place.replace("__", "[") + "]")] = value
    rows = tuple(
        Row(slot(program, place), amount, 1, "outcome", Cause("rule", "tested"))
        for place, amount in moves.items()
    )
    after = list(values)
    for row in rows:
        after[row.slot] += row.amount
    old, new = program.settle(tuple(values)), program.settle(tuple(after))
    number = slot(program, name)
    parts = shares(program, number, old, new, rows)
    assert sum(part.amount for part in parts) == new[number] - old[number]
    return {
        program.slots.name(part.row.slot) if part.row else part.name: part.amount for part in parts
    }


def test_a_regional_mean_moves_by_the_states_weight() -> None:
    """Rivermark weighs 2 of 3; what the division leaves over is named rounding."""
    program = busy_program()
    assert _parts(program, "cohesion", {"cohesion[rivermark]": 300}) == {"cohesion[rivermark]": 200}
    told = _parts(program, "cohesion", {"cohesion[rivermark]": -100})
    assert told["cohesion[rivermark]"] in (-66, -67), "a third of a hundredth is rounding"


@pytest.mark.parametrize(
    ("moved", "cap"), [(-999, None), (-1000, None), (-1001, -1000), (-3000, -1000), (500, None)]
)
def test_a_ceiling_that_comes_on_is_a_part_of_its_own(moved: int, cap: int | None) -> None:
    """Order stands at 50 and is held at 40 while cohesion is below 50."""
    fall = {"cohesion[rivermark]": moved, "cohesion[highvale]": moved}
    assert _parts(busy_program(), "order", fall).get("cap") == cap


def test_a_ceiling_further_down_counts_by_its_weight_and_is_not_called_rounding() -> None:
    fall = {"cohesion[rivermark]": -3000, "cohesion[highvale]": -3000}
    told = _parts(busy_program(), "calm_and_order", fall)
    assert told["cap"] == -500
    assert abs(told.get("rounding", 0)) <= 1
    back = _parts(
        busy_program(),
        "calm_and_order",
        {"cohesion[rivermark]": 3000, "cohesion[highvale]": 3000},
        cohesion__rivermark=3000,
        cohesion__highvale=3000,
    )
    assert back["cap"] == 500


def test_a_base_slots_parts_are_its_rows() -> None:
    program = busy_program()
    told = _parts(program, "cohesion[rivermark]", {"cohesion[rivermark]": 7, "insecurity": 5})
    assert told == {"cohesion[rivermark]": 7}


@pytest.mark.parametrize(
    ("start", "move", "cap"),
    [(8000, 1000, 0), (8000, 1001, -1), (100, -100, 0), (100, -101, 1), (9000, 1, -1), (0, -1, 1)],
)
def test_a_cap_row_stands_only_beyond_a_bound(start: int, move: int, cap: int) -> None:
    program = busy_program()
    number = slot(program, "border_control[rivermark]")
    values = list(program.start)
    values[number] = start
    row = Row(number, move, 1, "outcome", Cause("rule", "tested"))
    rows = cap_rows(program, values, [row], 1, "outcome")
    assert [row.amount for row in rows] == ([cap] if cap else [])
