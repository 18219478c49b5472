"""What the app holds against the toolkit's private parts still does what it is there for."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache
from textual.strip import Strip

from exercise.ui.toolkit import release_frames
from exercise.ui.widgets.lines import Lines
from tests.support.app import begun, opened, press


async def test_sheets_that_are_closed_leave_no_pictures_in_memory() -> None:
    async with opened(begun(phase="decision")) as pilot:
        await press(pilot, "f1", "escape")
        before = _pictures()
        for _ in range(6):
            await press(pilot, "f1", "escape", "f8", "escape")
        assert _pictures() <= before + 2


async def test_a_highlight_that_moves_is_painted_where_it_was_and_where_it_is() -> None:
    async with opened(begun(phase="decision")) as pilot:
        lines = pilot.app.screen.query_one("#answers", Lines)
        await press(pilot, "1", "down")
        before = _painted(lines)
        await press(pilot, "up")
        after = _painted(lines)
        lines.refresh()
        await press(pilot)
        assert before != after == _painted(lines)


def _painted(lines: Lines) -> list[Strip]:
    """The lines of a list as they were painted last."""
    return lines.render_lines(lines.size.region)


def test_letting_go_empties_what_the_toolkit_remembers() -> None:
    release_frames()
    assert StylesCache.get_inner_outer.cache_info().currsize == 0


def _pictures() -> int:
    gc.collect()
    return sum(isinstance(one, StylesCache) for one in gc.get_objects())
