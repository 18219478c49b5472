"""Texts that do not fit where a terminal of 80 columns and 24 lines shows them."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from pydantic import BaseModel

from exercise.authoring.lint.subject import finding
from exercise.authoring.lint.texts import by_language
from exercise.engine.findings import Finding, Path
from exercise.model.base import LangText

__all__ = ["LINES", "Saying", "lint_screen", "width"]

LINES = {
    "title": 60,
    "inject": 60,
    "measure": 48,
    "agreement": 60,
    "turn": 32,
    "name": 48,
}
"""The most columns of what stands on one line, beside what the screen itself says."""
TEXT_COLUMNS, TEXT_LINES = 74, 10
"""What the situation shows of an inject's text at once, beside its head, its offers and the keys."""
Saying = Callable[[LangText, str], str]
"""Returns a text in a language as people read it."""


def lint_screen(card: BaseModel, root: Path, say: Saying) -> Iterator[Finding]:
    """Yield a warning for each title or name that is cut, and for each inject whose text has to be scrolled.

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
    for name, inject in getattr(card, "injects", {}).items():
        shown = (say(inject.text, language) for language in by_language(inject.text))
        lines = max((_lines_of(one) for one in shown if not _is_short(one)), default=0)
        if lines > TEXT_LINES:
            message = (
                f"this takes {lines} lines, and a screen of 24 shows {TEXT_LINES} of an inject at "
                "once; shorten it, or put what one role needs into 'private'"
            )
            yield finding((*root, "injects", name, "text"), message, "too-tall")


def width(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> width("две"), width("国")
    (3, 2)
    """
    return len(text) if text.isascii() else sum(_columns(character) for character in text)


def _is_short(text: str) -> bool:
    """Return whether a text fits in any case: of two lines in a row, the words would not go on one."""
    return len(text.expandtabs()) <= TEXT_COLUMNS * TEXT_LINES // 2


@lru_cache(maxsize=5_000)
def _lines_of(text: str) -> int:
    """Return how many lines an inject's text takes; texts that did not change are remembered."""
    return len(textwrap.wrap(text, TEXT_COLUMNS))


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
        yield (*root, "injects", name, "title"), inject.title, "inject"
    for section in ("measures", "agreements"):
        for name, entry in getattr(card, section, {}).items():
            yield (*root, section, name, "name"), entry.name, section.removesuffix("s")
