"""The console by keys: notes, pause and clock, undo, settings, seats and the keyboard."""

from __future__ import annotations

import pytest

from exercise.conduct.command import FACILITATOR, Advance, Ask, EndExercise, RequestPause
from exercise.report.gather import facts_of
from exercise.ui.screens.console import ConsoleScreen
from exercise.ui.screens.hand_over import HandOverScreen
from tests.support.app import app_of, opened, press, shown, write
from tests.support.console import conducted, go_to, status
from tests.support.screens import settled

# --- notes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "kind"), [("enter", "neutral"), ("f2", "strength"), ("f4", "improvement")]
)
async def test_a_note_of_each_kind_is_one_line_and_one_key(key: str, kind: str) -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        text = await press(pilot, "f8")
        assert "12:00, turn 2" in text
        assert "The first queue at the river" in text
        await write(pilot, "They asked first")
        assert "✓ Noted" in await press(pilot, key)
        while session.room().phase.value != "outcome":
            session.submit(FACILITATOR, Advance())
        session.submit(FACILITATOR, EndExercise("enough"))
    note = session.state.observations[-1]
    assert (note.turn, note.kind, note.text) == (2, kind, "They asked first")
    assert (note.role, note.inject) == ("", "first_queue")
    told = facts_of(session.program, session.state).observations[-1]
    assert (told.turn, told.kind, told.text) == (2, kind, "They asked first")


async def test_a_note_takes_the_marked_seat_and_an_objective_chosen() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        await go_to(pilot, "seats", "iom")
        await press(pilot, "f8")
        await write(pilot, "clear")
        await press(pilot, "f7", "down", "enter", "enter")
        aim = next(iter(session.program.bundle.scenario.objectives))
        note = session.state.observations[-1]
        assert (note.role, note.inject, note.objective) == ("iom", "", aim)
        assert "clear" in await press(pilot, "ctrl+n")


# --- time, settings, undo -----------------------------------------------------------------


async def test_pause_stops_the_exercise_and_the_clock_until_resumed() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        await press(pilot, "ctrl+k")
        await write(pilot, "12")
        assert "12 minutes are set." in await press(pilot, "enter")
        assert "12:00 left · 12:00" in shown(pilot).splitlines()[0]
        await press(pilot, "f9")
        await write(pilot, "coffee")
        assert "PAUSED" in (await press(pilot, "enter")).splitlines()[0]
        assert session.room().paused
        assert not app_of(pilot).clock.running
        assert "⊘ The exercise is paused." in await press(pilot, "f10")
        assert "F9 resume" in shown(pilot)
        await press(pilot, "f9")
        assert not session.room().paused
        assert app_of(pilot).clock.running


async def test_a_clock_of_nothing_ends_the_countdown_and_words_are_refused() -> None:
    async with opened(conducted("consultation")) as pilot:
        await press(pilot, "ctrl+k")
        await write(pilot, "soon")
        assert "is not a number" in await press(pilot, "enter")
        await press(pilot, "ctrl+k", "0")
        assert "There is no countdown." in await press(pilot, "enter")


async def test_undo_says_what_it_takes_back_and_does_nothing_on_a_stray_enter() -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        await press(pilot, "enter")
        assert "This takes back the release of" in await press(pilot, "ctrl+z")
        await press(pilot, "enter")
        assert status(session, "first_queue") == "released"
        await press(pilot, "ctrl+z", "down", "enter")
        assert status(session, "first_queue") == "ready"
        assert "✓ Undone." in shown(pilot)


async def test_undo_of_a_step_leads_to_the_screen_of_the_phase_before() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        await press(pilot, "f10", "2", "enter")
        assert "goes back from decision to consultation" in await press(pilot, "ctrl+z")
        await press(pilot, "2", "enter")
        assert "CONSULTATION" in shown(pilot).splitlines()[0]
        assert session.room().phase.value == "consultation"


async def test_scores_are_hidden_from_the_room_and_stay_in_sight_here() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        assert "Values are hidden from seats" in await press(pilot, "ctrl+v")
        assert session.room().scores_hidden
        assert "S Crisis preparedness" in shown(pilot)
        assert " S " in shown(pilot).splitlines()[0]


# --- seats --------------------------------------------------------------------------------


async def test_a_question_and_a_wish_for_a_pause_are_marked_and_answered() -> None:
    session = conducted("consultation")
    session.submit("iom", Ask("Who pays [i]us[/i]?"))
    session.submit("tajikistan", RequestPause("a call"))
    async with opened(session) as pilot:
        text = shown(pilot)
        assert "Seats · one question" in text
        assert "! asks: Who pays [i]us[/i]?" in text
        assert "! asks for a pause: a call" in text
        await press(pilot, "ctrl+e", "enter")
        await write(pilot, "The EU does.")
        assert "✓ The seat will read your answer." in await press(pilot, "f10")
        assert session.seat("iom").questions[0].answer == "The EU does."
        assert "question waits" not in shown(pilot)


async def test_a_seat_changes_hands_during_play_and_loses_its_pin() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        table = app_of(pilot).table
        assert table is not None
        table.pins["iom"] = "1"
        await go_to(pilot, "seats", "iom")
        await press(pilot, "f6", "1", "enter")
        await write(pilot, "Bo")
        await press(pilot, "enter")
        assert next(s for s in session.room().seats if s.role == "iom").label == "Bo"
        assert table.pins == {}


async def test_the_order_of_seats_is_the_facilitators() -> None:
    async with opened(conducted("consultation")) as pilot:
        assert "✓ Order: IOM, Tajikistan." in await press(pilot, "ctrl+o", "f3", "f10")
        table = app_of(pilot).table
        assert table is not None
        assert table.persons() == ("iom", "tajikistan")


async def test_a_forgotten_pin_is_cleared_and_the_own_one_set() -> None:
    async with opened(conducted("consultation")) as pilot:
        table = app_of(pilot).table
        assert table is not None
        table.pins["iom"] = "1"
        await press(pilot, "ctrl+w", "2", "enter", "2", "enter")
        assert table.pins == {}
        await press(pilot, "ctrl+w", "9", "enter", "9", "enter")
        assert table.pins == {FACILITATOR: "9"}


async def test_the_keyboard_goes_to_a_seat_with_a_pin_and_comes_back() -> None:
    async with opened(conducted("decision")) as pilot:
        app = app_of(pilot)
        assert app.table is not None
        app.table.pins["iom"] = "42"
        await go_to(pilot, "seats", "iom")
        text = await press(pilot, "enter")
        assert isinstance(app.screen, HandOverScreen)
        assert "Tajikistan" not in text
        await press(pilot, "enter")
        await write(pilot, "41")
        assert "That is not the PIN" in await press(pilot, "enter")
        await press(pilot, "enter")
        await write(pilot, "42")
        await press(pilot, "enter")
        assert app.table.at == "iom"
        assert app.course is not None
        app.course.finish("iom")
        await settled(pilot)
        assert isinstance(app.screen, HandOverScreen)
        await press(pilot, "f2", "2", "enter", "enter")
        assert isinstance(app.screen, ConsoleScreen)
        assert "✓ was at the keyboard" in shown(pilot)


@pytest.mark.parametrize(
    ("role", "told"), [("eu", "No person holds this seat"), ("iom", "is paused")]
)
async def test_no_keyboard_for_bots_or_while_paused(role: str, told: str) -> None:
    async with opened(conducted("consultation")) as pilot:
        if role == "iom":
            await press(pilot, "f9", "enter")
        await go_to(pilot, "seats", role)
        assert told in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsoleScreen)
