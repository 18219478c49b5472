"""Measures: what a role can do, what it costs and needs, and what it is meant to bring."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Slug, Source
from exercise.model.effect import Effect
from exercise.model.meanings import Meanings
from exercise.model.names import Condition, IssueName, ReferentName, RoleOrGroup

MeasureClass = Annotated[
    Literal[
        "restrictive", "capacity", "balanced", "protection", "causes", "cooperation", "framing"
    ],
    Meanings(
        {
            "restrictive": "limits what people may do; asks for two short reasons",
            "capacity": "equipment and skill of services that control",
            "balanced": "serves control and rights in one measure",
            "protection": "looks after people who are at risk",
            "causes": "works on what makes people move or trade unlawfully",
            "cooperation": "something that two or more sides do together",
            "framing": "words that shape how an issue is seen",
        }
    ),
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

Addresses = Annotated[
    Literal["cause", "symptom"],
    Meanings(
        {
            "cause": "works on why something happens",
            "symptom": "works on what can be seen of it",
        }
    ),
]

Target = Annotated[
    Literal["none", "home", "state", "partner", "role"],
    Meanings(
        {
            "none": "nothing in particular",
            "home": "the acting state itself",
            "state": "a state: an organisation chooses one, a state acts at home",
            "partner": "the other side of a two-sided measure",
            "role": "another role",
        }
    ),
]

Strength = Annotated[
    Literal["low", "medium", "high"],
    Meanings(
        {
            "low": "the weakest of the model's strengths of statements",
            "medium": "the middle one",
            "high": "the greatest one",
        }
    ),
]

Lasts = Annotated[
    Literal["once", "until_lifted"],
    Meanings(
        {
            "once": "counts in one outcome",
            "until_lifted": "counts at every outcome until the role lifts it",
        }
    ),
]


class Lasting(Authored):
    """A measure that stays in force for a number of outcomes, the first one included."""

    turns: int = Field(ge=1, le=20)
    """How many outcomes, the first one included."""


class Measure(Authored):
    """One measure of the model, of a role, or offered by an inject."""

    ref: str | None = None
    """An id for people, such as one of a catalogue of measures."""
    name: LangText
    """A few words, as they stand on the list of measures."""
    text: LangText
    """What it means in plain words, one or two sentences."""
    class_: MeasureClass = Field(alias="class")
    """What kind of measure it is; decides how well it fits an issue."""
    addresses: Addresses
    """Whether it works on causes or on symptoms."""
    who: tuple[RoleOrGroup, ...] = Field(min_length=1)
    """Roles, or the groups ``states``, ``organisations``, ``powers``, ``civil``, ``cells``, ``all``."""
    target: Target = "none"
    """What a response with it is directed at."""
    partners: tuple[RoleOrGroup, ...] = Field(default=("states",), min_length=1)
    """Who may be chosen where ``target`` is ``partner``: roles or groups; ``states`` are the scenario's."""
    issue: IssueName | None = None
    """The issue it answers where the response names none; decides the fit."""
    referent: ReferentName
    """Whose security it is meant to serve, unless the response says otherwise."""
    cost: int = Field(default=0, ge=0, le=100)
    """Budget units, paid when the responses are revealed."""
    upkeep: int = Field(default=0, ge=0, le=100)
    """Budget units per further turn while it lasts."""
    lasts: Lasts | Lasting = "once"
    """In how many outcomes it counts; ``{turns: N}`` for a number of them."""
    locked: bool = False
    """Usable only after an ``unlock``."""
    offered: bool = False
    """Usable only as an answer to an inject that offers it."""
    covert: bool = False
    """Not shown to others in the outcome."""
    requires: Condition | None = None
    """Legal only while this holds; may read published slots and the acting role's own card only."""
    requires_text: LangText | None = None
    """The requirement in plain words; needed where ``requires`` is given."""
    bundle: dict[Slug, Condition] = Field(default_factory=dict)
    """Parts that must be in place for full yield, each with the condition that shows it is."""
    statement: bool = False
    """Made openly as a statement before audiences (issue, audience, frame, referent, strength)."""
    strength: Strength = "medium"
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
    """Ids of claims of the source documents that it rests on, such as ``C-04``."""
    source: Source
    """Where measure and amounts come from, or ``design value``."""

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
