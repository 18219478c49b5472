"""Folding events into the state. Total for events that were decided; trusts them and never rolls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any

from msgspec.structs import replace

from exercise.conduct import event as happened
from exercise.conduct.event import Event
from exercise.conduct.evolve_conference import CONFERENCE_HANDLERS
from exercise.conduct.public_log import made_public
from exercise.conduct.state import (
    Answered,
    Delivery,
    Message,
    OpenText,
    Phase,
    Seat,
    State,
    TurnRecord,
)
from exercise.engine.agreements import clauses_in_force
from exercise.engine.program import Program
from exercise.engine.world import World, apply

_CHECKPOINTS = (
    happened.BriefingOpened,
    happened.Started,
    happened.SituationOpened,
    happened.InjectReleased,
    happened.SituationClosed,
    happened.DecisionOpened,
    happened.CutOff,
    happened.Adjudicated,
    happened.Ended,
)


def evolve(program: Program, state: State, event: Event) -> State:
    """Return the state after an event."""
    if isinstance(event, happened.Undone):
        return _undone(state, event)
    checkpoints = state.checkpoints
    if isinstance(event, _CHECKPOINTS):
        checkpoints = (*checkpoints, (state.events, replace(state, checkpoints=())))
    after = _HANDLERS[type(event)](program, state, event)
    entries = (*state.entries, *made_public(program, state, after, event))
    return replace(after, entries=entries, events=state.events + 1, checkpoints=checkpoints)


def replay(program: Program, state: State, events: Iterable[Event]) -> State:
    """Return the state after a run of events."""
    return reduce(lambda before, event: evolve(program, before, event), events, state)


def _undone(state: State, event: happened.Undone) -> State:
    """Go back; what evaluators noted stays, because it is about the room and not about the region."""
    number = next(i for i, (events, _) in enumerate(state.checkpoints) if events == event.to)
    earlier = state.checkpoints[number][1]
    return replace(
        earlier,
        events=state.events + 1,
        observations=state.observations,
        answers=state.answers,
        checkpoints=state.checkpoints[:number],
    )


def _seat_assigned(program: Program, state: State, event: happened.SeatAssigned) -> State:
    seats = tuple(
        Seat(event.role, event.holder, event.label) if seat.role == event.role else seat
        for seat in state.seats
    )
    present = tuple(seat.holder != "vacant" for seat in seats)
    world = replace(state.world, present=present)
    gone = event.role if event.holder == "vacant" else None
    return replace(
        state, seats=seats, world=world, sealed=tuple(role for role in state.sealed if role != gone)
    )


def _started(program: Program, state: State, event: happened.Started) -> State:
    return replace(state, world=apply(program, state.world, event.step))


def _situation_opened(program: Program, state: State, event: happened.SituationOpened) -> State:
    start = program.settle(state.world.values)
    world = apply(program, state.world, event.step)
    record = TurnRecord(event.turn, start, event.step, program.settle(world.values))
    return replace(
        state,
        phase=Phase.situation,
        turn=event.turn,
        world=world,
        ready=event.ready,
        held=(),
        responses=(),
        lifted=(),
        sealed=(),
        texts=(),
        rulings=(),
        turns=(*state.turns, record),
    )


def _released(program: Program, state: State, event: happened.InjectReleased) -> State:
    return replace(
        _unlisted(state, event.inject),
        world=_status(program, state, event.inject, fired=state.turn),
        deliveries=(*state.deliveries, Delivery(event.inject, state.turn)),
    )


def _held(program: Program, state: State, event: happened.InjectHeld) -> State:
    return replace(_unlisted(state, event.inject), held=(*state.held, event.inject))


def _skipped(program: Program, state: State, event: happened.InjectSkipped) -> State:
    world = _status(program, state, event.inject, skipped=True)
    return replace(
        _unlisted(state, event.inject),
        world=world,
        skipped=(*state.skipped, (event.inject, event.reason)),
    )


def _armed(program: Program, state: State, event: happened.InjectArmed) -> State:
    return replace(state, world=_status(program, state, event.inject, armed=event.armed))


def _status(program: Program, state: State, inject: str, **changes: Any) -> World:
    number = program.numbers.inject[inject]
    statuses = list(state.world.injects)
    statuses[number] = replace(statuses[number], **changes)
    return replace(state.world, injects=tuple(statuses))


def _unlisted(state: State, inject: str) -> State:
    return replace(
        state,
        ready=tuple(name for name in state.ready if name != inject),
        held=tuple(name for name in state.held if name != inject),
    )


def _added(program: Program, state: State, event: happened.InjectAdded) -> State:
    delivery = Delivery(f"added.{event.number}", state.turn, event.title, event.text, event.to)
    return replace(state, deliveries=(*state.deliveries, delivery))


def _situation_closed(program: Program, state: State, event: happened.SituationClosed) -> State:
    world = apply(program, state.world, event.step)
    record = replace(state.turns[-1], arrived=event.step, s1=program.settle(world.values))
    return replace(
        state, phase=Phase.consultation, world=world, ready=(), turns=(*state.turns[:-1], record)
    )


def _responded(program: Program, state: State, event: happened.Responded) -> State:
    return replace(
        state,
        responses=(*state.responses, event.decided),
        sealed=tuple(role for role in state.sealed if role != event.decided.role),
    )


def _withdrawn(program: Program, state: State, event: happened.ResponseWithdrawn) -> State:
    gone = next(decided for decided in state.responses if decided.id == event.response)
    return replace(
        state,
        responses=tuple(decided for decided in state.responses if decided.id != event.response),
        sealed=tuple(role for role in state.sealed if role != gone.role),
    )


def _lifted(program: Program, state: State, event: happened.MeasureLifted) -> State:
    return replace(state, lifted=(*state.lifted, (event.role, event.number)))


def _kept(program: Program, state: State, event: happened.MeasureKept) -> State:
    return replace(
        state, lifted=tuple(pair for pair in state.lifted if pair != (event.role, event.number))
    )


def _message(program: Program, state: State, event: happened.MessageSent) -> State:
    message = Message(event.number, event.sender, event.to, event.text, state.turn)
    return replace(state, messages=(*state.messages, message))


def _sponsored(program: Program, state: State, event: happened.AgreementSponsored) -> State:
    code = program.agreements[program.numbers.agreement[event.agreement]]
    in_force = clauses_in_force(program, state.world, code)
    on = tuple(
        clause.name
        for number, clause in enumerate(code.clauses)
        if clause.on and number not in in_force
    )
    party = program.numbers.role[event.role] in code.parties
    signed = ((event.role, on),) if party else ()
    text = OpenText(event.agreement, event.role, on, signed)
    return replace(state, texts=(*state.texts, text))


def _text(state: State, agreement: str, change: Callable[[OpenText], OpenText]) -> State:
    texts = tuple(change(text) if text.agreement == agreement else text for text in state.texts)
    return replace(state, texts=texts)


def _switched(program: Program, state: State, event: happened.ClauseSwitched) -> State:
    code = program.agreements[program.numbers.agreement[event.agreement]]

    def change(text: OpenText) -> OpenText:
        wanted = {*text.on, event.clause} if event.on else {*text.on} - {event.clause}
        on = tuple(clause.name for clause in code.clauses if clause.name in wanted)
        return replace(text, on=on, signed=())

    return _text(state, event.agreement, change)


def _without(pairs: tuple[tuple[str, Any], ...], role: str) -> tuple[tuple[str, Any], ...]:
    return tuple(pair for pair in pairs if pair[0] != role)


def _signed(program: Program, state: State, event: happened.Signed) -> State:
    return _text(
        state,
        event.agreement,
        lambda text: replace(
            text,
            signed=(*_without(text.signed, event.role), (event.role, event.clauses)),
            objected=_without(text.objected, event.role),
        ),
    )


def _unsigned(program: Program, state: State, event: happened.SignatureWithdrawn) -> State:
    return _text(
        state, event.agreement, lambda text: replace(text, signed=_without(text.signed, event.role))
    )


def _objected(program: Program, state: State, event: happened.Objected) -> State:
    return _text(
        state,
        event.agreement,
        lambda text: replace(
            text,
            objected=(*_without(text.objected, event.role), (event.role, event.clauses)),
            signed=_without(text.signed, event.role),
        ),
    )


def _unobjected(program: Program, state: State, event: happened.ObjectionWithdrawn) -> State:
    return _text(
        state,
        event.agreement,
        lambda text: replace(text, objected=_without(text.objected, event.role)),
    )


def _contributed(program: Program, state: State, event: happened.ContributionStated) -> State:
    return _text(
        state,
        event.agreement,
        lambda text: replace(
            text,
            contributions=(*_without(text.contributions, event.role), (event.role, event.level)),
        ),
    )


def _answered(program: Program, state: State, event: happened.QuestionAnswered) -> State:
    questions = tuple(
        replace(asked, answer=event.text) if asked.question.number == event.number else asked
        for asked in state.questions
    )
    return replace(state, questions=questions)


def _unruled(program: Program, state: State, event: happened.RulingWithdrawn) -> State:
    return replace(state, rulings=tuple(r for r in state.rulings if r.number != event.number))


def _adjudicated(program: Program, state: State, event: happened.Adjudicated) -> State:
    world = apply(program, state.world, event.step)
    record = replace(
        state.turns[-1],
        decided=state.responses,
        lifted=state.lifted,
        texts=state.texts,
        rulings=state.rulings,
        at_cut_off=state.world,
        given=event.given,
        outcome=event.step,
        s2=world.settled,
    )
    return replace(state, phase=Phase.outcome, world=world, turns=(*state.turns[:-1], record))


def _ran_on(program: Program, state: State, event: happened.RanOn) -> State:
    start = program.settle(state.world.values)
    landed = apply(program, state.world, event.due)
    world = apply(program, landed, event.step)
    middle = program.settle(landed.values)
    record = TurnRecord(
        turn=event.turn,
        start=start,
        due=event.due,
        s0=middle,
        arrived=None,
        s1=middle,
        at_cut_off=landed,
        outcome=event.step,
        s2=world.settled,
        run_out=True,
    )
    return replace(state, world=world, turns=(*state.turns, record))


def _recorded(program: Program, state: State, event: happened.AnswerRecorded) -> State:
    others = tuple(pair for pair in state.answers if pair[0] != event.question)
    return replace(state, answers=(*others, (event.question, event.text)))


_Handler = Callable[[Program, State, Any], State]
_HANDLERS: dict[type[Any], _Handler] = {
    happened.SeatAssigned: _seat_assigned,
    happened.ScoresHidden: lambda _, state, event: replace(state, scores_hidden=event.hidden),
    happened.BriefingOpened: lambda _, state, event: replace(state, phase=Phase.briefing),
    happened.Started: _started,
    happened.SituationOpened: _situation_opened,
    happened.InjectReleased: _released,
    happened.InjectHeld: _held,
    happened.InjectSkipped: _skipped,
    happened.InjectArmed: _armed,
    happened.InjectAdded: _added,
    happened.SituationClosed: _situation_closed,
    happened.DecisionOpened: lambda _, state, event: replace(state, phase=Phase.decision),
    happened.Responded: _responded,
    happened.ResponseWithdrawn: _withdrawn,
    happened.MeasureLifted: _lifted,
    happened.MeasureKept: _kept,
    happened.Sealed: lambda _, state, event: replace(state, sealed=(*state.sealed, event.role)),
    happened.MessageSent: _message,
    happened.AgreementSponsored: _sponsored,
    happened.ClauseSwitched: _switched,
    happened.Signed: _signed,
    happened.SignatureWithdrawn: _unsigned,
    happened.Objected: _objected,
    happened.ObjectionWithdrawn: _unobjected,
    happened.ContributionStated: _contributed,
    happened.QuestionAsked: lambda _, state, event: replace(
        state, questions=(*state.questions, Answered(event, state.turn))
    ),
    happened.QuestionAnswered: _answered,
    happened.PauseRequested: lambda _, state, event: replace(
        state, pause_requests=(*state.pause_requests, (event.role, event.reason))
    ),
    happened.Paused: lambda _, state, event: replace(state, paused=True, pause_requests=()),
    happened.Resumed: lambda _, state, event: replace(state, paused=False),
    happened.CutOff: lambda _, state, event: replace(state, phase=Phase.adjudication),
    happened.Ruled: lambda _, state, event: replace(state, rulings=(*state.rulings, event.ruling)),
    happened.RulingWithdrawn: _unruled,
    happened.Adjudicated: _adjudicated,
    happened.Ended: lambda _, state, event: replace(
        state, phase=Phase.hot_wash, end_reason=event.reason
    ),
    happened.RanOn: _ran_on,
    happened.Observed: lambda _, state, event: replace(
        state, observations=(*state.observations, event)
    ),
    happened.AnswerRecorded: _recorded,
    happened.Closed: lambda _, state, event: replace(state, phase=Phase.closed),
    **CONFERENCE_HANDLERS,
}
