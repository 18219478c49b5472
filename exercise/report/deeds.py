"""What responses were meant to yield, and what the factors left of it: the delivery rate of measures (PRC-05).

Read from the decisions and the snapshot at each cut-off, by the engine's own arithmetic. Statements are words and not
counted here; waiting parts count with the outcome that set them going; bounds of the scale take nothing off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from exercise.conduct.state import State, TurnRecord
from exercise.engine.harvest import Harvest, shared
from exercise.engine.program import Program
from exercise.engine.scene import Scene
from exercise.engine.turn import adjudication_scene
from exercise.engine.world import Cause, Key, Response, TurnInput
from exercise.engine.yields import yield_factors
from exercise.model.quantity import AXES, AxisName

WHOLE = 10_000
"""All of it, in hundredths of a per cent."""


class Deed(Struct, frozen=True):
    """A response in one outcome."""

    response: str
    role: int
    issue: int
    """-1 where it answers none."""
    factors: tuple[tuple[str, int], ...]
    meant: tuple[int, int]
    """Points of security and of rights indicators, hundredths, whatever their sign."""
    came: tuple[int, int]
    """What the factors left of them."""
    yields: bool
    """Whether it was meant to yield anything."""

    @property
    def share(self) -> int:
        """What the factors left, hundredths of a per cent."""
        part, whole = shared(self.factors)
        return part * WHOLE // whole


def deeds_of(program: Program, state: State) -> tuple[Deed, ...]:
    """Return every response, and every lasting measure in each further outcome, of the turns played."""
    return tuple(
        deed
        for record in state.turns
        if not record.run_out and record.outcome is not None
        for deed in _in_turn(program, record, state.key)
    )


def mean_share(deeds: Sequence[Deed]) -> int | None:
    """Return the mean of what came through, hundredths of a per cent; nothing where nothing was meant to yield."""
    shares = [deed.share for deed in deeds if deed.yields]
    return sum(shares) // len(shares) if shares else None


def costliest(deeds: Sequence[Deed]) -> tuple[str, int]:
    """Return the factor that left least on the mean, and what it left; no name where none took anything."""
    left: dict[str, int] = {}
    told = [deed for deed in deeds if deed.yields]
    for deed in told:
        for name, percent in deed.factors:
            left[name] = left.get(name, 0) + percent
    if not left:
        return "", WHOLE
    name = min(left, key=lambda one: left[one])
    mean = left[name] * 100 // len(told)
    return (name, mean) if mean < WHOLE else ("", WHOLE)


def summed(pairs: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Return security with security and rights with rights."""
    found = list(pairs)
    return sum(one for one, _ in found), sum(other for _, other in found)


def _in_turn(program: Program, record: TurnRecord, key: Key) -> Iterator[Deed]:
    assert record.at_cut_off is not None
    given = record.given or TurnInput()
    scene = adjudication_scene(program, record.at_cut_off, given, record.turn)
    for response in given.responses:
        if not program.measures[response.measure].statement:
            yield _deed(scene, response, key)
    for one in record.at_cut_off.in_force:
        if one.number not in given.lifted:
            again = Response(
                one.response, one.role, one.measure, one.target, one.issue, scale=one.scale
            )
            yield _deed(scene, again, key)


def _deed(scene: Scene, response: Response, key: Key) -> Deed:
    program = scene.program
    code = program.measures[response.measure]
    issue = response.issue if response.issue >= 0 else code.issue
    option = program.option(response.measure, response.role, response.target, issue)
    factors = yield_factors(scene, code, option, issue, response.scale)
    harvest = Harvest(scene, "outcome", key)
    cause = Cause("measure", code.name, turn=scene.turn)
    harvest.take(option.yields, cause)
    part, whole = shared(factors)
    meant = dict.fromkeys(AXES, 0)
    came = dict.fromkeys(AXES, 0)
    for row in (*harvest.now, *harvest.later):
        axis = _axis(program, row.slot)
        if axis is not None:
            meant[axis] += abs(row.amount)
            came[axis] += abs(row.amount) * part // whole
    return Deed(
        response=response.id,
        role=response.role,
        issue=issue,
        factors=factors,
        meant=(meant["security"], meant["rights"]),
        came=(came["security"], came["rights"]),
        yields=bool(option.yields),
    )


def _axis(program: Program, slot: int) -> AxisName | None:
    card = program.bundle.model.quantities.get(program.slots.base[slot].family)
    return next((axis for axis in AXES if card is not None and card.family == axis), None)


__all__ = ["WHOLE", "Deed", "costliest", "deeds_of", "mean_share", "summed"]
