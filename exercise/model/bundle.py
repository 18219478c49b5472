"""Everything one exercise is played from: a scenario, its model pack and its role cards, as one value."""

from __future__ import annotations

from pydantic import Field

from exercise.model.agreement import Agreement
from exercise.model.base import Authored, LangText, Slug
from exercise.model.measure import Measure
from exercise.model.pack import ModelPack
from exercise.model.role import Role
from exercise.model.rule import RedLine, Rule
from exercise.model.scenario import Scenario


class Bundle(Authored):
    """A scenario with all it plays on; what a journal stores and a fingerprint is taken of."""

    scenario: Scenario
    model: ModelPack
    roles: dict[Slug, Role]
    names: dict[Slug, LangText] = Field(default_factory=dict)
    """Other names for roles and states, where an alias file was chosen."""

    def measures(self) -> dict[str, Measure]:
        """Return the measures in play: the model's, less those left out, and the scenario's own."""
        kept = {
            name: measure
            for name, measure in self.model.measures.items()
            if name not in self.scenario.without_measures
        }
        return kept | self.scenario.measures

    def rules(self) -> dict[str, Rule]:
        """Return the rules in play; a scenario's rule replaces the model's rule of the same name."""
        return self.model.rules | self.scenario.rules

    def agreements(self) -> dict[str, Agreement]:
        """Return the agreement templates in play."""
        kept = {
            name: agreement
            for name, agreement in self.model.agreements.items()
            if name not in self.scenario.without_agreements
        }
        return kept | self.scenario.agreements

    def red_lines(self) -> dict[str, RedLine]:
        """Return the red lines in play."""
        return self.model.red_lines | self.scenario.red_lines

    def origin(self, section: str, name: str) -> str:
        """Return ``scenario`` or ``model``: where an entry of a section was written."""
        return "scenario" if name in getattr(self.scenario, section) else "model"
