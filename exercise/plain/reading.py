"""What can be read at the table: inbox, role card, public record, messages, glossary, read-ahead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exercise.conduct.view import InboxItem, MessageView, QuestionView
from exercise.engine.prose import say
from exercise.errors import RefusalCode
from exercise.plain.table import Table
from exercise.plain.talk import Option, matching
from exercise.table.conference import numbered_line, searched
from exercise.table.injects import note_lines
from exercise.table.lines import (
    axes_lines,
    gauge_line,
    issue_lines,
    moment_line,
    paper_lines,
    record_line,
    sentence,
    standing_name,
    task_lines,
)

if TYPE_CHECKING:
    from exercise.plain.desk import Desk


def read_ahead(table: Table) -> bool:
    """Read the scenario's concept note."""
    bundle = table.session.program.bundle
    text = bundle.scenario.texts.get(bundle.scenario.concept_note, "")
    table.talk.write(
        "",
        *(line.text for line in paper_lines(say(bundle, text, table.language))),
        "",
        table.room().notice,
    )
    return False


def situation(table: Table) -> bool:
    """Tell where the exercise stands, as everybody may know it."""
    room, talk = table.room(), table.talk
    talk.write("", moment_line(table, room), *axes_lines(table, room))
    talk.say("plain-issues" if room.issues else "plain-issues-none")
    talk.write(*(f"  {line}" for line in issue_lines(table, room.issues)))
    for breach in room.breaches:
        talk.write(record_line(table, breach))
    held = [seat for seat in room.seats if seat.holder != "vacant"]
    if room.phase.value == "decision":
        talk.say("plain-sealed-count", sealed=str(room.sealed), seats=str(len(held)))
    return False


def card(desk: Desk) -> bool:
    """Read a role card, private lines included."""
    view, talk = desk.view, desk.talk
    one = view.card
    talk.heading("plain-card-heading", name=one.name, kind=talk.word(f"kind-{one.kind}"))
    talk.write(one.mandate)
    talk.say("plain-card-dilemma", text=one.dilemma)
    _part(desk, "plain-card-task", task_lines(desk.table, view))
    for key, lines in (
        ("interests", one.interests), ("resources", one.resources), ("constraints", one.constraints),
        ("red-lines", one.red_lines), ("private", one.private),
    ):  # fmt: skip
        _part(desk, f"plain-card-{key}", lines)
    if one.allies:
        talk.say("plain-card-allies", names=", ".join(one.allies))
    _part(desk, "plain-card-values", [gauge_line(desk.table, gauge) for gauge in view.card_gauges])
    return False


def _part(desk: Desk, key: str, lines: Sequence[str]) -> None:
    if lines:
        desk.talk.say(key)
        desk.talk.write(*(f"  - {line}" for line in lines))


def inbox(desk: Desk, rest: str) -> bool:
    """List the injects received, newest first, and read the one named."""
    items, talk = tuple(reversed(desk.view.inbox)), desk.talk
    if not items:
        talk.say("plain-inbox-empty")
        return False
    options = [(one.inject, _inbox_label(desk, one)) for one in items]
    chosen = talk.pick_or_none("plain-inbox-which", options, rest)
    for one in items:
        if one.inject == chosen:
            item(desk, one)
    return False


def _inbox_label(desk: Desk, one: InboxItem) -> str:
    key = "plain-inbox-open" if one.open and one.offers else "plain-inbox-read"
    return desk.talk.word(key, title=one.title, turn=str(one.turn))


def item(desk: Desk, one: InboxItem) -> None:
    """Read an inject as its recipient."""
    talk = desk.talk
    desk.table.unread(desk.role, f"inject {one.inject}")
    talk.heading("plain-inject", title=one.title, turn=str(one.turn))
    if one.sender:
        talk.say("plain-inject-from", sender=one.sender, method=talk.word(f"method-{one.method}"))
    talk.write(*note_lines(desk.table, one.content_note), one.text)
    if one.private:
        talk.say("plain-inject-private", text=one.private)
    names = {
        measure.slug: measure.name
        for measure in desk.view.measures
        if measure.refusal is not RefusalCode.made_void
    }
    if one.open and any(slug in names for slug in one.offers):
        talk.say(
            "plain-inject-offers-one" if one.either else "plain-inject-offers",
            names="; ".join(names[slug] for slug in one.offers if slug in names),
        )


def record(table: Table, rest: str) -> bool:
    """Read the public record: all of it, of one turn, with a key phrase, or with words."""
    room = table.room()
    phrase = matching(rest, room.conference.phrases) if rest and not rest.isdecimal() else []
    acts = searched(
        table,
        room,
        turn=int(rest) if rest.isdecimal() else -1,
        phrase=phrase[0] if len(phrase) == 1 else "",
        typed="" if rest.isdecimal() or len(phrase) == 1 else rest,
    )
    table.talk.heading("plain-record")
    table.talk.write(*(numbered_line(table, room, act) for act in acts))
    if not acts:
        table.talk.say("plain-none-yet")
    return False


def standing(desk: Desk) -> bool:
    """List the lasting measures in force that the seat may see."""
    for measure in desk.view.standing:
        key = "plain-standing-own" if measure.own else "plain-standing"
        name = standing_name(desk.table, measure)
        desk.talk.say(key, name=name, who=desk.table.name(measure.role), since=str(measure.since))
    if not desk.view.standing:
        desk.talk.say("plain-none-yet")
    return False


def messages(desk: Desk) -> bool:
    """Read the messages sent and received."""
    for one in desk.view.messages:
        desk.table.unread(desk.role, f"message {one.number}")
        message(desk, one)
    if not desk.view.messages:
        desk.talk.say("plain-none-yet")
    return False


def message(desk: Desk, one: MessageView) -> None:
    """Read one message."""
    desk.talk.say(
        "plain-message", turn=str(one.turn), sender=desk.table.name(one.sender), text=one.text,
        to=", ".join(desk.table.name(role) for role in one.to),
    )  # fmt: skip


def question(desk: Desk, one: QuestionView) -> None:
    """Read one question of one's own, with its answer."""
    answer = one.answer or desk.talk.word("plain-no-answer-yet")
    desk.talk.say("plain-question", text=sentence(one.text), answer=answer)


def glossary(desk: Desk, rest: str) -> bool:
    """Explain a term, or list the terms."""
    words = [(slug, slug.replace("_", " ")) for slug, _ in desk.view.glossary]
    texts = dict(desk.view.glossary)
    if not words:
        desk.talk.say("plain-none-yet")
    elif not rest:
        desk.talk.say("plain-glossary", words=", ".join(label for _, label in words))
    found = matching(rest.replace("_", " "), words) if rest else []
    for slug in found[:5]:
        desk.talk.say("plain-glossary-entry", word=slug.replace("_", " "), text=texts[slug])
    if rest and words and not found:
        desk.talk.say("plain-not-known", answer=rest)
    return False


def statuses(table: Table) -> None:
    """Tell who holds which seat."""
    table.talk.listed(seat_options(table))


def seat_options(table: Table) -> list[Option]:
    """Return the seats with who holds them."""
    return [
        (seat.role, table.talk.word(
            "plain-seat-label-of" if seat.label else "plain-seat", who=table.name(seat.role),
            holder=table.talk.word(f"holder-{seat.holder}"), label=seat.label,
        ))
        for seat in table.room().seats
    ]  # fmt: skip


__all__ = [
    "card",
    "glossary",
    "inbox",
    "item",
    "message",
    "messages",
    "question",
    "read_ahead",
    "record",
    "seat_options",
    "situation",
    "standing",
    "statuses",
]  # fmt: skip
