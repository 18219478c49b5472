"""The lint for wordings that treat people who move as a danger: where they stand, and what to write instead.

The wordings are data, in ``wording.yaml`` beside this module. The lint reads what was loaded already; it changes
nothing, and gives warnings only, because a word can be right in a place that no list foresees.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from msgspec import Struct
from pydantic import Field

from exercise.errors import Problem, ScenarioError
from exercise.library.folder import read_file
from exercise.library.positions import warning_at
from exercise.library.strict_yaml import MappingNode, Node, Position, ScalarNode, offset_position
from exercise.library.validation import validate
from exercise.limits import MAX_PROBLEMS
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

CODE = "wording"
"""The code of the warnings."""

_FILE = Path(__file__).with_name("wording.yaml")
_NOT_PROSE = ("ref", "source", "claims", "author", "when", "by", "chance", "framework")
"""Keys with names, expressions and titles of works, which stand as they are."""
_ANSWERED = ("content_note", "expected")
"""Keys of an entry that lets a figure of the story speak as people do."""
# A sign that opens ends the search for the one that closes, so that text full of them is read once.
_QUOTED = re.compile(r"\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»")
_WORD = re.compile(r"\w+")
_BLANKS = r"\s{1,40}+"
"""Blanks between two words: more of them are no sentence, and looking for more would take long."""
_BETWEEN = (
    r"(?:(?!(?:on|against|for|by|to|from|with|in|towards|among|of|and)\b)[\w{}'’-]{1,40}+"
    rf"{_BLANKS}){{0,2}}"
)
_SHORT = 3
_REMEMBERED = 20_000
"""Texts whose findings are kept; a scenario with its model has a third of that."""
_MOST_TRIED = 10_000
"""Words of one text at which phrases are looked for: in a hundred pages of prose there are a tenth of them."""


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
    """Return what is refused in a text, in the order of the text; what is quoted as well.

    Only where a word stands that begins a phrase is the phrase looked for, and no more is found than is told.
    """
    return list(_found(text))


class _Phrase(Struct, frozen=True):
    """A phrase of a wording.

    Attributes:
        entry: The name of the wording.
        text: The phrase as it is written in the file.
        words: By each part of it, what the first word there can be.
    """

    entry: str
    text: str
    words: tuple[frozenset[str], ...]

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Return whether a text has a word for each part."""
        return not any(part.isdisjoint(words) for part in self.words)


@lru_cache(maxsize=_REMEMBERED)
def _found(text: str) -> tuple[Found, ...]:
    """Look at a text, once: whoever saves a file has changed one of its texts, not all."""
    matches = list(islice(_matches(text), MAX_PROBLEMS + 1))
    quotes = [match.span() for match in _QUOTED.finditer(text)] if matches else []
    found = (
        Found(entry, match.start(), match[0], _within(quotes, match)) for entry, match in matches
    )
    return tuple(sorted(found, key=lambda one: (one.start, one.entry)))


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield every refused wording by the place where it begins; of one entry, none inside another."""
    beginnings = _beginnings_in(text)
    if not beginnings:
        return
    ends: dict[str, int] = {}
    begun = (word for word in _WORD.finditer(text) if word[0].lower() in beginnings)
    for word in islice(begun, _MOST_TRIED):
        start = word.start()
        for phrase in beginnings[word[0].lower()]:
            if start < ends.get(phrase.entry, 0):
                continue
            match = _pattern(phrase.text).match(text, start)
            if match is not None:
                ends[phrase.entry] = match.end()
                yield phrase.entry, match


def _beginnings_in(text: str) -> Mapping[str, list[_Phrase]]:
    """Return by the word that begins them the phrases for which a text has all words; most texts have none."""
    words, beginnings = frozenset(_WORD.findall(text.lower())), _beginnings()
    if beginnings.keys().isdisjoint(words):
        return {}
    begun = {
        word: [phrase for phrase in beginnings[word] if phrase.may_stand_among(words)]
        for word in words
        if word in beginnings
    }
    return {word: phrases for word, phrases in begun.items() if phrases}


def _within(quotes: Sequence[tuple[int, int]], match: re.Match[str]) -> bool:
    """Whether all of a match stands between two quotation marks; ``quotes`` are in the order of the text."""
    before = bisect_left(quotes, (match.start(), 0)) - 1
    return before >= 0 and match.end() < quotes[before][1]


def tree_wording(tree: Node, key: str = "") -> Iterator[Problem]:
    """Yield a warning for each refused wording in the prose of a tree.

    In an entry that has a content note and says what a good response contains, quoted speech passes.

    Args:
        tree: What the author wrote.
        key: The key it stands under, where it is a part; not all of them hold prose.
    """
    waiting = [(tree, False)] if key not in _NOT_PROSE else []
    while waiting:
        node, answered = waiting.pop()
        if isinstance(node, ScalarNode):
            yield from _scalar_wording(node, answered)
        elif isinstance(node, MappingNode):
            answered = answered or all(key in node.entries for key in _ANSWERED)
            entries = reversed(node.entries.items())
            waiting += [(value, answered) for name, (_, value) in entries if name not in _NOT_PROSE]
        else:
            waiting += [(item, answered) for item in reversed(node.items)]


def _scalar_wording(node: ScalarNode, answered: bool) -> Iterator[Problem]:
    for found in _found(node.text) if isinstance(node.value, str) else ():
        if not (found.quoted and answered):
            yield _warning(node.source.file, offset_position(node, found.start), found)


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
    message = f"'{said}': {entry.why}. Write instead: {entry.instead}"
    return warning_at(file, place, message, CODE, len(found.words))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """Return a phrase to be looked for; compiled when a text has all its words, which few have."""
    return re.compile(_phrase(phrase, wordings().lists), re.IGNORECASE)


@cache
def _beginnings() -> Mapping[str, tuple[_Phrase, ...]]:
    """Return by the word that begins them, in each of its forms, the phrases with the wordings they stand for."""
    known = wordings()
    found: dict[str, list[_Phrase]] = {}
    for name, entry in known.entries.items():
        for phrase in entry.phrases:
            parts = tuple(
                frozenset(
                    word for choice in _choices(part, known.lists) for word in _first_words(choice)
                )
                for part in phrase.split()
                if part != "..."
            )
            for word in parts[0]:
                found.setdefault(word, []).append(_Phrase(name, phrase, parts))
    return {word: tuple(phrases) for word, phrases in found.items()}


def _first_words(choice: str) -> Iterator[str]:
    """Yield what the first word of a choice looks like, as a text is cut into words."""
    match = _WORD.match(choice.lower())
    word = match[0] if match is not None else ""
    yield from (word, f"{word}s", f"{word}es", f"{word.removesuffix('y')}ies")


def _phrase(phrase: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    """Return a phrase as a regular expression."""
    words = phrase.split()
    parts = [_BETWEEN if word == "..." else _choice(word, lists) + _BLANKS for word in words[:-1]]
    return rf"(?<![\w-]){''.join(parts)}{_choice(words[-1], lists)}(?![\w-])"


def _choice(word: str, lists: Mapping[str, tuple[str, ...]]) -> str:
    return f"(?:{'|'.join(_forms(choice) for choice in _choices(word, lists))})"


def _choices(word: str, lists: Mapping[str, tuple[str, ...]]) -> Sequence[str]:
    return lists[word[1:-1]] if word.startswith("<") else word.split("/")


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
