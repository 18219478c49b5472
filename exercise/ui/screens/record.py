"""The public record, turn by turn: what everybody knows has happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.table.conference import phrases_told, phrases_with_counts, searched
from exercise.table.table import Table
from exercise.ui.room_text import record_text
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.reading import Reading

_ALL = "."
"""Stands for all key phrases; none is called so."""


class RecordSheet(TableSheet):
    """What has happened, as everybody may know it?"""

    size_class = "-large"
    purpose = "app-purpose-record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other_turn(-1)", "app-key-earlier", id="record.earlier", priority=True),
        Binding("right", "other_turn(1)", "app-key-later", id="record.later", priority=True),
        Binding("f2", "phrases", "app-key-phrases", id="record.phrases"),
        Binding("f3", "find", "app-key-find", id="record.find"),
    ]

    def __init__(self, table: Table) -> None:
        """Show all turns first, the newest on top."""
        super().__init__(table, table.word("app-record"))
        self._turn = 0
        self._phrase = self._typed = ""

    def body(self) -> Iterable[Widget]:
        """Say which turns are shown, above them."""
        yield Static(id="which-turn", markup=False)
        yield Reading(id="record")

    def update_view(self) -> None:
        """Show the record as it stands."""
        room, word = self.table.room(), self.table.word
        which = (
            word("app-in-turn", turn=str(self._turn))
            if self._turn
            else word("app-record-all-turns")
        )
        told = [f"◂ {which} ▸"]
        if self._phrase:
            told.append(phrases_told(self.table, room, (self._phrase,)))
        if self._typed:
            told.append(word("app-record-found", words=self._typed))
        line = Content.styled("  ".join(told), "bold $accent")
        self.query_one("#which-turn", Static).update(line)
        found = searched(self.table, room, phrase=self._phrase, typed=self._typed)
        width = self.columns_of("#record")
        self.query_one(Reading).show(record_text(self.table, room, found, width, self._turn))

    def action_other_turn(self, by: int) -> None:
        """Show another turn; before the first one stands the whole record."""
        self._turn = (self._turn + by) % (self.table.room().turn + 1)
        self.update_view()

    def action_phrases(self) -> None:
        """Show only what carries a key phrase."""
        word = self.table.word
        choices = [(_ALL, word("app-record-every-phrase"))]
        choices += phrases_with_counts(self.table, self.table.room())

        def chosen(phrase: str | None) -> None:
            if phrase is not None:
                self._phrase = "" if phrase == _ALL else phrase
                self.update_view()

        sheet = ChooseSheet(
            self.words, word("app-record-phrases"), choices, given=self._phrase or _ALL
        )
        self.app.push_screen(sheet, chosen)

    def action_find(self) -> None:
        """Show only what holds some words."""
        word = self.table.word

        def typed(text: str | None) -> None:
            if text is not None:
                self._typed = text
                self.update_view()

        ask = AskSheet(
            self.words,
            word("app-record-find-title"),
            word("app-record-find"),
            given=self._typed,
            optional=True,
        )
        self.app.push_screen(ask, typed)


__all__ = ["RecordSheet"]
