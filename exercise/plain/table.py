"""One table with one keyboard: the exercise, the conversation, and who has the keyboard.

PINs are kept here, in memory only. Nothing in this module shows what one seat knows to another.
"""

from __future__ import annotations

from exercise.catalogue import Catalogue
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.view import Common, FacilitatorView, SeatView
from exercise.engine.prose import name_of, slot_label
from exercise.errors import Refusal
from exercise.plain.prompt import Console
from exercise.plain.talk import Talk
from exercise.session.auto import let_bots_act
from exercise.session.local import Session

OPEN_PHASES = ("briefing", "consultation", "decision")
"""Phases in which seats come to the keyboard."""


class Table:
    """What the screens of the plain mode share while an exercise runs."""

    def __init__(self, session: Session, console: Console, language: str) -> None:
        """Sit down: the facilitator has the keyboard."""
        self.session = session
        self.console = console
        self.language = language
        self.talk = Talk(console, Catalogue(language))
        self.pins: dict[str, str] = {}
        self.alone = False
        """Whether one person plays and facilitates, so that nothing needs to be handed over."""
        self.at = FACILITATOR
        self.order: tuple[str, ...] = ()
        """Seats in the facilitator's own order, where one was chosen."""
        self._done: list[tuple[str, int, str]] = []
        self._read: set[tuple[str, str]] = set()
        self._since = self.room().turn

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        self.language = language
        self.talk = Talk(self.console, Catalogue(language))

    def room(self) -> Common:
        """Return what everybody may know."""
        return self.session.room(self.language)

    def seat(self, role: str) -> SeatView:
        """Return what a seat may know."""
        return self.session.seat(role, self.language)

    def facilitator(self) -> FacilitatorView:
        """Return what the facilitator sees."""
        return self.session.facilitator(self.language)

    def phase(self) -> str:
        """Return the phase's name."""
        return self.room().phase.value

    def moment(self) -> tuple[str, int]:
        """Return phase and turn."""
        room = self.room()
        return room.phase.value, room.turn

    def name(self, slug: str) -> str:
        """Return what a role, a state or the facilitator is called."""
        if slug == FACILITATOR:
            return self.talk.word("plain-facilitator")
        return name_of(self.session.program.bundle, slug, self.language)

    def label(self, slot: str) -> str:
        """Return what a value is called, with its place: ``Crisis preparedness, Tajikistan``."""
        family, _, rest = slot.partition("[")
        args = tuple(part.strip() for part in rest.rstrip("]").split(",")) if rest else ()
        return slot_label(self.session.program.bundle, family, args, self.language)

    def label_with_region(self, slot: str) -> str:
        """Return a value's label, and "the region" where states have the same value."""
        slots = self.session.program.slots
        regional = "[" not in slot and any(
            (slot, (state,)) in slots.index for state in self._states()
        )
        return (
            f"{self.label(slot)}, {self.talk.word('plain-region')}"
            if regional
            else self.label(slot)
        )

    def _states(self) -> tuple[str, ...]:
        return self.session.program.bundle.scenario.states

    def do(self, actor: str, command: Command) -> bool:
        """Submit a command; where it is refused, say why in one sentence. Return whether it was done."""
        answer = self.session.submit(actor, command)
        if not isinstance(answer, Refusal):
            return True
        self.talk.write(self.refusal(answer))
        return False

    def refusal(self, refusal: Refusal) -> str:
        """Return a refusal in words; the engine's own sentence, which is closer, where it speaks English."""
        if self.language == "en":
            return f"{refusal.message} {refusal.hint}".strip()
        return self.talk.word(f"refusal-{refusal.code.value}")

    def persons(self) -> tuple[str, ...]:
        """Return the seats held by persons, in the order they come to the keyboard."""
        held = [seat.role for seat in self.room().seats if seat.holder == "person"]
        return (
            *(role for role in self.order if role in held),
            *(r for r in held if r not in self.order),
        )

    def finish(self, role: str) -> None:
        """Note that a seat has been at the keyboard in this phase."""
        self._done.append((*self.moment(), role))

    def finished(self, role: str) -> bool:
        """Return whether a seat has been at the keyboard in this phase."""
        return (*self.moment(), role) in self._done

    def next_seat(self) -> str | None:
        """Return the next seat that has not been at the keyboard in this phase."""
        return next((role for role in self.persons() if not self.finished(role)), None)

    def unread(self, role: str, item: str) -> bool:
        """Return whether a seat has not been shown something; from now on it has."""
        new = (role, item) not in self._read
        self._read.add((role, item))
        return new

    def new(self, role: str, item: str, turn: int) -> bool:
        """Return whether something is new to a seat; what came in turns before the program was started is not."""
        return self.unread(role, item) and turn >= self._since

    def menu_seen(self, who: str) -> bool:
        """Return whether somebody has been shown the menu of this phase before; from now on they have."""
        return not self.unread(who, f"menu {self.phase()}")

    def bots(self) -> int:
        """Let bots act in this phase; return how much they did."""
        return 0 if self.room().paused else let_bots_act(self.session)


__all__ = ["FACILITATOR", "OPEN_PHASES", "Table"]
