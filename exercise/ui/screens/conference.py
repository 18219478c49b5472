"""Who opens the sheets of a conference, by which keys, and when they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from exercise.table.conference import is_conference
from exercise.table.table import Table
from exercise.ui.keys import ctrl

if TYPE_CHECKING:
    from exercise.ui.screens.papers import PapersSheet
    from exercise.ui.screens.summary import SummarySheet

# The sheets are loaded when first opened, so that a desk shows at once.

CONFERENCE: tuple[BindingType, ...] = (
    Binding(ctrl("a"), "papers", "app-key-papers", id="conference.papers", show=False),
    Binding(ctrl("u"), "summary", "app-key-summary", id="conference.summary", show=False),
)
"""Keys of every screen from which papers and the summary are opened."""


def offered(table: Table, action: str) -> bool:
    """Return whether a seat is offered the papers, or the summary: where the scenario has any."""
    room = table.room()
    if action == "papers":
        return bool(room.conference.asked)
    return is_conference(table) or room.conference.summary is not None


def papers_sheet(table: Table, role: str = "") -> PapersSheet:
    """Return the sheet of papers for a seat, or for the facilitator."""
    from exercise.ui.screens.papers import PapersSheet

    return PapersSheet(table, role)


def summary_sheet(table: Table, role: str = "") -> SummarySheet:
    """Return the summary for a seat, or for the facilitator."""
    from exercise.ui.screens.summary import SummarySheet

    return SummarySheet(table, role)


__all__ = ["CONFERENCE", "offered", "papers_sheet", "summary_sheet"]
