"""What conditions and amounts can see: one snapshot and the facts of a turn, in numbers alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from msgspec import Struct

ANY = -1
"""Stands for every role, target, issue or clause."""
NOBODY = -2
"""A name that is no role of this exercise; never matches."""


class Facts(Struct, frozen=True):
    """The facts of a turn.

    A use, a statement or an adopted clause is listed under every pattern it answers to: with each of its numbers
    and with :data:`ANY` in their place. So a condition asks for its own pattern and need not search.
    """

    values: tuple[int, ...]
    """A whole snapshot, hundredths."""
    settled: tuple[int, ...]
    """The whole snapshot after the last outcome."""
    before: tuple[int, ...]
    """The whole snapshot after the outcome before."""
    turn: int
    year: int
    """The story's year."""
    present: tuple[bool, ...]
    """By role: whether the seat is held."""
    fired: tuple[int, ...]
    """By inject: the turn it was released in; -1 while it waits."""
    flags: frozenset[int]
    chosen: frozenset[tuple[int, int, int]]
    """Measure, role, target of this turn's responses."""
    in_force: frozenset[tuple[int, int, int]]
    """Measure, role, target of lasting measures in force."""
    ages: Mapping[tuple[int, int, int], int]
    """For how many outcomes a lasting measure has been in force; of several, the oldest."""
    said: frozenset[tuple[int, int, int]]
    """Role, issue, frame of this turn's statements."""
    adopted: frozenset[tuple[int, int]]
    """Agreement and clause."""
    levels: Mapping[tuple[int, int], int]
    """Level a role has stated to an agreement; under :data:`ANY` the least of all its parties."""

    def read(self, slots: Sequence[int]) -> tuple[tuple[int, int], ...]:
        """Return slots with their values, as a row keeps them to explain itself."""
        values = self.values
        return tuple([(slot, values[slot]) for slot in slots])


def uses(entries: Iterable[tuple[int, int, int]]) -> frozenset[tuple[int, int, int]]:
    """Return uses of measures (measure, role, target) under every pattern they answer to."""
    return frozenset(pattern for entry in entries for pattern in use_patterns(*entry))


def use_patterns(measure: int, role: int, target: int) -> Iterator[tuple[int, int, int]]:
    """Yield the patterns that one use of a measure answers to."""
    yield from product((measure,), (role, ANY), (target, ANY))


def words(entries: Iterable[tuple[int, int, int]]) -> frozenset[tuple[int, int, int]]:
    """Return statements (role, issue, frame) under every pattern they answer to."""
    return frozenset(
        pattern
        for role, issue, frame in entries
        for pattern in product((role, ANY), (issue, ANY), (frame, ANY))
    )


def ages(entries: Iterable[tuple[int, int, int, int]]) -> dict[tuple[int, int, int], int]:
    """Return for every pattern of uses (measure, role, target, outcomes) the most outcomes."""
    oldest: dict[tuple[int, int, int], int] = {}
    for measure, role, target, outcomes in entries:
        for pattern in use_patterns(measure, role, target):
            oldest[pattern] = max(outcomes, oldest.get(pattern, 0))
    return oldest


def clauses(entries: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """Return adopted clauses (agreement, clause) under every pattern they answer to."""
    return frozenset((agreement, one) for agreement, clause in entries for one in (clause, ANY))


def levels(
    entries: Iterable[tuple[int, int, int]], parties: Mapping[int, tuple[int, ...]]
) -> dict[tuple[int, int], int]:
    """Return what roles have stated (agreement, role, level; the last word holds) and each agreement's least.

    Args:
        entries: Everything stated, in order.
        parties: By agreement with an entry: its parties whose seats are held.
    """
    stated = {(agreement, role): level for agreement, role, level in entries}
    least = {
        (agreement, ANY): min((stated.get((agreement, role), 0) for role in roles), default=0)
        for agreement, roles in parties.items()
    }
    return stated | least
