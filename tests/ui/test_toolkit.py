"""What the app holds against the toolkit's private parts still does what it is there for."""

from __future__ import annotations

import gc

from textual._styles_cache import StylesCache

from exercise.ui.toolkit import release_frames
from tests.support.app import begun, opened, press


async def test_sheets_that_are_closed_leave_no_pictures_in_memory() -> None:
    async with opened(begun(phase="decision")) as pilot:
        await press(pilot, "f1", "escape")
        before = _pictures()
        for _ in range(6):
            await press(pilot, "f1", "escape", "f8", "escape")
        assert _pictures() <= before + 2


def test_letting_go_empties_what_the_toolkit_remembers() -> None:
    release_frames()
    assert StylesCache.get_inner_outer.cache_info().currsize == 0


def _pictures() -> int:
    gc.collect()
    return sum(isinstance(one, StylesCache) for one in gc.get_objects())
