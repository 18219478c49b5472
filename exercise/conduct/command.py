"""What people and bots may ask for: commands, imperative, one frozen value each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FACILITATOR = "facilitator"
"""The actor who runs the exercise; every other actor is a role."""

Holder = Literal["person", "bot", "vacant"]
ObservationKind = Literal["strength", "improvement", "neutral"]


@dataclass(frozen=True, slots=True)
class AssignSeat:
    """Give a seat to a person or a bot, or leave it vacant."""

    role: str
    holder: Holder
    label: str = ""
    """A name for the person, if wanted; role names suffice."""


@dataclass(frozen=True, slots=True)
class HideScores:
    """Show or hide the two axes to seats until the hot wash."""

    hidden: bool


@dataclass(frozen=True, slots=True)
class Advance:
    """Go on to the next phase."""


@dataclass(frozen=True, slots=True)
class ReleaseInject:
    """Give an inject to its recipients now."""

    inject: str


@dataclass(frozen=True, slots=True)
class HoldInject:
    """Keep a ready inject back in this situation phase."""

    inject: str


@dataclass(frozen=True, slots=True)
class SkipInject:
    """Leave an inject out for good."""

    inject: str
    reason: str


@dataclass(frozen=True, slots=True)
class ArmInject:
    """Let a contingency inject come when its time or condition has come, or keep it in the drawer."""

    inject: str
    armed: bool


@dataclass(frozen=True, slots=True)
class AddInject:
    """Write a new inject on the spot; it moves nothing by itself."""

    title: str
    text: str
    to: tuple[str, ...]
    """Roles; empty for everybody."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Stop the exercise; only the facilitator may resume."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on after a pause."""


@dataclass(frozen=True, slots=True)
class ReplaceResponse:
    """Rule that a response, or a free text, counts as a measure."""

    response: str
    measure: str
    target: str
    reason: str


@dataclass(frozen=True, slots=True)
class ScaleResponse:
    """Rule that a response yields more or less than proposed."""

    response: str
    percent: int
    """0 to 200."""
    reason: str


@dataclass(frozen=True, slots=True)
class AddRow:
    """Rule that an indicator moves, with a reason."""

    slot: str
    amount: int
    """Hundredths of a point."""
    reason: str


@dataclass(frozen=True, slots=True)
class WithdrawRuling:
    """Take a ruling of this turn back."""

    number: int


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """Answer a seat's question."""

    question: int
    text: str


@dataclass(frozen=True, slots=True)
class Observe:
    """Note an observation for the report."""

    text: str
    kind: ObservationKind = "neutral"
    role: str = ""
    inject: str = ""
    objective: str = ""


@dataclass(frozen=True, slots=True)
class RecordAnswer:
    """Write down the group's answer to one of the scenario's questions."""

    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Go back to the last phase boundary or release."""


@dataclass(frozen=True, slots=True)
class EndExercise:
    """Call EndEx before the last turn is over."""

    reason: str


@dataclass(frozen=True, slots=True)
class Respond:
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


@dataclass(frozen=True, slots=True)
class RespondFreely:
    """Decide something no measure covers; the facilitator rules on it."""

    text: str
    inject: str = ""


@dataclass(frozen=True, slots=True)
class WithdrawResponse:
    """Take a response back before the cut-off."""

    response: str


@dataclass(frozen=True, slots=True)
class LiftMeasure:
    """End a lasting measure of one's own; a response like any other."""

    number: int


@dataclass(frozen=True, slots=True)
class KeepMeasure:
    """Take a lifting back before the cut-off."""

    number: int


@dataclass(frozen=True, slots=True)
class Seal:
    """Say that one's responses are complete; they stay changeable until the cut-off."""


@dataclass(frozen=True, slots=True)
class SendMessage:
    """Write to other seats."""

    to: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Put an agreement on the table."""

    agreement: str


@dataclass(frozen=True, slots=True)
class SwitchClause:
    """Turn a clause on or off; all signatures fall."""

    agreement: str
    clause: str
    on: bool


@dataclass(frozen=True, slots=True)
class Sign:
    """Sign an agreement, or only some of its clauses."""

    agreement: str
    clauses: tuple[str, ...] = ()
    """Empty for every clause that is on."""


@dataclass(frozen=True, slots=True)
class WithdrawSignature:
    """Take a signature back."""

    agreement: str


@dataclass(frozen=True, slots=True)
class ObjectTo:
    """Object to an agreement, or only to some of its clauses."""

    agreement: str
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WithdrawObjection:
    """Take an objection back."""

    agreement: str


@dataclass(frozen=True, slots=True)
class Contribute:
    """State the level of one's contribution to an agreement."""

    agreement: str
    level: int
    """0 to 3."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask the facilitator something."""

    text: str


@dataclass(frozen=True, slots=True)
class RequestPause:
    """Ask for a pause."""

    reason: str = ""


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
)
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
Command = SeatCommand | FacilitatorCommand
