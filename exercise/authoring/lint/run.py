"""Running all lints: on a scenario that was loaded, and on what is checked by itself."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from exercise.authoring.lint.balance import lint_balance
from exercise.authoring.lint.conditions import lint_conditions
from exercise.authoring.lint.flags import lint_flags
from exercise.authoring.lint.injects import lint_injects
from exercise.authoring.lint.languages import lint_languages
from exercise.authoring.lint.measures import lint_measures
from exercise.authoring.lint.objectives import lint_objectives
from exercise.authoring.lint.reading import lint_reading
from exercise.authoring.lint.screen import lint_screen
from exercise.authoring.lint.seats import lint_cards, lint_seats
from exercise.authoring.lint.secrets import lint_secrets
from exercise.authoring.lint.sources import lint_sources
from exercise.authoring.lint.subject import Subject
from exercise.engine.findings import Finding
from exercise.engine.prose import pick, say
from exercise.errors import Problem
from exercise.library.loader import LoadedScenario
from exercise.library.positions import at_path
from exercise.library.strict_yaml import MappingNode
from exercise.model.base import LangText

__all__ = ["lint_card", "lint_scenario"]

_OF_PLAY = (
    lint_conditions, lint_injects, lint_objectives, lint_seats, lint_cards, lint_flags, lint_measures,
    lint_balance, lint_reading,
)  # fmt: skip
"""Lints that look at the scenario as it is played."""


def lint_scenario(loaded: LoadedScenario) -> Iterator[Problem]:
    """Yield everything that lints find in a scenario, lint after lint."""
    subject = Subject(loaded)
    for found in _of_scenario(subject):
        yield loaded.sources.problem(found)
    yield from lint_secrets(subject)


def _of_scenario(subject: Subject) -> Iterator[Finding]:
    for lint in _OF_PLAY:
        yield from lint(subject)
    card, root = subject.scenario, ("scenario",)
    yield from lint_sources(card, root)
    yield from lint_languages(card, root, subject.loaded.sources.scenario)
    yield from lint_screen(card, root, lambda text, language: say(subject.bundle, text, language))


def lint_card(card: BaseModel, tree: MappingNode) -> Iterator[Problem]:
    """Yield what lints find in a model, a library of pieces or a role card that is looked at by itself."""
    for found in _of_card(card, tree):
        yield at_path(tree, found.path, found.message, found.code, severity=found.severity)


def _of_card(card: BaseModel, tree: MappingNode) -> Iterator[Finding]:
    yield from lint_sources(card, ())
    yield from lint_languages(card, (), tree)
    yield from lint_screen(card, (), _unnamed)


def _unnamed(text: LangText, language: str) -> str:
    """Return a text with its placeholders, since nobody says yet who is called what."""
    return pick(text, language)
