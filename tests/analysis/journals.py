"""Played exercises for what-ifs: random commands of every kind, bots on shipped scenarios, and one by hand."""

from __future__ import annotations

from functools import cache

from exercise.analysis.change import Change, Use
from exercise.analysis.course import Course, course_of
from exercise.analysis.fork import Dropped, Fork, fork, response_in
from exercise.analysis.whatif import WhatIf, what_if
from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR, Advance, AssignSeat, Command, Respond
from exercise.conduct.state import Phase
from exercise.errors import Refusal
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from tests.support.busy import busy_program
from tests.support.plays import Ask, Asker, play
from tests.support.shipped import program_of

_DECISIONS = (
    asked.Respond,
    asked.Respond,
    asked.Respond,
    asked.WithdrawResponse,
    asked.LiftMeasure,
    asked.KeepMeasure,
    asked.ScaleResponse,
    asked.ReplaceResponse,
    asked.WithdrawRuling,
)


class Decider(Asker):
    """Thinks of decisions, of taking them back and of rulings on them more often than of anything else."""

    def anything(self) -> Ask:
        if self.random.random() < 0.4:
            return super().anything()
        return self.kind(self.random.choice(_DECISIONS))


def random_course(seed: int, steps: int = 400) -> Course:
    """Return a random exercise: legal commands of every kind, undone, paused and broken off somewhere."""
    program = busy_program()
    session = begin_exercise(program, seed, keep=False)
    for _, (actor, command), after in play(program, seed, steps, pace=0.05, thinker=Decider):
        answer = session.submit(actor, command)
        assert isinstance(answer, Refusal) == isinstance(after, Refusal)
    return course(session)


def course(session: Session) -> Course:
    """Return the course of an exercise."""
    return course_of(session.program, session.journal)


@cache
def bots_course(scenario: str, seed: int = 5) -> Course:
    """Return the course of a shipped scenario that bots have played to the end."""
    session = begin_exercise(program_of(scenario), seed, keep=False)
    for seat in session.state.seats:
        if seat.holder == "person":
            do(session, FACILITATOR, AssignSeat(seat.role, "bot"))
    conduct(session, Phase.hot_wash)
    return course(session)


def do(session: Session, actor: str, *commands: Command) -> None:
    """Submit commands that must be accepted."""
    for command in commands:
        answer = session.submit(actor, command)
        assert not isinstance(answer, Refusal), answer


def go_to(session: Session, phase: Phase, turn: int) -> None:
    """Advance to a phase of a turn."""
    while (session.state.phase, session.state.turn) != (phase, turn):
        do(session, FACILITATOR, Advance())


def to_end(session: Session) -> Course:
    """Advance to the hot wash and return the course."""
    while session.state.phase is not Phase.hot_wash:
        do(session, FACILITATOR, Advance())
    return course(session)


def decisions(course: Course) -> list[tuple[int, str]]:
    """Return every turn and seat that responded in a turn with an outcome."""
    played = [record.turn for record in course.turns if not record.run_out]
    seats = [seat.role for seat in course.end.seats]
    return [(turn, seat) for turn in played for seat in seats if response_in(course, turn, seat)]


def the_same(course: Course, turn: int, seat: str) -> Change | None:
    """Return the change that leaves a response as it is; nothing where a free text is part of it."""
    commands = [course.acts[number].command for number in response_in(course, turn, seat)]
    responses = [one for one in commands if isinstance(one, Respond)]
    if len(responses) < len(commands):
        return None
    decided = next(one for one in course.end.turns if one.turn == turn).decided
    uses = tuple(Use(one.measure, one.target) for one in decided if one.role == seat)
    return Change(turn, seat, uses)


def forked(course: Course, change: Change) -> Fork:
    """Return a fork that must be legal."""
    found = fork(course, change)
    assert isinstance(found, Fork), found
    return found


def answered(course: Course, change: Change) -> WhatIf:
    """Return an answer that must be legal."""
    found = what_if(course, change)
    assert isinstance(found, WhatIf), found
    return found


def told(dropped: tuple[Dropped, ...]) -> list[tuple[int, str, str, str]]:
    """Return what was dropped: turn, actor, command and code."""
    return [
        (one.turn, one.actor, type(one.command).__name__, one.refusal.code.value) for one in dropped
    ]
