"""Passing the keyboard: a neutral text between two people, and nothing of the one who leaves in sight."""

from __future__ import annotations

from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import matching

_TRIES = 3


def pass_keyboard(table: Table, proposed: str) -> None:
    """Pass the keyboard to a seat or the facilitator, or to whom the people at the table name instead.

    Args:
        table: The table; afterwards ``table.at`` is whoever has the keyboard.
        proposed: A role, or the facilitator; taken with Enter.
    """
    if table.alone:
        if proposed != table.at:
            table.talk.heading("plain-you-are-now", who=table.name(proposed))
        table.at = proposed
        return
    if table.at == proposed:
        return
    blank(table)
    while True:
        actor = _named(table, proposed)
        if actor is not None and unlock(table, actor):
            table.at = actor
            return


def blank(table: Table) -> None:
    """Push everything out of sight, and say so."""
    lines = table.console.screen_lines()
    table.talk.say("plain-blank-begins", lines=str(lines))
    for _ in range(lines):
        table.console.write("")


def _named(table: Table, proposed: str) -> str | None:
    seats = table.persons() if table.phase() in ("briefing", "consultation", "decision") else ()
    others = [who for who in (*seats, FACILITATOR) if who != proposed]
    table.talk.say("plain-hand-over", who=table.name(proposed))
    if others:
        table.talk.say(
            "plain-hand-over-others", others=", ".join(table.name(who) for who in others)
        )
    answer = table.console.ask(table.talk.word("plain-hand-over-prompt"))
    if not answer:
        return proposed
    found = matching(answer, [(who, table.name(who)) for who in (proposed, *others)])
    if len(found) == 1 and not answer.isdecimal():
        # A seat that was named must be there in person, so it is asked for once more.
        return found[0] if found[0] == proposed else _ready(table, found[0])
    table.talk.say("plain-not-known", answer=answer)
    return None


def _ready(table: Table, actor: str) -> str | None:
    table.talk.say("plain-hand-over", who=table.name(actor))
    return actor if not table.console.ask(table.talk.word("plain-hand-over-only")) else None


def unlock(table: Table, actor: str) -> bool:
    """Ask for a PIN where one was set; return whether it was given."""
    pin = table.pins.get(actor, "")
    for _ in range(_TRIES if pin else 0):
        if table.console.ask_hidden(table.talk.word("plain-pin-ask", who=table.name(actor))) == pin:
            return True
        table.talk.say("plain-pin-wrong")
    return not pin


def set_pin(table: Table, actor: str) -> None:
    """Set, change or remove a PIN; it is kept in memory and gone when the program ends."""
    talk = table.talk
    pin = table.console.ask_hidden(talk.word("plain-pin-new", who=table.name(actor)))
    if not pin:
        table.pins.pop(actor, None)
        talk.say("plain-pin-none")
    elif table.console.ask_hidden(talk.word("plain-pin-again")) == pin:
        table.pins[actor] = pin
        talk.say("plain-pin-set")
    else:
        talk.say("plain-pin-differs")


__all__ = ["blank", "pass_keyboard", "set_pin", "unlock"]
