"""Writing a position paper: one text per part; what was begun survives Escape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from exercise.conduct.command import HandInPaper
from exercise.conduct.view_conference import PaperAsked
from exercise.table.conference import question_number, question_told
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.draft import forget_draft
from exercise.ui.screens.form import Fields, FormSheet

_FIELD = "field-"


class PaperForm(FormSheet):
    """One paper."""

    purpose = "app-purpose-paper-form"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "take", "app-key-hand-in", id="paper.hand-in", priority=True),
    ]

    def __init__(self, table: Table, role: str, asked: PaperAsked) -> None:
        """Go on with what the seat has begun, or with the paper it has handed in."""
        number = question_number(table, asked.question)
        super().__init__(table, role, table.word("app-paper-on", number=number), {}, "")
        self._asked = asked
        paper = asked.of(role)
        said = dict(paper.texts) if paper is not None else {}
        self.given = {
            name: table.drafts.get((role, self._purpose(name)), said.get(name, ""))
            for name, _ in asked.fields
        }

    def _purpose(self, name: str) -> str:
        return f"paper {self._asked.question} {name}"

    def body(self) -> Iterable[Widget]:
        """Show the question, and a text under each heading."""
        yield Static(question_told(self.table, self._asked), classes="head", markup=False)
        with Fields():
            for name, heading in self._asked.fields:
                text = TextArea(
                    self.given[name],
                    id=f"{_FIELD}{name}",
                    show_line_numbers=False,
                    soft_wrap=True,
                    tab_behavior="focus",
                )
                # In the frame, so that a heading scrolls with its text.
                text.border_title = Content(heading)
                yield text

    def on_mount(self) -> None:
        """Begin with the first part that says nothing."""
        empty = (name for name, _ in self._asked.fields if not self.given[name])
        first = next(empty, self._asked.fields[0][0])
        self.query_one(f"#{_FIELD}{first}").focus()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is there so far."""
        name = (event.text_area.id or "").removeprefix(_FIELD)
        self.table.drafts[self.role, self._purpose(name)] = event.text_area.text

    def action_leave(self) -> None:
        """Go back; what was written is kept."""
        self.dismiss(None)

    def action_take(self) -> None:
        """Hand it in, complete or not."""
        values = self.values()
        texts = tuple((name, values[f"{_FIELD}{name}"]) for name, _ in self._asked.fields)
        if self.submit(HandInPaper(self._asked.question, texts)):
            purposes = (self._purpose(name) for name, _ in self._asked.fields)
            forget_draft(self.table, self.role, *purposes)


__all__ = ["PaperForm"]
