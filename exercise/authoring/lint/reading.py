"""How long people read, against the time that the timetable gives them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from exercise.authoring.lint.subject import Subject, finding
from exercise.authoring.lint.texts import by_language
from exercise.authoring.reading import WORDS_PER_MINUTE, minutes_given, too_long, words_in
from exercise.engine.findings import Finding
from exercise.engine.program import InjectCode
from exercise.engine.prose import say
from exercise.model.base import LangText

__all__ = ["lint_reading"]


class _Load(Struct, frozen=True):
    """What a role reads in a turn."""

    role: str
    words: int
    longest: InjectCode


def lint_reading(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each turn in which somebody gets more to read than the situation has time for.

    Only injects that are sure to come are counted, with their private lines.
    """
    minutes, comes = minutes_given(subject.scenario), _coming(subject)
    for turn in range(subject.first_turn, subject.scenario.turns + 1):
        loads = list(_loads(subject, comes.get(turn, ())))
        most = max(loads, key=lambda load: load.words, default=None)
        if most is not None and too_long(most.words, minutes):
            needed = _told(most.words / WORDS_PER_MINUTE)
            message = (
                f"in turn {turn} '{most.role}' gets {most.words:,} words to read, {needed} at "
                f"{WORDS_PER_MINUTE} words a minute, and the situation has {_told(minutes)}; this is "
                "the longest of its injects"
            )
            yield finding((*subject.inject_path(most.longest), "text"), message, "reading-time")


def _told(minutes: float) -> str:
    """Return a time in words: seconds below a minute, else minutes and half minutes."""
    if minutes < 1:
        return f"{round(minutes * 60)} seconds"
    halves = math.ceil(minutes * 2) / 2
    return f"{halves:g} minute{'' if halves == 1 else 's'}"


def _coming(subject: Subject) -> Mapping[int, list[InjectCode]]:
    """Return by turn the injects that are sure to come in it."""
    comes: dict[int, list[InjectCode]] = {}
    for inject in subject.program.injects:
        if inject.kind == "scheduled":
            comes.setdefault(max(inject.turn, subject.first_turn), []).append(inject)
    return comes


def _loads(subject: Subject, comes: Sequence[InjectCode]) -> Iterator[_Load]:
    """Yield what each role reads of the injects of a turn, if anything."""
    cards = subject.bundle.injects()
    shared = {
        one.name: _count(subject, cards[one.name].title) + _count(subject, cards[one.name].text)
        for one in comes
    }
    for role in subject.program.roles:
        number = subject.program.numbers.role[role]
        words = {
            one.name: shared[one.name] + _count(subject, cards[one.name].private.get(role, ""))
            for one in comes
            if number in one.to
        }
        if words:
            longest = max(
                (one for one in comes if one.name in words), key=lambda one: words[one.name]
            )
            yield _Load(role, sum(words.values()), longest)


def _count(subject: Subject, text: LangText) -> int:
    """Return the words of a text in its longest language."""
    languages = by_language(text)
    return max(words_in([say(subject.bundle, text, language)]) for language in languages)
