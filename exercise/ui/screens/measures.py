"""All measures of a seat, narrowed by words and by kind; Enter gives the marked one back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from exercise.conduct.view import MeasureView, SeatView
from exercise.table.matching import begins
from exercise.table.measures import families, offered_first, usable, why_not
from exercise.table.table import Table
from exercise.ui.desk_rows import cost_and_helps
from exercise.ui.desk_texts import measure_text
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.screens.sheet import Sheet
from exercise.ui.signs import NOT_NOW
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.narrow import Narrow
from exercise.ui.widgets.picker import Picker
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Row, Rows, RowsHead


class Narrowing(Vertical):
    """What narrows the list; down leads to it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.to_list", show=False)]


class MeasuresSheet(Sheet[str]):
    """Everything the seat could do; gives the name of a measure back."""

    purpose = "app-purpose-measures"
    size_class = "-large"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "usable", "app-key-usable", id="measures.usable"),
        Binding("f7", "kind", "app-key-kind", id="measures.kind"),
    ]

    def __init__(self, table: Table, view: SeatView) -> None:
        """Read the measures from a seat's view."""
        super().__init__(table.catalogue, table.word("app-all-measures"))
        self.table, self._view = table, view
        found = sorted(offered_first(view, statements=False), key=lambda one: not usable(one))
        self._measures = {one.slug: one for one in found}
        self._known = families(view)
        self._only_usable = False

    def body(self) -> Iterable[Widget]:
        """Show what narrows the list, the list, and the marked measure's card."""
        word = self.words.say
        kinds = list(dict.fromkeys(one.klass for one in self._measures.values()))
        choices = [("", word("app-all-kinds")), *((kind, word(f"class-{kind}")) for kind in kinds)]
        with Narrowing():
            yield Narrow(word("app-narrow"), offers="app-key-open", compact=True)
            yield Picker(word("app-kind"), choices, id="kind")
        yield RowsHead(word("app-legend-measures"), word("app-cost-and-helps"), id="measures-head")
        yield Rows(id="measures", enter="app-key-open", empty=word("app-nothing-fits"))
        card = Reading(id="measure-card")
        card.border_title = Content(f" {word('app-legend-answers')} ")
        yield card

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Rows).focus()

    def update_view(self) -> None:
        """List the measures that fit."""
        typed, kind = self.query_one("#narrow", Input).value, self.query_one(Picker).value
        found = [one for one in self._measures.values() if self._fits(one, typed, kind)]
        self.query_one(Rows).show_rows([self._row(one) for one in found])
        self._show_card(self.query_one(Rows).current)

    def _fits(self, measure: MeasureView, typed: str, kind: str) -> bool:
        told = f"{measure.name} {self.words.say(f'class-{measure.klass}')} {measure.text}"
        return (
            begins(told, typed)
            and kind in ("", measure.klass)
            and (usable(measure) or not self._only_usable)
        )

    def _row(self, measure: MeasureView) -> Row:
        word = self.words.say
        usable_now = usable(measure)
        below = [] if usable_now else [word("plain-measure-not", why=why_not(self.table, measure))]
        mark = Content.styled("● ", "$accent") if measure.offered_by else Content("  ")
        if not usable_now:
            mark = Content.styled(f"{NOT_NOW} ", "$bad")
        return Row(
            measure.slug, Content.styled(measure.name, "" if usable_now else "$quiet"), mark,
            cost_and_helps(self.table, measure, self._known), tuple(below),
        )  # fmt: skip

    def on_key(self, event: events.Key) -> None:
        """Narrow with what is typed in the list."""
        narrow = self.query_one("#narrow", Input)
        typed = event.character or ""
        if self.query_one(Rows).has_focus and typed.isalpha():
            narrow.focus()
            narrow.insert_text_at_cursor(typed)
            event.stop()

    def on_lines_moved(self, event: Lines.Moved) -> None:
        """Show the marked measure's card."""
        self._show_card(event.name)

    def _show_card(self, name: str) -> None:
        measure = self._measures.get(name)
        card = self.query_one("#measure-card", Reading)
        if measure is None:
            card.show("")
        else:
            card.show(measure_text(self.table, self._view, self._known, measure))

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Give the measure back."""
        self.dismiss(event.name)

    def on_input_changed(self) -> None:
        """Narrow the list."""
        self.update_view()

    def on_input_submitted(self) -> None:
        """Open what is highlighted."""
        if self.query_one(Rows).current:
            self.query_one(Rows).action_select()

    def choices_wanted(self, picker: Picker) -> None:
        """List the kinds."""
        self.action_kind()

    def on_picker_changed(self) -> None:
        """Narrow the list."""
        self.update_view()

    def action_to_list(self) -> None:
        """Go from the words to the list."""
        self.query_one(Rows).focus()

    def action_usable(self) -> None:
        """Leave out what is not available, or show it again."""
        self._only_usable = not self._only_usable
        self.update_view()
        self.answer(
            self.words.say("app-only-usable" if self._only_usable else "app-also-unusable"),
            refused=False,
        )

    def action_kind(self) -> None:
        """Choose a kind of measures."""
        picker = self.query_one(Picker)

        def chosen(kind: str | None) -> None:
            if kind is not None:
                picker.choose(kind)

        self.app.push_screen(
            ChooseSheet(self.words, picker.label, picker.choices, given=picker.value), chosen
        )


__all__ = ["MeasuresSheet"]
