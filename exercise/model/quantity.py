"""Quantities: what the model keeps count of for states, issues and roles, and what is derived from it."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Points, Slug, Source
from exercise.model.meanings import Meanings
from exercise.model.names import IndicatorName, ReferentName

Domain = Annotated[
    Literal["state", "issue", "role", "leg", "frame", "agreement", "audience", "pool"],
    Meanings(
        {
            "state": "one for each modelled state",
            "issue": "one for each issue",
            "role": "one for each role",
            "leg": "one for each leg of a flow",
            "frame": "one for each frame",
            "agreement": "one for each agreement",
            "audience": "one for each audience",
            "pool": "one for each pool",
        }
    ),
]
Visibility = Annotated[
    Literal["published", "card", "control"],
    Meanings(
        {
            "published": "open to every seat, as a band and an arrow",
            "card": "read exactly by a role whose card lists it, if it is its own, its state's or the region's",
            "control": "for the facilitator, unless a card opens it",
        }
    ),
]
Family = Annotated[
    Literal["security", "rights", "process", "driver", "parameter", "flag"],
    Meanings(
        {
            "security": "an indicator of the security axis",
            "rights": "an indicator of the axis of migrants' rights",
            "process": "how the work goes; part of no axis",
            "driver": "what moves the region from outside or below",
            "parameter": "a setting of the model or of a role",
            "flag": "a mark that stands at 0 or above",
        }
    ),
]
AxisName = Annotated[
    Literal["security", "rights"],
    Meanings({"security": "the security axis", "rights": "the axis of migrants' rights"}),
]
Direction = Annotated[
    Literal["better", "worse", "neutral"],
    Meanings(
        {
            "better": "a higher value is better",
            "worse": "a higher value is worse",
            "neutral": "neither; it only describes",
        }
    ),
]
IndicatorType = Annotated[
    Literal["structural", "process", "outcome"],
    Meanings(
        {
            "structural": "what has been set up",
            "process": "what is being done",
            "outcome": "what people get of it",
        }
    ),
]
AXES: tuple[AxisName, ...] = ("security", "rights")
"""The two headlines, and the families of indicators that tell of them, in the order in which they are shown."""


class Band(Authored):
    """A word for part of a scale, from ``low`` upward."""

    low: int = Field(ge=-1000, le=1000)
    """The value from which the word is used."""
    word: LangText
    """The word for it, such as ``good``."""


class Quantity(Authored):
    """An indicator, driver or parameter: one slot, or one per state, issue, role, leg."""

    ref: str | None = None
    """An id for people, such as ``SEC-01``."""
    name: LangText
    """A few words, as tables show them."""
    text: LangText
    """What it measures, in one or two sentences."""
    unit: LangText = "index points, 0 to 100"
    """In what it is counted."""
    scope: tuple[Domain, ...] = ()
    """Empty for the region; ``[state]``, ``[issue, state]`` and so on for one slot each."""
    range: tuple[int, int] = (0, 100)
    """Lowest and highest value; never passed."""
    start: Points = Decimal(50)
    """Where it begins, unless something nearer says otherwise."""
    starts: dict[Slug, Points] = Field(default_factory=dict)
    """Other starts by state (or by the first part of the scope)."""
    family: Family
    """What it belongs to."""
    referents: tuple[ReferentName, ...] = ()
    """Whose security or rights it tells of."""
    higher_is: Direction = "better"
    """Which way is better."""
    type: IndicatorType = "outcome"
    """What kind of indicator it is."""
    framework: str | None = None
    """The framework it can be read against, such as ``OHCHR guideline 7`` or ``CIRAM impact``."""
    visibility: Visibility = "control"
    """Who may read it."""
    bands: tuple[Band, ...] = ()
    """Words for its parts; the model's where it has none."""
    source: Source
    """Where definition and starts come from, or ``design value``."""

    @model_validator(mode="after")
    def _ordered(self) -> Quantity:
        low, high = self.range
        if low >= high:
            raise ValueError(f"range must rise, this one runs from {low} to {high}")
        for where, value in [("start", self.start), *self.starts.items()]:
            if not low <= value <= high:
                raise ValueError(f"{where} {value} is outside the range {low} to {high}")
        return self


class Limit(Authored):
    """A ceiling on a derived value while any of some indicators is very low."""

    to: int
    """The ceiling, points."""
    when_any_below: int
    """It holds while one of the indicators is below this."""
    of: tuple[IndicatorName, ...] = Field(min_length=1)
    """The indicators that are watched."""


class Derived(Authored):
    """A value recomputed from others: a weighted mean of regional values."""

    ref: str | None = None
    """An id for people."""
    name: LangText
    """A few words."""
    text: LangText
    """What it tells, in one or two sentences."""
    axis: AxisName | None = None
    """The headline this value is; one of each, shown side by side and never netted."""
    terms: dict[IndicatorName, int] = Field(min_length=1)
    """Indicators (their regional value) or derived values above this one, with weights."""
    limit: Limit | None = None
    """A ceiling that holds it down."""
    source: Source
    """Where it comes from, or ``design value``."""
