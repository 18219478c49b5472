"""One inject as the facilitator reads it, and a new one written on the spot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from exercise.conduct.command import FACILITATOR, AddInject
from exercise.table.injects import inject_lines, inject_text, note_lines, possible
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import ChooseManySheet
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.reading import Reading

Act = Literal["release", "hold", "skip", "arm"]
"""What can be done with an inject that is read."""


class InjectSheet(Sheet[Act]):
    """An inject with everything the facilitator knows of it; gives what is to be done with it."""

    size_class = "-large"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "app-key-close", id="inject.close", show=False),
        Binding(f"f4,f10,{ctrl('g')}", "choose('release')", "app-key-release", id="inject.release"),
        Binding("f2", "choose('hold')", "app-key-hold", id="inject.hold"),
        Binding("f3", "choose('skip')", "app-key-skip", id="inject.skip"),
        Binding("f6", "choose('arm')", "app-key-arm", id="inject.arm"),
    ]

    def __init__(self, table: Table, inject: str) -> None:
        """Read an inject."""
        self.table = table
        self._view = table.facilitator()
        self._line = next(one for one in self._view.injects if one.inject == inject)
        ref = f"{self._line.ref}  " if self._line.ref else ""
        super().__init__(table.catalogue, f"{ref}{self._line.title}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with it now."""
        if action != "choose":
            return super().check_action(action, parameters)
        return parameters[0] in possible(self._view, self._line)

    def body(self) -> Iterable[Widget]:
        """Show the text and what goes with it."""
        table, line = self.table, self._line
        kind = table.word(f"inject-kind-{line.kind}")
        status = table.word(f"inject-status-{line.status}")
        parts = [
            Content.styled(f"{kind} · {status}", "$quiet"),
            *(Content.styled(told, "$warn") for told in note_lines(table, line.content_note)),
            Content(inject_text(table, line.inject)),
            *(Content(told) for told in inject_lines(table, line)),
        ]
        yield Reading(Content("\n\n").join(parts), id="text")

    def action_choose(self, act: Act) -> None:
        """Close, and have it done."""
        self.dismiss(act)


class NewInjectSheet(Sheet[str]):
    """A title, a text, and to whom; gives the title once it was released."""

    size_class = "-middle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "release", "app-key-release", id="new.release", priority=True),
        Binding("tab", "app.focus_next", "app-key-next-field", id="new.next"),
        Binding("f6", "to", "app-key-to-whom", id="new.to", priority=True),
    ]

    def __init__(self, table: Table) -> None:
        """Begin with everybody as recipients."""
        super().__init__(table.catalogue, table.word("app-new-inject"))
        self.table = table
        self._to: tuple[str, ...] = ()

    def body(self) -> Iterable[Widget]:
        """Ask for title and text; what it reaches stands below."""
        title = Input(id="line")
        title.border_title = self.words.say("app-new-title")
        yield title
        text = TextArea(id="text", show_line_numbers=False, soft_wrap=True, tab_behavior="focus")
        text.border_title = self.words.say("app-new-text")
        yield text
        yield Static(id="about", markup=False)

    def update_view(self) -> None:
        """Show who receives it."""
        everybody = self.words.say("plain-everybody")
        names = ", ".join(self.table.name(role) for role in self._to) or everybody
        self.query_one("#about", Static).update(self.words.say("plain-inject-to", names=names))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on from the title to the text."""
        event.stop()
        self.query_one(TextArea).focus()

    def action_to(self) -> None:
        """Choose who receives it."""
        roles = [seat.role for seat in self.table.room().seats]
        choices = [(role, self.table.name(role)) for role in roles]

        def chosen(marked: tuple[str, ...] | None) -> None:
            if marked is not None:
                self._to = () if len(marked) == len(roles) else marked
                self.update_view()

        title = self.words.say("app-new-to")
        sheet = ChooseManySheet(self.words, title, choices, given=self._to or roles)
        self.app.push_screen(sheet, chosen)

    def action_release(self) -> None:
        """Give it to its recipients."""
        title, text = self.query_one(Input).value.strip(), self.query_one(TextArea).text.strip()
        missing = next((one for one in (Input, TextArea) if not (title if one is Input else text)), None)  # fmt: skip
        if missing is not None:
            self.query_one(missing).focus()
            self.answer(self.words.say("refusal-text_empty"))
        elif self.exercise_app.submit(FACILITATOR, AddInject(title, text, self._to)):
            self.dismiss(title)


__all__ = ["Act", "InjectSheet", "NewInjectSheet"]
