"""The region as a schematic map: a box for each state with one indicator, lines between neighbours.

A schema of who borders on whom; no geography is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import ClassVar

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.view import Arrow, Good
from exercise.ui.widgets.canvas import DOWN, LEFT, RIGHT, UP, Area, Canvas, fit, fold
from exercise.ui.widgets.map_lines import Node, find_ways
from exercise.ui.widgets.spark import arrow

_NARROWEST, _ROOMY, _WIDEST = 9, 16, 24
"""Columns of a box: the fewest, those from which text keeps a margin, and the most."""
_LOWEST = 3


class MapState(Struct, frozen=True):
    """A state on the map, with the one indicator that is shown."""

    slug: str
    name: str
    column: int
    row: int
    neighbours: tuple[str, ...]
    band: str = ""
    """A word of the scale; empty while nothing is shown."""
    arrow: Arrow = "flat"
    good: Good = "neutral"
    """What it means when the value rises."""
    breach: bool = False
    """Whether a red line was crossed there."""


class RegionMap(Widget):
    """A map of states.

    Args:
        states: The states, each at a column and row of its own.
        id: Of the widget.
        classes: Of the widget.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "region--box",
        "region--breached",
        "region--line",
        "region--name",
        "region--band",
        "region--better",
        "region--worse",
        "region--breach",
    }
    DEFAULT_CSS = """
    RegionMap {
        width: 1fr;
        height: 1fr;
        text-wrap: nowrap;
        & > .region--box { color: $foreground 60%; }
        & > .region--breached { color: $warn; }
        & > .region--line { color: $foreground 35%; }
        & > .region--name { color: $foreground; text-style: bold; }
        & > .region--band { color: $foreground 80%; }
        & > .region--better { color: $good; text-style: bold; }
        & > .region--worse { color: $bad; text-style: bold; }
        & > .region--breach { color: $warn; text-style: bold; }
    }
    """

    def __init__(
        self,
        states: Sequence[MapState] = (),
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._states = tuple(states)

    def show(self, states: Sequence[MapState]) -> None:
        """Draw other states or values."""
        self._states = tuple(states)
        self.refresh()

    def render(self) -> Content:
        """Draw the map in the size there is."""
        canvas = draw_map(self.size.width, self.size.height, self._states)
        return canvas.content(lambda name: self.get_visual_style(f"region--{name}", partial=True))


def draw_map(width: int, height: int, states: Sequence[MapState]) -> Canvas:
    """Return the map drawn in so many columns and rows; as a list where boxes have no room.

    Args:
        width: Columns.
        height: Rows.
        states: The states, each at a column and row of its own.
    """
    canvas = Canvas(width, height)
    across = _columns(width, max((state.column for state in states), default=0) + 1)
    down = _rows(height, max((state.row for state in states), default=0) + 1, across, states)
    if across.size < _NARROWEST or down.size < _LOWEST:
        _list(canvas, states)
        return canvas
    boxes = [_box(across, down, state) for state in states]
    for state, box in zip(states, boxes, strict=True):
        canvas.box(box, "breached" if state.breach else "box")
    _lines(canvas, across, down, states)
    names = _shortened([state.name for state in states], across.size - 2 - 2 * across.pad)
    low = any(1 + len(_told(state, across)) > down.size - 2 for state in states)
    for state, box, name in zip(states, boxes, names, strict=True):
        _name(
            canvas,
            Area(box.x + across.pad, box.y + (not low), box.width - 2 * across.pad, 1),
            state,
            name,
        )
        _band(canvas, across, box, state, box.y + 1 + (not low))
    return canvas


class _Spread(Struct, frozen=True):
    """Boxes of one size over a length of cells, with gaps between, in the middle of it."""

    start: int
    size: int
    gap: int

    @classmethod
    def of(cls, length: int, count: int, size: int, widest: int) -> _Spread:
        gap = max(0, length - size * count) // (count - 1) if count > 1 else 0
        gap = min(widest, gap)
        return cls(max(0, length - size * count - gap * (count - 1)) // 2, size, gap)

    def begin(self, number: int) -> int:
        return self.start + number * (self.size + self.gap)

    def centre(self, half: int) -> int:
        """Return the middle of a box (even half step) or of the gap behind it (odd)."""
        begin = self.begin(half // 2)
        return begin + (self.size + self.gap // 2 if half % 2 else self.size // 2)

    @property
    def pad(self) -> int:
        return 1 if self.size >= _ROOMY else 0


def _columns(width: int, count: int) -> _Spread:
    size = (width - 2 * (count - 1)) // count
    if size < _ROOMY:
        size = (width - (count - 1)) // count
    return _Spread.of(width, count, min(_WIDEST, size), 10)


def _rows(height: int, count: int, across: _Spread, states: Sequence[MapState]) -> _Spread:
    """Boxes as high as name and longest band need; they touch where that is the only way to have four rows."""
    needed = 3 + max((len(_told(state, across)) for state in states), default=0)
    size = max((height - (count - 1)) // count, min(4, height // count))
    return _Spread.of(height, count, min(needed, size), 3)


def _told(state: MapState, across: _Spread) -> tuple[str, ...]:
    """Return band and arrow as lines that fit into a box."""
    if not state.band:
        return ()
    room = max(1, across.size - 2 - 2 * across.pad)
    close = f"{state.band}{arrow(state.arrow)}"
    return (close,) if cell_len(close) == room else fold(f"{state.band} {arrow(state.arrow)}", room)


def _box(across: _Spread, down: _Spread, state: MapState) -> Area:
    return Area(across.begin(state.column), down.begin(state.row), across.size, down.size)


def _lines(canvas: Canvas, across: _Spread, down: _Spread, states: Sequence[MapState]) -> None:
    places = {state.slug: (state.column, state.row) for state in states}
    pairs = dict.fromkeys(
        (min(place, places[other]), max(place, places[other]))
        for state in states
        for place in (places[state.slug],)
        for other in state.neighbours
        if other in places and other != state.slug
    )
    gaps = (across.gap > 0, down.gap > 0)
    for way in find_ways(list(places.values()), list(pairs), gaps).values():
        cells = list(_cells(across, down, way))
        _draw(canvas, cells, [_area(across, down, end) for end in (way[0], way[-1])])


def _area(across: _Spread, down: _Spread, node: Node) -> Area:
    column, row = node[0] // 2, node[1] // 2
    return Area(across.begin(column), down.begin(row), across.size, down.size)


def _cells(across: _Spread, down: _Spread, way: Sequence[Node]) -> Iterator[Node]:
    """Yield every cell along a way, from the middle of one box to that of another."""
    points = [(across.centre(x), down.centre(y)) for x, y in way]
    yield points[0]
    for (x, y), (there, below) in pairwise(points):
        across_way, down_way = (there > x) - (there < x), (below > y) - (below < y)
        for step in range(1, max(abs(there - x), abs(below - y)) + 1):
            yield x + step * across_way, y + step * down_way


def _draw(canvas: Canvas, cells: Sequence[Node], ends: Sequence[Area]) -> None:
    """Draw a line from the edge of one box to that of another."""
    for one, other in pairwise(cells):
        if not any(_inside(area, *one) and _inside(area, *other) for area in ends):
            forth, back = _arms(one, other)
            canvas.line(*one, forth, "line")
            canvas.line(*other, back, "line")


def _inside(area: Area, x: int, y: int) -> bool:
    return area.x <= x <= area.right and area.y <= y <= area.bottom


def _arms(one: Node, other: Node) -> tuple[int, int]:
    if one[1] == other[1]:
        return (RIGHT, LEFT) if other[0] > one[0] else (LEFT, RIGHT)
    return (DOWN, UP) if other[1] > one[1] else (UP, DOWN)


def _name(canvas: Canvas, box: Area, state: MapState, name: str) -> None:
    if state.breach:
        name = fit(name, box.width - 4)
        canvas.put(box.right - 1, box.y, "!", "breach")
    canvas.put(box.x + 1, box.y, name, "name")


def _band(canvas: Canvas, across: _Spread, box: Area, state: MapState, y: int) -> None:
    """Write the band, and the arrow behind its last word or, where the band fills the box, into the lower edge."""
    lines = _told(state, across)
    x, rows, room = box.x + 1 + across.pad, box.bottom - y, box.width - 2 - 2 * across.pad
    if len(lines) > rows:
        whole = fold(state.band, room)
        kept = fit(" ".join(whole[rows - 1 :]), room)
        for number, line in enumerate((*whole[: rows - 1], kept)):
            canvas.put(x, y + number, line, "band")
        canvas.put(box.right - 1, box.bottom, arrow(state.arrow), _meaning(state))
        return
    for number, line in enumerate(lines):
        end = canvas.put(x, y + number, line, "band")
        if number == len(lines) - 1:
            canvas.put(end - 1, y + number, arrow(state.arrow), _meaning(state))


def _meaning(state: MapState) -> str:
    if state.arrow == "flat" or state.good == "neutral":
        return "band"
    rises = state.arrow in ("up", "up2")
    return "better" if rises == (state.good == "better") else "worse"


def _shortened(names: Sequence[str], width: int) -> list[str]:
    """Return names of at most so many cells; where their beginnings are the same, their ends are kept as well."""
    cut = [fit(name, width) for name in names]
    return [
        short if cut.count(short) == 1 or short == name else _ends(name, width)
        for name, short in zip(names, cut, strict=True)
    ]


def _ends(name: str, width: int) -> str:
    tail = name[-(width // 2) :]
    return f"{fit(name, width - cell_len(tail)).removesuffix('…')}…{tail}"


def _list(canvas: Canvas, states: Sequence[MapState]) -> None:
    """Write a line for each state; a last line of dots where there are more."""
    for y, state in enumerate(states):
        if y == canvas.height - 1 and len(states) > canvas.height:
            canvas.put(0, y, "…", "line")
            return
        sign = f" {arrow(state.arrow)}" if state.band else ""
        x = canvas.put(0, y, "! " if state.breach else "", "breach")
        room = canvas.width - x - cell_len(sign)
        name = fit(state.name, max(room - 1 - cell_len(state.band), min(4, room)))
        band = f" {fit(state.band, room - cell_len(name) - 1)}" if state.band else ""
        x = canvas.put(x, y, name, "name")
        x = canvas.put(x, y, band, "band")
        canvas.put(x, y, sign, _meaning(state))
