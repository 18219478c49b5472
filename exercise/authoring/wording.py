"""The lint for wordings that treat people who move as a danger: where they stand, and what to write instead.

The wordings are data, in ``wording.yaml`` beside this module. The lint reads what was loaded already; it changes
nothing, and gives warnings only, because a word can be right in a place that no list foresees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from msgspec import Struct
from pydantic import Field

from exercise.errors import Problem, ScenarioError
from exercise.library.folder import read_file
from exercise.library.strict_yaml import MappingNode, Node, Position, ScalarNode, offset_position
from exercise.library.validation import validate
from exercise.model.base import Authored, Slug

__all__ = [
    "CODE",
    "Wording",
    "WordingFile",
    "find_wordings",
    "notes_wording",
    "tree_wording",
    "wordings",
]

CODE: str = "wording"
"""The code of the warnings."""

_FILE = Path(__file__).with_name("wording.yaml")
_NOT_PROSE = ("ref", "source", "claims", "author", "when", "by", "chance", "framework")
"""Keys with names, expressions and titles of works, which stand as they are."""
_ANSWERED = ("content_note", "expected")
"""Keys of an entry that lets a figure of the story speak as people do."""
_LONGEST_SPEECH = 2_000
"""Characters of quoted speech at most: a quote that is never closed must not be looked for to the end."""
_QUOTED = re.compile(
    "|".join(
        f"{begin}[^{ends}]{{0,{_LONGEST_SPEECH}}}[{ends}]"
        for begin, ends in (('"', '"'), ("“", "”"), ("„", "“”"), ("«", "»"))
    )
)
_BLANKS = r"\s{1,40}"
"""Blanks between two words: more of them are no sentence, and looking for more would take long."""
_BETWEEN = (
    r"(?:(?!(?:on|against|for|by|to|from|with|in|towards|among|of|and)\b)[\w{}'’-]{1,40}"
    rf"{_BLANKS}){{0,2}}"
)
_SHORT = 3
_WORD = re.compile(r"\w+")
_REMEMBERED = 20_000
"""Texts whose findings are kept; a scenario with its model has a third of that."""
_MOST_FOUND = 50
"""Findings of one wording in one text that are told; who finds so many has no text but a list."""


class Wording(Authored):
    """A way of speaking that is refused."""

    phrases: tuple[str, ...] = Field(min_length=1)
    """Rows of words, in the notation that the file explains."""
    why: str = Field(min_length=1)
    """Why it is refused, as the second half of a sentence."""
    instead: str = Field(min_length=1)
    """What to write instead."""


class WordingFile(Authored):
    """The file of wordings."""

    lists: dict[Slug, tuple[str, ...]]
    """Words that phrases name together."""
    entries: dict[Slug, Wording] = Field(min_length=1)


class Found(Struct, frozen=True):
    """A wording found in a text.

    Attributes:
        entry: The name of the wording.
        start: Where it begins, in characters from 0.
        words: The words as they stand there.
        quoted: Whether all of it stands inside quotation marks.
    """

    entry: str
    start: int
    words: str
    quoted: bool


@cache
def wordings() -> WordingFile:
    """Return the wordings that are refused.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    reader = read_file(_FILE)
    card, problems = (None, []) if reader.tree is None else validate(WordingFile, reader.tree)
    if card is None:
        raise ScenarioError((*reader.problems, *problems))
    return card


def find_wordings(text: str) -> list[Found]:
    """Return what is refused in a text, in the order of the text; what is quoted as well."""
    return list(_found(text))


@lru_cache(maxsize=_REMEMBERED)
def _found(text: str) -> tuple[Found, ...]:
    """Look at a text, once: whoever saves a file has changed one of its texts, not all."""
    matches = [
        (match.start(), entry, match)
        for entry in _candidates(text)
        for match in islice(_pattern(entry).finditer(text), _MOST_FOUND)
    ]
    if not matches:
        return ()
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    return tuple(
        Found(entry, start, match[0], any(a < start and match.end() < b for a, b in quotes))
        for start, entry, match in sorted(matches, key=lambda one: one[:2])
    )


def _candidates(text: str) -> set[str]:
    """Return the wordings of which a text holds a word that all their phrases need; looking for it is quick."""
    triggers = _triggers()
    return {
        entry
        for word in {*_WORD.findall(text.lower())}
        for begins, entry in triggers.get(word[:_SHORT], ())
        if word.startswith(begins)
    }


def tree_wording(tree: Node, key: str = "", answered: bool = False) -> Iterator[Problem]:
    """Yield a warning for each refused wording in the prose of a tree.

    Args:
        tree: What the author wrote.
        key: The key it stands under, where it is a part; not all of them hold prose.
        answered: Whether quoted speech passes, because the entry around it has a content note and says what a good
            response contains.
    """
    if key in _NOT_PROSE:
        return
    if isinstance(tree, ScalarNode):
        for found in _found(tree.text if isinstance(tree.value, str) else ""):
            if not (found.quoted and answered):
                yield _warning(tree.source.file, offset_position(tree, found.start), found)
    elif isinstance(tree, MappingNode):
        inner = answered or all(key in tree.entries for key in _ANSWERED)
        for name, (_, value) in tree.entries.items():
            yield from tree_wording(value, name, inner)
    else:
        for item in tree.items:
            yield from tree_wording(item, answered=answered)


def notes_wording(texts: Mapping[str, str]) -> Iterator[Problem]:
    """Yield a warning for each refused wording in Markdown files, given by their names."""
    for file, text in texts.items():
        for found in find_wordings(text):
            begin = text.rfind("\n", 0, found.start) + 1
            line = text.count("\n", 0, begin) + 1
            source_line = text[begin:].partition("\n")[0]
            yield _warning(file, Position(line, found.start - begin + 1, source_line), found)


def _warning(file: str, place: Position, found: Found) -> Problem:
    entry = wordings().entries[found.entry]
    said = " ".join(found.words.split())
    room = max(1, len(place.source_line) - place.column + 1)
    return Problem(
        file=file,
        line=place.line,
        column=place.column,
        severity="warning",
        message=f"'{said}': {entry.why}. Write instead: {entry.instead}",
        code=CODE,
        source_line=place.source_line,
        length=min(len(found.words), room),
    )


@cache
def _pattern(name: str) -> re.Pattern[str]:
    known = wordings()
    phrases = (_phrase(phrase, known.lists) for phrase in known.entries[name].phrases)
    return re.compile("|".join(phrases), re.IGNORECASE)


@cache
def _triggers() -> dict[str, list[tuple[str, str]]]:
    """Return beginnings of words with their wordings, by the first letters: every text that is refused has one."""
    known = wordings()
    found: dict[str, list[tuple[str, str]]] = {}
    for name, entry in known.entries.items():
        words = (word for phrase in entry.phrases for word in _rarest(phrase, known.lists))
        for word in dict.fromkeys(words):
            found.setdefault(word[:_SHORT], []).append((word, name))
    return found


def _rarest(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Return the choices of the word of a phrase that fewest texts can be expected to hold."""
    words = [word for word in phrase.split() if word != "..."]
    literal = [word.split("/") for word in words if not word.startswith("<")]
    listed = [list(lists[word[1:-1]]) for word in words if word.startswith("<")]
    stems = [[_stem(choice) for choice in choices] for choices in literal or listed]
    return max(stems, key=lambda choices: (min(len(choice) for choice in choices), -len(choices)))


def _stem(word: str) -> str:
    """Return what all forms of a word begin with, as far as no blank or apostrophe."""
    return re.split(r"[ '’-]", word.lower())[0].removesuffix("y")


def _phrase(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """Return a phrase as a regular expression."""
    words = phrase.split()
    parts = [_BETWEEN if word == "..." else _choice(word, lists) + _BLANKS for word in words[:-1]]
    return rf"(?<![\w-]){''.join(parts)}{_choice(words[-1], lists)}(?![\w-])"


def _choice(word: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    choices = lists[word[1:-1]] if word.startswith("<") else word.split("/")
    return f"(?:{'|'.join(_forms(choice) for choice in choices)})"


def _forms(word: str) -> str:
    """Return a word with its plural and possessive; blanks in it may be hyphens."""
    written = re.escape(word).replace(r"\ ", r"[\s-]+").replace("'", "['’]")
    if len(word) <= _SHORT or "'" in word:
        return written
    if word.endswith("y") and word[-2] not in "aeiou":
        written = f"{written[:-1]}(?:y|ies)"
    elif word.endswith(("s", "x", "z", "ch", "sh")):
        written += "(?:es)?"
    else:
        written += "s?"
    return rf"{written}(?:['’]s?(?!\w))?"
