"""Why a value moved: in open words for a seat before EndEx, row by row for the facilitator and after it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from exercise.conduct.view import Gauge
from exercise.engine.explain import points, signed
from exercise.errors import ExerciseError
from exercise.report.why import Explanation, Part, sentence
from exercise.report.why_text import part_details
from exercise.report.words import Words
from exercise.table.changes import Group, grouped, no_cause, open_causes
from exercise.table.lines import cause_sentence, places_named
from exercise.table.sources import source_words
from exercise.table.table import Table
from exercise.table.why import explained, last_outcome, rows_are_open, told_turns, values_of
from exercise.ui import marks
from exercise.ui.screens.base import BaseScreen
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.screens.read import ReadSheet
from exercise.ui.screens.sheet import Sheet
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.rows import Row, Rows
from exercise.ui.widgets.spark import meter

MOST = 60
"""Rows told one by one; the others are summed."""


class WhySheet(TableSheet):
    """Why did this value move?"""

    size_class = "-large"
    purpose = "app-purpose-why"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "why_not", "app-key-why-not", id="why.not"),
        Binding("left", "other_turn(-1)", "app-key-earlier", id="why.earlier", priority=True),
        Binding("right", "other_turn(1)", "app-key-later", id="why.later", priority=True),
    ]

    def __init__(self, table: Table, slot: str, role: str = "", turn: int = 0) -> None:
        """Ask why.

        Args:
            table: The table.
            slot: The value, as in files.
            role: Who asks; nothing for the facilitator.
            turn: Of the outcome; 0 for the last one.
        """
        super().__init__(table, table.word("app-why-title", value=_title(table, slot, role)), role)
        self.slot, self.turn = slot, turn or last_outcome(table)
        self._rows: tuple[Part, ...] = ()

    def body(self) -> Iterable[Widget]:
        """What it was and is, and the causes below."""
        yield Static(id="before-after", markup=False)
        enter = "app-key-row" if self._exact else ""
        yield Rows(id="causes", enter=enter)

    @property
    def _exact(self) -> bool:
        return rows_are_open(self.table, self.role)

    def update_view(self) -> None:
        """Tell what this reader may know."""
        if not last_outcome(self.table):
            self._say(Content(self.table.word("app-why-no-outcome")))
        elif self._exact:
            self._tell_rows()
        else:
            self._tell_open()

    def _say(self, head: Content, causes: Iterable[Row] = ()) -> None:
        self.query_one("#before-after", Static).update(head)
        self.query_one(Rows).show_rows(list(causes))

    # --- for the facilitator, and for all after EndEx -----------------------------------------

    def _tell_rows(self) -> None:
        try:
            told = explained(self.table, self.slot, self.turn)
        except ExerciseError as error:
            self._say(Content(str(error)))
            return
        self._rows = tuple(sorted(told.rows, key=lambda part: -abs(part.amount)))
        causes = [self._row(number, part) for number, part in enumerate(self._rows[:MOST])]
        rest = self._rows[MOST:]
        if rest:
            causes.append(self._others(rest))
        self._say(self._change(told), causes)

    def _change(self, told: Explanation) -> Content:
        word = self.table.word
        key = "app-why-run-out" if told.run_out else "app-turn"
        parts = [
            Content.styled(word(key, turn=str(told.turn)), "$quiet"),
            Content.styled(f"{points(told.before)} → {points(told.after)}", "bold"),
            Content.styled(f"({signed(told.change)})", "bold"),
        ]
        if not told.rows:
            parts.append(Content(word("app-why-nothing")))
        return Content("   ").join(parts)

    def _row(self, number: int, part: Part) -> Row:
        because = sentence(part.kind, part.cause, part.why).removeprefix(f"{part.place}: ")
        where = ", ".join(one for one in (part.slot, part.place) if one)
        below = [part.cause] if because else []
        if where and where != self.table.label(self.slot):
            below.append(f"{where} {signed(part.row_amount)}")
        below += [self.table.word("told-source", source=source_words(self.table, part.source))]
        return Row(
            name=str(number),
            text=Content(because or part.cause),
            mark=Content.styled(f"{signed(part.amount):>7}  ", "bold"),
            below=tuple(below),
            apart=True,
        )

    def _others(self, rest: tuple[Part, ...]) -> Row:
        total = signed(sum(part.amount for part in rest))
        return Row(
            name="others",
            text=Content(Words(self.table.language).say("explain-others", count=len(rest))),
            mark=Content.styled(f"{total:>7}  ", "bold"),
        )

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Tell everything about one row: rule, values read, what scaled it, source."""
        if not self._exact or not event.name.isdecimal():
            return
        part = self._rows[int(event.name)]
        plain = replace(part, source=source_words(self.table, part.source))
        details = part_details(plain, Words(self.table.language))
        head = Content.styled(f"{signed(part.amount)}  {part.cause}", "bold $accent")
        text = Content("\n\n").join([head, *(Content(detail) for detail in details)])
        self.app.push_screen(ReadSheet(self.words, self.table.word("app-why-row"), text))

    # --- for a seat before EndEx --------------------------------------------------------------

    def _tell_open(self) -> None:
        word, view = self.table.word, self.view
        if view.common.scores_hidden:
            self._say(Content(word("told-scores-hidden")))
            return
        gauge = next((one for one in values_of(view) if one.slot == self.slot), None)
        if gauge is None:
            self._say(Content(word("app-why-not-published")))
            return
        causes = [
            self._cause(group) for group in grouped(self.table, open_causes(view.common, gauge))
        ]
        none = "" if causes else f"\n\n{word(no_cause(gauge))}"
        self._say(Content.assemble(self._band(gauge), none), causes)

    def _band(self, gauge: Gauge) -> Content:
        """The value in words, even where it is the seat's own and it knows the number."""
        turn = self.table.word("app-turn", turn=str(last_outcome(self.table)))
        return Content.assemble(
            (turn, "$quiet"), "   ", (meter(gauge.level, gauge.bands), "$quiet"), " ",
            (gauge.band, "bold"), " ", marks.movement(gauge),
        )  # fmt: skip

    def _cause(self, group: Group) -> Row:
        change, word = group[0], self.table.word
        size = word(f"size-{change.size}")
        # A movement that is for the worse is told in words too where the arrow alone would not say it.
        good = word("told-for-better" if change.better else "told-for-worse")
        arrow = marks.ARROWS["up" if change.up else "down"]
        named = source_words(self.table, change.source)
        source = word("told-source", source=named) if named else ""
        return Row(
            name=f"{change.slot} {change.kind} {change.name} {change.why} {change.up} {change.size}",
            text=Content(cause_sentence(self.table, change)),
            right=Content.styled(f"{arrow} {size}, {good}", "$good" if change.better else "$bad"),
            below=tuple(one for one in (self._where(group), source) if one),
            apart=True,
        )

    def _where(self, group: Group) -> str:
        change = group[0]
        if len(group) == 1:
            return "" if change.slot == self.slot else self.table.label(change.slot)
        places = places_named(self.table, tuple(one.place for one in group))
        return f"{self.table.label(change.slot.partition('[')[0])}, {places}"

    # --- keys ---------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Other turns are told only row by row; a seat hears of the last outcome."""
        if action == "other_turn":
            return self._exact and len(told_turns(self.table)) > 1
        return True

    def action_other_turn(self, by: int) -> None:
        """Tell an earlier or later turn; behind the last comes the first."""
        turns = told_turns(self.table)
        if self.turn in turns:
            self.turn = turns[(turns.index(self.turn) + by) % len(turns)]
            self.update_view()

    def action_why_not(self) -> None:
        """Ask what did not happen: a rule that was silent, a measure that is not available."""
        from exercise.ui.screens.why_not import WhyNotSheet

        self.app.push_screen(WhyNotSheet(self.table, self.slot, self.role, self.turn))


def _title(table: Table, slot: str, role: str) -> str:
    if role:
        for gauge in table.seat(role).card_gauges:
            if gauge.slot == slot:
                # Lines of the outcome say the value's own name, the card what it is to the seat.
                own = table.label(slot.partition("[")[0])
                return own if own == gauge.label else f"{own} ({gauge.label})"
    return table.label_with_region(slot)


class WhichValueSheet(ChooseSheet):
    """Which value? Found while one types; the arrows go through the list all the same."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False, system=True, priority=True),
        Binding("down", "move(1)", show=False, system=True, priority=True),
    ]

    def on_mount(self) -> None:
        """Begin with typing, once the list has had the focus."""
        for line in self.query(Input):
            self.call_later(line.focus)

    def action_move(self, by: int) -> None:
        """Move the highlight while typing."""
        lines = self.query_one(Lines)
        if by > 0:
            lines.action_cursor_down()
        else:
            lines.action_cursor_up()

    def on_key(self, event: events.Key) -> None:
        """Take what is highlighted, wherever the focus is."""
        if event.key == "enter" and self.query_one(Lines).current:
            event.stop()
            self.dismiss(self.query_one(Lines).current)


def ask_why(screen: BaseScreen[None] | Sheet[None], table: Table, role: str = "") -> None:
    """Let a person pick any value that the reader sees, and tell why it moved.

    Args:
        screen: What lies below.
        table: The table.
        role: Who asks; nothing for the facilitator.
    """
    if role and table.room().scores_hidden:
        screen.answer(table.word("told-scores-hidden"), refused=True)
        return
    gauges = values_of(table.seat(role)) if role else table.facilitator().gauges
    choices = {gauge.slot: _choice(table, gauge) for gauge in gauges}

    def chosen(slot: str | None) -> None:
        if slot is not None:
            screen.app.push_screen(WhySheet(table, slot, role))

    screen.app.push_screen(
        WhichValueSheet(table.catalogue, table.word("app-why-which"), list(choices.items())), chosen
    )


def _choice(table: Table, gauge: Gauge) -> str:
    return gauge.label if gauge.family == "card" else table.label_with_region(gauge.slot)


__all__ = ["WhichValueSheet", "WhySheet", "ask_why"]
