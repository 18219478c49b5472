"""What people at one table are told, beside what each command does."""

from __future__ import annotations

from pathlib import Path

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR
from exercise.conduct.view import Change, PublicAct
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.plain import run_plain
from exercise.plain.changes import MOST, tell
from exercise.plain.table import Table as Room
from exercise.session.auto import let_bots_act
from exercise.session.start import assign, begin_exercise, resume_exercise
from exercise.table.changes import group_line as told
from exercise.table.changes import grouped
from exercise.table.lines import record_line
from tests.plain.scripted import Answers, Plan, Spy, play
from tests.plain.test_play import tiny_session
from tests.support.tiny import tiny_program


def test_withdraw_counts_as_the_list_of_responses_does() -> None:
    """A statement made before is on that list too; it stays."""
    session = tiny_session()
    spy = Spy(session)
    plan: Plan = {
        ("rivermark", "consultation"): [
            ("statement", "1", "human", "all", "", "", "we hear you", "", "yes")
        ],
        ("rivermark", "decision"): [
            ("respond close", "", "needed", "suitable", "", ""),
            "mine",
            "withdraw 1",
            "withdraw 2",
            "mine",
        ],
    }
    said = play(session, plan).text_of("rivermark")
    withdrawn = [
        command.response
        for _, command in spy.accepted
        if isinstance(command, asked.WithdrawResponse)
    ]
    responded = [
        command
        for who, command in spy.accepted
        if isinstance(command, asked.Respond) and who == "rivermark"
    ]
    assert len(responded) == 2
    assert withdrawn == ["1.rivermark.2"]
    assert "A statement has been heard and stays." in said


def test_the_record_tells_what_a_statement_is_about_to_whom_and_in_which_words() -> None:
    plan: Plan = {
        ("aid_body", "consultation"): [
            ("statement", "1", "human", "all", "", "", "no child sleeps outside", "", "yes"),
            "record",
        ]
    }
    said = play(tiny_session(), plan).text_of("aid_body")
    assert "safety of persons. To: " in said
    assert 'In its own words: "no child sleeps outside"' in said


def test_enter_alone_makes_no_statement() -> None:
    session = tiny_session()
    spy = Spy(session)
    said = play(
        session,
        {
            ("aid_body", "consultation"): [
                ("statement", "1", "human", "all", "", "", "heard", "", "")
            ]
        },
    )
    assert "Left as it was." in said.text_of("aid_body")
    assert not any(
        isinstance(command, asked.Respond) and who == "aid_body" for who, command in spy.accepted
    )


def test_a_red_line_that_concerns_nobody_in_particular_names_nobody() -> None:
    room = Room(tiny_session(), Answers(), "en")
    line = record_line(room, PublicAct(2, "breach", "", "A death in reception"))
    assert line == "Turn 2, red line crossed: A death in reception."


def test_what_is_written_to_the_facilitator_is_a_question() -> None:
    session = tiny_session()
    plan: Plan = {
        ("rivermark", "consultation"): [("write facilitator", "who pays?")],
        (FACILITATOR, "consultation"): ["", "questions"],
    }
    result = play(session, plan)
    assert "Rivermark asks: who pays?" in result.text_of(FACILITATOR)


def test_an_answer_of_ones_own_without_an_action_left_asks_for_no_text() -> None:
    plan: Plan = {
        ("aid_body", "decision"): [
            "own first",
            "own second",
            "own third",
            "own fourth",
            "own",
            "seal",
        ]
    }
    said = play(tiny_session(), plan).text_of("aid_body")
    assert "You have no actions left in this turn." in said


def test_after_an_undo_the_phase_is_shown_anew() -> None:
    plan: Plan = {(FACILITATOR, "situation"): ["release 1", ("undo", "yes")]}
    said = play(tiny_session(), plan).text_of(FACILITATOR)
    assert "Up next" in said.partition("Undone.")[2].partition("Phase: consultation")[0]


def test_a_resumed_exercise_shows_no_old_inject_as_new_and_says_that_pins_are_gone(
    tmp_path: Path,
) -> None:
    path = tmp_path / "one.exercise"
    session = begin_exercise(tiny_program(), 3, path)
    for role in ("rivermark", "aid_body"):
        assign(session, role, "person")
    while session.room().turn < 2 or session.room().phase.value != "consultation":
        session.submit(FACILITATOR, asked.Advance())
    old = [item for item in session.seat("rivermark").inbox if item.turn == 1]
    session.close()
    resumed = resume_exercise(path)
    console = Answers("", "", "inbox 1", "", "done")
    assert run_plain(resumed, console) == 0
    resumed.close()
    greeting = console.text.partition("What is shown now is for this seat alone.")[2].partition(
        "You can type:"
    )[0]
    assert old and all(item.text not in greeting for item in old)
    assert "PINs are not kept." in console.text


def change(slot: str, why: str, kind: str = "clause") -> Change:
    place = slot.partition("[")[2].rstrip("]")
    return Change(slot, "", place, "small", True, True, why, kind, "x", "", 1)


def test_what_one_cause_did_in_several_places_is_told_once() -> None:
    session = begin_exercise(load_scenario("northern-displacement").program, 1, keep=False)
    room = Room(session, Answers(), "en")
    same = [
        change(f"abuse_freedom[{state}]", "Decision: Observers come.")
        for state in ("tajikistan", "uzbekistan")
    ]
    rule = [
        change(f"voice[{state}]", f"{name}: Nobody asked.", "rule")
        for state, name in (("tajikistan", "Tajikistan"), ("uzbekistan", "Uzbekistan"))
    ]
    groups = grouped(room, (*same, *rule, change("abuse_freedom[tajikistan]", "Another.")))
    assert [len(group) for group in groups] == [2, 2, 1]
    assert told(room, groups[0]).startswith(
        "Freedom from abuse, Tajikistan, Uzbekistan, rose a little"
    )
    assert told(room, groups[1]).endswith("Nobody asked.")


def test_an_outcome_is_told_in_part_or_whole() -> None:
    session = begin_exercise(load_scenario("northern-displacement").program, 1, keep=False)
    for seat in session.room().seats:
        assign(session, seat.role, "bot")
    while session.room().phase.value != "outcome":
        let_bots_act(session)
        session.submit(FACILITATOR, asked.Advance())
    console = Answers()
    room = Room(session, console, "en")
    whole, some, own = tell(room, "all"), tell(room, "voice taj"), tell(room, "", "tajikistan")
    assert len(whole) > MOST >= len(own) and len(some) < len(whole)
    assert "voice[tajikistan]" in {gauge.slot for gauge in some}
    assert all(gauge.place in ("tajikistan", "") for gauge in own)
    assert len(tell(room, "")) == MOST
    assert tell(room, "nowhere") == ()
    assert '"nowhere" is not known here' in console.text


def test_a_message_goes_from_seat_to_seat_only() -> None:
    """The facilitator's view has no messages; what is sent there must not be lost unseen."""
    session = tiny_session()
    while session.room().phase.value != "consultation":
        session.submit(FACILITATOR, asked.Advance())
    refused = session.submit("rivermark", asked.SendMessage((FACILITATOR,), "who pays?"))
    assert isinstance(refused, Refusal) and "question" in refused.hint
    assert session.seat("rivermark").messages == ()
