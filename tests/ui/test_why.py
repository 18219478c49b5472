"""Why, and why not: open words for a seat before EndEx, rows for the facilitator and after it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from exercise.conduct.command import FACILITATOR, Advance, HideScores
from exercise.engine.explain import points
from exercise.report.why import explain_rows
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.table.table import Table
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.why import WhySheet, ask_why
from exercise.ui.screens.why_not import WhyNotSheet
from tests.support.app import NARROW, WIDE, app_of, press, shown
from tests.support.screens import settled
from tests.support.sheets import flat, north, sheet_over, submitted

SIZES = [NARROW, WIDE]
NUMBER = re.compile(r"[-+]\d|\d[.,]\d|\d →")
VALUE = "preparedness[tajikistan]"


def _why(slot: str, role: str = "", turn: int = 0) -> Callable[[Table], WhySheet]:
    return lambda table: WhySheet(table, slot, role, turn)


def _outcome(turn: int = 2) -> Session:
    return north("outcome", turn, persons=False)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("slot", ["security", "rights", VALUE, "preparedness"])
async def test_a_seat_reads_open_causes_in_size_words_and_no_number(
    slot: str, size: tuple[int, int]
) -> None:
    session = _outcome()
    async with sheet_over(session, _why(slot, "tajikistan"), size) as pilot:
        text = shown(pilot)
        assert re.search(r"(a little|clearly|a lot), for the (better|worse)", text)
        assert "Source: " in text
        for _ in range(4):
            assert not NUMBER.search(text.partition("Turn 2")[2]), text
            text = await press(pilot, "pagedown")


async def test_a_value_of_the_card_is_asked_about_by_both_its_names() -> None:
    async with sheet_over(_outcome(), _why(VALUE, "tajikistan"), NARROW) as pilot:
        assert "Why: Crisis preparedness (Readiness of your reception places)" in shown(pilot)


async def test_a_value_that_moved_without_an_open_cause_is_told_in_the_debrief() -> None:
    session = _outcome()
    room, seat = session.room(), session.seat("tajikistan")
    open_to = {one.slot for one in room.changes}
    closed = [one for one in seat.card_gauges if one.slot not in open_to]
    assert {one.arrow == "flat" for one in closed} == {True, False}
    for gauge in closed:
        async with sheet_over(session, _why(gauge.slot, "tajikistan")) as pilot:
            told = "told in the debrief" in flat(shown(pilot))
            assert told == (gauge.arrow != "flat"), gauge.slot


async def test_a_seat_does_not_read_the_number_of_its_own_card_before_endex() -> None:
    session = _outcome()
    exact = {one.slot: one.exact for one in session.seat("tajikistan").card_gauges}
    async with sheet_over(session, _why(VALUE, "tajikistan")) as pilot:
        assert exact[VALUE] is not None
        assert points(exact[VALUE] or 0) not in shown(pilot)


async def test_a_cause_that_is_not_open_stays_unnamed_for_a_seat_and_is_named_to_the_facilitator() -> (
    None
):
    session = _outcome(3)
    slot = "asylum_access[turkmenistan]"
    changes = [one for one in session.room().changes if one.slot == slot]
    assert any(not one.name for one in changes)
    told = explain_rows(session.program, session.state, 3, slot)
    covert = [
        part.cause
        for part in told.rows
        if part.kind == "measure" and session.program.measure_cards[part.name].covert
    ]
    assert covert
    async with sheet_over(session, _why(slot, "tajikistan")) as pilot:
        text = flat(shown(pilot))
        assert "The cause has not been made public." in text
        name = covert[0].partition(": ")[2].partition(" →")[0]
        assert name
        assert name not in text
        await press(pilot, "escape")
        table = app_of(pilot).table
        assert table is not None
        app_of(pilot).push_screen(WhySheet(table, slot))
        await settled(pilot)
        assert name in flat(shown(pilot))


async def test_a_value_that_is_not_published_tells_a_seat_nothing() -> None:
    session = _outcome()
    shown_slots = {one.slot for one in session.room().gauges}
    hidden = next(
        one.slot
        for one in session.facilitator().gauges
        if one.slot not in shown_slots and one.family not in ("axis", "card") and one.arrow != "flat"
        and all(one.slot != card.slot for card in session.seat("tajikistan").card_gauges)
    )  # fmt: skip
    async with sheet_over(session, _why(hidden, "tajikistan")) as pilot:
        assert "This value is not published." in shown(pilot)
        assert "Source" not in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_hidden_scores_tell_a_seat_nothing(size: tuple[int, int]) -> None:
    session = _outcome()
    submitted(session, FACILITATOR, HideScores(True))
    async with sheet_over(session, _why("security", "tajikistan"), size) as pilot:
        assert "Values are hidden from seats until the hot wash." in shown(pilot)
        assert "Source" not in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_the_facilitator_reads_rows_that_add_up_and_everything_about_one(
    size: tuple[int, int],
) -> None:
    session = _outcome()
    told = explain_rows(session.program, session.state, 2, VALUE)
    largest = max(told.rows, key=lambda part: abs(part.amount))
    async with sheet_over(session, _why(VALUE), size) as pilot:
        text = flat(shown(pilot))
        assert f"Turn 2 {points(told.before)} → {points(told.after)}" in text
        assert "+6.75" in text
        text = flat(await press(pilot, "enter"))
        assert "One row" in text
        assert largest.source == "design value"
        assert "source: a choice of this exercise's designers" in text
        assert largest.key in text


async def test_left_and_right_go_through_the_turns_for_the_facilitator_alone() -> None:
    session = _outcome()
    async with sheet_over(session, _why(VALUE)) as pilot:
        assert "Turn 1 " in await press(pilot, "left")
        assert "Turn 2 " in await press(pilot, "left")
        assert "Turn 1 " in await press(pilot, "right")
    session = _outcome()
    async with sheet_over(session, _why(VALUE, "tajikistan")) as pilot:
        text = await press(pilot, "left")
        assert "Turn 2 " in text
        assert "← earlier" not in text


async def test_after_endex_a_seat_reads_rows_too() -> None:
    session = _outcome()
    conduct(session)
    assert session.room().phase.value == "hot_wash"
    async with sheet_over(session, _why("rights", "tajikistan")) as pilot:
        text = shown(pilot)
        assert "Turn 6" in text
        assert re.search(r"\d+(\.\d+)? → \d+(\.\d+)?   \([-+]", text)
        assert "After the end (run-out), turn 7" in await press(pilot, "right")


async def test_before_the_first_outcome_there_is_nothing_to_tell() -> None:
    session = north()
    async with sheet_over(session, _why(VALUE)) as pilot:
        assert "There has been no outcome yet" in shown(pilot)
        assert "Why not?" in await press(pilot, "f4")


@pytest.mark.parametrize("size", SIZES)
async def test_why_not_tells_the_condition_that_kept_a_rule_silent(size: tuple[int, int]) -> None:
    session = _outcome()
    async with sheet_over(session, _why(VALUE), size) as pilot:
        text = flat(await press(pilot, "f4"))
        assert "unready agencies fail (Tajikistan) silent" in text
        assert "not true: reception_load[tajikistan] > preparedness[tajikistan]" in text
        assert "read: " in text
        text = flat(await press(pilot, *"distrust wears"))
        assert "distrust wears cooperation" in text
        assert "unready agencies" not in text


async def test_why_not_tells_the_facilitator_which_seat_cannot_use_a_measure() -> None:
    session = _outcome()
    async with sheet_over(session, _why(VALUE)) as pilot:
        text = flat(await press(pilot, "f4", *"emergency rules"))
        assert "Tajikistan: Emergency rules not available" in text
        assert "What has happened has closed it." in text


async def test_why_not_tells_a_seat_of_its_measures_and_no_rule() -> None:
    session = _outcome()
    sheet = lambda table: WhyNotSheet(table, VALUE, "tajikistan", 2)  # noqa: E731
    async with sheet_over(session, sheet) as pilot:
        text = flat(shown(pilot))
        assert "Emergency rules not available" in text
        assert "silent" not in text
        assert "Nothing fits." in await press(pilot, *"unready")


@pytest.mark.parametrize("size", SIZES)
async def test_any_value_is_found_by_typing_and_asked_about(size: tuple[int, int]) -> None:
    session = _outcome()
    async with sheet_over(session, _why(VALUE), size) as pilot:
        await press(pilot, "escape")
        table, screen = app_of(pilot).table, app_of(pilot).screen
        assert table is not None
        assert isinstance(screen, TableScreen)
        ask_why(screen, table, "tajikistan")
        await settled(pilot)
        text = await press(pilot, *"asyl kyr", "enter")
        assert "Why: Access to territory and asylum, Kyrgyzstan" in text


async def test_hidden_scores_give_a_seat_no_value_to_ask_about() -> None:
    session = _outcome()
    submitted(session, FACILITATOR, HideScores(True))
    async with sheet_over(session, _why(VALUE)) as pilot:
        await press(pilot, "escape")
        table, screen = app_of(pilot).table, app_of(pilot).screen
        assert table is not None
        assert isinstance(screen, TableScreen)
        ask_why(screen, table, "tajikistan")
        await settled(pilot)
        assert app_of(pilot).screen is screen
        assert "⊘ Values are hidden from seats until the hot wash." in shown(pilot)


async def test_a_phase_further_the_last_outcome_is_still_told() -> None:
    session = _outcome()
    submitted(session, FACILITATOR, Advance())
    async with sheet_over(session, _why(VALUE, "tajikistan")) as pilot:
        assert "Turn 2 " in shown(pilot)
