"""What can happen in a Program at all, whoever decides and whatever is ruled.

Rulings may move any slot within its bounds and put any response that a role could give in the place of another, so
only what no role, effect or measure of the Program can bring forth is called impossible.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cached_property

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.program import EffectCode, Program
from exercise.engine.slots import DerivedSpec
from exercise.engine.spans import Span, around, total

__all__ = ["Possible", "effects_of"]


class Possible(Struct, frozen=True, dict=True):
    """What a Program's names can stand for.

    Attributes:
        program: The Program.
        granted: Flags that are taken as raised by something, though nothing raises them: that is told elsewhere.
    """

    program: Program
    granted: frozenset[int] = frozenset()

    @cached_property
    def bounds(self) -> tuple[Span, ...]:
        """The values of each slot, derived ones included."""
        spans = [Span(spec.low, spec.high) for spec in self.program.slots.base]
        for spec in self.program.slots.derived:
            spans.append(_derived(spec, spans))
        return tuple(spans)

    @cached_property
    def counts(self) -> dict[Hashable, tuple[object, Span]]:
        """What counts were found to come to, with what is counted: while that is kept, its number stays its own."""
        return {}

    @cached_property
    def raised(self) -> frozenset[int]:
        """Flags that some effect raises, or that are taken as raised."""
        raised = (code.flag for code in effects_of(self.program) if code.kind == "set")
        return self.granted.union(raised)

    def used(self, match: ir.Match, lasting: bool = False) -> bool:
        """Return whether some role can use a matching measure.

        Args:
            match: Measures, role and target.
            lasting: Only one that stays in force.
        """
        return next(self._uses(match, lasting), None) is not None

    def longest(self, match: ir.Match, outcomes: int) -> int:
        """Return for how many outcomes a matching measure can be in force, out of so many."""
        turns = [self.program.measures[number].turns for number in self._uses(match, True)]
        return max((min(one or outcomes, outcomes) for one in turns), default=0)

    def spoken(self, role: int) -> bool:
        """Return whether a role, or any where it is :data:`~exercise.engine.facts.ANY`, can make a statement."""
        statements = (n for n, code in enumerate(self.program.measures) if code.statement)
        return self.used(ir.Match(tuple(statements), role))

    def _uses(self, match: ir.Match, lasting: bool) -> Iterator[int]:
        if ir.NOBODY in (match.role, match.target):
            return
        codes = self.program.measures
        for number in match.measures:
            if lasting and codes[number].turns == 1:
                continue
            roles = codes[number].roles if match.role == ir.ANY else (match.role,)
            for role in roles:
                targets = self.program.reach.get((number, role), ())
                if targets and (match.target == ir.ANY or match.target in targets):
                    yield number


def effects_of(program: Program) -> Iterator[EffectCode]:
    """Yield every effect of a Program: of rules, measures, injects and clauses."""
    for rule in program.rules:
        yield from rule.effects
    for option in program.options.values():
        yield from option.yields
        yield from option.side_effects
    for inject in program.injects:
        yield from inject.effects
    for agreement in program.agreements:
        for clause in agreement.clauses:
            yield from clause.effects


def _derived(spec: DerivedSpec, spans: list[Span]) -> Span:
    if spec.kind == "gap":
        # Where nothing is said it is 0, whatever was done.
        first, second = (spans[slot] for slot, _ in spec.terms)
        apart = first.less(second)
        return Span(min(apart.low, 0), max(apart.high, 0))
    if spec.kind != "mean":
        return Span(0, 100)
    weight = sum(share for _, share in spec.terms)
    if not weight:
        return Span(0, 0)
    parts = [_part(spans[slot], share, spec.shortfall) for slot, share in spec.terms]
    whole = total(parts)
    mean = around((whole.low // weight, whole.high // weight))
    if spec.limit is None:
        return mean
    ceiling = spec.limit[0]
    return Span(min(mean.low, ceiling), mean.high)


def _part(span: Span, share: int, shortfall: bool) -> Span:
    held = Span(10_000, 10_000).less(span) if shortfall else span
    return around((held.low * share, held.high * share))
