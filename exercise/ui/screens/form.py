"""Sheets with several fields; what was filled in survives going back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from exercise.conduct.command import Command
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import ChooseManySheet, ChooseSheet
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.picker import ManyPicker, Picker

Values = dict[str, str]
"""What stands in the fields of a form, by the fields' names."""
Drafts = dict[str, Values]
"""Forms left unfinished in this turn, by what they were about."""


class Fields(VerticalScroll, can_focus=False):
    """The fields, which scroll where the window is low; up and down go from one to the next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "screen.next", show=False),
        Binding("up", "screen.previous", show=False),
    ]


def line_field(name: str, label: str, given: str = "") -> Iterable[Widget]:
    """Yield one line to write on, under what is asked."""
    yield Static(label, classes="label", markup=False)
    yield Input(given, id=name, compact=True, select_on_focus=False)


class FormSheet(Sheet[bool]):
    """Fields, taken with F10 or with Enter in the last one; gives True where the command was done."""

    size_class = "-form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "take", "app-key-decide", id="form.take", priority=True),
        Binding("tab", "next", "app-key-next-field", id="form.next"),
    ]

    def __init__(self, table: Table, role: str, title: str, drafts: Drafts, draft: str) -> None:
        """Open a form.

        Args:
            table: The table.
            role: Who fills it in.
            title: Of the sheet.
            drafts: Where unfinished forms are kept.
            draft: What this one is about.
        """
        super().__init__(table.catalogue, title)
        self.table, self.role = table, role
        self._drafts, self._draft = drafts, draft
        self.given = drafts.get(draft, {})

    # --- values -----------------------------------------------------------------------------

    def values(self) -> Values:
        """Return what stands in the fields."""
        found = {one.id or "": one.value for one in self.query(Picker)}
        found |= {one.id or "": one.value.strip() for one in self.query(Input)}
        return found | {one.id or "": one.text.strip() for one in self.query(TextArea)}

    def missing(self, *names: str) -> bool:
        """Return whether one of the fields is empty; it gets the focus, and the sheet says what is missing."""
        values = self.values()
        for name in names:
            if name in values and not values[name]:
                self.answer(self.words.say(f"app-form-missing-{name}"))
                self.query_one(f"#{name}").focus()
                return True
        return False

    def submit(self, command: Command) -> bool:
        """Submit the form's command; the form closes where it was done, and says why not otherwise."""
        done = self.exercise_app.submit(self.role, command, quiet=True)
        if done:
            self._drafts.pop(self._draft, None)
            self.dismiss(True)
        return done

    # --- keys -------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on to the next field; in the last one, decide."""
        event.stop()
        if event.input is list(self.query(Input))[-1]:
            self.action_take()
        else:
            self.focus_next()

    def choices_wanted(self, picker: Picker) -> None:
        """List the choices of a field."""

        def chosen(found: str | tuple[str, ...] | None) -> None:
            if found is not None:
                picker.choose(found if isinstance(found, str) else ",".join(found))
                self.answer("")
                self.focus_next()

        if isinstance(picker, ManyPicker):
            self.app.push_screen(
                ChooseManySheet(self.words, picker.label, picker.choices, given=picker.chosen),
                chosen,
            )
        else:
            self.app.push_screen(
                ChooseSheet(self.words, picker.label, picker.choices, given=picker.value), chosen
            )

    def action_next(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous(self) -> None:
        """Go to the previous field."""
        self.focus_previous()

    def action_leave(self) -> None:
        """Go back, and keep what was filled in until the turn ends."""
        self._drafts[self._draft] = self.values()
        self.dismiss(None)

    def action_take(self) -> None:
        """Do what the form is for."""
        raise NotImplementedError


__all__ = ["Drafts", "Fields", "FormSheet", "Values", "line_field"]
