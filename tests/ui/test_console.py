"""The console by keys: what is shown, injects, and the way through a turn."""

from __future__ import annotations

import re

import pytest

from exercise.conduct.command import FACILITATOR, AddInject
from tests.support.app import NARROW, WIDE, app_of, opened, press, shown, write
from tests.support.console import conducted, go_to, status

SIZES = pytest.mark.parametrize("size", [NARROW, WIDE])


# --- what is shown ------------------------------------------------------------------------


@SIZES
async def test_the_first_line_has_exact_axes_the_phase_and_the_time(size: tuple[int, int]) -> None:
    session = conducted("situation")
    exact = {g.slot: g.exact for g in session.facilitator().gauges}["security"]
    async with opened(session, size) as pilot:
        first = shown(pilot).splitlines()[0]
        assert "SITUATION" in first
        assert "12:00" in first
        assert exact is not None
        assert f"S {exact / 100:g}" in first


async def test_panes_stand_side_by_side_or_become_tabs() -> None:
    names = ("Up next", "Drawer", "Seats", "World, only you see this")
    async with opened(conducted("situation"), WIDE) as pilot:
        assert all(f"─ {name} " in shown(pilot) for name in names)
    async with opened(conducted("situation"), NARROW) as pilot:
        assert all(name in shown(pilot).splitlines()[1] for name in names)
        assert "Only" not in await press(pilot, "tab", "tab")
        assert "● Tajikistan" in shown(pilot)


async def test_what_is_near_stands_first_and_the_expected_action_below() -> None:
    async with opened(conducted("situation", 2), WIDE) as pilot:
        lines = [line[2:58] for line in shown(pilot).splitlines()[2:10]]
        assert lines[0].startswith("● 1.3  The first queue at the river")
        assert lines[0].rstrip().endswith("ready")
        assert "Expected: People are let in and heard one by one." in shown(pilot)


async def test_a_condition_is_told_in_words() -> None:
    async with opened(conducted("situation"), WIDE) as pilot:
        await go_to(pilot, "next", "water_shortage")
        assert "Comes when: Crisis preparedness, Tajikistan < 40" in shown(pilot)


async def test_a_content_note_is_told_on_the_line_and_above_the_text_of_the_sheet() -> None:
    async with opened(conducted("situation"), WIDE) as pilot:
        await go_to(pilot, "next", "water_shortage")
        note = "Content note: Tells of a death at a site"
        assert note in shown(pilot)
        sheet = await press(pilot, "f5")
        assert sheet.rindex(note) < sheet.rindex("The makeshift site near the river")


async def test_exact_values_and_effects_on_their_way_are_listed() -> None:
    async with opened(conducted("situation", 2), WIDE) as pilot:
        text = shown(pilot)
        assert "On their way" in text
        assert "… turn 3: +" in text
        assert "smaller effects more" in text
        await go_to(pilot, "world", ".more")
        assert "Turn 3: " in await press(pilot, "enter")


async def test_numbers_of_the_world_stand_below_each_other_at_the_decimal_point() -> None:
    session = conducted("situation", 1)
    async with opened(session, (120, 60)) as pilot:
        lines = [line[61:] for line in shown(pilot).splitlines()[1:]]
    found = [re.search(r" (\d+)(?:\.\d+)? +(?:very )?(?:low|middling|good) ", one) for one in lines]
    told = [match for match in found if match]
    assert {"." in match.group() for match in told} == {True, False}
    assert len(told) > 10
    assert len({match.end(1) for match in told}) == 1


async def test_why_and_the_situation_open_from_a_value() -> None:
    async with opened(conducted("situation", 2), WIDE) as pilot:
        await go_to(pilot, "world", "security")
        await press(pilot, "f3")
        assert type(pilot.app.screen).__name__ == "WhySheet"
        await press(pilot, "escape", "enter")
        assert type(pilot.app.screen).__name__ == "SituationSheet"


# --- injects ------------------------------------------------------------------------------


@SIZES
async def test_enter_releases_what_is_ready_and_reads_what_is_not(size: tuple[int, int]) -> None:
    session = conducted("situation", 2)
    async with opened(session, size) as pilot:
        assert " Enter release" in shown(pilot)
        assert "✓ Released: The first queue at the river" in await press(pilot, "enter")
        assert status(session, "first_queue") == "released"
        await go_to(pilot, "next", "first_queue")
        assert " Enter read" in shown(pilot)
        assert "Some four hundred people wait" in await press(pilot, "enter")


async def test_what_is_ready_is_released_one_after_the_other() -> None:
    session = conducted("situation")
    ready = [one.inject for one in session.facilitator().injects if one.status == "ready"]
    assert len(ready) > 1
    async with opened(session) as pilot:
        await press(pilot, *("enter" for _ in ready))
        assert {status(session, name) for name in ready} == {"released"}


async def test_an_inject_is_held_and_then_released_all_the_same() -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        assert "✓ Held back for this turn: The first queue" in await press(pilot, "f2")
        assert status(session, "first_queue") == "held"
        await go_to(pilot, "next", "first_queue")
        await press(pilot, "enter")
        assert status(session, "first_queue") == "released"


async def test_an_inject_is_left_out_with_a_reason_and_not_without() -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        assert "The text is empty" in await press(pilot, "f3", "enter")
        await press(pilot, "escape")
        assert status(session, "first_queue") == "ready"
        await press(pilot, "f3")
        await write(pilot, "no time [b]left[/b]")
        assert "Left out for good: The first queue" in await press(pilot, "enter")
        assert session.state.skipped == (("first_queue", "no time [b]left[/b]"),)


async def test_an_inject_whose_time_has_not_come_is_released_after_a_question() -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        await go_to(pilot, "next", "onward_request")
        assert "Its time has not come." in await press(pilot, "f4")
        await press(pilot, "enter")
        assert status(session, "onward_request") == "waiting"
        await press(pilot, "f4", "2", "enter")
        assert status(session, "onward_request") == "released"


async def test_enter_arms_what_lies_in_the_drawer_and_puts_it_back() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        await go_to(pilot, "drawer", "attack_on_family")
        assert "by hand, turn 3" in shown(pilot)
        assert "◉ 1.11" in await press(pilot, "enter")
        assert status(session, "attack_on_family") == "armed"
        assert " Enter disarm" in shown(pilot)
        await press(pilot, "enter")
        assert status(session, "attack_on_family") == "waiting"


async def test_the_sheet_of_an_inject_offers_what_can_be_done_with_it() -> None:
    session = conducted("situation", 2)
    async with opened(session) as pilot:
        text = await press(pilot, "f5")
        assert "For Tajikistan alone: The commander's own count" in text
        assert all(word in text for word in ("F4 release", "F2 hold", "F3 skip"))
        assert "F6 arm" not in text
        await press(pilot, "f2")
        assert status(session, "first_queue") == "held"


@SIZES
async def test_a_new_inject_goes_to_everybody_or_to_some(size: tuple[int, int]) -> None:
    session = conducted("consultation")
    async with opened(session, size) as pilot:
        await press(pilot, "f7")
        await write(pilot, "A bridge [red]closes[/red]")
        await press(pilot, "enter")
        await write(pilot, "It is unsafe.")
        assert "For: everybody." in shown(pilot)
        assert "✓ Released: A bridge [red]closes[/red]" in await press(pilot, "f10")
        assert session.state.deliveries[-1].to == ()
        await press(pilot, "f7")
        await write(pilot, "Only one")
        await press(pilot, "enter")
        await write(pilot, "knows.")
        roles = [seat.role for seat in session.room().seats]
        assert shown(pilot).count("[x]") == 0
        await press(pilot, "f6")
        assert shown(pilot).count("[x]") == len(roles)
        assert "F2 all or none" in await press(pilot, "f2")
        await press(pilot, "end", "space", "f10", "f10")
        assert list(session.state.deliveries[-1].to) == roles[-1:]


async def test_an_inject_written_on_the_spot_stands_in_the_list_and_can_be_read() -> None:
    session = conducted("consultation")
    session.submit(FACILITATOR, AddInject("A bridge closes", "It is unsafe.", ("tajikistan",)))
    async with opened(session, WIDE) as pilot:
        await go_to(pilot, "next", "added.1")
        line = next(one for one in shown(pilot).splitlines() if "A bridge closes" in one)
        assert "→ Tajikistan" in line
        assert "released" in line
        assert "It is unsafe." in await press(pilot, "enter")


async def test_only_what_an_inject_can_still_have_is_offered() -> None:
    session = conducted("situation", 2)
    async with opened(session, WIDE) as pilot:
        assert " F3 skip" in shown(pilot)
        await press(pilot, "enter")
        await go_to(pilot, "next", "first_queue")
        keys = shown(pilot).splitlines()[-1]
        assert " Enter read" in keys
        assert not any(word in keys for word in ("release", "hold", "skip"))


@pytest.mark.parametrize(
    ("phase", "word"),
    [
        ("briefing", "F10 begin turn 1"),
        ("situation", "F10 to consultation"),
        ("consultation", "F10 to decision"),
        ("decision", "F10 to adjudication"),
        ("adjudication", "F10 to outcome"),
    ],
)
async def test_the_key_that_goes_on_says_where_to(phase: str, word: str) -> None:
    async with opened(conducted(phase), WIDE) as pilot:
        assert word in shown(pilot)


async def test_a_new_inject_without_a_text_stays_open() -> None:
    session = conducted("consultation")
    async with opened(session) as pilot:
        before = len(session.state.deliveries)
        await press(pilot, "f7")
        await write(pilot, "A title")
        assert "The text is empty" in await press(pilot, "f10")
        assert len(session.state.deliveries) == before


# --- through a turn -----------------------------------------------------------------------


@SIZES
async def test_a_turn_from_situation_to_outcome(size: tuple[int, int]) -> None:
    """What is ready is released by going on; persons who were not there are named once per phase."""
    session = conducted("situation", 2)
    async with opened(session, size) as pilot:
        assert "CONSULTATION" in (await press(pilot, "f10")).splitlines()[0]
        assert status(session, "first_queue") == "released"
        text = await press(pilot, "f10")
        assert "Not yet at the keyboard: Tajikistan, IOM." in text
        assert "CONSULTATION" in (await press(pilot, "enter")).splitlines()[0]
        table = app_of(pilot).table
        assert table is not None
        table.finish("tajikistan")
        assert "Not yet at the keyboard: IOM." in await press(pilot, "f10")
        assert "DECISION" in (await press(pilot, "2", "enter")).splitlines()[0]
        assert "✓ sealed" in shown(pilot) or size == NARROW
        assert "ADJUDICATION" in (await press(pilot, "f10", "2", "enter")).splitlines()[0]
        assert "To rule on" in shown(pilot)
        await press(pilot, "f10", "f10")
        assert session.room().phase.value == "outcome"


async def test_everything_the_console_can_do_is_in_the_help() -> None:
    async with opened(conducted("situation", 2), WIDE) as pilot:
        text = await press(pilot, "f1")
        for word in ("clock", "observations", "order of seats", "PINs", "undo", "room view"):
            assert word in text
