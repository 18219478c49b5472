"""The room's view: public facts alone, whatever happens, and no way back past the PIN."""

from __future__ import annotations

import json
import re

import pytest

from exercise.conduct.command import (
    FACILITATOR,
    AddInject,
    AddRow,
    Advance,
    Ask,
    HideScores,
    Observe,
    RequestPause,
    RespondFreely,
)
from exercise.library.loader import load_scenario
from exercise.session.auto import let_bots_act
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.ui.screens.console import ConsoleScreen
from exercise.ui.screens.palette import acts_of
from exercise.ui.screens.room import RoomScreen
from tests.support.app import NARROW, SEED, WIDE, app_of, opened, press, write
from tests.support.canaries import aviary, canaries_in
from tests.support.console import conducted

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])
PHASES = ("situation", "consultation", "decision", "adjudication", "outcome")


def _canaries(phase: str, turn: int) -> tuple[Session, set[str]]:
    """Return an exercise full of canaries in a phase, and those the room may know then."""
    kept = aviary(load_scenario("first-steps").program.bundle)
    session = begin_exercise(kept.program, SEED, keep=False, roster={"iom": "person"})
    while (room := session.room()).phase.value != phase or room.turn != turn:
        let_bots_act(session)
        if room.phase.value == "decision":
            session.submit("iom", RespondFreely(f"qz{5_000 + room.turn}zq"))
        session.submit(FACILITATOR, Advance())
    return session, kept.known(session.state, None)


@SIZES
async def test_the_room_sees_moment_axes_and_public_injects_with_their_text(
    size: tuple[int, int],
) -> None:
    session = conducted("consultation")
    session.submit(FACILITATOR, AddInject("A [b]bridge[/b]", "It shakes.", ()))
    async with opened(session, size) as pilot:
        text = await press(pilot, "f12")
        assert isinstance(pilot.app.screen, RoomScreen)
        assert "NORTHERN DISPLACEMENT · turn 1 of 6" in text
        assert "C O N S U L T A T I O N" in text
        assert "Spring 2016" in text
        assert "S Security        ■■■□□  middling →" in text
        assert "R Migrant rights  ■" in text
        assert "▌ Early reports from the north" in text
        assert "Families with relatives in" in text
        assert ("▌ A [b]bridge[/b]" in text) or size == NARROW
        assert ("│Tajikistan" in text) == (size == WIDE)


@SIZES
@pytest.mark.parametrize(("phase", "turn"), [(phase, 2) for phase in PHASES])
async def test_no_canary_of_a_seat_or_the_facilitator_reaches_the_room(
    phase: str, turn: int, size: tuple[int, int]
) -> None:
    """Nor does one reach it after a note, a question, a wish for a pause, and with help and palette open."""
    session, known = _canaries(phase, turn)
    hidden = canaries_in(session.facilitator()) - known
    assert hidden
    async with opened(session, size) as pilot:
        await press(pilot, "f12")
        session.submit(FACILITATOR, Observe("qz7001zq"))
        session.submit("iom", Ask("qz7002zq"))
        session.submit("iom", RequestPause("qz7003zq"))
        app_of(pilot).refresh_views()
        told = await press(pilot, "end") + await press(pilot, "home")
        told += await press(pilot, "f1") + await press(pilot, "escape", "ctrl+p")
        assert canaries_in(told) <= known


async def test_no_exact_value_of_the_facilitator_is_on_the_projector() -> None:
    session = conducted("adjudication", 2)
    numbers = {f"{(gauge.exact or 0) / 100:g}" for gauge in session.facilitator().gauges}
    numbers = {number for number in numbers if "." in number}
    async with opened(session) as pilot:
        text = await press(pilot, "f12")
        assert not numbers & set(re.findall(r"\d+\.\d+", text))


async def test_what_is_not_public_is_not_there() -> None:
    session = conducted("consultation", 2)
    view = session.facilitator()
    private = [one.title for one in view.injects if one.to != ("all",)]
    async with opened(session) as pilot:
        text = await press(pilot, "f12")
        assert "A newspaper makes a claim" in text
        assert not [title for title in private if title in text]
        assert not [one.expected for one in view.injects if one.expected[:30] in text]
        assert json.dumps(text).count("Drawer") == 0


async def test_hidden_scores_are_hidden_here_too() -> None:
    session = conducted("consultation", 2)
    session.submit(FACILITATOR, HideScores(True))
    async with opened(session) as pilot:
        text = await press(pilot, "f12")
        assert "Values are hidden from seats" in text
        assert "middling" not in text
        assert "Tajikistan" in text


async def test_the_outcome_is_told_in_five_lines() -> None:
    async with opened(conducted("adjudication", 2)) as pilot:
        await press(pilot, "f10", "f10")
        text = await press(pilot, "f12")
        assert "In five lines" in text
        assert text.count("for the better.") + text.count("for the worse.") >= 3


@pytest.mark.parametrize("size", [(80, 60), WIDE])
async def test_beside_the_outcome_the_room_reads_each_ruling_that_moved_a_value_and_its_reason(
    size: tuple[int, int],
) -> None:
    """A large one too stands there and not in the five lines; a further line begins below the text."""
    session = conducted("adjudication", 2)
    reason = "the fair [b]brought[/b] people from both banks together, and they were at ease there"
    session.submit(FACILITATOR, AddRow("cohesion[tajikistan]", 100, reason))
    session.submit(FACILITATOR, AddRow("cohesion[uzbekistan]", -3000, "a quarrel over water"))
    async with opened(session, size) as pilot:
        await press(pilot, "f10", "f10")
        lines = (await press(pilot, "f12")).splitlines()
        assert any(re.match(r" +↘ Social cohesion, Uzbekistan fell a lot", line) for line in lines)
        left = [line[:72].split("│")[0] if size == WIDE else line for line in lines]
        told = " ".join(line.strip() for line in left)
        assert told.index("In five lines") < told.index("Rulings of this turn")
        rulings = told[told.index("Rulings of this turn") :]
        assert "↘ Social cohesion, Uzbekistan fell a lot, for the worse." in rulings
        assert rulings.count("A ruling of the facilitator: a quarrel over water.") == 1
        assert told.count("a quarrel over water") == 1
        assert f"A ruling of the facilitator: {reason}." in rulings


@pytest.mark.parametrize("hidden", [False, True])
async def test_the_room_hears_of_no_ruling_where_there_is_none_or_scores_are_hidden(
    hidden: bool,
) -> None:
    session = conducted("adjudication", 2)
    if hidden:
        session.submit(FACILITATOR, AddRow("cohesion[tajikistan]", 100, "a fair"))
        session.submit(FACILITATOR, HideScores(True))
    async with opened(session) as pilot:
        await press(pilot, "f10", "f10")
        text = await press(pilot, "f12")
        assert "Rulings of this turn" not in text
        assert "a fair" not in text


async def test_the_room_counts_who_has_sealed_and_follows() -> None:
    from exercise.conduct.command import Seal

    session = conducted("decision", 2)
    async with opened(session) as pilot:
        before = re.search(r"Sealed: (\d+) of 11", await press(pilot, "f12"))
        assert before is not None
        session.submit("iom", Seal())
        app_of(pilot).refresh_views()
        assert f"Sealed: {int(before[1]) + 1} of 11 seats." in await press(pilot, "home")


@pytest.mark.parametrize("key", ["escape", "f12", "ctrl+r"])
async def test_the_way_back_is_free_without_a_pin(key: str) -> None:
    async with opened(conducted("consultation")) as pilot:
        await press(pilot, "ctrl+r")
        assert isinstance(pilot.app.screen, RoomScreen)
        await press(pilot, key)
        assert isinstance(pilot.app.screen, ConsoleScreen)


async def test_with_a_pin_nobody_comes_back_without_it() -> None:
    async with opened(conducted("consultation")) as pilot:
        table = app_of(pilot).table
        assert table is not None
        table.pins[FACILITATOR] = "42"
        await press(pilot, "f12")
        for key in ("f10", "enter", "f2", "f3", "f8", "tab", "ctrl+z", "ctrl+e", "f9", "f7"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, RoomScreen)
        await press(pilot, "escape")
        await write(pilot, "41")
        assert "That is not the PIN" in await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RoomScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(pilot.app.screen, RoomScreen)
        await press(pilot, "escape")
        await write(pilot, "42")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ConsoleScreen)


async def test_the_palette_offers_nothing_but_the_way_back_and_what_works_everywhere() -> None:
    async with opened(conducted("consultation")) as pilot:
        await press(pilot, "f12")
        app = app_of(pilot)
        named = [one.name for one in acts_of(app.screen)]
        assert sorted(named) == ["back", "dark or light", "help", "leave"]


async def test_while_bots_act_the_room_is_not_opened() -> None:
    async with opened(conducted("consultation")) as pilot:
        app = app_of(pilot)
        assert app.course is not None
        app.course.busy = True
        assert "The bots are acting." in await press(pilot, "f12")
        assert isinstance(app.screen, ConsoleScreen)
