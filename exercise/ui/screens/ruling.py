"""Ruling on one response: the engine's proposal is confirmed with one key, or changed with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import App
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.command import (
    FACILITATOR,
    AddRow,
    ReplaceResponse,
    RulingCommand,
    ScaleResponse,
    WithdrawRuling,
)
from exercise.conduct.view import ToRule
from exercise.engine.explain import points
from exercise.table.rulings import (
    by_factors,
    factors_line,
    hundredths,
    measures_to_rule,
    movable,
    proposal_line,
    reasons,
    row_line,
    ruling_line,
    targets_to_rule,
    texts_of_measures,
)
from exercise.table.table import Table
from exercise.ui.hang import hang
from exercise.ui.keys import ctrl
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.choose import Choice, ChooseSheet, ConfirmSheet
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Row, RowsUnderText

if TYPE_CHECKING:
    from exercise.ui.app import ExerciseApp

_WIDTH, _FRAME = 96, 7
"""Columns of a large sheet, and those its frame and its scrollbar take."""


def looked_at(table: Table, one: ToRule) -> bool:
    """Return whether the facilitator has looked at a response."""
    return table.seen(FACILITATOR, _mark(one))


def look_at(table: Table, one: ToRule) -> None:
    """Note that the facilitator has looked at a response."""
    table.unread(FACILITATOR, _mark(one))


def _mark(one: ToRule) -> str:
    # With its words, because an undo may give the same name to another response.
    return f"ruling {one.decided.id} {one.text}"


class RulingSheet(Sheet[bool]):
    """One response: what the engine proposes, the two choices, and the rows in detail. Gives whether confirmed."""

    purpose = "app-purpose-ruling"
    size_class = "-large"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"enter,f4,f10,{ctrl('g')}", "confirm", "app-key-confirm", id="ruling.confirm"),
        Binding("f6", "change", "app-key-change", id="ruling.change"),
        Binding("f5", "row", "app-key-add-row", id="ruling.row"),
    ]

    def __init__(self, table: Table, response: str) -> None:
        """Look at a response by its name."""
        self.table, self._response = table, response
        one = self.one
        super().__init__(table.catalogue, one.who)

    @property
    def one(self) -> ToRule:
        """The response as it stands, rulings included."""
        found = self.table.facilitator().to_rule
        return next(one for one in found if one.decided.id == self._response)

    def body(self) -> Iterable[Widget]:
        """Show the response and the proposal, what can be done, and the rows."""
        texts = Reading(id="text"), Reading(id="detail")
        for text in texts:
            # Page Up and Page Down turn them from the choices, which alone take the focus.
            text.can_focus = False
        yield texts[0]
        yield RowsUnderText(id="choices", enter="app-key-confirm")
        yield texts[1]

    def on_mount(self) -> None:
        """Begin with letting it stand."""
        self.query_one(RowsUnderText).focus()

    def update_view(self) -> None:
        """Show the response and the proposal as they stand."""
        one = self.one
        parts = [part for part in self._parts(one) if part.plain]
        self.query_one("#text", Reading).show(Content("\n\n").join(parts), top=False)
        self.query_one(RowsUnderText).show_rows(list(self._choices(one)))
        detail = self.query_one("#detail", Reading)
        detail.show(Content("\n").join(self._rows(one)), top=False)
        detail.display = bool(one.rows)

    def _choices(self, one: ToRule) -> Iterator[Row]:
        """Yield the two things that can be done, and when one would do them."""
        word, free = self.table.word, "-free" if "free_text" in one.flags else ""
        for number, (name, key) in enumerate((("stand", "F4"), ("change", "F6")), 1):
            yield Row(
                name,
                Content.styled(word(f"app-choice-{name}"), "bold"),
                Content(f"{number} "),
                Content.styled(key, "bold $accent"),
                (word(f"app-choice-{name}{free}-why"),),
            )

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Say what Enter does on the marked choice."""
        event.lines.enter = "app-key-change" if event.name == "change" else "app-key-confirm"
        self.refresh_bindings()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Do what is marked."""
        if event.name == "change":
            self.action_change()
        else:
            self.action_confirm()

    def _parts(self, one: ToRule) -> Iterator[Content]:
        table, word = self.table, self.table.word
        yield Content.styled(one.text, "bold")
        yield Content.styled(proposal_line(table, one), "bold $accent")
        given = list(reasons(table, one.decided))
        if one.decided.frame:
            given.append(word("app-frame-of", frame=word(f"frame-{one.decided.frame}")))
        told = [Content(line) for line in given]
        told += [Content.styled(f"! {word(f'flag-{flag}.help')}", "$warn") for flag in one.flags]
        yield Content("\n").join(told)
        yield Content("\n").join(self._rulings())

    def _rows(self, one: ToRule) -> Iterator[Content]:
        """Yield every row of the proposal; what scaled several of them alike is told once."""
        width = min(self.app.size.width, _WIDTH) - _FRAME
        yield Content.styled(self.table.word("app-in-detail"), "bold")
        for group in by_factors(one.rows):
            for row in group:
                told = row_line(self.table, row, f"{one.who}: {one.text}")
                yield hang(Content("• "), told, width)
            factors = factors_line(self.table, group[0]).strip()
            if factors:
                yield hang(Content("  "), factors, width, "$quiet")

    def _rulings(self) -> Iterator[Content]:
        view = self.table.facilitator()
        for _, text in view.rulings:
            if text.startswith(f"{self._response} "):
                told = ruling_line(self.table, view, text)
                yield Content.assemble(("× ", "$accent"), told)

    def action_confirm(self) -> None:
        """Let it stand as it is, and mark it as looked at."""
        look_at(self.table, self.one)
        self.dismiss(True)

    def action_change(self) -> None:
        """Rule otherwise."""
        Change(self.app, self.table, self.one).ask()

    def action_row(self) -> None:
        """Move a value besides."""
        Change(self.app, self.table, self.one).ask_value()


class Change:
    """The questions that lead to a ruling, one sheet after the other; going back at any of them rules nothing."""

    def __init__(self, app: App[object], table: Table, one: ToRule | None = None) -> None:
        """Change the proposal for one response; without one, only rows can be added."""
        self._app, self._table, self._one = cast("ExerciseApp", app), table, one
        self._word, self._words = table.word, table.catalogue

    def ask(self) -> None:
        """Ask what is to be changed; free text yields nothing that could be scaled."""
        word = self._word
        free = self._one is not None and self._one.decided.kind == "free"
        choices = [("replace", word("app-rule-replace")), ("row", word("app-rule-row"))]
        if not free:
            choices.insert(0, ("scale", word("app-rule-scale")))
        acts = {"scale": self._ask_percent, "replace": self._ask_measure, "row": self.ask_value}
        self._choose("app-rule-how", choices, lambda chosen: acts[chosen]())

    # --- more or less -----------------------------------------------------------------------

    def _ask_percent(self) -> None:
        def typed(text: str) -> None:
            percent = text.removesuffix("%").strip()
            if not percent.isdecimal():
                self._app.say(self._word("plain-not-a-number", answer=text), refused=True)
                return
            self._ask_reason(lambda why: ScaleResponse(self._id, int(percent), why))

        self._line("app-rule-scale", "plain-scale-percent", typed)

    # --- as another measure -----------------------------------------------------------------

    def _ask_measure(self) -> None:
        role = self._one.decided.role if self._one else ""
        choices, about = measures_to_rule(self._table, role), texts_of_measures(self._table)
        self._choose("app-rule-replace", choices, self._ask_target, about)

    def _ask_target(self, measure: str) -> None:
        role = self._one.decided.role if self._one else ""
        targets = targets_to_rule(self._table, role, measure)

        def aimed(target: str) -> None:
            self._ask_reason(lambda why: ReplaceResponse(self._id, measure, target, why))

        if len(targets) > 1:
            self._choose("plain-target", targets, aimed)
        else:
            aimed(targets[0][0] if targets else "")

    # --- a row of one's own -----------------------------------------------------------------

    def ask_value(self) -> None:
        """Ask which value moves; those the response moves anyway stand first."""
        first = [row.slot for row in self._one.rows] if self._one else []
        gauges = movable(self._table, self._table.facilitator())
        ordered = sorted(gauges, key=lambda g: first.index(g.slot) if g.slot in first else len(first))  # fmt: skip
        choices = [
            (g.slot, f"{self._table.label_with_region(g.slot)}  {points(g.exact or 0)}")
            for g in ordered
        ]
        self._choose("plain-row-what", choices, self._ask_amount)

    def _ask_amount(self, slot: str) -> None:
        def typed(text: str) -> None:
            amount = hundredths(text)
            if amount is None:
                self._app.say(self._word("plain-not-a-number", answer=text), refused=True)
                return
            self._ask_reason(lambda why: AddRow(slot, amount, why))

        self._line("app-rule-row", "plain-row-amount", typed)

    # --- asking -----------------------------------------------------------------------------

    @property
    def _id(self) -> str:
        return self._one.decided.id if self._one else ""

    def _ask_reason(self, command: Callable[[str], RulingCommand]) -> None:
        def reasoned(why: str) -> None:
            done = self._app.submit(FACILITATOR, command(why), self._word("plain-ruled"))
            if done and self._one is not None:
                look_at(self._table, self._one)
                self._app.refresh_views()

        self._line("app-reason", "plain-ruling-why", reasoned)

    def _choose(
        self,
        title: str,
        choices: Iterable[Choice],
        then: Callable[[str], None],
        about: Mapping[str, str] | None = None,
    ) -> None:
        sheet = ChooseSheet(self._words, self._word(title), tuple(choices), about=about)
        self._app.push_screen(sheet, lambda value: None if value is None else then(value))

    def _line(self, title: str, question: str, then: Callable[[str], None]) -> None:
        sheet = AskSheet(self._words, self._word(title), self._word(question))
        self._app.push_screen(sheet, lambda text: None if text is None else then(text))


def take_back(app: App[object], table: Table, number: int) -> None:
    """Ask whether to take a ruling back, and do it."""
    exercise_app = cast("ExerciseApp", app)
    view = table.facilitator()
    told = next((text for known, text in view.rulings if known == number), "")

    def answered(yes: bool | None) -> None:
        if yes:
            done = table.word("plain-unruled")
            exercise_app.submit(FACILITATOR, WithdrawRuling(number), done)

    question = table.word("app-take-back", ruling=ruling_line(table, view, told))
    app.push_screen(ConfirmSheet(table.catalogue, question), answered)


__all__ = ["Change", "RulingSheet", "look_at", "looked_at", "take_back"]
