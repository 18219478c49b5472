"""Content notes: the facilitator reads them beforehand, seats above the text, and nobody else before release."""

from __future__ import annotations

from exercise.conduct.command import FACILITATOR, Advance, SkipInject
from exercise.conduct.state import Phase
from exercise.errors import Refusal
from exercise.session.local import Session
from exercise.session.start import assign, begin_exercise
from tests.plain.scripted import Plan, play
from tests.support.noted import INJECT, noted_program

NOTE = "Tells of a loss in {rivermark}."
READ = "Tells of a loss in Rivermark."
TOLD = f"Content note: {READ}"
TEXT = "Families arrive at the crossing of Rivermark."


def in_situation() -> Session:
    """Return the exercise where the noted inject is ready and not yet given."""
    session = begin_exercise(noted_program(NOTE), 3, keep=False)
    assign(session, "rivermark", "person")
    assign(session, "aid_body", "person")
    while session.room().phase != Phase.situation:
        assert not isinstance(session.submit(FACILITATOR, Advance()), Refusal)
    return session


def test_only_the_facilitators_view_holds_the_note_before_release() -> None:
    session = in_situation()
    lines = {line.inject: line for line in session.facilitator().injects}
    assert (lines[INJECT].status, lines[INJECT].content_note) == ("ready", READ)
    assert lines["rumour"].content_note == ""
    seats = [session.seat(role) for role in ("rivermark", "aid_body")]
    assert not [view for view in (session.room(), *seats) if "a loss" in repr(view)]


def test_recipients_see_the_note_once_the_inject_is_given() -> None:
    session = in_situation()
    session.submit(FACILITATOR, Advance())
    (item,) = session.seat("aid_body").inbox
    assert (item.inject, item.content_note) == (INJECT, READ)


def test_an_inject_that_was_skipped_shows_its_note_to_no_seat() -> None:
    session = in_situation()
    session.submit(FACILITATOR, SkipInject(INJECT, "too near to this room"))
    session.submit(FACILITATOR, Advance())
    seats = [session.seat(role) for role in ("rivermark", "aid_body")]
    assert [view.inbox for view in seats] == [(), ()]
    assert not [view for view in seats if "a loss" in repr(view)]


def test_the_plain_mode_says_the_note_above_the_text_to_both() -> None:
    plan: Plan = {
        (FACILITATOR, "situation"): ["events", "inject 1"],
        ("aid_body", "consultation"): ["inbox 1"],
    }
    table = play(in_situation(), plan)
    for reader in (FACILITATOR, "aid_body"):
        said = table.text_of(reader)
        assert f"{TOLD}\n{TEXT}" in said, said
