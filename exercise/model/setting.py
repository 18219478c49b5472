"""Where an exercise begins: starting values, and the pictures of some years that a model offers."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Points, Source
from exercise.model.meanings import Meanings
from exercise.model.names import IndicatorName, IssueName, StateName
from exercise.model.role import Frame

COMPONENT_MEANINGS = {
    "rhetoric": "how much is said of it as a danger, 0 to 100",
    "linkage": "how far it is tied to crime or terror, 0 to 100",
    "acceptance": "how far audiences believe what is said, 0 to 100",
    "institutions": "how far offices and laws are built around it, 0 to 100",
    "money": "how far money follows, 0 to 100",
    "delivery": "how far deeds follow, 0 to 100",
}
"""What the components of an issue mean."""

IssuePart = Annotated[
    Literal[
        "rhetoric", "linkage", "acceptance", "institutions", "money", "delivery", "level", "frame"
    ],
    Meanings(
        COMPONENT_MEANINGS
        | {
            "level": "how far it is treated as a threat, 0 to 4",
            "frame": "whose security it is seen as: state, human, global or societal",
        }
    ),
]
IssueStarts = dict[IssuePart, Points | Frame]


class Beginning(Authored):
    """Starting values that stand before those of role cards and of the model's quantities and issues."""

    starts: dict[IndicatorName, Points | dict[StateName, Points]] = Field(default_factory=dict)
    """Starting values that differ from the model's, by slot and by state."""
    issues: dict[IssueName, dict[StateName, IssueStarts]] = Field(default_factory=dict)
    """Starting components, level and frame by issue and state (``all`` for every state)."""


class Setting(Beginning):
    """How the model pictures the region in some years; scenarios begin from it and write what differs."""

    name: LangText
    """What the picture is called, such as a span of years."""
    text: LangText
    """What the region looks like in it, in a few sentences."""
    years: tuple[int, int]
    """The first and the last year for which the picture stands."""
    source: Source
    """Where the picture comes from, or ``design value``."""

    @model_validator(mode="after")
    def _ordered(self) -> Setting:
        if self.years[0] > self.years[1]:
            raise ValueError("years: the first comes before the last")
        return self
