"""Playthroughs on generated Python: the same as on the reference interpreter, to the last digit, and far faster.

What depends on the Program alone is generated (:mod:`exercise.analysis.batch.source`); what a turn does in which order
stands here, phase by phase as in ``engine.turn``. Funds of a situation and adoption are the engine's own functions.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from exercise.analysis.batch.acts import Acts
from exercise.analysis.batch.closing import Closing, hold
from exercise.analysis.batch.lean import LeanDecisions, Rights
from exercise.analysis.batch.lists import Lists, Marks, Sums
from exercise.analysis.batch.played import Played, axis_slots, run_out_of, turns_of
from exercise.analysis.batch.policy import NOTHING, Policy, Table
from exercise.analysis.batch.reference import Watch
from exercise.analysis.batch.source import module_of
from exercise.analysis.batch.standing import Standing
from exercise.engine.agreements import adopt
from exercise.engine.funds import opening_rows, pool_rows
from exercise.engine.program import Program
from exercise.engine.scene import year
from exercise.engine.turn import opening
from exercise.engine.world import Clause, Key, TurnInput, begin

Opened = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...]]
"""Measures and roles unlocked, and voided."""


class Generated:
    """Plays a table's scenario by code generated from its Program, one playthrough after the other."""

    def __init__(self, table: Table) -> None:
        """Generate and compile the code, which takes up to a second.

        Args:
            table: Who takes part.
        """
        program = self.program = table.program
        self.axes = axis_slots(program)
        module = module_of(program, table.present, self.axes)
        marks = Marks(module.patterns)
        self.lists = Lists(program, module)
        self.rights = Rights(table, self.lists.functions, module.named)
        self.standing = Standing(program, table.present, module.patterns, marks)
        self.closing = Closing(program, module.reaches, self.lists)
        self.acts = Acts(program, module.reaches, self.lists)
        self._start = begin(program, table.present)
        self._ready = [self.rights.test(inject.when) for inject in program.injects]
        self._moves = [bool(inject.effects) for inject in program.injects]
        self._opened: Callable[[Key], Opened] = self._opening
        if not _opens_by_chance(program):
            opened = self._opening(Key(0))
            self._opened = lambda _: opened

    def play(self, policy: Policy, key: Key, watch: Watch | None = None) -> Played:
        """Return one playthrough.

        Args:
            policy: How seats decide.
            key: Seed and playthrough.
            watch: Told each outcome.
        """
        self._begin(key)
        for turn in turns_of(self.program):
            self._land(turn)
            self._release(turn)
            moment = LeanDecisions(self.rights, self.lists, self.standing, turn)
            given = policy.decide(moment, key)
            self._inputs.append(given)
            self._outcome(turn, given, watch)
        for turn in run_out_of(self.program):
            self._land(turn)
            self._outcome(turn, NOTHING, watch)
        return self._played()

    def _begin(self, key: Key) -> None:
        self._key = key
        self._inputs: list[TurnInput] = []
        self._course: list[tuple[int, ...]] = []
        self.lists.begin(self._start.settled, key)
        self.standing.begin(*self._opened(key))

    def _opening(self, key: Key) -> Opened:
        step = opening(self.program, self._start, key)
        return step.unlocked, step.voided

    def _land(self, turn: int) -> None:
        """Let what is due land: rows, income and upkeep, pools; then mark what stands."""
        lists, standing = self.lists, self.standing
        lists.time[:] = turn, turn * 100, year(self.program, turn) * 100
        lists.later.append(lists.later.pop(0))
        due = lists.later[0]
        for late, slot, amount, *_ in standing.waiting:
            if late == turn:
                due[slot] += amount
        standing.waiting = [row for row in standing.waiting if row[0] > turn]
        lapsed = self._fund(turn, due)
        hold(self.closing.bounds, lists.values, due)
        due.clear()
        standing.in_force = [one for one in standing.in_force if one.number not in lapsed]
        standing.mark_measures(lists, turn)
        standing.mark_clauses(lists, ())
        lists.functions["derive"]()

    def _fund(self, turn: int, due: Sums) -> list[int]:
        """Add income, upkeep and pools to what is due; return the measures that nobody paid for."""
        program, values = self.program, self.lists.values
        world = replace(self._start, values=tuple(values), in_force=tuple(self.standing.in_force))
        money, lapsed = opening_rows(program, world, turn)
        for row in money:
            due[row.slot] += row.amount
        filled = {pool.slot: values[pool.slot] + due[pool.slot] for pool in program.pools}
        for row in pool_rows(program, filled, turn) if filled else ():
            due[row.slot] += row.amount
        return lapsed

    def _release(self, turn: int) -> None:
        """Release what is ready, then count its effects."""
        lists = self.lists
        released = [number for number in range(len(lists.fired)) if self._is_ready(number, turn)]
        for number in released:
            lists.fired[number] = turn
        moving = [number for number in released if self._moves[number]]
        for number in moving:
            lists.functions[f"i{number}"]()
        if moving:
            self.standing.unlocked.update(lists.unlocked)
            self.standing.voided.update(lists.voided)
            self.closing.close(self.standing)
            lists.functions["derive"]()

    def _is_ready(self, number: int, turn: int) -> bool:
        code, holds = self.program.injects[number], self._ready[number]
        if self.lists.fired[number] >= 0:
            return False
        if number in self.standing.called:
            return True
        if code.kind in ("optional", "contingency") or code.turn > turn:
            return False
        return holds is None or holds()

    def _outcome(self, turn: int, given: TurnInput, watch: Watch | None) -> None:
        lists, standing = self.lists, self.standing
        adopted = self._adopt(given, turn)
        if given.lifted:
            standing.mark_measures(lists, turn, given.lifted)
        standing.mark_responses(lists, given.responses)
        self._effects_of(given)
        deciding = standing.deciding(given)
        standing.unlocked, standing.voided = set(lists.unlocked), set(lists.voided)
        self.closing.close(standing)
        lists.functions["follow"](deciding)
        standing.turn_over(given, adopted, turn)
        lists.chosen[:] = [False] * len(lists.chosen)
        lists.said[:] = [False] * len(lists.said)
        lists.functions["derive"]()
        lists.before[:] = lists.settled
        lists.settled[:] = lists.values
        self._course.append(tuple(lists.values[slot] for slot in self.axes))
        if watch is not None:
            watch(turn, self._base())

    def _adopt(self, given: TurnInput, turn: int) -> tuple[Clause, ...]:
        """Add the clauses that are adopted at the cut-off to those in force."""
        standing = self.standing
        if not given.proposals:
            return ()
        world = replace(self._start, clauses=tuple(standing.clauses))
        adopted = adopt(self.program, world, given.proposals, turn)
        standing.clauses += adopted
        standing.adopted += [(turn, clause.agreement, clause.clause) for clause in adopted]
        standing.mark_clauses(self.lists, given.proposals)
        return adopted

    def _effects_of(self, given: TurnInput) -> None:
        """Let everything that brings an outcome take hold on the snapshot after the situation."""
        functions = self.lists.functions
        for response in given.responses:
            self.acts.pay(response)
            self.acts.carry_out(response, response.id, response.issue)
        for measure in self.standing.in_force:
            if measure.number not in given.lifted:
                self.acts.carry_out(measure, measure.response, measure.issue)
        for clause in self.standing.clauses:
            functions[f"c{clause.agreement}_{clause.clause}"]()
        functions["rules"]()
        for ruled in given.rows:
            self.acts.add(ruled.slot, ruled.amount, "row")

    def _base(self) -> tuple[int, ...]:
        return tuple(self.lists.values[: len(self.program.slots.base)])

    def _played(self) -> Played:
        standing = self.standing
        return Played(
            values=self._base(),
            course=tuple(self._course),
            released=tuple(self.lists.fired),
            breaches=tuple(sorted(standing.breaches)),
            adopted=tuple(standing.adopted),
            inputs=tuple(self._inputs),
            rules=tuple(self.lists.rules),
        )


def _opens_by_chance(program: Program) -> bool:
    """Return whether it depends on a draw what the starting situation unlocks or voids."""
    return any(
        effect.kind in ("unlock", "void") and effect.chance is not None
        for rule in program.rules
        for effect in rule.effects
    )


__all__ = ["Generated"]
