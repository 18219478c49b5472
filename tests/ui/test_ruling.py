"""Ruling by keys: let stand with one key, or change with a reason; and take back."""

from __future__ import annotations

import pytest

from exercise.conduct.command import FACILITATOR, Respond, RespondFreely, ScaleResponse
from exercise.session.local import Session
from exercise.table.rulings import proposal_line
from exercise.table.table import Table
from exercise.ui.screens.ruling import RulingSheet
from exercise.ui.widgets.rows import Rows
from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown, write
from tests.support.console import conducted, go_to
from tests.support.places import ruling

OWN_WORDS = "We fund [b]mobile[/b] clinics"


def _cut_off(*responses: Respond | RespondFreely, role: str = "iom") -> Session:
    """Return an exercise in adjudication, where a person has responded so."""
    from exercise.conduct.command import Advance
    from exercise.session.local import Accepted

    session = conducted("decision", 2)
    for response in responses:
        assert isinstance(session.submit(role, response), Accepted)
    session.submit(FACILITATOR, Advance())
    return session


def _measure(session: Session, role: str) -> Respond:
    """Return a response with a measure that is open to a role and asks for no reasons."""
    found = (one for one in session.seat(role).measures if one.available)
    one = next(one for one in found if not one.restrictive and not one.statement)
    return Respond(one.slug, one.targets[0].slug if one.needs_target else "")


def _of(session: Session, role: str) -> str:
    return next(o.decided.id for o in session.facilitator().to_rule if o.decided.role == role)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_one_who_plays_alone_is_told_why_the_console_came(size: tuple[int, int]) -> None:
    told = "You conduct as well: say what your own words bring"
    async with opened(begun(phase="decision"), size) as pilot:
        await press(pilot, "f4")
        await write(pilot, "Tea for everybody")
        text = await press(pilot, "f10", "f10", "enter")
        assert "ADJUDICATION" in text.splitlines()[0]
        assert told in text
    async with opened(_cut_off(RespondFreely(OWN_WORDS)), size) as pilot:
        assert told not in shown(pilot)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_flagged_responses_stand_first_and_free_text_is_text(size: tuple[int, int]) -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session, size) as pilot:
        text = shown(pilot)
        flagged = [line for line in text.splitlines() if "! " in line[:5]]
        assert any(OWN_WORDS in line and "free text" in line for line in flagged)
        await go_to(pilot, "rule", _of(session, "iom"))
        text = await press(pilot, "enter")
        assert OWN_WORDS in text
        assert "Flag: free text." in text
        assert "The engine proposes nothing: it cannot weigh words of one's own." in text
        assert "It then brings nothing." in text
        assert "In detail" not in text


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_sheet_says_first_what_is_proposed_and_then_the_two_choices(
    size: tuple[int, int],
) -> None:
    session = ruling()
    one = next(one for one in session.facilitator().to_rule if "no_yield" in one.flags)
    async with opened(session, size) as pilot:
        await go_to(pilot, "rule", one.decided.id)
        lines = (await press(pilot, "enter")).splitlines()
    at = [
        next(n for n, line in enumerate(lines) if words in line)
        for words in (one.text, "proposes no effect", "1 Let it stand", "2 Change it")
    ]
    assert at == sorted(at)
    assert "parts in place 0 %" in lines[at[1]] + lines[at[1] + 1]
    assert "In detail" in "\n".join(lines[at[3] :])


async def test_the_second_choice_changes_with_the_same_key() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        assert "Enter let it stand" in await press(pilot, "enter")
        assert "Enter change" in await press(pilot, "down")
        assert "What do you change?" in await press(pilot, "enter")
        await press(pilot, "escape")
        await press(pilot, "up", "enter")
        assert not isinstance(pilot.app.screen, RulingSheet)
    assert session.state.rulings == ()


async def test_what_scaled_several_rows_alike_is_told_once() -> None:
    session = ruling()
    one = next(one for one in session.facilitator().to_rule if "no_yield" in one.flags)
    assert len(one.rows) > 1
    async with opened(session) as pilot:
        await go_to(pilot, "rule", one.decided.id)
        text = await press(pilot, "enter")
    assert text.count("Scaled by: parts in place 0 %; delivery") == 1


def test_a_proposal_is_told_in_one_sentence_with_its_weakest_link() -> None:
    table = Table(conducted("adjudication", 3), "en")
    told = {}
    for one in table.facilitator().to_rule:
        told[one.who, one.text] = proposal_line(table, one)
    # 60 x 10 x 55 x 60 x 75 per cent are one and a half per cent.
    assert told["Uzbekistan", "Police and border training"] == (
        "The engine proposes 1 % of the intended effect. Held back most by: parts in place 10 %."
    )
    assert told["Kazakhstan", "Regional talks on refugees"] == (
        "The engine proposes that it stands, and moves no value by itself."
    )
    # Its side effects are not scaled by what the audiences hear.
    assert (
        "up to 10 % of it accepted. Held back most by: heard by the audiences 26 %"
        in (told["UNHCR", "Statement, ordinary politics"])
    )


def test_a_ruling_shows_in_the_sentence() -> None:
    session = conducted("adjudication", 3)
    one = next(o for o in session.facilitator().to_rule if o.text == "Share early-warning data")
    session.submit(FACILITATOR, ScaleResponse(one.decided.id, 20, "half the staff away"))
    table = Table(session, "en")
    one = next(o for o in table.facilitator().to_rule if o.text == "Share early-warning data")
    assert proposal_line(table, one).endswith("Held back most by: ruling 20 %.")


async def test_enter_lets_a_response_stand_and_marks_the_next() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        rows = pilot.app.screen.query_one("#rule", Rows)
        first = rows.current
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, RulingSheet)
        await press(pilot, "enter")
        assert rows.current != first
        assert "✓ " in shown(pilot)
        second = rows.current
        await press(pilot, "f4")
        assert rows.current != second
        assert session.state.rulings == ()


async def test_going_on_leads_to_what_was_not_looked_at_and_the_next_time_accepts_all() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        await press(pilot, "tab")
        assert "flagged response" in await press(pilot, "f10")
        assert session.room().phase.value == "adjudication"
        assert pilot.app.screen.focused is pilot.app.screen.query_one("#rule", Rows)
        await press(pilot, "f10")
        assert session.room().phase.value == "outcome"


async def test_once_all_flagged_ones_were_looked_at_one_key_goes_on() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        for _ in range(sum(1 for one in session.facilitator().to_rule if one.flags)):
            await press(pilot, "f4")
        assert "flagged" not in shown(pilot)
        await press(pilot, "f10")
        assert session.room().phase.value == "outcome"


async def test_a_response_is_scaled_with_a_reason() -> None:
    session = conducted("decision", 2)
    session = _cut_off(_measure(session, "iom"))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        await press(pilot, "f6", "1", "enter")
        await write(pilot, "50")
        await press(pilot, "enter")
        assert "The text is empty" in await press(pilot, "enter")
        await write(pilot, "half the staff [was] away")
        assert "✓ Ruled." in await press(pilot, "enter")
        ruling = session.state.rulings[0]
        assert (ruling.kind, ruling.percent) == ("scale", 50)
        assert ruling.reason == "half the staff [was] away"
        text = await press(pilot, "enter")
        assert "× 50 %: half the staff [was] away" in text


@pytest.mark.parametrize(("typed", "told"), [("much", "is not a number"), ("201", "0 to 200")])
async def test_a_wrong_percentage_rules_nothing(typed: str, told: str) -> None:
    session = conducted("decision", 2)
    session = _cut_off(_measure(session, "iom"))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        await press(pilot, "f6", "1", "enter")
        await write(pilot, typed)
        text = await press(pilot, "enter")
        if typed == "201":
            await write(pilot, "why not")
            text = await press(pilot, "enter")
        assert told in text
        assert session.state.rulings == ()


async def test_free_text_counts_as_a_measure_and_is_not_flagged_any_more() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        text = await press(pilot, "enter", "f6")
        assert "yields more or less" not in text
        await press(pilot, "1", "enter", "enter")
        while "Reason for the ruling" not in shown(pilot):
            await press(pilot, "enter")
        await write(pilot, "it is what they mean")
        await press(pilot, "enter")
        assert session.state.rulings[0].kind == "replace"
        assert "Flag: free text." not in shown(pilot)
        assert "= " in shown(pilot)


async def test_a_row_is_added_to_a_value_found_by_typing() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        await press(pilot, "f5")
        await press(pilot, *"crisis", "space", *"taj")
        await press(pilot, "enter")
        await write(pilot, "-4")
        await press(pilot, "enter")
        await write(pilot, "the store burnt down")
        assert "✓ Ruled." in await press(pilot, "enter")
        ruling = session.state.rulings[0]
        assert (ruling.kind, ruling.slot) == ("row", "preparedness[tajikistan]")
        assert ruling.amount == -400
        assert "× Crisis preparedness, Tajikistan -4: the store" in shown(pilot)


async def test_a_ruling_is_taken_back_after_a_question() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    from exercise.conduct.command import AddRow

    session.submit(FACILITATOR, AddRow("preparedness[tajikistan]", -400, "a store"))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", ".ruling1")
        assert " Enter take back" in shown(pilot)
        await press(pilot, "enter", "enter")
        assert [ruling.number for ruling in session.state.rulings] == [1]
        await press(pilot, "enter", "2", "enter")
        assert not session.state.rulings


async def test_going_back_at_any_question_rules_nothing() -> None:
    session = conducted("decision", 2)
    session = _cut_off(_measure(session, "iom"))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        await press(
            pilot, "f6", "escape", "f6", "1", "enter", "escape", "f6", "2", "enter", "escape"
        )
        assert session.state.rulings == ()
        assert pilot.app.screen is app_of(pilot).screen_stack[-1]
        assert "To rule on" in shown(pilot)


async def test_a_measure_is_found_by_what_it_is_about_as_well() -> None:
    session = _cut_off(RespondFreely(OWN_WORDS))
    async with opened(session) as pilot:
        await go_to(pilot, "rule", _of(session, "iom"))
        await press(pilot, "enter", "f6", "enter")
        text = await press(pilot, *"relief")
        assert "Nothing fits." not in text
        assert "Water, shelter, doctors" in text
