"""From a played exercise to a case: what was given, done and ruled, and how it ended.

A step keeps what decides the turn, as it stood at the cut-off; what was taken back leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from exercise.authoring.case_acts import StepRefusedError
from exercise.authoring.case_check import judge
from exercise.authoring.case_course import Course, course_of
from exercise.authoring.case_ending import ending_of
from exercise.authoring.case_run import play
from exercise.authoring.case_steps import step_of
from exercise.conduct.event import Event
from exercise.conduct.state import State, TurnRecord
from exercise.engine.program import Program
from exercise.errors import ExerciseError
from exercise.model.case import Case, Given
from exercise.model.step import Step


class Recorded(Struct, frozen=True):
    """A case made of an exercise, and what could not be put into it."""

    case: Case
    comments: tuple[str, ...]
    """One line each."""


def record_case(
    program: Program, state: State, events: Sequence[Event], name: str, preset: str | None = None
) -> Recorded:
    """Turn a played exercise into a case that passes.

    Args:
        program: The scenario as it was played.
        state: The exercise as it stands.
        events: All its events, those undone as well.
        name: What the case is called.
        preset: To be named in the case, where it is not the scenario's own.

    Raises:
        ExerciseError: No turn has its outcome yet, or the case does not come to what was played.
    """
    done = [record for record in state.turns if record.outcome is not None and not record.run_out]
    if not done:
        raise ExerciseError("no turn has its outcome yet; play on, then record")
    course = course_of(program, events)
    last = done[-1].turn
    steps = tuple(step_of(program, course, record, record.turn == last) for record in done)
    case = Case(
        name=name,
        given=Given(
            seed=state.key.seed,
            preset=preset,
            vacant=course.vacant,
            armed=course.armed,
            skipped=course.skipped,
        ),
        when=tuple(step for step in steps if step != Step(turn=step.turn)),
        then=tuple(ending_of(program, state, last)),
    )
    _prove(program, state, done[-1], case)
    return Recorded(case, tuple(_unrecorded(state, course, last)))


def _prove(program: Program, state: State, last: TurnRecord, case: Case) -> None:
    """Play the case and compare: it must come to the very values that were played."""
    assert isinstance(case.when, tuple)
    try:
        run = play(program, case.given, case.when, run_out=state.over)
        reached = run.outcomes[last.turn].world.settled == last.s2
        missed = [
            check.message for expect in case.then for check in judge(run, expect) if not check.met
        ]
    except StepRefusedError as error:
        reached, missed = False, [str(error)]
    if missed or not reached:
        why = missed[0] if missed else "values differ that the case does not name"
        raise ExerciseError(f"the exercise cannot be recorded as a case: {why}")


def _unrecorded(state: State, course: Course, last: int) -> Iterator[str]:
    """What a case has no room for: none of it moves a value."""
    counts = {
        "message": len(state.messages),
        "question": len(state.questions),
        "observation": len(state.observations),
        "answer": len(state.answers),
        "position paper": len(state.conference.papers),
        "tag": len(state.conference.tags),
        "reminder": len(state.conference.reminders),
        "floor": len(state.conference.floors),
        "summary": int(state.conference.summary is not None),
    }
    said = [_counted(count, word) for word, count in counts.items() if count]
    if said:
        yield f"Not recorded, as it moves nothing: {', '.join(said)}."
    if course.undone:
        yield f"Not recorded: what {_counted(course.undone, 'step')} back took away."
    if state.running and state.turn > last:
        yield f"Not recorded: turn {state.turn}, which has no outcome yet."


def _counted(count: int, word: str) -> str:
    plural = {"summary": "summaries"}.get(word, f"{word}s")
    return f"{count} {word if count == 1 else plural}"


__all__ = ["Recorded", "record_case"]
