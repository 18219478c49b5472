"""Blocks that editors offer to fill in; the blocks are data, in ``snippets.yaml`` beside this module."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import Field

from exercise.authoring.data import read_data
from exercise.model.base import Authored

__all__ = ["Snippet", "snippets", "snippets_at"]

_FILE = Path(__file__).with_name("snippets.yaml")
_HEADS = ("Scenario", "ModelPack")
"""Models whose sections may stand in the head file."""


class Snippet(Authored):
    """A block to fill in."""

    at: tuple[str, ...] = Field(min_length=1)
    """Where it is offered: a section, or ``Model.field``."""
    label: str
    """What the list of offers shows."""
    about: str
    """What it is for."""
    body: dict[str, Any] | list[Any]
    """The block, with ``${1:word}`` where something is to be filled in."""


class SnippetFile(Authored):
    """The file of blocks."""

    snippets: tuple[Snippet, ...] = Field(min_length=1)
    """In the order in which they are offered."""


@cache
def snippets() -> tuple[Snippet, ...]:
    """Return every block.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    return read_data(_FILE, SnippetFile).snippets


def snippets_at(place: str) -> list[dict[str, Any]]:
    """Return the blocks offered at a place, in the form that editors read."""
    return list(_offered(place))


def _offered(place: str) -> Iterator[dict[str, Any]]:
    model, _, section = place.rpartition(".")
    for snippet in snippets():
        if place in snippet.at or (model in _HEADS and section in snippet.at):
            # Editors put the sign of a list in front by themselves.
            body = snippet.body[0] if isinstance(snippet.body, list) else snippet.body
            yield {"label": snippet.label, "markdownDescription": snippet.about, "body": body}
