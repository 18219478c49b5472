"""A phase as the facilitator conducts it: an opening text, a menu, and what Enter does."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.command import Advance
from exercise.plain.console import Facilitator
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry


class Stage:
    """One phase. Subclasses say what it shows and offers."""

    prompt = "plain-prompt-next"
    """Key of the prompt; it says what Enter does."""

    def question(self) -> str:
        """Return the prompt; it says what Enter does now."""
        return self.talk.word("plain-prompt-paused" if self.table.room().paused else self.prompt)

    def __init__(self, table: Table) -> None:
        """Open the phase at a table."""
        self.table = table
        self.talk = table.talk
        self.facilitator = Facilitator(table)

    def intro(self) -> None:
        """Tell where the exercise stands."""

    def own(self) -> Sequence[Entry]:
        """Return the phase's own entries; they are numbered."""
        return ()

    def enter(self) -> None:
        """Do what Enter does."""
        self.next("")

    def next(self, _: str) -> bool:
        """Go on to the next phase."""
        self.table.do(FACILITATOR, Advance())
        return False

    def entries(self) -> tuple[Entry, ...]:
        """Return all entries: the phase's own, then what the facilitator can always do."""
        own = tuple(self.own())
        named = [entry.name for entry in own]
        return (*own, *(entry for entry in self.facilitator.common() if entry.name not in named))

    def run(self) -> None:
        """Conduct the phase until it is over or the keyboard goes to a seat."""
        moment = self.table.moment()
        self.intro()
        self.facilitator.news()
        if self.table.menu_seen(FACILITATOR):
            self.talk.say("plain-menu-hint")
        else:
            self.talk.menu(self.entries())
        while self.table.moment() == moment and self.table.at == FACILITATOR:
            self.talk = self.table.talk
            if self._answer(self.table.console.ask(self.question())):
                return

    def _answer(self, answer: str) -> bool:
        """Do what was typed; return whether the phase is to be shown anew."""
        if answer:
            return self.talk.obey(self.entries(), answer)
        if self.table.room().paused:
            self.talk.say("plain-is-paused")
        else:
            self.enter()
        return False


__all__ = ["Stage"]
