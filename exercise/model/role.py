"""Role cards: what a state or body is, wants, may do and knows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Percent, Points, Source
from exercise.model.meanings import Meanings
from exercise.model.names import (
    AgreementName,
    ClassName,
    IndicatorName,
    IssueName,
    MeasureName,
    RoleName,
    StateName,
)

Frame = Annotated[
    Literal["state", "human", "global", "societal"],
    Meanings(
        {
            "state": "the security of the state",
            "human": "the security of persons",
            "global": "the security of the wider world",
            "societal": "the security of a society's ways of life",
        }
    ),
]
FRAMES: tuple[Frame, ...] = ("state", "human", "global", "societal")
Duty = Annotated[
    Literal["moderator", "rapporteur"],
    Meanings(
        {
            "moderator": "gives the floor and reminds of the frame of a statement",
            "rapporteur": "tags entries of the record and drafts the summary",
        }
    ),
]

RoleKind = Annotated[
    Literal["state", "organisation", "power", "civil", "cell"],
    Meanings(
        {
            "state": "a state of the region; names its `state`; group `states`",
            "organisation": "an international body; group `organisations`",
            "power": "a state outside the modelled region; group `powers`",
            "civil": "civil society or people concerned; group `civil`",
            "cell": "a seat of the facilitator's team; group `cells`",
        }
    ),
]

Stance = Annotated[
    Literal["sponsor", "sign", "object"],
    Meanings(
        {
            "sponsor": "puts the text on the table",
            "sign": "signs it when it is on the table",
            "object": "objects to it when it is on the table",
        }
    ),
]


class ConceptWeights(Authored):
    """Whose security a role or audience thinks of first; per cent, together 100."""

    state: Percent
    """Weight of the state's security."""
    societal: Percent
    """Weight of the security of a society's ways of life."""
    human: Percent
    """Weight of the security of persons."""
    global_: Percent = Field(alias="global")
    """Weight of the security of the wider world."""

    @model_validator(mode="after")
    def _whole(self) -> ConceptWeights:
        total = self.state + self.societal + self.human + self.global_
        if total != 100:
            raise ValueError(f"concept weights must add up to 100, these add up to {total}")
        return self

    def by_frame(self) -> dict[Frame, int]:
        """Return the weights by frame, per cent."""
        return {
            "state": self.state,
            "human": self.human,
            "global": self.global_,
            "societal": self.societal,
        }


class FundsCard(Authored):
    """Budget units: at StartEx, per turn, and how many may be carried over."""

    start: int = Field(ge=0, le=1000)
    """Budget units at StartEx."""
    income: int = Field(ge=0, le=1000)
    """Budget units that come in at the opening of each later turn."""
    limit: int = Field(ge=0, le=1000)
    """The most that may be carried over into a turn; what exceeds it lapses."""
    source: Source = "design value"
    """Where the numbers come from, or ``design value``."""


class RoleRedLine(Authored):
    """A line this role says it will not cross."""

    text: LangText
    """The line in one sentence."""
    measures: tuple[MeasureName, ...] = ()
    """Measures that would cross it, for warnings and for bots."""


class BotProfile(Authored):
    """How a simulated seat weighs what it may see; integers, higher is keener."""

    indicators: dict[IndicatorName, int] = Field(default_factory=dict)
    """Weight of one point of each indicator."""
    classes: dict[ClassName, int] = Field(default_factory=dict)
    """Score added for measures of a class."""
    measures: dict[MeasureName, int] = Field(default_factory=dict)
    """Score added for a measure."""
    places: dict[StateName, int] = Field(default_factory=dict)
    """Score added for a state it may choose to work in."""
    frame: Frame = "state"
    """The frame in which it makes statements."""
    issue: IssueName | None = None
    """The issue it makes statements on."""
    agreements: dict[AgreementName, Stance] = Field(default_factory=dict)
    """What it wishes to do with an agreement."""
    resolve: Percent = 100
    """How likely it is to act on its wish for an agreement, per cent; drawn anew each turn."""
    contribution: int = Field(default=1, ge=0, le=3)
    """The level of contribution it states in an agreement that asks for one."""
    thrift: int = Field(default=2, ge=0, le=20)
    """Score taken off per budget unit spent."""
    noise: int = Field(default=3, ge=0, le=50)
    """Largest random part of a score."""


class Role(Authored):
    """A role card."""

    format: Literal[1]
    """The version of this format; always 1."""
    ref: str | None = None
    """An id for people, such as one of a list of roles."""
    kind: RoleKind
    """What a role is, and to which group it belongs."""
    name: LangText
    """What people call it; prose names it by the placeholder of its file's name, such as ``{iom}``."""
    state: StateName | None = None
    """The modelled state a state role governs."""
    duty: Duty | None = None
    """What a seat of the facilitator's team does at a conference; only for kind ``cell``."""
    mandate: LangText
    """For whom it speaks and how it sees its part, in two or three sentences to the person who plays it."""
    interests: tuple[LangText, ...] = Field(min_length=1)
    """What it wants, one line each."""
    concept: ConceptWeights
    """Whose security it thinks of first."""
    funds: FundsCard
    """Its budget."""
    actions: int = Field(ge=0, le=10)
    """Responses and statements per turn."""
    delivery_cap: Percent
    """What its own machinery can deliver, per cent of plan."""
    voice_weight: Percent
    """How much weight its statements carry, per cent."""
    resources: tuple[LangText, ...] = ()
    """What it has to work with, one line each."""
    constraints: tuple[LangText, ...] = ()
    """What holds it back, one line each."""
    red_lines: tuple[RoleRedLine, ...] = ()
    """Lines it says it will not cross."""
    private: tuple[LangText, ...] = ()
    """What only this role knows."""
    allies: tuple[RoleName, ...] = ()
    """Roles it can usually count on."""
    card: dict[IndicatorName, LangText] = Field(default_factory=dict)
    """Slots of its own state (or of itself) it may read exactly, with the label it reads them under."""
    parameters: dict[IndicatorName, Points] = Field(default_factory=dict)
    """Starting values of role parameters that the model declares with scope ``role``."""
    profile: BotProfile = BotProfile()
    """How a bot plays it."""
    source: Source
    """Where the card comes from, or ``design value``."""

    @model_validator(mode="after")
    def _state(self) -> Role:
        if (self.kind == "state") != (self.state is not None):
            raise ValueError("a role of kind 'state' names its 'state', and no other role does")
        if self.duty is not None and self.kind != "cell":
            raise ValueError("only a role of kind 'cell' has a 'duty'")
        return self


class CardChanges(Authored):
    """What a scenario changes of a role's card; facts that hold in every scenario stay with the role.

    A text or list given here replaces the card's. The maps ``card``, ``parameters`` and ``profile`` are changed key by
    key: keys that are not named stay as they are on the card.
    """

    mandate: LangText | None = None
    """For whom it speaks in this story."""
    interests: tuple[LangText, ...] | None = Field(default=None, min_length=1)
    """What it wants here, one line each."""
    funds: FundsCard | None = None
    """Its budget."""
    actions: int | None = Field(default=None, ge=0, le=10)
    """Responses and statements per turn."""
    resources: tuple[LangText, ...] | None = None
    """What it has to work with, one line each."""
    constraints: tuple[LangText, ...] | None = None
    """What holds it back, one line each."""
    red_lines: tuple[RoleRedLine, ...] | None = None
    """Lines it says it will not cross."""
    private: tuple[LangText, ...] | None = None
    """What only this role knows."""
    allies: tuple[RoleName, ...] | None = None
    """Roles it can usually count on."""
    card: dict[IndicatorName, LangText] | None = None
    """Slots it may read exactly, with the label it reads them under."""
    parameters: dict[IndicatorName, Points] | None = None
    """Starting values of role parameters."""
    profile: BotProfile | None = None
    """How a bot plays it here."""
