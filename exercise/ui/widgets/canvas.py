"""A grid of cells to draw on: text, box lines that join where they meet, and styles by name.

Knows nothing of exercises, sessions or screens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.style import Style

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
_JOINTS = dict(
    zip(
        (3, 12, 10, 6, 9, 5, 11, 7, 14, 13, 15, UP, DOWN, LEFT, RIGHT),
        "│─┌┐└┘├┤┬┴┼││──",
        strict=True,
    )
)
"""Which arms make which line."""
_WORDS = re.compile(r"(\s*)([^\s–]*–|[^\s–]+)")


class Area(Struct, frozen=True):
    """A rectangle of cells: its upper left corner and its size."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The last column inside."""
        return self.x + self.width - 1

    @property
    def bottom(self) -> int:
        """The last row inside."""
        return self.y + self.height - 1


class Canvas:
    """Cells that hold one glyph and the name of a style each; what falls outside is not drawn.

    Args:
        width: Columns, 0 or more.
        height: Rows, 0 or more.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = max(0, width), max(0, height)
        self._glyphs = [[" "] * self.width for _ in range(self.height)]
        self._styles = [[""] * self.width for _ in range(self.height)]
        self._arms: dict[tuple[int, int], int] = {}

    def inside(self, x: int, y: int) -> bool:
        """Whether a cell is on the canvas."""
        return 0 <= x < self.width and 0 <= y < self.height

    def style_at(self, x: int, y: int) -> str:
        """Return the style of a cell on the canvas."""
        return self._styles[y][x]

    def put(self, x: int, y: int, text: str, style: str = "") -> int:
        """Write text from a cell on and return the column behind it.

        A glyph of two cells that would stand half outside is left out; one of none joins the glyph before it.
        """
        for glyph in text:
            size = cell_len(glyph)
            if size == 0:
                self._join(x - 1, y, glyph)
            elif self.inside(x, y) and self.inside(x + size - 1, y):
                self._set(x, y, glyph, style)
                if size == 2:
                    self._set(x + 1, y, "", style)
            x += size
        return x

    def line(self, x: int, y: int, arms: int, style: str = "") -> None:
        """Draw a piece of line in a cell; with what is there already it makes a joint.

        Args:
            x: Column.
            y: Row.
            arms: Of `UP`, `DOWN`, `LEFT` and `RIGHT`, added up.
            style: Name of the style; the joint keeps that of the first line.
        """
        if not self.inside(x, y):
            return
        there = self._arms.get((x, y), 0)
        self._free(x, y)
        self._arms[x, y] = there | arms
        self._glyphs[y][x] = _JOINTS[there | arms]
        if not there:
            self._styles[y][x] = style

    def box(self, area: Area, style: str = "") -> None:
        """Draw a box along the edge of an area at least two cells wide and high."""
        for x in range(area.x + 1, area.right):
            self.line(x, area.y, LEFT | RIGHT, style)
            self.line(x, area.bottom, LEFT | RIGHT, style)
        for y in range(area.y + 1, area.bottom):
            self.line(area.x, y, UP | DOWN, style)
            self.line(area.right, y, UP | DOWN, style)
        self.line(area.x, area.y, DOWN | RIGHT, style)
        self.line(area.right, area.y, DOWN | LEFT, style)
        self.line(area.x, area.bottom, UP | RIGHT, style)
        self.line(area.right, area.bottom, UP | LEFT, style)

    def text(self) -> str:
        """Return what is drawn, without styles; every row has the full width."""
        return "\n".join("".join(row) for row in self._glyphs)

    def content(self, style: Callable[[str], Style]) -> Content:
        """Return what is drawn, to be shown.

        Args:
            style: Gives the style of a name.
        """
        return Content.assemble(*self._parts(style), strip_control_codes=False)

    def _parts(self, style: Callable[[str], Style]) -> Iterator[str | tuple[str, Style]]:
        for y in range(self.height):
            if y:
                yield "\n"
            row = zip(self._styles[y], self._glyphs[y], strict=True)
            for name, cells in groupby(row, key=lambda cell: cell[0]):
                text = "".join(glyph for _, glyph in cells)
                yield (text, style(name)) if name else text

    def _set(self, x: int, y: int, glyph: str, style: str) -> None:
        self._free(x, y)
        self._glyphs[y][x], self._styles[y][x] = glyph, style
        self._arms.pop((x, y), None)

    def _free(self, x: int, y: int) -> None:
        """Take away the other half of a glyph of two cells, so that the row keeps its width."""
        row = self._glyphs[y]
        if not row[x] and x:
            row[x - 1] = " "
        elif x + 1 < self.width and not row[x + 1]:
            row[x + 1] = " "

    def _join(self, x: int, y: int, mark: str) -> None:
        if self.inside(x, y) and self._glyphs[y][x].strip():
            self._glyphs[y][x] += mark


def fit(text: str, width: int) -> str:
    """Return a text of at most so many cells, ending in an ellipsis where it was cut.

    >>> fit("Turkmenistan", 8)
    'Turkmen…'
    """
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[:-1]
    return text.rstrip() + "…" if width > 0 else ""


def fold(text: str, width: int) -> tuple[str, ...]:
    """Return a text as lines of at most so many cells, broken between words or behind a dash where that can be.

    >>> fold("very low–middling", 10)
    ('very low–', 'middling')
    """
    lines: list[str] = []
    for space, word in _WORDS.findall(text):
        glue = " " if space else ""
        if lines and cell_len(f"{lines[-1]}{glue}{word}") <= width:
            lines[-1] += f"{glue}{word}"
        else:
            lines.extend(_pieces(word, max(1, width)))
    return tuple(lines)


def _pieces(word: str, width: int) -> Iterator[str]:
    piece = ""
    for glyph in word:
        if piece and cell_len(piece + glyph) > width:
            yield piece
            piece = ""
        piece += glyph
    yield piece
