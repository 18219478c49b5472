"""What people and bots may ask for: commands, imperative, one frozen value each."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exercise.conduct.conference import Paragraph

FACILITATOR = "facilitator"
"""The actor who runs the exercise; every other actor is a role."""

Holder = Literal["person", "bot", "vacant"]
ObservationKind = Literal["strength", "improvement", "neutral"]


class AssignSeat(Struct, frozen=True):
    """Give a seat to a person or a bot, or leave it vacant."""

    role: str
    holder: Holder
    label: str = ""
    """A name for the person, if wanted; role names suffice."""


class HideScores(Struct, frozen=True):
    """Show or hide the two axes to seats until the hot wash."""

    hidden: bool


class Advance(Struct, frozen=True):
    """Go on to the next phase."""


class ReleaseInject(Struct, frozen=True):
    """Give an inject to its recipients now."""

    inject: str


class HoldInject(Struct, frozen=True):
    """Keep a ready inject back in this situation phase."""

    inject: str


class SkipInject(Struct, frozen=True):
    """Leave an inject out for good."""

    inject: str
    reason: str


class ArmInject(Struct, frozen=True):
    """Let a contingency inject come when its time or condition has come, or keep it in the drawer."""

    inject: str
    armed: bool


class AddInject(Struct, frozen=True):
    """Write a new inject on the spot; it moves nothing by itself."""

    title: str
    text: str
    to: tuple[str, ...]
    """Roles; empty for everybody."""


class Pause(Struct, frozen=True):
    """Stop the exercise; only the facilitator may resume."""

    reason: str = ""


class Resume(Struct, frozen=True):
    """Go on after a pause."""


class ReplaceResponse(Struct, frozen=True):
    """Rule that a response, or a free text, counts as a measure."""

    response: str
    measure: str
    target: str
    reason: str


class ScaleResponse(Struct, frozen=True):
    """Rule that a response yields more or less than proposed."""

    response: str
    percent: int
    """0 to 200."""
    reason: str


class AddRow(Struct, frozen=True):
    """Rule that an indicator moves, with a reason."""

    slot: str
    amount: int
    """Hundredths of a point."""
    reason: str


class WithdrawRuling(Struct, frozen=True):
    """Take a ruling of this turn back."""

    number: int


class AnswerQuestion(Struct, frozen=True):
    """Answer a seat's question."""

    question: int
    text: str


class Observe(Struct, frozen=True):
    """Note an observation for the report."""

    text: str
    kind: ObservationKind = "neutral"
    role: str = ""
    inject: str = ""
    objective: str = ""


class RecordAnswer(Struct, frozen=True):
    """Write down the group's answer to one of the scenario's questions."""

    question: str
    text: str


class Undo(Struct, frozen=True):
    """Go back to the last phase boundary or release."""


class EndExercise(Struct, frozen=True):
    """Call EndEx before the last turn is over."""

    reason: str


class Respond(Struct, frozen=True):
    """Decide on a measure, or make a statement."""

    measure: str
    target: str = ""
    inject: str = ""
    issue: str = ""
    frame: str = ""
    referent: str = ""
    audiences: tuple[str, ...] = ()
    needed: str = ""
    """Why a restrictive measure is needed."""
    suitable: str = ""
    """Why it is suitable."""
    reason: str = ""
    phrases: tuple[str, ...] = ()
    """Of a statement: the key phrases its speaker tags it with."""


class RespondFreely(Struct, frozen=True):
    """Decide something no measure covers; the facilitator rules on it."""

    text: str
    inject: str = ""


class WithdrawResponse(Struct, frozen=True):
    """Take a response back before the cut-off."""

    response: str


class LiftMeasure(Struct, frozen=True):
    """End a lasting measure of one's own; a response like any other."""

    number: int


class KeepMeasure(Struct, frozen=True):
    """Take a lifting back before the cut-off."""

    number: int


class Seal(Struct, frozen=True):
    """Say that one's responses are complete; they stay changeable until the cut-off."""


class SendMessage(Struct, frozen=True):
    """Write to other seats."""

    to: tuple[str, ...]
    text: str


class Sponsor(Struct, frozen=True):
    """Put an agreement on the table."""

    agreement: str


class SwitchClause(Struct, frozen=True):
    """Turn a clause on or off; all signatures fall."""

    agreement: str
    clause: str
    on: bool


class Sign(Struct, frozen=True):
    """Sign an agreement, or only some of its clauses."""

    agreement: str
    clauses: tuple[str, ...] = ()
    """Empty for every clause that is on."""


class WithdrawSignature(Struct, frozen=True):
    """Take a signature back."""

    agreement: str


class ObjectTo(Struct, frozen=True):
    """Object to an agreement, or only to some of its clauses."""

    agreement: str
    clauses: tuple[str, ...] = ()


class WithdrawObjection(Struct, frozen=True):
    """Take an objection back."""

    agreement: str


class Contribute(Struct, frozen=True):
    """State the level of one's contribution to an agreement."""

    agreement: str
    level: int
    """0 to 3."""


class Ask(Struct, frozen=True):
    """Ask the facilitator something."""

    text: str


class RequestPause(Struct, frozen=True):
    """Ask for a pause."""

    reason: str = ""


class HandInPaper(Struct, frozen=True):
    """Hand in one's position paper on a question, or its next version; everybody reads it from then on."""

    question: str
    texts: tuple[tuple[str, str], ...]
    """Field and text."""


class TagEntry(Struct, frozen=True):
    """Add key phrases to an entry of the public record, in place of those added before."""

    entry: int
    phrases: tuple[str, ...]


class DraftSummary(Struct, frozen=True):
    """Write the summary; the whole of it, in place of the version before."""

    paragraphs: tuple[Paragraph, ...]


class RemindOfFrame(Struct, frozen=True):
    """Remind the table of the frame in which a statement was made."""

    statement: int
    """Its number in the public record."""
    reason: str


class GiveFloor(Struct, frozen=True):
    """Give the floor to a seat."""

    role: str


AgreementCommand = (
    Sponsor | SwitchClause | Sign | WithdrawSignature | ObjectTo | WithdrawObjection | Contribute
)
InjectCommand = ReleaseInject | HoldInject | SkipInject | ArmInject
RulingCommand = ReplaceResponse | ScaleResponse | AddRow | WithdrawRuling
SeatCommand = (
    Respond
    | RespondFreely
    | WithdrawResponse
    | LiftMeasure
    | KeepMeasure
    | Seal
    | SendMessage
    | AgreementCommand
    | Ask
    | RequestPause
    | HandInPaper
)
DutyCommand = TagEntry | DraftSummary | RemindOfFrame | GiveFloor
"""What a rapporteur or moderator asks for: from such a seat, or from the facilitator in its place."""
FacilitatorCommand = (
    AssignSeat
    | HideScores
    | Advance
    | InjectCommand
    | AddInject
    | Pause
    | Resume
    | RulingCommand
    | AnswerQuestion
    | Observe
    | RecordAnswer
    | Undo
    | EndExercise
)
Command = SeatCommand | FacilitatorCommand | DutyCommand
