"""What a newcomer meets at the desk: the text before the answers, and what to do next, in both sizes."""

from __future__ import annotations

import pytest

from exercise.conduct.command import Holder
from exercise.session.local import Session
from tests.support.app import NARROW, WIDE, begun, opened, press, shown

HERE = "tajikistan"
STORY = "Forty people have arrived"
SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])


def seated(phase: str = "consultation") -> Session:
    """Return First steps with one person in it."""
    roster: dict[str, Holder] = {HERE: "person", "iom": "bot"}
    return begun("first-steps", roster, phase)


@SIZES
async def test_an_inject_is_read_before_its_answers(size: tuple[int, int]) -> None:
    async with opened(seated(), size) as pilot:
        text = await press(pilot, "enter")
        assert STORY in text and "Meet the bus" in text


@SIZES
async def test_enter_goes_on_from_the_text_to_the_first_answer(size: tuple[int, int]) -> None:
    async with opened(seated("decision"), size) as pilot:
        assert "Bring people in" in await press(pilot, "enter", "enter")
        assert "Meant to serve" in await press(pilot, "enter")


@SIZES
async def test_escape_goes_back_to_what_came(size: tuple[int, int]) -> None:
    async with opened(seated(), size) as pilot:
        await press(pilot, "enter", "down", "escape")
        focused = pilot.app.focused
        assert focused is not None and focused.id == "for-you"
        assert "How to answer" in shown(pilot)


@SIZES
async def test_the_desk_says_what_to_do_next(size: tuple[int, int]) -> None:
    async with opened(seated(), size) as pilot:
        assert "Now: Enter opens" in shown(pilot)
    session = seated("decision")
    async with opened(session, size) as pilot:
        assert "Now: decide." in shown(pilot)
        text = await press(pilot, "1", "enter", "f10")
        assert "Received: Meet the bus." in text and "F10 when you are done" in text
        await press(pilot, "escape")
        assert "You have decided." in shown(pilot)
        assert "You have decided on one response." in await press(pilot, "f10")


async def test_answers_keep_their_order_from_inject_to_inject() -> None:
    async with opened(seated(), NARROW) as pilot:
        for _ in range(2):
            text = await press(pilot, "enter")
            assert text.index("Meet the bus") < text.index("Wait for orders")
            await press(pilot, "escape", "down")


async def test_a_form_goes_on_to_the_next_field_and_forgets_what_was_missing() -> None:
    async with opened(seated(), NARROW) as pilot:
        text = await press(pilot, "2", "enter", "f10")
        assert "Choose the issue you speak on." in text
        text = await press(pilot, "enter", "enter")
        assert "Choose the issue you speak on." not in text
        focused = pilot.app.focused
        assert focused is not None and focused.id == "frame"


async def test_what_is_typed_beside_the_recipients_begins_the_text() -> None:
    async with opened(seated(), NARROW) as pilot:
        text = await press(pilot, "f5", "f2", "enter", "W", "e", "space", "a")
        assert "[x] IOM" in text and "We a" in text


async def test_page_down_turns_a_long_text_while_the_answers_have_the_focus() -> None:
    async with opened(seated(), NARROW) as pilot:
        assert "or keep it" not in await press(pilot, "enter")
        assert "or keep it" in await press(pilot, "pagedown")
        assert STORY in await press(pilot, "pageup")
