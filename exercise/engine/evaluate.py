"""The reference interpreter of conditions and amounts; it is the specification of their meaning."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.program import Program
from exercise.engine.world import TurnInput, World

Reads = dict[int, int]
"""Slots an evaluation has read, with their values."""


class Scene(Struct, frozen=True):
    """Everything an expression can see: one snapshot and the facts of the turn."""

    program: Program
    values: tuple[int, ...]
    """A whole snapshot, hundredths."""
    world: World
    turn: int
    chosen: tuple[tuple[int, int, int], ...] = ()
    """Measure, role, target of this turn's responses."""
    in_force: tuple[tuple[int, int, int, int], ...] = ()
    """Measure, role, target and for how many outcomes."""
    said: tuple[tuple[int, int, int], ...] = ()
    """Role, issue, frame of this turn's statements."""
    adopted: tuple[tuple[int, int], ...] = ()
    contributions: tuple[tuple[int, int, int], ...] = ()
    """Agreement, role, level."""


def scene_of(program: Program, world: World, turn: int, given: TurnInput | None = None) -> Scene:
    """Return the scene of a phase; with decisions, the scene in which they are adjudicated."""
    standing = [
        (m.measure, m.role, m.target, turn - m.since + 1)
        for m in world.in_force
        if given is None or m.number not in given.lifted
    ]
    chosen: list[tuple[int, int, int]] = []
    said: list[tuple[int, int, int]] = []
    levels = list(world.contributions)
    for response in given.responses if given else ():
        code = program.measures[response.measure]
        chosen.append((response.measure, response.role, response.target))
        if code.turns != 1:
            standing.append((response.measure, response.role, response.target, 1))
        if code.statement:
            said.append((response.role, response.issue, response.frame))
    for proposal in given.proposals if given else ():
        levels.extend((proposal.agreement, role, level) for role, level in proposal.contributions)
    return Scene(
        program=program,
        values=program.settle(world.values),
        world=world,
        turn=turn,
        chosen=tuple(chosen),
        in_force=tuple(standing),
        said=tuple(said),
        adopted=tuple((clause.agreement, clause.clause) for clause in world.clauses),
        contributions=tuple(levels),
    )


def number(node: ir.Number, scene: Scene, reads: Reads) -> int:
    """Return the value of an amount, hundredths; note the slots it reads."""
    match node:
        case ir.Const(value=value):
            return value
        case ir.Slot(index=index):
            reads[index] = scene.values[index]
            return scene.values[index]
        case ir.Plus(parts=parts):
            return sum(number(part, scene, reads) for part in parts)
        case ir.Minus(left=left, right=right):
            return number(left, scene, reads) - number(right, scene, reads)
        case ir.Times(left=left, right=right):
            return toward_zero(number(left, scene, reads) * number(right, scene, reads), 100)
        case ir.Scale():
            return _scaled(node, number(node.value, scene, reads))
        case ir.Moved(index=index):
            reads[index] = scene.values[index]
            return scene.world.settled[index] - scene.world.before[index]
        case ir.TurnNow():
            return scene.turn * 100
    return _rarer(node, scene, reads)


def _rarer(node: ir.Number, scene: Scene, reads: Reads) -> int:
    match node:
        case ir.HowMany(parts=tests):
            return sum(100 for part in tests if test(part, scene, reads))
        case ir.Least(parts=parts):
            return min((number(part, scene, reads) for part in parts), default=0)
        case ir.Greatest(parts=parts):
            return max((number(part, scene, reads) for part in parts), default=0)
        case ir.YearNow():
            return year(scene.program, scene.turn) * 100
        case ir.TurnsInForce(match=match):
            return 100 * max(
                (turns for m, r, t, turns in scene.in_force if matches(match, m, r, t)), default=0
            )
        case ir.TurnsSince(inject=inject):
            fired = scene.world.injects[inject].fired
            return 0 if fired < 0 else (scene.turn - fired) * 100
        case ir.Contribution():
            return _contribution(node, scene)
    raise AssertionError(f"not a number: {node}")


def test(node: ir.Test, scene: Scene, reads: Reads) -> bool:
    """Return whether a condition holds; note the slots it reads. Every part is read, so that all are explained."""
    match node:
        case ir.Versus(op=op, left=left, right=right):
            return compare(op, number(left, scene, reads), number(right, scene, reads))
        case ir.Every(parts=parts):
            return all([test(part, scene, reads) for part in parts])  # noqa: C419
        case ir.Some(parts=parts):
            return any([test(part, scene, reads) for part in parts])  # noqa: C419
        case ir.Opposite(operand=operand):
            return not test(operand, scene, reads)
        case ir.Always():
            return True
        case ir.FlagUp(flag=flag):
            return flag in scene.world.flags
        case ir.Chosen(match=match):
            return any(matches(match, *use) for use in scene.chosen)
        case ir.InForce(match=match):
            return any(matches(match, m, r, t) for m, r, t, _ in scene.in_force)
    return _fact(node, scene)


def _fact(node: ir.Test, scene: Scene) -> bool:
    match node:
        case ir.Said():
            return any(_said(node, *words) for words in scene.said)
        case ir.Adopted(agreement=agreement, clause=clause):
            return any(a == agreement and clause in (ir.ANY, c) for a, c in scene.adopted)
        case ir.Fired(inject=inject):
            return scene.world.injects[inject].fired >= 0
        case ir.Present(role=role):
            return (
                any(scene.world.present)
                if role == ir.ANY
                else role >= 0 and scene.world.present[role]
            )
    raise AssertionError(f"not a condition: {node}")


def compare(op: str, left: int, right: int) -> bool:
    """Return the truth of one comparison."""
    match op:
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
        case "==":
            return left == right
    return left != right


def matches(pattern: ir.Match, measure: int, role: int, target: int) -> bool:
    """Return whether a use of a measure fits a pattern."""
    return (
        measure in pattern.measures
        and pattern.role in (ir.ANY, role)
        and pattern.target in (ir.ANY, target)
    )


def toward_zero(value: int, divisor: int) -> int:
    """Divide and round toward zero: the engine's one rounding of amounts.

    >>> toward_zero(-150, 100), toward_zero(150, 100)
    (-1, 1)
    """
    return value // divisor if value >= 0 else -(-value // divisor)


def year(program: Program, turn: int) -> int:
    """Return the story's year in a turn."""
    scenario = program.bundle.scenario
    return scenario.setting_year + max(turn - 1, 0) * scenario.months_per_turn // 12


def _scaled(node: ir.Scale, value: int) -> int:
    span = node.high - node.low
    moved = value - node.low
    if span < 0:
        span, moved = -span, -moved
    return toward_zero(node.amount * min(max(moved, 0), span), span)


def _contribution(node: ir.Contribution, scene: Scene) -> int:
    stated = {
        role: level for agreement, role, level in scene.contributions if agreement == node.agreement
    }
    if node.role != ir.ANY:
        return 100 * stated.get(node.role, 0)
    parties = present_parties(scene.program, scene.world, node.agreement)
    return 100 * min((stated.get(role, 0) for role in parties), default=0)


def present_parties(program: Program, world: World, agreement: int) -> tuple[int, ...]:
    """Return the parties whose seats are held; a vacant seat is no party."""
    return tuple(role for role in program.agreements[agreement].parties if world.present[role])


def _said(node: ir.Said, role: int, issue: int, frame: int) -> bool:
    pairs: Iterable[tuple[int, int]] = ((node.role, role), (node.issue, issue), (node.frame, frame))
    return all(wanted in (ir.ANY, actual) for wanted, actual in pairs)
