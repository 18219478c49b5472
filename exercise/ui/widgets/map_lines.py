"""Ways for the lines of the schematic map: along rows and columns, round boxes, with few corners."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise

Node = tuple[int, int]
"""Column and row in half steps: even numbers are places of the map, odd ones the gaps between."""
_WAYS = ((1, 0), (0, 1), (-1, 0), (0, -1))
_CORNER = 4
_SHARED = 6
"""Costs besides one for each half step: of a corner, and of a stretch that another line runs along."""


def find_ways(
    places: Sequence[Node], pairs: Sequence[tuple[Node, Node]], gaps: tuple[bool, bool]
) -> dict[tuple[Node, Node], tuple[Node, ...]]:
    """Return a way for each pair of places, as half steps from one to the other, both included.

    A pair between which every way is blocked is left out.

    Args:
        places: Column and row of each place taken.
        pairs: Places to be joined.
        gaps: Whether there is room for a line between columns, and between rows.
    """
    taken = {(2 * column, 2 * row) for column, row in places}
    right = max((column for column, _ in taken), default=0)
    bottom = max((row for _, row in taken), default=0)
    used: set[frozenset[Node]] = set()
    ways: dict[tuple[Node, Node], tuple[Node, ...]] = {}
    for one, other in sorted(pairs, key=_apart):
        start, end = (2 * one[0], 2 * one[1]), (2 * other[0], 2 * other[1])
        way = _cheapest(start, end, taken - {end}, (right, bottom), used, gaps)
        if way:
            ways[one, other] = way
            used.update(frozenset(step) for step in pairwise(way))
    return ways


def _apart(pair: tuple[Node, Node]) -> tuple[int, tuple[Node, Node]]:
    (column, row), (across, down) = pair
    return abs(column - across) + abs(row - down), pair


def _cheapest(
    start: Node,
    end: Node,
    blocked: Collection[Node],
    corner: Node,
    used: Collection[frozenset[Node]],
    gaps: tuple[bool, bool],
) -> tuple[Node, ...]:
    """Dijkstra's search over cells and the direction in which each was entered."""
    queue: list[tuple[int, Node, int, tuple[Node, ...]]] = [(0, start, -1, (start,))]
    done: set[tuple[Node, int]] = set()
    while queue:
        cost, node, way, path = heappop(queue)
        if node == end:
            return path
        if (node, way) in done:
            continue
        done.add((node, way))
        for turned, there in _steps(node, corner, gaps):
            if there not in blocked:
                more = 1 + _CORNER * (way not in (-1, turned))
                more += _SHARED * (frozenset((node, there)) in used)
                heappush(queue, (cost + more, there, turned, (*path, there)))
    return ()


def _steps(node: Node, corner: Node, gaps: tuple[bool, bool]) -> Iterator[tuple[int, Node]]:
    x, y = node
    for number, (across, down) in enumerate(_WAYS):
        # Where boxes touch, a line may pass from one to the other but not run between them.
        if (across and y % 2 and not gaps[1]) or (down and x % 2 and not gaps[0]):
            continue
        if 0 <= x + across <= corner[0] and 0 <= y + down <= corner[1]:
            yield number, (x + across, y + down)
