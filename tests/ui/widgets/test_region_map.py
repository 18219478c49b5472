"""The region map: boxes at their places, lines between neighbours, a list where boxes have no room."""

from __future__ import annotations

import asyncio
from itertools import product

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from exercise.ui.widgets.region_map import MapState, RegionMap, draw_map
from tests.support.widgets import show_alone

NEAR = ("mid", "east", "west")
STATES = (
    MapState("north", "Northern Uplands", 1, 0, NEAR, "middling", "up", "better"),
    MapState("west", "Westmark", 0, 1, ("north", "mid"), "good", "flat", "better"),
    MapState("mid", "Middle Plain", 1, 1, ("low",), "very good", "up2", "worse"),
    MapState("east", "Eastern Valleys", 2, 1, ("mid",), "low", "down", "better"),
    MapState("low", "Lowland", 2, 2, ("mid", "east"), "very low–middling", "down2", "better", True),
)

SMALL = """\
            ┌Northern…┐
            │middling↗│
     ┌──────┤         ├──────┐
     │      └────┬────┘      │
┌Westmark─┐ ┌Middle P…┐ ┌Eastern…─┐
│good →   │ │very good│ │low ↘    │
│         ├─┤↑        ├─┤         │
└─────────┘ └────┬────┘ └────┬────┘
                 │      ┌Lowland─!┐
                 │      │very low–│
                 └──────┤middling │
                        └────────↓┘"""

LARGE = """\
                        ┌────────────────────┐
                        │ Northern Uplands   │
           ┌────────────┤ middling ↗         ├─────────────┐
           │            └──────────┬─────────┘             │
           │                       │                       │
           │                       │                       │
┌──────────┴─────────┐  ┌──────────┴─────────┐  ┌──────────┴─────────┐
│ Westmark           │  │ Middle Plain       │  │ Eastern Valleys    │
│ good →             ├──┤ very good ↑        ├──┤ low ↘              │
└────────────────────┘  └──────────┬─────────┘  └──────────┬─────────┘
                                   │                       │
                                   │                       │
                                   │            ┌──────────┴─────────┐
                                   │            │ Lowland          ! │
                                   └────────────┤ very low–middling↓ │
                                                └────────────────────┘"""

LIST = """\
Northern Uplands middling ↗
Westmark good →
Middle Plain very good ↑
Eastern Valleys low ↘
! Lowland very low–middling ↓"""


def drawn(width: int, height: int, states: tuple[MapState, ...] = STATES) -> str:
    rows = draw_map(width, height, states).text().split("\n")
    return "\n".join(row.rstrip() for row in rows).strip("\n")


@pytest.mark.parametrize(("size", "text"), [((36, 12), SMALL), ((71, 16), LARGE), ((30, 5), LIST)])
def test_the_map(size: tuple[int, int], text: str) -> None:
    assert drawn(*size) == text


def test_hidden_values_leave_names_alone() -> None:
    hidden = tuple(replace(state, band="") for state in STATES)
    for width, height in ((36, 12), (30, 5)):
        assert not any(sign in drawn(width, height, hidden) for sign in "↑↗→↘↓")


def test_states_that_do_not_border_have_no_line() -> None:
    apart = (MapState("a", "Aland", 0, 0, ()), MapState("b", "Bland", 1, 0, ()))
    assert "├" not in drawn(40, 5, apart)
    joined = (apart[0], replace(apart[1], neighbours=("a", "elsewhere", "b")))
    assert drawn(40, 5, joined).count("├") == 1


def test_a_line_goes_round_a_box_in_its_way() -> None:
    row = tuple(
        MapState(slug, slug.upper() * 3, number, 0, near)
        for number, (slug, near) in enumerate((("a", ("c",)), ("b", ()), ("c", ())))
    )
    blocked = drawn(60, 8, row)
    round_it = drawn(60, 12, (*row, MapState("d", "DDD", 0, 1, ())))
    assert ("┬" in blocked, round_it.count("┬")) == (False, 2)
    assert all(f"│ {name} " in round_it for name in ("AAA", "BBB", "CCC", "DDD"))


def test_names_that_begin_alike_are_told_apart_when_short() -> None:
    alike = (
        MapState("a", "Northern Republic East", 0, 0, ()),
        MapState("b", "Northern Republic West", 1, 0, ()),
        MapState("c", "Southern Isles", 2, 0, ()),
    )
    text = drawn(36, 4, alike)
    assert ("East" in text, "West" in text, "Southern…" in text) == (True, True, True)


def test_a_red_line_is_marked_at_every_size_that_holds_its_state() -> None:
    for width, height in product(range(12, 100, 8), range(5, 30, 3)):
        assert draw_map(width, height, STATES).text().count("!") == 1


@pytest.mark.parametrize("states", [(), STATES[:1], STATES], ids=["none", "one", "all"])
def test_every_size_is_kept_to(states: tuple[MapState, ...]) -> None:
    for width, height in product(range(1, 104, 6), range(1, 32, 2)):
        rows = draw_map(width, height, states).text().split("\n")
        assert [cell_len(row) for row in rows] == [width] * height


def test_every_arrow_of_a_map_with_boxes_is_told() -> None:
    for width, height in product(range(36, 101, 4), range(12, 31)):
        text = draw_map(width, height, STATES).text()
        assert [text.count(sign) for sign in "↑↗→↘↓"] == [1, 1, 1, 1, 1], (width, height)


def test_the_widget_shows_what_is_drawn_and_then_the_next_values() -> None:
    region = RegionMap()
    shown = asyncio.run(show_alone(region, 36, 12, lambda: region.show(STATES)))
    assert shown == SMALL


@pytest.mark.parametrize(
    ("arrow", "good", "meaning"),
    [("up", "better", "better"), ("down2", "better", "worse"), ("up2", "worse", "worse"),
     ("down", "worse", "better"), ("flat", "better", "band"), ("up", "neutral", "band")],
)  # fmt: skip
def test_an_arrow_is_coloured_by_what_it_means(arrow: str, good: str, meaning: str) -> None:
    state = MapState("a", "A", 0, 0, (), "low", arrow, good)  # type: ignore[arg-type]
    canvas = draw_map(20, 5, (state,))
    ((x, y),) = [
        (x, y)
        for y, row in enumerate(canvas.text().split("\n"))
        for x, glyph in enumerate(row)
        if glyph in "↑↗→↘↓"
    ]
    assert canvas.style_at(x, y) == meaning
