"""One table with one keyboard: the exercise in one language, and who has the keyboard.

PINs are kept here, in memory only. Nothing in this module shows what one seat knows to another.
"""

from __future__ import annotations

from exercise.catalogue import Catalogue
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.view import Common, FacilitatorView, SeatView
from exercise.engine.prose import name_of, slot_label
from exercise.errors import Refusal
from exercise.session.auto import let_bots_act
from exercise.session.local import Session

OPEN_PHASES = ("briefing", "consultation", "decision")
"""Phases in which seats come to the keyboard."""


class Table:
    """What the people at one keyboard share while an exercise runs."""

    def __init__(self, session: Session, language: str) -> None:
        """Sit down: the facilitator has the keyboard."""
        self.session = session
        self.language = language
        self.catalogue = Catalogue(language)
        self.pins: dict[str, str] = {}
        self.alone = False
        """Whether one person plays and facilitates, so that nothing needs to be handed over."""
        self.at = FACILITATOR
        self.order: tuple[str, ...] = ()
        """Seats in the facilitator's own order, where one was chosen."""
        self.drafts: dict[tuple[str, str], str] = {}
        """What a seat has begun to write and not sent: by role and by what it is for. In memory only."""
        self._done: list[tuple[str, int, str]] = []
        self._read: set[tuple[str, str]] = set()
        self._since = self.room().turn

    def speak(self, language: str) -> None:
        """Change the language of everything."""
        self.language = language
        self.catalogue = Catalogue(language)

    def word(self, key: str, /, **args: str | int) -> str:
        """Return a string of the catalogue."""
        return self.catalogue.say(key, **args)

    # --- what may be known ------------------------------------------------------------------

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
            return self.word("told-facilitator")
        return name_of(self.session.program.bundle, slug, self.language)

    def label(self, slot: str) -> str:
        """Return what a value is called, with its place: ``Crisis preparedness, Tajikistan``."""
        family, _, rest = slot.partition("[")
        args = tuple(part.strip() for part in rest.rstrip("]").split(",")) if rest else ()
        return slot_label(self.session.program.bundle, family, args, self.language)

    def label_with_region(self, slot: str) -> str:
        """Return a value's label, and "the region" where states have the same value."""
        program = self.session.program
        regional = "[" not in slot and any(
            (slot, (state,)) in program.slots.index for state in program.bundle.scenario.states
        )
        return f"{self.label(slot)}, {self.word('plain-region')}" if regional else self.label(slot)

    # --- what is asked for ------------------------------------------------------------------

    def submit(self, actor: str, command: Command) -> str:
        """Submit a command; return why it was refused, in one sentence, or nothing where it was done."""
        answer = self.session.submit(actor, command)
        return self.refusal(answer) if isinstance(answer, Refusal) else ""

    def refusal(self, refusal: Refusal) -> str:
        """Return a refusal in words; the engine's own sentence, which is closer, where it speaks English."""
        if self.language == "en":
            return f"{refusal.message} {refusal.hint}".strip()
        return self.word(f"refusal-{refusal.code.value}")

    def bots(self) -> int:
        """Let bots act in this phase; return how much they did."""
        return 0 if self.room().paused else let_bots_act(self.session)

    # --- the keyboard -----------------------------------------------------------------------

    def persons(self) -> tuple[str, ...]:
        """Return the seats held by persons, in the order they come to the keyboard."""
        held = [seat.role for seat in self.room().seats if seat.holder == "person"]
        return (
            *(role for role in self.order if role in held),
            *(role for role in held if role not in self.order),
        )

    def finish(self, role: str) -> None:
        """Note that a seat has been at the keyboard in this phase."""
        self._done.append((*self.moment(), role))

    def finished(self, role: str) -> bool:
        """Return whether a seat has been at the keyboard in this phase."""
        return (*self.moment(), role) in self._done

    def reopen(self) -> None:
        """Forget who was at the keyboard in this turn, because what they did was taken back."""
        turn = self.room().turn
        self._done = [done for done in self._done if done[1] < turn]

    def next_seat(self) -> str | None:
        """Return the next seat that has not been at the keyboard in this phase."""
        return next((role for role in self.persons() if not self.finished(role)), None)

    def unread(self, role: str, item: str) -> bool:
        """Return whether a seat has not been shown something; from now on it has."""
        new = (role, item) not in self._read
        self._read.add((role, item))
        return new

    def seen(self, role: str, item: str) -> bool:
        """Return whether a seat has been shown something."""
        return (role, item) in self._read

    def new(self, role: str, item: str, turn: int) -> bool:
        """Return whether something is new to a seat; what came in turns before the program was started is not."""
        return self.unread(role, item) and turn >= self._since

    def still_new(self, role: str, item: str, turn: int) -> bool:
        """Return whether something is new to a seat, which stays so."""
        return not self.seen(role, item) and turn >= self._since


__all__ = ["FACILITATOR", "OPEN_PHASES", "Table"]
