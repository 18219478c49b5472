"""What the sheets over a running exercise share: the table, the seat they belong to, and moving between parts."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from exercise.conduct.command import Command
from exercise.conduct.view import SeatView
from exercise.table.table import Table
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.panes import Panes

_WIDTH, _WIDEST = 72, 100
"""Columns of a text before its size is known, and at most."""
_OVER = ("lobby", "hot_wash", "closed")


class TableSheet(Sheet[None]):
    """A sheet on what happens at the table; with a role it shows that seat's view and no other."""

    size_class = "-wide"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step(1)", "app-key-next-pane", id="sheet.next", show=False),
        Binding("shift+tab", "step(-1)", "app-key-previous-pane", id="sheet.previous", show=False),
    ]

    def __init__(self, table: Table, title: str, role: str = "") -> None:
        """Open a sheet.

        Args:
            table: The table.
            title: In words.
            role: The seat whose sheet it is.
        """
        super().__init__(table.catalogue, title)
        self.table, self.role = table, role

    @property
    def view(self) -> SeatView:
        """What the seat may know now."""
        return self.table.seat(self.role)

    @property
    def running(self) -> bool:
        """Whether seats can do anything at all."""
        return self.table.phase() not in _OVER

    def do(self, command: Command, done: str = "") -> bool:
        """Submit a command of the seat, say what came of it, and show everything anew."""
        return self.exercise_app.submit(self.role, command, done)

    def on_resize(self, event: events.Resize) -> None:
        """Fit texts to the new size, once it is known."""
        self.call_after_refresh(self.update_view)

    def columns_of(self, name: str) -> int:
        """Return the columns of a part that a text may fill; its scroll bar keeps its place."""
        return min(self.query_one(name).size.width or _WIDTH, _WIDEST) - 2

    def action_step(self, by: int) -> None:
        """Move the focus to the next or previous part."""
        for panes in self.query(Panes):
            panes.step(by)
            return
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()


__all__ = ["TableSheet"]
