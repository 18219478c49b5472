"""The console's lists, as rows: what comes next, the drawer, what awaits a ruling, the seats, the world.

Built from the facilitator's view; nothing here is for the eyes of a seat.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from textual.content import Content

from exercise.conduct.view import FacilitatorView, Gauge, InjectLine, ProposedRow, Seat, ToRule
from exercise.engine.explain import signed
from exercise.table.injects import (
    COMING,
    Written,
    note_lines,
    recipients,
    trigger_words,
    up_next,
    written,
)
from exercise.table.lines import sentence
from exercise.table.rulings import ruling_line
from exercise.table.table import OPEN_PHASES, Table
from exercise.ui import marks
from exercise.ui.widgets.rows import Row

MOST = 4
"""Effects on their way told one by one."""
RULING = ".ruling"
"""How the names of lines that hold a ruling begin; no response is called so."""
MORE = ".more"
"""The name of the line that stands for the smaller effects."""
_STATES = {
    "ready": ("●", "$good"), "held": ("○", "$warn"), "called": ("●", "$good"), "armed": ("◉", "$accent"),
    "waiting": ("·", "$quiet"), "released": ("✓", "$quiet"), "skipped": ("–", "$quiet"),
}  # fmt: skip
_AXES = ("security", "rights")


# --- injects --------------------------------------------------------------------------------


def _widest(lines: Sequence[InjectLine]) -> int:
    return max((len(line.ref) for line in lines), default=0)


def inject_rows(
    table: Table, view: FacilitatorView, lines: Sequence[InjectLine], refs: int = 0
) -> Iterator[Row]:
    """Yield injects with their reference, title and recipients; at the right their state, or when they come.

    Args:
        table: For words.
        view: The facilitator's.
        lines: The injects, in their order.
        refs: Columns that the references take at least.
    """
    refs = max(refs, _widest(lines))
    for line in lines:
        glyph, colour = _STATES[line.status]
        past = line.status == "skipped" or (line.fired >= 0 and line.fired < view.common.turn)
        style = "bold" if line.status in COMING else "$quiet" if past else ""
        ref = f"{line.ref:<{refs}} " if refs else ""
        yield Row(
            line.inject,
            Content.assemble((line.title, style), (f" → {recipients(table, line)}", "$quiet")),
            Content.assemble((f"{glyph} ", colour), (ref, "$quiet")),
            Content.styled(when(table, view, line), colour),
        )


def coming_rows(table: Table, view: FacilitatorView) -> Iterator[Row]:
    """Yield what comes next; injects written on the spot stand behind what can come now, or at the end."""
    lines = up_next(view)
    soon = sum(1 for line in lines if line.status in COMING)
    found = written(table)
    refs = _widest(lines)
    yield from inject_rows(table, view, lines[:soon], refs)
    yield from (_written(table, one, refs, True) for one in found if one.turn == view.common.turn)
    yield from inject_rows(table, view, lines[soon:], refs)
    yield from (_written(table, one, refs, False) for one in found if one.turn != view.common.turn)


def _written(table: Table, one: Written, refs: int, now: bool) -> Row:
    mark = "✓ " + " " * (refs + 1 if refs else 0)
    state = "inject-status-released" if now else "app-in-turn"
    return Row(
        one.name,
        Content.assemble((one.title, "" if now else "$quiet"), (f" → {one.to}", "$quiet")),
        Content.styled(mark, "$quiet"),
        Content.styled(table.word(state, turn=str(one.turn)), "$quiet"),
    )


def when(table: Table, view: FacilitatorView, line: InjectLine) -> str:
    """Return an inject's state in a word or two; of one that waits, when it comes."""
    if line.status == "released" and line.fired != view.common.turn:
        return table.word("app-in-turn", turn=str(line.fired))
    if line.kind == "contingency" and line.status in ("waiting", "armed"):
        key = "app-drawer-armed" if line.status == "armed" else "app-drawer-not"
        return table.word(key if line.turn > 0 else f"{key}-any", turn=str(line.turn))
    if line.status == "waiting":
        if line.turn <= 0 or line.kind == "optional":
            return table.word("app-comes-if" if line.trigger else "app-comes-by-hand")
        key = "app-comes-turn-if" if line.trigger else "app-comes-turn"
        return table.word(key, turn=str(line.turn))
    return table.word(f"inject-status-{line.status}")


def expected(table: Table, line: InjectLine | None) -> Content:
    """Return an inject's content note, the condition it waits for, and what is expected of its recipients."""
    if line is None:
        return Content()
    parts = [Content.assemble((f"{table.word('app-expected')} ", "$quiet"), line.expected)]
    if line.trigger and line.status in ("waiting", "armed"):
        told = trigger_words(table, line.trigger)
        parts.insert(0, Content.assemble((f"{table.word('app-comes-when')} ", "$quiet"), told))
    notes = (Content.styled(told, "$warn") for told in note_lines(table, line.content_note))
    parts = [*notes, *parts]
    return Content("\n").join(parts)


# --- rulings --------------------------------------------------------------------------------


def rule_rows(
    table: Table, view: FacilitatorView, found: Sequence[ToRule], looked: Sequence[str]
) -> Iterator[Row]:
    """Yield the responses to rule on, and below them the rulings of the turn."""
    for one in found:
        seen = one.decided.id in looked
        flags = ", ".join(table.word(f"flag-{flag}") for flag in one.flags)
        mark = ("✓ ", "$good") if seen else ("! ", "bold $warn") if flags else "  "
        text = Content.assemble((one.who, "" if seen else "bold"), f"  {one.text}")
        colour = "$quiet" if seen else "$warn"
        yield Row(one.decided.id, text, Content.assemble(mark), Content.styled(flags, colour))
    if view.rulings:
        yield Row(".rulings", Content.styled(table.word("app-rulings"), "$quiet"), heading=True)
    for number, ruling in view.rulings:
        told = Content(ruling_line(table, view, ruling))
        yield Row(f"{RULING}{number}", told, Content.styled("× ", "$accent"))


# --- seats ----------------------------------------------------------------------------------


def seat_rows(table: Table, view: FacilitatorView) -> Iterator[Row]:
    """Yield the seats in the order in which they come to the keyboard: persons, bots, vacant ones."""
    persons = table.persons()
    seats = {seat.role: seat for seat in view.common.seats}
    others = [seat for seat in view.common.seats if seat.role not in persons]
    ordered = [*(seats[role] for role in persons), *sorted(others, key=_rank)]
    wide = max((len(table.name(seat.role)) for seat in ordered), default=0)
    for seat in ordered:
        yield _seat(table, view, seat, wide)


def _rank(seat: Seat) -> int:
    return 1 if seat.holder == "vacant" else 0


def _seat(table: Table, view: FacilitatorView, seat: Seat, wide: int) -> Row:
    person = seat.holder == "person"
    held = seat.label if person and seat.label else table.word(f"holder-{seat.holder}")
    mark = {"person": ("● ", "$accent"), "bot": ("○ ", "$quiet"), "vacant": ("· ", "$quiet")}
    text = Content.assemble(
        (f"{table.name(seat.role):<{wide}}", "" if person else "$quiet"), "  ",
        (held, "$accent" if person else "$quiet"),
    )  # fmt: skip
    return Row(
        seat.role, text, Content.assemble(mark[seat.holder]), _stands(table, view, seat),
        tuple(Content.styled(f"! {told}", "$warn") for told in _asks(table, view, seat.role)),
    )  # fmt: skip


def _stands(table: Table, view: FacilitatorView, seat: Seat) -> Content:
    """Return whether a seat has sealed, or has been at the keyboard."""
    if view.common.phase.value not in OPEN_PHASES or seat.holder == "vacant":
        return Content()
    if seat.role in view.sealed:
        return Content.styled(f"✓ {table.word('app-seat-sealed')}", "$good")
    if seat.holder == "bot":
        return Content()
    if table.finished(seat.role):
        return Content.styled(f"✓ {table.word('app-seat-done')}", "$good")
    return Content.styled(table.word("app-seat-waits"), "$quiet")


def _asks(table: Table, view: FacilitatorView, role: str) -> Iterator[str]:
    for who, reason in view.pause_requests:
        if who == role:
            key = "app-asks-pause-why" if reason else "app-asks-pause"
            yield table.word(key, reason=reason)
    for question in view.questions:
        if question.role == role and not question.answer:
            yield table.word("app-asks", text=question.text)


# --- the world ------------------------------------------------------------------------------


def world_rows(table: Table, view: FacilitatorView) -> Iterator[Row]:
    """Yield both axes, the effects on their way, and the region's published values."""
    axes = [gauge for gauge in view.gauges if gauge.slot in _AXES]
    published = _published(table)
    own = [g for g in view.gauges if not g.place and g.slot in published and g.family != "axis"]
    told = marks.values_in_columns([*axes, *own])
    for number, gauge in enumerate(axes):
        letter = marks.letter_of(marks.axis_family(number))
        yield _value(gauge, Content.styled(gauge.label, "bold"), letter, told[number])
    yield from _effects(table, view)
    yield Row(".region", Content.styled(table.word("app-region-values"), "$quiet"), heading=True)
    for gauge, right in zip(own, told[len(axes) :], strict=True):
        yield _value(gauge, Content(gauge.label), marks.letter_of(gauge.family), right)


def _value(gauge: Gauge, text: Content, letter: Content, right: Content) -> Row:
    mark = Content.assemble(letter if letter.plain else " ", " ")
    return Row(gauge.slot, text, mark, right)


def _published(table: Table) -> frozenset[str]:
    """Return the names of the published values; the room's own view has none while scores are hidden."""
    slots = table.session.program.slots
    base = [spec.name for spec in slots.base if spec.visibility == "published"]
    made = [spec.name for spec in slots.derived if spec.visibility == "published"]
    return frozenset((*base, *made))


def merged(waiting: Sequence[ProposedRow]) -> tuple[ProposedRow, ...]:
    """Return effects on their way, those of one cause on one value in one turn added up; the largest first."""
    sums: dict[tuple[int, str, str], ProposedRow] = {}
    for row in waiting:
        key = (row.turn, row.slot, row.why)
        before = sums[key].amount if key in sums else 0
        sums[key] = replace(row, amount=before + row.amount)
    return tuple(sorted(sums.values(), key=lambda row: -abs(row.amount)))


def _effects(table: Table, view: FacilitatorView) -> Iterator[Row]:
    waiting = merged(view.waiting)
    if not waiting:
        return
    yield Row(".waiting", Content.styled(table.word("app-on-their-way"), "$quiet"), heading=True)
    for number, row in enumerate(sorted(waiting[:MOST], key=lambda row: row.turn)):
        yield _effect(table, row, number)
    if len(waiting) > MOST:
        told = table.word("plain-more-waiting", count=len(waiting) - MOST)
        yield Row(MORE, Content.styled(told, "$quiet"), Content("  "))


def _effect(table: Table, row: ProposedRow, number: int) -> Row:
    text = table.word("app-effect", turn=str(row.turn), amount=signed(row.amount), label=row.label)
    return Row(
        f"{row.slot}#{number}",
        Content(text),
        Content.styled("… ", "$quiet"),
        below=(sentence(row.why),) if row.why else (),
    )


__all__ = [
    "MORE",
    "MOST",
    "RULING",
    "coming_rows",
    "expected",
    "inject_rows",
    "merged",
    "rule_rows",
    "seat_rows",
    "when",
    "world_rows",
]
