"""The briefing of one seat: who am I? The role card, and the paper everybody reads."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from exercise.table.table import Table
from exercise.ui.cards import card_text
from exercise.ui.keys import ctrl
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.conference import offered, papers_sheet
from exercise.ui.screens.pins import set_pin
from exercise.ui.screens.read_ahead import ReadAheadSheet
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.reading import Reading


class BriefingScreen(TableScreen):
    """Who am I?"""

    purpose = "app-purpose-briefing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "done", "app-key-briefed", id="briefing.done"),
        Binding(ctrl("y"), "read_ahead", "app-key-read-ahead", id="briefing.read-ahead"),
        Binding(f"f4,{ctrl('a')}", "papers", "app-key-papers", id="briefing.papers"),
        Binding("f7", "pin", "app-key-own-pin", id="briefing.pin"),
    ]

    def __init__(self, table: Table, role: str) -> None:
        """Brief a role."""
        super().__init__(table)
        self.role = role

    @property
    def who(self) -> str:
        """The role that is briefed."""
        return self.table.name(self.role)

    def body(self) -> Iterable[Widget]:
        """Show the card."""
        title = self.table.word("app-your-card")
        yield Panes(Pane(title, Reading(id="card"), id="card-pane"))

    def update_view(self) -> None:
        """Fill the card from the seat's own view."""
        super().update_view()
        self.query_one("#card", Reading).show(
            card_text(self.table, self.table.seat(self.role)), top=False
        )

    def action_read_ahead(self) -> None:
        """Read what everybody reads before StartEx."""
        self.app.push_screen(ReadAheadSheet(self.table))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the papers where the scenario asks for some."""
        return offered(self.table, "papers") if action == "papers" else True

    def action_papers(self) -> None:
        """Read the position papers, and write one's own before the first turn."""
        self.app.push_screen(papers_sheet(self.table, self.role))

    def action_pin(self) -> None:
        """Set a PIN of one's own."""
        set_pin(self, self.role)

    def action_done(self) -> None:
        """Pass the keyboard on."""
        if self.exercise_app.course is not None:
            self.exercise_app.course.finish(self.role)


__all__ = ["BriefingScreen"]
