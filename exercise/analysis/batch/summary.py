"""What a batch says about a scenario: the tally in words of the field. Security and rights side by side, never netted.

Values are whole hundredths of a point, rounded to the nearest. Nothing here depends on how many workers played.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import sqrt

from msgspec import Struct

from exercise.analysis.batch.policy import Table
from exercise.analysis.batch.simulate import Batch, PolicyName
from exercise.analysis.batch.tally import Moments, Tally, unused

ENOUGH = 30
"""Playthroughs with an option, and without it, below which nothing is said about its effect."""
BIN = 500
"""Width of a bar in a picture of a distribution: 5 points."""
_SURE = 1.96
"""Standard errors on each side of an interval of 95 %."""


class Spread(Struct, frozen=True):
    """How the final values of an axis are spread."""

    mean: int
    low: int
    """5 % of all playthroughs end at this or lower."""
    middle: int
    high: int
    """95 % end at this or lower."""
    bins: tuple[tuple[int, int], ...]
    """Lower bound and number of playthroughs of each bar, without gaps; of the same bounds for all axes."""


class Difference(Struct, frozen=True):
    """The mean with an option less the mean without it, and where it lies with a confidence of 95 %."""

    effect: int
    low: int
    high: int


class OptionEffect(Struct, frozen=True):
    """What goes with a role's use of a measure: the playthroughs with it against those without."""

    role: str
    measure: str
    runs: int
    """In which it was used at least once."""
    axes: dict[str, Difference]


class Seen(Struct, frozen=True):
    """In how many playthroughs something happened, and how often in all."""

    name: str
    runs: int
    times: int


class Never(Struct, frozen=True):
    """What was not seen in any playthrough; this proves nothing about what people may do."""

    injects: tuple[str, ...]
    held: tuple[str, ...]
    """Injects that only a facilitator releases; batches have none."""
    rules: tuple[str, ...]
    options: tuple[tuple[str, str], ...]
    """Role and measure."""


class Summary(Struct, frozen=True):
    """What a batch says."""

    scenario: str
    preset: str
    policy: PolicyName
    seed: int
    asked: int
    runs: int
    """Playthroughs that were played: fewer than asked where somebody interrupted."""
    checked: int
    dropped: int
    axes: dict[str, Spread]
    options: tuple[OptionEffect, ...]
    """The larger change on either axis first."""
    few: int
    """Options that were used, but with or without which there were too few playthroughs."""
    injects: tuple[Seen, ...]
    red_lines: tuple[Seen, ...]
    never: Never


def summary_of(table: Table, batch: Batch, tally: Tally) -> Summary:
    """Return what a batch says.

    Args:
        table: Who took part.
        batch: What was asked for.
        tally: What it came to; of one playthrough at least.
    """
    program = table.program
    scenario = program.bundle.scenario
    names = tuple(program.bundle.model.axes())
    options = [*_options(table, tally, names)]
    return Summary(
        scenario=scenario.id,
        preset=scenario.preset,
        policy=batch.policy,
        seed=batch.seed,
        asked=batch.runs,
        runs=tally.runs,
        checked=tally.checked,
        dropped=tally.dropped,
        axes=_spreads(tally, names),
        options=tuple(sorted(options, key=_largest)),
        few=len(tally.options) - len(options),
        injects=tuple(
            Seen(code.name, runs, runs)
            for code, runs in zip(program.injects, tally.injects, strict=True)
            if runs
        ),
        red_lines=tuple(
            Seen(line, tally.lines[line], tally.crossings[line])
            for line in program.bundle.red_lines()
            if tally.lines[line]
        ),
        never=_never(table, tally, batch.policy in ("uniform", "least-used")),
    )


def _spreads(tally: Tally, names: tuple[str, ...]) -> dict[str, Spread]:
    ends = [value for count in tally.values for value in count]
    first, last = min(ends) // BIN, max(ends) // BIN
    return {
        name: Spread(
            mean=_rounded(total, tally.runs),
            low=_rank(count, tally.runs, 5),
            middle=_rank(count, tally.runs, 50),
            high=_rank(count, tally.runs, 95),
            bins=tuple(
                (
                    number * BIN,
                    sum(often for value, often in count.items() if value // BIN == number),
                )
                for number in range(first, last + 1)
            ),
        )
        for name, count, total in zip(names, tally.values, tally.moments.sums, strict=True)
    }


def _rank(count: Counter[int], runs: int, percent: int) -> int:
    """Return the least value at or below which so many of all playthroughs end."""
    passed = 0
    for value in sorted(count):
        passed += count[value]
        if 100 * passed >= percent * runs:
            return value
    raise ValueError("nothing was counted")


def _options(table: Table, tally: Tally, names: tuple[str, ...]) -> Iterator[OptionEffect]:
    program = table.program
    for (role, measure), moments in sorted(tally.options.items()):
        if min(moments.count, tally.runs - moments.count) >= ENOUGH:
            yield OptionEffect(
                program.roles[role],
                program.measures[measure].name,
                moments.count,
                {
                    name: _difference(tally.moments, moments, number)
                    for number, name in enumerate(names)
                },
            )


def _difference(every: Moments, some: Moments, axis: int) -> Difference:
    """Compare the playthroughs with an option to those without it."""
    others = Moments(
        every.count - some.count,
        [every.sums[axis] - some.sums[axis]],
        [every.squares[axis] - some.squares[axis]],
    )
    with_it = Moments(some.count, [some.sums[axis]], [some.squares[axis]])
    effect = with_it.sums[0] / with_it.count - others.sums[0] / others.count
    around = _SURE * sqrt(_error(with_it) + _error(others))
    return Difference(round(effect), round(effect - around), round(effect + around))


def _error(moments: Moments) -> float:
    """Return the square of the standard error of a mean."""
    count = moments.count
    # In whole numbers up to the end: the difference of two large squares is small.
    spread = count * moments.squares[0] - moments.sums[0] ** 2
    return spread / (count * count * (count - 1))


def _largest(option: OptionEffect) -> tuple[int, str, str]:
    size = max(abs(axis.effect) for axis in option.axes.values())
    return -size, option.role, option.measure


def _never(table: Table, tally: Tally, free: bool) -> Never:
    """Gather what was not seen; options only where seats were free to choose among them."""
    program = table.program
    unseen = [code for code, runs in zip(program.injects, tally.injects, strict=True) if not runs]
    fired: dict[str, int] = {}
    for rule, often in zip(program.rules, tally.rules, strict=True):
        fired[rule.name] = fired.get(rule.name, 0) + often
    by_hand = ("contingency", "optional")
    return Never(
        injects=tuple(code.name for code in unseen if code.kind not in by_hand),
        held=tuple(code.name for code in unseen if code.kind in by_hand),
        rules=tuple(name for name, often in fired.items() if not often),
        options=tuple(
            (program.roles[role], program.measures[measure].name)
            for role, measure in (unused(table, tally) if free else ())
        ),
    )


def _rounded(total: int, count: int) -> int:
    return (2 * total + count) // (2 * count)


__all__ = [
    "BIN",
    "ENOUGH",
    "Difference",
    "Never",
    "OptionEffect",
    "Seen",
    "Spread",
    "Summary",
    "summary_of",
]
