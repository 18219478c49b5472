"""Words of a private brief that stand in what others read as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from exercise.authoring.lint.subject import Subject, finding
from exercise.authoring.lint.texts import by_language, texts_in
from exercise.engine.findings import Path
from exercise.errors import Problem
from exercise.library.positions import at_offset
from exercise.model.base import LangText

__all__ = ["lint_secrets"]

_CODE = "secret-shared"
_RUN = 7
"""Words in a row from which a text is taken to repeat another."""
_LETTERS = 30
"""Characters that so many words must have at least; shorter ones are turns of speech."""
_WORD = re.compile(r"\{[a-z0-9_]+\}|[^\W_]+(?:['’-][^\W_]+)*")


class _Secret(Struct, frozen=True):
    """A private text: who may read it and where it stands."""

    owner: str
    path: Path
    text: str


class _Shared(Struct, frozen=True):
    """A text in one language, and who reads it before the debrief; nobody named for everybody."""

    path: Path
    readers: tuple[str, ...]
    text: str


class _Passage(Struct, frozen=True):
    """A part of a text that repeats a secret."""

    start: int
    words: str
    secret: _Secret


_Runs = Mapping[tuple[str, ...], tuple[_Secret, ...]]
"""Private texts by every run of words in them."""


def lint_secrets(subject: Subject) -> Iterator[Problem]:
    """Yield a warning where a text for others repeats seven words or more of what one role alone may know.

    What a Markdown file gives away is told at the private text, because a comment can stand there.
    """
    runs = _runs(_secrets(subject))
    tree = subject.loaded.sources.scenario
    for shared in _shared(subject) if runs else ():
        for passage in _repeated(shared.text, runs, shared.readers):
            message = (
                f"{_readers(shared.readers)} here what only '{passage.secret.owner}' is told in "
                f'private: "{passage.words}"'
            )
            length = len(passage.words)
            yield at_offset(tree, shared.path[1:], passage.start, length, message, _CODE, "warning")
    yield from _given_away(subject, runs)


def _given_away(subject: Subject, runs: _Runs) -> Iterator[Problem]:
    """Look at the Markdown files, which everybody reads."""
    for file, text in subject.loaded.sources.notes.items():
        for passage in _repeated(text, runs, ()):
            line = text.count("\n", 0, passage.start) + 1
            message = (
                f"this is told to '{passage.secret.owner}' in private, and everybody reads in "
                f'{file}:{line}: "{passage.words}"'
            )
            yield subject.loaded.sources.problem(finding(passage.secret.path, message, _CODE))


def _secrets(subject: Subject) -> Iterator[_Secret]:
    for name, inject in subject.scenario.injects.items():
        for role, text in inject.private.items():
            yield from _told(role, ("scenario", "injects", name, "private", role), text)
    for role in subject.program.roles:
        for number, text in enumerate(subject.bundle.roles[role].private):
            yield from _told(role, ("roles", role, "private", number), text)


def _told(role: str, path: Path, text: LangText) -> Iterator[_Secret]:
    yield from (_Secret(role, path, words) for words in by_language(text).values())


def _shared(subject: Subject) -> Iterator[_Shared]:
    """Yield what several people read before the debrief, each language by itself."""
    scenario, root = subject.scenario, ("scenario",)
    for inject in subject.program.injects:
        card = scenario.injects.get(inject.name)
        if card is not None:
            to = () if inject.public else _named(subject, inject.to)
            yield from _each((*root, "injects", inject.name, "title"), card.title, to)
            yield from _each((*root, "injects", inject.name, "text"), card.text, to)
    for key in ("title", "summary"):
        yield from _each((*root, key), getattr(scenario, key), ())
    for name, question in scenario.questions.items():
        yield from _each((*root, "questions", name), question, ())
    for name, agreement in scenario.agreements.items():
        for path, text in texts_in(agreement, (*root, "agreements", name)):
            yield from _each(path, text, ())
    for code in subject.program.measures:
        measure = scenario.measures.get(code.name)
        if measure is not None:
            yield from _of_measure(code.name, measure.text, _named(subject, code.roles))


def _of_measure(name: str, text: LangText, users: tuple[str, ...]) -> Iterator[_Shared]:
    """Yield what those read who can use a measure; nobody reads one that nobody can use."""
    if users:
        yield from _each(("scenario", "measures", name, "text"), text, users)


def _named(subject: Subject, roles: Sequence[int]) -> tuple[str, ...]:
    return tuple(subject.program.roles[role] for role in roles)


def _each(path: Path, text: LangText, readers: tuple[str, ...]) -> Iterator[_Shared]:
    if isinstance(text, str):
        yield _Shared(path, readers, text)
        return
    for language, words in text.items():
        yield _Shared((*path, language), readers, words)


@lru_cache(maxsize=5_000)
def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; texts that did not change are remembered."""
    return tuple(map(str.lower, _WORD.findall(text)))


def _runs(secrets: Iterator[_Secret]) -> _Runs:
    found: dict[tuple[str, ...], dict[str, _Secret]] = {}
    for secret in secrets:
        for run in _rows(_words(secret.text)):
            found.setdefault(run, {})[secret.owner] = secret
    return {run: tuple(by_owner.values()) for run, by_owner in found.items()}


def _rows(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield every row of words that is long enough to count as repeated."""
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def _repeated(text: str, runs: _Runs, readers: Sequence[str]) -> Iterator[_Passage]:
    """Yield each passage that repeats what one of its readers may not know."""
    names = _words(text)
    if runs.keys().isdisjoint(_rows(names)):
        return  # as nearly every text; where its words stand need not be known
    places = [match.span() for match in _WORD.finditer(text)]
    at = 0
    while at + _RUN <= len(names):
        secrets = runs.get(names[at : at + _RUN], ())
        if not secrets or ({*readers} and {*readers} <= {secret.owner for secret in secrets}):
            at += 1
            continue
        last = at + _RUN
        while last < len(names) and names[last - _RUN + 1 : last + 1] in runs:
            last += 1
        start, end = places[at][0], places[last - 1][1]
        if end - start >= _LETTERS:
            yield _Passage(start, " ".join(text[start:end].split()), secrets[0])
        at = last


def _readers(readers: Sequence[str]) -> str:
    if not readers:
        return "everybody reads"
    return f"{', '.join(readers)} {'reads' if len(readers) == 1 else 'read'}"
