"""Where an exercise begins: starting values, and the pictures of some years that a model offers."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Points, Slug, Source

IssuePart = Literal[
    "rhetoric", "linkage", "acceptance", "institutions", "money", "delivery", "level", "frame"
]
IssueStarts = dict[IssuePart, Points | Literal["state", "human", "global", "societal"]]


class Beginning(Authored):
    """Starting values that stand before those of role cards and of the model's quantities and issues."""

    starts: dict[Slug, Points | dict[Slug, Points]] = Field(default_factory=dict)
    """Starting values that differ from the model's, by slot and by state."""
    issues: dict[Slug, dict[Slug, IssueStarts]] = Field(default_factory=dict)
    """Starting components, level and frame by issue and state (``all`` for every state)."""


class Setting(Beginning):
    """How the model pictures the region in some years; scenarios begin from it and write what differs."""

    name: LangText
    text: LangText
    years: tuple[int, int]
    """The first and the last year for which the picture stands."""
    source: Source

    @model_validator(mode="after")
    def _ordered(self) -> Setting:
        if self.years[0] > self.years[1]:
            raise ValueError("years: the first comes before the last")
        return self
