"""Terms of the field, found while one types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from exercise.table.matching import begins
from exercise.table.table import Table
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.narrow import Narrow
from exercise.ui.widgets.reading import Reading


class GlossarySheet(TableSheet):
    """What does a word mean here?"""

    size_class = "-large"
    purpose = "app-purpose-glossary"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll(-1)", show=False, system=True),
        Binding("down", "scroll(1)", show=False, system=True),
        Binding("pageup", "page(-1)", show=False, system=True),
        Binding("pagedown", "page(1)", show=False, system=True),
    ]

    def __init__(self, table: Table, role: str = "") -> None:
        """Show the terms; they are the same for every seat."""
        super().__init__(table, table.word("app-glossary"), role)
        seat = role or table.room().roles[0][0]
        self._terms = tuple(
            (slug.replace("_", " "), text) for slug, text in table.seat(seat).glossary
        )

    def body(self) -> Iterable[Widget]:
        """Narrow the terms by what is typed above them."""
        yield Narrow(self.table.word("app-narrow"))
        yield Reading(id="terms")

    def on_mount(self) -> None:
        """Begin with all terms."""
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow."""
        self._show(event.value)

    def _show(self, typed: str) -> None:
        found = [term for term in self._terms if begins(term[0], typed)]
        found = found or [term for term in self._terms if begins(" ".join(term), typed)]
        told = [Content.assemble((word, "bold $accent"), "\n", text) for word, text in found]
        nothing = Content.styled(self.table.word("app-nothing-fits"), "$quiet")
        self.query_one(Reading).show(Content("\n\n").join(told) if told else nothing)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line while typing."""
        self.query_one(Reading).scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page while typing."""
        reading = self.query_one(Reading)
        reading.scroll_relative(y=by * max(1, reading.size.height - 1), animate=False)


__all__ = ["GlossarySheet"]
