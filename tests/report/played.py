"""The tiny exercise, played by hand with everything a report tells: rulings, a pact, a breach, notes, answers."""

from __future__ import annotations

from functools import cache

from exercise.conduct.command import (
    FACILITATOR,
    AddRow,
    Advance,
    AssignSeat,
    Command,
    Observe,
    RecordAnswer,
    Respond,
    RespondFreely,
    ScaleResponse,
    SendMessage,
    Sign,
    Sponsor,
)
from exercise.conduct.state import Phase
from exercise.errors import Refusal
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from tests.support.tiny import tiny_program

HOSTILE = "<script>alert(1)</script> | *stars* & [link](http://x)"


def do(session: Session, actor: str, command: Command) -> None:
    """Submit a command that must be accepted."""
    answer = session.submit(actor, command)
    assert not isinstance(answer, Refusal), answer


def go_to(session: Session, phase: Phase, turn: int) -> None:
    """Advance to a phase of a turn."""
    while (session.state.phase, session.state.turn) != (phase, turn):
        do(session, FACILITATOR, Advance())


def running() -> Session:
    """Return the exercise in its first decision phase."""
    session = begin_exercise(tiny_program(), 7, keep=False)
    do(session, FACILITATOR, AssignSeat("aid_body", "person", "Гүлнара"))
    go_to(session, Phase.consultation, 1)
    do(session, "rivermark", SendMessage(("aid_body",), "canary-message"))
    do(session, "aid_body", Sponsor("river_pact"))
    do(session, "rivermark", Sign("river_pact"))
    go_to(session, Phase.decision, 1)
    do(
        session,
        "rivermark",
        Respond("close_crossing", "rivermark", needed=HOSTILE, suitable="short", reason="Жду"),
    )
    do(session, "aid_body", Respond("open_shelter", "rivermark", "first_families"))
    return session


@cache
def finished() -> Session:
    """Return the exercise after EndEx and run-out."""
    session = running()
    go_to(session, Phase.adjudication, 1)
    do(session, FACILITATOR, ScaleResponse("1.aid_body.1", 50, "half the staff"))
    do(session, FACILITATOR, AddRow("cohesion[highvale]", -300, "a fair was held"))
    do(session, FACILITATOR, Observe(HOSTILE, "improvement", "rivermark", "", "prepare"))
    go_to(session, Phase.decision, 2)
    do(session, "rivermark", RespondFreely(HOSTILE))
    go_to(session, Phase.hot_wash, 3)
    do(session, FACILITATOR, RecordAnswer("q1", "Being ready."))
    return session
