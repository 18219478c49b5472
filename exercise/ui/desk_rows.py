"""The lists of a participant's desk: what came, what can be decided, and the values one may ask about.

Everything here is made from one seat's view.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace
from textual.content import Content

from exercise.conduct.decided import Decided
from exercise.conduct.view import AgreementView, Gauge, InboxItem, MeasureView, SeatView
from exercise.errors import RefusalCode
from exercise.table.lines import decided_line, standing_name
from exercise.table.measures import Families, helped, offered_first, why_not
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.signs import HEED, NOT_NOW
from exercise.ui.widgets.rows import Row

_NUMBERED = 9
_NO_DIGIT = "  "
_SILENT = (RefusalCode.wrong_phase, RefusalCode.exercise_paused, RefusalCode.already_chosen)
"""Reasons that the list tells once or shows otherwise, and not on every line."""


def gap(name: str) -> Row:
    """Return an empty line."""
    return Row(f"gap:{name}", Content(" "), heading=True)


def heading(name: str, text: str, right: str = "") -> Row:
    """Return a heading, with something quiet at its right end."""
    return Row(
        f"heading:{name}", Content.styled(text, "bold $accent"), right=Content.styled(right, "$quiet"), heading=True
    )  # fmt: skip


# --- for you ----------------------------------------------------------------------------------


def for_you(table: Table, view: SeatView) -> list[Row]:
    """Return what came: injects, then messages and answers, then agreements on the table."""
    word = table.word
    rows = [_inject(table, view, item) for item in newest_first(view)]
    talk = list(_talk(table, view))
    if talk:
        new = sum(1 for row in talk if row.right)
        told = word("app-desk-new-count", count=new) if new else ""
        rows += [gap("messages"), heading("messages", word("app-desk-messages"), told), *talk]
    tabled = [_on_table(table, one) for one in view.agreements if one.open]
    if tabled:
        rows += [gap("tabled"), heading("tabled", word("app-on-the-table")), *tabled]
    step = _next_step(view)
    if rows and step:
        rows += [gap("now"), Row("heading:now", Content.styled(word(step), "$quiet"), heading=True)]
    return rows


def _next_step(view: SeatView) -> str:
    """Return the key of the sentence that says what is to be done now."""
    phase = view.common.phase.value
    if not view.actions_total and phase in ("consultation", "decision"):
        return "app-desk-now-record" if view.conference_acts.summary else "app-desk-now-listen"
    if phase != "decision":
        return "app-desk-now-consult" if phase == "consultation" else ""
    if view.sealed:
        return "app-desk-now-sealed"
    if view.responses:
        return "app-desk-now-decided"
    asked = any(_offered(view, item) for item in view.inbox)
    return "app-desk-now-decide" if asked else "app-desk-now-unasked"


def newest_first(view: SeatView) -> list[InboxItem]:
    """Return the injects of the newest turn first, each turn in the order they came."""
    return sorted(view.inbox, key=lambda item: -item.turn)


def _inject(table: Table, view: SeatView, item: InboxItem) -> Row:
    offers = bool(_offered(view, item))
    mark = Content.styled("● " if offers else "○ ", "$accent" if offers else "$quiet")
    past = item.turn < view.common.turn
    right = _new(table, view, f"inject {item.inject}", item.turn)
    if not right and past:
        right = Content.styled(table.word("app-desk-turn", turn=str(item.turn)), "$quiet")
    text = Content.styled(item.title, "$quiet" if past and not offers else "")
    return Row(f"inject:{item.inject}", text, mark, right)


def _new(table: Table, view: SeatView, key: str, turn: int) -> Content:
    new = table.still_new(view.role, key, turn)
    return Content.styled(table.word("app-desk-new"), "bold $good") if new else Content()


def _talk(table: Table, view: SeatView) -> Iterator[Row]:
    for question in reversed(view.questions):
        if question.answer:
            name = f"answer:{question.number}"
            new = _new(table, view, f"answer {question.number}", question.turn)
            who = table.word("app-answered-by")
            yield Row(name, _said(who, question.answer), Content("  "), new)
    for message in reversed(view.messages):
        if message.sender != view.role:
            name = f"message:{message.number}"
            new = _new(table, view, f"message {message.number}", message.turn)
            yield Row(name, _said(table.name(message.sender), message.text), Content("  "), new)


def unread(table: Table, view: SeatView) -> int:
    """Return how many injects, messages and answers the seat has not looked at."""
    fresh = [
        one for one in view.inbox if table.still_new(view.role, f"inject {one.inject}", one.turn)
    ]
    return len(fresh) + sum(1 for row in _talk(table, view) if row.right)


def _said(who: str, text: str) -> Content:
    first = Content(" ".join(text.split())).truncate(48, ellipsis=True)
    return Content.assemble((f"{who}: ", "$quiet"), first)


def _on_table(table: Table, agreement: AgreementView) -> Row:
    signed = sum(1 for role, _ in agreement.signed if role in agreement.parties)
    told = table.word("app-signed-of", signed=str(signed), parties=str(len(agreement.parties)))
    return Row(
        f"agreement:{agreement.slug}", Content(agreement.name), Content("  "), Content.styled(told, "$quiet")
    )  # fmt: skip


# --- what will you do? ------------------------------------------------------------------------


def answers(table: Table, view: SeatView, known: Families, item: InboxItem | None) -> list[Row]:
    """Return what can be done now, in view of an inject that may offer something."""
    rows: list[Row] = []
    if view.common.paused:
        told = Content.styled(f"{NOT_NOW} {table.word('app-desk-paused')}", "bold $warn")
        rows += [Row("heading:paused", told, heading=True), gap("paused")]
    deciding = view.common.phase.value == "decision"
    parts = _deciding if deciding else _consulting
    for part in (*parts(table, view, known, item), list(_conference(table, view))):
        _add(rows, part)
    numbered = len(rows)
    # What waits for its phase has no digit, so that none means another answer when the phase comes.
    for part in () if deciding else _later(table, view, known, item):
        _add(rows, part)
    _add(rows, _headed(table, "app-desk-in-force", "", list(_standing(table, view))))
    return _numbered(rows, numbered)


def _add(rows: list[Row], part: list[Row]) -> None:
    if part:
        rows += [gap(part[0].name), *part] if rows else part


def _conference(table: Table, view: SeatView) -> Iterator[Row]:
    """What the seat has to write at a conference: its papers, or the summary by its duty."""
    acts = view.conference_acts
    if acts.papers:
        yield _act(table, "papers", "app-act-papers", "Ctrl+A")
    if acts.summary or acts.statements or acts.floor:
        yield _act(table, "summary", "app-act-summary", "Ctrl+U")


def _deciding(
    table: Table, view: SeatView, known: Families, item: InboxItem | None
) -> Iterator[list[Row]]:
    offered = _offered(view, item)
    asked = "app-offered-one" if item is not None and item.either else "app-offered"
    told = [_measure(table, view, known, one) for one in offered]
    yield _headed(table, asked, "app-cost-and-helps", told)
    yield from _elsewhere(table, view, known, item, "app-offered-on")
    shown = {measure.slug for measure in view.measures if measure.offered_by}
    others = [one for one in view.responses if one.measure not in shown]
    yield _headed(table, "app-your-responses", "", [_response(table, view, one) for one in others])
    yield [
        _act(table, "measures", "app-act-measures", "F7"), _act(table, "own", "app-act-own", "F4"),
    ]  # fmt: skip


def _consulting(
    table: Table, view: SeatView, known: Families, item: InboxItem | None
) -> Iterator[list[Row]]:
    spoken = [_measure(table, view, known, one) for one in offered_first(view, statements=True)]
    yield _headed(table, "app-desk-statements", "app-cost-and-helps", spoken)
    others = [one for one in view.responses if one.kind != "statement"]
    yield _headed(table, "app-your-responses", "", [_response(table, view, one) for one in others])
    sponsored = [_sponsored(one) for one in view.agreements if one.may_sponsor and not one.open]
    yield _headed(table, "app-to-sponsor", "", sponsored)
    yield [
        _act(table, "messages", "app-act-message", "F5"), _act(table, "measures", "app-act-read-measures", "F7"),
    ]  # fmt: skip


def _later(
    table: Table, view: SeatView, known: Families, item: InboxItem | None
) -> Iterator[list[Row]]:
    """What can be read now and chosen in the decision phase."""
    later = [_measure(table, view, known, one) for one in _offered(view, item) if not one.statement]
    yield _headed(table, "app-offered-later", "app-cost-and-helps", later)
    yield from _elsewhere(table, view, known, item, "app-later-on")


def _elsewhere(
    table: Table, view: SeatView, known: Families, item: InboxItem | None, key: str
) -> Iterator[list[Row]]:
    """Yield what other open injects offer, under the title of each."""
    shown = {measure.slug for measure in _offered(view, item)}
    for other in newest_first(view):
        found = [
            one for one in _offered(view, other) if one.slug not in shown and not one.statement
        ]
        shown |= {one.slug for one in found}
        if found:
            title = table.word(f"{key}-one" if other.either else key, title=other.title)
            head = heading(f"{key}:{other.inject}", title, table.word("app-cost-and-helps"))
            yield [head, *(_measure(table, view, known, one) for one in found)]


def _headed(table: Table, key: str, right: str, rows: list[Row]) -> list[Row]:
    return (
        [heading(key, table.word(key), table.word(right) if right else ""), *rows] if rows else []
    )


def _offered(view: SeatView, item: InboxItem | None) -> list[MeasureView]:
    if item is None or not item.open:
        return []
    measures = {one.slug: one for one in view.measures if one.refusal is not RefusalCode.made_void}
    return [measures[slug] for slug in item.offers if slug in measures]


def _measure(table: Table, view: SeatView, known: Families, measure: MeasureView) -> Row:
    chosen = any(one.measure == measure.slug for one in view.responses)
    refused = measure.refusal is not None and measure.refusal not in _SILENT
    below = [table.word("plain-measure-not", why=why_not(table, measure))] if refused else []
    return Row(
        f"measure:{measure.slug}", Content.styled(measure.name, "bold" if chosen else "$quiet" if refused else ""),
        _box(chosen, refused), cost_and_helps(table, measure, known), tuple(below),
    )  # fmt: skip


def cost_and_helps(table: Table, measure: MeasureView, known: Families) -> Content:
    """Return the cost in budget units, the letters of what it is meant to help, and a mark for restrictive."""
    families = helped(measure, known)
    cost = str(measure.cost) if measure.cost else table.word("app-desk-free")
    letters = [
        marks.letter_of(family) if family in families else Content(" ")
        for family in ("security", "rights")
    ]
    strict = Content.styled(HEED, "bold $warn") if measure.restrictive else Content(" ")
    return Content.assemble(cost, "  ", letters[0], " ", letters[1], " ", strict)


def _box(chosen: bool, refused: bool = False) -> Content:
    if chosen:
        return Content.styled("[x] ", "bold $good")
    return Content.styled(f" {NOT_NOW}  ", "$bad") if refused else Content("[ ] ")


def _response(table: Table, view: SeatView, decided: Decided) -> Row:
    costs = {measure.slug: measure.cost for measure in view.measures}
    cost = costs.get(decided.measure, 0)
    right = Content(f"{cost or table.word('app-desk-free')}       ")
    return Row(f"response:{decided.id}", Content(decided_line(table, decided)), _box(True), right)


def _act(table: Table, name: str, key: str, shown_key: str) -> Row:
    return Row(
        f"act:{name}",
        Content(table.word(key)),
        Content("▸   "),
        Content.styled(shown_key, "$quiet"),
    )


def _sponsored(agreement: AgreementView) -> Row:
    return Row(f"agreement:{agreement.slug}", Content(agreement.name), Content("▸   "))


def _standing(table: Table, view: SeatView) -> Iterator[Row]:
    for measure in view.standing:
        if measure.own:
            told = table.word(
                "app-desk-lifting" if measure.lifted else "app-desk-since", turn=str(measure.since)
            )
            style = "$warn" if measure.lifted else "$quiet"
            yield Row(
                f"standing:{measure.number}", Content(standing_name(table, measure)), Content("◉   "),
                Content.styled(told, style),
            )  # fmt: skip


def _numbered(rows: list[Row], until: int) -> list[Row]:
    """Put the digits before the rows they lead to, as far as those have one."""
    numbered, number = [], 0
    for place, row in enumerate(rows):
        if row.heading:
            numbered.append(row)
            continue
        number += 1
        digit = f"{number} " if number <= _NUMBERED and place < until else _NO_DIGIT
        mark = Content.assemble((digit, "bold $accent"), row.mark)
        numbered.append(replace(row, mark=mark))
    return numbered


# --- values -----------------------------------------------------------------------------------


def values(table: Table, view: SeatView) -> list[Row]:
    """Return the axes, the seat's own values, and the published ones of its own state, moved ones first."""
    word, common = table.word, view.common
    rows = [
        _value(f"axis:{gauge.slot}", gauge, marks.axis_family(n))
        for n, gauge in enumerate(common.axes)
    ]
    if common.scores_hidden:
        rows = [
            Row("heading:hidden", Content.styled(word("app-scores-hidden"), "$quiet"), heading=True)
        ]
    own = [gauge for gauge in common.gauges if view.role in gauge.place.split(", ")]
    found = own or [gauge for gauge in common.gauges if not gauge.place]
    chief = sorted(
        (gauge for gauge in found if gauge.family in ("security", "rights")), key=lambda gauge: gauge.arrow == "flat"
    )  # fmt: skip
    if view.card_gauges:
        rows += [gap("card"), heading("card", word("app-desk-card-values"))]
        rows += [_value(f"card:{gauge.slot}", _rounded(gauge), "") for gauge in view.card_gauges]
    if chief:
        where = table.name(view.role) if own else word("app-values-section-region")
        rows += [gap("state"), heading("state", where)]
        rows += [_value(f"value:{gauge.slot}", gauge, gauge.family) for gauge in chief]
    return rows


def _rounded(gauge: Gauge) -> Gauge:
    """Return a value in whole points; the role card tells hundredths."""
    exact = gauge.exact
    return gauge if exact is None else replace(gauge, exact=(exact + 50) // 100 * 100)


def _value(name: str, gauge: Gauge, family: str) -> Row:
    letter = marks.letter_of(family)
    mark = Content.assemble(letter if letter.plain else " ", " ")
    style = "bold" if family and gauge.family == "axis" else ""
    return Row(name, Content.styled(gauge.label, style), mark, marks.value(gauge))


__all__ = [
    "answers",
    "cost_and_helps",
    "for_you",
    "gap",
    "heading",
    "newest_first",
    "unread",
    "values",
]
