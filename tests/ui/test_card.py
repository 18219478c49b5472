"""The role card, at the briefing and over the desk: bullets stand clear of their text in both widths."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.support.app import NARROW, WIDE, app_of, begun, opened, press

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])


def _below_bullet(text: str) -> str:
    """Return what stands under the first line of a fact that wraps, from the bullet's column on."""
    for line, below in pairwise(text.splitlines()):
        at = line.find("• ")
        if at >= 0 and below[at : at + 1] == " " and below[at:].strip(" │╯▁▂▃▄▅▆▇█"):
            return below[at:]
    raise AssertionError("no fact wraps")


@SIZES
async def test_at_the_briefing_a_fact_goes_on_clear_of_its_bullet(size: tuple[int, int]) -> None:
    async with opened(begun(phase="briefing"), size) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.take("tajikistan")
        below = _below_bullet(await press(pilot, "home"))
        assert below[:3].strip() == below[2].strip() != "", below


@SIZES
async def test_in_the_sheet_a_fact_goes_on_clear_of_its_bullet(size: tuple[int, int]) -> None:
    async with opened(begun(phase="consultation"), size) as pilot:
        below = _below_bullet(await press(pilot, "f8", "home"))
        assert below[:3].strip() == below[2].strip() != "", below
