"""Values as glyphs: every value has a height, every band a square, every movement an arrow."""

from __future__ import annotations

from typing import get_args

import pytest

from exercise.conduct.view import Arrow
from exercise.ui.widgets.spark import arrow, meter, spark


def test_heights_rise_in_eight_equal_steps() -> None:
    assert spark([step * 1250 for step in range(9)]) == "▁▂▃▄▅▆▇██"


def test_what_lies_outside_the_scale_counts_as_its_end() -> None:
    assert spark([-1, 60, 101], low=0, high=100) == "▁▅█"


def test_no_values_are_no_blocks() -> None:
    assert spark([]) == ""


def test_a_scale_that_does_not_rise_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^the scale must rise, this one runs from 5 to 5$"):
        spark([5], low=5, high=5)


@pytest.mark.parametrize(
    ("level", "bands", "squares"),
    [(0, 5, "■□□□□"), (4, 5, "■■■■■"), (7, 3, "■■■"), (-1, 3, "□□□"), (0, 0, "")],
)
def test_a_band_fills_the_squares_up_to_its_own(level: int, bands: int, squares: str) -> None:
    assert meter(level, bands) == squares


def test_every_movement_has_an_arrow_of_its_own() -> None:
    arrows: tuple[Arrow, ...] = get_args(Arrow)
    assert [arrow(moved) for moved in arrows] == ["↑", "↗", "→", "↘", "↓"]
