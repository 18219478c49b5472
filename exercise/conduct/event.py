"""What has happened: events, past tense. An event carries its rows and draws, so that replay never rolls."""

from __future__ import annotations

from dataclasses import dataclass

from exercise.conduct.command import Holder, ObservationKind
from exercise.conduct.decided import Decided, Ruling
from exercise.engine.world import Step, TurnInput
from exercise.errors import Refusal


@dataclass(frozen=True, slots=True)
class SeatAssigned:
    """A seat changed hands."""

    role: str
    holder: Holder
    label: str


@dataclass(frozen=True, slots=True)
class ScoresHidden:
    """The axes were hidden from seats, or shown."""

    hidden: bool


@dataclass(frozen=True, slots=True)
class BriefingOpened:
    """The lobby closed; role cards are read."""


@dataclass(frozen=True, slots=True)
class Started:
    """StartEx."""

    step: Step


@dataclass(frozen=True, slots=True)
class SituationOpened:
    """A turn began; due rows landed."""

    turn: int
    step: Step
    ready: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InjectReleased:
    """An inject was given to its recipients."""

    inject: str


@dataclass(frozen=True, slots=True)
class InjectHeld:
    """A ready inject was kept back."""

    inject: str


@dataclass(frozen=True, slots=True)
class InjectSkipped:
    """An inject was left out for good."""

    inject: str
    reason: str


@dataclass(frozen=True, slots=True)
class InjectArmed:
    """A contingency inject was armed, or put back."""

    inject: str
    armed: bool


@dataclass(frozen=True, slots=True)
class InjectAdded:
    """The facilitator wrote an inject on the spot."""

    number: int
    title: str
    text: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SituationClosed:
    """The effects of released injects landed; consultation began."""

    step: Step


@dataclass(frozen=True, slots=True)
class DecisionOpened:
    """Responses are taken."""


@dataclass(frozen=True, slots=True)
class Responded:
    """A seat decided something, or made a statement."""

    decided: Decided


@dataclass(frozen=True, slots=True)
class ResponseWithdrawn:
    """A seat took a response back."""

    response: str


@dataclass(frozen=True, slots=True)
class MeasureLifted:
    """A seat ends a lasting measure with this turn."""

    role: str
    number: int


@dataclass(frozen=True, slots=True)
class MeasureKept:
    """A seat took a lifting back."""

    role: str
    number: int


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seat's responses are complete."""

    role: str


@dataclass(frozen=True, slots=True)
class MessageSent:
    """A seat wrote to others."""

    number: int
    sender: str
    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class AgreementSponsored:
    """An agreement came on the table."""

    agreement: str
    role: str


@dataclass(frozen=True, slots=True)
class ClauseSwitched:
    """A clause was turned on or off; signatures fell."""

    agreement: str
    clause: str
    on: bool
    role: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A party signed clauses."""

    agreement: str
    role: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SignatureWithdrawn:
    """A party took its signature back."""

    agreement: str
    role: str


@dataclass(frozen=True, slots=True)
class Objected:
    """A party objected to clauses."""

    agreement: str
    role: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ObjectionWithdrawn:
    """A party took its objection back."""

    agreement: str
    role: str


@dataclass(frozen=True, slots=True)
class ContributionStated:
    """A party stated the level of its contribution."""

    agreement: str
    role: str
    level: int


@dataclass(frozen=True, slots=True)
class QuestionAsked:
    """A seat asked the facilitator something."""

    number: int
    role: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionAnswered:
    """The facilitator answered."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class PauseRequested:
    """A seat asked for a pause."""

    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Paused:
    """The exercise stands still."""

    reason: str


@dataclass(frozen=True, slots=True)
class Resumed:
    """The exercise goes on."""


@dataclass(frozen=True, slots=True)
class CutOff:
    """Responses are closed; the engine proposes."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """The facilitator ruled."""

    ruling: Ruling


@dataclass(frozen=True, slots=True)
class RulingWithdrawn:
    """The facilitator took a ruling back."""

    number: int


@dataclass(frozen=True, slots=True)
class Adjudicated:
    """The proposal was confirmed; the turn has its outcome."""

    given: TurnInput
    step: Step


@dataclass(frozen=True, slots=True)
class Ended:
    """EndEx."""

    reason: str


@dataclass(frozen=True, slots=True)
class RanOn:
    """One outcome of the run-out, without decisions."""

    turn: int
    due: Step
    step: Step


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation was noted."""

    number: int
    turn: int
    text: str
    kind: ObservationKind
    role: str
    inject: str
    objective: str


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """The group's answer to a question of the scenario was written down."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The exercise went back to how it stood after an earlier event."""

    to: int
    """Number of events that remain in effect, from the first."""


@dataclass(frozen=True, slots=True)
class Closed:
    """The debrief is over; the exercise can only be read."""


Event = (
    SeatAssigned
    | ScoresHidden
    | BriefingOpened
    | Started
    | SituationOpened
    | InjectReleased
    | InjectHeld
    | InjectSkipped
    | InjectArmed
    | InjectAdded
    | SituationClosed
    | DecisionOpened
    | Responded
    | ResponseWithdrawn
    | MeasureLifted
    | MeasureKept
    | Sealed
    | MessageSent
    | AgreementSponsored
    | ClauseSwitched
    | Signed
    | SignatureWithdrawn
    | Objected
    | ObjectionWithdrawn
    | ContributionStated
    | QuestionAsked
    | QuestionAnswered
    | PauseRequested
    | Paused
    | Resumed
    | CutOff
    | Ruled
    | RulingWithdrawn
    | Adjudicated
    | Ended
    | RanOn
    | Observed
    | AnswerRecorded
    | Undone
    | Closed
)
Decision = tuple[Event, ...] | Refusal
"""What becomes of a command: the events it brings about, or why it may not."""
