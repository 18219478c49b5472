"""Everything one exercise is played from: a scenario, its model pack and its role cards, as one value."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from pydantic import Field

from exercise.model.agreement import Agreement
from exercise.model.base import Authored, FolderSlug, LangText, Slug
from exercise.model.inject import Inject, Offer
from exercise.model.measure import Measure
from exercise.model.pack import ModelPack
from exercise.model.pieces import Credit
from exercise.model.quantity import Domain
from exercise.model.role import Role
from exercise.model.rule import RedLine, Rule
from exercise.model.scenario import Scenario, TakenInject
from exercise.model.setting import Beginning

_T = TypeVar("_T")


class Bundle(Authored):
    """A scenario with all it plays on; what a journal stores and a fingerprint is taken of."""

    scenario: Scenario
    """The authored situation."""
    model: ModelPack
    """What it plays on."""
    roles: dict[Slug, Role]
    """The cards of the roles at the table, as this scenario changes them."""
    names: dict[Slug, LangText] = Field(default_factory=dict)
    """Other names for roles and states, where an alias file was chosen."""
    credits: dict[FolderSlug, Credit] = Field(default_factory=dict)
    """Libraries whose pieces were taken in: they stand in the model here, beside its own."""

    def beginnings(self) -> tuple[Beginning, ...]:
        """Return what starting values are read from, first to last: the scenario, then its setting."""
        setting = self.model.settings.get(self.scenario.setting or "")
        return (self.scenario,) if setting is None else (self.scenario, setting)

    def measures(self) -> dict[str, Measure]:
        """Return the measures in play: those of the model that are kept or taken in, and the scenario's own."""
        kept = {
            name: card for name, card in self.model.measures.items() if self._keeps_measure(name)
        }
        return kept | self.scenario.measures

    def rules(self) -> dict[str, Rule]:
        """Return the rules in play: those of the model that are kept, and the scenario's own."""
        return _kept(self.model.rules, None, self.scenario.without_rules) | self.scenario.rules

    def agreements(self) -> dict[str, Agreement]:
        """Return the agreement templates in play: those of the model that are kept, and the scenario's own."""
        own = self.scenario
        kept = _kept(self.model.agreements, own.only_agreements, own.without_agreements)
        return kept | own.agreements

    def injects(self) -> dict[str, Inject]:
        """Return the injects in play: those taken from the model as the scenario names them, then its own.

        Of a taken inject private lines to roles without a place, and measures that are not in play, are left out.
        """
        own, bank = self.scenario, self.model.injects
        if not own.with_injects:
            return own.injects
        taken = {
            name: self._taken(bank[name], change)
            for name, change in own.with_injects.items()
            if name in bank
        }
        return taken | own.injects

    def _taken(self, card: Inject, change: TakenInject) -> Inject:
        roles = [place.role for place in self.scenario.places]
        offers = (
            Offer(to=offer.to, measures=kept, choose=offer.choose if len(kept) > 1 else "any")
            for offer in card.offers
            if (kept := tuple(name for name in offer.measures if self._has_measure(name)))
        )
        return card.model_copy(
            update={
                "turn": card.turn if change.turn is None else change.turn,
                "objectives": change.objectives,
                "private": {role: text for role, text in card.private.items() if role in roles},
                "offers": tuple(offers),
            }
        )

    def _has_measure(self, name: str) -> bool:
        in_model = name in self.model.measures and self._keeps_measure(name)
        return name in self.scenario.measures or in_model

    def _keeps_measure(self, name: str) -> bool:
        own = self.scenario
        return name in own.with_measures or _keeps(name, own.only_measures, own.without_measures)

    def red_lines(self) -> dict[str, RedLine]:
        """Return the red lines in play."""
        return self.model.red_lines | self.scenario.red_lines

    def flags(self) -> dict[str, tuple[Domain, ...]]:
        """Return the flags that effects may raise, each with its scope."""
        return self.model.flags | self.scenario.flags

    def origin(self, section: str, name: str) -> str:
        """Return ``scenario`` or ``model``: where an entry of a section was written."""
        return "scenario" if name in getattr(self.scenario, section) else "model"


def _kept(
    cards: Mapping[str, _T], only: Collection[str] | None, without: Collection[str]
) -> dict[str, _T]:
    return {name: card for name, card in cards.items() if _keeps(name, only, without)}


def _keeps(name: str, only: Collection[str] | None, without: Collection[str]) -> bool:
    return name not in without and (only is None or name in only)
