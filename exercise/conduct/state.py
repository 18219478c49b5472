"""The whole state of one exercise: the fold of its events. Never shown to anybody; views are."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from exercise.conduct.command import Holder
from exercise.conduct.conference import Conference, Entry
from exercise.conduct.decided import Decided, Ruling
from exercise.conduct.event import Observed, QuestionAsked
from exercise.engine.program import Program
from exercise.engine.slots import split_name
from exercise.engine.world import Key, Proposal, Response, RuledRow, Step, TurnInput, World, begin
from exercise.errors import Refusal, RefusalCode


class Phase(StrEnum):
    """Where an exercise stands."""

    lobby = "lobby"
    briefing = "briefing"
    situation = "situation"
    consultation = "consultation"
    decision = "decision"
    adjudication = "adjudication"
    outcome = "outcome"
    hot_wash = "hot_wash"
    closed = "closed"


TURN_PHASES = (
    Phase.situation,
    Phase.consultation,
    Phase.decision,
    Phase.adjudication,
    Phase.outcome,
)


class Seat(Struct, frozen=True):
    """One place at the table."""

    role: str
    holder: Holder
    label: str = ""


class OpenText(Struct, frozen=True):
    """An agreement on the table."""

    agreement: str
    sponsor: str
    on: tuple[str, ...]
    signed: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Role and clauses."""
    objected: tuple[tuple[str, tuple[str, ...]], ...] = ()
    contributions: tuple[tuple[str, int], ...] = ()


class Delivery(Struct, frozen=True):
    """An inject as it was given."""

    inject: str
    """Name, or ``added.N`` for one written on the spot."""
    turn: int
    title: str = ""
    text: str = ""
    to: tuple[str, ...] = ()
    """Roles, for one written on the spot; empty for everybody."""


class Message(Struct, frozen=True):
    """A message between seats."""

    number: int
    sender: str
    to: tuple[str, ...]
    text: str
    turn: int


class Answered(Struct, frozen=True):
    """A question with its answer, empty while there is none."""

    question: QuestionAsked
    turn: int
    answer: str = ""


class TurnRecord(Struct, frozen=True):
    """Everything about one turn that explanations and the report need."""

    turn: int
    start: tuple[int, ...]
    """Whole snapshot when the turn began."""
    due: Step | None = None
    s0: tuple[int, ...] = ()
    arrived: Step | None = None
    """The injects' step."""
    s1: tuple[int, ...] = ()
    decided: tuple[Decided, ...] = ()
    lifted: tuple[tuple[str, int], ...] = ()
    texts: tuple[OpenText, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    at_cut_off: World | None = None
    given: TurnInput | None = None
    outcome: Step | None = None
    s2: tuple[int, ...] = ()
    run_out: bool = False


class State(Struct, frozen=True):
    """One exercise between two events."""

    key: Key
    world: World
    seats: tuple[Seat, ...]
    phase: Phase = Phase.lobby
    turn: int = 0
    events: int = 0
    """Events in effect or undone, from the first."""
    paused: bool = False
    scores_hidden: bool = False
    ready: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    """Inject and reason."""
    responses: tuple[Decided, ...] = ()
    lifted: tuple[tuple[str, int], ...] = ()
    sealed: tuple[str, ...] = ()
    texts: tuple[OpenText, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    messages: tuple[Message, ...] = ()
    questions: tuple[Answered, ...] = ()
    pause_requests: tuple[tuple[str, str], ...] = ()
    """Role and reason, of those still open."""
    observations: tuple[Observed, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    """Question and the group's answer."""
    entries: tuple[Entry, ...] = ()
    """The public record, in the order in which it became public."""
    conference: Conference = Conference()
    turns: tuple[TurnRecord, ...] = ()
    end_reason: str = ""
    checkpoints: tuple[tuple[int, State], ...] = ()
    """States one can go back to, by number of events; the last is the newest."""

    def seat(self, role: str) -> Seat | None:
        """Return a seat by role."""
        return next((seat for seat in self.seats if seat.role == role), None)

    def text(self, agreement: str) -> OpenText | None:
        """Return an agreement on the table."""
        return next((text for text in self.texts if text.agreement == agreement), None)

    @property
    def running(self) -> bool:
        """Whether a turn is being played."""
        return self.phase in TURN_PHASES

    @property
    def over(self) -> bool:
        """Whether EndEx has been called; exact numbers are open from then on."""
        return self.phase in (Phase.hot_wash, Phase.closed)


def initial(program: Program, key: Key) -> State:
    """Return an exercise in its lobby, with the scenario's own roster."""
    seats = tuple(Seat(place.role, place.seat) for place in program.bundle.scenario.places)
    return State(key, begin(program, tuple(seat.holder != "vacant" for seat in seats)), seats)


def response_of(
    program: Program, decided: Decided, ruled: tuple[Ruling, ...] = ()
) -> Response | None:
    """Return a decided response in the engine's numbers, rulings applied; nothing for free text not ruled on."""
    measure, target, scale, note = decided.measure, decided.target, 100, ""
    for ruling in ruled:
        if ruling.response != decided.id:
            continue
        note = ruling.reason
        if ruling.kind == "replace":
            measure, target = ruling.measure, ruling.target
        elif ruling.kind == "scale":
            scale = ruling.percent
    if not measure:
        return None
    number = program.numbers
    return Response(
        id=decided.id,
        role=number.role[decided.role],
        measure=number.measure[measure],
        target=number.target.get(target, -1),
        issue=number.issue.get(decided.issue, -1),
        inject=number.inject.get(decided.inject, -1),
        frame=number.frame.get(decided.frame, -1),
        audiences=tuple(number.audience[name] for name in decided.audiences),
        scale=scale,
        note=note,
    )


def wrong_phase(state: State, *phases: Phase) -> Refusal | None:
    """Return the refusal of what belongs to other phases than the present one, or nothing."""
    if state.phase in phases:
        return None
    names = " or ".join(phase.value for phase in phases)
    return Refusal(
        RefusalCode.wrong_phase,
        f"This belongs to the {names} phase.",
        f"Now it is {state.phase.value}.",
    )


def turn_input(program: Program, state: State) -> TurnInput:
    """Return all decisions of the turn, with the rulings on them, as the engine adjudicates them."""
    answers = (response_of(program, decided, state.rulings) for decided in state.responses)
    return TurnInput(
        tuple(sorted((answer for answer in answers if answer), key=lambda answer: answer.id)),
        tuple(sorted(number for _, number in state.lifted)),
        tuple(proposal_of(program, text) for text in state.texts),
        tuple(
            RuledRow(slot_number(program, ruling.slot), ruling.amount, ruling.reason)
            for ruling in state.rulings
            if ruling.kind == "row"
        ),
    )


def proposal_of(program: Program, text: OpenText) -> Proposal:
    """Return an agreement on the table in the engine's numbers."""
    roles, clauses = program.numbers.role, program.numbers.clause
    pairs = {
        field: tuple(
            (roles[role], clauses[text.agreement, name])
            for role, names in getattr(text, field)
            for name in names
        )
        for field in ("signed", "objected")
    }
    return Proposal(
        program.numbers.agreement[text.agreement],
        tuple(clauses[text.agreement, name] for name in text.on),
        pairs["signed"],
        pairs["objected"],
        tuple((roles[role], level) for role, level in text.contributions),
    )


def slot_number(program: Program, name: str) -> int:
    """Return a base slot by its written name; raises KeyError where there is none."""
    number = program.slots.index[split_name(name)]
    if number >= len(program.slots.base):
        raise KeyError(name)
    return number


__all__ = [
    "Answered",
    "Delivery",
    "Message",
    "OpenText",
    "Phase",
    "Seat",
    "State",
    "TurnRecord",
    "initial",
    "proposal_of",
    "response_of",
    "slot_number",
    "turn_input",
    "wrong_phase",
]
