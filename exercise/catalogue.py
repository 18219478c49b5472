"""The app's own strings: one Fluent file per language in ``exercise/locales``, read once when first needed.

Scenario texts are not kept here; they come from YAML. The module writes nothing and knows nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from fluent.runtime import FluentBundle
    from fluent.runtime.resolver import Message, Pattern

_MESSAGE = re.compile(r"^[a-zA-Z][\w-]* *=", re.MULTILINE)
"""How a message begins: messages refer to no others, so each can be read by itself."""
_ATTRIBUTE = re.compile(r"^ +\.([a-zA-Z][\w-]*) *= *", re.MULTILINE)
_COMMENT = re.compile(r"^#.*$", re.MULTILINE)
_CODE = re.compile("[{}]")
_VALUE = re.compile(r"\{ *\$([a-zA-Z][\w-]*) *\}")
"""A value put into a message as it is."""
FALLBACK = "en"
"""The language that has every key."""


class Catalogue:
    """The strings of one language, with English behind them."""

    strict: ClassVar[bool] = False
    """Whether a missing key or value is an error, as in tests, and not shown as the key."""

    def __init__(self, language: str = FALLBACK, folder: str = "") -> None:
        """Choose a language.

        Args:
            language: Such as ``en`` or ``ru``; one without a file speaks English.
            folder: The folder of ``exercise/locales`` that holds the files; the app's own where absent.
        """
        self.language = language
        self.folder = folder

    def say(self, key: str, /, **args: str | int) -> str:
        """Return a string with its values put in.

        Args:
            key: Its name; ``name.part`` for an attribute.
            args: Values by name. A number chooses plural forms; give years and ids as text.

        Raises:
            KeyError: In strict mode: no such key, or a value is missing.
        """
        for language in dict.fromkeys((self.language, FALLBACK)):
            found = look_up(language, key, args, self.folder)
            if found is not None:
                return found
        return self._missing(f"no string '{key}'", key)

    def has(self, key: str) -> bool:
        """Return whether a key exists, here or in English."""
        return any(
            _part(language, key, self.folder) is not None for language in (self.language, FALLBACK)
        )

    def _missing(self, problem: str, shown: str) -> str:
        if self.strict:
            raise KeyError(problem)
        return shown


def languages() -> tuple[str, ...]:
    """Return the languages there are, English first."""
    found = sorted(
        path.name.removesuffix(".ftl")
        for path in files("exercise").joinpath("locales").iterdir()
        if path.name.endswith(".ftl")
    )
    return tuple(sorted(found, key=lambda name: name != FALLBACK))


def speaks(language: str, folder: str) -> bool:
    """Return whether a folder below ``locales`` has a file in a language."""
    return bool(_sources(language, folder))


@cache
def keys(language: str) -> tuple[str, ...]:
    """Return every key of a language's file, attributes as ``name.part``; none where there is no file."""
    return tuple(_keys(language))


def _keys(language: str) -> Iterator[str]:
    from fluent.runtime import FluentResource
    from fluent.syntax import ast

    for entry in FluentResource(_text(language, "")).body:
        if isinstance(entry, ast.Message):
            if entry.value is not None:
                yield entry.id.name
            for attribute in entry.attributes:
                yield f"{entry.id.name}.{attribute.id.name}"


def _text(language: str, folder: str) -> str:
    path = files("exercise").joinpath("locales", *folder.split(), f"{language}.ftl")
    return path.read_text(encoding="utf-8") if path.is_file() else ""


@cache
def _bundle(language: str, folder: str) -> FluentBundle:
    from fluent.runtime import FluentBundle

    # Isolation marks are invisible characters: terminals draw them as boxes, searches trip over them.
    return FluentBundle([language], use_isolating=False)


@cache
def _sources(language: str, folder: str) -> dict[str, str]:
    """Return the source of every message by name; a file is cut up at once and read piece by piece."""
    text = _text(language, folder) if language.replace("-", "").isalnum() else ""
    starts = [match.start() for match in _MESSAGE.finditer(text)]
    pieces = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    return {piece.partition("=")[0].strip(): piece for piece in pieces}


@cache
def _simple(language: str, key: str, folder: str) -> tuple[str, ...] | None:
    """Return a message of one line as texts and names of values in turn; nothing where it needs the library.

    Most messages are so, and the library that reads all others takes longer to load than a screen to show.
    """
    text = _part(language, key, folder)
    if text is None or "\n" in text:
        return None
    parts = _VALUE.split(text)
    return None if any(_CODE.search(one) for one in parts[::2]) else tuple(parts)


@cache
def _part(language: str, key: str, folder: str) -> str | None:
    """Return the source of a message's value or of one of its attributes; nothing where there is none."""
    name, _, part = key.partition(".")
    source = _sources(language, folder).get(name, "")
    pieces = _ATTRIBUTE.split(_COMMENT.sub("", source))
    texts = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return (texts.get(part, "") if part else pieces[0].partition("=")[2]).strip() or None


def _plain(value: str | int | None) -> bool:
    """Whether a value is written as it is in every language: a text, or a number without thousands."""
    return isinstance(value, str) or (value is not None and 0 <= value < 1000)


@cache
def _message(language: str, name: str, folder: str) -> Message | None:
    """Return a message; it is parsed when first asked for, because a whole file takes a fifth of a second."""
    source = _sources(language, folder).get(name)
    if source is None:
        return None
    from fluent.runtime import FluentResource

    bundle = _bundle(language, folder)
    bundle.add_resource(FluentResource(source))
    return bundle.get_message(name)


def _pattern(language: str, key: str, folder: str) -> Pattern | None:
    name, _, part = key.partition(".")
    message = _message(language, name, folder)
    if message is None:
        return None
    return message.attributes.get(part) if part else message.value


def look_up(language: str, key: str, args: dict[str, str | int], folder: str = "") -> str | None:
    """Return a string in one language, or nothing where it has none.

    Args:
        language: Such as ``en``.
        key: Its name; ``name.part`` for an attribute.
        args: Values by name.
        folder: The folder of ``exercise/locales`` that holds the file; the app's own where absent.

    Raises:
        KeyError: In strict mode: a value is missing.
    """
    simple = _simple(language, key, folder)
    if simple is not None and all(_plain(args.get(name)) for name in simple[1::2]):
        return "".join(str(args[part]) if n % 2 else part for n, part in enumerate(simple))
    pattern = _pattern(language, key, folder)
    if pattern is None:
        return None
    text, errors = _bundle(language, folder).format_pattern(pattern, args)
    if errors and Catalogue.strict:
        raise KeyError(f"'{key}' ({language}): {errors[0]}")
    return str(text)


__all__ = ["FALLBACK", "Catalogue", "keys", "languages", "look_up", "speaks"]
