"""Letting bots act, and conducting an exercise without a facilitator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from exercise.conduct.command import FACILITATOR, Advance, Command, Sponsor
from exercise.conduct.state import Phase, State
from exercise.conduct.view import SeatView
from exercise.engine.program import Program
from exercise.errors import ExerciseError, Refusal
from exercise.players.bot import next_command
from exercise.session.local import Session

_MOST_COMMANDS = 60
"""Per bot and phase: far above what actions and agreements allow, so that a faulty profile cannot spin."""


class Table(Protocol):
    """Where bots act: a session, or whatever else takes commands and shows views."""

    @property
    def program(self) -> Program:
        """The compiled scenario."""

    @property
    def state(self) -> State:
        """The exercise as it stands."""

    def seat(self, role: str) -> SeatView:
        """Return what a seat sees."""

    def submit(self, actor: str, command: Command) -> object:
        """Decide a command; a refusal is returned."""


def let_bots_act(session: Table) -> int:
    """Let every bot do what it wants to do in this phase; return how many commands were accepted."""
    return sum(1 for _ in bots_acting(session))


def bots_acting(session: Table) -> Iterator[Command]:
    """Let every bot do what it wants to do in this phase, and yield each command once it is accepted.

    Afterwards none wants anything: who has acted is asked again when an agreement has come on the
    table. So it makes no difference where an exercise is interrupted and gone on with.
    """
    goes_on = session.state.phase in (Phase.consultation, Phase.decision)
    while goes_on:
        goes_on = False
        for command in _round(session):
            yield command
            goes_on = isinstance(command, Sponsor)


def _round(session: Table) -> Iterator[Command]:
    """Ask each bot in turn until it wants nothing; end at once when an agreement comes on the table."""
    for seat in session.state.seats:
        if seat.holder == "bot":
            for command in _acts(session, seat.role):
                yield command
                if isinstance(command, Sponsor):
                    return


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


def _acts(session: Table, role: str) -> Iterator[Command]:
    """Submit what a bot wants, one command after the other, and yield what was accepted."""
    profile = session.program.bundle.roles[role].profile
    for _ in range(_MOST_COMMANDS):
        command = next_command(session.seat(role), profile, session.state.key.seed)
        if command is None or isinstance(session.submit(role, command), Refusal):
            return
        yield command
