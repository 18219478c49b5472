"""The analytic views as a debrief lists them: facts of the run first, the group's judgements apart."""

from __future__ import annotations

from exercise.report.view_page import View
from exercise.report.views import judged
from exercise.table.debrief import Looks
from exercise.table.table import Table


def views_of(table: Table, looks: Looks) -> tuple[tuple[str, tuple[View, ...]], ...]:
    """Return the views under the key of their heading's word: what is, then what ought to be.

    Args:
        table: The table; its exercise is over.
        looks: What the debrief looks at.
    """
    session = table.session
    said = judged(session.program, session.state, table.language)
    return (("view-is", looks.views), ("view-ought", (said,)))


__all__ = ["views_of"]
