"""The shipped role cards hold what is true of a role in every scenario; stories stand with their scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from exercise.catalogue import Catalogue
from exercise.library.cards import load_role
from exercise.library.loader import load_scenario
from exercise.library.places import open_library
from exercise.model.bundle import Bundle
from exercise.model.role import Role
from tests.support.shipped import SHIPPED

CARDS = tuple(sorted(open_library([]).all("role")))
STORY = (
    "river", "bridge", "both banks", "southern frontier", "this story", "quarter", "season",
    "spring", "summer", "autumn", "tents", "bus", "families who reach", "2004", "2016",
)  # fmt: skip
"""Words that belong to one story, or to one year."""


@cache
def bundle_of(scenario: str) -> Bundle:
    return load_scenario(scenario, library=open_library([])).bundle


@cache
def text_of(role: str) -> str:
    """A card's file, comments and all."""
    return open_library([]).find("role", role).path.read_text(encoding="utf-8")


@cache
def card_of(role: str) -> Role:
    """A card of the library as it is where no scenario changes it."""
    card, _, problems = load_role(open_library([]).find("role", role).path)
    assert card is not None, problems
    return card


def own_names() -> Iterator[str]:
    """Names that a scenario gave: its measures, agreements, rules and injects, less those of its model."""
    for scenario in SHIPPED:
        bundle = bundle_of(scenario)
        for section in ("measures", "agreements", "rules", "injects", "red_lines"):
            shared = getattr(bundle.model, section, {})
            yield from (name for name in getattr(bundle.scenario, section) if name not in shared)


def private_lines() -> Iterator[tuple[str, str]]:
    """The private lines of the cards as they are played, with the scenario they are played in."""
    for scenario in SHIPPED:
        for role in bundle_of(scenario).roles.values():
            yield from ((scenario, str(line)) for line in role.private)


@pytest.mark.parametrize("role", CARDS)
def test_a_card_of_the_library_names_nothing_that_one_scenario_brings(role: str) -> None:
    words = set(re.findall(r"\w+", text_of(role)))
    assert sorted(words & {*own_names(), *SHIPPED}) == []


@pytest.mark.parametrize("role", CARDS)
def test_a_card_of_the_library_leaves_agreements_to_the_scenarios(role: str) -> None:
    assert "agreements:" not in text_of(role)
    assert not re.search("almaty_process\\b|osce_decision", text_of(role))


@pytest.mark.parametrize("role", CARDS)
def test_a_card_of_the_library_tells_no_story(role: str) -> None:
    told = re.sub("(?m)^source: .*$", "", text_of(role)).lower()
    assert [word for word in STORY if re.search(rf"\b{word}s?\b", told)] == []


@pytest.mark.parametrize("key", ["app-card-private", "app-desk-private", "plain-card-private"])
def test_the_heading_of_private_lines_says_that_they_are_made_for_the_exercise(key: str) -> None:
    lines = list(private_lines())
    assert lines
    assert [line for line in lines if "For this exercise" in line[1]] == []
    assert "for this exercise" in Catalogue("en").say(key)
    assert "для этого учения" in Catalogue("ru").say(key)


@pytest.mark.parametrize("scenario", SHIPPED)
def test_weights_on_measures_are_on_measures_of_the_scenario_or_on_the_cards_own(
    scenario: str,
) -> None:
    bundle = bundle_of(scenario)
    idle = {
        (role, measure)
        for role, card in bundle.roles.items()
        for measure in card.profile.measures
        if measure not in bundle.measures() and measure not in card_of(role).profile.measures
    }
    assert idle == set()
