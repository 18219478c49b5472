"""A second reading of conditions and amounts: plainly, node by node, on the world itself, every part read.

It shares nothing with the engine's own but the nodes and the rounding, so that each can be held against the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.program import Program
from exercise.engine.world import TurnInput, World

Reads = dict[int, int]
"""Slots that have been read, with their values."""


class Moment(Struct, frozen=True):
    """Where and when a condition is read."""

    program: Program
    world: World
    turn: int
    given: TurnInput = TurnInput()

    @property
    def values(self) -> tuple[int, ...]:
        """The whole snapshot."""
        return self.program.settle(self.world.values)

    def standing(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield lasting measures: measure, role, target and for how many outcomes."""
        for old in self.world.in_force:
            if old.number not in self.given.lifted:
                yield old.measure, old.role, old.target, self.turn - old.since + 1
        for new in self.given.responses:
            if self.program.measures[new.measure].turns != 1:
                yield new.measure, new.role, new.target, 1

    def stated(self, agreement: int) -> dict[int, int]:
        """Return the level each role has stated to an agreement."""
        levels = {role: level for one, role, level in self.world.contributions if one == agreement}
        for proposal in self.given.proposals:
            if proposal.agreement == agreement:
                levels.update(proposal.contributions)
        return levels


def number(node: ir.Number, moment: Moment, reads: Reads) -> int:
    """Return the value of an amount, hundredths; note the slots it reads."""
    world = moment.world
    match node:
        case ir.Const():
            return node.value
        case ir.Slot():
            reads[node.index] = moment.values[node.index]
            return moment.values[node.index]
        case ir.Moved():
            reads[node.index] = moment.values[node.index]
            return world.settled[node.index] - world.before[node.index]
        case ir.TurnNow():
            return moment.turn * 100
        case ir.YearNow():
            scenario = moment.program.bundle.scenario
            months = max(moment.turn - 1, 0) * scenario.months_per_turn
            return (scenario.setting_year + months // 12) * 100
        case ir.Plus():
            return sum(number(part, moment, reads) for part in node.parts)
        case ir.Minus():
            return number(node.left, moment, reads) - number(node.right, moment, reads)
        case ir.Times():
            product = number(node.left, moment, reads) * number(node.right, moment, reads)
            return ir.toward_zero(product, 100)
        case ir.Least():
            return min((number(part, moment, reads) for part in node.parts), default=0)
        case ir.Greatest():
            return max((number(part, moment, reads) for part in node.parts), default=0)
    return _composed(node, moment, reads)


def _composed(node: ir.Number, moment: Moment, reads: Reads) -> int:
    match node:
        case ir.HowMany():
            return sum(100 for part in node.parts if test(part, moment, reads))
        case ir.Scale():
            return _scaled(node, number(node.value, moment, reads))
    return _standing(node, moment)


def _scaled(node: ir.Scale, value: int) -> int:
    if value in range(min(node.low, node.high), max(node.low, node.high)):
        return ir.toward_zero(node.amount * abs(value - node.low), abs(node.high - node.low))
    return node.amount if (value >= node.high) == (node.high > node.low) else 0


def _standing(node: ir.Number, moment: Moment) -> int:
    match node:
        case ir.TurnsInForce():
            ages = [age for *use, age in moment.standing() if _fits(node.match, use)]
            return 100 * max([0, *ages])
        case ir.TurnsSince():
            fired = moment.world.injects[node.inject].fired
            return 0 if fired < 0 else (moment.turn - fired) * 100
        case ir.Contribution():
            stated = moment.stated(node.agreement)
            if node.role != ir.ANY:
                return 100 * stated.get(node.role, 0)
            parties = moment.program.agreements[node.agreement].parties
            held = [role for role in parties if moment.world.present[role]]
            return 100 * min((stated.get(role, 0) for role in held), default=0)
    raise AssertionError(f"not a number: {node}")


def test(node: ir.Test, moment: Moment, reads: Reads) -> bool:
    """Return whether a condition holds; note the slots it reads, of every part."""
    match node:
        case ir.Versus():
            left, right = number(node.left, moment, reads), number(node.right, moment, reads)
            order = (left > right) - (left < right)
            signs = {"<": (-1,), "<=": (-1, 0), ">": (1,), ">=": (0, 1), "==": (0,), "!=": (-1, 1)}
            return order in signs[node.op]
        case ir.Every():
            return False not in [test(part, moment, reads) for part in node.parts]
        case ir.Some():
            return True in [test(part, moment, reads) for part in node.parts]
        case ir.Opposite():
            return not test(node.operand, moment, reads)
        case ir.Always():
            return True
    return _fact(node, moment)


def _fact(node: ir.Test, moment: Moment) -> bool:
    world, given = moment.world, moment.given
    match node:
        case ir.FlagUp():
            return node.flag in world.flags
        case ir.Chosen():
            uses = ((use.measure, use.role, use.target) for use in given.responses)
            return any(_fits(node.match, use) for use in uses)
        case ir.InForce():
            return any(_fits(node.match, use[:3]) for use in moment.standing())
        case ir.Said():
            said = (
                use for use in given.responses if moment.program.measures[use.measure].statement
            )
            wanted = (node.role, node.issue, node.frame)
            return any(_like(wanted, (one.role, one.issue, one.frame)) for one in said)
        case ir.Adopted():
            return any(
                clause.agreement == node.agreement and node.clause in (ir.ANY, clause.clause)
                for clause in world.clauses
            )
        case ir.Fired():
            return world.injects[node.inject].fired >= 0
        case ir.Present():
            if node.role == ir.ANY:
                return True in world.present
            return node.role >= 0 and world.present[node.role]
    raise AssertionError(f"not a condition: {node}")


def _fits(pattern: ir.Match, use: Iterable[int]) -> bool:
    measure, role, target = use
    return measure in pattern.measures and _like((pattern.role, pattern.target), (role, target))


def _like(wanted: tuple[int, ...], actual: tuple[int, ...]) -> bool:
    return all(one in (ir.ANY, other) for one, other in zip(wanted, actual, strict=True))
