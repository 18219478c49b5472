"""Building what is shown of the conference: all of it public, and what an actor may do now."""

from __future__ import annotations

from exercise.conduct.command import FACILITATOR
from exercise.conduct.decide_conference import (
    RECORD_PHASES,
    duty_refusal,
    paper_refusal,
)
from exercise.conduct.state import TURN_PHASES, State
from exercise.conduct.view_conference import ConferenceActs, ConferenceView, PaperAsked
from exercise.engine.names import authors_of
from exercise.engine.program import Program
from exercise.engine.prose import say


def conference_view(program: Program, state: State, language: str) -> ConferenceView:
    """Return what everybody may know of the conference."""
    bundle, found = program.bundle, state.conference
    return ConferenceView(
        phrases=tuple(
            (name, say(bundle, text, language)) for name, text in bundle.model.phrases.items()
        ),
        asked=tuple(
            _asked(program, state, question, language) for question in bundle.scenario.papers
        ),
        summary=found.summary,
        reminders=found.reminders,
    )


def _asked(program: Program, state: State, question: str, language: str) -> PaperAsked:
    bundle = program.bundle
    card = bundle.scenario.papers[question]
    who = authors_of(bundle, question)
    papers = (state.conference.paper(question, role) for role in who)
    return PaperAsked(
        question=question,
        label=say(bundle, bundle.scenario.questions[question], language),
        fields=tuple((name, say(bundle, text, language)) for name, text in card.fields.items()),
        who=who,
        papers=tuple(paper for paper in papers if paper is not None),
    )


def conference_acts(program: Program, state: State, actor: str) -> ConferenceActs:
    """Return what a seat or the facilitator may do in the conference now."""
    if state.paused or not _awake(state, actor):
        return ConferenceActs()
    papers = () if actor == FACILITATOR or state.over else program.bundle.scenario.papers
    writes = (
        state.phase in RECORD_PHASES and duty_refusal(program, state, actor, "rapporteur") is None
    )
    chairs = state.phase in TURN_PHASES and duty_refusal(program, state, actor, "moderator") is None
    return ConferenceActs(
        papers=tuple(
            question
            for question in papers
            if paper_refusal(program, state, actor, question) is None
        ),
        tags=writes,
        summary=writes,
        statements=_open_statements(state) if chairs else (),
        floor=_others(state, actor) if chairs else (),
    )


def _awake(state: State, actor: str) -> bool:
    seat = state.seat(actor)
    return actor == FACILITATOR or (seat is not None and seat.holder != "vacant")


def _open_statements(state: State) -> tuple[int, ...]:
    reminded = {one.statement for one in state.conference.reminders}
    return tuple(
        number
        for number, entry in enumerate(state.entries, start=1)
        if entry.kind == "statement" and number not in reminded
    )


def _others(state: State, actor: str) -> tuple[str, ...]:
    """Everybody at the table but the actor and whoever was given the floor just now."""
    last = state.entries[-1] if state.entries else None
    speaking = state.conference.floors[-1][1] if last is not None and last.kind == "floor" else ""
    return tuple(
        seat.role
        for seat in state.seats
        if seat.holder != "vacant" and seat.role not in (actor, speaking)
    )
