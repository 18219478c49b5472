"""What moved in an outcome: causes open to all, those that say the same of several places told once."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.view import Change, Common, Gauge
from exercise.plain.table import Table
from exercise.plain.words import begins, change_line

MOST = 12
"""Lines told without being asked for more."""
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


def tell(table: Table, rest: str, role: str = "") -> tuple[Gauge, ...]:
    """Tell what moved in the last outcome, as far as it is open to all.

    Args:
        table: The table.
        rest: ``all``, or words of names and places; without it the largest causes.
        role: A seat, whose own state comes first where nothing was typed.

    Returns:
        The values told of, line by line.
    """
    room, talk = table.room(), table.talk
    everything = grouped(table, room.changes)
    if room.scores_hidden:
        talk.say("plain-scores-hidden")
    elif not everything:
        talk.say("plain-no-changes")
    whole = rest.casefold() in ("all", talk.word("plain-all").casefold())
    if rest:
        found = (
            everything
            if whole
            else tuple(group for group in everything if _fits(table, group, rest))
        )
    else:
        own = tuple(
            group for group in everything if role and any(change.place == role for change in group)
        )
        found = own or everything
    shown = found if rest else found[:MOST]
    talk.listed([(group[0].slot, group_line(table, group)) for group in shown])
    if rest and everything and not shown:
        talk.say("plain-not-known", answer=rest)
    if len(shown) < len(everything):
        talk.say("plain-changes-more", count=len(everything) - len(shown))
    return behind(room, shown)


def _fits(table: Table, group: Group, typed: str) -> bool:
    return any(
        begins(f"{change.slot} {table.label(change.slot)} {change.why}", typed) for change in group
    )


__all__ = ["Group", "behind", "group_line", "grouped", "tell"]
