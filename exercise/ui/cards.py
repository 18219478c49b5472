"""A role card as a text: mandate, dilemma, interests, and what the role alone knows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from exercise.conduct.view import SeatView
from exercise.table.lines import gauge_line, task_lines
from exercise.table.table import Table
from exercise.ui.signs import HEED


def card_text(table: Table, view: SeatView) -> Content:
    """Return the card of the seat that the view belongs to."""
    card, word = view.card, table.word
    head = Content.assemble((card.name, "bold $accent"), f", {word(f'kind-{card.kind}')}")
    parts = [
        Content("\n").join([head, Content(card.mandate)]),
        Content("\n").join(
            [Content.styled(word("app-card-dilemma"), "bold"), Content(card.dilemma)]
        ),
        _part(word("app-card-task"), task_lines(table, view)),
        _part(word("app-card-private"), card.private),
        _part(word("app-card-red-lines"), card.red_lines, f"{HEED} "),
        _part(word("app-card-interests"), card.interests),
        _part(word("app-card-resources"), card.resources),
        _part(word("app-card-constraints"), card.constraints),
        _part(word("app-card-allies"), [", ".join(card.allies)] if card.allies else []),
        _part(word("app-card-values"), [gauge_line(table, gauge) for gauge in view.card_gauges]),
    ]
    return Content("\n\n").join([part for part in parts if part.plain])


def _part(title: str, lines: Sequence[str], mark: str = "• ") -> Content:
    if not lines:
        return Content()
    return Content("\n").join(
        [Content.styled(title, "bold"), *(Content(f"{mark}{line}") for line in lines)]
    )


__all__ = ["card_text"]
