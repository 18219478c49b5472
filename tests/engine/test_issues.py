"""Issues: thresholds and hysteresis of levels, one step a turn, frames, and what a statement does."""

from __future__ import annotations

import pytest

from exercise.conduct.command import Respond
from exercise.conduct.decide import decide
from exercise.conduct.event import Responded
from exercise.conduct.state import Phase
from exercise.engine.program import Program
from exercise.engine.world import apply
from tests.support.busy import busy_program
from tests.support.plays import play
from tests.support.tiny import tiny_program
from tests.support.turns import moved, outcome, slot, use, world_of

PLACE = "displacement, highvale"


def _level_after(level: int, total: int) -> int:
    """Level after one outcome, the weighted sum being ``total`` points (rhetoric and acceptance, half each)."""
    program = tiny_program()
    values = {
        f"rhetoric[{PLACE}]": total,
        f"acceptance[{PLACE}]": total,
        f"level[{PLACE}]": level * 100,
    }
    world = world_of(program, values)
    after = apply(program, world, outcome(program, world))
    return after.values[slot(program, f"level[{PLACE}]")] // 100


@pytest.mark.parametrize(
    ("level", "total", "after"),
    [
        (0, 1999, 0),
        (0, 2000, 1),
        (0, 10_000, 1),
        (1, 4499, 1),
        (1, 4500, 2),
        (1, 1500, 1),
        (1, 1499, 0),
        (2, 6500, 3),
        (2, 6499, 2),
        (2, 4000, 2),
        (2, 3999, 1),
        (2, 0, 1),
        (3, 10_000, 3),
        (3, 6000, 3),
        (3, 5999, 2),
        (4, 10_000, 3),
        (4, 0, 3),
    ],
)
def test_levels_move_one_step_and_fall_only_well_below_the_threshold(
    level: int, total: int, after: int
) -> None:
    """Thresholds 20, 45, 65, 85, falling 5 below; level 4 does not stand without a state's decision."""
    assert _level_after(level, total) == after


@pytest.mark.parametrize(
    ("total", "level", "after"), [(8500, 3, 4), (8499, 3, 3), (8000, 4, 4), (7999, 4, 3)]
)
def test_level_four_needs_the_states_own_decision(total: int, level: int, after: int) -> None:
    program = busy_program()
    place = "displacement, rivermark"
    values = {
        f"rhetoric[{place}]": total,
        f"acceptance[{place}]": total,
        f"level[{place}]": level * 100,
    }
    world = world_of(program, values)
    step = outcome(program, world, use(program, "rivermark", "state_of_alarm", "rivermark"))
    assert apply(program, world, step).values[slot(program, f"level[{place}]")] == after * 100
    without = apply(program, world, outcome(program, world))
    assert without.values[slot(program, f"level[{place}]")] == 300


def _frame_after(program: Program, weights: dict[str, int], old: int = 0) -> int:
    values = {f"frame_weight[{PLACE}, {frame}]": weight for frame, weight in weights.items()}
    world = world_of(program, values | {f"frame[{PLACE}]": old * 100})
    return (
        apply(program, world, outcome(program, world)).values[slot(program, f"frame[{PLACE}]")]
        // 100
    )


def test_the_frame_with_the_most_accepted_weight_holds_and_a_tie_keeps_the_old_one() -> None:
    program = tiny_program()
    assert program.frames == ("state", "human", "global", "societal")
    assert _frame_after(program, {"state": 500, "human": 501}) == 1
    assert _frame_after(program, {"state": 500, "human": 500}) == 0
    assert _frame_after(program, {"state": 500, "human": 500}, old=1) == 1
    assert _frame_after(program, {"state": 0, "human": 0, "global": 7, "societal": 7}) == 2


@pytest.mark.parametrize(
    ("frame", "voice", "accepted"),
    [
        ("state", 5000, 240),
        ("human", 5000, 120),
        ("global", 5000, 60),
        ("state", 0, 0),
        ("state", 10_000, 480),
    ],
)
def test_audiences_accept_strength_by_voice_by_their_concept(
    frame: str, voice: int, accepted: int
) -> None:
    """Strength 12; the public hears the state frame at 40, the human one at 20, the global one at 10."""
    program = tiny_program()
    world = world_of(program, {"voice_weight[rivermark]": voice})
    answer = use(program, "rivermark", "speak_up", issue="displacement", frame=frame)
    rows = outcome(program, world, answer).rows
    assert moved(program, rows, f"rhetoric[{PLACE}]") == 1200
    assert moved(program, rows, f"acceptance[{PLACE}]") == accepted
    assert moved(program, rows, f"frame_weight[{PLACE}, {frame}]") == accepted


def test_a_statement_that_speaks_down_lowers_rhetoric_and_acceptance() -> None:
    program = busy_program()
    answer = use(program, "watch_body", "calm_words", issue="displacement", frame="human")
    rows = outcome(program, world_of(program), answer).rows
    assert moved(program, rows, f"rhetoric[{PLACE}]") == -2000
    assert moved(program, rows, f"acceptance[{PLACE}]") == -240
    assert moved(program, rows, f"frame_weight[{PLACE}, human]") == 240


def test_a_statement_without_an_issue_speaks_on_its_measures_own() -> None:
    """So that a statement is never made to nobody about nothing."""
    program = tiny_program()
    state = next(s for s, _, _ in play(program, 3, 60, pace=0.6) if s.phase is Phase.consultation)
    command = Respond("speak_up", frame="human", audiences=("public",))
    answer = decide(program, state, "aid_body", command)
    assert isinstance(answer, tuple)
    assert isinstance(answer[0], Responded)
    assert answer[0].decided.issue == "displacement"


@pytest.mark.parametrize(
    ("said", "done", "apart"),
    [(6000, 1500, 4500), (2000, 7000, -5000), (10_000, 0, 10_000), (0, 7000, 0)],
)
def test_the_gap_is_what_was_said_less_what_was_done_and_none_where_nothing_was_said(
    said: int, done: int, apart: int
) -> None:
    program = tiny_program()
    values = world_of(program, {f"rhetoric[{PLACE}]": said, f"delivery[{PLACE}]": done}).values
    assert program.settle(values)[slot(program, f"gap[{PLACE}]")] == apart
