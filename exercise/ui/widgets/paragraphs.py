"""A list whose lines are paragraphs: text that wraps, something short at its right, quiet lines below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from textual import events
from textual.content import Content

from exercise.ui.widgets.canvas import fit, fold
from exercise.ui.widgets.lines import Line, Lines

_WIDTH = 60
"""Columns reckoned with until the list has its size."""
_GAP = 2
_LEAST = 22
"""Columns that the text keeps beside what stands at the right."""


class Paragraph(Struct, frozen=True):
    """One line of the list.

    Attributes:
        name: Its name in the program, unique in the list.
        text: What it says.
        right: At the right end of its first line.
        mark: In front of it; what wraps stands below its text.
        below: Quiet lines under it; an empty one sets the next paragraph off.
        style: Of the text.
        short: Whether the text keeps to one line, cut where it is longer.
        heading: Whether it cannot be chosen.
    """

    name: str
    text: str
    right: Content = field(default_factory=Content)
    mark: Content = field(default_factory=Content)
    below: tuple[str, ...] = ()
    style: str = ""
    short: bool = False
    heading: bool = False


class Paragraphs(Lines):
    """A list of paragraphs, laid out anew when its width changes."""

    def __init__(self, *, id: str, enter: str = "", empty: str = "") -> None:  # noqa: A002
        """Begin empty; the arguments are those of every list."""
        super().__init__(id=id, enter=enter, empty=empty)
        self._paragraphs: tuple[Paragraph, ...] = ()

    def tell(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs; the highlight stays on the same name."""
        self._paragraphs = tuple(paragraphs)
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        # One column stays free, so that nothing at the right touches the scroll bar.
        width = (self.scrollable_content_region.width or _WIDTH) - 1
        self.show([Line(one.name, _drawn(one, width), one.heading) for one in self._paragraphs])


def _drawn(paragraph: Paragraph, width: int) -> Content:
    return Content("\n").join(_rows(paragraph, width))


def _rows(paragraph: Paragraph, width: int) -> Iterator[Content]:
    right, mark = paragraph.right, paragraph.mark
    # A longer word at the right goes below, so that the text keeps its room.
    left = width - mark.cell_length - right.cell_length - _GAP
    beside = bool(right.plain) and left >= min(len(paragraph.text), _LEAST)
    indent = " " * mark.cell_length
    room = left if beside else width - mark.cell_length
    lines = _lines(paragraph, max(1, room))
    for number, line in enumerate(lines):
        start = mark if number == 0 else Content(indent)
        text = Content.styled(line, paragraph.style)
        if number == 0 and beside:
            space = " " * (width - mark.cell_length - text.cell_length - right.cell_length)
            yield Content.assemble(start, text, space, right)
        else:
            yield Content.assemble(start, text)
    if right.plain and not beside:
        yield Content.assemble(indent, right)
    for below in paragraph.below:
        for line in fold(below, max(1, width - mark.cell_length)) or ("",):
            yield Content.assemble(indent, (line, "$quiet"))


def _lines(paragraph: Paragraph, room: int) -> tuple[str, ...]:
    if paragraph.short:
        return (fit(" ".join(paragraph.text.split()), room),)
    return fold(paragraph.text, room) or ("",)


__all__ = ["Paragraph", "Paragraphs"]
