"""Keys that come before a screen or sheet is complete: nothing fails, and the last screen asked for is shown."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from exercise.ui.screens.desk import DeskScreen
from exercise.ui.screens.situation import SituationSheet
from exercise.ui.widgets.picker import Picker
from exercise.ui.widgets.rows import Rows
from tests.support.app import app_of, begun, opened
from tests.support.screens import settled


@pytest.mark.parametrize("steps", range(2, 14, 2))
async def test_a_phase_that_passes_while_a_sheet_opens_takes_it_away(steps: int) -> None:
    async with opened(begun(phase="decision")) as pilot:
        app = app_of(pilot)
        assert app.course is not None
        key = events.Key("f2", None)
        key.set_sender(app)
        app.post_message(key)
        for _ in range(steps):
            await asyncio.sleep(0)
        was_open = isinstance(app.screen, SituationSheet)
        app.course.show()
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen if was_open else DeskScreen | SituationSheet)


async def test_of_two_screens_asked_for_at_once_the_second_is_shown() -> None:
    async with opened(begun(phase="decision")) as pilot:
        app = app_of(pilot)
        assert app.course is not None
        app.course.show()
        app.course.show()
        await settled(pilot)
        assert isinstance(app.screen, DeskScreen)
        assert len(app.screen_stack) == 2


async def test_a_list_asked_for_twice_at_once_opens_once() -> None:
    """Space pressed twice, or words typed where a choice has the focus."""
    async with opened(begun(phase="decision")) as pilot:
        await pilot.press("f7")
        await settled(pilot)
        sheet = app_of(pilot).screen
        picker = sheet.query_one(Picker)
        picker.action_list()
        picker.action_list()
        await settled(pilot)
        assert app_of(pilot).screen is not sheet
        await pilot.press("escape")
        await settled(pilot)
        assert app_of(pilot).screen is sheet


@pytest.mark.parametrize(
    ("key", "rows"), [("", "values"), ("f2", "values"), ("f3", "causes"), ("f7", "measures")]
)
async def test_enter_pressed_twice_at_once_acts_once(key: str, rows: str) -> None:
    """The second must neither open the same sheet again nor close the desk below."""
    async with opened(begun(phase="decision")) as pilot:
        await settled(pilot)
        if key:
            await pilot.press(key)
            await settled(pilot)
        chosen = app_of(pilot).screen.query_one(f"#{rows}", Rows)
        chosen.action_select()
        chosen.action_select()
        await settled(pilot)
        stack = [type(one) for one in app_of(pilot).screen_stack]
        assert stack[1] is DeskScreen
        assert len(stack) == len(set(stack))


async def test_a_sheet_closed_twice_at_once_leaves_the_desk() -> None:
    async with opened(begun(phase="decision")) as pilot:
        await pilot.press("f7")
        await settled(pilot)
        sheet = app_of(pilot).screen
        sheet.dismiss()
        sheet.dismiss()
        await settled(pilot)
        assert isinstance(app_of(pilot).screen, DeskScreen)
