"""Whether a change names what there is: one sentence on what there is not, with the nearest known name."""

from __future__ import annotations

from collections.abc import Collection

from exercise.analysis.change import Change, Use
from exercise.analysis.course import Course
from exercise.errors import ExerciseError
from exercise.nearest import did_you_mean

__all__ = ["checked", "checked_seat", "checked_turn"]


def checked(course: Course, change: Change) -> Change:
    """Return the change; raises ExerciseError where its turn, seat, a measure or a target is unknown."""
    checked_turn(course, change.turn)
    checked_seat(course, change.seat)
    for use in change.uses:
        _checked_use(course, use)
    return change


def checked_turn(course: Course, turn: int) -> int:
    """Return a turn that was decided and has its outcome; raises ExerciseError for any other."""
    played = [record.turn for record in course.turns if not record.run_out]
    if not played:
        raise ExerciseError(
            "No turn has its outcome yet, so nothing can be compared. "
            "Confirm the first turn's proposal, then ask again."
        )
    if turn not in played:
        raise ExerciseError(
            f"Turn {turn} was not played to its outcome. Name a turn from {played[0]} to {played[-1]}."
        )
    return turn


def checked_seat(course: Course, seat: str) -> str:
    """Return a seat of the exercise; raises ExerciseError for any other."""
    seats = [one.role for one in course.end.seats]
    return _known("seat", seat, seats, f"Seats are {', '.join(seats)}.")


def _checked_use(course: Course, use: Use) -> None:
    numbers = course.program.numbers
    _known("measure", use.measure, numbers.measure)
    if use.target:
        _known("target", use.target, numbers.target)


def _known(kind: str, name: str, names: Collection[str], otherwise: str = "") -> str:
    if name in names:
        return name
    hint = did_you_mean(name, names) or (f". {otherwise}" if otherwise else ".")
    raise ExerciseError(f"There is no {kind} '{name}'{hint}")
