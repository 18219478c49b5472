"""What a debrief looks at: both axes turn by turn with their turning points, every value, and what came late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.state import State
from exercise.engine.program import Program
from exercise.report.facts import Axis, CauseShare, Waiting
from exercise.report.gather_views import view_facts
from exercise.report.outcomes import Outcomes
from exercise.report.so_far import Stop, stops_so_far
from exercise.report.view_page import View
from exercise.report.views import fact_views

TURNING_POINTS = 4
"""Largest causes told per axis."""


class TurningPoint(Struct, frozen=True):
    """A large cause of an axis' movement."""

    turn: int
    cause: CauseShare
    until: int = 0
    """The last turn of several, in which the same cause went on; 0 for one turn."""

    @property
    def told(self) -> str:
        """What brought it: a rule is better known by its sentence, all others by what they are."""
        rule = self.cause.kind in ("rule", "amplify") and self.cause.why
        return self.cause.why if rule else self.cause.cause


def turning_points(axis: Axis, most: int = TURNING_POINTS) -> tuple[TurningPoint, ...]:
    """Return the largest causes of an axis' movements in the turns played.

    Args:
        axis: From the facts.
        most: How many.
    """
    return _largest(_causes(axis, run_out=False), most)


def late_causes(axis: Axis, most: int = TURNING_POINTS) -> tuple[TurningPoint, ...]:
    """Return the largest causes of an axis' movements in the run-out, each summed over its turns."""
    same: dict[tuple[str, str, str], list[TurningPoint]] = {}
    for point in _causes(axis, run_out=True):
        cause = point.cause
        same.setdefault((cause.kind, cause.key, point.told), []).append(point)
    return _largest((_together(points) for points in same.values()), most)


def _together(points: list[TurningPoint]) -> TurningPoint:
    cause = replace(points[0].cause, amount=sum(point.cause.amount for point in points))
    last = points[-1].turn
    return TurningPoint(points[0].turn, cause, last if last != points[0].turn else 0)


def _causes(axis: Axis, run_out: bool) -> Iterator[TurningPoint]:
    """Yield causes turn by turn; roundings and bounds are nobody's doing and left out."""
    for turn in axis.turns:
        if turn.run_out == run_out:
            for cause in turn.causes:
                if cause.kind not in ("rounding", "cap"):
                    yield TurningPoint(turn.turn, cause)


def _largest(points: Iterable[TurningPoint], most: int) -> tuple[TurningPoint, ...]:
    return tuple(sorted(points, key=lambda point: -abs(point.cause.amount))[:most])


class Looks(Struct, frozen=True):
    """What a debrief looks at, exact for all."""

    axes: tuple[Axis, ...]
    stops: tuple[Stop, ...]
    pipeline: tuple[Waiting, ...]
    """Effects that were still on their way at EndEx."""
    views: tuple[View, ...]
    """The analytic views of what is."""


def look_back(program: Program, state: State, language: str) -> Looks:
    """Gather what a debrief looks at, from an exercise that is over; costly, and touches nothing else."""
    told = Outcomes(program, state, language)
    stops = stops_so_far(program, state, language, exact=True)
    pipeline = told.pipeline()
    views = fact_views(view_facts(told), told.referents(), pipeline, language)
    return Looks(told.axes(), stops, pipeline, views)


__all__ = [
    "TURNING_POINTS", "Looks", "TurningPoint", "late_causes", "look_back", "turning_points",
]  # fmt: skip
