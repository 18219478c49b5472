"""Sheets that ask to choose: one of a list, several of a list, or yes and no."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from exercise.catalogue import Catalogue
from exercise.table.matching import begins
from exercise.ui.keys import ctrl
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.lines import Line, Lines
from exercise.ui.widgets.narrow import Narrow

Choice = tuple[str, str]
"""A value, and what it is called."""
MANY = 12
"""From so many choices on one can type to narrow the list."""


class ChooseSheet(Sheet[str]):
    """One of a list, with Enter; words typed narrow a long list."""

    def __init__(
        self,
        words: Catalogue,
        title: str,
        choices: Sequence[Choice],
        *,
        given: str = "",
        question: str = "",
        about: Mapping[str, str] | None = None,
    ) -> None:
        """Take the choices; ``given`` is highlighted first, and what they are about is found by its words as well."""
        super().__init__(words, title)
        self._choices, self._given, self._question = tuple(choices), given, question
        self._about = about or {}

    def body(self) -> Iterable[Widget]:
        """List the choices."""
        if self._question:
            yield Static(self._question, id="question", markup=False)
        if len(self._choices) >= MANY:
            yield Narrow(self.words.say("app-narrow"), offers="app-key-choose")
        yield Lines(id="choices", enter="app-key-choose", empty=self.words.say("app-nothing-fits"))

    def on_mount(self) -> None:
        """Begin with all choices; the list has the focus."""
        self._list("")
        lines = self.query_one(Lines)
        lines.go_to(self._given)
        lines.focus()

    def _list(self, typed: str) -> None:
        self.query_one(Lines).show(
            [
                Line(value, Content(label))
                for value, label in self._choices
                if begins(f"{label} {self._about.get(value, '')}", typed)
            ]
        )

    def on_key(self, event: events.Key) -> None:
        """Narrow with what is typed in the list; while narrowing, up and down move in the list."""
        for narrow in self.query(Input):
            lines = self.query_one(Lines)
            typed = " " if event.key == "space" else event.character or ""
            if narrow.has_focus and event.key in ("up", "down"):
                lines.action_cursor_up() if event.key == "up" else lines.action_cursor_down()
                event.stop()
            elif typed.isalpha() or (typed == " " and narrow.value):
                # What the line itself has taken does not come here.
                narrow.insert_text_at_cursor(typed)
                narrow.focus()
                event.stop()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        self._list(event.value)

    def on_input_submitted(self) -> None:
        """Take what is highlighted."""
        current = self.query_one(Lines).current
        if current:
            self.dismiss(current)

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Give the choice back."""
        self.dismiss(event.name)


class ChooseManySheet(Sheet[tuple[str, ...]]):
    """Several of a list: Enter or Space marks, F10 takes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "app-key-mark", id="many.mark"),
        Binding("f2", "all", "app-key-all-or-none", id="many.all"),
        Binding(f"f10,{ctrl('g')}", "take", "app-key-take", id="many.take"),
    ]

    def __init__(
        self,
        words: Catalogue,
        title: str,
        choices: Sequence[Choice],
        *,
        given: Sequence[str] = (),
        question: str = "",
    ) -> None:
        """Take the choices; ``given`` are marked already."""
        super().__init__(words, title)
        self._choices, self._marked, self._question = tuple(choices), list(given), question

    def body(self) -> Iterable[Widget]:
        """List the choices with their marks."""
        if self._question:
            yield Static(self._question, id="question", markup=False)
        yield Lines(id="choices")

    def update_view(self) -> None:
        """Show the marks."""
        self.query_one(Lines).show(
            [
                Line(value, Content(f"{'[x]' if value in self._marked else '[ ]'} {label}"))
                for value, label in self._choices
            ]
        )

    def action_mark(self) -> None:
        """Mark what is highlighted, or take its mark away."""
        self._toggle(self.query_one(Lines).current)

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Mark with Enter too."""
        self._toggle(event.name)

    def action_all(self) -> None:
        """Mark all, or none where all are marked."""
        values = [value for value, _ in self._choices]
        self._marked = [] if len(self._marked) == len(values) else values
        self.update_view()

    def _toggle(self, value: str) -> None:
        if value in self._marked:
            self._marked.remove(value)
        elif value:
            self._marked.append(value)
        self.update_view()

    def action_take(self) -> None:
        """Give back what is marked, in the order of the list; at least one."""
        marked = tuple(value for value, _ in self._choices if value in self._marked)
        if marked:
            self.dismiss(marked)
        else:
            self.answer(self.words.say("app-mark-one"))


class ConfirmSheet(Sheet[bool]):
    """Yes or no; No is highlighted first, so that a stray Enter does nothing."""

    size_class = "-small"

    def __init__(self, words: Catalogue, question: str, *, yes: str = "", no: str = "") -> None:
        """Ask a question; ``yes`` and ``no`` say in words what each answer does."""
        super().__init__(words, words.say("app-sure"))
        self._question = question
        self._yes, self._no = yes or words.say("plain-yes"), no or words.say("plain-no")

    def body(self) -> Iterable[Widget]:
        """Ask."""
        yield Static(self._question, id="question", markup=False)
        lines = Lines(id="choices", enter="app-key-choose")
        lines.show([Line("no", Content(self._no)), Line("yes", Content(self._yes))])
        yield lines

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Give the answer back."""
        self.dismiss(event.name == "yes")


__all__ = ["Choice", "ChooseManySheet", "ChooseSheet", "ConfirmSheet"]
