"""Scenarios and choices that look at one of the two axes only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercise.authoring.lint.movement import AxisWeights, Direction, axis_moves, axis_weights
from exercise.authoring.lint.subject import Subject, finding
from exercise.engine import ir
from exercise.engine.findings import Finding
from exercise.engine.openness import nodes_of
from exercise.engine.program import EffectCode, InjectCode
from exercise.engine.proofs import Known, know
from exercise.model.quantity import AXES, AxisName

__all__ = ["lint_balance"]

_ENOUGH = 3
"""With fewer movements than this nothing can be said of a scenario."""
_Moves = frozenset[tuple[AxisName, Direction]]
_NO_MOVES: _Moves = frozenset()


def lint_balance(subject: Subject) -> Iterator[Finding]:
    """Yield a warning where a scenario moves one axis alone, or where every choice of an offer lowers the same axis."""
    moves = _Movement(subject)
    yield from _one_sided(subject, moves)
    for number, inject in enumerate(subject.program.injects):
        if inject.name in subject.scenario.injects:
            yield from _offers(subject, moves, number, inject)


class _Movement:
    """What effects and measures do to the axes, each worked out once."""

    def __init__(self, subject: Subject) -> None:
        self.weights: AxisWeights = axis_weights(subject.program)
        self.known: Known = know(subject.possible, subject.outcomes)
        self._of_effect: dict[tuple[int, int], _Moves] = {}
        self._of_measure: dict[int, _Moves] = {}
        self._effects: dict[int, dict[int, EffectCode]] = {}
        """By measure: its effects, each once, with those of the rules that ask for it."""
        self._weighing = frozenset(slot for by_slot in self.weights.values() for slot in by_slot)
        for option in subject.program.options.values():
            self._keep((option.measure,), (*option.yields, *option.side_effects))
        for rule in subject.program.rules:
            if any(self.weighs(code) for code in rule.effects):
                self._keep(_asked(rule.when), rule.effects)

    def _keep(self, measures: Iterable[int], effects: Iterable[EffectCode]) -> None:
        weighing = {id(code): code for code in effects if self.weighs(code)}
        for measure in measures if weighing else ():
            self._effects.setdefault(measure, {}).update(weighing)

    def of(self, effects: Iterable[EffectCode]) -> _Moves:
        """Return what some effects do."""
        return frozenset(move for code in effects for move in self._one(code))

    def _one(self, code: EffectCode) -> _Moves:
        if not self.weighs(code):
            return _NO_MOVES
        # Expansions for roles and targets share their amounts.
        same = (code.slot, id(code.amount))
        if same not in self._of_effect:
            self._of_effect[same] = axis_moves(code, self.weights, self.known)
        return self._of_effect[same]

    def weighs(self, code: EffectCode) -> bool:
        """Return whether an effect changes a slot that counts in an axis."""
        return code.kind == "change" and code.slot in self._weighing

    def of_measure(self, measure: int) -> _Moves:
        """Return what a measure does, and the rules that ask whether it was chosen or is in force."""
        if measure not in self._of_measure:
            self._of_measure[measure] = self.of(self._effects.get(measure, {}).values())
        return self._of_measure[measure]


def _asked(when: ir.Test) -> set[int]:
    """Measures that a condition asks for, by name or by their class."""
    asks = (ir.Chosen, ir.InForce, ir.TurnsInForce)
    return {
        number
        for node in nodes_of(when)
        if isinstance(node, asks)
        for number in node.match.measures
    }


def _one_sided(subject: Subject, moves: _Movement) -> Iterator[Finding]:
    program, scenario = subject.program, subject.scenario
    own = [code for rule in program.rules if rule.name in scenario.rules for code in rule.effects]
    own += [
        c for inject in program.injects if inject.name in scenario.injects for c in inject.effects
    ]
    offered = {measure for inject in program.injects for _, measure in inject.offers}
    offered |= {n for n, code in enumerate(program.measures) if code.name in scenario.measures}
    each = [moves.of([code]) for code in own] + [moves.of_measure(n) for n in sorted(offered)]
    touching = [found for found in each if found]
    axes = {axis for found in touching for axis, _ in found}
    if len(touching) >= _ENOUGH and len(axes) == 1:
        other = next(axis for axis in AXES if axis not in axes)
        message = (
            f"everything this scenario brings moves {axes.pop()} and nothing moves {other}; give "
            "its injects, offers or rules something to do with both"
        )
        yield finding(("scenario", "title"), message, "one-sided")


def _offers(
    subject: Subject, moves: _Movement, number: int, inject: InjectCode
) -> Iterator[Finding]:
    numbers = subject.program.numbers.measure
    for position, offer in enumerate(subject.scenario.injects[inject.name].offers):
        if len(offer.measures) < 2:
            continue
        choices = [moves.of_measure(numbers[name]) for name in offer.measures]
        for axis in AXES:
            if all((axis, "down") in one and (axis, "up") not in one for one in choices):
                path = (*subject.inject_path(inject), "offers", position, "measures")
                message = (
                    f"every choice of this offer lowers {axis} and none can raise it; "
                    "offer a way that does not, or say why there is none"
                )
                yield finding(path, message, "choices-one-sided")
