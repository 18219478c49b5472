"""What planners write in a cell, in the words of a scenario: recipients, methods, kinds, turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from exercise.engine.names import GROUPS
from exercise.engine.prose import name_of
from exercise.model.bundle import Bundle

__all__ = [
    "METHODS",
    "FreeNames",
    "kind_of",
    "looks_like_method",
    "method_of",
    "recipient_names",
    "recipients_of",
    "slug_of",
    "turn_of",
    "words_of",
]

METHODS: Mapping[str, tuple[str, ...]] = {
    "briefing": ("briefing", "brief", "verbal briefing"),
    "report": ("report", "simulation system", "simcell", "sitrep", "situation report"),
    "phone": ("phone", "telephone", "call", "phone call", "telephone call", "sms", "text message"),
    "letter": ("letter", "written document", "document", "fax", "memo", "paper", "handout"),
    "media": (
        "media",
        "news",
        "tv",
        "news/social media",
        "social media",
        "newspaper",
        "press",
        "video",
        "twitter",
    ),
    "meeting": ("meeting", "verbal", "in person", "in-person", "face to face", "orally"),
    "radio": ("radio",),
    "email": ("email", "e-mail", "mail"),
}
"""The methods of an inject, and what they are called elsewhere."""
_KINDS: Mapping[str, tuple[str, ...]] = {
    "scheduled": ("scheduled", "key event", "event", "time-driven", "timed"),
    "conditional": ("conditional", "trigger", "triggered", "if"),
    "contingency": ("contingency", "contingent", "drawer", "backup", "spare"),
    "optional": ("optional", "free"),
}
_EVERYBODY = (
    "all",
    "everybody",
    "everyone",
    "all players",
    "all participants",
    "all teams",
    "players",
    "все",
)
_LETTERS = dict(zip("абвгдеёзийклмнопрстуфыэ", "abvgdeeziiklmnoprstufye", strict=True)) | {
    "ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ю": "yu", "я": "ya",
}  # fmt: skip
_LONGEST = 48
_LOOKED_AT = 200
"""Characters of a title from which a name is made."""


def words_of(text: str) -> list[str]:
    """Return what stands between commas, semicolons and line ends."""
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def method_of(text: str) -> str:
    """Return the method a cell speaks of; nothing where it is none that is known."""
    return _named(text, METHODS)


def looks_like_method(text: str) -> bool:
    """Whether a cell of another column holds a method."""
    return bool(method_of(text))


def kind_of(text: str) -> str:
    """Return the kind of inject a cell speaks of; nothing where it is none that is known."""
    return _named(text, _KINDS)


def _named(text: str, names: Mapping[str, Iterable[str]]) -> str:
    wanted = " ".join(text.lower().split())
    return next((name for name, known in names.items() if wanted in known), "")


def turn_of(text: str, turns: int) -> int | None:
    """Return the turn that a cell names: a number alone, or the one number in words such as ``Move 2``."""
    found = re.fullmatch(r"\D*?(\d{1,2})\D*", text.strip())
    number = int(found[1]) if found and not re.search(r"[:+]|\d\s*[hm]", text.lower()) else None
    return number if number is not None and 0 <= number <= turns else None


def recipient_names(bundle: Bundle, known: Mapping[str, str]) -> dict[str, str]:
    """Return every word in small letters that stands for a role or group, with that.

    Args:
        bundle: The scenario.
        known: Role or group by word, from a saved mapping.
    """
    return dict(_names(bundle)) | {word.lower(): role for word, role in known.items()}


def recipients_of(names: Mapping[str, str], text: str) -> tuple[list[str], list[str]]:
    """Return the roles and groups that a cell names, and the words that name none.

    Args:
        names: What :func:`recipient_names` returns.
        text: The cell.
    """
    found: list[str] = []
    strange: list[str] = []
    for word in words_of(text):
        role = names.get(word.lower().strip("{}"))
        if role is None:
            strange.append(word)
        elif role not in found:
            found.append(role)
    return found, strange


def _names(bundle: Bundle) -> Iterable[tuple[str, str]]:
    for place in bundle.scenario.places:
        yield place.role, place.role
        for language in ("en", "ru"):
            yield name_of(bundle, place.role, language).lower(), place.role
    for group in GROUPS:
        yield group, group
    for word in _EVERYBODY:
        yield word, "all"


def slug_of(text: str) -> str:
    """Return a name for a new inject, from its title; another one may have it already."""
    letters = "".join(_LETTERS.get(letter, letter) for letter in text[:_LOOKED_AT].lower())
    plain = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:_LONGEST].strip("_")
    return plain if plain[:1].isalpha() else f"inject_{plain}".strip("_")


class FreeNames:
    """Names for new injects that no other has."""

    def __init__(self, taken: Iterable[str]) -> None:
        """Take the names that there are."""
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def take(self, text: str) -> str:
        """Return a free name from a title, which is then taken."""
        name = free = slug_of(text)
        number = self._last.get(name, 1)
        while free in self._taken:
            number += 1
            free = f"{name}_{number}"
        self._last[name] = number
        self._taken.add(free)
        return free
