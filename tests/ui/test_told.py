"""What a screen tells by itself, without help: which key leads on, what its marks mean."""

from __future__ import annotations

import pytest

from tests.support.app import NARROW, WIDE, opened, press, shown
from tests.support.places import PLACES


def last_line(text: str) -> str:
    """Return the line of keys."""
    return text.splitlines()[-1]


@pytest.mark.parametrize("place", ["desk consulting", "console situation", "outcome"])
async def test_where_panes_are_tabs_their_line_and_the_keys_name_tab(place: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        text = await press(pilot)
        assert text.splitlines()[1].endswith("Tab ▸")
        assert "Tab next pane" in last_line(text)
        await pilot.resize_terminal(*WIDE)
        assert "Tab" not in last_line(await press(pilot))
        await pilot.resize_terminal(*NARROW)
        assert "Tab next pane" in last_line(await press(pilot))


async def test_tab_leads_to_what_can_be_done_in_the_consultation() -> None:
    place = PLACES["desk consulting"]
    async with opened(place.opens(), NARROW) as pilot:
        await place.reach(pilot)
        assert "Say it in public" not in shown(pilot)
        assert "Say it in public" in await press(pilot, "tab")


async def test_a_screen_of_one_pane_does_not_name_tab() -> None:
    place = PLACES["briefing"]
    async with opened(place.opens(), NARROW) as pilot:
        await place.reach(pilot)
        assert "Tab" not in await press(pilot)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_way_back_is_named_however_many_keys_there_are(language: str) -> None:
    place = PLACES["why for the facilitator"]
    async with opened(place.opens(), NARROW, language=language) as pilot:
        await place.reach(pilot)
        keys = next(line for line in shown(pilot).splitlines() if "Enter" in line)
        assert "Esc" in keys and "F1" in keys
