"""The question before a seat leaves its desk: to seal what it decided, or to go on with nothing decided."""

from __future__ import annotations

from exercise.conduct.view import SeatView
from exercise.table.table import Table
from exercise.ui.desk_rows import unread
from exercise.ui.screens.choose import ChooseSheet


def leaving_sheet(table: Table, view: SeatView) -> ChooseSheet | None:
    """Return what is asked before a seat leaves: ``seal``, ``open`` or ``back``; nothing where all is clear."""
    if view.common.phase.value != "decision" or view.sealed:
        return None
    word, alone = table.word, "-alone" if table.alone else ""
    back = ("back", word("app-back-to-desk"))
    if view.responses:
        # Whoever plays alone has nobody to tell that the desk is done: going on seals.
        unsealed = [] if alone else [("open", word("app-go-unsealed"))]
        choices = [("seal", word(f"app-seal-and-go{alone}")), *unsealed, back]
        question = word(f"app-seal-first{alone}", count=len(view.responses))
    elif view.actions and not any(one.lifted for one in view.standing):
        choices = [back, ("open", word(f"app-go-undecided{alone}"))]
        question = word("app-undecided", unread=unread(table, view))
    else:
        return None
    title = word("app-seal-title")
    return ChooseSheet(table.catalogue, title, choices, given=choices[0][0], question=question)


__all__ = ["leaving_sheet"]
