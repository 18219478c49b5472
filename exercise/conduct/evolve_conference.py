"""Folding what happens at the conference into the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from exercise.conduct import event as happened
from exercise.conduct.conference import Paper, Reminder, Summary
from exercise.conduct.state import State
from exercise.engine.program import Program


def _handed_in(program: Program, state: State, event: happened.PaperHandedIn) -> State:
    known = state.conference.paper(event.question, event.role)
    version = known.version + 1 if known is not None else 1
    paper = Paper(event.question, event.role, state.turn, event.texts, version)
    others = tuple(one for one in state.conference.papers if one is not known)
    return _with(state, papers=(*others, paper))


def _tagged(program: Program, state: State, event: happened.EntryTagged) -> State:
    others = tuple(pair for pair in state.conference.tags if pair[0] != event.entry)
    added = ((event.entry, event.phrases),) if event.phrases else ()
    return _with(state, tags=(*others, *added))


def _drafted(program: Program, state: State, event: happened.SummaryDrafted) -> State:
    return _with(state, summary=Summary(event.by, state.turn, event.paragraphs))


def _reminded(program: Program, state: State, event: happened.FrameReminded) -> State:
    reminder = Reminder(event.statement, event.reason, event.by)
    return _with(state, reminders=(*state.conference.reminders, reminder))


def _floor(program: Program, state: State, event: happened.FloorGiven) -> State:
    return _with(state, floors=(*state.conference.floors, (event.by, event.role)))


def _with(state: State, **changes: Any) -> State:
    return replace(state, conference=replace(state.conference, **changes))


CONFERENCE_HANDLERS: dict[type[Any], Callable[[Program, State, Any], State]] = {
    happened.PaperHandedIn: _handed_in,
    happened.EntryTagged: _tagged,
    happened.SummaryDrafted: _drafted,
    happened.FrameReminded: _reminded,
    happened.FloorGiven: _floor,
}
