"""The conference in the conduct of an exercise: papers, the numbered record, tags, the summary, the moderator."""

from __future__ import annotations

from typing import Any

import pytest

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    AssignSeat,
    Command,
    DraftSummary,
    EndExercise,
    GiveFloor,
    HandInPaper,
    RemindOfFrame,
    Respond,
    TagEntry,
    Undo,
)
from exercise.conduct.conference import Paragraph
from exercise.conduct.view import PublicAct
from exercise.errors import Refusal, RefusalCode
from exercise.journal.canonical import canonical
from exercise.journal.codec import decode, decode_command
from exercise.journal.record import Record
from exercise.session.local import Session
from tests.support.conference import (
    CHAIRS,
    PAPER,
    SPEAKS,
    THANKS,
    WRITES,
    conferring,
    done,
    number_of,
)

TEXT = "We have twelve beds."


def refused(session: Session, actor: str, command: Command) -> Refusal:
    answer = session.submit(actor, command)
    assert isinstance(answer, Refusal), answer
    return answer


def entry(session: Session, number: int) -> PublicAct:
    room = session.room()
    return next(act for act in (*room.record, *room.breaches) if act.number == number)


def summary(*citations: int) -> DraftSummary:
    return DraftSummary((Paragraph(TEXT, citations),))


# --- position papers ------------------------------------------------------------------------


def test_a_paper_that_lacks_a_field_is_taken_and_shown_as_incomplete_to_all() -> None:
    session = conferring("briefing", acts=False)
    done(session, SPEAKS, PAPER)
    for common in (session.room(), session.seat("eu").common, session.facilitator().common):
        asked = common.conference.asked[0]
        assert asked.missing(SPEAKS) == ("Crime sold as a service",)
        assert asked.of(SPEAKS) is not None
        assert [(act.kind, act.who, act.turn) for act in common.record] == [("paper", SPEAKS, 0)]


def test_a_revision_takes_the_place_of_the_paper_and_is_an_entry_of_its_own() -> None:
    session = conferring("consultation")
    whole = HandInPaper("q1", (*PAPER.texts, ("crime", "One network sells two things.")))
    done(session, SPEAKS, whole)
    asked = session.room().conference.asked[0]
    paper = asked.of(SPEAKS)
    assert paper is not None and (paper.version, paper.turn) == (2, 1)
    assert asked.missing(SPEAKS) == ()
    assert [act.kind for act in session.room().record if act.who == SPEAKS][:3] == [
        "paper", "statement", "revision",
    ]  # fmt: skip
    assert refused(session, SPEAKS, whole).code is RefusalCode.nothing_to_change


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HandInPaper("q9", ()), RefusalCode.unknown_item),
        (HandInPaper("q3", ()), RefusalCode.unknown_item),
        (HandInPaper("q2", (("position", TEXT),)), RefusalCode.paper_not_asked),
        (HandInPaper("q1", (("hopes", TEXT),)), RefusalCode.unknown_item),
        (HandInPaper("q1", (("aims", TEXT), ("aims", TEXT))), RefusalCode.unknown_item),
        (HandInPaper("q1", (("aims", " \x1b[2J"),)), RefusalCode.text_empty),
        (HandInPaper("q1", (("aims", "x" * 4001),)), RefusalCode.text_too_long),
    ],
)
def test_a_paper_that_cannot_be_taken_is_refused(command: Command, code: RefusalCode) -> None:
    assert refused(conferring("consultation", acts=False), SPEAKS, command).code is code


def test_papers_are_closed_while_the_turn_is_adjudicated() -> None:
    session = conferring("adjudication", acts=False)
    assert refused(session, SPEAKS, PAPER).code is RefusalCode.wrong_phase
    assert session.seat(SPEAKS).conference_acts.papers == ()


def test_what_people_write_is_cleaned_where_it_enters() -> None:
    session = conferring("consultation", acts=False)
    done(
        session, SPEAKS, HandInPaper("q1", (("aims", "A \x1b[31mred\x1b[0m hall\nand \u202etea"),))
    )
    paper = session.room().conference.asked[0].of(SPEAKS)
    assert paper is not None and paper.texts == (("aims", "A red hall\nand tea"),)
    done(session, WRITES, DraftSummary((Paragraph("\x1b[2JSo it was.", (1, 1)),)))
    written = session.room().conference.summary
    assert written is not None and written.paragraphs == (Paragraph("So it was.", (1,)),)


# --- the record and key phrases -------------------------------------------------------------


def test_numbers_stay_when_the_turn_goes_on() -> None:
    session = conferring("consultation")
    before = {act.number: (act.kind, act.who, act.text) for act in session.room().record}
    for _ in range(3):
        done(session, FACILITATOR, Advance())
    after = {act.number: (act.kind, act.who, act.text) for act in session.room().record}
    assert before.items() <= after.items()
    assert sorted(after) == list(range(1, len(after) + len(session.room().breaches) + 1))


def test_covert_measures_and_private_injects_leave_no_gap_in_the_numbers() -> None:
    session = conferring("outcome")
    room = session.room()
    numbers = sorted(act.number for act in (*room.record, *room.breaches))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(session.state.deliveries) > sum(act.kind == "inject" for act in room.record)


def test_a_statement_carries_its_speakers_phrases_and_says_before_whom_in_whose_frame() -> None:
    session = conferring("consultation")
    act = entry(session, number_of(session, "statement"))
    said = next(
        one for one in session.room().record if one.who == SPEAKS and one.kind == "statement"
    )
    assert said.phrases == ("mixed_flows", "afghanistan")
    assert (said.frame, said.audiences) == ("human", ("Donors", "United Nations bodies"))
    assert act.kind == "statement"


@pytest.mark.parametrize("phrases", [("borders",), ("mixed_flows", "mixed_flows")])
def test_a_statement_takes_phrases_of_the_list_each_once(phrases: tuple[str, ...]) -> None:
    session = conferring("consultation", acts=False)
    wrong = Respond(
        THANKS.measure, issue=THANKS.issue, frame="human", audiences=("donors",), phrases=phrases
    )
    assert refused(session, SPEAKS, wrong).code is RefusalCode.unknown_item


def test_only_a_statement_carries_phrases() -> None:
    session = conferring("decision", acts=False)
    slug = next(one.slug for one in session.seat(SPEAKS).measures if one.available)
    command = Respond(slug, needed="n", suitable="s", phrases=("mixed_flows",))
    assert refused(session, SPEAKS, command).code is RefusalCode.unknown_item


def test_the_same_courtesy_twice_in_a_turn_is_not_heard_again() -> None:
    session = conferring("consultation")
    assert refused(session, SPEAKS, THANKS).code is RefusalCode.already_chosen


def test_a_prepared_statement_before_outside_audiences_counts_in_the_outcome() -> None:
    session = conferring("outcome")
    rows = session.state.turns[-1].outcome.rows  # type: ignore[union-attr]
    said = [row for row in rows if row.cause.kind == "statement" and row.cause.role == SPEAKS]
    assert said
    assert all(row.cause.name == "prepared_statement" for row in said)


def test_the_rapporteur_adds_phrases_and_takes_back_only_those() -> None:
    session = conferring("consultation")
    said = next(
        one.number for one in session.room().record if one.who == SPEAKS and one.kind == "statement"
    )
    done(session, WRITES, TagEntry(said, ("labour_migration", "mixed_flows")))
    assert entry(session, said).phrases == ("mixed_flows", "afghanistan", "labour_migration")
    done(session, WRITES, TagEntry(said, ()))
    assert entry(session, said).phrases == ("mixed_flows", "afghanistan")
    assert refused(session, WRITES, TagEntry(99, ())).code is RefusalCode.unknown_entry
    assert refused(session, WRITES, TagEntry(said, ("x",))).code is RefusalCode.unknown_item


# --- the summary ----------------------------------------------------------------------------


def test_a_citation_that_resolves_to_nothing_refuses_the_summary_and_names_the_number() -> None:
    session = conferring("consultation", acts=False)
    answer = refused(session, WRITES, summary(1, 99))
    assert answer.code is RefusalCode.unknown_entry
    assert "Paragraph 1 cites entry 99" in answer.message
    assert session.room().conference.summary is None


@pytest.mark.parametrize("cited", [(), (0,), (-1,)])
def test_every_paragraph_cites_entries_there_are(cited: tuple[int, ...]) -> None:
    session = conferring("consultation", acts=False)
    code = refused(session, WRITES, summary(*cited)).code
    assert code is (RefusalCode.unknown_entry if cited else RefusalCode.citation_missing)


def test_the_latest_version_counts_and_the_last_paragraph_can_be_taken_out() -> None:
    session = conferring("consultation")
    done(session, WRITES, summary(1))
    done(session, WRITES, DraftSummary(()))
    written = session.room().conference.summary
    assert written is not None and written.paragraphs == ()
    assert refused(session, WRITES, DraftSummary(())).code is RefusalCode.nothing_to_change


def test_the_facilitator_writes_where_no_person_is_rapporteur() -> None:
    session = conferring("consultation", acts=False)
    assert refused(session, FACILITATOR, summary(1)).code is RefusalCode.not_your_duty
    assert refused(session, SPEAKS, summary(1)).code is RefusalCode.not_your_duty
    assert not session.facilitator().conference_acts.summary
    for holder in ("bot", "vacant"):
        done(session, FACILITATOR, AssignSeat(WRITES, holder))
        assert session.facilitator().conference_acts.summary
    done(session, FACILITATOR, summary(1))


def test_from_endex_on_the_facilitator_may_write_as_well() -> None:
    session = conferring("outcome")
    done(session, FACILITATOR, EndExercise("time is up"))
    done(session, FACILITATOR, summary(1))
    done(session, WRITES, summary(2))
    assert refused(session, SPEAKS, PAPER).code is RefusalCode.exercise_ended
    assert session.seat(SPEAKS).conference_acts.papers == ()


def test_undo_takes_papers_tags_and_summary_back_with_the_entries_they_rest_on() -> None:
    session = conferring("consultation")
    before = session.state
    done(session, FACILITATOR, Undo())
    assert len(session.state.entries) < len(before.entries)
    assert session.room().conference.summary is None
    assert session.room().conference.asked[0].papers == ()


# --- the moderator --------------------------------------------------------------------------


def test_a_reminder_is_given_once_per_statement_and_stands_in_the_record() -> None:
    session = conferring("consultation", chair="person")
    reminder = entry(session, number_of(session, "reminder"))
    assert (reminder.who, reminder.text) == (CHAIRS, "Thanks are no finding; name the need.")
    again = RemindOfFrame(reminder.about, "Once more.")
    assert refused(session, CHAIRS, again).code is RefusalCode.already_reminded
    assert reminder.about not in session.seat(CHAIRS).conference_acts.statements
    no_statement = RemindOfFrame(number_of(session, "paper"), "Why?")
    assert refused(session, CHAIRS, no_statement).code is RefusalCode.unknown_entry
    assert refused(session, CHAIRS, RemindOfFrame(999, "Why?")).code is RefusalCode.unknown_entry
    assert refused(session, FACILITATOR, again).code is RefusalCode.not_your_duty


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("nobody", RefusalCode.unknown_seat),
        (CHAIRS, RefusalCode.unknown_seat),
        ("iom", RefusalCode.nothing_to_change),
    ],
)
def test_the_floor_goes_to_another_seat_that_has_not_got_it(role: str, code: RefusalCode) -> None:
    session = conferring("consultation", chair="person")
    done(session, CHAIRS, GiveFloor("eu"))
    done(session, CHAIRS, GiveFloor("iom"))
    assert refused(session, CHAIRS, GiveFloor(role)).code is code
    assert role not in session.seat(CHAIRS).conference_acts.floor


def test_a_vacant_seat_gets_no_floor() -> None:
    session = conferring("consultation")
    assert refused(session, FACILITATOR, GiveFloor(CHAIRS)).code is RefusalCode.seat_vacant


# --- journals -------------------------------------------------------------------------------


def test_a_statement_stored_before_there_were_phrases_reads_as_one_without() -> None:
    data: dict[str, Any] = {
        "id": "1.x.1",
        "role": "x",
        "turn": 1,
        "kind": "statement",
        "measure": "m",
    }
    asked = {"kind": "respond", "data": {"measure": "m"}}
    payload = canonical({"event": {"decided": data}, "command": asked})
    record = Record(1, "then", "x", "c1", "responded", 1, payload, b"", b"")
    assert decode(record).decided.phrases == ()  # type: ignore[union-attr]
    assert decode_command(record) == Respond("m")
