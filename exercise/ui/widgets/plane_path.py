"""The path in the plane: a mark for every stop, its label beside it, dots along the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from rich.cells import cell_len

from exercise.ui.widgets.canvas import Area, Canvas

_Cell = tuple[int, int]


class Stop(Struct, frozen=True):
    """A moment of the exercise at its cell."""

    label: str
    x: int
    y: int


class _Mark(Struct, frozen=True):
    """A cell with all that stopped there."""

    cell: _Cell
    label: str
    present: bool


def draw_path(canvas: Canvas, area: Area, stops: Sequence[Stop]) -> None:
    """Draw the stops from the first to the present one, and the way between them.

    Args:
        canvas: What to draw on.
        area: What to stay in.
        stops: Moments in their order; those in one cell share a mark and a label such as ``2-4``.
    """
    dots = [cell for one, other in pairwise(stops) for cell in _way(one, other)]
    for x, y in dots:
        canvas.put(x, y, "·", "path")
    marks = _marks(stops)
    for mark in marks:
        canvas.put(*mark.cell, "●" if mark.present else "○", _style(mark))
    labels = _Labels(area, {mark.cell for mark in marks}, set(dots))
    for mark in marks:
        place = labels.place(mark)
        if place is not None:
            canvas.put(*place, mark.label, _style(mark))


def _style(mark: _Mark) -> str:
    return "present" if mark.present else "past"


def _way(one: Stop, other: Stop) -> Iterator[_Cell]:
    """Yield the cells strictly between two stops."""
    wide, high = other.x - one.x, other.y - one.y
    length = max(abs(wide), abs(high))
    for step in range(1, length):
        # Rounded to the nearest cell without leaving whole numbers.
        yield (
            one.x + (2 * wide * step + length) // (2 * length),
            one.y + (2 * high * step + length) // (2 * length),
        )


def _marks(stops: Sequence[Stop]) -> list[_Mark]:
    """Return each cell once, the one passed last first."""
    cells: dict[_Cell, list[int]] = {}
    for number, stop in enumerate(stops):
        cells.setdefault((stop.x, stop.y), []).append(number)
    latest = sorted(cells.items(), key=lambda item: -item[1][-1])
    last = len(stops) - 1
    return [
        _Mark(cell, _together([stop.label for stop in stops], numbers), numbers[-1] == last)
        for cell, numbers in latest
    ]


def _together(labels: Sequence[str], numbers: Sequence[int]) -> str:
    """Return labels with those in a row drawn together, such as ``1,3-5``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    ends = (dict.fromkeys((labels[run[0]], labels[run[-1]])) for run in runs)
    return ",".join("-".join(end) for end in ends)


class _Labels:
    """Finds room beside marks: where nothing stands yet, and rather off the path than on it."""

    def __init__(self, area: Area, marks: set[_Cell], dots: set[_Cell]) -> None:
        self.area, self.marks, self.dots = area, marks, dots
        self.taken: set[_Cell] = set()

    def place(self, mark: _Mark) -> _Cell | None:
        """Return where a mark's label begins and keep the room; nothing where there is none."""
        length = cell_len(mark.label)
        x, y = mark.cell
        middle = x - (length - 1) // 2
        places = [(x + 1, y), (x - length, y)]
        places += [(column, row) for column in (middle, x, x + 1) for row in (y - 1, y + 1)]
        free = [place for place in places if self._free(*place, length)]
        if not free or not length:
            return None
        best = min(free, key=lambda cell: len(self.dots & _cells(cell[0], cell[1], length)))
        self.taken |= _cells(best[0], best[1], length)
        return best

    def _free(self, x: int, y: int, length: int) -> bool:
        area = self.area
        if not (area.x <= x and x + length - 1 <= area.right and area.y <= y <= area.bottom):
            return False
        # One cell more on either side, so that two labels never read as one.
        room = _cells(x - 1, y, length + 2)
        return not (self.taken & room or self.marks & _cells(x, y, length))


def _cells(x: int, y: int, length: int) -> set[_Cell]:
    return {(column, y) for column in range(x, x + length)}
