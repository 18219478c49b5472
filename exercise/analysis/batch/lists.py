"""The lists that generated code works on, and the numbers of patterns to be marked in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from exercise.analysis.batch.expressions import Patterns
from exercise.analysis.batch.source import AHEAD, ARGUMENTS, Module
from exercise.engine.dice import drawn, place
from exercise.engine.facts import ANY
from exercise.engine.ir import toward_zero
from exercise.engine.program import Program
from exercise.engine.world import Key

Sums = defaultdict[int, int]


class Lists:
    """One playthrough's numbers; cleared and used again for the next. The short names are those of the text."""

    def __init__(self, program: Program, module: Module) -> None:
        """Make the lists of a Program, and its functions over them.

        Args:
            program: The Program.
            module: Its source.
        """
        known = module.patterns
        self.values: list[int] = [0] * program.slots.size
        self.settled = list(self.values)
        self.before = list(self.values)
        self.time = [0, 0, 0]
        """The turn, the turn in hundredths, the year in hundredths."""
        self.fired = [-1] * len(program.injects)
        self.flags = [False] * len(program.flags)
        self.chosen = [False] * len(known.chosen)
        self.ages = [0] * len(known.standing)
        self.said = [False] * len(known.said)
        self.adopted = [False] * len(known.adopted)
        self.levels = [0] * len(known.levels)
        self.now: Sums = defaultdict(int)
        self.later: list[Sums] = [defaultdict(int) for _ in range(AHEAD)]
        self.spent: Sums = defaultdict(int)
        self.boostable: list[list[tuple[int, int, int]]] = [[] for _ in module.reaches.boosts]
        """By amplification: how many outcomes ahead, slot, amount."""
        self.cancellable: list[tuple[int, int, int, int, int]] = []
        """How many outcomes ahead, slot, amount, measure, role."""
        self.raised: list[int] = []
        self.unlocked: list[tuple[int, int]] = []
        self.voided: list[tuple[int, int]] = []
        self.demands: list[tuple[tuple[str | int, ...], int, int, int]] = []
        """Order, source, to, amount."""
        self.detours: list[tuple[tuple[str | int, ...], int, int]] = []
        """Order, leg, amount."""
        self.boosts: list[int] = []
        self.called: list[int] = []
        self.cancels: list[tuple[tuple[int, ...], int]] = []
        """Measures and role."""
        self.breaches: list[tuple[str, str]] = []
        self.rules = [0] * len(program.rules)
        self.key = Key(0)
        self.functions = self._made(module)

    def begin(self, start: Iterable[int], key: Key) -> None:
        """Begin a playthrough: every list as at StartEx.

        Args:
            start: The whole snapshot then.
            key: Seed and playthrough.
        """
        self.key = key
        self.values[:] = start
        self.settled[:] = self.before[:] = self.values
        self.fired[:] = [-1] * len(self.fired)
        self.rules[:] = [0] * len(self.rules)
        for marks in (self.flags, self.chosen, self.said, self.adopted):
            marks[:] = [False] * len(marks)
        for numbers in (self.ages, self.levels):
            numbers[:] = [0] * len(numbers)
        for sums in self.later:
            sums.clear()
        self.clear()

    def clear(self) -> None:
        """Forget what a phase has brought."""
        brought: tuple[Sums | list[Any], ...] = (
            self.now,
            self.spent,
            *self.boostable,
            self.cancellable,
            self.raised,
            self.unlocked,
            self.voided,
            self.demands,
            self.detours,
            self.boosts,
            self.called,
            self.cancels,
            self.breaches,
        )
        for one in brought:
            one.clear()

    def _draw(self, purpose: int) -> int:
        return drawn(place(self.key.seed, self.key.playthrough, self.time[0]), purpose)

    def _made(self, module: Module) -> Functions:
        """Run the module: it defines functions over these lists and does nothing else."""
        handed = (
            self.values,
            self.settled,
            self.before,
            self.time,
            self.fired,
            self.flags,
            self.chosen,
            self.ages,
            self.said,
            self.adopted,
            self.levels,
            self.now,
            self.later,
            self.spent,
            self.boostable,
            self.cancellable,
            self.raised,
            self.unlocked,
            self.voided,
            self.demands,
            self.detours,
            self.boosts,
            self.called,
            self.cancels,
            self.breaches,
            self.rules,
            self._draw,
            toward_zero,
        )
        return Functions(module, dict(zip(ARGUMENTS, handed, strict=True)))


class Functions(dict[str, Callable[..., Any]]):
    """The functions of a module by name; those of options are compiled when they are first asked for."""

    def __init__(self, module: Module, names: dict[str, Any]) -> None:
        """Compile all others.

        Args:
            module: The source of a Program.
            names: What the text works on.
        """
        super().__init__()
        self._options, self._names = module.options, names
        self._compile(module.text)

    def __missing__(self, name: str) -> Callable[..., Any]:
        """Compile the function of an option."""
        self._compile(self._options[name])
        return self[name]

    def _compile(self, text: str) -> None:
        # Names of their own for what is defined: the text's globals stay as they are and are found fast.
        exec(compile(text, "<generated from a Program>", "exec"), self._names, self)


class Marks:
    """Which patterns something answers to, by number."""

    def __init__(self, known: Patterns) -> None:
        """Take the patterns that conditions ask for."""
        self.use = cache(lambda *use: _matching(known, *use))
        """By measure, role and target: patterns of what is chosen, and of what is in force."""
        self.said = cache(lambda *word: _fitting(known.said, word))
        """By role, issue and frame."""
        self.adopted = cache(lambda *clause: _fitting(known.adopted, clause))
        """By agreement and clause."""


def _matching(
    known: Patterns, measure: int, role: int, target: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    def fits(patterns: Iterable[Any]) -> tuple[int, ...]:
        return tuple(
            number
            for number, match in enumerate(patterns)
            if measure in match.measures
            and match.role in (ANY, role)
            and match.target in (ANY, target)
        )

    return fits(known.chosen), fits(known.standing)


def _fitting(patterns: Iterable[tuple[int, ...]], entry: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(
        number
        for number, pattern in enumerate(patterns)
        if all(asked in (ANY, is_) for asked, is_ in zip(pattern, entry, strict=True))
    )


__all__ = ["Lists", "Marks"]
