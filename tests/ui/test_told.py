"""What a screen tells by itself, without help: which key leads on, what its marks mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from textual.pilot import Pilot

from exercise.ui.widgets.panes import Panes
from tests.support.app import NARROW, WIDE, app_of, opened, press, shown, write
from tests.support.places import PLACES
from tests.support.screens import settled


async def seen(pilot: Pilot[None]) -> str:
    """Return the screen as text, once nothing moves any more."""
    await settled(pilot)
    return shown(pilot)


def last_line(text: str) -> str:
    """Return the line of keys."""
    return text.splitlines()[-1]


@pytest.mark.parametrize("place", ["desk consulting", "console situation", "outcome"])
async def test_where_panes_are_tabs_their_line_and_the_keys_name_tab(place: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        text = await seen(pilot)
        assert any(line.endswith("Tab ▸") for line in text.splitlines()[1:3])
        assert "Tab next" in last_line(text)
        await pilot.resize_terminal(*WIDE)
        assert "Tab" not in last_line(await seen(pilot))
        await pilot.resize_terminal(*NARROW)
        assert "Tab next" in last_line(await seen(pilot))


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
        assert "Tab" not in await seen(pilot)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_the_way_back_is_named_however_many_keys_there_are(language: str) -> None:
    place = PLACES["why for the facilitator"]
    async with opened(place.opens(), NARROW, language=language) as pilot:
        await place.reach(pilot)
        keys = next(line for line in shown(pilot).splitlines() if "Enter" in line)
        assert "Esc" in keys and "F1" in keys


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_desk_says_what_its_marks_mean_where_they_stand(size: tuple[int, int]) -> None:
    place = PLACES["desk deciding"]
    async with opened(place.opens(), size) as pilot:
        await place.reach(pilot)
        assert "● has answers · ○ to read" in shown(pilot)
        assert "S security · R rights · ! restricts people" in await press(pilot, "1")
        app_of(pilot).screen.query_one(Panes).open("values-pane")
        assert "last turn → same ↗↘ moved ↑↓ far" in await seen(pilot)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_list_of_measures_has_a_head_that_does_not_scroll(size: tuple[int, int]) -> None:
    place = PLACES["all measures"]
    async with opened(place.opens(), size) as pilot:
        await place.reach(pilot)
        text = await press(pilot, "end")
        head = next(line for line in text.splitlines() if "● offered to you" in line)
        assert "⊘ not possible now" in head and "funds  helps" in head
        assert "S security · R rights · ! restricts people" in text
        first = next(
            line for line in (await press(pilot, "home")).splitlines() if "● Admit" in line
        )
        funds = head.index("funds") + len("funds")
        assert first[funds - 1].isdigit() and not first[funds].strip()


async def test_what_is_not_possible_now_has_another_mark_than_what_restricts_people() -> None:
    place = PLACES["all measures"]
    async with opened(place.opens(), WIDE) as pilot:
        await place.reach(pilot)
        open_ = next(line for line in shown(pilot).splitlines() if "Closed crossings" in line)
        assert "⊘" not in open_ and "!" in open_
        await press(pilot, *"emergency")
        shut = next(line for line in shown(pilot).splitlines() if "Emergency rules" in line)
        assert "⊘ Emergency rules" in shut and "!" in shut
        text = await press(pilot, "down", "enter")
        assert "⊘ Not available" in text and "! Not available" not in text


@pytest.mark.parametrize("place", ["new inject", "respond form", "statement form", "own words"])
async def test_a_form_names_the_key_that_goes_to_the_next_field(place: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        assert "Tab next field" in shown(pilot)


async def test_tab_goes_from_the_title_of_a_new_inject_to_its_text() -> None:
    place = PLACES["new inject"]
    async with opened(place.opens(), NARROW) as pilot:
        await place.reach(pilot)
        await press(pilot, "tab")
        assert "Half of it is gone." in await write(pilot, "Half of it is gone.")
        focused = pilot.app.screen.focused
        assert focused is not None and focused.id == "text"


async def test_a_new_message_names_space_where_it_marks_and_tab_where_the_text_is() -> None:
    place = PLACES["messages"]
    async with opened(place.opens(), NARROW) as pilot:
        await place.reach(pilot)
        text = await press(pilot, "f2")
        assert "Space mark" in text and "Tab next field" in text
        assert "[x] Uzbekistan" in await press(pilot, "space")
        text = await press(pilot, "tab")
        assert "Space" not in text and "Tab next field" in text
        assert "a b" in await press(pilot, "a", "space", "b")


@pytest.mark.parametrize(
    ("place", "first", "on"),
    [
        ("desk deciding", "measures", "finished"),
        ("console situation", "release", "to consultation"),
        ("briefing", "read-ahead", "I have read it"),
    ],
)
async def test_the_palette_begins_with_the_keys_of_the_last_line_but_not_with_what_leaves(
    place: str, first: str, on: str
) -> None:
    async with opened(PLACES[place].opens(), WIDE) as pilot:
        await PLACES[place].reach(pilot)
        lines = [line.strip() for line in (await press(pilot, "ctrl+p")).splitlines()]
        names = [line for line, below in pairwise(lines) if below.startswith("key ")]
        assert names[0] == first
        assert on in names[1:]
        assert lines[lines.index(on) + 1] == "key F10"
        assert names.index(on) < names.index("next")


@pytest.mark.parametrize("keys", [("ctrl+p",), ("f7",), ("f1",)])
async def test_what_lies_over_a_screen_hides_its_keys_until_it_goes(keys: tuple[str, ...]) -> None:
    place = PLACES["desk deciding"]
    async with opened(place.opens(), NARROW) as pilot:
        await place.reach(pilot)
        before = last_line(shown(pilot))
        assert "F10 finished" in before
        over = await press(pilot, *keys)
        assert "F10 finished" not in last_line(over)
        assert "Esc back" in over
        assert last_line(await press(pilot, "escape")) == before


@pytest.mark.parametrize("place", ["why", "why for the facilitator"])
async def test_a_source_is_told_without_the_words_of_files(place: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        text = " ".join(shown(pilot).replace("│", " ").split())
        assert "choice of this exercise's designers" in text
        assert "design value" not in text


@pytest.mark.parametrize(
    ("place", "name"),
    [("briefing", "card"), ("role card", "text"), ("read-ahead", "text"), ("glossary", "terms")],
)
async def test_a_long_text_keeps_clear_of_its_scroll_bar(place: str, name: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        reading = app_of(pilot).screen.query_one(f"#{name}")
        assert reading.show_vertical_scrollbar
        left = reading.scrollable_content_region.right - 2
        lines = shown(pilot).splitlines()[reading.region.y : reading.region.bottom]
        assert {line[left : left + 2] for line in (one.ljust(NARROW[0]) for one in lines)} == {"  "}


@pytest.mark.parametrize(
    ("place", "key"),
    [("launcher", "F6 language"), ("agreements", "F6 object"), ("lobby", "F10 to the briefing")],
)
async def test_the_keys_that_matter_have_room_beside_tab(place: str, key: str) -> None:
    async with opened(PLACES[place].opens(), NARROW) as pilot:
        await PLACES[place].reach(pilot)
        line = next(line for line in shown(pilot).splitlines() if "Tab next" in line)
        assert key in line
