"""Bots in a case: they see the views that bots see, and act after what the step has given them."""

from __future__ import annotations

from msgspec import Struct

from exercise.authoring.case_played import Run
from exercise.conduct.command import Command
from exercise.conduct.decide import decide
from exercise.conduct.event import Decision
from exercise.conduct.evolve import replay
from exercise.conduct.state import State
from exercise.conduct.view import SeatView
from exercise.conduct.views import view_for
from exercise.engine.program import Program
from exercise.errors import Refusal
from exercise.session import auto


class _Table(Struct):
    """A played case as a table at which bots sit."""

    run: Run

    @property
    def program(self) -> Program:
        return self.run.program

    @property
    def state(self) -> State:
        return self.run.state

    def seat(self, role: str) -> SeatView:
        return view_for(self.run.program, self.run.state, role)

    def submit(self, actor: str, command: Command) -> Decision:
        decision = decide(self.run.program, self.run.state, actor, command)
        if not isinstance(decision, Refusal):
            self.run.state = replay(self.run.program, self.run.state, decision)
        return decision


def let_bots_act(run: Run) -> None:
    """Let every bot do what it wants to do in this phase."""
    auto.let_bots_act(_Table(run))


__all__ = ["let_bots_act"]
