"""The words of the condition language with what they mean, for editors and the reference.

The words are data, in ``language.yaml`` beside this module; tests compare them with those the engine knows.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from exercise.authoring.data import read_data
from exercise.model.base import Authored, Slug

__all__ = ["LanguageFile", "Word", "language_words"]

_FILE = Path(__file__).with_name("language.yaml")


class Word(Authored):
    """A word of the language."""

    write: str
    """How it is written; the names in brackets are to be filled in."""
    means: str
    """When it is true, or what its value is; Markdown."""
    try_: str = Field(alias="try")
    """An example."""


class LanguageFile(Authored):
    """The file of words."""

    predicates: dict[Slug, Word]
    """True or false."""
    functions: dict[Slug, Word]
    """A number."""
    aggregates: dict[Slug, Word]
    """What runs over a set."""
    sets: dict[Slug, Word]
    """What aggregates and rules run over."""
    operators: dict[Slug, Word]
    """Signs, from the loosest to the tightest."""
    slots: dict[Slug, Word]
    """Slots that every model has."""


@cache
def language_words() -> LanguageFile:
    """Return the words.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    return read_data(_FILE, LanguageFile)
