"""How long people read, and how long the timetable gives them for it."""

from __future__ import annotations

from collections.abc import Iterable

from exercise.model.scenario import Scenario

WORDS_PER_MINUTE = 200
"""Of people who read silently and with care, many not in their first language; a design value."""
_SHARE = 5
"""Where a scenario has no timetable, the situation is given a fifth of a turn; a design value."""


def words_in(texts: Iterable[str]) -> int:
    """Return how many words texts have together."""
    return sum(len(text.split()) for text in texts)


def minutes_for(words: int) -> int:
    """Return how many minutes a reader needs, a begun one counted whole."""
    return -(-words // WORDS_PER_MINUTE)


def minutes_given(scenario: Scenario) -> float:
    """Return how many minutes a turn gives for reading what has happened: its situation phase."""
    planned = scenario.phase_minutes.get("situation")
    if planned is not None:
        return planned
    return scenario.duration_min[1] / scenario.turns / _SHARE


def too_long(words: int, minutes: float) -> bool:
    """Return whether words take longer to read than there is time."""
    return words > minutes * WORDS_PER_MINUTE


__all__ = ["WORDS_PER_MINUTE", "minutes_for", "minutes_given", "too_long", "words_in"]
