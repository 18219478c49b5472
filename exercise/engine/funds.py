"""Funds: income and pools in the situation, costs and transfers at the outcome. What is not income is conserved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exercise.engine.harvest import Demand, Harvest
from exercise.engine.program import Program
from exercise.engine.world import Cause, Row, World


def transfer_rows(harvest: Harvest, base: Sequence[int], spent: Iterable[Row]) -> list[Row]:
    """Meet transfers from what is left after costs, in the order of their names, so that no order of play matters.

    Args:
        harvest: Its demands are met.
        base: Base values before this phase.
        spent: Rows already taken from funds in this phase.
    """
    left: dict[int, int] = {}
    for row in spent:
        if row.amount < 0:
            left[row.slot] = left.get(row.slot, base[row.slot]) + row.amount
    rows = []
    for demand in sorted(harvest.demands, key=_order):
        there = left.get(demand.source, base[demand.source])
        amount = min(demand.amount, max(0, there))
        left[demand.source] = there - amount
        if amount:
            for slot, signed in ((demand.source, -amount), (demand.to, amount)):
                rows.append(Row(slot, signed, harvest.scene.turn, harvest.stage, demand.cause))
    return rows


def _order(demand: Demand) -> tuple[str, str, str, str, str, str, int]:
    cause = demand.cause
    place = (cause.kind, cause.name, cause.scope, cause.role, cause.target, cause.response)
    return (*place, cause.effect)


def opening_rows(program: Program, world: World, turn: int) -> tuple[list[Row], list[int]]:
    """Return the fund rows of a situation and the lasting measures whose upkeep could not be paid.

    First what exceeds the carry-over limit lapses, then income comes in, then upkeep is paid in the order
    in which measures entered. No income and no limit apply in the first turn: starting funds are set.
    """
    rows: list[Row] = []
    purse = {slot: world.values[slot] for slot in program.funds}
    first = turn <= (0 if program.bundle.scenario.planning_turn else 1)
    for role, slot in enumerate(program.funds if not first else ()):
        over = purse[slot] - program.funds_limit[role]
        if over > 0:
            rows.append(_row(slot, -over, turn, "carry_over_limit", program.roles[role]))
        if program.income[role]:
            rows.append(_row(slot, program.income[role], turn, "income", program.roles[role]))
        purse[slot] += program.income[role] - max(0, over)
    lapsed = []
    for measure in world.in_force:
        cost = program.measures[measure.measure].upkeep
        slot = program.funds[measure.role]
        if cost > purse[slot]:
            lapsed.append(measure.number)
        elif cost and measure.since < turn:
            purse[slot] -= cost
            name = program.measures[measure.measure].name
            rows.append(_row(slot, -cost, turn, "upkeep", program.roles[measure.role], name))
    return rows, lapsed


def pool_rows(program: Program, values: Sequence[int] | Mapping[int, int], turn: int) -> list[Row]:
    """Return the rows by which pools are allotted by share; what no share covers stays.

    Args:
        program: The Program.
        values: By base slot; those of pools are enough.
        turn: The turn.
    """
    rows: list[Row] = []
    for pool in program.pools:
        content = values[pool.slot]
        name = program.slots.base[pool.slot].args[0]
        for slot, share in pool.shares:
            amount = content * share // 100
            if amount:
                rows.append(_row(pool.slot, -amount, turn, "allotment", "", name))
                rows.append(_row(slot, amount, turn, "allotment", "", name))
    return rows


def _row(slot: int, amount: int, turn: int, name: str, role: str, note: str = "") -> Row:
    return Row(slot, amount, turn, "due", Cause("funds", name, role=role, turn=turn, note=note))
