"""A participant's desk: what came, what can be decided, and what the seat has. It shows one seat's view only."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from exercise.conduct.command import (
    Command,
    KeepMeasure,
    LiftMeasure,
    Seal,
    WithdrawResponse,
)
from exercise.conduct.decided import Decided
from exercise.conduct.view import InboxItem, MeasureView
from exercise.table.lines import decided_line, standing_name
from exercise.table.measures import families, received_line, respond_again, verdict
from exercise.table.table import Table
from exercise.ui import desk_rows, desk_texts
from exercise.ui.keys import ctrl
from exercise.ui.screens.seat import READING, WHY, SeatScreen
from exercise.ui.widgets.desk_parts import DeskPanes, SideRows
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Column, Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Rows, RowsUnderText

if TYPE_CHECKING:
    from exercise.ui.screens.form import Drafts

# Forms and questions are loaded when first opened, so that a desk shows at once.

_ITEM = "item"


class DeskScreen(SeatScreen):
    """What do I decide?"""

    purpose = "app-purpose-desk"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "finish", "app-key-finish", id="desk.finish"),
        Binding("f7", "measures", "app-key-measures", id="desk.measures"),
        WHY,
        Binding("f4", "own_answer", "app-key-own-answer", id="desk.own-answer"),
        Binding("escape", "back_to_list", "app-key-back", id="desk.for-you", show=False),
        *(one for one in READING if one is not WHY),
    ]

    def __init__(self, table: Table, role: str) -> None:
        """Sit a role down."""
        super().__init__(table, role)
        self._known = families(self.view)
        self._item = ""
        """The row of what came that the desk is about."""
        self._shown = _ITEM
        """What the text shows: the item, or a row of the answers."""
        self._drafts: Drafts = {}
        self._turn = self.view.common.turn

    # --- showing ----------------------------------------------------------------------------

    def body(self) -> Iterable[Widget]:
        """Three columns: what came, what to do, and what the seat has."""
        word = self.table.word
        yield DeskPanes(
            Pane(
                word("app-for-you"),
                SideRows(id="for-you", enter="app-key-open", empty=word("app-nothing-came")), id="for-you-pane",
                legend=word("app-legend-came"),
            ),
            Pane(
                word("app-what-will-you-do"), Reading(id="desk-text"),
                RowsUnderText(id="answers", enter="app-key-open", marked=False), id="do-pane",
                legend=word("app-legend-answers"),
            ),
            Column(
                Pane(word("app-desk-you"), Reading(id="you"), id="you-pane"),
                Pane(
                    word("app-desk-values"), SideRows(id="values", enter="app-key-why"), id="values-pane",
                    legend=word("app-legend-values"),
                ),
                id="desk-right",
            ),
        )  # fmt: skip

    def on_mount(self) -> None:
        """Begin in the list of what came."""
        self.query_one("#for-you", SideRows).focus()

    def update_view(self) -> None:
        """Show the seat's view."""
        super().update_view()
        view = self.view
        self._known = families(view)
        if view.common.turn != self._turn:
            self._turn = view.common.turn
            self._drafts.clear()
        self._list_items()
        self._list_answers()
        self.query_one("#values", Rows).show_rows(desk_rows.values(self.table, view))
        self.query_one("#you", Reading).show(desk_texts.you_text(self.table, view), top=False)
        self._show_text(top=False)

    def _list_items(self) -> None:
        rows = desk_rows.for_you(self.table, self.view)
        names = [row.name for row in rows if not row.heading]
        if self._item not in names:
            self._item = names[0] if names else ""
        self.query_one("#for-you", SideRows).show_rows(rows)

    def _list_answers(self) -> None:
        rows = desk_rows.answers(self.table, self.view, self._known, self._inject())
        self.query_one("#answers", Rows).show_rows(rows)
        if self._shown != _ITEM and self._shown not in [row.name for row in rows]:
            self._shown = _ITEM

    def _inject(self) -> InboxItem | None:
        """The inject that the desk is about, if it is about one."""
        kind, _, name = self._item.partition(":")
        found = (one for one in self.view.inbox if kind == "inject" and one.inject == name)
        return next(found, None)

    def _answering(self) -> str:
        """The name of the inject a response may name."""
        item = self._inject()
        return item.inject if item is not None and item.open else ""

    def _show_text(self, top: bool = True) -> None:
        kind, _, name = self._shown.partition(":")
        if kind == "measure":
            measure = self._measure(name)
            text = desk_texts.measure_text(self.table, self.view, self._known, measure)
        else:
            text = desk_texts.item_text(self.table, self.view, self._item)
        self.query_one("#desk-text", Reading).show(text, top)

    def _measure(self, slug: str) -> MeasureView:
        return next(one for one in self.view.measures if one.slug == slug)

    # --- moving -----------------------------------------------------------------------------

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Show what the highlight is on; no view is made anew."""
        if event.lines.has_focus:
            # The highlight is painted first; the text beside it takes a layout of the whole screen.
            self.call_after_refresh(self._follow, event.lines, event.name)

    def _follow(self, lines: Lines, name: str) -> None:
        if lines.current != name or not lines.has_focus:
            return
        if lines.id == "for-you":
            self._go_to(name)
        elif lines.id == "answers":
            self._look_at(name)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the item again when the person goes back to the list of what came."""
        if event.widget.id == "for-you":
            self._shown = _ITEM
            self._show_text()

    def _go_to(self, name: str) -> None:
        if name == self._item:
            return
        self._mark_read()
        self._item, self._shown = name, _ITEM
        self._list_answers()
        self.query_one("#answers", Rows).unmark()
        self._show_text()

    def _look_at(self, name: str) -> None:
        self._shown = name if name.startswith("measure:") else _ITEM
        self._show_text()

    def _mark_read(self) -> None:
        """Note that what was highlighted has been read; the list says so."""
        kind, _, name = self._item.partition(":")
        if kind in ("inject", "message", "answer") and self.table.unread(
            self.role, f"{kind} {name}"
        ):
            self._list_items()

    def action_to_answer(self, number: int) -> None:
        """Go to an answer by its digit, from anywhere."""
        answers = self.query_one("#answers", Rows)
        self.query_one(Panes).open("do-pane")
        answers.focus()
        answers.action_to_line(number)
        if answers.current:
            self._look_at(answers.current)

    def action_back_to_list(self) -> None:
        """Go back to the list of what came."""
        self.query_one(Panes).open("for-you-pane")

    # --- opening ----------------------------------------------------------------------------

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Open what Enter was pressed on."""
        kind, _, name = event.name.partition(":")
        if event.lines.id == "values":
            self.ask_why(name)
        elif kind == "inject":
            self._mark_read()
            self.query_one(Panes).open("do-pane")
            self.query_one("#answers", Rows).focus()
        elif kind == "agreement":
            self.open_agreements(name)
        elif kind in ("message", "answer"):
            self._mark_read()
            self.action_messages() if kind == "message" else self.action_questions()
        else:
            self._open_answer(kind, name)

    def _open_answer(self, kind: str, name: str) -> None:
        if kind == "measure":
            self._open_measure(name)
        elif kind == "response":
            self._open_response(next(one for one in self.view.responses if one.id == name))
        elif kind == "standing":
            self._open_standing(int(name))
        elif kind == "act":
            {
                "measures": self.action_measures,
                "own": self.action_own_answer,
                "messages": self.action_messages,
                "papers": self.action_papers,
                "summary": self.action_summary,
            }[name]()

    def _received(self, key: str) -> Callable[[bool], None]:
        def received(result: bool) -> None:
            if result:
                self.answer(received_line(self.table, self.role, key))
                self.exercise_app.refresh_views()

        return received

    def _open_measure(self, slug: str) -> None:
        chosen = next((one for one in self.view.responses if one.measure == slug), None)
        measure = self._measure(slug)
        if chosen is not None:
            self._open_response(chosen)
        elif not measure.available:
            self.answer(verdict(self.table, measure), refused=True)
        elif measure.statement:
            from exercise.ui.screens.statement import StatementSheet

            sheet = StatementSheet(
                self.table, self.view, measure, self._drafts, inject=self._answering()
            )
            self.lay(sheet, self._received("plain-statement-made"))
        else:
            from exercise.ui.screens.respond import RespondSheet

            form = RespondSheet(
                self.table, self.view, measure, self._drafts, inject=self._answering()
            )
            self.lay(form, self._received("app-response-received"))

    # --- responses --------------------------------------------------------------------------

    def _open_response(self, decided: Decided) -> None:
        from exercise.ui.screens.choose import ChooseSheet

        word = self.table.word
        if decided.kind == "statement":
            self.answer(word("plain-statement-stays"), refused=True)
            return
        choices = [
            ("change", word("app-response-change")),
            ("withdraw", word("app-response-withdraw")),
        ]

        def chosen(answer: str) -> None:
            if answer == "withdraw":
                self.do(self.role, WithdrawResponse(decided.id), word("plain-withdrawn"))
            else:
                self._change(decided)

        title, question = word("app-your-response"), decided_line(self.table, decided)
        self.lay(ChooseSheet(self.words, title, choices, question=question), chosen)

    def _change(self, decided: Decided) -> None:
        """Open the form of a response with what it says now."""
        received = self._received("app-response-changed")
        if decided.kind == "free":
            from exercise.ui.screens.own_answer import DRAFT, OwnAnswerSheet

            drafts = {DRAFT: {"text": decided.text, "inject": decided.inject}}
            own = OwnAnswerSheet(self.table, self.view, drafts, take=self._replacing(decided))
            self.lay(own, received)
        else:
            from exercise.ui.screens.respond import RespondSheet, values_of

            drafts = {decided.measure: values_of(decided)}
            measure = self._measure(decided.measure)
            form = RespondSheet(
                self.table, self.view, measure, drafts, take=self._replacing(decided)
            )
            self.lay(form, received)

    def _replacing(self, decided: Decided) -> Callable[[Command], bool]:
        """Return what puts a response in place of another; where it is refused, the old one stays."""
        standing = [decided]

        def take(command: Command) -> bool:
            submit = self.exercise_app.submit
            if not submit(self.role, WithdrawResponse(standing[-1].id), quiet=True):
                return False
            if submit(self.role, command, quiet=True):
                return True
            submit(self.role, respond_again(decided), quiet=True)
            standing.append(self.table.seat(self.role).responses[-1])
            return False

        return take

    def _open_standing(self, number: int) -> None:
        from exercise.ui.screens.choose import ConfirmSheet

        word = self.table.word
        measure = next(one for one in self.view.standing if one.number == number)
        if measure.lifted:
            self.do(self.role, KeepMeasure(number), word("plain-kept"))
            return

        def sure(yes: bool) -> None:
            if yes:
                self.do(self.role, LiftMeasure(number), word("plain-lifted"))

        question = word("app-lift-sure", name=standing_name(self.table, measure))
        self.lay(
            ConfirmSheet(self.words, question, yes=word("app-lift-yes"), no=word("app-lift-no")),
            sure,
        )

    # --- keys -------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide what makes no sense now."""
        if action == "own_answer":
            return self.view.common.phase.value == "decision"
        return super().check_action(action, parameters)

    def value_asked(self) -> str:
        """The value highlighted in the pane of values."""
        return self.query_one("#values", Rows).current.partition(":")[2]

    def action_own_answer(self) -> None:
        """Answer in one's own words."""
        if not self.view.actions:
            self.answer(self.table.word("refusal-no_actions_left"), refused=True)
            return
        from exercise.ui.screens.own_answer import OwnAnswerSheet

        sheet = OwnAnswerSheet(self.table, self.view, self._drafts, inject=self._answering())
        self.lay(sheet, self._received("app-response-received"))

    def action_measures(self) -> None:
        """Look at all measures, and decide on one."""
        from exercise.ui.screens.measures import MeasuresSheet

        self.lay(MeasuresSheet(self.table, self.view), self._open_measure)

    def action_finish(self) -> None:
        """Say that one is done; it is asked first where something was not sealed, or nothing decided."""
        from exercise.ui.screens.leaving import leaving_sheet

        self._mark_read()
        sheet = leaving_sheet(self.table, self.view)
        if sheet is None:
            self._finish()
        else:
            self.app.push_screen(sheet, self._finish_as)

    def _finish_as(self, answer: str | None) -> None:
        if answer == "seal" and not self.exercise_app.submit(self.role, Seal(), quiet=True):
            return
        if answer in ("seal", "open"):
            self._finish()

    def _finish(self) -> None:
        if self.exercise_app.course is not None:
            self.exercise_app.course.finish(self.role)


__all__ = ["DeskScreen"]
