"""The public record, turn by turn: what everybody knows has happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.table.table import Table
from exercise.ui.room_text import record_text
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.reading import Reading


class RecordSheet(TableSheet):
    """What has happened, as everybody may know it?"""

    size_class = "-large"
    purpose = "app-purpose-record"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "other_turn(-1)", "app-key-earlier", id="record.earlier", priority=True),
        Binding("right", "other_turn(1)", "app-key-later", id="record.later", priority=True),
    ]

    def __init__(self, table: Table) -> None:
        """Show all turns first, the newest on top."""
        super().__init__(table, table.word("app-record"))
        self._turn = 0

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
        self.query_one("#which-turn", Static).update(Content.styled(f"◂ {which} ▸", "bold $accent"))
        width = self.columns_of("#record")
        self.query_one(Reading).show(record_text(self.table, room, width, self._turn))

    def action_other_turn(self, by: int) -> None:
        """Show another turn; before the first one stands the whole record."""
        self._turn = (self._turn + by) % (self.table.room().turn + 1)
        self.update_view()


__all__ = ["RecordSheet"]
