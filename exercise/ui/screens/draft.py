"""Writing a text that survives Escape: what was begun stands there again."""

from __future__ import annotations

from textual.widgets import TextArea

from exercise.table.table import Table
from exercise.ui.screens.ask import WriteSheet


class DraftSheet(WriteSheet):
    """A text of one seat for one purpose; kept at the table until it is forgotten."""

    def __init__(
        self, table: Table, role: str, purpose: str, title: str, question: str = ""
    ) -> None:
        """Go on with what the seat has begun to write for this purpose.

        Args:
            table: Holds drafts, in memory.
            role: Who writes.
            purpose: A name for what is written, such as ``question``.
            title: Of the sheet.
            question: Above the text.
        """
        super().__init__(
            table.catalogue, title, question, given=table.drafts.get((role, purpose), "")
        )
        self._table, self._key = table, (role, purpose)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is there so far."""
        self._table.drafts[self._key] = event.text_area.text


def forget_draft(table: Table, role: str, *purposes: str) -> None:
    """Forget what a seat has begun to write: it was sent."""
    for purpose in purposes:
        table.drafts.pop((role, purpose), None)


__all__ = ["DraftSheet", "forget_draft"]
