"""The state of the modelled region, and the steps that change it. All frozen; integers and short texts only."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exercise.engine.program import CauseKind, Program

Stage = Literal["due", "inject", "outcome"]
"""``due`` rows land first in a situation, ``inject`` rows after them, ``outcome`` rows close a turn."""


class Cause(Struct, frozen=True):
    """Why a row exists: enough to explain it without playing the turn again."""

    kind: CauseKind
    name: str
    """The rule, measure, inject, clause, or the name of a fixed procedure of the engine."""
    scope: str = ""
    """A rule's variables, such as ``s=tajikistan``."""
    effect: int = 0
    """Which of the cause's effects."""
    role: str = ""
    target: str = ""
    turn: int = 0
    """The turn in which it arose."""
    response: str = ""
    factors: tuple[tuple[str, int], ...] = ()
    """What scaled a yield, per cent."""
    reads: tuple[tuple[int, int], ...] = ()
    """Slots and values that the condition and amount read."""
    draw: int | None = None
    """What was drawn, in hundredths, where chance played a part."""
    group: str = ""
    """The authored group of a change; of an amplification, the kind of cause it comes from."""
    note: str = ""
    """A facilitator's reason, or a further word."""


class Row(Struct, frozen=True):
    """One line of the ledger: one change of one slot, hundredths."""

    slot: int
    amount: int
    turn: int
    """The turn it lands in."""
    stage: Stage
    cause: Cause


class Measure(Struct, frozen=True):
    """A lasting measure in force."""

    number: int
    """Unique in the exercise: of its turn, its role and its place among the role's own."""
    measure: int
    role: int
    target: int
    issue: int
    since: int
    scale: int = 100
    """A ruling's scale, per cent, carried along."""
    response: str = ""


class Clause(Struct, frozen=True):
    """An adopted clause in force."""

    agreement: int
    clause: int
    since: int


class InjectStatus(Struct, frozen=True):
    """Where an inject stands."""

    fired: int = -1
    """The turn it was released in; -1 while it waits."""
    armed: bool = False
    called: bool = False
    """An effect has called for it."""
    skipped: bool = False
    landed: bool = False
    """Its effects have been counted."""


class BreachRecord(Struct, frozen=True):
    """A red line that was crossed."""

    line: str
    place: str
    turn: int
    cause: Cause


class World(Struct, frozen=True):
    """The region between two steps."""

    turn: int
    values: tuple[int, ...]
    """Base slots, hundredths."""
    settled: tuple[int, ...]
    """Whole snapshot after the last outcome."""
    before: tuple[int, ...]
    """Whole snapshot after the outcome before."""
    decided: tuple[int, ...]
    """Base slots on which the last responses were decided."""
    present: tuple[bool, ...]
    """By role: whether the seat is held."""
    flags: tuple[int, ...] = ()
    waiting: tuple[Row, ...] = ()
    in_force: tuple[Measure, ...] = ()
    clauses: tuple[Clause, ...] = ()
    injects: tuple[InjectStatus, ...] = ()
    unlocked: tuple[tuple[int, int], ...] = ()
    """Measure and role (-1 for every role)."""
    voided: tuple[tuple[int, int], ...] = ()
    contributions: tuple[tuple[int, int, int], ...] = ()
    """Agreement, role and level, of agreements in force."""
    breaches: tuple[BreachRecord, ...] = ()


class Step(Struct, frozen=True):
    """What one situation or outcome does to the world; the content of an event."""

    turn: int
    stage: Stage
    rows: tuple[Row, ...] = ()
    waiting: tuple[Row, ...] = ()
    """New rows for later turns."""
    cancelled: tuple[Row, ...] = ()
    flags: tuple[int, ...] = ()
    called: tuple[int, ...] = ()
    """Injects that effects have called for."""
    landed: tuple[int, ...] = ()
    """Injects whose effects are in this step."""
    entered: tuple[Measure, ...] = ()
    left: tuple[int, ...] = ()
    """Numbers of lasting measures that ended."""
    adopted: tuple[Clause, ...] = ()
    expired: tuple[Clause, ...] = ()
    contributions: tuple[tuple[int, int, int], ...] = ()
    """Agreement, role and level, as stated when something was adopted."""
    unlocked: tuple[tuple[int, int], ...] = ()
    voided: tuple[tuple[int, int], ...] = ()
    breaches: tuple[BreachRecord, ...] = ()


class Response(Struct, frozen=True):
    """A decided response or statement, in numbers; what a turn is computed from."""

    id: str
    role: int
    measure: int
    target: int = -1
    issue: int = -1
    inject: int = -1
    frame: int = -1
    audiences: tuple[int, ...] = ()
    scale: int = 100
    note: str = ""
    """A ruling's reason, where one changed it."""


class Proposal(Struct, frozen=True):
    """An agreement's open text at the cut-off."""

    agreement: int
    on: tuple[int, ...]
    """Clauses that are on."""
    signed: tuple[tuple[int, int], ...] = ()
    """Role and clause."""
    objected: tuple[tuple[int, int], ...] = ()
    """Role and clause."""
    contributions: tuple[tuple[int, int], ...] = ()
    """Role and level, 0 to 3."""


class RuledRow(Struct, frozen=True):
    """A row a facilitator adds."""

    slot: int
    amount: int
    reason: str


class TurnInput(Struct, frozen=True):
    """All decisions of a turn."""

    responses: tuple[Response, ...] = ()
    lifted: tuple[int, ...] = ()
    """Numbers of lasting measures that are ended."""
    proposals: tuple[Proposal, ...] = ()
    rows: tuple[RuledRow, ...] = ()


class Key(Struct, frozen=True):
    """What draws are keyed by, besides turn and purpose."""

    seed: int
    playthrough: int = 0


def begin(program: Program, present: tuple[bool, ...]) -> World:
    """Return the world at StartEx."""
    snapshot = program.settle(program.start)
    return World(
        turn=0,
        values=program.start,
        settled=snapshot,
        before=snapshot,
        decided=program.start,
        present=present,
        injects=tuple(InjectStatus() for _ in program.injects),
    )


def apply(program: Program, world: World, step: Step) -> World:
    """Return the world after a step. Total: a step the engine produced always applies."""
    values = list(world.values)
    for row in step.rows:
        values[row.slot] += row.amount
    base = tuple(values)
    closing = step.stage == "outcome"
    snapshot = program.settle(base) if closing else world.settled
    gone = {(clause.agreement, clause.clause) for clause in step.expired}
    return World(
        turn=step.turn,
        values=base,
        settled=snapshot,
        before=world.settled if closing else world.before,
        decided=world.values if closing else world.decided,
        present=world.present,
        flags=tuple(sorted({*world.flags, *step.flags})),
        waiting=_still_waiting(world, step),
        in_force=tuple(m for m in world.in_force if m.number not in step.left) + step.entered,
        clauses=tuple(c for c in world.clauses if (c.agreement, c.clause) not in gone)
        + step.adopted,
        injects=_injects(world, step),
        unlocked=step.unlocked if closing else _united(world.unlocked, step.unlocked),
        voided=step.voided if closing else _united(world.voided, step.voided),
        contributions=_restated(world.contributions, step.contributions),
        breaches=world.breaches + step.breaches,
    )


def _still_waiting(world: World, step: Step) -> tuple[Row, ...]:
    kept = list(world.waiting)
    for row in step.cancelled:
        kept.remove(row)
    if step.stage == "due":
        kept = [row for row in kept if row.turn > step.turn]
    return (*kept, *step.waiting)


def _injects(world: World, step: Step) -> tuple[InjectStatus, ...]:
    statuses = list(world.injects)
    for number in step.called:
        old = statuses[number]
        statuses[number] = InjectStatus(old.fired, old.armed, True, old.skipped, old.landed)
    for number in step.landed:
        old = statuses[number]
        statuses[number] = InjectStatus(
            step.turn if old.fired < 0 else old.fired, old.armed, old.called, old.skipped, True
        )
    return tuple(statuses)


def _restated(
    old: tuple[tuple[int, int, int], ...], new: tuple[tuple[int, int, int], ...]
) -> tuple[tuple[int, int, int], ...]:
    said = {(agreement, role) for agreement, role, _ in new}
    return (*(entry for entry in old if entry[:2] not in said), *new)


def _united(
    old: tuple[tuple[int, int], ...], new: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, int], ...]:
    return tuple(dict.fromkeys((*old, *new)))


__all__ = [
    "BreachRecord",
    "Cause",
    "Clause",
    "InjectStatus",
    "Key",
    "Measure",
    "Proposal",
    "Response",
    "Row",
    "RuledRow",
    "Stage",
    "Step",
    "TurnInput",
    "World",
    "apply",
    "begin",
]
