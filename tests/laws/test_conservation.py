"""Conservation: money and flows only change hands, and nothing falls below zero."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from exercise.conduct.state import State, TurnRecord
from exercise.engine.program import Program
from exercise.engine.world import Row, Step
from exercise.library.loader import load_scenario
from tests.support.busy import busy_program
from tests.support.plays import play

_MONEY = ("funds", "pool")
_LOST = ("cost", "upkeep", "carry_over_limit")


@pytest.fixture(scope="module", params=["busy", "northern-displacement"])
def endings(request: pytest.FixtureRequest) -> list[tuple[Program, State]]:
    """Some random exercises as far as they came, with all their turns."""
    name = request.param
    program = busy_program() if name == "busy" else load_scenario(name).program
    found = []
    for seed in range(25 if name == "busy" else 6):
        *_, (last, _, _) = play(program, seed, 250, pace=0.15)
        found.append((program, last))
    return found


def _steps(state: State) -> Iterator[tuple[TurnRecord, Step]]:
    for record in state.turns:
        for step in (record.due, record.arrived, record.outcome):
            if step is not None:
                yield record, step


def _rows(program: Program, step: Step, *families: str) -> list[Row]:
    return [row for row in step.rows if program.slots.base[row.slot].family in families]


def test_transfers_and_allotments_conserve_money(endings: list[tuple[Program, State]]) -> None:
    """What rows of money bring is declared income, cost, upkeep, a lapse or a ruling; else the sum is nought."""
    seen = 0
    for program, state in endings:
        declared = _declared(program)
        for _, step in _steps(state):
            moved: dict[tuple[object, ...], int] = {}
            for row in _rows(program, step, *_MONEY):
                cause = row.cause
                outside = cause.kind in ("cap", "ruling", "amplify") or (
                    cause.kind == "funds" and cause.name in (*_LOST, "income")
                )
                if outside or (cause.name, cause.effect) in declared:
                    continue
                seen += 1
                key = (cause.kind, cause.name, cause.scope, cause.role, cause.effect, cause.note)
                moved[key] = moved.get(key, 0) + row.amount
            assert not any(moved.values()), moved
    assert seen


def _declared(program: Program) -> set[tuple[str, int]]:
    """Causes that bring money in from outside, or change a slot of money as authored."""
    found = set()
    named = [(rule.name, rule.effects) for rule in program.rules]
    named += [(code.name, code.effects) for code in program.injects]
    named += [
        (f"{code.name}.{clause.name}", clause.effects)
        for code in program.agreements
        for clause in code.clauses
    ]
    for option in program.options.values():
        effects = (*option.yields, *option.side_effects)
        named.append((program.measures[option.measure].name, effects))
    for name, effects in named:
        for effect in effects:
            money = effect.slot >= 0 and program.slots.base[effect.slot].family in _MONEY
            if effect.kind == "income" or (effect.kind == "change" and money):
                found.add((name, effect.number))
    return found


def test_reroutes_conserve_the_flow(endings: list[tuple[Program, State]]) -> None:
    """Rows of one reroute add up to nothing, in any play."""
    for program, state in endings:
        reroutes = {
            (rule.name, effect.number)
            for rule in program.rules
            for effect in rule.effects
            if effect.kind == "reroute"
        }
        for _, step in _steps(state):
            rows = [
                row
                for row in _rows(program, step, "volume")
                if (row.cause.name, row.cause.effect) in reroutes and row.cause.kind == "rule"
            ]
            assert sum(row.amount for row in rows) == 0


def test_nobody_ever_owes_and_no_flow_is_negative(endings: list[tuple[Program, State]]) -> None:
    for program, state in endings:
        for record in state.turns:
            for spec in program.slots.base:
                if spec.family in (*_MONEY, "volume"):
                    for values in (record.s0, record.s1, record.s2):
                        assert not values or values[spec.index] >= 0, spec.name


def test_levels_move_one_step_a_turn(endings: list[tuple[Program, State]]) -> None:
    """Unless somebody ruled on the level itself, or a rule of the model moves it."""
    seen = 0
    for program, state in endings:
        for record, step in _steps(state):
            for row in _rows(program, step, "level"):
                if row.cause.kind == "system":
                    seen += 1
                    assert abs(row.amount) <= 100 or record.rulings
            frames = [
                row.slot for row in _rows(program, step, "frame") if row.cause.kind == "system"
            ]
            assert len(frames) == len(set(frames))
    assert seen


def test_flags_stay_up(endings: list[tuple[Program, State]]) -> None:
    """Each is raised at most once in an exercise."""
    for _, state in endings:
        raised = [flag for _, step in _steps(state) for flag in step.flags]
        assert len(raised) == len(set(raised))


def test_delayed_rows_land_when_they_are_due(endings: list[tuple[Program, State]]) -> None:
    """Every waiting row of a turn lands in its turn, is cancelled, or still waits at the end."""
    for _, state in endings:
        waited = [row for _, step in _steps(state) for row in step.waiting]
        cancelled = [row for _, step in _steps(state) for row in step.cancelled]
        landed = [row for record in state.turns if record.due for row in record.due.rows]
        last = max((record.turn for record in state.turns), default=0)
        for row in waited:
            places = (row in landed) + (row in cancelled) + (row in state.world.waiting)
            assert places == 1, row
            assert row not in landed or row.turn <= last
