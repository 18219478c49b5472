"""One analytic view in full: its finding and its tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from exercise.report.view_page import View
from exercise.table.table import Table
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.view_text import view_text
from exercise.ui.widgets.reading import Reading


class ViewSheet(TableSheet):
    """A view to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "app-key-close", id="view.close", show=False),
    ]

    def __init__(self, table: Table, view: View) -> None:
        """Take a view."""
        super().__init__(table, view.title)
        self._view = view

    def body(self) -> Iterable[Widget]:
        """Show the text."""
        yield Reading("", id="text")

    def update_view(self) -> None:
        """Fit the tables to the room there is."""
        text = view_text(self._view, self.columns_of("#text"))
        self.query_one("#text", Reading).show(text, top=False)


__all__ = ["ViewSheet"]
