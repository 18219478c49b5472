"""Northern displacement held as a conference: papers on its questions, a moderator and a rapporteur."""

from __future__ import annotations

import json
from functools import cache

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    Command,
    DraftSummary,
    GiveFloor,
    HandInPaper,
    Holder,
    RemindOfFrame,
    Respond,
    TagEntry,
)
from exercise.conduct.conference import Paragraph
from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.errors import Refusal
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.library.loader import load_scenario
from exercise.session.auto import let_bots_act
from exercise.session.local import Session
from exercise.session.start import begin_exercise

WRITES, CHAIRS, SPEAKS = "rapporteur", "moderator", "tajikistan"
_DUTIES = {CHAIRS: "Keep time, or let people finish.", WRITES: "What was agreed, or what was said."}
PAPER = HandInPaper(
    "q1",
    (
        ("state", "Twelve beds, and thirty people before the post."),
        ("aims", "A warm hall by Friday, and a list of who sleeps where."),
        ("neighbours", "The next post has room. We have asked."),
    ),
)
"""A paper that lacks one field."""
THANKS = Respond(
    "prepared_statement",
    issue="afghan_refugees",
    frame="human",
    audiences=("donors", "un_bodies"),
    reason="We thank those who came when the nights were cold.",
    phrases=("mixed_flows", "afghanistan"),
)
"""A courtesy before an outside audience."""


@cache
def conference_program() -> Program:
    """Return the scenario as a conference, compiled once."""
    data = json.loads(bundle_bytes(load_scenario("northern-displacement").bundle))
    scenario = data["scenario"]
    fields = {
        "state": "Present state",
        "aims": "Aims and actions",
        "crime": "Crime sold as a service",
    }
    scenario["papers"] = {
        "q1": {
            "fields": {**fields, "neighbours": "Work with neighbours"},
            "who": ["states", "iom"],
        },
        "q2": {"fields": {"position": "Our position"}, "who": ["unhcr"]},
    }
    for role, dilemma in _DUTIES.items():
        scenario["places"].append({"role": role, "cell": True, "dilemma": dilemma})
    return compile_bundle(bundle_from_bytes(json.dumps(data).encode())).program


def conferring(phase: str, *, chair: Holder = "vacant", acts: bool = True) -> Session:
    """Return a conference in its first turn; the rapporteur and one state are persons.

    Args:
        phase: ``briefing``, ``consultation``, ``decision`` …
        chair: Who holds the moderator's seat.
        acts: Whether a paper was handed in, a statement made and a summary begun.
    """
    program = conference_program()
    roster: dict[str, Holder] = dict.fromkeys(program.roles, "bot")
    roster |= {SPEAKS: "person", WRITES: "person", CHAIRS: chair}
    session = begin_exercise(program, 7, roster=roster, keep=False)
    while session.room().phase.value != phase:
        if acts and session.room().phase.value == "consultation":
            _confer(session)
        let_bots_act(session)
        _advance(session)
    if acts and phase == "consultation":
        _confer(session)
    return session


def _advance(session: Session) -> None:
    assert not isinstance(session.submit(FACILITATOR, Advance()), Refusal)


def done(session: Session, actor: str, command: Command) -> None:
    """Submit a command that must not be refused."""
    answer = session.submit(actor, command)
    assert not isinstance(answer, Refusal), answer


def number_of(session: Session, kind: str) -> int:
    """Return the number of the last entry of a kind."""
    found = [one.number for one in session.room().record if one.kind == kind]
    return max(found)


def _confer(session: Session) -> None:
    done(session, SPEAKS, PAPER)
    done(session, SPEAKS, THANKS)
    said = number_of(session, "statement")
    chair = session.state.seat(CHAIRS)
    chairs = CHAIRS if chair is not None and chair.holder == "person" else FACILITATOR
    done(session, chairs, RemindOfFrame(said, "Thanks are no finding; name the need."))
    done(session, chairs, GiveFloor("iom"))
    done(session, WRITES, TagEntry(number_of(session, "paper"), ("migrant_rights",)))
    summary = (
        Paragraph("Tajikistan has twelve beds for thirty people.", (number_of(session, "paper"),)),
        Paragraph("Whether thanks are a finding was not settled.", (said, said + 1), True),
    )
    done(session, WRITES, DraftSummary(summary))


__all__ = [
    "CHAIRS", "PAPER", "SPEAKS", "THANKS", "WRITES", "conference_program", "conferring", "done", "number_of",
]  # fmt: skip
