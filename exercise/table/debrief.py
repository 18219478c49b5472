"""What a debrief looks at: the turning points of both axes, and the facts of an exercise that is over."""

from __future__ import annotations

from dataclasses import dataclass

from exercise.report.facts import Axis, CauseShare

TURNING_POINTS = 4
"""Largest causes told per axis."""


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A large cause of an axis' movement."""

    turn: int
    cause: CauseShare

    @property
    def told(self) -> str:
        """What brought it: a rule is better known by its sentence, all others by what they are."""
        rule = self.cause.kind in ("rule", "amplify") and self.cause.why
        return self.cause.why if rule else self.cause.cause


def turning_points(
    axis: Axis, most: int = TURNING_POINTS, run_out: bool = False
) -> tuple[TurningPoint, ...]:
    """Return the largest causes of an axis' movements; roundings and bounds are nobody's doing and left out.

    Args:
        axis: From the facts.
        most: How many.
        run_out: Whether to look at the run-out, and not at the turns played.
    """
    found = [
        TurningPoint(turn.turn, cause)
        for turn in axis.turns
        if turn.run_out == run_out
        for cause in turn.causes
        if cause.kind not in ("rounding", "cap")
    ]
    return tuple(sorted(found, key=lambda point: -abs(point.cause.amount))[:most])


__all__ = ["TURNING_POINTS", "TurningPoint", "turning_points"]
