"""The participant's desk: a whole turn is decided by keys alone, and nothing else than the seat's own is on it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from exercise.conduct.command import (
    FACILITATOR,
    AddInject,
    Advance,
    AnswerQuestion,
    Ask,
    Command,
    HideScores,
    Holder,
    Pause,
    Respond,
    Seal,
    SendMessage,
)
from exercise.conduct.view import MeasureView
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.session.auto import let_bots_act
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.table.table import Table
from exercise.ui.desk_texts import item_text
from exercise.ui.screens.desk import DeskScreen
from exercise.ui.screens.respond import RespondSheet
from tests.support.app import NARROW, SEED, WIDE, app_of, begun, opened, press, shown, write
from tests.support.canaries import aviary, canaries_in
from tests.support.console import go_to

HERE = "tajikistan"
NORTH = "northern-displacement"


def seated(
    phase: str = "decision", turn: int = 1, scenario: str = "first-steps", role: str = HERE
) -> Session:
    """Return an exercise in which one person holds a seat, and bots all others."""
    roles = load_scenario(scenario).program.roles
    roster: dict[str, Holder] = {one: "person" if one == role else "bot" for one in roles}
    return begun(scenario, roster, phase, turn)


def decided(session: Session, role: str = HERE) -> list[str]:
    """Return the names of the measures a seat has decided on."""
    return [one.measure for one in session.seat(role).responses]


def ask(session: Session, actor: str, command: Command) -> None:
    """Submit a command that must be done."""
    answer = session.submit(actor, command)
    assert not isinstance(answer, Refusal), answer


def advance(session: Session, phase: str, turn: int = 1) -> None:
    """Go on to a phase of a turn; bots act."""
    while session.room().phase.value != phase or session.room().turn != turn:
        let_bots_act(session)
        ask(session, FACILITATOR, Advance())


def measure(session: Session, slug: str, role: str = HERE) -> MeasureView:
    """Return a measure as a seat reads it."""
    return next(one for one in session.seat(role).measures if one.slug == slug)


async def everything(pilot: Pilot[None]) -> str:
    """Return the texts of all panes, seen one after the other with Tab."""
    return "\n".join([shown(pilot), *[await press(pilot, "tab") for _ in range(6)]])


# --- what is seen -----------------------------------------------------------------------------


async def test_the_first_view_tells_what_came_what_can_be_done_and_what_one_has() -> None:
    async with opened(seated()) as pilot:
        text = shown(pilot)
    for told in ("TAJIKISTAN", "DECISION", "A bus at the river", "new", "Forty people have arrived", "beds for twenty",
                 "1 [ ] Meet the bus", "2 [ ] Wait for orders", "Funds    3", "3 of 3 left", "Nothing decided yet",
                 "Your red lines", "Security", "Migrant rights", "F10 finished"):  # fmt: skip
        assert told in text, told


@pytest.mark.parametrize("size", [NARROW, WIDE])
@pytest.mark.parametrize("phase", ["consultation", "decision"])
async def test_every_pane_is_reached_with_tab(size: tuple[int, int], phase: str) -> None:
    async with opened(seated(phase), size) as pilot:
        text = await everything(pilot)
    for told in (
        "A bus at the river",
        "Forty people",
        "Meet the bus",
        "Funds",
        "red lines",
        "Integrity of your",
    ):
        assert told in text, told


async def test_what_has_been_read_is_no_longer_new() -> None:
    """The first inject stays marked while it is looked at; going on to the next takes the mark away."""
    session = seated()
    async with opened(session) as pilot:
        before = shown(pilot).count(" new ")
        after = (await press(pilot, "down")).count(" new ")
    assert after == before - 1


async def test_a_message_and_an_answer_of_the_facilitator_are_among_what_came() -> None:
    session = seated("consultation")
    ask(session, "iom", SendMessage((HERE,), "We can bring two interpreters."))
    ask(session, HERE, Ask("May we speak to the press?"))
    ask(session, FACILITATOR, AnswerQuestion(1, "Through a statement."))
    async with opened(session, NARROW) as pilot:
        text = shown(pilot)
    assert "IOM: We can bring two interpreters." in text
    assert "Through a statement." in text
    assert "2 new" in text


async def test_hidden_scores_show_no_value_and_help_no_family() -> None:
    session = seated("lobby")
    ask(session, FACILITATOR, HideScores(True))
    advance(session, "decision")
    async with opened(session) as pilot:
        text = await press(pilot, "1")
        lines = text.splitlines()
    assert "values hidden until the hot wash" in text
    assert "Migrant rights" not in text
    assert "Meant to raise a lot: Access to territory" in text, "what a card says is open to all"
    offered = next(line for line in lines if "1 [ ] Meet the bus" in line)
    assert "1  S" not in offered and " R " not in offered.split("││")[1]


async def test_a_pause_is_told_and_reading_goes_on() -> None:
    session = seated()
    ask(session, FACILITATOR, Pause("tea"))
    async with opened(session) as pilot:
        text = shown(pilot)
        assert "PAUSED" in text
        assert "You can go on" in text
        assert "Not available" not in text
        assert "What you have just read is an inject" in await press(pilot, "down")
        text = await press(pilot, "up", "1", "enter")
        assert "The exercise is paused" in text
        assert isinstance(pilot.app.screen, DeskScreen)
    assert not decided(session)


async def test_texts_with_markup_and_escape_sequences_are_shown_as_text() -> None:
    session = seated("situation")
    ask(
        session,
        FACILITATOR,
        AddInject("[bold]News[/] {x}", "[red]careful\x1b[31m[/red] $accent", ()),
    )
    ask(session, FACILITATOR, Advance())
    ask(session, "iom", SendMessage((HERE,), "[link=x]see\x1b]0;t\x07[/link]"))
    async with opened(session) as pilot:
        text = shown(pilot)
    assert "[bold]News[/] {x}" in text
    assert "[red]careful[/red] $accent" in text
    assert "[link=x]see[/link]" in text


@pytest.mark.parametrize("phase", ["consultation", "decision"])
async def test_nothing_of_another_seat_or_of_the_facilitator_is_shown(phase: str) -> None:
    """Every text that some seat may not know is a word of its own; only the seat's own words appear."""
    birds = aviary(load_scenario("first-steps").program.bundle)
    session = begin_exercise(birds.program, SEED, None, {HERE: "person", "iom": "bot"}, keep=False)
    advance(session, phase)
    async with opened(session) as pilot:
        text = await everything(pilot) + await press(pilot, "f8")
    found = canaries_in(text)
    assert found
    assert found <= birds.known(session.state, HERE)


async def test_moving_the_highlight_asks_the_session_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    session = seated()
    async with opened(session) as pilot:
        await press(pilot, "1")
        asked: list[str] = []
        for name in ("seat", "room", "facilitator"):
            monkeypatch.setattr(session, name, lambda *_, name=name: asked.append(name))
        assert "Wait for orders" in await press(pilot, "down")
        text = await press(pilot, "up")
        assert "Bring people in" in text
        assert asked == []
        monkeypatch.undo()


# --- deciding ---------------------------------------------------------------------------------


async def test_a_decision_by_keys_alone() -> None:
    """A digit, Enter, F10 decide; F10 asks whether to seal, and where one plays alone the turn goes on."""
    session = seated()
    async with opened(session) as pilot:
        text = await press(pilot, "1")
        assert "Bring people in" in text and "Meant to raise a lot" in text
        assert "An answer to" in await press(pilot, "enter")
        text = await press(pilot, "f10")
        assert "1 [x] Meet the bus" in text
        assert (
            "✓ Received: Meet the bus. One response, 2 actions left." in text
            and "2 of 3 left" in text
            and "Funds    2" in text
        )
        assert "One response, not sealed" in text
        assert "You have decided on one response." in await press(pilot, "f10")
        await press(pilot, "enter")
    assert session.room().phase.value != "decision"
    response = next(one for one in session.state.turns[0].decided if one.role == HERE)
    assert (response.measure, response.inject) == ("meet_the_bus", "bus_at_the_post")


async def test_f10_once_too_often_asks_and_does_nothing() -> None:
    session = seated()
    async with opened(session) as pilot:
        await press(pilot, "1", "enter", "f10", "f10", "f10")
        assert "Back to my desk" in shown(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
    assert not session.seat(HERE).sealed
    assert session.room().phase.value == "decision"


async def test_f10_with_nothing_decided_asks_and_a_stray_enter_stays() -> None:
    session = seated()
    async with opened(session, NARROW) as pilot:
        text = await press(pilot, "f10")
        assert "You have decided nothing." in text and "Go on without a response" in text
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert session.room().phase.value == "decision"
        await press(pilot, "f10", "2", "enter")
    assert session.room().phase.value != "decision"


async def test_sealed_responses_stay_changeable() -> None:
    session = seated()
    ask(session, HERE, Respond("meet_the_bus", inject="bus_at_the_post"))
    ask(session, HERE, Seal())
    async with opened(session) as pilot:
        assert "✓ Your responses are sealed" in shown(pilot)
        text = await press(pilot, "1", "enter", "2", "enter")
        assert "Taken back" in text and "1 [ ] Meet the bus" in text
    assert not decided(session)


async def test_a_restrictive_measure_needs_its_two_answers() -> None:
    session = seated()
    async with opened(session, NARROW) as pilot:
        text = await press(pilot, "2", "enter")
        assert "restrictive" in text
        assert "Say why it is needed" in await press(pilot, "f10")
        assert not decided(session)
        await write(pilot, "Дорога закрыта, приказа нет")
        await press(pilot, "enter")
        assert "Say why it is suitable" in await press(pilot, "f10")
        await write(pilot, "[b]It[/b] keeps people together")
        await press(pilot, "enter", "enter")
        assert "[x] Wait for orders" in shown(pilot)
    response = session.seat(HERE).responses[0]
    assert response.needed == "Дорога закрыта, приказа нет"
    assert response.suitable == "[b]It[/b] keeps people together"


async def test_an_unfinished_form_is_kept_for_the_turn() -> None:
    session = seated()
    async with opened(session) as pilot:
        await press(pilot, "1", "enter")
        await write(pilot, "They are families")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, DeskScreen)
        assert "They are families" in await press(pilot, "enter")
    assert not decided(session)


async def test_a_response_is_changed_in_its_own_form() -> None:
    session = seated()
    ask(session, HERE, Respond("meet_the_bus", inject="bus_at_the_post", reason="families"))
    async with opened(session) as pilot:
        text = await press(pilot, "1", "enter", "1", "enter")
        assert isinstance(pilot.app.screen, RespondSheet)
        assert "families" in text
        await write(pilot, " first")
        assert "Changed." in await press(pilot, "f10")
    assert [one.reason for one in session.seat(HERE).responses] == ["families first"]


async def test_a_change_that_is_refused_leaves_the_response_as_it_was() -> None:
    session = seated()
    ask(session, HERE, Respond("meet_the_bus", inject="bus_at_the_post", reason="families"))
    async with opened(session) as pilot:
        await press(pilot, "1", "enter", "1", "enter")
        await write(pilot, "long " * 80)
        await press(pilot, "f10")
        assert isinstance(pilot.app.screen, RespondSheet)
    assert [one.reason for one in session.seat(HERE).responses] == ["families"]


async def test_an_answer_in_ones_own_words() -> None:
    session = seated()
    async with opened(session, NARROW) as pilot:
        await press(pilot, "f4")
        assert "Write a few words" in await press(pilot, "f10")
        await write(pilot, "Ба ҳар оила чой ва кӯрпа")
        text = await press(pilot, "f10")
        assert "✓ Received: in your own words. One response, 2 actions left." in text
    response = session.seat(HERE).responses[0]
    assert (response.kind, response.inject) == ("free", "bus_at_the_post")
    assert response.text == "Ба ҳар оила чой ва кӯрпа"


async def test_a_statement_is_made_after_asking_and_stays() -> None:
    session = seated("consultation")
    async with opened(session) as pilot:
        await press(pilot, "1", "enter")
        assert "Choose the issue" in await press(pilot, "f10")
        await press(pilot, "right", "down", "right", "down", "enter", "enter", "f10", "f10")
        assert "cannot be taken back" in shown(pilot)
        await press(pilot, "enter")
        assert not decided(session), "No stands first"
        await press(pilot, "f10", "down", "enter")
        text = shown(pilot)
        assert "It has been heard" in text and "1 [x] " in text
        assert "stays" in await press(pilot, "1", "enter")
    response = session.seat(HERE).responses[0]
    assert response.kind == "statement" and response.issue and response.frame and response.audiences


async def test_in_consultation_offers_are_read_and_not_decided() -> None:
    session = seated("consultation")
    async with opened(session) as pilot:
        assert "Offered, to be decided later" in shown(pilot)
        rows = [line for line in shown(pilot).splitlines() if "[ ] Meet the bus" in line]
        assert rows[0].split("││")[1].split()[0] == "[", (
            "it has no digit that would mean another answer later"
        )
        await go_to(pilot, "answers", "measure:meet_the_bus")
        text = await press(pilot, "enter")
        assert "⊘ Not open in this phase: decisions are made in the decision phase" in text
        assert isinstance(pilot.app.screen, DeskScreen)
    assert not decided(session)


async def test_a_measure_is_found_by_its_name_and_its_kind() -> None:
    session = seated("decision", 2, NORTH)
    async with opened(session, NARROW) as pilot:
        await press(pilot, "f7", "shift+tab", "shift+tab")
        await write(pilot, "women in border")
        text = await press(pilot, "down")
        assert "Women in border forces" in text and "Risk analysis" not in text
        await press(pilot, "enter", "f10")
    assert "gender_in_border_forces" in decided(session)


async def test_an_unavailable_measure_says_why_and_can_be_left_out() -> None:
    session = seated("decision", 1, NORTH)
    for name in ("humanitarian_border_management", "risk_analysis"):
        one = measure(session, name)
        target = one.targets[0].slug if one.needs_target else ""
        session.submit(HERE, Respond(name, target))
    async with opened(session) as pilot:
        text = await press(pilot, "f7")
        assert "Not available: You do not have the funds" in text
        assert "Not available" not in await press(pilot, "f6")


async def test_a_measure_in_force_is_ended_and_kept_after_all() -> None:
    session = seated("decision", 1, NORTH)
    one = next(
        one for one in session.seat(HERE).measures
        if one.available and one.lasts == "until_lifted" and not one.restrictive
    )  # fmt: skip
    target = one.targets[0].slug if one.needs_target else ""
    ask(session, HERE, Respond(one.slug, target))
    advance(session, "decision", 2)
    standing = [held for held in session.seat(HERE).standing if held.own]
    assert standing
    async with opened(session, NARROW) as pilot:
        await press(pilot, "enter", "end", "enter")
        assert "End " in shown(pilot)
        text = await press(pilot, "down", "enter")
        assert "It ends with this turn" in text and "ends with this turn" in text
        assert any(held.lifted for held in session.seat(HERE).standing)
        assert "It stays in force" in await press(pilot, "enter")
    assert not any(held.lifted for held in session.seat(HERE).standing)


async def test_the_console_is_there_for_the_one_who_plays_alone() -> None:
    async with opened(seated()) as pilot:
        screen = pilot.app.screen
        assert screen.check_action("console", ())
        table = app_of(pilot).table
        assert table is not None
        table.alone = False
        assert not screen.check_action("console", ())


async def test_own_words_wait_for_the_decision_phase() -> None:
    async with opened(seated("consultation")) as pilot:
        assert "own words" not in shown(pilot)
        await press(pilot, "f4")
        assert isinstance(pilot.app.screen, DeskScreen)


async def test_everything_is_there_in_russian() -> None:
    """A missing string would be an error."""
    async with opened(seated(), language="ru") as pilot:
        text = await everything(pilot) + await press(pilot, "2", "enter")
        assert "Что вы сделаете?" in text
        await press(pilot, "escape", "f4")
        assert "своими словами" in shown(pilot)


async def test_sealing_hands_the_keyboard_over_and_leaves_nothing_behind() -> None:
    session = begun(roster={HERE: "person", "iom": "person"}, phase="decision")
    async with opened(session) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.take(HERE)
        text = await press(pilot, "1", "enter", "f10", "f10")
        assert "Seal, and hand over" in text
        text = await press(pilot, "1", "enter")
        assert "Please pass the keyboard to" in text and "IOM" in text
        assert "Meet the bus" not in text and "Tajikistan" not in text
    assert session.seat(HERE).sealed
    assert decided(session) == ["meet_the_bus"]


def test_a_content_note_stands_between_the_sender_and_the_text() -> None:
    session = seated("consultation", 2, NORTH, "ngo")
    text = item_text(Table(session, "en"), session.seat("ngo"), "inject:newspaper_claim").plain
    sender, note, body = text.split("\n\n")[:3]
    assert "A daily newspaper" in sender
    assert note == "Content note: Quotes a newspaper that speaks ill of families who flee."
    assert body.startswith("A widely read newspaper writes: ")
