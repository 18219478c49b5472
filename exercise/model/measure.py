"""Measures: what a role can do, what it costs and needs, and what it is meant to bring."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, Expression, LangText, Slug, Source
from exercise.model.effect import Effect

MeasureClass = Literal[
    "restrictive", "capacity", "balanced", "protection", "causes", "cooperation", "framing"
]
MEASURE_CLASSES: tuple[MeasureClass, ...] = (
    "restrictive",
    "capacity",
    "balanced",
    "protection",
    "causes",
    "cooperation",
    "framing",
)

Target = Literal["none", "home", "state", "partner", "role"]
"""``home`` the acting state itself; ``state`` a state an organisation chooses, the own one for a state;
``partner`` the other side of a two-sided measure; ``role`` another role; ``none`` nothing in particular."""


class Lasting(Authored):
    """A measure that stays in force for a number of outcomes, the first one included."""

    turns: int = Field(ge=1, le=20)


class Measure(Authored):
    """One measure of the model, of a role, or offered by an inject."""

    ref: str | None = None
    name: LangText
    text: LangText
    """What it means in plain words, one or two sentences."""
    class_: MeasureClass = Field(alias="class")
    addresses: Literal["cause", "symptom"]
    who: tuple[Slug, ...] = Field(min_length=1)
    """Roles, or the groups ``states``, ``organisations``, ``powers``, ``civil``, ``cells``, ``all``."""
    target: Target = "none"
    partners: tuple[Slug, ...] = Field(default=("states",), min_length=1)
    """Who may be chosen where ``target`` is ``partner``: roles or groups; ``states`` are the scenario's."""
    issue: Slug | None = None
    """The issue it answers where the response names none; decides the fit."""
    referent: Slug
    """Whose security it is meant to serve, unless the response says otherwise."""
    cost: int = Field(default=0, ge=0, le=100)
    """Budget units, paid when the responses are revealed."""
    upkeep: int = Field(default=0, ge=0, le=100)
    """Budget units per further turn while it lasts."""
    lasts: Literal["once", "until_lifted"] | Lasting = "once"
    locked: bool = False
    """Usable only after an ``unlock``."""
    offered: bool = False
    """Usable only as an answer to an inject that offers it."""
    covert: bool = False
    """Not shown to others in the outcome."""
    requires: Expression | None = None
    """Legal only while this holds; may read published slots and the acting role's own card only."""
    requires_text: LangText | None = None
    """The requirement in plain words; needed where ``requires`` is given."""
    bundle: dict[Slug, Expression] = Field(default_factory=dict)
    """Parts that must be in place for full yield, each with the condition that shows it is."""
    statement: bool = False
    """Made openly as a statement before audiences (issue, audience, frame, referent, strength)."""
    strength: Literal["low", "medium", "high"] = "medium"
    """How strong the statement is."""
    lowers: bool = False
    """The statement speaks an issue down: rhetoric and acceptance fall instead of rising."""
    emergency: bool = False
    """While in force, this is the state's decision that level 4 of the issue needs."""
    yields: tuple[Effect, ...] = ()
    """Intended effects: scaled by fit, bundle, willingness and ability, delivery and diversion."""
    side_effects: tuple[Effect, ...] = ()
    """What comes with it: scaled by execution alone (willingness or ability, and delivery)."""
    claims: tuple[str, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _complete(self) -> Measure:
        if self.requires is not None and self.requires_text is None:
            raise ValueError(
                "'requires' needs 'requires_text', so that people read why it is not available"
            )
        if self.lasts == "once" and self.upkeep:
            raise ValueError(
                "'upkeep' needs a measure that lasts; add 'lasts: until_lifted' or 'lasts: {turns: N}'"
            )
        if self.target != "partner" and "partners" in self.model_fields_set:
            raise ValueError("'partners' needs 'target: partner'")
        if self.statement and self.class_ != "framing":
            raise ValueError("a statement is of class 'framing'")
        return self
