"""What is legal in a generated playthrough: the same answers as ``engine.legality``, without its reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from msgspec import Struct, field

from exercise.analysis.batch.lists import Lists
from exercise.analysis.batch.policy import Table, Use
from exercise.analysis.batch.standing import Standing
from exercise.engine import ir
from exercise.engine.facts import ANY
from exercise.engine.legality import cost_of
from exercise.engine.world import Response


class Right(Struct, frozen=True):
    """What never changes about one role's use of a measure on a target."""

    reached: bool
    own: bool
    """Whether the role has it without an inject."""
    locked: bool
    cost: int
    rivals: frozenset[int]
    requires: Callable[[], bool] | None


class Rights:
    """What never changes about all uses of a table."""

    def __init__(
        self, table: Table, functions: Mapping[str, Any], named: Mapping[ir.Test, str]
    ) -> None:
        """Take the table.

        Args:
            table: Who takes part.
            functions: Of the generated module.
            named: The functions of conditions.
        """
        self.table, self._functions, self._named = table, functions, named
        program = table.program
        self.actions = [program.slot("actions", role) for role in program.roles]
        self.right = cache(self._right)
        """By role, measure and target."""
        self.requires = [self.test(agreement.requires) for agreement in program.agreements]

    def test(self, node: ir.Test | None) -> Callable[[], bool] | None:
        """Return the function of a condition; nothing where there is no condition."""
        return None if node is None else self._functions[self._named[node]]

    def _right(self, role: int, measure: int, target: int) -> Right:
        program = self.table.program
        code = program.measures[measure]
        reached = target in program.reach.get((measure, role), ())
        option = program.any_option(measure, role, target) if reached else None
        return Right(
            reached,
            role in code.roles and not code.offered,
            code.locked,
            cost_of(code),
            program.rivals.get((role, measure), frozenset()),
            self.test(option.requires) if option is not None else None,
        )


class _Drafts(Struct):
    """What one seat has decided so far in a turn."""

    actions: int
    funds: int
    uses: list[tuple[int, int]] = field(default_factory=list)
    """Measure and target."""


class LeanDecisions:
    """The time of decisions in one turn of a generated playthrough."""

    def __init__(self, rights: Rights, lists: Lists, standing: Standing, turn: int) -> None:
        """Take the region as it stands after the situation."""
        self.turn = turn
        self._rights, self._lists, self._standing = rights, lists, standing
        self._program = rights.table.program
        self._drafts: dict[int, _Drafts] = {}
        self._in_force = {(one.role, one.measure, one.target) for one in standing.in_force}
        self._offers = self._offered()
        self._own: dict[int, tuple[int, ...]] = {}
        for one in standing.in_force:
            self._own[one.role] = (*self._own.get(one.role, ()), one.number)

    def _offered(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """By role and measure: the open injects that offer it."""
        offered: dict[tuple[int, int], tuple[int, ...]] = {}
        for number, fired in enumerate(self._lists.fired):
            code = self._program.injects[number]
            if fired >= 0 and self.turn - fired < code.open_turns:
                for place in code.offers:
                    offered[place] = (*offered.get(place, ()), number)
        return offered

    def _draft(self, role: int) -> _Drafts:
        known = self._drafts.get(role)
        if known is None:
            values = self._lists.values
            actions = values[self._rights.actions[role]] // 100
            known = _Drafts(actions, values[self._program.funds[role]])
            self._drafts[role] = known
        return known

    def actions(self, role: int) -> int:
        """Return how many actions a seat has left."""
        return self._draft(role).actions

    def open(self, role: int, use: Use) -> bool:
        """Return whether a seat may use a measure now, after all it has decided so far."""
        measure, target = use.measure, use.target
        right = self._rights.right(role, measure, target)
        if not right.reached or not (right.own or (role, measure) in self._offers):
            return False
        standing, draft = self._standing, self._draft(role)
        if _listed(standing.voided, measure, role):
            return False
        if right.locked and not _listed(standing.unlocked, measure, role):
            return False
        if draft.actions <= 0 or right.cost > draft.funds:
            return False
        if (measure, target) in draft.uses or (role, measure, target) in self._in_force:
            return False
        if right.rivals and any(other in right.rivals for other, _ in draft.uses):
            return False
        return right.requires is None or right.requires()

    def standing(self, role: int) -> tuple[int, ...]:
        """Return the numbers of a seat's lasting measures in force that it has not lifted."""
        return self._own.get(role, ())

    def offers(self, role: int, measure: int) -> tuple[int, ...]:
        """Return the open injects that offer a measure to a seat."""
        return self._offers.get((role, measure), ())

    def sponsorable(self, agreement: int) -> bool:
        """Return whether an agreement may be put on the table by one of its sponsors."""
        requires = self._rights.requires[agreement]
        return bool(self.clauses_left(agreement)) and (requires is None or requires())

    def clauses_left(self, agreement: int) -> tuple[int, ...]:
        """Return an agreement's clauses that are not in force."""
        in_force = {one.clause for one in self._standing.clauses if one.agreement == agreement}
        count = len(self._program.agreements[agreement].clauses)
        return tuple(number for number in range(count) if number not in in_force)

    def respond(self, response: Response) -> None:
        """Add a response to what its seat has decided."""
        draft = self._draft(response.role)
        draft.actions -= 1
        draft.funds -= cost_of(self._program.measures[response.measure])
        draft.uses.append((response.measure, response.target))

    def lift(self, role: int, number: int) -> None:
        """Add the lifting of a lasting measure to what a seat has decided."""
        self._draft(role).actions -= 1
        self._own[role] = tuple(other for other in self._own[role] if other != number)


def _listed(pairs: set[tuple[int, int]], measure: int, role: int) -> bool:
    return (measure, role) in pairs or (measure, ANY) in pairs


__all__ = ["LeanDecisions", "Rights"]
