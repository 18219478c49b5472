"""Names to numbers: what a condition may speak of in one scenario."""

from __future__ import annotations

from dataclasses import dataclass

from exercise.engine.program import ProgramNumbers
from exercise.engine.slots import SlotTable, domain_members, scope_keys
from exercise.model.bundle import Bundle
from exercise.model.measure import MEASURE_CLASSES
from exercise.model.role import FRAMES


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a scenario, for resolving expressions."""

    bundle: Bundle
    table: SlotTable
    numbers: ProgramNumbers
    roles: tuple[str, ...]
    states: tuple[str, ...]
    targets: tuple[str, ...]

    def groups(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return roles in play for roles and groups (``states``, ``organisations``, ``civil``, ``all``)."""
        kinds = {
            "states": "state",
            "organisations": "organisation",
            "civil": "civil",
            "cells": "cell",
        }
        chosen = []
        for role in self.roles:
            kind = self.bundle.roles[role].kind
            if role in words or "all" in words or any(kinds.get(word) == kind for word in words):
                chosen.append(role)
        return tuple(chosen)


GROUPS = ("states", "organisations", "civil", "cells", "all")


def build_names(bundle: Bundle, table: SlotTable) -> Names:
    """Number every name of a scenario."""
    roles = domain_members(bundle, "role")
    states = domain_members(bundle, "state")
    targets = tuple(dict.fromkeys([*states, *roles]))
    measures = bundle.measures()
    agreements = bundle.agreements()
    flags = [
        f"{name}[{', '.join(keys)}]" if keys else name
        for name, scope in bundle.model.flags.items()
        for keys in scope_keys(bundle, scope)
    ]
    numbers = ProgramNumbers(
        role=_number(roles),
        target=_number(targets),
        issue=_number(tuple(bundle.model.issues)),
        frame=_number(FRAMES),
        flag=_number(tuple(flags)),
        measure=_number(tuple(measures)),
        klass={
            name: tuple(
                number for number, card in enumerate(measures.values()) if card.class_ == name
            )
            for name in MEASURE_CLASSES
        },
        inject=_number(tuple(bundle.scenario.injects)),
        agreement=_number(tuple(agreements)),
        clause={
            (name, clause): number
            for name, card in agreements.items()
            for number, clause in enumerate(card.clauses)
        },
        audience=_number(tuple(bundle.model.audiences)),
    )
    return Names(bundle, table, numbers, roles, states, targets)


def _number(names: tuple[str, ...]) -> dict[str, int]:
    return {name: number for number, name in enumerate(names)}
