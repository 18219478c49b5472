"""A heading, one text, a footer, and two keys that change the text: the bare case of every key."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Header, Static


class Minimal(App[None]):
    """Counts up and down."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "count(1)", "More"),
        Binding("up", "count(-1)", "Less"),
    ]

    number = 0

    def compose(self) -> ComposeResult:
        """Lay out heading, text and footer."""
        yield Header()
        yield Static("Number 0", id="number")
        yield Footer()

    def action_count(self, by: int) -> None:
        """Show the number that lies `by` further."""
        self.number += by
        self.query_one("#number", Static).update(f"Number {self.number}")


if __name__ == "__main__":
    Minimal().run()
