"""Deciding commands: what happens, or why it may not. A function of its arguments; nothing is changed here."""

from __future__ import annotations

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.decide_conference import decide_duty
from exercise.conduct.decide_facilitator import decide_facilitator
from exercise.conduct.decide_seat import decide_seat
from exercise.conduct.event import Decision
from exercise.conduct.state import Phase, State
from exercise.engine.program import Program
from exercise.errors import Refusal, RefusalCode

__all__ = ["Decision", "decide"]

_DURING_PAUSE = (
    asked.Resume,
    asked.AssignSeat,
    asked.Observe,
    asked.AnswerQuestion,
    asked.Ask,
    asked.HideScores,
    asked.EndExercise,
)
_AFTER_END = (
    asked.Observe,
    asked.RecordAnswer,
    asked.Advance,
    asked.HideScores,
    asked.Undo,
    asked.TagEntry,
    asked.DraftSummary,
)


def decide(program: Program, state: State, actor: str, command: Command) -> Decision:
    """Return the events a command brings about, or a refusal.

    Args:
        program: The compiled scenario.
        state: The exercise as it stands.
        actor: ``facilitator`` or the role of a seat.
        command: What is asked for.
    """
    refusal = _standing(state, actor, command)
    if refusal is not None:
        return refusal
    if isinstance(command, asked.DutyCommand):
        return decide_duty(program, state, actor, command)
    if isinstance(command, asked.SeatCommand):
        return decide_seat(program, state, actor, command)
    return decide_facilitator(program, state, command)


def _standing(state: State, actor: str, command: Command) -> Refusal | None:
    """Who may ask for this kind of thing at all, and whether the exercise takes it now."""
    by_duty = isinstance(command, asked.DutyCommand) and actor != FACILITATOR
    for_seat = by_duty or isinstance(command, asked.SeatCommand)
    if not for_seat and actor != FACILITATOR:
        return Refusal(RefusalCode.not_facilitator, "Only the facilitator may do this.")
    if for_seat:
        seat = state.seat(actor)
        if seat is None:
            return Refusal(
                RefusalCode.unknown_seat, f"There is no seat '{actor}' in this exercise."
            )
        if seat.holder == "vacant":
            return Refusal(
                RefusalCode.seat_vacant,
                "This seat is vacant.",
                "The facilitator can give it to a person or a bot.",
            )
    if state.phase is Phase.closed or (state.over and not isinstance(command, _AFTER_END)):
        return Refusal(
            RefusalCode.exercise_ended, "EndEx has been called; nothing can change any more."
        )
    if state.paused and not isinstance(command, _DURING_PAUSE):
        return Refusal(
            RefusalCode.exercise_paused,
            "The exercise is paused.",
            "Wait until the facilitator resumes it.",
        )
    return None
