"""Forking a played exercise: one response is another, and every later act is decided again where it stays legal.

Nothing recorded is used as a result: the engine proposes, draws and releases anew. Draws come from their keys, so what
the change does not touch falls as it fell.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from exercise.analysis.change import Change, Use, respond
from exercise.analysis.course import Act, Course
from exercise.conduct import event as happened
from exercise.conduct.command import Command, LiftMeasure, Respond, RespondFreely
from exercise.conduct.decide import decide
from exercise.conduct.decided import Decided
from exercise.conduct.event import Event
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State
from exercise.engine.program import Program
from exercise.engine.world import Measure
from exercise.errors import Refusal

__all__ = ["Dropped", "Fork", "Refused", "fork", "response_in"]


class Dropped(Struct, frozen=True):
    """A recorded act that is not legal any more in a fork."""

    turn: int
    actor: str
    command: Command
    events: tuple[Event, ...]
    """What it brought about in the record."""
    refusal: Refusal
    """Why it is refused now."""
    lifted: str = ""
    """Of a lifting: the lasting measure that it was to end."""


class Refused(Struct, frozen=True):
    """A change that was not legal when it would have been decided."""

    use: Use
    refusal: Refusal


class Fork(Struct, frozen=True):
    """An exercise as it goes with one response changed."""

    end: State
    instead_of: tuple[Decided, ...]
    """What the seat decided in the record."""
    decided: tuple[Decided, ...]
    """What it decides in the fork."""
    dropped: tuple[Dropped, ...]


class _Own(Struct, frozen=True):
    """A use of the changed response, and the command it comes by: recorded, or made when its time has come."""

    use: Use
    id: str
    recorded: Respond | None = None
    pattern: Respond | None = None


def response_in(course: Course, turn: int, seat: str) -> tuple[int, ...]:
    """Return the places of the acts by which a seat responded in a turn: measures, statements and free texts."""
    return tuple(
        number
        for number, act in enumerate(course.acts)
        if (act.actor, act.turn) == (seat, turn)
        and isinstance(act.command, Respond | RespondFreely)
    )


def fork(course: Course, change: Change) -> Fork | Refused:
    """Return how an exercise goes when a seat decides something else in a turn.

    The fork starts from the state in which the turn's decisions open, or in which the seat made its statement.
    Recorded responses keep their ids, so that a ruling on one that is gone is refused and never falls on another.

    Args:
        course: The played exercise.
        change: Names of the scenario; a turn that has its cut-off.
    """
    own = response_in(course, change.turn, change.seat)
    planned = _planned(course, change, own)
    # Before decisions open, nothing is pending that was taken back later.
    first = min((*own, *planned, course.advance(Phase.consultation, change.turn)))
    walk = _Walk(course.program, course.acts[first].before)
    for number in range(first, len(course.acts)):
        for one in planned.get(number, ()):
            refusal = walk.take(change.seat, one)
            if refusal is not None:
                return Refused(one.use, refusal)
        if number not in own:
            walk.again(course.acts[number])
    return Fork(
        end=walk.state,
        instead_of=tuple(_decided(course.acts[number].events) for number in own),
        decided=tuple(walk.taken),
        dropped=tuple(walk.dropped),
    )


class _Walk:
    """Going through the acts that come after the change."""

    def __init__(self, program: Program, state: State) -> None:
        self.program, self.state = program, state
        self.taken: list[Decided] = []
        self.dropped: list[Dropped] = []

    def take(self, seat: str, one: _Own) -> Refusal | None:
        """Decide a use of the changed response."""
        command = one.recorded or respond(self.program, self.state, seat, one.use, one.pattern)
        decision = decide(self.program, self.state, seat, command)
        if isinstance(decision, Refusal):
            return decision
        events = tuple(_named(event, one.id) for event in decision)
        self.taken.append(_decided(events))
        self._follow(events)
        return None

    def again(self, act: Act) -> None:
        """Decide a recorded act again, or drop it."""
        decision = decide(self.program, self.state, act.actor, self._meant(act))
        if isinstance(decision, Refusal):
            self.dropped.append(_dropped(self.program, act, decision))
            return
        if isinstance(act.command, Respond | RespondFreely):
            decision = tuple(_named(event, _decided(act.events).id) for event in decision)
        self._follow(decision)

    def _follow(self, events: tuple[Event, ...]) -> None:
        for event in events:
            self.state = evolve(self.program, self.state, event)

    def _meant(self, act: Act) -> Command:
        """Return the command of an act with the number that the lasting measure it means has in the fork."""
        if not isinstance(act.command, LiftMeasure):
            return act.command
        response = _standing(act, act.command).response
        now = (m.number for m in self.state.world.in_force if m.response == response)
        return LiftMeasure(next(now, -1))


def _standing(act: Act, command: LiftMeasure) -> Measure:
    """Return the lasting measure that a lifting meant in the record."""
    return next(m for m in act.before.world.in_force if m.number == command.number)


def _dropped(program: Program, act: Act, refusal: Refusal) -> Dropped:
    lifted = ""
    if isinstance(act.command, LiftMeasure):
        lifted = program.measures[_standing(act, act.command).measure].name
    return Dropped(act.turn, act.actor, act.command, act.events, refusal, lifted)


def _planned(course: Course, change: Change, own: tuple[int, ...]) -> dict[int, list[_Own]]:
    """Return the uses of the changed response by the place of the act before which they are decided.

    They come where the seat first spoke and first decided in the turn, else at the end of the phase.
    """
    places = {
        True: _place(course, change.turn, own, Phase.consultation),
        False: _place(course, change.turn, own, Phase.decision),
    }
    planned: dict[int, list[_Own]] = {}
    for one in _uses(course, change, own):
        planned.setdefault(places[_is_statement(course.program, one.use.measure)], []).append(one)
    return planned


def _place(course: Course, turn: int, own: tuple[int, ...], phase: Phase) -> int:
    spoken = [number for number in own if course.acts[number].before.phase is phase]
    return spoken[0] if spoken else course.advance(phase, turn)


def _uses(course: Course, change: Change, own: tuple[int, ...]) -> Iterator[_Own]:
    """Yield the uses that the record has, in its order, then the new ones."""
    left, gone = list(change.uses), []
    numbers = [0]
    for act in (course.acts[number] for number in own):
        decided = _decided(act.events)
        numbers.append(int(decided.id.rpartition(".")[2]))
        # A use that names this very target comes before one that leaves it open.
        alike = (one for one in left if _same(one, decided))
        use = min(alike, key=lambda one: not one.target, default=None)
        if use is not None and isinstance(act.command, Respond):
            left.remove(use)
            yield _Own(use, decided.id, recorded=act.command)
        elif isinstance(act.command, Respond):
            gone.append(act.command)
    for number, use in enumerate(left, start=max(numbers) + 1):
        pattern = _pattern(course.program, use, gone)
        yield _Own(use, f"{change.turn}.{change.seat}.{number}", pattern=pattern)


def _same(use: Use, decided: Decided) -> bool:
    return use.measure == decided.measure and use.target in ("", decided.target)


def _pattern(program: Program, use: Use, gone: list[Respond]) -> Respond | None:
    """Take the first response of the same kind that no other use has replaced yet, else the last of that kind."""
    statement = _is_statement(program, use.measure)
    alike = [one for one in gone if _is_statement(program, one.measure) is statement]
    if len(alike) > 1:
        gone.remove(alike[0])
    return alike[0] if alike else None


def _is_statement(program: Program, measure: str) -> bool:
    return program.measures[program.numbers.measure[measure]].statement


def _decided(events: tuple[Event, ...]) -> Decided:
    return next(event.decided for event in events if isinstance(event, happened.Responded))


def _named(event: Event, response: str) -> Event:
    """Return an event with the id that a response keeps."""
    if not isinstance(event, happened.Responded):
        return event
    return happened.Responded(replace(event.decided, id=response))
