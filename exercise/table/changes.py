"""What moved in an outcome: causes open to all, those that say the same of several places told once."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.view import Change, Common, Gauge
from exercise.table.lines import change_line
from exercise.table.table import Table

LINES = 5
"""Causes told as the outcome in short."""
Group = tuple[Change, ...]
"""Changes of one value by one cause, in one direction and size, in one or several places."""


def grouped(table: Table, changes: Sequence[Change]) -> tuple[Group, ...]:
    """Return changes with those that differ in nothing but the place put together; the order stays."""
    groups: dict[tuple[str | bool, ...], list[Change]] = {}
    for change in changes:
        why = (
            change.why.removeprefix(f"{table.name(change.place)}: ") if change.place else change.why
        )
        family = change.slot.partition("[")[0]
        key = (
            family,
            change.kind,
            change.name,
            why if change.kind == "rule" else change.why,
            change.up,
            change.size,
        )
        groups.setdefault(key, []).append(change)
    return tuple(tuple(group) for group in groups.values())


def group_line(table: Table, group: Group) -> str:
    """Return a group as one sentence for all its places, and the cause."""
    return change_line(table, group[0], places=tuple(change.place for change in group))


def behind(room: Common, groups: Sequence[Group]) -> tuple[Gauge, ...]:
    """Return the value that each group speaks of, so that ``why 2`` means the second line; the region's for several."""
    gauges = {gauge.slot: gauge for gauge in room.gauges}
    found = []
    for group in groups:
        slot = group[0].slot
        whole = gauges.get(slot.partition("[")[0]) if len(group) > 1 else None
        found.append(whole or gauges[slot])
    return tuple(found)


def five(table: Table, room: Common) -> tuple[Group, ...]:
    """Return the largest open causes of the turn, both families among them where both moved."""
    families = {gauge.slot: gauge.family for gauge in room.gauges}
    groups = grouped(table, room.changes)
    first: list[Group] = []
    for family in ("security", "rights"):
        first.extend([group for group in groups if families.get(group[0].slot) == family][:2])
    rest = [group for group in groups if group not in first]
    chosen = [*first, *rest][:LINES]
    return tuple(group for group in groups if group in chosen)


def open_causes(room: Common, gauge: Gauge) -> tuple[Change, ...]:
    """Return the open causes behind a value; of an axis or a mean, those of the values it is made of."""
    own = tuple(change for change in room.changes if change.slot == gauge.slot)
    if own:
        return own
    families = {one.slot: one.family for one in room.gauges}
    axis = {axis.slot: name for name, axis in zip(("security", "rights"), room.axes, strict=False)}
    if gauge.slot in axis:
        return tuple(
            change for change in room.changes if families.get(change.slot) == axis[gauge.slot]
        )
    if gauge.place:
        return ()
    return tuple(change for change in room.changes if change.slot.partition("[")[0] == gauge.slot)


def no_cause(gauge: Gauge) -> str:
    """Return the key of the sentence on a value without an open cause: whether it moved all the same."""
    return "plain-no-open-cause" if gauge.arrow == "flat" else "plain-causes-closed"


__all__ = ["Group", "behind", "five", "group_line", "grouped", "no_cause", "open_causes"]
