"""Short ways to a turn of the engine alone: worlds, inputs, and what an outcome does to a slot."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from exercise.engine.program import Program
from exercise.engine.turn import adjudicate, land, opening, release_effects
from exercise.engine.world import (
    InjectStatus,
    Key,
    Proposal,
    Response,
    Row,
    Step,
    TurnInput,
    World,
    apply,
    begin,
)

KEY = Key(7)


def slot(program: Program, name: str) -> int:
    """Return a slot's number by its written name."""
    family, _, rest = name.partition("[")
    args = tuple(part.strip() for part in rest.rstrip("]").split(",")) if rest else ()
    return program.slot(family, *args)


def world_of(
    program: Program, values: Mapping[str, int] | None = None, vacant: tuple[str, ...] = ()
) -> World:
    """Return the world in turn 1 before the outcome; values in hundredths, by slot name."""
    world = begin(program, tuple(role not in vacant for role in program.roles))
    world = apply(program, world, opening(program, world, KEY))
    changed = list(world.values)
    for name, value in (values or {}).items():
        changed[slot(program, name)] = value
    return replace(world, turn=1, values=tuple(changed))


def use(
    program: Program,
    role: str,
    measure: str,
    target: str = "",
    issue: str = "",
    frame: str = "",
    scale: int = 100,
    number: int = 1,
) -> Response:
    """Return a response in the engine's numbers."""
    numbers = program.numbers
    return Response(
        f"1.{role}.{number}",
        numbers.role[role],
        numbers.measure[measure],
        numbers.target.get(target, -1),
        numbers.issue.get(issue, -1),
        frame=numbers.frame.get(frame, -1),
        audiences=tuple(numbers.audience.values()) if frame else (),
        scale=scale,
    )


def outcome(program: Program, world: World, *responses: Response, **more: object) -> Step:
    """Return the outcome step of responses."""
    given = TurnInput(tuple(responses), **more)  # type: ignore[arg-type]
    return adjudicate(program, world, given, max(world.turn, 1), KEY)


def release(program: Program, world: World, *injects: str) -> Step:
    """Return the step of injects released in turn 1."""
    statuses = list(world.injects)
    for name in injects:
        statuses[program.numbers.inject[name]] = InjectStatus(fired=1)
    return release_effects(program, replace(world, injects=tuple(statuses)), 1, KEY)


def moved(program: Program, rows: tuple[Row, ...], name: str) -> int:
    """Return by how much rows move a slot, hundredths."""
    return sum(row.amount for row in rows if row.slot == slot(program, name))


def proposal(
    program: Program,
    agreement: str,
    on: tuple[str, ...],
    signed: Mapping[str, tuple[str, ...]] | None = None,
    objected: Mapping[str, tuple[str, ...]] | None = None,
    contributions: Mapping[str, int] | None = None,
) -> Proposal:
    """Return a proposal in the engine's numbers."""
    numbers = program.numbers

    def pairs(by_role: Mapping[str, tuple[str, ...]] | None) -> tuple[tuple[int, int], ...]:
        return tuple(
            (numbers.role[role], numbers.clause[agreement, clause])
            for role, clauses in (by_role or {}).items()
            for clause in clauses
        )

    return Proposal(
        numbers.agreement[agreement],
        tuple(numbers.clause[agreement, clause] for clause in on),
        pairs(signed),
        pairs(objected),
        tuple((numbers.role[role], level) for role, level in (contributions or {}).items()),
    )


def turn_after(program: Program, world: World, step: Step) -> World:
    """Return the world in the next turn's situation, due rows landed."""
    world = apply(program, world, step)
    return apply(program, world, land(program, world, world.turn + 1))
