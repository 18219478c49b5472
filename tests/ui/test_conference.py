"""Papers, the summary and the record on screen: written with keys, refused in words, read by everybody."""

from __future__ import annotations

from textual.pilot import Pilot

from exercise.conduct.command import FACILITATOR, AssignSeat, EndExercise
from exercise.session.local import Session
from exercise.ui.screens.papers import PapersSheet
from exercise.ui.screens.statement import StatementSheet
from exercise.ui.screens.summary import SummarySheet
from tests.support.app import NARROW, app_of, begun, opened, press, write
from tests.support.conference import SPEAKS, WRITES, conferring, done
from tests.support.console import go_to
from tests.support.screens import settled


async def seated(pilot: Pilot[None], role: str) -> None:
    course = app_of(pilot).course
    assert course is not None
    course.take(role)
    await settled(pilot)


def paragraphs(session: Session) -> list[tuple[str, tuple[int, ...], bool]]:
    summary = session.room().conference.summary
    assert summary is not None
    return [(one.text, one.citations, one.disagreement) for one in summary.paragraphs]


# --- papers ---------------------------------------------------------------------------------


async def test_a_paper_is_handed_in_at_the_briefing_and_read_by_the_next_seat() -> None:
    session = conferring("briefing", acts=False)
    async with opened(session) as pilot:
        await seated(pilot, SPEAKS)
        await press(pilot, "f4", "f10")
        await write(pilot, "Twelve beds")
        told = await press(pilot, "f10")
        assert isinstance(pilot.app.screen, PapersSheet)
        assert "incomplete, lacks: Aims and actions" in " ".join(told.split())
        await press(pilot, "escape")
        await seated(pilot, WRITES)
        assert "Twelve beds" in await press(pilot, "f4")


async def test_what_was_begun_stands_there_again_until_it_is_handed_in() -> None:
    session = conferring("consultation", acts=False)
    async with opened(session) as pilot:
        await seated(pilot, SPEAKS)
        await press(pilot, "ctrl+a", "f10")
        await write(pilot, "Half a thought")
        await press(pilot, "escape", "escape")
        assert "Half a thought" in await press(pilot, "ctrl+a", "f10")
        assert session.room().conference.asked[0].papers == ()


async def test_a_seat_that_is_asked_for_none_is_offered_no_writing() -> None:
    async with opened(conferring("consultation")) as pilot:
        await seated(pilot, WRITES)
        assert "write my paper" not in await press(pilot, "ctrl+a")


async def test_a_scenario_without_papers_offers_none() -> None:
    async with opened(begun(phase="consultation")) as pilot:
        await press(pilot, "ctrl+a", "ctrl+u")
        assert len(pilot.app.screen_stack) == 2


# --- the summary ----------------------------------------------------------------------------


async def test_the_rapporteur_writes_a_paragraph_that_cites_an_entry() -> None:
    session = conferring("consultation", acts=False)
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u")
        await go_to(pilot, "entries", "1")
        await press(pilot, "f5")
        await write(pilot, "Families came to the post")
        assert "Written." in await press(pilot, "f10")
    assert paragraphs(session) == [("Families came to the post", (1,), False)]


async def test_a_citation_that_does_not_resolve_is_refused_in_the_form() -> None:
    session = conferring("consultation", acts=False)
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u", "f2")
        await write(pilot, "So it was")
        await press(pilot, "tab")
        await write(pilot, "99")
        told = await press(pilot, "f10")
        assert "Paragraph 1 cites entry 99" in told
        assert "[99] is no entry of the record" in told
    assert session.room().conference.summary is None


async def test_a_paragraph_is_changed_and_taken_out() -> None:
    session = conferring("consultation")
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u", "enter", "tab", "tab", "right", "f10")
        assert paragraphs(session)[0][2]
        await press(pilot, "f7", "down", "enter")
    assert [text for text, _, _ in paragraphs(session)] == [
        "Whether thanks are a finding was not settled."
    ]


async def test_what_was_begun_of_a_paragraph_stays_with_it_when_another_is_taken_out() -> None:
    session = conferring("consultation")
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u", "down", "enter")
        await write(pilot, "Half a thought. ")
        await press(pilot, "escape", "up", "f7", "down", "enter")
        assert "Half a thought. Whether thanks" in await press(pilot, "enter")
        assert len(paragraphs(session)) == 1


async def test_entries_are_marked_in_a_list_of_the_record() -> None:
    session = conferring("consultation")
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u", "f2")
        await write(pilot, "Both")
        await press(pilot, "f4", "space", "down", "space", "f10", "f10")
    assert paragraphs(session)[-1] == ("Both", (1, 2), False)


async def test_an_entry_is_tagged() -> None:
    session = conferring("consultation")
    async with opened(session) as pilot:
        await seated(pilot, WRITES)
        await press(pilot, "ctrl+u")
        await go_to(pilot, "entries", "1")
        await press(pilot, "f4", "down", "down", "space", "f10")
    first = next(act for act in session.room().record if act.number == 1)
    assert "labour_migration" in first.phrases


async def test_others_read_the_summary_and_can_change_nothing() -> None:
    session = conferring("consultation")
    async with opened(session) as pilot:
        await seated(pilot, SPEAKS)
        told = await press(pilot, "ctrl+u")
        assert "Tajikistan has twelve beds" in told and "Not agreed:" in told
        assert not {"new paragraph", "take out", "give the floor"} & set(_keys(told))
        before = session.state
        await press(pilot, "enter", "f2", "f7", "f8", "tab", "enter", "f4", "f5", "f6")
        assert isinstance(pilot.app.screen, SummarySheet)
        assert session.state is before


def _keys(told: str) -> list[str]:
    return [line for line in told.splitlines() if line.startswith(" Enter")]


async def test_the_facilitator_chairs_and_writes_where_no_person_does() -> None:
    session = conferring("consultation")
    done(session, FACILITATOR, AssignSeat(WRITES, "vacant"))
    done(session, FACILITATOR, AssignSeat("iom", "person"))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+u")
        other = next(iter(session.facilitator().conference_acts.statements))
        await go_to(pilot, "entries", str(other))
        await press(pilot, "f6")
        await write(pilot, "Whose safety is meant?")
        assert "The reminder stands in the record." in await press(pilot, "enter")
        await press(pilot, "f8", "enter")
        await press(pilot, "f2")
        await write(pilot, "Noted")
        await press(pilot, "tab")
        await write(pilot, "1")
        await press(pilot, "f10")
    assert [act.kind for act in session.room().record][-2:] == ["reminder", "floor"]
    summary = session.room().conference.summary
    assert summary is not None and summary.by == FACILITATOR


async def test_in_the_hot_wash_the_summary_is_still_written() -> None:
    session = conferring("outcome")
    done(session, FACILITATOR, EndExercise("time is up"))
    async with opened(session) as pilot:
        await press(pilot, "ctrl+u", "f2")
        await write(pilot, "What we take home")
        await press(pilot, "tab")
        await write(pilot, "2")
        assert "Written." in await press(pilot, "f10")
    assert paragraphs(session)[-1][0] == "What we take home"


# --- statements and the record --------------------------------------------------------------


async def test_a_speaker_chooses_key_phrases_and_the_record_says_before_whom() -> None:
    session = conferring("consultation", acts=False)
    async with opened(session) as pilot:
        await seated(pilot, SPEAKS)
        slugs = [one.slug for one in session.seat(SPEAKS).measures if one.statement]
        await press(pilot, str(slugs.index("prepared_statement") + 1), "enter")
        assert isinstance(pilot.app.screen, StatementSheet)
        for name, value in (
            ("issue", "afghan_refugees"), ("frame", "human"), ("audiences", "donors,un_bodies"),
            ("phrases", "migrant_rights"),
        ):  # fmt: skip
            pilot.app.screen.query_one(f"#{name}").choose(value)  # type: ignore[attr-defined]
        await press(pilot, "f10", "down", "enter")
        told = " ".join((await press(pilot, "ctrl+r")).replace("│", " ").split())
        assert "safety of persons. To: Donors, United Nations bodies." in told
        assert "#rights of migrants" in told


async def test_the_record_is_searched_by_key_phrase_and_by_words() -> None:
    async with opened(conferring("consultation"), NARROW) as pilot:
        await seated(pilot, SPEAKS)
        told = await press(pilot, "ctrl+r", "f2", "down", "down", "enter")
        assert "position paper" in told and "gives the floor" not in told
        await press(pilot, "f2", "up", "up", "enter", "f3")
        await write(pilot, "floor")
        told = await press(pilot, "enter")
        assert "gives the floor" in told and "position paper" not in told
