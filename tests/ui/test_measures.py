"""The list of all measures by keys: what is typed in it narrows it."""

from __future__ import annotations

from tests.support.app import WIDE, begun, opened, press, shown


async def test_letters_typed_in_the_list_narrow_it_and_down_leads_back() -> None:
    session = begun("northern-displacement", {"tajikistan": "person"}, "decision")
    async with opened(session, WIDE) as pilot:
        await press(pilot, "enter", "enter", "f7")
        assert "Wider surveillance" in shown(pilot)
        text = await press(pilot, "w", "o", "m", "e", "n")
        assert "Women in border forces" in text
        assert "Wider surveillance" not in text
        await press(pilot, "down", "enter")
        assert type(pilot.app.screen).__name__ == "RespondSheet"


async def test_enter_opens_what_is_highlighted_while_it_is_still_typed() -> None:
    session = begun("northern-displacement", {"tajikistan": "person"}, "decision")
    async with opened(session, WIDE) as pilot:
        await press(pilot, "enter", "enter", "f7")
        assert "Enter open" in await press(pilot, "w", "o", "m", "e", "n")
        assert "Women in border forces" in await press(pilot, "enter")
        assert type(pilot.app.screen).__name__ == "RespondSheet"
