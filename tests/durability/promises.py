"""What the app's screens promise, and whether a journal holds it.

A promise is read off the screen as it is written there: where the exercise stands, what was answered
above the keys, and lists that show texts and decisions only once they were taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exercise.conduct import event as happened
from exercise.conduct.event import Event
from exercise.conduct.state import Phase, State
from exercise.engine.program import Program
from exercise.engine.prose import say

MOMENT = re.compile(
    r"turn (\d) of \d · (SITUATION|CONSULTATION|DECISION|ADJUDICATION|OUTCOME)|HOT WASH"
)
MESSAGE = re.compile(r"you to \w+: (m\d{4}\.)")
QUESTION = re.compile(r"\b(q\d{4}\.) +turn \d")
OWN_WORDS = re.compile(r"\[x\] in your own words: (w\d{4}\.)")
MEASURE = re.compile(r"\b\d \[x\] (?!in your own words)(\w[\w ,-]*?\w)(?=  )")
NOTE = re.compile(r"│ [+△·] (n\d{4}\.)")
SEALED = re.compile(r"[●○] (\w+) +(?:person|bot) +✓ sealed")
ANSWER = re.compile(r"✓ (Received|Sent|Noted|The facilitator will see your question)\b")
RELEASED = re.compile(r"✓ Released: (\w[\w ,-]*\w)")
PROMISES = (MOMENT, MESSAGE, QUESTION, OWN_WORDS, MEASURE, NOTE, SEALED, ANSWER, RELEASED)
"""What a screen can say of acts and of where the exercise stands; all of it must be in the journal."""


def promises(lines: Sequence[str]) -> Iterator[str]:
    """Yield what a screen says has been done."""
    for line in lines:
        for one in PROMISES:
            yield from (found[0] for found in one.finditer(line))


@dataclass(frozen=True)
class Held:
    """What a journal holds, to look promises up in."""

    program: Program
    state: State
    events: tuple[Event, ...]

    def holds(self, words: str) -> bool:
        """Whether what a screen promised in these words was done."""
        if MOMENT.match(words):
            return self._reached(words)
        if words.startswith("✓"):
            return self._said(words)
        if found := SEALED.match(words):
            sealed = (one.role for one in self.events if isinstance(one, happened.Sealed))
            return found[1].lower() in sealed
        if found := MEASURE.match(f"{words}  "):
            return any(name.startswith(found[1]) for name in self._decided())
        found = re.search(r"[mnqw]\d{4}\.", words)
        return found is not None and any(found[0] in text for text in self._written())

    def _reached(self, words: str) -> bool:
        found = MOMENT.match(words)
        assert found is not None
        order = list(Phase)
        stands = order.index(self.state.phase)
        if stands >= order.index(Phase.hot_wash):
            return True
        if not found[1]:
            return False
        return (self.state.turn, stands) >= (int(found[1]), order.index(Phase(found[2].lower())))

    def _said(self, words: str) -> bool:
        if found := RELEASED.match(words):
            cards = self.program.bundle.injects()
            known = [one.inject for one in self.events if isinstance(one, happened.InjectReleased)]
            titles = [say(self.program.bundle, cards[name].title, "en") for name in known]
            return any(title.startswith(found[1]) for title in titles)
        return any(isinstance(one, _SAID[words]) for one in self.events)

    def _decided(self) -> set[str]:
        bundle = self.program.bundle
        return {
            say(bundle, bundle.measures()[one.decided.measure].name, "en")
            for one in self.events
            if isinstance(one, happened.Responded) and one.decided.measure
        }

    def _written(self) -> set[str]:
        texts = [one.text for one in self.events if isinstance(one, _TEXTS)]
        answers = (one.decided.text for one in self.events if isinstance(one, happened.Responded))
        return {*texts, *answers}


_TEXTS = (happened.MessageSent, happened.QuestionAsked, happened.Observed)
_SAID = {
    "✓ Received": happened.Responded,
    "✓ Sent": happened.MessageSent,
    "✓ Noted": happened.Observed,
    "✓ The facilitator will see your question": happened.QuestionAsked,
}
