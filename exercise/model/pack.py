"""The model pack: the quantities, issues, audiences, flows and scales that scenarios play on."""

from __future__ import annotations

from decimal import Decimal
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
from exercise.model.measure import MEASURE_CLASSES, Measure, MeasureClass
from exercise.model.role import ConceptWeights
from exercise.model.rule import RedLine, Rule
from exercise.model.setting import Setting

Domain = Literal["state", "issue", "role", "leg", "frame", "agreement", "audience", "pool"]
Visibility = Literal["published", "card", "control"]
Family = Literal["security", "rights", "process", "driver", "parameter", "flag"]
AxisName = Literal["security", "rights"]
AXES: tuple[AxisName, ...] = ("security", "rights")
"""The two headlines, and the families of indicators that tell of them, in the order in which they are shown."""


class Band(Authored):
    """A word for part of a scale, from ``low`` upward."""

    low: int = Field(ge=-1000, le=1000)
    word: LangText


class Quantity(Authored):
    """An indicator, driver or parameter: one slot, or one per state, issue, role, leg."""

    ref: str | None = None
    name: LangText
    text: LangText
    """What it measures, in one or two sentences."""
    unit: LangText = "index points, 0 to 100"
    scope: tuple[Domain, ...] = ()
    """Empty for the region; ``[state]``, ``[issue, state]`` and so on for one slot each."""
    range: tuple[int, int] = (0, 100)
    """Lowest and highest value; never passed."""
    start: Points = Decimal(50)
    starts: dict[Slug, Points] = Field(default_factory=dict)
    """Other starts by state (or by the first part of the scope)."""
    family: Family
    referents: tuple[Slug, ...] = ()
    higher_is: Literal["better", "worse", "neutral"] = "better"
    type: Literal["structural", "process", "outcome"] = "outcome"
    framework: str | None = None
    """The framework it can be read against, such as ``OHCHR guideline 7`` or ``CIRAM impact``."""
    visibility: Visibility = "control"
    bands: tuple[Band, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        low, high = self.range
        if low >= high:
            raise ValueError(f"range must rise, this one runs from {low} to {high}")
        for where, value in [("start", self.start), *self.starts.items()]:
            if not low <= value <= high:
                raise ValueError(f"{where} {value} is outside the range {low} to {high}")
        return self


Cell = Annotated[int, Field(ge=0, le=11)]
"""A column or a row of the schematic map."""


class State(Authored):
    """A modelled state."""

    name: LangText
    weight: int = Field(ge=1, le=1000)
    """Weight in regional means."""
    neighbours: tuple[Slug, ...] = ()
    map: tuple[Cell, Cell] | None = None
    """Column and row on the schematic map, from 0 at the upper left; no geography is claimed."""
    willingness: Percent
    """Political will to carry out what was agreed, per cent."""
    ability: Percent
    """Means and skill to carry it out, per cent."""
    diverted: Percent
    """Share of outside funds that goes astray, per cent."""
    source: Source


class Issue(Authored):
    """A topic whose securitisation is tracked."""

    name: LangText
    text: LangText
    start: dict[
        Literal["rhetoric", "linkage", "acceptance", "institutions", "money", "delivery"], Points
    ] = Field(default_factory=dict)
    level: int = Field(default=0, ge=0, le=4)
    frame: Literal["state", "human", "global", "societal"] = "state"
    evidence: dict[Slug, int] = Field(default_factory=dict)
    """Indicators (higher is better) whose shortfall is the actual threat, with weights. Arrival of people
    never counts as evidence."""
    source: Source


class LevelScale(Authored):
    """How the six components make an issue's level."""

    weights: dict[
        Literal["rhetoric", "linkage", "acceptance", "institutions", "money", "delivery"], int
    ]
    """Per cent."""
    thresholds: tuple[int, int, int, int]
    """Weighted sums at which levels 1 to 4 are reached, in points."""
    falls_below: int = Field(ge=0, le=50)
    """A level falls when the sum is this many points under its threshold."""
    accepted: int = Field(default=50, ge=0, le=100)
    """Acceptance from which a claim counts as accepted."""
    source: Source


class Audience(Authored):
    """Somebody who hears statements and accepts or refuses them."""

    name: LangText
    text: LangText
    concept: ConceptWeights
    states: tuple[Slug, ...] = ()
    """States in which this audience's acceptance counts; empty for all."""
    public: bool = True
    source: Source


class Leg(Authored):
    """One leg of a flow."""

    name: LangText
    origin: LangText
    state: Slug | None = None
    """The modelled state it leads into."""
    start: int = Field(ge=0, le=10_000)
    capacity: int = Field(ge=0, le=10_000)
    """What it can carry before the rest must find another way."""


class Flow(Authored):
    """A movement of people or goods over legs."""

    name: LangText
    text: LangText
    unit: LangText
    legs: dict[Slug, Leg] = Field(min_length=1)
    visibility: Literal["published", "card", "control"] = "control"
    source: Source


class Pool(Authored):
    """Money that rules open and that is allotted to roles by shares before decisions."""

    name: LangText
    start: int = Field(default=0, ge=0, le=1000)
    shares: dict[Slug, int] = Field(min_length=1)
    """Per cent by role, together at most 100; what is not shared stays in the pool."""
    source: Source

    @model_validator(mode="after")
    def _shares(self) -> Pool:
        if sum(self.shares.values()) > 100 or min(self.shares.values()) < 0:
            raise ValueError("shares are per cent, none below 0 and together at most 100")
        return self


class Limit(Authored):
    """A ceiling on a derived value while any of some indicators is very low."""

    to: int
    when_any_below: int
    of: tuple[Slug, ...] = Field(min_length=1)


class Derived(Authored):
    """A value recomputed from others: a weighted mean of regional values."""

    ref: str | None = None
    name: LangText
    text: LangText
    axis: AxisName | None = None
    """The headline this value is; one of each, shown side by side and never netted."""
    terms: dict[Slug, int] = Field(min_length=1)
    """Indicators (their regional value) or derived values above this one, with weights."""
    limit: Limit | None = None
    source: Source


class Strengths(Authored):
    """What ``low``, ``medium`` and ``high`` mean, in points."""

    low: Points
    medium: Points
    high: Points


class Preset(Authored):
    """A selectable reading of contested claims."""

    name: LangText
    text: LangText
    rules: dict[Slug, Annotated[int, Field(ge=0, le=300)]] = Field(default_factory=dict)
    """Per cent of the written strength, by rule."""
    measures: dict[Slug, Annotated[int, Field(ge=0, le=300)]] = Field(default_factory=dict)
    source: Source


class Scales(Authored):
    """The constants of the model."""

    strengths: Strengths
    statement_strengths: Strengths
    bundle: tuple[Percent, Percent, Percent, Percent] = (100, 30, 10, 0)
    """Yield with none, one, two, and more parts missing; per cent."""
    levels: LevelScale
    bands: tuple[Band, ...] = Field(min_length=2)
    fit: dict[Slug, dict[MeasureClass, Percent]]
    """Per issue and measure class, per cent."""
    interval: int = Field(default=20, ge=0, le=60)
    """Width in points of a displayed interval where data quality is 0; none where it is 100."""
    source: Source

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
    id: FolderSlug
    name: LangText
    text: LangText
    notice: LangText
    """Says that values are exercise parameters and not assessments."""
    version: str
    scales: Scales
    presets: dict[FolderSlug, Preset] = Field(min_length=1)
    settings: dict[FolderSlug, Setting] = Field(default_factory=dict)
    """Pictures of the region in some years, from which a scenario may begin."""
    states: dict[Slug, State] = Field(min_length=1)
    quantities: dict[Slug, Quantity]
    derived: dict[Slug, Derived]
    issues: dict[Slug, Issue]
    audiences: dict[Slug, Audience] = Field(default_factory=dict)
    flows: dict[Slug, Flow] = Field(default_factory=dict)
    pools: dict[Slug, Pool] = Field(default_factory=dict)
    flags: dict[Slug, tuple[Domain, ...]] = Field(default_factory=dict)
    """Flags that effects may raise, with their scope."""
    red_lines: dict[Slug, RedLine] = Field(default_factory=dict)
    referents: dict[Slug, LangText]
    """Whose security may be named."""
    phrases: dict[Slug, LangText]
    """Key phrases injects and statements are tagged with."""
    injects: dict[Slug, Inject] = Field(default_factory=dict)
    """Injects by name, played where a scenario has written them or has taken them from its model."""
    measures: dict[Slug, Measure]
    rules: dict[Slug, Rule]
    agreements: dict[Slug, Agreement] = Field(default_factory=dict)
    glossary: dict[Slug, LangText] = Field(default_factory=dict)

    def axes(self) -> dict[AxisName, str]:
        """Return the derived value behind each axis, security first."""
        named = {card.axis: name for name, card in self.derived.items()}
        return {axis: named[axis] for axis in AXES if axis in named}
