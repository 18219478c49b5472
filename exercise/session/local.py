"""A running exercise in this process: decide, append and flush, evolve, then acknowledge."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from exercise.conduct.command import Command
from exercise.conduct.decide import decide
from exercise.conduct.event import Event
from exercise.conduct.evolve import evolve
from exercise.conduct.state import State, initial
from exercise.conduct.view import Common, FacilitatorView, SeatView
from exercise.conduct.views import Picture, picture_of, room_view, view_for
from exercise.conduct.views_facilitator import facilitator_view
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import Refusal
from exercise.journal.codec import decode, encode
from exercise.journal.store import Journal


class Accepted(Struct, frozen=True):
    """A command was decided and is on disk."""

    seq: int
    """Number of the last record it wrote."""
    events: tuple[Event, ...]


class Session:
    """One exercise. Every actor, person or bot, goes through :meth:`submit` and sees only views."""

    def __init__(self, program: Program, journal: Journal, path: Path | None = None) -> None:
        """Open an exercise on its journal; what the journal holds is folded first.

        Args:
            program: Compiled from the scenario in the journal's header.
            journal: Empty or not; this session is its one writer.
            path: Where the journal lies, for people.
        """
        self.program = program
        self.journal = journal
        self.path = path
        self._serial = 0
        self._kept: tuple[object, Picture] | None = None
        state = initial(program, Key(journal.header.seed))
        for record in journal.read():
            state = evolve(program, state, decode(record))
        self.state: State = state

    def submit(self, actor: str, command: Command, command_id: str = "") -> Accepted | Refusal:
        """Decide a command; when this returns Accepted, it survives anything.

        Args:
            actor: ``facilitator`` or a role.
            command: What is asked for.
            command_id: The sender's own id, so that a repeated sending is answered and not done twice.
        """
        command_id = command_id or self._next_id()
        earlier = self.journal.recorded(actor, command_id)
        if earlier is not None:
            return Accepted(earlier, ())
        decision = decide(self.program, self.state, actor, command)
        if isinstance(decision, Refusal):
            return decision
        head = self.journal.append(
            self.journal.head(), encode(actor, command_id, command, decision)
        )
        for event in decision:
            self.state = evolve(self.program, self.state, event)
        return Accepted(head, decision)

    def seat(self, role: str, language: str = "en") -> SeatView:
        """Return what a seat may know."""
        return view_for(self.program, self.state, role, language, self._picture(language))

    def facilitator(self, language: str = "en") -> FacilitatorView:
        """Return what the facilitator sees."""
        return facilitator_view(self.program, self.state, language, self._picture(language))

    def room(self, language: str = "en") -> Common:
        """Return what everybody may know."""
        return room_view(self.program, self.state, language, self._picture(language))

    def _picture(self, language: str) -> Picture:
        """Return the room's picture, made anew only when a phase, an outcome or the setting has changed it."""
        state = self.state
        key = (language, state.phase, state.scores_hidden, state.turns, state.world.values)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, picture_of(self.program, state, language))
        return self._kept[1]

    def close(self) -> None:
        """Close the journal."""
        self.journal.close()

    def _next_id(self) -> str:
        """Ids of commands given in this process: unique because they contain the journal's head."""
        self._serial += 1
        return f"local-{self.journal.head()}-{self._serial}"
