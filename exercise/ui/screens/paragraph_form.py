"""Writing a paragraph of the summary: its text, the entries it rests on, and whether it tells of a disagreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from exercise.conduct.command import DraftSummary
from exercise.conduct.conference import Paragraph
from exercise.table.conference import cited, entries, numbers_in, paragraphs
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.choose import ChooseManySheet
from exercise.ui.screens.form import Fields, FormSheet, line_field
from exercise.ui.widgets.picker import Picker

NEW = -1
"""The place of a paragraph that is not there yet."""


class ParagraphForm(FormSheet):
    """One paragraph; the whole summary is written with it."""

    purpose = "app-purpose-paragraph"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            f"f10,{ctrl('g')}", "take", "app-key-write-down", id="paragraph.take", priority=True
        ),
        Binding("f4", "choose", "app-key-choose-entries", id="paragraph.choose", priority=True),
    ]

    def __init__(self, table: Table, actor: str, at: int = NEW, cites: int = 0) -> None:
        """Write a new paragraph, or change one.

        Args:
            table: The table.
            actor: Who writes.
            at: Its place in the summary, from 0.
            cites: An entry that a new one cites from the first.
        """
        key = "app-paragraph-new" if at == NEW else "app-paragraph-of"
        super().__init__(table, actor, table.word(key, number=str(at + 1)), {}, "")
        self._at = at
        old = (
            Paragraph("", (cites,) if cites else ()) if at == NEW else paragraphs(table.room())[at]
        )
        self._old = old
        # By what it says: places change when another paragraph is taken out.
        self._draft_key = (actor, f"paragraph {old.text}")

    def body(self) -> Iterable[Widget]:
        """Ask for the text, the entries, and what kind it is."""
        word, old = self.words.say, self._old
        numbers = ", ".join(str(number) for number in old.citations)
        kinds = [("agreed", word("app-paragraph-said")), ("not", word("app-paragraph-dissent"))]
        with Fields():
            yield Static(word("app-paragraph-text"), classes="label", markup=False)
            yield TextArea(
                self.table.drafts.get(self._draft_key, old.text),
                id="text",
                show_line_numbers=False,
                soft_wrap=True,
                tab_behavior="focus",
            )
            yield from line_field("cites", word("app-paragraph-cites"), numbers)
            yield Picker(
                word("app-paragraph-kind"),
                kinds,
                id="kind",
                given="not" if old.disagreement else "agreed",
            )
        yield Static(id="cited", classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin with the text."""
        self.query_one("#text").focus()
        self._resolve()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is there so far."""
        self.table.drafts[self._draft_key] = event.text_area.text

    def on_input_changed(self) -> None:
        """Say what the numbers stand for."""
        self._resolve()

    def _numbers(self) -> tuple[int, ...]:
        return numbers_in(self.query_one("#cites", Input).value)

    def _resolve(self) -> None:
        room = self.table.room()
        told = [
            cited(self.table, room, one)
            or self.words.say("app-paragraph-no-entry", number=str(one))
            for one in self._numbers()
        ]
        self.query_one("#cited", Static).update("\n".join(told))

    def action_choose(self) -> None:
        """Mark the entries in a list of the record."""
        room, field = self.table.room(), self.query_one("#cites", Input)
        choices = [(str(act.number), cited(self.table, room, act.number)) for act in entries(room)]

        def chosen(found: tuple[str, ...] | None) -> None:
            if found is not None:
                field.value = ", ".join(found)

        if choices:
            given = [str(number) for number in self._numbers()]
            title = self.words.say("app-record")
            self.app.push_screen(ChooseManySheet(self.words, title, choices, given=given), chosen)

    def action_leave(self) -> None:
        """Go back; the text is kept."""
        self.dismiss(None)

    def action_take(self) -> None:
        """Write the summary with this paragraph in it."""
        values = self.values()
        new = Paragraph(values["text"], self._numbers(), values["kind"] == "not")
        written = list(paragraphs(self.table.room()))
        if self._at == NEW:
            written.append(new)
        else:
            written[self._at] = new
        if self.submit(DraftSummary(tuple(written))):
            self.table.drafts.pop(self._draft_key, None)


__all__ = ["NEW", "ParagraphForm"]
