"""How long people read, against the time that the timetable gives them."""

from __future__ import annotations

import math
from collections.abc import Iterator

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
    minutes = minutes_given(subject.scenario)
    for turn in range(subject.first_turn, subject.scenario.turns + 1):
        loads = [load for role in subject.program.roles if (load := _load(subject, turn, role))]
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


def _load(subject: Subject, turn: int, role: str) -> _Load | None:
    number, cards = subject.program.numbers.role[role], subject.bundle.injects()
    words: dict[str, int] = {}
    comes = [
        inject
        for inject in subject.program.injects
        if inject.kind == "scheduled"
        and max(inject.turn, subject.first_turn) == turn
        and number in inject.to
    ]
    for inject in comes:
        card = cards[inject.name]
        texts = [card.title, card.text]
        if role in card.private:
            texts.append(card.private[role])
        words[inject.name] = sum(_count(subject, text) for text in texts)
    if not comes:
        return None
    longest = max(comes, key=lambda inject: words[inject.name])
    return _Load(role, sum(words.values()), longest)


def _count(subject: Subject, text: LangText) -> int:
    """Return the words of a text in its longest language."""
    languages = by_language(text)
    return max(words_in([say(subject.bundle, text, language)]) for language in languages)
