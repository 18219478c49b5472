"""Frames of the plane: axes with their words, marks and grid, and the cell in which a value stands."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from exercise.ui.widgets.canvas import Area, Canvas, fit

_FULL = 10_000
_SPANS = (400, 800, 1_200, 2_000, 4_000)
"""Parts of an axis that may be drawn alone; the middle of each is a whole number of points."""


class AxisWords(Struct, frozen=True):
    """How an axis is called, and the words of its bands from the lowest up."""

    name: str
    bands: tuple[str, ...] = ()
    """Needed for points in bands: the plane has a column or a row for each."""
    better: str = ""
    """Which way is better, in words; said beside the name where there is room."""


class Window(Struct, frozen=True):
    """The part of an axis that is drawn, in hundredths."""

    low: int = 0
    span: int = _FULL

    def cell(self, value: int, cells: int) -> int:
        """Return which of so many cells a value stands in."""
        return max(0, min(cells - 1, (value - self.low) * cells // self.span))

    def holds(self, value: int) -> bool:
        """Whether a value lies in the part."""
        return self.low <= value <= self.low + self.span

    def marks(self) -> tuple[str, str, str]:
        """Return the values at the beginning, in the middle and at the end, in points."""
        low, middle, high = (self.low + part for part in (0, self.span // 2, self.span))
        return str(low // 100), str(middle // 100), str(high // 100)


WHOLE = Window()
"""The whole axis."""


def windows(points: Sequence[tuple[int, int]]) -> tuple[Window, Window]:
    """Return the parts of both axes that hold all points with room around them.

    Both have the same span, so that a step looks as long to the right as upward. One point alone stands in the whole
    plane.
    """
    if len(set(points)) < 2:
        return WHOLE, WHOLE
    axes = [sorted(values) for values in zip(*points, strict=True)]
    widest = max(values[-1] - values[0] for values in axes)
    span = next((one for one in _SPANS if widest * 4 <= one * 3), _FULL)
    return _around(axes[0], span), _around(axes[1], span)


def _around(values: Sequence[int], span: int) -> Window:
    middle = (values[0] + values[-1]) // 2
    step = 500 if span >= 2_000 else 100
    low = (middle - span // 2 + step // 2) // step * step
    return Window(max(0, min(_FULL - span, low)), span)


class ExactFrame:
    """The frame of an exact plane: three marks on both axes, and lines through the middle.

    Args:
        canvas: What to draw on.
        security: Words of the axis that runs to the right.
        rights: Words of the axis that runs upward.
        across: The part of the security axis that is drawn.
        upward: The part of the rights axis that is drawn.
    """

    def __init__(
        self,
        canvas: Canvas,
        security: AxisWords,
        rights: AxisWords,
        across: Window = WHOLE,
        upward: Window = WHOLE,
    ) -> None:
        self.canvas, self._across, self._upward = canvas, across, upward
        margin = 3 if canvas.width >= 14 else 0
        below = 1 if canvas.height >= 6 else 0
        # An odd number of cells has one in the middle, where the middle of the window stands.
        width = (canvas.width - margin - 3) // 2 * 2 + 1
        height = (canvas.height - below - 3) // 2 * 2 + 1
        self.area = Area(margin + 1, 1, max(1, width), max(1, height))
        self._middle = (self.area.x + self.area.width // 2, self.area.y + self.area.height // 2)
        self._grid()
        _edge(canvas, self.area, security, rights)
        if margin:
            self._marks(below)

    def place(self, security: int, rights: int) -> tuple[int, int]:
        """Return the column and row of a value in hundredths."""
        area = self.area
        column = self._across.cell(security, area.width)
        return area.x + column, area.bottom - self._upward.cell(rights, area.height)

    def holds(self, security: int, rights: int) -> bool:
        """Whether a value in hundredths lies in the parts that are drawn."""
        return self._across.holds(security) and self._upward.holds(rights)

    def _grid(self) -> None:
        middle, half = self._middle
        for x in range(self.area.x, self.area.right + 1):
            self.canvas.put(x, half, "┈", "grid")
        for y in range(self.area.y, self.area.bottom + 1):
            self.canvas.put(middle, y, "┊", "grid")

    def _marks(self, below: int) -> None:
        area, canvas = self.area, self.canvas
        middle, half = self._middle
        lowest, between, highest = self._upward.marks()
        canvas.put(3 - len(highest), 0, highest, "marks")
        canvas.put(3 - len(between), half, between, "marks")
        canvas.put(3 - len(lowest), area.bottom + 1, lowest, "marks")
        if below:
            lowest, between, highest = self._across.marks()
            canvas.put(area.x, area.bottom + 2, lowest, "marks")
            canvas.put(middle - 1, area.bottom + 2, between, "marks")
            canvas.put(area.right + 2 - len(highest), area.bottom + 2, highest, "marks")


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
        _edge(canvas, self.area, security, rights)
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
            self.canvas.put(self.area.x - 2 - cell_len(word), y, word, "marks")

    def _words_below(self) -> None:
        words, area, y = self.security.bands, self.area, self.area.bottom + 2
        if all(cell_len(word) < self.columns.step for word in words):
            for level, word in enumerate(words):
                x = area.x + self.columns.middle(level) - (cell_len(word) - 1) // 2
                self.canvas.put(x, y, word, "marks")
        elif words and cell_len(words[0]) + cell_len(words[-1]) < area.width:
            self.canvas.put(area.x, y, words[0], "marks")
            self.canvas.put(area.right + 1 - cell_len(words[-1]), y, words[-1], "marks")


class _Parts(Struct, frozen=True):
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


def _edge(canvas: Canvas, area: Area, security: AxisWords, rights: AxisWords) -> None:
    canvas.box(Area(area.x - 1, area.y - 1, area.width + 2, area.height + 2), "frame")
    room = area.width - 1
    if room >= 4:
        canvas.put(area.x, 0, f" ↑ {_named(rights, room - 4)} ", "rights")
        name = f" {_named(security, room - 4)} → "
        canvas.put(area.right + 1 - cell_len(name), area.bottom + 1, name, "security")


def _named(axis: AxisWords, room: int) -> str:
    """Return an axis' name, with the way that is better where both fit."""
    both = f"{axis.name}: {axis.better}"
    return both if axis.better and cell_len(both) <= room else fit(axis.name, room)
