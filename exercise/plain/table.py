"""The table of the plain mode: the shared one, with a console to talk through."""

from __future__ import annotations

from exercise.catalogue import Catalogue
from exercise.conduct.command import Command
from exercise.plain.prompt import Console
from exercise.plain.talk import Talk
from exercise.session.local import Session
from exercise.table.table import FACILITATOR, OPEN_PHASES
from exercise.table.table import Table as SharedTable


class Table(SharedTable):
    """What the screens of the plain mode share while an exercise runs."""

    def __init__(self, session: Session, console: Console, language: str) -> None:
        """Sit down: the facilitator has the keyboard."""
        super().__init__(session, language)
        self.console = console
        self.talk = Talk(console, self.catalogue)

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        super().speak(language)
        self.talk = Talk(self.console, Catalogue(language))

    def do(self, actor: str, command: Command) -> bool:
        """Submit a command; where it is refused, say why in one sentence. Return whether it was done."""
        refused = self.submit(actor, command)
        if refused:
            self.talk.write(refused)
        return not refused

    def menu_seen(self, who: str) -> bool:
        """Return whether somebody has been shown the menu of this phase before; from now on they have."""
        return not self.unread(who, f"menu {self.phase()}")


__all__ = ["FACILITATOR", "OPEN_PHASES", "Table"]
