"""Closing a phase of a generated playthrough: amplifications, transfers, reroutes, then caps once."""

from __future__ import annotations

from operator import itemgetter

from exercise.analysis.batch.emitting import Reaches
from exercise.analysis.batch.lists import Lists, Sums
from exercise.analysis.batch.standing import Standing
from exercise.engine.facts import ANY
from exercise.engine.flows import rerouted
from exercise.engine.ir import toward_zero
from exercise.engine.program import Program

Bounds = tuple[list[int], list[int]]
"""By base slot: the least and the most that it can be."""


class Closing:
    """What closes every phase of a Program."""

    def __init__(self, program: Program, reaches: Reaches, lists: Lists) -> None:
        """Take what does not change.

        Args:
            program: The Program.
            reaches: What effects take down for others.
            lists: Where they do.
        """
        self._legs, self.bounds = program.legs, bounds_of(program)
        self._reaches, self._lists = reaches, lists

    def close(self, standing: Standing) -> None:
        """Sum up a phase: the values afterwards stand in the lists, and what lasts in ``standing``."""
        lists = self._lists
        for number in lists.boosts:
            self._boost(number)
        if lists.demands:
            self._transfer()
        if lists.detours:
            self._reroute()
        hold(self.bounds, lists.values, lists.now)
        for flag in lists.raised:
            lists.flags[flag] = True
        self._last(standing)
        lists.clear()

    def _boost(self, number: int) -> None:
        lists, boost = self._lists, self._reaches.boosts[number]
        sums: dict[tuple[int, int], int] = {}
        for ahead, slot, amount in lists.boostable[number]:
            sums[ahead, slot] = sums.get((ahead, slot), 0) + amount
        for (ahead, slot), total in sums.items():
            extra = toward_zero(total * (boost.factor - 100), 100)
            if ahead:
                lists.later[ahead][slot] += extra
                continue
            lists.now[slot] += extra
            if extra < 0:
                lists.spent[slot] += extra

    def _transfer(self) -> None:
        """Meet transfers from what is left after costs, in the order of their names."""
        lists = self._lists
        left: dict[int, int] = {}
        for _, source, to, wanted in sorted(lists.demands, key=itemgetter(0)):
            there = left.get(source, lists.values[source] + lists.spent[source])
            amount = min(wanted, max(0, there))
            left[source] = there - amount
            lists.now[source] -= amount
            lists.now[to] += amount

    def _reroute(self) -> None:
        """Meet reroutes from what each leg still holds, in the order of their names."""
        lists = self._lists
        there = {slot: lists.values[slot] + lists.now[slot] for slot in self._legs}
        for _, leg, asked in sorted(lists.detours, key=itemgetter(0, 1)):
            wanted = min(asked, max(0, there[leg]))
            for slot, amount in rerouted(leg, wanted, self._legs[leg], there, lists.values):
                there[slot] += amount
                lists.now[slot] += amount

    def _last(self, standing: Standing) -> None:
        """Hand on what a phase leaves: cancelled and new rows, injects called for, red lines."""
        lists, turn = self._lists, self._lists.time[0]
        for measures, role in lists.cancels:
            standing.waiting = [
                row
                for row in standing.waiting
                if row[3] not in measures or role not in (ANY, row[4])
            ]
        standing.waiting += [(turn + row[0], *row[1:]) for row in lists.cancellable]
        standing.called.update(lists.called)
        standing.breaches += [(turn, line, place) for line, place in lists.breaches]


def bounds_of(program: Program) -> Bounds:
    """Return the least and the most that each base slot can be."""
    base = program.slots.base
    return [spec.low for spec in base], [spec.high for spec in base]


def hold(bounds: Bounds, values: list[int], moved: Sums) -> None:
    """Move values and hold them within their bounds."""
    lows, highs = bounds
    for slot, amount in moved.items():
        reached = values[slot] + amount
        low, high = lows[slot], highs[slot]
        # Twice as fast as min and max, and called more often than anything else.
        values[slot] = low if reached < low else high if reached > high else reached


__all__ = ["Closing", "hold"]
