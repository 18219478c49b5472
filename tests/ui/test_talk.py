"""Messages, questions, the public record and the glossary, by keys."""

from __future__ import annotations

import pytest

from exercise.conduct.command import (
    FACILITATOR,
    AddInject,
    AnswerQuestion,
    Ask,
    SendMessage,
)
from exercise.table.table import Table
from exercise.ui.screens.glossary import GlossarySheet
from exercise.ui.screens.messages import MessagesSheet
from exercise.ui.screens.questions import QuestionsSheet
from exercise.ui.screens.record import RecordSheet
from tests.support.app import NARROW, WIDE, app_of, press, shown, write
from tests.support.sheets import flat, north, sheet_over, submitted

SIZES = [NARROW, WIDE]
MARKUP = "[bold red]not markup[/] \x1b[31mnot red\x1b[0m"


def _messages(table: Table) -> MessagesSheet:
    return MessagesSheet(table, "tajikistan")


def _questions(table: Table) -> QuestionsSheet:
    return QuestionsSheet(table, "tajikistan")


@pytest.mark.parametrize("size", SIZES)
async def test_a_message_is_written_to_several_seats_in_any_script(size: tuple[int, int]) -> None:
    session = north()
    async with sheet_over(session, _messages, size) as pilot:
        assert "No messages yet. F2 writes one." in shown(pilot)
        await press(pilot, "f2", "enter", "down", "enter", "tab")
        await press(pilot, *"Вода")
        await write(pilot, f" кончилась. {MARKUP}")
        text = await press(pilot, "f10")
        assert "✓ Sent to Uzbekistan, Kazakhstan." in text
        assert "you to Uzbekistan, Kazakhstan" in text
        assert "Вода кончилась. [bold red]not markup[/] not red" in text
    received = session.seat("kazakhstan").messages
    assert [(one.sender, one.to) for one in received] == [
        ("tajikistan", ("uzbekistan", "kazakhstan"))
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_sent_is_read_whole_and_is_unread_until_then(size: tuple[int, int]) -> None:
    session = north()
    long = f"The site is full. {MARKUP} " + "We can send a team. " * 12 + "Answer by Friday."
    submitted(session, "iom", SendMessage(("tajikistan", "kazakhstan"), "First."))
    submitted(session, "kazakhstan", SendMessage(("tajikistan",), long))
    async with sheet_over(session, _messages, size) as pilot:
        lines = shown(pilot).splitlines()
        assert any("IOM to you and Kazakhstan: First." in line for line in lines)
        assert any("Kazakhstan: The site is full." in line and "new" in line for line in lines)
        text = await press(pilot, "down")
        assert "new" not in text
        assert "[bold red]not markup[/] not red" in text
        assert "Answer by Friday." in flat(text)


async def test_one_key_replies_to_the_sender_of_the_highlighted_message() -> None:
    session = north()
    submitted(session, "iom", SendMessage(("tajikistan", "kazakhstan"), "A team?"))
    async with sheet_over(session, _messages) as pilot:
        assert "[x] IOM" in await press(pilot, "enter")
        await write(pilot, "Yes.")
        assert "✓ Sent to IOM." in await press(pilot, "f10")
    assert session.seat("iom").messages[-1].text == "Yes."
    assert len(session.seat("kazakhstan").messages) == 1


async def test_without_messages_there_is_nothing_to_reply_to_and_space_marks_recipients() -> None:
    async with sheet_over(north(), _messages) as pilot:
        assert "reply" not in shown(pilot)
        text = await press(pilot, "f2", "space", "down", "space", "space")
        assert "[x] Uzbekistan" in text
        assert "[ ] Kazakhstan" in text


async def test_a_draft_survives_escape_for_its_seat_alone() -> None:
    session = north()
    async with sheet_over(session, _messages) as pilot:
        await press(pilot, "f2", "enter", "tab")
        await write(pilot, "Half a thought")
        await press(pilot, "escape", "escape")
        app, table = app_of(pilot), app_of(pilot).table
        assert table is not None
        app.push_screen(MessagesSheet(table, "iom"))
        assert "Half a thought" not in await press(pilot, "f2")
        await press(pilot, "escape", "escape")
        app.push_screen(MessagesSheet(table, "tajikistan"))
        text = await press(pilot, "f2")
        assert "Half a thought" in text
        assert "[x] Uzbekistan" in text
        assert "Sent to Uzbekistan" in await press(pilot, "f10")
        assert "Half a thought" not in await press(pilot, "f2")
    assert session.seat("uzbekistan").messages[0].text == "Half a thought"


async def test_nothing_is_sent_without_a_recipient_or_a_text() -> None:
    session = north()
    async with sheet_over(session, _messages) as pilot:
        assert "⊘ Mark at least one recipient." in await press(pilot, "f2", "f10")
        assert "⊘ The text is empty. Write a few words." in await press(pilot, "enter", "f10")
    assert not session.seat("uzbekistan").messages


async def test_what_is_written_to_the_facilitator_is_a_question() -> None:
    session = north()
    async with sheet_over(session, _messages) as pilot:
        await press(pilot, "f2", "end", "enter", "tab")
        await write(pilot, "May we meet?")
        assert "✓ Sent to the facilitator." in await press(pilot, "f10")
    assert [one.text for one in session.facilitator().questions] == ["May we meet?"]
    assert not session.seat("tajikistan").messages


@pytest.mark.parametrize("size", SIZES)
async def test_a_question_is_asked_and_its_answer_read(size: tuple[int, int]) -> None:
    session = north()
    async with sheet_over(session, _questions, size) as pilot:
        await press(pilot, "f2")
        await write(pilot, f"Сколько мест? {MARKUP}")
        await press(pilot, "escape")
        assert "Сколько мест?" in await press(pilot, "f2")
        text = await press(pilot, "f10")
        assert "✓ The facilitator will see your question." in text
        assert "Сколько мест? [bold red]not markup[/] not red" in text
        assert "no answer yet" in text
        submitted(session, FACILITATOR, AnswerQuestion(1, f"Forty. {MARKUP}"))
        app_of(pilot).refresh_views()
        text = await press(pilot, "end")
        assert "Сколько мест?" in text and " new" in text
        assert "Forty. [bold red]not markup[/] not red" in text
    assert [one.text for one in session.seat("tajikistan").questions] == [
        "Сколько мест? [bold red]not markup[/] not red"
    ]


async def test_a_question_of_another_seat_is_not_shown() -> None:
    session = north()
    submitted(session, "iom", Ask("Who drives?"))
    async with sheet_over(session, _questions) as pilot:
        assert "You have not asked anything yet. F2 asks." in shown(pilot)


async def test_a_pause_is_asked_for_with_a_reason() -> None:
    session = north()
    async with sheet_over(session, _questions) as pilot:
        await press(pilot, "f4")
        await write(pilot, "We need ten minutes")
        assert "✓ The facilitator will see your request." in await press(pilot, "enter")
    assert session.facilitator().pause_requests == (("tajikistan", "We need ten minutes"),)


async def test_a_pause_that_was_not_asked_for_is_not_requested() -> None:
    session = north()
    async with sheet_over(session, _questions) as pilot:
        await press(pilot, "f4", "escape")
    assert not session.facilitator().pause_requests


@pytest.mark.parametrize("size", SIZES)
async def test_the_record_tells_turns_statements_and_red_lines(size: tuple[int, int]) -> None:
    session = north("outcome", 3, persons=False)
    async with sheet_over(session, RecordSheet, size) as pilot:
        text = shown(pilot)
        assert text.index("◂ all turns ▸") < text.index("Turn 3")
        text = await press(pilot, "left")
        assert "◂ turn 3 ▸" in text
        assert "Turn 2" not in text
        pages = [await press(pilot, key) for key in ("end", "pageup", "pageup")]
        assert any("red line crossed: A death in reception." in flat(page) for page in pages)
        text = await press(pilot, "left")
        assert "◂ turn 2 ▸" in text
        assert "On: " in text
        assert 'In its own words: "' in text


async def test_the_record_shows_what_people_write_as_text() -> None:
    session = north("situation")
    submitted(session, FACILITATOR, AddInject(f"A call {MARKUP}", "Somebody calls.", ()))
    async with sheet_over(session, RecordSheet) as pilot:
        assert "event: A call [bold red]not markup[/] not red." in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_term_is_found_while_one_types(size: tuple[int, int]) -> None:
    session = north()
    terms = dict(session.seat("tajikistan").glossary)
    async with sheet_over(session, lambda table: GlossarySheet(table, "tajikistan"), size) as pilot:
        assert "frame" in await press(pilot, "f", "r", "a", "m")
        assert terms["frame"] in flat(shown(pilot))
        assert "Nothing fits." in await press(pilot, *"zzz")
