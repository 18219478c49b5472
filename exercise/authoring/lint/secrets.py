"""Words of a private brief that stand in what others read as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from exercise.authoring.lint.subject import Subject
from exercise.authoring.lint.texts import by_language, texts_in
from exercise.engine.findings import Path
from exercise.errors import Problem
from exercise.library.places import shown_path
from exercise.library.positions import at_offset
from exercise.library.strict_yaml import Position
from exercise.model.base import LangText

__all__ = ["lint_secrets"]

_RUN = 7
"""Words in a row from which a text is taken to repeat another."""
_LETTERS = 30
"""Characters that so many words must have at least; shorter ones are turns of speech."""
_WORD = re.compile(r"\{[a-z0-9_]+\}|[^\W_]+(?:['’-][^\W_]+)*")


class _Secret(Struct, frozen=True):
    """A private text and who may read it."""

    owner: str
    text: str


class _Shared(Struct, frozen=True):
    """A text and who reads it besides its author; nobody named for everybody."""

    path: Path
    readers: tuple[str, ...]


def lint_secrets(subject: Subject) -> Iterator[Problem]:
    """Yield a warning where a text for others repeats seven words or more of what one role alone may know."""
    secrets = _shingles(_secrets(subject))
    if not secrets:
        return
    sources = subject.loaded.sources
    for shared, text in _shared(subject):
        for start, length, owner in _repeated(text, secrets, shared.readers):
            message = _message(text[start : start + length], owner, shared.readers)
            yield at_offset(
                sources.scenario,
                shared.path[1:],
                start,
                length,
                message,
                "secret-shared",
                "warning",
            )
    for name, text in subject.scenario.texts.items():
        file = shown_path(subject.loaded.folder / name)
        for start, length, owner in _repeated(text, secrets, ()):
            yield _in_notes(
                file, text, start, length, _message(text[start : start + length], owner, ())
            )


def _secrets(subject: Subject) -> Iterator[_Secret]:
    for inject in subject.scenario.injects.values():
        for role, text in inject.private.items():
            yield from _told(role, text)
    for role in subject.program.roles:
        for text in subject.bundle.roles[role].private:
            yield from _told(role, text)


def _told(role: str, text: LangText) -> Iterator[_Secret]:
    yield from (_Secret(role, words) for words in by_language(text).values())


def _shared(subject: Subject) -> Iterator[tuple[_Shared, str]]:
    """Yield what several people read before the debrief, each language by itself."""
    scenario = subject.scenario
    for inject in subject.program.injects:
        card = scenario.injects.get(inject.name)
        if card is not None:
            to = () if inject.public else tuple(subject.program.roles[role] for role in inject.to)
            path: Path = ("scenario", "injects", inject.name)
            yield from _each((*path, "title"), card.title, to)
            yield from _each((*path, "text"), card.text, to)
    for key in ("title", "summary"):
        yield from _each(("scenario", key), getattr(scenario, key), ())
    for name, question in scenario.questions.items():
        yield from _each(("scenario", "questions", name), question, ())
    for name, measure in scenario.measures.items():
        users = _users(subject, name)
        for path, text in texts_in(measure, ("scenario", "measures", name)):
            # What a measure is called is told to everybody once somebody has used it.
            yield from _each(path, text, () if path[-1] == "name" else users)
    for name, agreement in scenario.agreements.items():
        for path, text in texts_in(agreement, ("scenario", "agreements", name)):
            yield from _each(path, text, ())


def _users(subject: Subject, measure: str) -> tuple[str, ...]:
    number = subject.program.numbers.measure.get(measure)
    if number is None:
        return ()
    roles = subject.program.measures[number].roles
    return tuple(subject.program.roles[role] for role in roles)


def _each(path: Path, text: LangText, readers: tuple[str, ...]) -> Iterator[tuple[_Shared, str]]:
    if isinstance(text, str):
        yield _Shared(path, readers), text
        return
    for language, words in text.items():
        yield _Shared((*path, language), readers), words


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text)]


def _shingles(secrets: Iterator[_Secret]) -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Return by every run of words those who alone may know it."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for secret in secrets:
        words = [word for word, _, _ in _words(secret.text)]
        for start in range(len(words) - _RUN + 1):
            found.setdefault(tuple(words[start : start + _RUN]), {})[secret.owner] = None
    return {run: tuple(owners) for run, owners in found.items()}


def _repeated(
    text: str, secrets: Mapping[tuple[str, ...], tuple[str, ...]], readers: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """Yield start, length and owner of each passage that repeats what somebody alone may know."""
    words = _words(text)
    at = 0
    while at + _RUN <= len(words):
        owners = secrets.get(tuple(word for word, _, _ in words[at : at + _RUN]), ())
        if not owners or ({*readers} and {*readers} <= {*owners}):
            at += 1
            continue
        last = at + _RUN
        while (
            last < len(words)
            and tuple(w for w, _, _ in words[last - _RUN + 1 : last + 1]) in secrets
        ):
            last += 1
        start, end = words[at][1], words[last - 1][2]
        if end - start >= _LETTERS:
            yield start, end - start, owners[0]
        at = last


def _message(words: str, owner: str, readers: Sequence[str]) -> str:
    said = " ".join(words.split())
    who = "everybody reads" if not readers else f"{', '.join(readers)} read"
    return f"{who} here what only '{owner}' is told in private: \"{said}\""


def _in_notes(file: str, text: str, start: int, length: int, message: str) -> Problem:
    begin = text.rfind("\n", 0, start) + 1
    line = text[begin:].partition("\n")[0]
    place = Position(text.count("\n", 0, begin) + 1, start - begin + 1, line)
    room = max(1, len(line) - place.column + 1)
    return Problem(
        file=file,
        line=place.line,
        column=place.column,
        severity="warning",
        message=message,
        code="secret-shared",
        source_line=line,
        length=min(length, room),
    )
