"""The course of a played exercise: the acts that moved it, each with the state it met.

What was undone or taken back in time is left out, and so is what moves nothing in the region: talk, papers, notes,
seals and pauses. What remains is what a fork decides again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.event import Event
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, TurnRecord, initial
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import JournalCorruptError
from exercise.journal.codec import decode, decode_command
from exercise.journal.store import Journal

__all__ = ["MOVING", "Act", "Course", "course_of", "outcomes"]

MOVING = (
    asked.AssignSeat,
    asked.Advance,
    asked.InjectCommand,
    asked.AddInject,
    asked.ReplaceResponse,
    asked.ScaleResponse,
    asked.AddRow,
    asked.EndExercise,
    asked.Respond,
    asked.RespondFreely,
    asked.LiftMeasure,
    asked.AgreementCommand,
)
"""Commands that can move the region and are decided again; all others are people's words around them."""


class Act(Struct, frozen=True):
    """A command as it was carried out."""

    actor: str
    command: Command
    events: tuple[Event, ...]
    before: State
    """The exercise when it was asked."""

    @property
    def turn(self) -> int:
        """The turn in which it was asked."""
        return self.before.turn


class Course(Struct, frozen=True):
    """A played exercise, as far as its journal goes."""

    program: Program
    acts: tuple[Act, ...]
    """In the order in which they were carried out."""
    end: State

    @property
    def turns(self) -> tuple[TurnRecord, ...]:
        """The turns that have their outcome, the run-out's among them, oldest first."""
        return outcomes(self.end)

    def advance(self, phase: Phase, turn: int) -> int:
        """Return the place of the act that ended a phase of a turn; raises StopIteration where none did."""
        return next(
            number
            for number, act in enumerate(self.acts)
            if isinstance(act.command, asked.Advance)
            and (act.before.phase, act.turn) == (phase, turn)
        )


def outcomes(state: State) -> tuple[TurnRecord, ...]:
    """Return the turns of an exercise that have their outcome, oldest first."""
    return tuple(record for record in state.turns if record.outcome is not None)


def course_of(program: Program, journal: Journal) -> Course:
    """Read a journal into the course it records.

    Args:
        program: Compiled from the scenario in the journal's header.
        journal: Of an exercise that is over or not; nothing is written to it.

    Raises:
        JournalCorruptError: A record holds no command or event that can be read.
    """
    state = initial(program, Key(journal.header.seed))
    acts: list[Act] = []
    for actor, command, events in _read(journal):
        if isinstance(command, asked.Undo):
            acts = list(_remaining(program, acts, events))
        else:
            acts.append(Act(actor, command, events, state))
        for event in events:
            state = evolve(program, state, event)
    return Course(program, tuple(_lasting(acts)), state)


def _read(journal: Journal) -> Iterator[tuple[str, Command, tuple[Event, ...]]]:
    """Yield who asked for what, and what it brought about."""
    for (actor, _), group in groupby(
        journal.read(), key=lambda record: (record.actor, record.command_id)
    ):
        records = list(group)
        command = decode_command(records[0])
        if command is None:
            raise JournalCorruptError(f"record {records[0].seq} has no command")
        yield actor, command, tuple(decode(record) for record in records)


def _remaining(program: Program, acts: Iterable[Act], undone: tuple[Event, ...]) -> Iterator[Act]:
    """Yield the acts that an undo leaves in effect."""
    to = next(event.to for event in undone if isinstance(event, happened.Undone))
    for act in acts:
        left = to - act.before.events
        if left >= len(act.events):
            yield act
        elif left > 0:
            yield from _half(program, act, left)


def _half(program: Program, act: Act, left: int) -> Iterator[Act]:
    """Yield what remains of an act that was undone in part: the injects it had released by then."""
    state = act.before
    for event in act.events[:left]:
        if isinstance(event, happened.InjectReleased):
            yield Act(FACILITATOR, asked.ReleaseInject(event.inject), (event,), state)
        state = evolve(program, state, event)


def _lasting(acts: Iterable[Act]) -> Iterator[Act]:
    """Yield the acts that move the region and were not taken back before they took hold."""
    kept: list[Act] = []
    for act in acts:
        taken_back = _taken_back(act)
        if taken_back is not None:
            del kept[max(number for number, one in enumerate(kept) if taken_back(one))]
        elif isinstance(act.command, MOVING):
            kept.append(act)
    yield from kept


def _taken_back(act: Act) -> Callable[[Act], bool] | None:
    """Return which earlier act an act takes back; nothing where it takes none back."""
    match act.command:
        case asked.WithdrawResponse(response=response):
            return lambda one: any(
                isinstance(event, happened.Responded) and event.decided.id == response
                for event in one.events
            )
        case asked.KeepMeasure(number=number):
            return lambda one: (one.actor, one.command) == (act.actor, asked.LiftMeasure(number))
        case asked.WithdrawRuling(number=number):
            return lambda one: (
                one.turn == act.turn
                and any(
                    isinstance(event, happened.Ruled) and event.ruling.number == number
                    for event in one.events
                )
            )
    return None
