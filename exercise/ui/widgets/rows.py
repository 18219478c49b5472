"""A list whose lines wrap behind a mark, with something short at their right end and quiet lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.widget import Widget

from exercise.ui.widgets.lines import Line, Lines
from exercise.ui.widgets.reading import Reading

_WIDTH = 60
"""Columns reckoned with until the list has its size."""
_GAP = 2
_LEAST = 12
"""Columns that the text must have beside what stands at the right; else that goes below it."""


class Row(Struct, frozen=True):
    """One line of a list, before it is fitted to a width.

    Attributes:
        name: Its name in the program, unique in the list.
        text: What it says; it wraps under itself.
        mark: What stands before the text on its first line.
        right: What stands at the right end of its first line; below the text where that leaves it too little room.
        below: Further lines, quiet where they have no colour of their own, such as why it is not available.
        short: Whether the text keeps to one line, cut where it is longer.
        heading: Whether it is a heading, which cannot be chosen.
        apart: Whether an empty line follows that is not part of it, so that no highlight covers it.
    """

    name: str
    text: Content
    mark: Content = field(default_factory=Content)
    right: Content = field(default_factory=Content)
    below: tuple[Content | str, ...] = ()
    short: bool = False
    heading: bool = False
    apart: bool = False


class Rows(Lines):
    """A list of rows, fitted to its width."""

    def __init__(
        self,
        *,
        id: str,  # noqa: A002
        enter: str = "",
        empty: str = "",
        marked: bool = True,
    ) -> None:
        """Begin empty.

        Args:
            id: Its name in the stylesheet.
            enter: Key of the words for what Enter does here.
            empty: What stands there while there is nothing to choose.
            marked: Whether a row is highlighted before anybody goes to one.
        """
        super().__init__(id=id, enter=enter, empty=empty)
        self._rows: tuple[Row, ...] = ()
        self._marked = marked

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the highlight stays on the same name, or else at the same place."""
        self._rows = tuple(rows)
        self._fit()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the width, and the height to the rows."""
        self._fit()
        if self.styles.auto_dimensions and self.virtual_size.height != event.size.height:
            # While one layout is being done the toolkit forgets that another was asked for.
            self.call_after_refresh(self.refresh, layout=True)

    def _fit(self) -> None:
        # One column stays free, so that nothing at the right end touches the scroll bar.
        width = (self.scrollable_content_region.width or _WIDTH) - 1
        before = self.highlighted
        self.show([line for row in self._rows for line in _lines(row, width)])
        if before is None and not self._marked:
            self.highlighted = None

    def action_select(self) -> None:
        """Choose the highlighted row; where none is highlighted, go to the first one."""
        if self.highlighted is None:
            self.action_to_line(1)
        else:
            super().action_select()

    def unmark(self) -> None:
        """Highlight nothing until somebody goes to a row."""
        self.highlighted = None


class RowsHead(Widget):
    """The line above a list: what its marks mean, and at the right end what its columns are; it does not scroll."""

    def __init__(self, marks: str, columns: str, *, id: str) -> None:  # noqa: A002
        """Take both in words."""
        super().__init__(id=id)
        self._row = Row("", Content(marks), right=Content(columns), short=True)

    def render(self) -> Content:
        """Fit it to the rows below: the column they leave free, and the one of their scroll bar."""
        return fitted(self._row, self.size.width - 2)


class RowsUnderText(Rows):
    """A short list under a text that may be long: Page Up and Page Down turn the text's pages."""

    def action_page_up(self) -> None:
        """Turn the text back by a page."""
        for text in self._texts():
            text.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """Turn the text on by a page."""
        for text in self._texts():
            text.scroll_page_down(animate=False)

    def _texts(self) -> list[Reading]:
        return [one for one in self.siblings if isinstance(one, Reading)]


def _lines(row: Row, width: int) -> Iterator[Line]:
    yield Line(row.name, fitted(row, width), row.heading)
    if row.apart:
        yield Line(f"{row.name} ", Content(" "), heading=True)


def fitted(row: Row, width: int) -> Content:
    """Return a row as the lines of text it takes in a width."""
    indent = " " * row.mark.cell_length
    room = max(width - len(indent), 1)
    beside = room - row.right.cell_length - _GAP if row.right else room
    under = beside < _least(row)
    taken = room if under else beside
    told = [row.text.truncate(taken, ellipsis=True)] if row.short else row.text.wrap(taken)
    lines = [Content.assemble(indent if n else row.mark, line) for n, line in enumerate(told)]
    if row.right and under:
        lines.append(_at_end(Content(), row.right, width))
    elif row.right:
        lines[0] = _at_end(lines[0].rstrip(), row.right, width)
    for one in row.below:
        quiet = Content.assemble(one).stylize_before("$quiet")
        lines += [Content.assemble(indent, line) for line in quiet.wrap(room)]
    return Content("\n").join(lines)


def _least(row: Row) -> int:
    """Return the columns that the text must have beside what stands at the right."""
    words = [] if row.short else row.text.plain.split()
    return max(min(row.text.cell_length, _LEAST), 1, *(cell_len(word) for word in words))


def _at_end(line: Content, right: Content, width: int) -> Content:
    gap = max(width - line.cell_length - right.cell_length, 1)
    return Content.assemble(line, " " * gap, right)


__all__ = ["Row", "Rows", "RowsHead", "RowsUnderText", "fitted"]
