"""The texts of a participant's desk: an inject, a message, a measure's card, and what the seat has and must heed."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from exercise.conduct.view import AgreementView, InboxItem, MeasureView, SeatView
from exercise.engine.explain import points
from exercise.table.injects import note_lines
from exercise.table.measures import Detail, Families, details
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.signs import DONE, HEED, NOT_NOW

_STYLES = {
    "fact": "$quiet",
    "restrictive": "$warn",
    "requires": "$warn",
    "yes": "$good",
    "no": "$bad",
}
_SIGNS = {"restrictive": HEED, "no": NOT_NOW}


def item_text(table: Table, view: SeatView, name: str) -> Content:
    """Return the text of something that came, by the name of its row."""
    kind, _, key = name.partition(":")
    if kind == "inject":
        return next((_inject(table, one) for one in view.inbox if one.inject == key), Content())
    if kind == "agreement":
        found = (one for one in view.agreements if one.slug == key)
        return next((_agreement(table, one) for one in found), Content())
    if kind == "message":
        for message in view.messages:
            if str(message.number) == key:
                to = ", ".join(table.name(role) for role in message.to)
                title = table.word("app-message-from", who=table.name(message.sender))
                return _titled(title, table.word("app-message-to", to=to), Content(message.text))
    for question in view.questions:
        if kind == "answer" and str(question.number) == key:
            return _titled(table.word("app-answered-by"), question.text, Content(question.answer))
    return Content.styled(table.word("app-nothing-came"), "$quiet")


def _titled(title: str, under: str, text: Content, *more: Content) -> Content:
    head = (
        Content.assemble((title, "bold"), "\n", (under, "$quiet"))
        if under
        else Content.styled(title, "bold")
    )
    return Content("\n\n").join([part for part in (head, text, *more) if part.plain])


def _inject(table: Table, item: InboxItem) -> Content:
    word = table.word
    under = [word("app-desk-turn", turn=str(item.turn))]
    if item.sender:
        under.append(
            word("app-inject-from", sender=item.sender, method=word(f"method-{item.method}"))
        )
    note = Content.styled("\n".join(note_lines(table, item.content_note)), "$warn")
    private = Content()
    if item.private:
        private = Content.assemble((f"{word('app-desk-private')}\n", "bold $accent"), item.private)
    return _titled(item.title, " · ".join(under), note, Content(item.text), private)


def _agreement(table: Table, agreement: AgreementView) -> Content:
    word = table.word
    parties = ", ".join(table.name(role) for role in agreement.parties)
    signed = ", ".join(table.name(role) for role, _ in agreement.signed) or word("app-desk-nobody")
    clauses = [Content(f"{'[x]' if one.on else '[ ]'} {one.text}") for one in agreement.clauses]
    about = [
        Content(word("plain-agreement-parties", names=parties)),
        Content(word(f"decision-{agreement.decision}")),
    ]
    if agreement.open:
        about.append(Content(word("app-signed-by", who=signed)))
    return _titled(
        agreement.name, "", Content(agreement.text), Content("\n").join(clauses),
        Content("\n").join(about).stylize("$quiet"),
    )  # fmt: skip


def measure_text(table: Table, view: SeatView, known: Families, measure: MeasureView) -> Content:
    """Return a measure's card."""
    told = list(details(table, view, measure))
    text, facts, verdict = told[0], told[1:-1], told[-1]
    if any(one.measure == measure.slug for one in view.responses):
        key = "plain-statement-stays" if measure.statement else "app-chosen"
        verdict = Detail("yes", table.word(key))
    return _titled(
        measure.name, table.word(f"class-{measure.klass}"), Content(text.text),
        Content("\n").join([_detail(one, known) for one in facts]), _detail(verdict, known),
    )  # fmt: skip


def _detail(detail: Detail, known: Families) -> Content:
    if not detail.indicator:
        sign = _SIGNS.get(detail.kind)
        told = f"{sign} {detail.text}" if sign else detail.text
        return Content.styled(told, _STYLES.get(detail.kind, ""))
    arrow = marks.ARROWS["up" if detail.kind == "more" else "down"]
    letter = marks.letter_of(known.get(detail.indicator, ("", "neutral"))[0])
    return Content.assemble(letter if letter.plain else " ", f" {arrow} ", detail.text)


def you_text(table: Table, view: SeatView) -> Content:
    """Return what the seat has left, and what it must heed."""
    word, card = table.word, view.card
    parts = [
        _purse(table, view),
        _listed(
            word("app-desk-red-lines"), card.red_lines, Content.styled(f"{HEED} ", "bold $warn")
        ),
        _listed(word("app-desk-private"), card.private, Content("• ")),
        _listed(
            word("app-card-allies"), [", ".join(card.allies)] if card.allies else [], Content()
        ),
    ]
    return Content("\n\n").join([part for part in parts if part.plain])


def _purse(table: Table, view: SeatView) -> Content:
    word = table.word
    squares = "■" * view.actions + "□" * max(0, view.actions_total - view.actions)
    squares += " " if squares else ""
    told = word("app-desk-of", left=str(view.actions), total=str(view.actions_total))
    rows = [
        (word("app-desk-funds"), Content.styled(points(view.funds), "bold")),
        (word("app-desk-actions"), Content.assemble((squares, "$accent"), (told, "bold"))),
    ]
    width = max(len(label) for label, _ in rows) + 2
    lines = [Content.assemble((f"{label:<{width}}", "$quiet"), value) for label, value in rows]
    if view.common.phase.value == "decision":
        lines.append(_sealed(table, view))
    return Content("\n").join(lines)


def _sealed(table: Table, view: SeatView) -> Content:
    if view.sealed:
        return Content.styled(f"{DONE} {table.word('plain-you-sealed')}", "$good")
    if view.responses:
        return Content.styled(table.word("app-not-sealed", count=len(view.responses)), "$warn")
    return Content.styled(table.word("app-nothing-decided"), "$quiet")


def _listed(title: str, lines: Sequence[str], mark: Content) -> Content:
    if not lines:
        return Content()
    told = [Content.assemble(mark, line) for line in lines]
    return Content("\n").join([Content.styled(title, "bold $accent"), *told])


__all__ = ["item_text", "measure_text", "you_text"]
