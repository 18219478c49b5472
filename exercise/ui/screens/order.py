"""The order in which seats come to the keyboard."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.lines import Line, Lines


class OrderSheet(Sheet[tuple[str, ...]]):
    """The seats held by persons; the marked one goes up or down. Gives the order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "take", "app-key-take", id="order.take"),
        Binding("f2,left", "move(-1)", "app-key-move-up", id="order.earlier"),
        Binding("f3,right", "move(1)", "app-key-move-down", id="order.later"),
    ]

    def __init__(self, table: Table) -> None:
        """Begin with the order there is."""
        super().__init__(table.catalogue, table.word("app-order"))
        self.table = table
        self._order = list(table.persons())

    def body(self) -> Iterable[Widget]:
        """List the seats."""
        yield Static(self.words.say("app-order-how"), id="question", markup=False)
        yield Lines(id="seats")

    def update_view(self) -> None:
        """Show the order."""
        rows = enumerate(self._order, 1)
        self.query_one(Lines).show(
            [Line(role, Content(f"{number}. {self.table.name(role)}")) for number, role in rows]
        )

    def action_move(self, by: int) -> None:
        """Move the marked seat earlier or later."""
        role = self.query_one(Lines).current
        if not role:
            return
        place = self._order.index(role)
        self._order.remove(role)
        self._order.insert(max(0, place + by), role)
        self.update_view()

    def action_take(self) -> None:
        """Give the order back."""
        self.dismiss(tuple(self._order))


__all__ = ["OrderSheet"]
