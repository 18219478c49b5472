"""Role cards: what a state or body is, wants, may do and knows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Percent, Points, Slug, Source

Frame = Literal["state", "human", "global", "societal"]
FRAMES: tuple[Frame, ...] = ("state", "human", "global", "societal")
Duty = Literal["moderator", "rapporteur"]
"""``moderator`` gives the floor and reminds of frames; ``rapporteur`` tags the record and drafts the summary."""


class ConceptWeights(Authored):
    """Whose security a role or audience thinks of first; per cent, together 100."""

    state: Percent
    societal: Percent
    human: Percent
    global_: Percent = Field(alias="global")

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
    income: int = Field(ge=0, le=1000)
    limit: int = Field(ge=0, le=1000)
    source: Source = "design value"


class RoleRedLine(Authored):
    """A line this role says it will not cross."""

    text: LangText
    measures: tuple[Slug, ...] = ()
    """Measures that would cross it, for warnings and for bots."""


class BotProfile(Authored):
    """How a simulated seat weighs what it may see; integers, higher is keener."""

    indicators: dict[Slug, int] = Field(default_factory=dict)
    """Weight of one point of each indicator."""
    classes: dict[Slug, int] = Field(default_factory=dict)
    measures: dict[Slug, int] = Field(default_factory=dict)
    places: dict[Slug, int] = Field(default_factory=dict)
    """Score added for a state it may choose to work in."""
    frame: Frame = "state"
    issue: Slug | None = None
    """The issue it makes statements on."""
    agreements: dict[Slug, Literal["sponsor", "sign", "object"]] = Field(default_factory=dict)
    resolve: Percent = 100
    """How likely it is to act on its wish for an agreement, per cent; drawn anew each turn."""
    contribution: int = Field(default=1, ge=0, le=3)
    thrift: int = Field(default=2, ge=0, le=20)
    """Score taken off per budget unit spent."""
    noise: int = Field(default=3, ge=0, le=50)
    """Largest random part of a score."""


class Role(Authored):
    """A role card."""

    format: Literal[1]
    ref: str | None = None
    kind: Literal["state", "organisation", "power", "civil", "cell"]
    """``power`` is a state outside the modelled region; ``cell`` belongs to the facilitator's team."""
    name: LangText
    state: Slug | None = None
    """The modelled state a state role governs."""
    duty: Duty | None = None
    """What a seat of the facilitator's team does at a conference; only for kind ``cell``."""
    mandate: LangText
    interests: tuple[LangText, ...] = Field(min_length=1)
    concept: ConceptWeights
    funds: FundsCard
    actions: int = Field(ge=0, le=10)
    """Responses and statements per turn."""
    delivery_cap: Percent
    """What its own machinery can deliver, per cent of plan."""
    voice_weight: Percent
    """How much weight its statements carry."""
    resources: tuple[LangText, ...] = ()
    constraints: tuple[LangText, ...] = ()
    red_lines: tuple[RoleRedLine, ...] = ()
    private: tuple[LangText, ...] = ()
    """What only this role knows."""
    allies: tuple[Slug, ...] = ()
    card: dict[Slug, LangText] = Field(default_factory=dict)
    """Slots of its own state (or of itself) it may read exactly, with the label it reads them under."""
    parameters: dict[Slug, Points] = Field(default_factory=dict)
    """Starting values of role parameters that the model declares with scope ``role``."""
    profile: BotProfile = BotProfile()
    source: Source

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
    interests: tuple[LangText, ...] | None = Field(default=None, min_length=1)
    funds: FundsCard | None = None
    actions: int | None = Field(default=None, ge=0, le=10)
    """Responses and statements per turn."""
    resources: tuple[LangText, ...] | None = None
    constraints: tuple[LangText, ...] | None = None
    red_lines: tuple[RoleRedLine, ...] | None = None
    private: tuple[LangText, ...] | None = None
    """What only this role knows."""
    allies: tuple[Slug, ...] | None = None
    card: dict[Slug, LangText] | None = None
    """Slots it may read exactly, with the label it reads them under."""
    parameters: dict[Slug, Points] | None = None
    profile: BotProfile | None = None
