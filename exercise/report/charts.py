"""Charts as values, and their drawing as SVG text without any library.

Series are told apart by letter, shape and dash as well as by colour, for readers who do not see the colours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from msgspec import Struct

BLUE, ORANGE, INK = "#1f5f99", "#b4530a", "#1c2733"
GREY, PALE, WASH = "#5b6773", "#d9dee4", "#f3f5f7"
FULL = 10_000
"""The top of every scale: 100 points, in hundredths."""


class Line(Struct, frozen=True):
    """A value over time; hundredths of a point."""

    label: str
    letter: str
    shape: str
    """``circle`` or ``square``."""
    colour: str
    values: tuple[int, ...]


class Lines(Struct, frozen=True):
    """Values over turns, the run-out dashed."""

    ticks: tuple[str, ...]
    lines: tuple[Line, ...]
    played: int
    """How many values belong to the start and the turns played."""
    run_out: str
    """Word for the part after EndEx."""


class Plane(Struct, frozen=True):
    """The path of two values against each other; neither is ever added to the other."""

    across: str
    up: str
    points: tuple[tuple[int, int], ...]
    labels: tuple[str, ...]
    played: int


class Small(Struct, frozen=True):
    """One small chart among many."""

    values: tuple[int, ...]
    first: str
    last: str


class Multiples(Struct, frozen=True):
    """Small charts in rows (indicators) and columns (places), in authored order."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, str, tuple[Small | None, ...]], ...]
    """Label, letter, colour, and one chart per column."""
    played: int


Chart = Lines | Plane | Multiples


def draw(chart: Chart, title: str) -> str:
    """Return a chart as an SVG element that stands alone in a page.

    Args:
        chart: What to draw.
        title: Said by screen readers in place of the picture.
    """
    match chart:
        case Lines():
            width, height, body = _lines(chart)
        case Plane():
            width, height, body = _plane(chart)
        case Multiples():
            width, height, body = _multiples(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}"><title>{escape(title)}</title>{"".join(body)}</svg>'
    )


def _lines(chart: Lines) -> tuple[int, int, list[str]]:
    width, height, left, top, right, bottom = 720, 300, 44, 20, 600, 256
    count = max(len(chart.ticks) - 1, 1)
    low, high = span([value for line in chart.lines for value in line.values])

    def spot(number: int, value: int) -> tuple[float, float]:
        share = (value - low) / (high - low)
        return left + (right - left) * number / count, bottom - (bottom - top) * share

    body: list[str] = []
    if len(chart.ticks) > chart.played:
        body.extend(_shade(spot(chart.played - 1, low)[0], right, top, bottom, chart.run_out))
    body.extend(_grid(low, high, left, right, lambda value: spot(0, value)[1]))
    for number, tick in enumerate(chart.ticks):
        body.append(_text(spot(number, low)[0], bottom + 18, tick, "middle", GREY, 11))
    paths = [[spot(n, value) for n, value in enumerate(line.values)] for line in chart.lines]
    ends = _apart([places[-1][1] for places in paths])
    for line, places, end in zip(chart.lines, paths, ends, strict=True):
        body.extend(_path(places, chart.played, line.colour, line.shape))
        label = f"{line.letter}  {line.label}"
        body.append(_text(right + 12, end + 4, label, "start", line.colour, 12, bold=True))
    return width, height, body


def _shade(left: float, right: float, top: int, bottom: int, word: str) -> Iterator[str]:
    """The part of a chart after EndEx."""
    size = f'width="{right - left:.1f}" height="{bottom - top}"'
    yield f'<rect x="{left:.1f}" y="{top}" {size} fill="{WASH}"/>'
    yield _text((left + right) / 2, top + 13, word, "middle", GREY, 11)


def _plane(chart: Plane) -> tuple[int, int, list[str]]:
    width, height, left, top, right, bottom = 480, 440, 62, 16, 464, 384
    (low_x, high_x), (low_y, high_y) = _equal(
        span([x for x, _ in chart.points], 500), span([y for _, y in chart.points], 500)
    )

    def spot(x: int, y: int) -> tuple[float, float]:
        return left + (right - left) * (x - low_x) / (high_x - low_x), bottom - (bottom - top) * (
            y - low_y
        ) / (high_y - low_y)

    body = list(_grid(low_y, high_y, left, right, lambda value: spot(low_x, value)[1]))
    for value in steps(low_x, high_x):
        x = spot(value, low_y)[0]
        body.append(f'<line x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}" stroke="{PALE}"/>')
        body.append(_text(x, bottom + 17, str(value // 100), "middle", GREY, 11))
    places = [spot(x, y) for x, y in chart.points]
    body.extend(_path(places, chart.played, INK, "circle"))
    for place, label in zip(_label_places(places), chart.labels, strict=True):
        body.append(_text(place[0], place[1], label, "middle", INK, 11, bold=True, halo=True))
    body.append(
        _text(
            (left + right) / 2, bottom + 40, f"S  {chart.across} →", "middle", BLUE, 12, bold=True
        )
    )
    middle = (top + bottom) / 2
    turned = _text(18, middle, f"R  {chart.up} →", "middle", ORANGE, 12, bold=True)
    body.append(f'<g transform="rotate(-90 18 {middle:.1f})">{turned}</g>')
    return width, height, body


def _label_places(places: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Above each point, and further off where that would fall on an earlier label."""
    found: list[tuple[float, float]] = []
    for x, y in places:
        tries = ((0, -10), (0, 19), (15, 4), (-15, 4), (15, -10), (-15, 19))
        spots = [(x + dx, y + dy) for dx, dy in tries]
        taken = (*found, *((px, py + 4) for px, py in places))
        free = [
            s for s in spots if all(abs(s[0] - o[0]) > 12 or abs(s[1] - o[1]) > 10 for o in taken)
        ]
        found.append(free[0] if free else spots[0])
    return found


def _multiples(chart: Multiples) -> tuple[int, int, list[str]]:
    name, cell, line, top = 176, 94, 44, 26
    width = name + cell * len(chart.columns)
    body = [
        _text(name + cell * n + cell / 2 - 6, 15, word, "middle", INK, 10, bold=True)
        for n, word in enumerate(chart.columns)
    ]
    for row, (label, letter, colour, smalls) in enumerate(chart.rows):
        y = top + row * line
        body.append(f'<line x1="0" y1="{y - 3}" x2="{width}" y2="{y - 3}" stroke="{PALE}"/>')
        body.extend(_label_lines(label, letter, colour, y))
        for column, small in enumerate(smalls):
            if small is not None:
                body.extend(
                    _small(
                        small, name + column * cell, y, cell - 12, line - 8, colour, chart.played
                    )
                )
    return width, top + line * len(chart.rows) + 4, body


def _label_lines(label: str, letter: str, colour: str, y: int) -> Iterator[str]:
    yield _text(2, y + 15, letter, "start", colour, 11, bold=True)
    words, lines = label.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 25 and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    for number, text in enumerate(lines[:3]):
        yield _text(16, y + 12 + 12 * number, text, "start", INK, 10)


def _small(
    small: Small, x: float, y: float, width: float, height: float, colour: str, played: int
) -> Iterator[str]:
    left, right = x + 2, x + width - 26
    count = max(len(small.values) - 1, 1)

    def spot(number: int, value: int) -> tuple[float, float]:
        return left + (right - left) * number / count, y + height - 2 - (height - 6) * min(
            max(value, 0), FULL
        ) / FULL

    yield f'<rect x="{left:.1f}" y="{y + 2:.1f}" width="{right - left:.1f}" height="{height - 2:.1f}" fill="#f3f5f7"/>'
    places = [spot(number, value) for number, value in enumerate(small.values)]
    yield from _strokes(places, played, colour, 1.6)
    end = places[min(played, len(places)) - 1]
    yield f'<circle cx="{end[0]:.1f}" cy="{end[1]:.1f}" r="2.4" fill="{colour}"/>'
    yield _text(right + 3, y + 12, small.first, "start", GREY, 9)
    yield _text(right + 3, y + 27, small.last, "start", INK, 10, bold=True)


def _grid(
    low: int, high: int, left: float, right: float, height_of: Callable[[int], float]
) -> Iterator[str]:
    for value in steps(low, high):
        y = height_of(value)
        yield f'<line x1="{left}" y1="{y:.1f}" x2="{right}" y2="{y:.1f}" stroke="{PALE}"/>'
        yield _text(left - 6, y + 4, str(value // 100), "end", GREY, 11)


def _path(
    places: Sequence[tuple[float, float]], played: int, colour: str, shape: str
) -> Iterator[str]:
    yield from _strokes(places, played, colour, 2.2)
    for number, (x, y) in enumerate(places):
        fill = colour if number < played else "#ffffff"
        mark = f'fill="{fill}" stroke="{colour}" stroke-width="1.6"'
        if shape == "square":
            yield f'<rect x="{x - 3.6:.1f}" y="{y - 3.6:.1f}" width="7.2" height="7.2" {mark}/>'
        else:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" {mark}/>'


def _strokes(
    places: Sequence[tuple[float, float]], played: int, colour: str, width: float
) -> Iterator[str]:
    """The turns played in one stroke, the run-out dashed."""
    for part, dash in ((places[:played], ""), (places[played - 1 :], ' stroke-dasharray="5 4"')):
        if len(part) > 1:
            spots = " ".join(f"{x:.1f},{y:.1f}" for x, y in part)
            yield f'<polyline points="{spots}" fill="none" stroke="{colour}" stroke-width="{width}"{dash}/>'


def _text(
    x: float,
    y: float,
    text: str,
    anchor: str,
    colour: str,
    size: int,
    bold: bool = False,
    halo: bool = False,
) -> str:
    weight = ' font-weight="600"' if bold else ""
    ring = ' stroke="#ffffff" stroke-width="3" paint-order="stroke"' if halo else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}" font-size="{size}"{weight}{ring}>'
        f"{escape(text)}</text>"
    )


def _apart(heights: list[float]) -> list[float]:
    """Labels at line ends, moved apart where they would overlap."""
    if len(heights) == 2 and abs(heights[0] - heights[1]) < 16:
        middle = (heights[0] + heights[1]) / 2
        above = heights[0] <= heights[1]
        return [middle - 8, middle + 8] if above else [middle + 8, middle - 8]
    return heights


def span(values: Sequence[int], step: int = 1000) -> tuple[int, int]:
    """Return bounds of a scale around values: whole steps, at least two of them, within 0 and 100 points.

    >>> span([4230, 5110]), span([4230, 4310], 500)
    ((4000, 6000), (4000, 5000))
    """
    low = max(0, min(values, default=0) // step * step)
    high = min(FULL, -(-max(values, default=FULL) // step) * step)
    if high - low < 2 * step:
        high = min(FULL, low + 2 * step)
        low = high - 2 * step
    return low, high


def _equal(across: tuple[int, int], up: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Two scales of the same length, so that a point on one axis looks as large as on the other."""
    length = max(across[1] - across[0], up[1] - up[0])
    return _longer(across, length), _longer(up, length)


def _longer(bounds: tuple[int, int], length: int) -> tuple[int, int]:
    high = min(FULL, bounds[0] + length)
    return high - length, high


def steps(low: int, high: int) -> range:
    """Return the values that a scale marks."""
    return range(low, high + 1, 500 if high - low <= 2000 else 1000 if high - low <= 5000 else 2000)
