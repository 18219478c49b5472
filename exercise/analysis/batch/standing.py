"""What lasts from turn to turn in a generated playthrough, beside the values of slots."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exercise.analysis.batch.expressions import Patterns
from exercise.analysis.batch.lists import Lists, Marks
from exercise.engine.facts import levels
from exercise.engine.program import Program
from exercise.engine.world import Clause, Measure, Proposal, Response, TurnInput

Pairs = Iterable[tuple[int, int]]


class Standing:
    """Measures and clauses in force, what is locked and void, and rows that wait and can be cancelled."""

    def __init__(
        self, program: Program, present: tuple[bool, ...], known: Patterns, marks: Marks
    ) -> None:
        """Take what does not change.

        Args:
            program: The Program.
            present: By role, whether its seat is held.
            known: Patterns that conditions ask for.
            marks: Which of them something answers to.
        """
        self._program, self._known, self._marks = program, known, marks
        self._parties = [
            tuple(role for role in agreement.parties if present[role])
            for agreement in program.agreements
        ]
        self._home = [program.bundle.roles[role].state for role in program.roles]
        self.begin((), ())

    def begin(self, unlocked: Pairs, voided: Pairs) -> None:
        """Begin a playthrough with what the starting situation unlocks and voids."""
        self.in_force: list[Measure] = []
        self.clauses: list[Clause] = []
        self.contributions: dict[tuple[int, int], int] = {}
        """By agreement and role, in the order in which it was stated."""
        self.unlocked, self.voided = set(unlocked), set(voided)
        self.waiting: list[tuple[int, int, int, int, int]] = []
        """Turn, slot, amount, measure and role of rows that can be cancelled."""
        self.called: set[int] = set()
        self.breaches: list[tuple[int, str, str]] = []
        self.adopted: list[tuple[int, int, int]] = []

    def mark_measures(self, lists: Lists, turn: int, lifted: Collection[int] = ()) -> None:
        """Mark what is in force in a turn, and for how many outcomes."""
        ages, use = lists.ages, self._marks.use
        ages[:] = [0] * len(ages)
        for measure in self.in_force:
            if measure.number not in lifted:
                age = turn - measure.since + 1
                for number in use(measure.measure, measure.role, measure.target)[1]:
                    if ages[number] < age:
                        ages[number] = age

    def mark_responses(self, lists: Lists, responses: Iterable[Response]) -> None:
        """Mark what is chosen and said, and what is in force from now on."""
        measures, ages = self._program.measures, lists.ages
        for response in responses:
            chosen, standing = self._marks.use(response.measure, response.role, response.target)
            code = measures[response.measure]
            for number in chosen:
                lists.chosen[number] = True
            for number in standing if code.turns != 1 else ():
                ages[number] = ages[number] or 1
            if code.statement:
                for number in self._marks.said(response.role, response.issue, response.frame):
                    lists.said[number] = True

    def mark_clauses(self, lists: Lists, proposals: Iterable[Proposal]) -> None:
        """Mark clauses in force, and the levels that parties have stated."""
        lists.adopted[:] = [False] * len(lists.adopted)
        for clause in self.clauses:
            for number in self._marks.adopted(clause.agreement, clause.clause):
                lists.adopted[number] = True
        if not self._known.levels:
            return
        stated = [(*place, level) for place, level in self.contributions.items()]
        for one in proposals:
            stated += [(one.agreement, role, level) for role, level in one.contributions]
        found = levels(stated, {one[0]: self._parties[one[0]] for one in stated})
        lists.levels[:] = [found.get(pattern, 0) for pattern in self._known.levels]

    def deciding(self, given: TurnInput) -> set[tuple[int, str]]:
        """Return issue (-1 for all) and state where a state's decision for emergency rules stands."""
        decided = set()
        uses: list[Measure | Response] = [
            one for one in self.in_force if one.number not in given.lifted
        ]
        for use in (*uses, *given.responses):
            code, home = self._program.measures[use.measure], self._home[use.role]
            if code.emergency and home is not None:
                decided.add((use.issue if use.issue >= 0 else code.issue, home))
        return decided

    def turn_over(self, given: TurnInput, adopted: tuple[Clause, ...], turn: int) -> None:
        """Let measures and clauses enter and leave with an outcome."""
        program = self._program
        self.in_force = [
            one
            for one in self.in_force
            if one.number not in given.lifted
            and not _spent(program.measures[one.measure].turns, one.since, turn)
        ]
        self.in_force += self._entered(given, turn)
        # A clause adopted now has not run its turns, however few they are: it was not there at the cut-off.
        before = len(self.clauses) - len(adopted)
        self.clauses = [
            one
            for place, one in enumerate(self.clauses)
            if place >= before or not _spent(self._clause_turns(one), one.since, turn)
        ]
        names = {clause.agreement for clause in adopted}
        for proposal in given.proposals:
            for role, level in proposal.contributions if proposal.agreement in names else ():
                self.contributions.pop((proposal.agreement, role), None)
                self.contributions[proposal.agreement, role] = level

    def _clause_turns(self, clause: Clause) -> int:
        return self._program.agreements[clause.agreement].clauses[clause.clause].turns

    def _entered(self, given: TurnInput, turn: int) -> Iterable[Measure]:
        """Number lasting measures as ``engine.turn`` does: by turn, role and place among the role's own."""
        count = [0] * len(self._program.roles)
        for one in sorted(given.responses, key=lambda response: response.id):
            code = self._program.measures[one.measure]
            if code.turns != 1:
                count[one.role] += 1
                yield Measure(
                    number=turn * 10_000 + one.role * 100 + count[one.role],
                    measure=one.measure,
                    role=one.role,
                    target=one.target,
                    issue=one.issue if one.issue >= 0 else code.issue,
                    since=turn,
                    scale=one.scale,
                    response=one.id,
                )


def _spent(turns: int, since: int, turn: int) -> bool:
    return turns > 0 and turn - since + 1 >= turns


__all__ = ["Standing"]
