"""The situation: values, the map, issues, what is in force; and what must not be seen there."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from exercise.conduct.command import FACILITATOR, Advance, HideScores, Holder, Respond
from exercise.engine.explain import points
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.table.table import Table
from exercise.ui.room_text import (
    acts_text,
    axes_text,
    indicators_by_state,
    issues_text,
    map_states,
)
from exercise.ui.screens.situation import SituationSheet
from tests.support.app import NARROW, SEED, WIDE, press, shown
from tests.support.busy import busy_program
from tests.support.sheets import flat, north, sheet_over, submitted

SIZES = [NARROW, WIDE]


def _situation(role: str = "") -> Callable[[Table], SituationSheet]:
    return lambda table: SituationSheet(table, role)


def _go_on(session: Session, phase: str) -> None:
    submitted(session, FACILITATOR, Advance())
    while session.room().phase.value != phase:
        submitted(session, FACILITATOR, Advance())


def _played(phase: str = "consultation", turn: int = 3) -> Session:
    return north(phase, turn, persons=False)


@pytest.mark.parametrize("size", SIZES)
async def test_a_seat_sees_its_own_state_first_then_the_region_then_all_places(
    size: tuple[int, int],
) -> None:
    session = _played()
    async with sheet_over(session, _situation("tajikistan"), size) as pilot:
        text = shown(pilot)
        assert "Values: your state" in text
        assert "Known to you alone" in text
        assert "S Security" in text
        assert re.search(r"■+□+ ", text)
        assert "Values: the region" in await press(pilot, "f2")
        text = await press(pilot, "f2")
        assert "Values: all places" in text
        assert re.search(r"S Kyrgyzstan +■", text)
        assert "Values: your state" in await press(pilot, "f2")


async def test_an_organisation_sees_the_region_in_place_of_a_state() -> None:
    session = _played()
    async with sheet_over(session, _situation("iom")) as pilot:
        assert "The region" in shown(pilot)
        assert "Your state" not in shown(pilot)


@pytest.mark.parametrize("role", ["", "tajikistan"])
async def test_a_published_value_has_no_number_before_endex(role: str) -> None:
    session = _played()
    async with sheet_over(session, _situation(role)) as pilot:
        await press(pilot, *(("f2", "f2") if role else ("f2",)))
        text = ""
        for _ in range(12):
            text += await press(pilot, "pagedown")
        assert "Values: all places" in text
        assert not re.search(r"\d[.,]\d", text)


async def test_the_facilitator_sees_exact_values_only_once_asked_for() -> None:
    session = _played()
    exact = next(
        one for one in session.facilitator().gauges if one.slot == "border_control[kazakhstan]"
    )
    async with sheet_over(session, _situation()) as pilot:
        assert "Exact values" not in shown(pilot)
        text = await press(pilot, "f2", "f2")
        assert "Exact values, for the facilitator alone" in text
        assert points(exact.exact or 0) in text


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("role", ["", "tajikistan"])
async def test_hidden_scores_show_no_value_and_no_band_on_the_map(
    role: str, size: tuple[int, int]
) -> None:
    session = _played()
    submitted(session, FACILITATOR, HideScores(True))
    async with sheet_over(session, _situation(role), size) as pilot:
        text = shown(pilot) + await press(pilot, "tab") + await press(pilot, "right", "f2")
        assert "Values are hidden from seats until the hot wash." in text
        assert not re.search(r"[■□]", text)
        assert not re.search(r"\b(low|middling|good|high)\b", text)
        assert "Kazakhstan" in text


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_shows_one_value_chosen_by_arrows(size: tuple[int, int]) -> None:
    session = _played()
    table = Table(session, "en")
    names = indicators_by_state(table, table.room().gauges)
    async with sheet_over(session, _situation("tajikistan"), size) as pilot:
        assert f"◂ {table.label(names[0])} ▸" in await press(pilot, "tab")
        assert f"◂ {table.label(names[1])} ▸" in await press(pilot, "right")
        assert f"◂ {table.label(names[-1])} ▸" in await press(pilot, "left", "left")


async def test_the_map_follows_the_highlighted_value() -> None:
    session = _played()
    async with sheet_over(session, _situation("tajikistan")) as pilot:
        await press(pilot, "home")
        for _ in range(20):
            text = await press(pilot, "down")
            if "◂ Social cohesion ▸" in text:
                break
        assert "◂ Social cohesion ▸" in text


@pytest.mark.parametrize("size", SIZES)
async def test_issues_red_lines_and_lasting_measures_are_told(size: tuple[int, int]) -> None:
    session = _played("outcome")
    issue = session.room().issues[0].label
    async with sheet_over(session, _situation("tajikistan"), size) as pilot:
        assert issue in await press(pilot, "tab", "tab")
        text = await press(pilot, "tab")
        assert "! red line crossed: A death in reception (turn 3)" in flat(text).replace(
            ". (", " ("
        )
        assert "Lasting measures" in text


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_tells_why_the_highlighted_value_moved(size: tuple[int, int]) -> None:
    session = _played()
    async with sheet_over(session, _situation("tajikistan"), size) as pilot:
        assert "Why: Security" in await press(pilot, "home", "f3")
        assert "Why: Migrant rights" in await press(pilot, "escape", "down", "enter")


@pytest.mark.parametrize("owner", ["rivermark", "highvale"])
@pytest.mark.parametrize("reader", ["rivermark", "highvale", ""])
async def test_what_a_seat_hides_is_in_no_other_list_of_measures(owner: str, reader: str) -> None:
    program = busy_program()
    roster: dict[str, Holder] = dict.fromkeys(program.roles, "person")
    session = begin_exercise(program, SEED, roster=roster, keep=False)
    _go_on(session, "decision")
    submitted(session, owner, Respond("quiet_watch", target=owner))
    _go_on(session, "consultation")
    async with sheet_over(session, _situation(reader)) as pilot:
        assert ("Quiet watch" in flat(shown(pilot))) == (reader == owner)


async def test_the_room_is_told_with_bands_and_without_numbers() -> None:
    table = Table(_played("outcome"), "en")
    room = table.room()
    told = "\n".join(
        [
            axes_text(table, room).plain,
            acts_text(table, room, "inject", "app-record-none", 70).plain,
            acts_text(table, room, "breach", "app-red-lines-none", 70).plain,
            acts_text(table, room, "agreement", "app-adopted-none", 70).plain,
            issues_text(table, room, 70).plain,
        ]
    )
    assert "S Security" in told
    assert "! red line crossed: A death in reception. (turn 3)" in told
    assert "• event: " in told
    assert not re.search(r"\d[.,]\d", told)
    assert all(len(line) <= 70 for line in told.splitlines())


def test_the_map_marks_states_in_which_a_red_line_was_crossed() -> None:
    table = Table(_played("outcome"), "en")
    room = table.room()
    crossed = {one.who for one in room.breaches}
    for state in map_states(table, room, room.gauges, "cohesion"):
        assert state.band
        assert state.breach == (state.slug in crossed)


@pytest.mark.parametrize("size", SIZES)
async def test_in_russian_every_word_is_there(size: tuple[int, int]) -> None:
    session = _played()
    async with sheet_over(session, _situation("tajikistan"), size, "ru") as pilot:
        text = await press(pilot, "f2", "f2", "tab", "tab", "tab")
        assert "Нарушенные красные линии" in text or "Действует" in text
