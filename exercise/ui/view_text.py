"""An analytic view as text: its tables stand in columns where there is room, and row by row where there is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from exercise.report.document import Paragraph, Table
from exercise.report.view_page import View

_GAP = 2
"""Columns between two columns."""
_LEAST = 12
"""Columns that a text of a table keeps; with less the rows are told one below the other."""
_BETWEEN = " · "


def view_text(view: View, width: int) -> Content:
    """Return a whole view, its finding first.

    Args:
        view: The view.
        width: Columns there are.
    """
    told = (
        table_text(block, width) if isinstance(block, Table) else _paragraph(block)
        for block in view.blocks
    )
    return Content("\n\n").join([Content.styled(view.finding, "bold"), *told])


def _paragraph(block: Paragraph) -> Content:
    lead = Content.styled(f"{block.lead}: ", "bold") if block.lead else Content()
    return Content.assemble(lead, block.text)


def table_text(table: Table, width: int) -> Content:
    """Return a table in a width."""
    widths = _fitted(table, width)
    lines = list(_columns(table, widths) if widths else _stacked(table))
    if table.caption:
        lines.insert(0, Content.styled(table.caption, "bold $foreground"))
    return Content("\n").join(lines)


def _fitted(table: Table, width: int) -> list[int]:
    """The width of each column, long texts folded where they must be; none where even that has no room."""
    cells = [table.columns, *table.rows]
    widths = [max(cell_len(row[n]) for row in cells) for n in range(len(table.columns))]
    least = [
        widths[n]
        if n in table.numeric
        else min(widths[n], max(_LEAST, _word(row[n] for row in cells)))
        for n in range(len(widths))
    ]
    room = width - _GAP * (len(widths) - 1)
    while sum(widths) > room:
        spare = [n for n in range(len(widths)) if widths[n] > least[n]]
        if not spare:
            return []
        widths[max(spare, key=lambda n: widths[n])] -= 1
    return widths


def _word(texts: Iterable[str]) -> int:
    """Columns of the longest word."""
    return max((cell_len(word) for text in texts for word in text.split()), default=0)


def _columns(table: Table, widths: Sequence[int]) -> Iterator[Content]:
    yield from (line.stylize("$quiet") for line in _row(table, table.columns, widths))
    for row in table.rows:
        yield from _row(table, row, widths)


def _row(table: Table, cells: Sequence[str], widths: Sequence[int]) -> Iterator[Content]:
    """The lines of a row; numbers stand at the right end of their column."""
    folded = [
        [line.plain.rstrip() for line in Content(cell).wrap(width)] or [""]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for number in range(max(len(lines) for lines in folded)):
        told = [
            _padded(lines[number] if number < len(lines) else "", width, n in table.numeric)
            for n, (lines, width) in enumerate(zip(folded, widths, strict=True))
        ]
        yield Content((" " * _GAP).join(told).rstrip())


def _padded(text: str, width: int, right: bool) -> str:
    room = " " * max(width - cell_len(text), 0)
    return f"{room}{text}" if right else f"{text}{room}"


def _stacked(table: Table) -> Iterator[Content]:
    """Rows under their head, which is told once, each with the names of the columns that say something."""
    for row in table.rows:
        if row[0]:
            yield Content.styled(row[0], "bold")
        cells = list(zip(table.columns, row, strict=True))[1:]
        named = 1 not in table.numeric and len(cells) > 1
        told = [f"{name} {cell}" for name, cell in cells[named:] if cell]
        yield Content(
            f"• {cells[0][1]}: {_BETWEEN.join(told)}" if named else f"• {_BETWEEN.join(told)}"
        )


__all__ = ["table_text", "view_text"]
