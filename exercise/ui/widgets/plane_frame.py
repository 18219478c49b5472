"""Frames of the plane: axes with their words, marks and grid, and the cell in which a value stands."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from exercise.ui.widgets.canvas import Area, Canvas, fit

_FULL = 10_000


@dataclass(frozen=True, slots=True)
class AxisWords:
    """How an axis is called, and the words of its bands from the lowest up."""

    name: str
    bands: tuple[str, ...] = ()
    """Needed for points in bands: the plane has a column or a row for each."""


class ExactFrame:
    """The frame of an exact plane: 0, 50 and 100 on both axes, and lines through the middle.

    Args:
        canvas: What to draw on.
        security: Words of the axis that runs to the right.
        rights: Words of the axis that runs upward.
    """

    def __init__(self, canvas: Canvas, security: AxisWords, rights: AxisWords) -> None:
        self.canvas = canvas
        margin = 3 if canvas.width >= 14 else 0
        below = 1 if canvas.height >= 6 else 0
        # An odd number of cells has one in the middle, where 50 stands.
        width = (canvas.width - margin - 3) // 2 * 2 + 1
        height = (canvas.height - below - 3) // 2 * 2 + 1
        self.area = Area(margin + 1, 1, max(1, width), max(1, height))
        self._grid()
        _edge(canvas, self.area, security.name, rights.name)
        if margin:
            self._marks(below)

    def place(self, security: int, rights: int) -> tuple[int, int]:
        """Return the column and row of a value in hundredths."""
        area = self.area
        column = max(0, min(area.width - 1, security * area.width // _FULL))
        row = max(0, min(area.height - 1, rights * area.height // _FULL))
        return area.x + column, area.bottom - row

    def _grid(self) -> None:
        middle, half = self.place(_FULL // 2, _FULL // 2)
        for x in range(self.area.x, self.area.right + 1):
            self.canvas.put(x, half, "┈", "grid")
        for y in range(self.area.y, self.area.bottom + 1):
            self.canvas.put(middle, y, "┊", "grid")

    def _marks(self, below: int) -> None:
        area, canvas = self.area, self.canvas
        middle, half = self.place(_FULL // 2, _FULL // 2)
        canvas.put(0, 0, "100", "frame")
        canvas.put(1, half, "50", "frame")
        canvas.put(2, area.bottom + 1, "0", "frame")
        if below:
            canvas.put(area.x, area.bottom + 2, "0", "frame")
            canvas.put(middle - 1, area.bottom + 2, "50", "frame")
            canvas.put(area.right - 1, area.bottom + 2, "100", "frame")


class BandFrame:
    """The frame of a coarse plane: a field for every pair of bands, and nothing finer.

    Args:
        canvas: What to draw on.
        security: Words of the axis that runs to the right.
        rights: Words of the axis that runs upward.
    """

    def __init__(self, canvas: Canvas, security: AxisWords, rights: AxisWords) -> None:
        self.canvas, self.security, self.rights = canvas, security, rights
        longest = max((cell_len(word) for word in rights.bands), default=0)
        margin = longest + 1 if canvas.width - longest - 3 >= 18 else 0
        below = 1 if canvas.height >= 9 else 0
        self.columns = _Parts.of(canvas.width - margin - 2, len(security.bands))
        self.rows = _Parts.of(canvas.height - below - 2, len(rights.bands))
        self.area = Area(margin + 1, 1, self.columns.total, self.rows.total)
        self._grid()
        _edge(canvas, self.area, security.name, rights.name)
        if margin:
            self._words_beside()
        if below:
            self._words_below()

    def place(self, security: int, rights: int) -> tuple[int, int]:
        """Return the column and row in the middle of a field, from the positions of two bands."""
        upward = self.rows.count - 1 - rights
        return self.area.x + self.columns.middle(security), self.area.y + self.rows.middle(upward)

    def _grid(self) -> None:
        area = self.area
        for line in self.rows.lines():
            for x in range(area.x, area.right + 1):
                self.canvas.put(x, area.y + line, "┈", "grid")
        for line in self.columns.lines():
            for y in range(area.y, area.bottom + 1):
                self.canvas.put(area.x + line, y, "┊", "grid")

    def _words_beside(self) -> None:
        for level, word in enumerate(self.rights.bands):
            y = self.place(0, level)[1]
            self.canvas.put(self.area.x - 2 - cell_len(word), y, word, "frame")

    def _words_below(self) -> None:
        words, area, y = self.security.bands, self.area, self.area.bottom + 2
        if all(cell_len(word) < self.columns.step for word in words):
            for level, word in enumerate(words):
                x = area.x + self.columns.middle(level) - (cell_len(word) - 1) // 2
                self.canvas.put(x, y, word, "frame")
        elif words and cell_len(words[0]) + cell_len(words[-1]) < area.width:
            self.canvas.put(area.x, y, words[0], "frame")
            self.canvas.put(area.right + 1 - cell_len(words[-1]), y, words[-1], "frame")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A length of cells in equal parts, with a cell between two, and a line in it, where there is room."""

    count: int
    step: int
    line: int

    @classmethod
    def of(cls, length: int, count: int) -> _Parts:
        count = max(1, count)
        step = (length + 1) // count
        return cls(count, step, 1) if step >= 2 else cls(count, 1, 0)

    @property
    def total(self) -> int:
        return self.count * self.step - self.line

    def middle(self, part: int) -> int:
        part = max(0, min(self.count - 1, part))
        return part * self.step + (self.step - self.line - 1) // 2

    def lines(self) -> range:
        return range(self.step - 1, self.total, self.step) if self.step >= 3 else range(0)


def _edge(canvas: Canvas, area: Area, security: str, rights: str) -> None:
    canvas.box(Area(area.x - 1, area.y - 1, area.width + 2, area.height + 2), "frame")
    room = area.width - 1
    if room >= 4:
        canvas.put(area.x, 0, fit(f" ↑ {rights} ", room), "rights")
        name = f" {fit(security, room - 4)} → "
        canvas.put(area.right + 1 - cell_len(name), area.bottom + 1, name, "security")
