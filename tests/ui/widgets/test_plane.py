"""The plane: exact text at a few sizes, sharing of cells, and nothing exact from bands."""

from __future__ import annotations

import asyncio
from random import Random

import pytest
from rich.cells import cell_len

from exercise.ui.widgets.plane import AxisWords, BandPoint, ExactPoint, Plane, draw_plane
from exercise.ui.widgets.plane_frame import WHOLE, windows
from tests.support.widgets import show_alone

WORDS = ("very low", "low", "middling", "good", "very good")
SECURITY, RIGHTS = AxisWords("security S", WORDS), AxisWords("rights R", WORDS)
PATH = (
    ExactPoint("0", 4200, 3800),
    ExactPoint("1", 4800, 3600),
    ExactPoint("2", 5200, 4400),
    ExactPoint("3", 5200, 4450),
    ExactPoint("4", 6100, 5900),
    ExactPoint("5", 4500, 7000),
)
BANDS = (BandPoint("0", 1, 1), BandPoint("1", 2, 1), BandPoint("2", 2, 2), BandPoint("3", 3, 3))

SMALL = """\
100┌ ↑ rights R ───┐
   │       ┊       │
   │     5●·       │
 50│┈┈┈┈2-3○·○4┈┈┈┈│
   │     0○○1      │
   │       ┊       │
  0└─ security S → ┘
    0     50     100"""

MIDDLE = """\
100┌ ↑ rights R ─────────────┐
   │            ┊            │
   │            ┊            │
   │          5●·            │
   │            ┊··○4        │
 50│┈┈┈┈┈┈┈┈┈┈┈┈3○·┈┈┈┈┈┈┈┈┈┈│
   │         0○·○○2          │
   │            1            │
   │            ┊            │
   │            ┊            │
  0└─────────── security S → ┘
    0          50          100"""

COARSE = """\
          ┌ ↑ rights R ───────┐
very good │   ┊   ┊   ┊   ┊   │
          │   ┊   ┊   ┊   ┊   │
     good │   ┊   ┊   ┊ ●3┊   │
          │   ┊   ┊   ··  ┊   │
 middling │   ┊   ┊2○·┊   ┊   │
          │   ┊   ┊ · ┊   ┊   │
      low │   ┊0○···○1┊   ┊   │
          │   ┊   ┊   ┊   ┊   │
 very low │   ┊   ┊   ┊   ┊   │
          └───── security S → ┘
           very low  very good"""


def drawn(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize(("size", "text"), [((20, 8), SMALL), ((30, 12), MIDDLE)])
def test_the_exact_plane(size: tuple[int, int], text: str) -> None:
    assert drawn(draw_plane(*size, SECURITY, RIGHTS, PATH).text()) == text


def test_the_coarse_plane() -> None:
    assert drawn(draw_plane(31, 12, SECURITY, RIGHTS, BANDS).text()) == COARSE


def test_the_corners_and_the_middle_of_the_scale_have_cells_of_their_own() -> None:
    corners = [ExactPoint("", x, y) for x in (0, 5000, 10_000) for y in (0, 5000, 10_000)]
    text = draw_plane(20, 10, AxisWords(""), AxisWords(""), corners).text().split("\n")
    marked = [(x, y) for y, row in enumerate(text) for x, glyph in enumerate(row) if glyph in "○●"]
    assert marked == [(x, y) for y in (1, 4, 7) for x in (4, 11, 18)]


def test_values_off_the_scale_stay_inside_the_frame() -> None:
    text = draw_plane(20, 8, SECURITY, RIGHTS, [ExactPoint("1", -900, 99_999)]).text()
    assert text.split("\n")[1][:6] == "   │●1"


def test_a_return_to_an_earlier_cell_is_told_apart_from_staying() -> None:
    path = [BandPoint(str(turn), *cell) for turn, cell in enumerate([(0, 0), (4, 4), (0, 0)])]
    text = draw_plane(60, 20, SECURITY, RIGHTS, path).text()
    assert ("0,2" in text, text.count("●"), text.count("○")) == (True, 1, 1)


def test_the_present_point_is_the_only_full_one() -> None:
    for path in (PATH, BANDS):
        for count in range(1, len(path) + 1):
            text = draw_plane(60, 30, SECURITY, RIGHTS, path[:count]).text()
            full, label = text.count("●"), path[count - 1].label
            assert (full, f"●{label}" in text or f"{label}●" in text) == (1, True)


def test_the_cloud_lies_under_the_path() -> None:
    cloud = [(x, y) for x in range(0, 10_001, 200) for y in range(0, 10_001, 200)]
    bare = draw_plane(40, 16, SECURITY, RIGHTS, PATH).text()
    clouded = draw_plane(40, 16, SECURITY, RIGHTS, PATH, cloud).text()
    assert "░" in clouded
    assert clouded.translate({ord("░"): " "}) == bare.translate({ord("┈"): " ", ord("┊"): " "})


def test_bands_draw_the_same_whatever_lies_beneath_them() -> None:
    fields = {
        draw_plane(44, 14, SECURITY, RIGHTS, [BandPoint("1", x, y)]).text()
        for x in range(5)
        for y in range(5)
    }
    assert len(fields) == 25
    assert not any(mark in text for text in fields for mark in ("50", "100", "░"))


@pytest.mark.parametrize("path", [(), PATH, BANDS, PATH[:1]], ids=["none", "exact", "bands", "one"])
def test_every_size_is_kept_to(path: tuple[ExactPoint, ...] | tuple[BandPoint, ...]) -> None:
    sizes = [(width, height) for width in range(1, 62, 3) for height in range(1, 32, 2)]
    for width, height in sizes:
        rows = draw_plane(width, height, SECURITY, RIGHTS, path).text().split("\n")
        assert [cell_len(row) for row in rows] == [width] * height


@pytest.mark.parametrize("size", [(20, 8), (31, 12), (60, 30)])
def test_all_labels_of_the_path_are_told_from_the_smallest_useful_size_on(
    size: tuple[int, int],
) -> None:
    rows = draw_plane(*size, SECURITY, RIGHTS, BANDS).text().split("\n")
    inside = "".join(row.partition("│")[2] for row in rows)
    assert all(point.label in inside for point in BANDS)


def test_the_widget_shows_what_is_drawn_and_then_the_next_path() -> None:
    plane = Plane(SECURITY, RIGHTS, PATH)
    assert asyncio.run(show_alone(plane, 20, 8)) == SMALL
    plane = Plane(SECURITY, RIGHTS)
    assert asyncio.run(show_alone(plane, 31, 12, lambda: plane.show(BANDS))) == COARSE


def test_a_short_path_is_drawn_in_a_part_of_the_plane_that_the_marks_name() -> None:
    path = [
        ExactPoint("1", 4_800, 4_200),
        ExactPoint("2", 5_100, 4_500),
        ExactPoint("3", 5_600, 3_900),
    ]
    text = draw_plane(40, 14, SECURITY, RIGHTS, path).text()
    marks = set(text.translate(str.maketrans("┌└", "  ")).split())
    assert {"46", "52", "58", "36", "48"} <= marks
    assert "100" not in text
    assert text.count("○") == 2


def test_both_axes_are_drawn_to_the_same_scale_and_hold_all_points() -> None:
    random = Random(4)
    for _ in range(300):
        spread = random.choice((40, 300, 800, 1_400, 2_900, 9_000))
        corner = [random.randint(0, 10_000 - spread) for _ in range(2)]
        points = [
            (corner[0] + random.randint(0, spread), corner[1] + random.randint(0, spread))
            for _ in range(4)
        ]
        across, upward = windows(points)
        assert across.span == upward.span
        for window, values in zip((across, upward), zip(*points, strict=True), strict=True):
            assert 0 <= window.low <= 10_000 - window.span
            assert all(window.low <= value <= window.low + window.span for value in values)
            assert window.low % 100 == 0
            assert (window.low + window.span // 2) % 100 == 0


def test_points_of_a_short_path_stand_apart() -> None:
    path = [(4819, 4265), (4812, 4223), (4877, 4202), (4874, 4121), (4872, 4035), (4897, 3917)]
    points = [ExactPoint(str(turn), *place) for turn, place in enumerate(path)]
    for width, height in ((54, 13), (76, 11)):
        text = draw_plane(width, height, SECURITY, RIGHTS, points).text()
        assert text.count("○") + text.count("●") >= len(path) - 1


def test_the_cloud_does_not_push_the_path_together() -> None:
    path = [ExactPoint("1", 4_800, 4_200), ExactPoint("2", 5_100, 4_500)]
    far = draw_plane(40, 14, SECURITY, RIGHTS, path, [(100, 100)]).text()
    assert far == draw_plane(40, 14, SECURITY, RIGHTS, path).text()
    assert "░" in draw_plane(40, 14, SECURITY, RIGHTS, path, [(4_900, 4_200)]).text()


@pytest.mark.parametrize("path", [PATH, BANDS], ids=["exact", "bands"])
def test_words_say_which_way_is_better_where_there_is_room(
    path: tuple[ExactPoint, ...] | tuple[BandPoint, ...],
) -> None:
    axes = AxisWords("security", WORDS, "right is better"), AxisWords("rights", WORDS, "up is good")
    wide = draw_plane(50, 14, *axes, path).text()
    assert "↑ rights: up is good" in wide
    assert "security: right is better →" in wide
    narrow = draw_plane(28, 14, *axes, path).text()
    assert "better" not in narrow
    assert "security →" in narrow


def test_one_point_alone_stands_in_the_whole_plane() -> None:
    assert windows([(4_000, 5_000), (4_000, 5_000)]) == (WHOLE, WHOLE)
