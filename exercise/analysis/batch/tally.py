"""What is kept of many playthroughs: exact sums and counts, as large for a million as for a hundred.

Sums are whole numbers, so it makes no difference in what order, in what portions or by how many workers they add up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from exercise.analysis.batch.played import Played
from exercise.analysis.batch.policy import Table


class Moments(Struct):
    """Count, sums and sums of squares of the axes over some playthroughs; hundredths."""

    count: int = 0
    sums: list[int] = field(default_factory=list)
    squares: list[int] = field(default_factory=list)

    def add(self, values: Iterable[int]) -> None:
        """Add the axes of one playthrough."""
        self.plus(1, values, (value * value for value in values))

    def merge(self, other: Moments) -> None:
        """Add those of others."""
        self.plus(other.count, other.sums, other.squares)

    def plus(self, count: int, sums: Iterable[int], squares: Iterable[int]) -> None:
        """Add a count, sums and squares."""
        self.count += count
        self.sums = _added(self.sums, sums)
        self.squares = _added(self.squares, squares)


class Tally(Struct):
    """What some playthroughs of one table came to."""

    runs: int = 0
    checked: int = 0
    """Playthroughs that were played on the reference interpreter as well."""
    moments: Moments = field(default_factory=Moments)
    """Of all playthroughs, at the end of the run-out."""
    values: list[Counter[int]] = field(default_factory=list)
    """By axis: how often each final value came."""
    options: dict[tuple[int, int], Moments] = field(default_factory=dict)
    """By role and measure: the playthroughs in which it was used."""
    uses: Counter[tuple[int, int, int]] = field(default_factory=Counter)
    """By role, measure and target: how often it was used."""
    injects: list[int] = field(default_factory=list)
    """By inject: in how many playthroughs it came."""
    rules: list[int] = field(default_factory=list)
    """By rule: in how many outcomes its condition held."""
    lines: Counter[str] = field(default_factory=Counter)
    """By red line: in how many playthroughs it was crossed."""
    crossings: Counter[str] = field(default_factory=Counter)
    """By red line: how often it was crossed."""
    clauses: Counter[tuple[int, int]] = field(default_factory=Counter)
    """By agreement and clause: in how many playthroughs it was adopted."""
    dropped: int = 0
    """Decisions of a plan that were not legal when their turn came."""

    def add(self, played: Played) -> None:
        """Add one playthrough."""
        final = played.course[-1]
        self.runs += 1
        self.moments.add(final)
        self.values = self.values or [Counter() for _ in final]
        for count, value in zip(self.values, final, strict=True):
            count[value] += 1
        used = [
            (one.role, one.measure, one.target) for turn in played.inputs for one in turn.responses
        ]
        self.uses.update(used)
        for role, measure in {use[:2] for use in used}:
            self.options.setdefault((role, measure), Moments()).add(final)
        self.injects = _added(self.injects, [int(turn >= 0) for turn in played.released])
        self.rules = _added(self.rules, played.rules)
        crossed = [line for _, line, _ in played.breaches]
        self.crossings.update(crossed)
        self.lines.update({*crossed})
        self.clauses.update({clause[1:] for clause in played.adopted})

    def merge(self, other: Tally) -> None:
        """Add what others came to."""
        self.runs += other.runs
        self.checked += other.checked
        self.dropped += other.dropped
        self.moments.merge(other.moments)
        self.values = self.values or [Counter() for _ in other.values]
        for mine, others in zip(self.values, other.values, strict=bool(other.values)):
            mine.update(others)
        for option, moments in other.options.items():
            self.options.setdefault(option, Moments()).merge(moments)
        self.injects = _added(self.injects, other.injects)
        self.rules = _added(self.rules, other.rules)
        self.uses.update(other.uses)
        self.lines.update(other.lines)
        self.crossings.update(other.crossings)
        self.clauses.update(other.clauses)


def unused(table: Table, tally: Tally) -> list[tuple[int, int]]:
    """Return role and measure of everything that seats at the table might have used and never did."""
    return [
        option
        for role in table.seats
        for option in dict.fromkeys((role, use.measure) for use in table.uses[role])
        if option not in tally.options
    ]


def _added(first: list[int], second: Iterable[int]) -> list[int]:
    """Add numbers place by place; where nothing was counted yet there are none."""
    others = list(second)
    if not (first and others):
        return first or others
    return [one + other for one, other in zip(first, others, strict=True)]


__all__ = ["Moments", "Tally", "unused"]
