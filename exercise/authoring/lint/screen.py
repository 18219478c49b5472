"""Texts that do not fit where an 80-column terminal shows them on one line."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from pydantic import BaseModel

from exercise.authoring.lint.subject import finding
from exercise.authoring.lint.texts import by_language
from exercise.engine.findings import Finding, Path
from exercise.model.base import LangText

__all__ = ["LINES", "Saying", "lint_screen", "width"]

LINES = {
    "title": 60,
    "inject": 60,
    "from": 48,
    "measure": 48,
    "agreement": 60,
    "turn": 32,
    "content_note": 150,
    "name": 48,
}
"""The most columns of what stands on a line, or of a note on two, beside what the screen itself says."""
Saying = Callable[[LangText, str], str]
"""Returns a text in a language as people read it."""


def lint_screen(card: BaseModel, root: Path, say: Saying) -> Iterator[Finding]:
    """Yield a warning for each title, name or heading that is cut, or pushes the rest of its line away.

    Args:
        card: A scenario, a model, a library of pieces or a role card.
        root: Where it stands.
        say: How its texts read.
    """
    for path, text, kind in _lines(card, root):
        shown = (" ".join(say(text, language).split()) for language in by_language(text))
        widest, most = max(width(one) for one in shown), LINES[kind]
        if widest > most:
            message = (
                f"this takes {widest} columns, and a screen of 80 has {most} for it; shorten it"
            )
            yield finding(path, message, "too-wide")


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> width("две"), width("国")
    (3, 2)
    """
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


_Line = tuple[Path, LangText, str]


def _lines(card: BaseModel, root: Path) -> Iterator[_Line]:
    for key, kind in (("title", "title"), ("name", "name")):
        if hasattr(card, key):
            yield (*root, key), getattr(card, key), kind
    for number, name in enumerate(getattr(card, "calendar", ())):
        yield (*root, "calendar", number), name, "turn"
    for name, inject in getattr(card, "injects", {}).items():
        path = (*root, "injects", name)
        yield (*path, "title"), inject.title, "inject"
        yield (*path, "from"), inject.from_, "from"
        if inject.content_note is not None:
            yield (*path, "content_note"), inject.content_note, "content_note"
    for section in ("measures", "agreements"):
        for name, entry in getattr(card, section, {}).items():
            yield (*root, section, name, "name"), entry.name, section.removesuffix("s")
