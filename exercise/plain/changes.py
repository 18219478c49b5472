"""What moved in the last outcome, told on request."""

from __future__ import annotations

from exercise.conduct.view import Gauge
from exercise.plain.table import Table
from exercise.table.changes import Group, behind, group_line, grouped
from exercise.table.matching import begins

MOST = 12
"""Lines told without being asked for more."""


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
        talk.say("told-scores-hidden")
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


__all__ = ["tell"]
