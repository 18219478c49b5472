"""Who holds which seat, and in what order the seats come to the keyboard."""

from __future__ import annotations

from exercise.conduct.command import AssignSeat, Holder
from exercise.plain.reading import seat_options
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import matching

HOLDERS: tuple[Holder, ...] = ("person", "bot", "vacant")


def assign(table: Table, rest: str) -> bool:
    """Give seats to a person or to bots, or leave them vacant: ``assign 2 person Ann``, ``assign 3 4 bot``."""
    holders = [(holder, table.talk.word(f"holder-{holder}")) for holder in HOLDERS]
    name, holder_given, label = _split(rest, [*holders, *((holder, holder) for holder in HOLDERS)])
    roles = table.talk.pick_many("plain-seat-which", seat_options(table), name)
    chosen = table.talk.pick("plain-seat-holder", holders, holder_given)
    holder = next(one for one in HOLDERS if one == chosen)
    if holder == "person" and not holder_given:
        label = table.talk.line("plain-seat-label")
    for role in roles:
        if table.do(FACILITATOR, AssignSeat(role, holder, label)):
            table.pins.pop(role, None)
    table.talk.write(*(told for role, told in seat_options(table) if role in roles))
    return False


def _split(rest: str, holders: list[tuple[str, str]]) -> tuple[str, str, str]:
    """Split what was typed at the word for a holder: seat, holder, label."""
    words = rest.split()
    for number, word in enumerate(words):
        if number and len(set(matching(word, holders))) == 1 and not word.isdecimal():
            return " ".join(words[:number]), word, " ".join(words[number + 1 :])
    return rest, "", ""


def order(table: Table, rest: str) -> bool:
    """Choose the order in which seats come to the keyboard."""
    options = [(role, table.name(role)) for role in table.persons()]
    table.order = table.talk.pick_many("plain-order-which", options, rest)
    table.talk.say("plain-order", names=", ".join(table.name(role) for role in table.persons()))
    return False


def settle_alone(table: Table) -> None:
    """Ask whether one person plays and facilitates, where only one seat is held by a person."""
    if len(table.persons()) == 1 and not table.pins:
        table.alone = table.talk.yes("plain-alone", who=table.name(table.persons()[0]))


__all__ = ["assign", "order", "settle_alone"]
