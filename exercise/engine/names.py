"""Names to numbers: what a condition may speak of in one scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from exercise.engine.numbering import domain_members, scope_keys
from exercise.engine.program import ProgramNumbers
from exercise.engine.slots import SlotTable, written_name
from exercise.model.bundle import Bundle
from exercise.model.measure import MEASURE_CLASSES
from exercise.model.pack import ModelPack
from exercise.model.quantity import Domain
from exercise.model.role import FRAMES, Role

_GROUP_OF = {
    "state": "states",
    "organisation": "organisations",
    "power": "powers",
    "civil": "civil",
    "cell": "cells",
}
"""By kind of role, the word for all of it."""
GROUPS = (*_GROUP_OF.values(), "all")
"""Words that stand for several roles."""


class Names(Struct, frozen=True):
    """The names of a scenario with all that is told of them: what expressions and effects are resolved by.

    They mean the same in two scenarios whose names are equal, for nothing else of a scenario is looked at.
    """

    model: ModelPack
    cards: Mapping[str, Role]
    """By role, whether in play or not."""
    flags: Mapping[str, tuple[Domain, ...]]
    """By flag, its scope."""
    parties: Mapping[str, tuple[str, ...]]
    """By agreement in play, roles and groups."""
    red_lines: tuple[str, ...]
    table: SlotTable
    numbers: ProgramNumbers
    roles: tuple[str, ...]
    states: tuple[str, ...]
    targets: tuple[str, ...]
    members: Mapping[str, tuple[str, ...]]
    """By domain of a scope, classes of measures included."""

    def groups(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return roles in play for roles and groups (see :data:`GROUPS`)."""
        if "all" in words:
            return self.roles
        cards = self.cards
        return tuple(
            [role for role in self.roles if role in words or _GROUP_OF[cards[role].kind] in words]
        )


def authors_of(bundle: Bundle, question: str) -> tuple[str, ...]:
    """Return the roles in play that are asked for a position paper on a question; nobody where there is none."""
    paper = bundle.scenario.papers.get(question)
    if paper is None:
        return ()
    return tuple(
        place.role
        for place in bundle.scenario.places
        if place.role in bundle.roles
        and any(stands_for(bundle.roles, word, place.role) for word in paper.who)
    )


def stands_for(cards: Mapping[str, Role], word: str, role: str) -> bool:
    """Return whether a word names a role, or a group it belongs to (see :data:`GROUPS`)."""
    return word in (role, "all", _GROUP_OF[cards[role].kind])


def build_names(bundle: Bundle, table: SlotTable) -> Names:
    """Number every name of a scenario."""
    members = domain_members(bundle)
    roles, states = members["role"], members["state"]
    targets = tuple(dict.fromkeys([*states, *roles]))
    return Names(
        model=bundle.model,
        cards=bundle.roles,
        flags=bundle.flags(),
        parties={name: card.parties for name, card in bundle.agreements().items()},
        red_lines=tuple(bundle.red_lines()),
        table=table,
        numbers=_numbers(bundle, roles, targets),
        roles=roles,
        states=states,
        targets=targets,
        members={**members, "klass": MEASURE_CLASSES},
    )


def _numbers(bundle: Bundle, roles: tuple[str, ...], targets: tuple[str, ...]) -> ProgramNumbers:
    measures, agreements = bundle.measures(), bundle.agreements()
    flags = (
        written_name(name, keys)
        for name, scope in bundle.flags().items()
        for keys in scope_keys(bundle, scope)
    )
    return ProgramNumbers(
        role=_number(roles),
        target=_number(targets),
        issue=_number(bundle.model.issues),
        frame=_number(FRAMES),
        flag=_number(flags),
        measure=_number(measures),
        klass={
            name: tuple(
                number for number, card in enumerate(measures.values()) if card.class_ == name
            )
            for name in MEASURE_CLASSES
        },
        inject=_number(bundle.injects()),
        agreement=_number(agreements),
        clause={
            (name, clause): number
            for name, card in agreements.items()
            for number, clause in enumerate(card.clauses)
        },
        audience=_number(bundle.model.audiences),
    )


def _number(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
