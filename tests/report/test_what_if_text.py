"""A what-if in words: what is dropped and why, what comes and stays away, and nothing left to be guessed."""

from __future__ import annotations

from exercise.analysis.change import Change, Use
from exercise.conduct.command import (
    FACILITATOR,
    LiftMeasure,
    Respond,
    RespondFreely,
    ScaleResponse,
)
from exercise.conduct.state import Phase
from exercise.report.what_if_text import impact_text, what_if_text
from tests.analysis.journals import answered, course, do, go_to, to_end
from tests.analysis.test_what_if import CLOSE, begun
from tests.support.busy import busy_program


def test_dropped_acts_are_told_with_who_what_and_why() -> None:
    session = begun()
    do(session, "rivermark", CLOSE, Respond("quiet_watch", "rivermark"))
    go_to(session, Phase.adjudication, 1)
    do(session, FACILITATOR, ScaleResponse("1.rivermark.2", 50, "only half were there"))
    go_to(session, Phase.decision, 2)
    standing = {m.response: m.number for m in session.state.world.in_force}
    do(session, "rivermark", LiftMeasure(standing["1.rivermark.2"]))
    found = answered(to_end(session), Change(1, "rivermark", (Use("close_crossing"),)))
    lines = what_if_text(busy_program(), found).splitlines()
    assert lines[-3:] == [
        "Recorded acts that are not legal any more",
        "  turn 1, facilitator: rules that a response yields more or less: only half were there. "
        "There is no such response in this turn.",
        "  turn 2, Rivermark: ends Quiet watch. You have no such measure in force.",
    ]
    assert "In the record: Close the crossing; Quiet watch" in lines


def test_red_lines_and_bands_are_told_and_each_only_where_it_differs() -> None:
    session = begun()
    do(session, "rivermark", CLOSE)
    do(session, "highvale", RespondFreely("[b]We pray[/b]"))
    actual = to_end(session)
    text = what_if_text(busy_program(), answered(actual, Change(1, "rivermark")))
    assert "Red lines that differ" in text
    assert "crossed in the record only" in text
    assert "crossed in the what-if only" not in text
    prayed = what_if_text(busy_program(), answered(actual, Change(1, "highvale")))
    assert "In the record: [b]We pray[/b]" in prayed
    assert "Red lines that differ" not in prayed
    assert "No value ends elsewhere." in prayed


def test_nothing_decided_has_no_impact_and_says_so() -> None:
    session = begun()
    go_to(session, Phase.outcome, 1)
    assert course(session).turns
    assert impact_text(busy_program(), ()).endswith("No seat has decided anything there.")
