"""Flows: rerouting from one leg to the others. What one leg loses, the others gain."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from exercise.engine.harvest import Detour, Harvest
from exercise.engine.world import Row


def detour_rows(harvest: Harvest, base: Sequence[int], moved: Iterable[Row]) -> list[Row]:
    """Meet reroutes from what each leg still holds, in the order of their names.

    Args:
        harvest: Its detours are met.
        base: Base values before this phase.
        moved: Rows of this phase; what they take from a leg is no longer there.
    """
    legs = harvest.scene.program.legs
    there = {slot: base[slot] for slot in legs}
    for row in moved:
        if row.slot in there:
            there[row.slot] += row.amount
    rows = []
    for detour in sorted(harvest.detours, key=_order):
        wanted = min(detour.amount, max(0, there[detour.leg]))
        for slot, amount in rerouted(detour.leg, wanted, legs[detour.leg], there, base):
            there[slot] += amount
            if amount:
                turn, stage = harvest.scene.turn, harvest.stage
                rows.append(Row(slot, amount, turn, stage, detour.cause))
    return rows


def rerouted(
    leg: int,
    wanted: int,
    others: tuple[tuple[int, int], ...],
    there: Mapping[int, int],
    base: Sequence[int],
) -> list[tuple[int, int]]:
    """Return what each leg loses or gains: the others in authored order within capacity, the rest to the first.

    Args:
        leg: Volume slot that loses.
        wanted: How much.
        others: Volume and capacity slots of the flow's other legs.
        there: What each leg holds now.
        base: Base values before this phase.
    """
    if not wanted or not others:
        return []
    left, gains = wanted, []
    for volume, capacity in others:
        share = min(left, max(0, base[capacity] - there[volume]))
        gains.append((volume, share))
        left -= share
    gains[0] = (gains[0][0], gains[0][1] + left)
    return [(leg, -wanted), *gains]


def _order(detour: Detour) -> tuple[str, str, str, str, str, str, int, int]:
    cause = detour.cause
    place = (cause.kind, cause.name, cause.scope, cause.role, cause.target, cause.response)
    return (*place, cause.effect, detour.leg)
