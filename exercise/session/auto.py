"""Letting bots act, and conducting an exercise without a facilitator."""

from __future__ import annotations

from collections.abc import Callable

from exercise.conduct.command import FACILITATOR, Advance
from exercise.conduct.state import Phase
from exercise.errors import ExerciseError, Refusal
from exercise.players.bot import next_command
from exercise.session.local import Session

_MOST_COMMANDS = 60
"""Per bot and phase: far above what actions and agreements allow, so that a faulty profile cannot spin."""


def let_bots_act(session: Session) -> int:
    """Let every bot do what it wants to do in this phase; return how many commands were accepted."""
    done = 0
    for seat in session.state.seats:
        if seat.holder == "bot" and session.state.phase in (Phase.consultation, Phase.decision):
            done += _act(session, seat.role)
    return done


def conduct(
    session: Session,
    until: Phase = Phase.hot_wash,
    after_phase: Callable[[Session], None] | None = None,
) -> None:
    """Conduct an exercise with bots alone: what is ready is released, every proposal confirmed.

    Args:
        session: Somewhere between lobby and closing.
        until: The phase to stop in.
        after_phase: Called each time a phase has begun and bots have acted.
    """
    order = list(Phase)
    while order.index(session.state.phase) < order.index(until) or session.state.running:
        let_bots_act(session)
        answer = session.submit(FACILITATOR, Advance())
        if isinstance(answer, Refusal):
            raise ExerciseError(f"the exercise cannot go on: {answer.message}")
        if after_phase is not None:
            after_phase(session)
        if session.state.phase is until:
            return


def _act(session: Session, role: str) -> int:
    profile = session.program.bundle.roles[role].profile
    done = 0
    for _ in range(_MOST_COMMANDS):
        command = next_command(session.seat(role), profile, session.state.key.seed)
        if command is None or isinstance(session.submit(role, command), Refusal):
            break
        done += 1
    return done
