"""Every attack is answered in bounded time and memory, and says what it must."""

from __future__ import annotations

import re

import pytest

from tests.hostile.probe import FAMILIES, MOST_GROWTH, Cost, attacks, costs

SLACK = 4
"""How many times the time allowed may pass here: the machine may be slow or busy; the bench knows no slack."""
PLACE = re.compile(r"^[\w./-]+:[1-9]\d*:[1-9]\d*: (error|warning): \S.* \([a-z-]+\)$")
"""File, line, column, what is wrong and how to mend it, and the code."""
PLACED = ("yaml", "scenario")
LONGEST = 700
"""Characters of one line that is said."""


@pytest.mark.parametrize("family", FAMILIES)
def test_attacks_are_refused_in_bounded_time_and_memory(family: str) -> None:
    said = {attack.name: attack.said for attack in attacks(family)}
    found = costs(family)
    assert [cost.name for cost in found] == list(said)
    assert [wrong for cost in found for wrong in _wrong(cost, said[cost.name])] == []


def _wrong(cost: Cost, said: str) -> list[str]:
    """Return what is wrong with the answer to an attack, in words."""
    wrong = []
    if cost.seconds > SLACK * cost.budget:
        wrong.append(f"{cost.seconds:.3f} s of {cost.budget:.3f} s")
    if cost.growth > MOST_GROWTH:
        wrong.append(f"{cost.growth:,} bytes")
    if said and not any(said in line for line in cost.said):
        wrong.append(f"said {cost.said}")
    if not said and any(": error: " in line for line in cost.said):
        wrong.append(f"refused: {cost.said}")
    wrong += [f"long: {line}" for line in cost.said if len(line) > LONGEST]
    if cost.family in PLACED:
        wrong += [f"without a place: {line}" for line in cost.said if not PLACE.match(line)]
    return [f"{cost.family}: {cost.name}: {one}" for one in wrong]


@pytest.mark.parametrize("family", FAMILIES)
def test_names_of_attacks_are_unique(family: str) -> None:
    names = [attack.name for attack in attacks(family)]
    assert len(set(names)) == len(names) >= 30
