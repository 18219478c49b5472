"""What a case leaves behind when it has been played: the exercise at every moment a case can ask about."""

from __future__ import annotations

from msgspec import Struct, field

from exercise.authoring.case_acts import StepRefusedError
from exercise.conduct.state import State
from exercise.engine.program import Program


class Run(Struct):
    """One played plan: the exercise as each turn opens, at each decision phase, and after each outcome.

    ``state`` is the exercise at the end of the run-out, or after the last outcome where it was left out.
    """

    program: Program
    state: State
    openings: dict[int, State] = field(default_factory=dict)
    outcomes: dict[int, State] = field(default_factory=dict)
    decisions: dict[int, State] = field(default_factory=dict)

    def after(self, moment: int | str) -> State:
        """Return the exercise after a turn's outcome, after the last turn, or after the run-out."""
        if moment == "run_out":
            return self.state
        turn = max(self.outcomes) if moment == "end" else int(moment)
        if turn not in self.outcomes:
            raise StepRefusedError(f"there is no outcome of turn {moment} in this scenario")
        return self.outcomes[turn]


__all__ = ["Run"]
