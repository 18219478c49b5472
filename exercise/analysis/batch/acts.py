"""What seats do in a generated outcome: costs, statements, and the effects of measures."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from exercise.analysis.batch.emitting import Reaches
from exercise.analysis.batch.lists import Lists
from exercise.engine.issues import heard_of
from exercise.engine.program import MeasureCode, Program
from exercise.engine.world import Measure, Response


class Acts:
    """The effects of responses and of lasting measures."""

    def __init__(self, program: Program, reaches: Reaches, lists: Lists) -> None:
        """Take what does not change.

        Args:
            program: The Program.
            reaches: What rows have to take down for others.
            lists: Where effects add up.
        """
        self._program, self._lists = program, lists
        self._voice = [program.slot("voice_weight", role) for role in program.roles]
        self._numbers = {key: number for number, key in enumerate(program.options)}
        self._option = cache(self._find)
        self._boosts = cache(
            lambda name, slot: tuple(
                number for number, boost in enumerate(reaches.boosts) if boost.touches(slot, name)
            )
        )

    def pay(self, response: Response) -> None:
        """Take a response's cost from its seat's funds, and speak where it is a statement."""
        code = self._program.measures[response.measure]
        if code.cost:
            self.add(self._program.funds[response.role], -code.cost, "cost")
        if code.statement:
            self._speak(response, code)

    def carry_out(self, use: Response | Measure, response: str, issue: int) -> None:
        """Let a measure's intended and side effects take hold, once for this outcome.

        Args:
            use: The response or lasting measure.
            response: The id of the response it comes from.
            issue: What it is used on; the measure's own where -1.
        """
        effects, fit = self._option(use.measure, use.role, use.target, issue)
        effects(fit, use.scale, response)

    def add(self, slot: int, amount: int, name: str) -> None:
        """Add what lands now.

        Args:
            slot: Where.
            amount: How much, hundredths.
            name: Of its cause, by which amplifications ask for it.
        """
        lists = self._lists
        lists.now[slot] += amount
        if amount < 0:
            lists.spent[slot] += amount
        for number in self._boosts(name, slot):
            lists.boostable[number].append((0, slot, amount))

    def _find(
        self, measure: int, role: int, target: int, issue: int
    ) -> tuple[Callable[[int, int, str], None], int]:
        program, code = self._program, self._program.measures[measure]
        issue = issue if issue >= 0 else code.issue
        key = next(
            key
            for key in (
                (measure, role, target, issue),
                (measure, role, target, -1),
                (measure, role, target, 0),
            )
            if key in self._numbers
        )
        effects = self._lists.functions[f"o{self._numbers[key]}"]
        return effects, program.scales.fit_of(issue, code.klass)

    def _speak(self, response: Response, code: MeasureCode) -> None:
        """Add what a statement does."""
        values = self._lists.values
        voice = values[self._voice[response.role]] // 100
        for heard in heard_of(self._program, values, response, code, voice):
            self.add(heard.issue.rhetoric, heard.said, code.name)
            self.add(heard.issue.acceptance, heard.taken, code.name)
            self.add(heard.issue.frame_weights[response.frame], heard.accepted, code.name)


__all__ = ["Acts"]
