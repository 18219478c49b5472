"""The model pack: the quantities, issues, audiences, flows and scales that scenarios play on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.agreement import Agreement
from exercise.model.base import (
    Authored,
    FolderSlug,
    LangText,
    Percent,
    Points,
    Slug,
    Source,
)
from exercise.model.inject import Inject
from exercise.model.meanings import Meanings
from exercise.model.measure import MEASURE_CLASSES, Measure, MeasureClass
from exercise.model.names import (
    IndicatorName,
    IssueName,
    MeasureName,
    RoleName,
    RuleName,
    StateName,
)
from exercise.model.quantity import AXES, AxisName, Band, Derived, Domain, Quantity, Visibility
from exercise.model.role import ConceptWeights, Frame
from exercise.model.rule import RedLine, Rule
from exercise.model.setting import COMPONENT_MEANINGS, Setting

Component = Annotated[
    Literal["rhetoric", "linkage", "acceptance", "institutions", "money", "delivery"],
    Meanings(COMPONENT_MEANINGS),
]


Cell = Annotated[int, Field(ge=0, le=11)]
"""A column or a row of the schematic map."""


class State(Authored):
    """A modelled state."""

    name: LangText
    """What people call it."""
    weight: int = Field(ge=1, le=1000)
    """Weight in regional means."""
    neighbours: tuple[StateName, ...] = ()
    """States it borders on."""
    map: tuple[Cell, Cell] | None = None
    """Column and row on the schematic map, from 0 at the upper left; no geography is claimed."""
    willingness: Percent
    """Political will to carry out what was agreed, per cent."""
    ability: Percent
    """Means and skill to carry it out, per cent."""
    diverted: Percent
    """Share of outside funds that goes astray, per cent."""
    source: Source
    """Where it comes from, or ``design value``."""


class Issue(Authored):
    """A topic whose securitisation is tracked."""

    name: LangText
    """A few words."""
    text: LangText
    """What belongs to it, in one or two sentences."""
    start: dict[Component, Points] = Field(default_factory=dict)
    """Where its components begin; 0 where nothing is given."""
    level: int = Field(default=0, ge=0, le=4)
    """The level at which it begins."""
    frame: Frame = "state"
    """The frame that holds at the beginning."""
    evidence: dict[IndicatorName, int] = Field(default_factory=dict)
    """Indicators (higher is better) whose shortfall is the actual threat, with weights. Arrival of people
    never counts as evidence."""
    source: Source
    """Where it comes from, or ``design value``."""


class LevelScale(Authored):
    """How the six components make an issue's level."""

    weights: dict[Component, int]
    """Per cent."""
    thresholds: tuple[int, int, int, int]
    """Weighted sums at which levels 1 to 4 are reached, in points."""
    falls_below: int = Field(ge=0, le=50)
    """A level falls when the sum is this many points under its threshold."""
    accepted: int = Field(default=50, ge=0, le=100)
    """Acceptance from which a claim counts as accepted."""
    source: Source
    """Where it comes from, or ``design value``."""


class Audience(Authored):
    """Somebody who hears statements and accepts or refuses them."""

    name: LangText
    """What people call it."""
    text: LangText
    """Who belongs to it, in one or two sentences."""
    concept: ConceptWeights
    """Whose security it thinks of first; decides how it hears a frame."""
    states: tuple[StateName, ...] = ()
    """States in which this audience's acceptance counts; empty for all."""
    public: bool = True
    """Whether it is addressed in the open; told to people, read by no rule."""
    source: Source
    """Where it comes from, or ``design value``."""


class Leg(Authored):
    """One leg of a flow."""

    name: LangText
    """What people call it."""
    origin: LangText
    """Where it begins."""
    state: StateName | None = None
    """The modelled state it leads into."""
    start: int = Field(ge=0, le=10_000)
    """What it carries at the beginning, in the flow's unit."""
    capacity: int = Field(ge=0, le=10_000)
    """What it can carry before the rest must find another way."""


class Flow(Authored):
    """A movement of people or goods over legs."""

    name: LangText
    """What people call it."""
    text: LangText
    """What moves, in one or two sentences."""
    unit: LangText
    """In what it is counted."""
    legs: dict[Slug, Leg] = Field(min_length=1)
    """Its legs, by name."""
    visibility: Visibility = "control"
    """Who may read its volumes."""
    source: Source
    """Where it comes from, or ``design value``."""


class Pool(Authored):
    """Money that rules open and that is allotted to roles by shares before decisions."""

    name: LangText
    """What people call it."""
    start: int = Field(default=0, ge=0, le=1000)
    """Budget units at StartEx."""
    shares: dict[RoleName, int] = Field(min_length=1)
    """Per cent by role, together at most 100; what is not shared stays in the pool."""
    source: Source
    """Where it comes from, or ``design value``."""

    @model_validator(mode="after")
    def _shares(self) -> Pool:
        if sum(self.shares.values()) > 100 or min(self.shares.values()) < 0:
            raise ValueError("shares are per cent, none below 0 and together at most 100")
        return self


class Strengths(Authored):
    """What ``low``, ``medium`` and ``high`` mean, in points."""

    low: Points
    """What ``low`` means."""
    medium: Points
    """What ``medium`` means."""
    high: Points
    """What ``high`` means."""


class Preset(Authored):
    """A selectable reading of contested claims."""

    name: LangText
    """What people call it."""
    text: LangText
    """How it reads what the sources dispute, in a few sentences."""
    rules: dict[RuleName, Annotated[int, Field(ge=0, le=300)]] = Field(default_factory=dict)
    """Per cent of the written strength, by rule."""
    measures: dict[MeasureName, Annotated[int, Field(ge=0, le=300)]] = Field(default_factory=dict)
    """Per cent of the written strength, by measure."""
    source: Source
    """Where it comes from, or ``design value``."""


class Scales(Authored):
    """The constants of the model."""

    strengths: Strengths
    """Of effects."""
    statement_strengths: Strengths
    """Of statements."""
    bundle: tuple[Percent, Percent, Percent, Percent] = (100, 30, 10, 0)
    """Yield with none, one, two, and more parts missing; per cent."""
    levels: LevelScale
    """How the components of an issue make its level."""
    bands: tuple[Band, ...] = Field(min_length=2)
    """Words for parts of the scale, for indicators that have none of their own."""
    fit: dict[IssueName, dict[MeasureClass, Percent]]
    """Per issue and measure class, per cent."""
    interval: int = Field(default=20, ge=0, le=60)
    """Width in points of a displayed interval where data quality is 0; none where it is 100."""
    source: Source
    """Where it comes from, or ``design value``."""

    @model_validator(mode="after")
    def _whole_matrix(self) -> Scales:
        for issue, row in self.fit.items():
            missing = [name for name in MEASURE_CLASSES if name not in row]
            if missing:
                raise ValueError(f"fit of '{issue}' lacks {', '.join(missing)}")
        return self


class ModelPack(Authored):
    """A reusable rule pack that scenarios play on."""

    format: Literal[1]
    """The version of this format; always 1."""
    id: FolderSlug
    """The name of the model's folder."""
    name: LangText
    """What people call it."""
    text: LangText
    """What it models and by which rules, in a few sentences."""
    notice: LangText
    """Says that values are exercise parameters and not assessments."""
    version: str
    """Yours to count, such as ``1.0.0``."""
    scales: Scales
    """Its constants."""
    presets: dict[FolderSlug, Preset] = Field(min_length=1)
    """Readings of contested claims, by name; a scenario names one."""
    settings: dict[FolderSlug, Setting] = Field(default_factory=dict)
    """Pictures of the region in some years, from which a scenario may begin."""
    states: dict[Slug, State] = Field(min_length=1)
    """The modelled states, by name."""
    quantities: dict[Slug, Quantity]
    """Indicators, drivers and parameters, by name."""
    derived: dict[Slug, Derived]
    """Values computed from others, by name; among them the two axes."""
    issues: dict[Slug, Issue]
    """Topics whose securitisation is tracked, by name."""
    audiences: dict[Slug, Audience] = Field(default_factory=dict)
    """Who hears statements, by name."""
    flows: dict[Slug, Flow] = Field(default_factory=dict)
    """Movements of people or goods, by name."""
    pools: dict[Slug, Pool] = Field(default_factory=dict)
    """Money that is shared out to roles, by name."""
    flags: dict[Slug, tuple[Domain, ...]] = Field(default_factory=dict)
    """Flags that effects may raise, with their scope."""
    red_lines: dict[Slug, RedLine] = Field(default_factory=dict)
    """Breaches that are logged, by name."""
    referents: dict[Slug, LangText]
    """Whose security may be named."""
    phrases: dict[Slug, LangText]
    """Key phrases injects and statements are tagged with."""
    injects: dict[Slug, Inject] = Field(default_factory=dict)
    """Injects by name, played where a scenario has written them or has taken them from its model."""
    measures: dict[Slug, Measure]
    """What can be done, by name."""
    rules: dict[Slug, Rule]
    """What follows from what, by name."""
    agreements: dict[Slug, Agreement] = Field(default_factory=dict)
    """Templates of agreements, by name."""
    glossary: dict[Slug, LangText] = Field(default_factory=dict)
    """Words of the subject matter, each with what it means."""

    def axes(self) -> dict[AxisName, str]:
        """Return the derived value behind each axis, security first."""
        named = {card.axis: name for name, card in self.derived.items()}
        return {axis: named[axis] for axis in AXES if axis in named}
