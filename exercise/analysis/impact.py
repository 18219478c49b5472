"""Decision impact: what each decision changed by the end, against each thing its seat could have decided alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from exercise.analysis.change import Change, Use
from exercise.analysis.course import Course, outcomes
from exercise.analysis.fork import Refused, fork, response_in
from exercise.analysis.naming import checked_seat, checked_turn
from exercise.conduct.command import Respond
from exercise.conduct.decided import Decided
from exercise.conduct.state import Phase, State
from exercise.engine.legality import choices

__all__ = ["Impact", "alternatives", "by_size", "impacts"]


class Impact(Struct, frozen=True):
    """What a decision did to both axes, held against one alternative; what the model says.

    Hundredths, security before rights: the record less the alternative, so that a positive number says the decision
    left the axis higher than the alternative would have.
    """

    turn: int
    seat: str
    taken: tuple[Decided, ...]
    """The whole response of the record."""
    alternative: tuple[Decided, ...]
    """What the seat decides instead; empty for no response."""
    axes: tuple[int, ...]
    """At the last outcome, run-out included."""
    at_end_ex: tuple[int, ...]
    """After the last turn played."""
    dropped: int
    """How many recorded acts the alternative makes impossible."""

    @property
    def size(self) -> int:
        """The larger absolute change on either axis: for sorting alone."""
        return max(map(abs, self.axes), default=0)


def alternatives(course: Course, turn: int | None = None, seat: str = "") -> tuple[Change, ...]:
    """Return what could have been decided instead of what was: no response, and each other single measure.

    In order of turns, seats and the model's measures. Only seats that responded have decided. Targets are left to
    default. A statement is an alternative for a seat that made one, since its frame and audiences are taken from there.

    Args:
        course: The played exercise.
        turn: One turn; all where absent.
        seat: One seat; all where empty.

    Raises:
        ExerciseError: There is no such turn with an outcome, or no such seat.
    """
    played = [record.turn for record in course.turns if not record.run_out]
    turns = played if turn is None else [checked_turn(course, turn)]
    seats = [checked_seat(course, seat)] if seat else [one.role for one in course.end.seats]
    return tuple(
        change for number in turns for role in seats for change in _instead(course, number, role)
    )


def impacts(course: Course, changes: Iterable[Change]) -> Iterator[Impact]:
    """Yield the impact of decisions against alternatives, in their order; can be stopped after any.

    An alternative that proves not legal is left out.

    Args:
        course: The played exercise.
        changes: As :func:`alternatives` returns them; their number tells how far one has come.
    """
    for change in changes:
        found = fork(course, change)
        if not isinstance(found, Refused):
            yield Impact(
                turn=change.turn,
                seat=change.seat,
                taken=found.instead_of,
                alternative=found.decided,
                axes=_effect(course, found.end, run_out=True),
                at_end_ex=_effect(course, found.end, run_out=False),
                dropped=len(found.dropped),
            )


def by_size(found: Iterable[Impact]) -> tuple[Impact, ...]:
    """Return impacts by the larger absolute change on either axis, the largest first; equals keep their order."""
    return tuple(sorted(found, key=lambda one: -one.size))


def _instead(course: Course, turn: int, seat: str) -> Iterator[Change]:
    own = response_in(course, turn, seat)
    if not own:
        return
    acts = [course.acts[number] for number in own]
    taken = [act.command.measure if isinstance(act.command, Respond) else "" for act in acts]
    spoken = any(act.before.phase is Phase.consultation for act in acts)
    yield Change(turn, seat)
    for measure in _open(course, acts[0].before, seat, statements=spoken):
        if taken != [measure]:
            yield Change(turn, seat, (Use(measure),))


def _open(course: Course, state: State, seat: str, statements: bool) -> Iterator[str]:
    """Yield the measures open to a seat that has decided nothing yet in its turn."""
    program = course.program
    for choice in choices(program, state.world, state.turn, program.numbers.role[seat], ()):
        code = program.measures[choice.measure]
        if choice.refusal is None and (statements or not code.statement):
            yield code.name


def _effect(course: Course, other: State, run_out: bool) -> tuple[int, ...]:
    """Return how much higher each axis ends in the record."""
    ends = [
        next(record.s2 for record in reversed(turns) if run_out or not record.run_out)
        for turns in (course.turns, outcomes(other))
    ]
    slots = (course.program.slot(name) for name in course.program.bundle.model.axes().values())
    return tuple(ends[0][slot] - ends[1][slot] for slot in slots)
