"""The lobby by keys: who plays, and how the exercise begins."""

from __future__ import annotations

import pytest

from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown, write


def _holders(text: str) -> list[str]:
    return [line[2:58].strip() for line in text.splitlines() if line[2:3] in "●○·"]


async def test_enter_gives_a_seat_to_a_person_a_bot_or_nobody() -> None:
    async with opened(begun()) as pilot:
        assert _holders(shown(pilot)) == ["● Tajikistan  person", "○ IOM  bot"]
        assert _holders(await press(pilot, "enter"))[0] == "○ Tajikistan  bot"
        assert _holders(await press(pilot, "enter"))[0] == "· Tajikistan  vacant"
        assert _holders(await press(pilot, "enter"))[0] == "● Tajikistan  person"


async def test_a_person_is_named_and_markup_is_shown_as_text() -> None:
    async with opened(begun()) as pilot:
        await press(pilot, "down", "f2")
        await write(pilot, "Анна [b]x[/b]")
        assert _holders(await press(pilot, "enter"))[1] == "● IOM  person, Анна [b]x[/b]"


async def test_one_key_leaves_one_seat_to_a_person_and_all_others_to_bots() -> None:
    async with opened(begun("northern-displacement")) as pilot:
        held = _holders(await press(pilot, "down", "down", "f4"))
        assert [line[0] for line in held].count("●") == 1
        assert held[2].startswith("●")


async def test_scores_are_hidden_and_shown_again() -> None:
    async with opened(begun()) as pilot:
        assert "Scores: hidden from seats until the hot wash." in await press(pilot, "f5")
        assert "Scores: shown to seats" in await press(pilot, "f5")


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_language_changes_at_once(size: tuple[int, int]) -> None:
    async with opened(begun(), size) as pilot:
        text = await press(pilot, "f6", "2", "enter")
        assert "МЕСТА" in text.upper()
        assert "F10 к брифингу" in text


async def test_one_person_may_conduct_too_and_is_briefed_without_a_hand_over() -> None:
    async with opened(begun()) as pilot:
        assert "Only Tajikistan is played by a person." in await press(pilot, "f10")
        text = await press(pilot, "enter")
        assert "TAJIKISTAN · BRIEFING" in text
        assert "Only you know" in text


async def test_with_a_facilitator_the_console_opens() -> None:
    async with opened(begun()) as pilot:
        text = await press(pilot, "f10", "down", "enter")
        assert "FIRST STEPS · BRIEFING" in text
        assert "Only you know" not in text


async def test_a_pin_is_set_only_when_typed_twice_alike() -> None:
    async with opened(begun()) as pilot:
        table = app_of(pilot).table
        assert table is not None
        await press(pilot, "f7")
        await write(pilot, "12")
        await press(pilot, "enter")
        await write(pilot, "13")
        assert "did not match" in await press(pilot, "enter")
        assert not table.pins
        for _ in range(2):
            await press(pilot, "f7") if not table.pins and _ == 0 else None
            await write(pilot, "12")
            text = await press(pilot, "enter")
            assert "12" not in text
        assert table.pins == {"facilitator": "12"}


async def test_escape_goes_back_to_the_launcher() -> None:
    async with opened(begun()) as pilot:
        assert "Scenarios" in await press(pilot, "escape")
        assert app_of(pilot).table is None


async def test_going_on_without_a_person_is_asked_about() -> None:
    """A stray Enter makes a bot of the only person; nobody wants to find out on the console."""
    async with opened(begun(), NARROW) as pilot:
        text = await press(pilot, "enter", "f10")
        assert "No seat is held by a person" in text and "LOBBY" in text
        assert "LOBBY" in await press(pilot, "enter")
        assert "BRIEFING" in await press(pilot, "f10", "down", "enter")


async def test_the_lobby_says_what_enter_does_in_both_sizes() -> None:
    for size in (NARROW, WIDE):
        async with opened(begun(), size) as pilot:
            assert "Enter changes who plays the marked seat" in " ".join(shown(pilot).split())
