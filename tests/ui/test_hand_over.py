"""Passing the keyboard: a neutral screen, a PIN, and nothing left behind."""

from __future__ import annotations

from textual.pilot import Pilot

from exercise.conduct.command import Holder
from tests.support.app import app_of, begun, opened, press, shown, write

BOTH: dict[str, Holder] = {"tajikistan": "person", "iom": "person"}


async def _hand(pilot: Pilot[None], role: str) -> str:
    course = app_of(pilot).course
    assert course is not None
    course.hand_to(role)
    await pilot.pause()
    return shown(pilot)


async def test_the_screen_names_who_is_awaited_and_nothing_else() -> None:
    async with opened(begun(roster=BOTH, phase="briefing")) as pilot:
        await _hand(pilot, "iom")
        lines = [line.strip() for line in shown(pilot).splitlines() if line.strip()]
        assert lines == [
            "First steps",
            "Please pass the keyboard to",
            "IOM",
            "Everybody else looks away. Press Enter when you sit here.",
            "Enter I am here  F2 somebody else  F1 help",
        ]


async def test_enter_opens_the_seat_and_done_passes_on_to_the_next() -> None:
    async with opened(begun(roster=BOTH, phase="briefing")) as pilot:
        await _hand(pilot, "tajikistan")
        assert "TAJIKISTAN · BRIEFING" in await press(pilot, "enter")
        text = await press(pilot, "f10")
        assert "Please pass the keyboard to" in text
        assert "IOM" in text
        assert "IOM · BRIEFING" in await press(pilot, "enter")
        assert "the facilitator" in await press(pilot, "f10")
        assert "FIRST STEPS · BRIEFING" in await press(pilot, "enter")


async def test_a_wrong_pin_opens_nothing_and_the_right_one_does() -> None:
    async with opened(begun(roster=BOTH, phase="briefing")) as pilot:
        table = app_of(pilot).table
        assert table is not None
        table.pins["iom"] = "4711"
        await _hand(pilot, "iom")
        text = await press(pilot, "enter")
        assert "PIN of IOM" in text
        await write(pilot, "4712")
        text = await press(pilot, "enter")
        assert "That is not the PIN." in text
        assert "4712" not in text
        await press(pilot, "enter")
        await write(pilot, "4711")
        assert "IOM · BRIEFING" in await press(pilot, "enter")


async def test_somebody_else_is_named_and_must_be_there_in_person() -> None:
    async with opened(begun(roster=BOTH, phase="briefing")) as pilot:
        await _hand(pilot, "iom")
        text = await press(pilot, "f2", "enter")
        assert "Please pass the keyboard to" in text
        assert "Tajikistan" in text
        assert "TAJIKISTAN · BRIEFING" in await press(pilot, "enter")


async def test_the_clipboard_and_what_was_answered_do_not_pass_on() -> None:
    async with opened(begun(roster=BOTH, phase="briefing")) as pilot:
        app = app_of(pilot)
        await _hand(pilot, "tajikistan")
        await press(pilot, "enter")
        app.copy_to_clipboard("what Tajikistan copied")
        app.say("what Tajikistan did")
        await press(pilot, "f10", "enter")
        assert app.clipboard == ""
        assert "what Tajikistan" not in shown(pilot)


async def test_one_person_who_also_facilitates_needs_no_hand_over() -> None:
    async with opened(begun(phase="briefing")) as pilot:
        assert "TAJIKISTAN · BRIEFING" in shown(pilot)
