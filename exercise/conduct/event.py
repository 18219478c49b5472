"""What has happened: events, past tense. An event carries its rows and draws, so that replay never rolls."""

from __future__ import annotations

from msgspec import Struct

from exercise.conduct.command import Holder, ObservationKind
from exercise.conduct.conference import Paragraph
from exercise.conduct.decided import Decided, Ruling
from exercise.engine.world import Step, TurnInput
from exercise.errors import Refusal


class SeatAssigned(Struct, frozen=True):
    """A seat changed hands."""

    role: str
    holder: Holder
    label: str


class ScoresHidden(Struct, frozen=True):
    """The axes were hidden from seats, or shown."""

    hidden: bool


class BriefingOpened(Struct, frozen=True):
    """The lobby closed; role cards are read."""


class Started(Struct, frozen=True):
    """StartEx."""

    step: Step


class SituationOpened(Struct, frozen=True):
    """A turn began; due rows landed."""

    turn: int
    step: Step
    ready: tuple[str, ...]


class InjectReleased(Struct, frozen=True):
    """An inject was given to its recipients."""

    inject: str


class InjectHeld(Struct, frozen=True):
    """A ready inject was kept back."""

    inject: str


class InjectSkipped(Struct, frozen=True):
    """An inject was left out for good."""

    inject: str
    reason: str


class InjectArmed(Struct, frozen=True):
    """A contingency inject was armed, or put back."""

    inject: str
    armed: bool


class InjectAdded(Struct, frozen=True):
    """The facilitator wrote an inject on the spot."""

    number: int
    title: str
    text: str
    to: tuple[str, ...]


class SituationClosed(Struct, frozen=True):
    """The effects of released injects landed; consultation began."""

    step: Step


class DecisionOpened(Struct, frozen=True):
    """Responses are taken."""


class Responded(Struct, frozen=True):
    """A seat decided something, or made a statement."""

    decided: Decided


class ResponseWithdrawn(Struct, frozen=True):
    """A seat took a response back."""

    response: str


class MeasureLifted(Struct, frozen=True):
    """A seat ends a lasting measure with this turn."""

    role: str
    number: int


class MeasureKept(Struct, frozen=True):
    """A seat took a lifting back."""

    role: str
    number: int


class Sealed(Struct, frozen=True):
    """A seat's responses are complete."""

    role: str


class MessageSent(Struct, frozen=True):
    """A seat wrote to others."""

    number: int
    sender: str
    to: tuple[str, ...]
    text: str


class AgreementSponsored(Struct, frozen=True):
    """An agreement came on the table."""

    agreement: str
    role: str


class ClauseSwitched(Struct, frozen=True):
    """A clause was turned on or off; signatures fell."""

    agreement: str
    clause: str
    on: bool
    role: str


class Signed(Struct, frozen=True):
    """A party signed clauses."""

    agreement: str
    role: str
    clauses: tuple[str, ...]


class SignatureWithdrawn(Struct, frozen=True):
    """A party took its signature back."""

    agreement: str
    role: str


class Objected(Struct, frozen=True):
    """A party objected to clauses."""

    agreement: str
    role: str
    clauses: tuple[str, ...]


class ObjectionWithdrawn(Struct, frozen=True):
    """A party took its objection back."""

    agreement: str
    role: str


class ContributionStated(Struct, frozen=True):
    """A party stated the level of its contribution."""

    agreement: str
    role: str
    level: int


class QuestionAsked(Struct, frozen=True):
    """A seat asked the facilitator something."""

    number: int
    role: str
    text: str


class QuestionAnswered(Struct, frozen=True):
    """The facilitator answered."""

    number: int
    text: str


class PauseRequested(Struct, frozen=True):
    """A seat asked for a pause."""

    role: str
    reason: str


class Paused(Struct, frozen=True):
    """The exercise stands still."""

    reason: str


class Resumed(Struct, frozen=True):
    """The exercise goes on."""


class CutOff(Struct, frozen=True):
    """Responses are closed; the engine proposes."""


class Ruled(Struct, frozen=True):
    """The facilitator ruled."""

    ruling: Ruling


class RulingWithdrawn(Struct, frozen=True):
    """The facilitator took a ruling back."""

    number: int


class Adjudicated(Struct, frozen=True):
    """The proposal was confirmed; the turn has its outcome."""

    given: TurnInput
    step: Step


class Ended(Struct, frozen=True):
    """EndEx."""

    reason: str


class RanOn(Struct, frozen=True):
    """One outcome of the run-out, without decisions."""

    turn: int
    due: Step
    step: Step


class Observed(Struct, frozen=True):
    """An observation was noted."""

    number: int
    turn: int
    text: str
    kind: ObservationKind
    role: str
    inject: str
    objective: str


class AnswerRecorded(Struct, frozen=True):
    """The group's answer to a question of the scenario was written down."""

    question: str
    text: str


class PaperHandedIn(Struct, frozen=True):
    """A seat handed in a position paper, or a new version of it."""

    question: str
    role: str
    texts: tuple[tuple[str, str], ...]


class EntryTagged(Struct, frozen=True):
    """Key phrases were added to an entry of the public record, in place of those added before."""

    entry: int
    phrases: tuple[str, ...]
    by: str


class SummaryDrafted(Struct, frozen=True):
    """The summary was written anew."""

    paragraphs: tuple[Paragraph, ...]
    by: str


class FrameReminded(Struct, frozen=True):
    """The table was reminded of the frame of a statement."""

    statement: int
    reason: str
    by: str


class FloorGiven(Struct, frozen=True):
    """A seat was given the floor."""

    role: str
    by: str


class Undone(Struct, frozen=True):
    """The exercise went back to how it stood after an earlier event."""

    to: int
    """Number of events that remain in effect, from the first."""


class Closed(Struct, frozen=True):
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
    | PaperHandedIn
    | EntryTagged
    | SummaryDrafted
    | FrameReminded
    | FloorGiven
    | Undone
    | Closed
)
Decision = tuple[Event, ...] | Refusal
"""What becomes of a command: the events it brings about, or why it may not."""
