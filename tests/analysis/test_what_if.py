"""What-ifs on the busy exercise played by hand: what is kept, what is dropped and why, and what is made up."""

from __future__ import annotations

import pytest

from exercise.analysis.change import UNSAID, Change, Use
from exercise.analysis.fork import Refused, fork
from exercise.analysis.whatif import what_if
from exercise.conduct.command import (
    FACILITATOR,
    AddRow,
    Advance,
    AssignSeat,
    Command,
    KeepMeasure,
    LiftMeasure,
    Observe,
    ReleaseInject,
    ReplaceResponse,
    Respond,
    RespondFreely,
    ScaleResponse,
    Seal,
    SendMessage,
    Sign,
    Sponsor,
    Undo,
    WithdrawResponse,
    WithdrawRuling,
)
from exercise.conduct.state import Phase
from exercise.errors import ExerciseError, RefusalCode
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from tests.analysis.journals import answered, course, do, forked, go_to, to_end, told
from tests.support.busy import busy_program

CLOSE = Respond(
    "close_crossing", needed="Too many came.", suitable="It is short.", reason="We must"
)
SHELTER = Respond("open_shelter", "rivermark", "first_families", reason="They are cold")


def speak() -> Respond:
    """Return a statement to the first audience there is."""
    return Respond(
        "speak_up", issue="displacement", frame="human", audiences=(audience(),), reason="So"
    )


def begun(phase: Phase = Phase.decision, turn: int = 1) -> Session:
    session = begin_exercise(busy_program(), 7, keep=False)
    for seat in session.state.seats:
        if seat.holder != "person":
            do(session, FACILITATOR, AssignSeat(seat.role, "person"))
    go_to(session, phase, turn)
    return session


def audience() -> str:
    return next(iter(busy_program().numbers.audience))


def test_the_fork_is_what_playing_it_would_have_been() -> None:
    """The exercise is played a second time with the other response, and ends in the same world."""

    def played(*own: Command) -> Session:
        session = begun()
        do(session, "highvale", Respond("quiet_watch", "highvale"))
        do(session, "rivermark", *own)
        do(session, "aid_body", Respond("open_shelter", "rivermark"))
        go_to(session, Phase.adjudication, 1)
        do(session, FACILITATOR, ScaleResponse("1.aid_body.1", 50, "half the staff"))
        go_to(session, Phase.decision, 2)
        do(session, "rivermark", Respond("escort", "highvale"))
        return session

    actual = to_end(played(CLOSE))
    for use, command in (
        (Use("open_shelter"), SHELTER),
        (Use("escort"), Respond("escort", "highvale", reason="We must")),
    ):
        really = to_end(played(command))
        found = forked(actual, Change(1, "rivermark", (use,)))
        assert found.dropped == ()
        assert found.end.world.values == really.end.world.values
        assert [turn.s2 for turn in found.end.turns] == [turn.s2 for turn in really.end.turns]


def test_no_response_takes_all_of_a_seats_measures_statements_and_free_texts_away() -> None:
    session = begun(Phase.consultation)
    do(session, "rivermark", speak())
    go_to(session, Phase.decision, 1)
    do(session, "rivermark", RespondFreely("We pray."))
    found = forked(to_end(session), Change(1, "rivermark"))
    assert [one.kind for one in found.instead_of] == ["statement", "free"]
    assert found.decided == ()
    assert found.end.turns[0].decided == ()


def test_what_else_a_response_said_is_kept_where_it_fits() -> None:
    session = begun()
    do(session, "rivermark", SHELTER)
    found = forked(to_end(session), Change(1, "rivermark", (Use("close_crossing"),)))
    (made,) = found.decided
    assert (made.measure, made.target, made.inject) == (
        "close_crossing",
        "rivermark",
        "first_families",
    )
    assert (made.reason, made.needed, made.suitable) == ("They are cold", UNSAID, UNSAID)

    session = begun()
    do(session, "rivermark", CLOSE)
    found = forked(to_end(session), Change(1, "rivermark", (Use("state_of_alarm"),)))
    assert found.decided[0].needed == "Too many came."
    found = forked(to_end(session), Change(1, "rivermark", (Use("open_shelter"),)))
    assert (found.decided[0].needed, found.decided[0].target) == ("", "rivermark")


def test_a_statement_keeps_frame_audiences_and_words_in_another_measures_mouth() -> None:
    session = begun(Phase.consultation)
    do(session, "highvale", speak())
    found = forked(to_end(session), Change(1, "highvale", (Use("calm_words"),)))
    (made,) = found.decided
    assert (made.kind, made.frame, made.audiences, made.reason) == (
        "statement",
        "human",
        (audience(),),
        "So",
    )


def test_a_statement_of_a_seat_that_made_none_is_refused() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    found = fork(to_end(session), Change(1, "rivermark", (Use("speak_up"),)))
    assert isinstance(found, Refused)
    assert found.use == Use("speak_up")
    assert found.refusal.code is RefusalCode.statement_incomplete


def test_what_is_kept_of_a_response_keeps_its_id_and_its_ruling_and_the_rest_loses_its_own() -> (
    None
):
    session = begun()
    do(session, "rivermark", CLOSE, SHELTER)
    go_to(session, Phase.adjudication, 1)
    do(session, FACILITATOR, ScaleResponse("1.rivermark.1", 150, "firmly"))
    do(session, FACILITATOR, ScaleResponse("1.rivermark.2", 50, "half"))
    do(session, FACILITATOR, AddRow("cohesion[highvale]", -300, "a fair"))
    actual = to_end(session)

    kept = forked(actual, Change(1, "rivermark", (Use("open_shelter", "rivermark"),)))
    assert [one.id for one in kept.decided] == ["1.rivermark.2"]
    assert told(kept.dropped) == [(1, FACILITATOR, "ScaleResponse", "unknown_item")]
    assert [ruling.reason for ruling in kept.end.turns[0].rulings] == ["half", "a fair"]

    other = forked(actual, Change(1, "rivermark", (Use("escort"),)))
    assert [one.id for one in other.decided] == ["1.rivermark.3"]
    assert [ruling.reason for ruling in other.end.turns[0].rulings] == ["a fair"]


def test_a_target_of_the_record_is_kept_unless_another_is_named() -> None:
    session = begun()
    do(session, "aid_body", Respond("open_shelter", "highvale"))
    actual = to_end(session)
    same = forked(actual, Change(1, "aid_body", (Use("open_shelter"),)))
    assert [(one.id, one.target) for one in same.decided] == [("1.aid_body.1", "highvale")]
    both = (Use("open_shelter"), Use("open_shelter", "highvale"))
    named = forked(actual, Change(1, "aid_body", both))
    assert [one.target for one in named.decided] == ["highvale", "rivermark"]
    other = forked(actual, Change(1, "aid_body", (Use("open_shelter", "rivermark"),)))
    assert [(one.id, one.target) for one in other.decided] == [("1.aid_body.2", "rivermark")]


def test_a_lifting_follows_its_measure_to_its_new_number_or_is_dropped_with_it() -> None:
    session = begun()
    do(session, "rivermark", CLOSE, Respond("quiet_watch", "rivermark"))
    go_to(session, Phase.decision, 2)
    standing = {m.response: m.number for m in session.state.world.in_force}
    do(session, "rivermark", LiftMeasure(standing["1.rivermark.2"]))
    actual = to_end(session)

    alone = forked(actual, Change(1, "rivermark", (Use("quiet_watch"),)))
    assert alone.dropped == ()
    assert alone.end.world.in_force == ()

    gone = forked(actual, Change(1, "rivermark", (Use("close_crossing"),)))
    assert told(gone.dropped) == [(2, "rivermark", "LiftMeasure", "nothing_to_change")]
    assert gone.dropped[0].lifted == "quiet_watch"
    assert [m.response for m in gone.end.world.in_force] == ["1.rivermark.1"]


def test_later_responses_are_dropped_where_the_fork_has_made_them_impossible() -> None:
    session = begun()
    do(session, "rivermark", SHELTER)
    go_to(session, Phase.decision, 2)
    do(session, "rivermark", CLOSE)
    found = forked(to_end(session), Change(1, "rivermark", (Use("close_crossing"),)))
    assert told(found.dropped) == [(2, "rivermark", "Respond", "already_chosen")]
    assert found.dropped[0].refusal.message == "You have chosen this, or it is in force already."


def test_agreements_are_signed_again_and_adopted_anew() -> None:
    session = begun(Phase.consultation)
    do(session, "aid_body", Sponsor("river_pact"))
    do(session, "rivermark", Sign("river_pact"))
    go_to(session, Phase.decision, 1)
    do(session, "rivermark", CLOSE)
    found = forked(to_end(session), Change(1, "rivermark"))
    assert found.dropped == ()
    assert len(found.end.world.clauses) == 1


def test_injects_wait_for_their_condition_in_the_fork() -> None:
    """The rumour comes where few are prepared; a shelter keeps it away, or calls it."""
    session = begun()
    do(session, "rivermark", Respond("open_shelter", "rivermark", "first_families"))
    actual = to_end(session)
    came = [one.inject for one in actual.end.deliveries]
    found = answered(actual, Change(1, "rivermark"))
    assert set(found.injects[0]) <= set(came)
    assert not set(found.injects[1]) & set(came)


def test_what_was_withdrawn_kept_or_unruled_in_time_was_never_decided() -> None:
    session = begun()
    do(session, "rivermark", CLOSE, WithdrawResponse("1.rivermark.1"), SHELTER, Seal())
    do(session, "highvale", SendMessage(("rivermark",), "well done"))
    go_to(session, Phase.adjudication, 1)
    do(session, FACILITATOR, ScaleResponse("1.rivermark.1", 10, "no"), WithdrawRuling(1))
    do(session, FACILITATOR, ReplaceResponse("1.rivermark.1", "escort", "highvale", "so it was"))
    go_to(session, Phase.decision, 2)
    do(session, "highvale", Respond("quiet_watch", "highvale"))
    go_to(session, Phase.decision, 3)
    (standing,) = session.state.world.in_force
    do(session, "highvale", LiftMeasure(standing.number), KeepMeasure(standing.number))
    actual = to_end(session)
    assert [type(act.command).__name__ for act in actual.acts if act.actor != FACILITATOR] == [
        "Respond",
        "Respond",
    ]
    found = forked(actual, Change(1, "rivermark", (Use("open_shelter"),)))
    assert found.dropped == ()
    assert found.end.world == actual.end.world
    (ruling,) = found.end.turns[0].rulings
    assert ruling.reason == "so it was"


def test_what_was_undone_is_no_part_of_the_course() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    do(session, FACILITATOR, Advance(), Observe("calm"), Undo(), Undo(), Advance())
    do(session, "rivermark", SHELTER)
    actual = to_end(session)
    responses = [act.command for act in actual.acts if isinstance(act.command, Respond)]
    assert responses == [SHELTER]
    same = forked(actual, Change(1, "rivermark", (Use("open_shelter"),)))
    assert same.end.world == actual.end.world


def test_an_undo_into_the_middle_of_a_release_leaves_the_inject_released() -> None:
    session = begun(Phase.situation)
    assert session.state.ready == ("first_families",)
    do(session, FACILITATOR, Advance(), Undo())
    assert session.state.phase is Phase.situation
    go_to(session, Phase.decision, 1)
    do(session, "rivermark", SHELTER)
    actual = to_end(session)
    assert ReleaseInject("first_families") in [act.command for act in actual.acts]
    same = forked(actual, Change(1, "rivermark", (Use("open_shelter"),)))
    assert same.dropped == ()
    assert same.end.world == actual.end.world


def test_an_unfinished_exercise_is_followed_as_far_as_it_goes() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    go_to(session, Phase.consultation, 2)
    found = answered(course(session), Change(1, "rivermark"))
    assert [(stop.turn, stop.run_out) for stop in found.stops] == [(0, False), (1, False)]
    assert {one.row.turn for one in found.rows} == {1}
    assert found.first == found.rows


def test_no_turn_with_an_outcome_is_no_question() -> None:
    session = begun()
    with pytest.raises(ExerciseError, match=r"^No turn has its outcome yet, so nothing can be"):
        what_if(course(session), Change(1, "rivermark"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Change(4, "rivermark"), "Turn 4 was not played to its outcome. Name a turn from 1 to 3."),
        (Change(0, "rivermark"), "Turn 0 was not played to its outcome. Name a turn from 1 to 3."),
        (Change(1, "rivermrk"), "There is no seat 'rivermrk'. Did you mean 'rivermark'?"),
        (
            Change(1, "facilitator"),
            "There is no seat 'facilitator'. Seats are rivermark, aid_body, highvale, watch_body, clerk.",
        ),
        (
            Change(1, "rivermark", (Use("opn_shelter"),)),
            "There is no measure 'opn_shelter'. Did you mean 'open_shelter'?",
        ),
        (Change(1, "rivermark", (Use("zzzz"),)), "There is no measure 'zzzz'."),
        (
            Change(1, "rivermark", (Use("escort", "highval"),)),
            "There is no target 'highval'. Did you mean 'highvale'?",
        ),
    ],
)
def test_names_that_are_not_known_are_told_with_the_nearest(change: Change, message: str) -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    with pytest.raises(ExerciseError) as raised:
        what_if(to_end(session), change)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("uses", "code"),
    [
        ((Use("call_donor"),), RefusalCode.not_offered),
        ((Use("evacuate"),), RefusalCode.not_unlocked),
        ((Use("grand_works"),), RefusalCode.not_enough_funds),
        ((Use("escort", "rivermark"),), RefusalCode.wrong_target),
        ((Use("close_crossing"), Use("quiet_watch"), Use("escort")), RefusalCode.no_actions_left),
        ((Use("close_crossing"), Use("close_crossing")), RefusalCode.already_chosen),
    ],
)
def test_a_change_that_was_not_legal_is_refused_with_its_reason(
    uses: tuple[Use, ...], code: RefusalCode
) -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    found = what_if(to_end(session), Change(1, "rivermark", uses))
    assert isinstance(found, Refused)
    assert (found.use, found.refusal.code) == (uses[-1], code)


def test_a_seat_that_gave_no_response_can_be_given_one() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    found = answered(to_end(session), Change(2, "highvale", (Use("quiet_watch"),)))
    assert found.instead_of == ()
    assert [(one.id, one.target) for one in found.decided] == [("2.highvale.1", "highvale")]
    assert {one.row.turn for one in found.rows} <= {2, 3, 4, 5}
    assert found.first[0].row.cause.name == "quiet_watch"


def test_red_lines_that_only_the_record_crosses_are_told() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    found = answered(to_end(session), Change(1, "rivermark"))
    assert {one.actual for one in found.breaches} == {True}
    assert {one.breach.line for one in found.breaches} == {"unscreened_return"}
