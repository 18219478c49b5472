"""The outcome by keys: exact for the facilitator, bands and open causes for who plays too."""

from __future__ import annotations

import re
from functools import cache

import pytest
from textual.pilot import Pilot

from exercise.conduct.command import (
    FACILITATOR,
    AddRow,
    Advance,
    AssignSeat,
    Command,
    EndExercise,
    HideScores,
    Holder,
)
from exercise.conduct.open_record import hidden, rows_of, why
from exercise.engine.explain import points
from exercise.errors import Refusal
from exercise.session.local import Session
from exercise.table.so_far import so_far
from exercise.table.table import Table
from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown, write
from tests.support.screens import settled

PLAIN_NUMBER = re.compile(r"\d[.,]\d|[+−]\d|(?<!\d)-\d")
"""What an exact value or movement looks like; turns, years, levels and counts do not."""
BOTS: dict[str, Holder] = {"tajikistan": "bot"}
NORTHERN = "northern-displacement"


def done(session: Session, *commands: Command) -> Session:
    """Submit commands of the facilitator that must be accepted."""
    for command in commands:
        assert not isinstance(session.submit(FACILITATOR, command), Refusal)
    return session


def watched(turn: int = 1, scenario: str = "first-steps") -> Session:
    """Return an exercise of bots alone in an outcome, for a facilitator who plays nothing."""
    return begun(scenario, BOTS if scenario == "first-steps" else None, "outcome", turn)


def played_alone(turn: int = 1, scenario: str = "first-steps") -> Session:
    """Return the same, with a person in the first seat who also conducts."""
    session = watched(turn, scenario)
    first = session.room().seats[0].role
    for seat in session.room().seats:
        if seat.holder == "person" and seat.role != first:
            done(session, AssignSeat(seat.role, "bot"))
    if session.room().seats[0].holder != "person":
        done(session, AssignSeat(first, "person"))
    return session


async def everything(pilot: Pilot[None]) -> str:
    """Return the text of all four panes in the narrow form."""
    return "\n".join([shown(pilot), *[await press(pilot, "tab") for _ in range(3)]])


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_facilitator_sees_both_axes_and_the_largest_moves_exactly(
    size: tuple[int, int],
) -> None:
    session = watched()
    stops = so_far(Table(session, "en"))
    async with opened(session, size) as pilot:
        text = shown(pilot) if size == WIDE else await everything(pilot)
    for axis in (0, 1):
        assert f"{points(stops[0].axes[axis])} → {points(stops[1].axes[axis])}" in text
    assert "In a new band" in text
    slot = "preparedness[tajikistan]"
    assert f"{points(stops[0].values[slot])} → {points(stops[1].values[slot])}" in text
    assert "effects are still on their way." in text


async def test_who_plays_too_sees_no_exact_number() -> None:
    session = played_alone(2)
    async with opened(session, NARROW) as pilot:
        table = app_of(pilot).table
        assert table is not None
        assert table.alone
        text = await everything(pilot)
        assert "middling ↗" in text
        assert PLAIN_NUMBER.findall(text) == []
        await press(pilot, "shift+tab")
        why_text = await press(pilot, "f3")
        assert "Why: " in why_text
        assert PLAIN_NUMBER.findall(why_text) == []


async def test_the_search_for_numbers_finds_those_of_the_facilitator() -> None:
    async with opened(watched(2), NARROW) as pilot:
        assert len(PLAIN_NUMBER.findall(await everything(pilot))) > 10


async def go_to(pilot: Pilot[None], name: str) -> None:
    """Give the focus to a part of the screen by its name."""
    pilot.app.screen.query_one(f"#{name}").focus()
    await settled(pilot)


@cache
def secrets() -> tuple[str, ...]:
    """Causes of the third turn that are not open to all."""
    session = played_alone(3, NORTHERN)
    record = session.state.turns[-1]
    found = {
        why(session.program, row.cause, "en")
        for row in rows_of(record)
        if row.amount and hidden(session.program, row.cause)
    }
    assert len(found) > 1
    return tuple(sorted(found))


async def test_who_plays_too_sees_no_cause_that_is_not_open() -> None:
    async with opened(played_alone(3, NORTHERN), (80, 90)) as pilot:
        text = " ".join((await everything(pilot)).split())
        await press(pilot, "f10", "down")
    for secret in secrets():
        assert secret not in text


async def test_who_plays_too_cannot_read_what_is_on_its_way() -> None:
    async with opened(played_alone(), NARROW) as pilot:
        text = await press(pilot, "end", "enter")
        assert "On their way" not in text
        await press(pilot, "escape", "f8")
        await write(pilot, "calm")
        assert "Noted." in await press(pilot, "enter")


async def test_the_facilitator_reads_what_is_on_its_way() -> None:
    session = watched()
    first = session.facilitator().waiting[0]
    async with opened(session) as pilot:
        text = await press(pilot, "end", "enter")
    assert "On their way" in text
    assert first.label in " ".join(text.split())


async def test_it_is_said_what_is_on_its_way_and_to_the_facilitator_when_it_lands() -> None:
    session = watched(3, NORTHERN)
    turns = [row.turn for row in session.facilitator().waiting]
    means = "they take hold in later turns and are in no value yet"
    async with opened(session, NARROW) as pilot:
        text = " ".join(shown(pilot).split())
    assert f"{len(turns)} effects are still on their way." in text
    assert means in text
    later = sum(1 for turn in turns if 5 < turn <= 6)
    after = sum(1 for turn in turns if turn > 6)
    assert (
        f"turn 4: {turns.count(4)}; turn 5: {turns.count(5)};"
        f" later: {later}; after the last turn: {after}"
    ) in text
    async with opened(played_alone(3, NORTHERN), NARROW) as pilot:
        text = " ".join(shown(pilot).split())
    assert means in text
    assert "turn 4: " not in text


async def test_after_the_last_turn_what_is_on_its_way_lands_in_the_run_out_for_everybody() -> None:
    async with opened(played_alone(6, NORTHERN), NARROW) as pilot:
        text = " ".join(shown(pilot).split())
    assert "they take hold in the run-out, after the end, and are in no value yet" in text
    assert "in later turns" not in text


async def test_it_is_said_whose_view_it_is_and_what_comes_next() -> None:
    async with opened(watched(), NARROW) as pilot:
        lines = shown(pilot).splitlines()
        assert "FIRST STEPS" in lines[0]
        assert "You conduct: numbers for you alone" in lines[1]
        assert "F10: turn 2." in lines[1]
    session = played_alone(2)
    who = session.room().seats[0].role
    async with opened(session, NARROW) as pilot:
        lines = shown(pilot).splitlines()
        table = app_of(pilot).table
        assert table is not None
        assert table.name(who).upper() in lines[0]
        assert f"You play {table.name(who)}: you see what your seat may see." in lines[1]
        assert "F10: the end (EndEx)," in lines[1]


async def test_hidden_scores_stay_hidden_from_who_plays_and_open_to_the_facilitator() -> None:
    async with opened(done(played_alone(), HideScores(True)), NARROW) as pilot:
        text = await everything(pilot)
        assert "Values are hidden from seats until the hot wash." in text
        assert "middling" not in text
    async with opened(done(watched(), HideScores(True)), NARROW) as pilot:
        text = await everything(pilot)
        assert "rose a lot" in text
        assert PLAIN_NUMBER.findall(text)


@pytest.mark.parametrize("pane", ["five", "moved"])
async def test_f3_and_enter_ask_why_about_the_marked_value(pane: str) -> None:
    async with opened(watched()) as pilot:
        await go_to(pilot, pane)
        with_f3 = await press(pilot, "f3")
        assert "Why: " in with_f3
        assert with_f3 == await press(pilot, "escape", "enter")


async def test_red_lines_stand_first_with_their_mark() -> None:
    session = watched(3, NORTHERN)
    crossed = [breach for breach in session.room().breaches if breach.turn == 3]
    for size in (NARROW, WIDE):
        async with opened(session, size) as pilot:
            lines = shown(pilot).splitlines()
        first = next(n for n, line in enumerate(lines) if "!    RED LINE CROSSED" in line)
        assert first == 3
        assert crossed[0].text in lines[first + 1]
        below = lines[first + 2].replace("│", " ")[:50]
        assert not below.strip()


async def test_every_red_line_of_the_turn_is_told() -> None:
    session = watched(3, NORTHERN)
    crossed = [breach for breach in session.room().breaches if breach.turn == 3]
    async with opened(session) as pilot:
        assert shown(pilot).count("RED LINE CROSSED") == len(crossed)


async def test_adopted_texts_and_issues_stand_beside_each_other() -> None:
    session = watched(3, NORTHERN)
    adopted = next(
        act.text for act in session.room().record if (act.kind, act.turn) == ("agreement", 3)
    )
    async with opened(session, (120, 90)) as pilot:
        text = shown(pilot)
    assert adopted[:30] in text
    assert "▂··· 1" in text


async def test_a_persons_words_are_not_read_as_markup() -> None:
    session = begun("first-steps", BOTS, "adjudication")
    done(session, AddRow("cohesion[tajikistan]", 3000, "[b]bold[/b] fair"), Advance())
    async with opened(session) as pilot:
        assert "[b]bold[/b]" in shown(pilot)


async def test_f10_goes_on_to_the_next_turn_and_after_the_last_one_to_the_hot_wash() -> None:
    async with opened(watched()) as pilot:
        assert "F10 next turn" in shown(pilot)
        assert "turn 2 of 2 · SITUATION" in await press(pilot, "f10")
    async with opened(watched(2)) as pilot:
        assert "F10 end, debrief" in shown(pilot)
        assert "HOT WASH" in await press(pilot, "f10")


async def test_the_exercise_ends_early_only_with_a_reason_and_a_yes() -> None:
    session = watched()
    async with opened(session) as pilot:
        await press(pilot, "ctrl+x")
        assert "Write a few words" in await press(pilot, "enter")
        await write(pilot, "no time left")
        assert "Call EndEx now?" in await press(pilot, "enter")
        assert "OUTCOME" in await press(pilot, "enter")
        await press(pilot, "ctrl+x")
        await write(pilot, "no time left")
        assert "HOT WASH" in await press(pilot, "enter", "down", "enter")
    assert session.state.end_reason == "no time left"


async def test_undo_goes_back_to_the_adjudication() -> None:
    session = watched()
    async with opened(session) as pilot:
        await press(pilot, "ctrl+z", "down", "enter")
    assert session.room().phase.value == "adjudication"


def test_an_early_end_is_refused_after_the_last_turn() -> None:
    assert isinstance(watched(2).submit(FACILITATOR, EndExercise("")), Refusal)


async def test_a_countdown_of_the_talk_about_an_outcome_ends_with_it() -> None:
    async with opened(watched()) as pilot:
        app_of(pilot).clock.start(10)
        await press(pilot, "f10")
        assert app_of(pilot).clock.text() == ""
