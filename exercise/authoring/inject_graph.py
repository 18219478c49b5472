"""The inject graph of a scenario: which event, measure, agreement or rule can make which inject due.

Read from the compiled scenario. It says what can lead to what, not that it will.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from msgspec import Struct

from exercise.authoring.inject_leanings import leanings
from exercise.engine import ir
from exercise.engine.openness import bases_of, nodes_of
from exercise.engine.program import Drawn, EffectCode, InjectCode, Program

SourceKind = Literal["inject", "measure", "agreement", "rule"]
Way = Literal["offers", "releases", "waits", "chosen", "adopted", "flag", "value"]
"""How it leads there: an inject offers a measure; something releases an inject, is what its condition waits for,
raises the flag it reads, or moves the value it reads in the right direction."""


_Wanted = Callable[[EffectCode], bool]


class InjectNode(Struct, frozen=True):
    """An inject.

    Attributes:
        name: Its name in the files.
        kind: When it comes.
        turn: The turn it comes in, or the first in which it may; -1 for any.
        condition: Whether it has a condition.
        to: Roles that receive it.
        public: Whether everybody does.
    """

    name: str
    kind: Literal["scheduled", "conditional", "contingency", "optional"]
    turn: int
    condition: bool
    to: tuple[str, ...]
    public: bool


class Edge(Struct, frozen=True):
    """One thing that can lead to another.

    Attributes:
        kind: What it comes from.
        source: Its name in the files.
        way: How.
        target: The inject that can become due; for ``offers`` the measure.
        via: The flag, the value, or the rule in between; empty for none.
    """

    kind: SourceKind
    source: str
    way: Way
    target: str
    via: str = ""


class InjectGraph(Struct, frozen=True):
    """All of it.

    Attributes:
        nodes: Injects that come by themselves, in the order of the events list.
        drawer: Contingency and optional injects, which the facilitator decides on.
        edges: What leads to what; offers are told of measures alone that lead on.
    """

    nodes: tuple[InjectNode, ...]
    drawer: tuple[InjectNode, ...]
    edges: tuple[Edge, ...]

    def into(self, inject: str) -> tuple[Edge, ...]:
        """Return what can make an inject due."""
        return tuple(edge for edge in self.edges if edge.target == inject and edge.way != "offers")

    def offering(self, measure: str) -> tuple[str, ...]:
        """Return the injects that offer a measure that leads on."""
        return tuple(
            edge.source for edge in self.edges if edge.way == "offers" and edge.target == measure
        )


def inject_graph(program: Program) -> InjectGraph:
    """Return the inject graph of a compiled scenario."""
    nodes = [_node(program, code) for code in program.injects]
    held = ("contingency", "optional")
    into = dict.fromkeys(_Causes(program).edges())
    leading = {edge.source for edge in into if edge.kind == "measure"}
    offers = dict.fromkeys(
        Edge("inject", code.name, "offers", program.measures[measure].name)
        for code in program.injects
        for _, measure in code.offers
        if program.measures[measure].name in leading
    )
    return InjectGraph(
        tuple(node for node in nodes if node.kind not in held),
        tuple(node for node in nodes if node.kind in held),
        (*into, *offers),
    )


def _node(program: Program, code: InjectCode) -> InjectNode:
    to = tuple(program.roles[role] for role in code.to)
    return InjectNode(code.name, code.kind, code.turn, code.when is not None, to, code.public)


class _Causes:
    """Who has which effects, and what each condition waits for."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.effects: dict[tuple[SourceKind, str], list[EffectCode]] = {}
        for inject in program.injects:
            self._take("inject", inject.name, inject.effects)
        for option in program.options.values():
            name = program.measures[option.measure].name
            self._take("measure", name, (*option.yields, *option.side_effects))
        for agreement in program.agreements:
            for clause in agreement.clauses:
                self._take("agreement", agreement.name, clause.effects)
        for rule in program.rules:
            self._take("rule", rule.name, rule.effects)
        self.rules: dict[str, list[ir.Test]] = {}
        for rule in program.rules:
            self.rules.setdefault(rule.name, []).append(rule.when)

    def _take(self, kind: SourceKind, name: str, effects: tuple[EffectCode, ...]) -> None:
        self.effects.setdefault((kind, name), []).extend(effects)

    def edges(self) -> Iterator[Edge]:
        for number, code in enumerate(self.program.injects):
            for kind, name in self._having(partial(_has, "inject", number)):
                yield from self._by(kind, name, "releases", code.name)
            if code.when is not None:
                yield from self._waiting(code.when, code.name)
                yield from self._moving(code.when, code.name)

    def _waiting(self, when: ir.Test, target: str) -> Iterator[Edge]:
        """What a condition names: injects, measures, agreements, and whatever raises its flags."""
        for node in nodes_of(when):
            match node:
                case ir.FlagUp(flag=flag):
                    told = self.program.flags[flag]
                    for kind, name in self._having(partial(_has, "flag", flag)):
                        yield from self._by(kind, name, "flag", target, told)
                case _:
                    yield from self._named(node, target)

    def _named(self, node: ir.Node, target: str, via: str = "") -> Iterator[Edge]:
        program = self.program
        match node:
            case ir.Fired(inject=inject) | ir.TurnsSince(inject=inject):
                yield Edge("inject", program.injects[inject].name, "waits", target, via)
            case ir.Chosen(match=match) | ir.InForce(match=match) | ir.TurnsInForce(match=match):
                for measure in match.measures:
                    yield Edge("measure", program.measures[measure].name, "chosen", target, via)
            case ir.Adopted(agreement=agreement) | ir.Contribution(agreement=agreement):
                yield Edge("agreement", program.agreements[agreement].name, "adopted", target, via)

    def _by(
        self, kind: SourceKind, name: str, way: Way, target: str, via: str = ""
    ) -> Iterator[Edge]:
        """An effect's cause; of a rule, what its condition names, or the rule where it names nothing."""
        if kind != "rule":
            yield Edge(kind, name, way, target, via)
            return
        named = [
            edge
            for when in self.rules[name]
            for node in nodes_of(when)
            for edge in self._named(node, target, name)
        ]
        yield from named or [Edge("rule", name, way, target, via)]

    def _moving(self, when: ir.Test, target: str) -> Iterator[Edge]:
        """Injects, and measures that injects offer, which move a value the way the condition waits for."""
        offered = {measure for code in self.program.injects for _, measure in code.offers}
        names = {self.program.measures[number].name for number in offered}
        for slot, leaning in leanings(when):
            for base in bases_of(self.program, slot):
                told = self.program.slots.base[base].name
                for kind, name in self._having(partial(_pushes, base, leaning)):
                    if name != target and (
                        kind == "inject" or (kind == "measure" and name in names)
                    ):
                        yield Edge(kind, name, "value", target, told)

    def _having(self, wanted: _Wanted) -> Iterator[tuple[SourceKind, str]]:
        for cause, effects in self.effects.items():
            if any(wanted(effect) for effect in effects):
                yield cause


def _has(field: Literal["inject", "flag"], number: int, effect: EffectCode) -> bool:
    return bool(getattr(effect, field) == number)


def _pushes(slot: int, leaning: int, effect: EffectCode) -> bool:
    """Whether an effect can move a slot in a direction; 0 stands for either."""
    if effect.kind != "change" or effect.slot != slot:
        return False
    match effect.amount:
        case ir.Const(value=value) | ir.Scale(amount=value):
            return value * leaning >= 0
        case Drawn(low=low, high=high):
            return low * leaning >= 0 or high * leaning >= 0
    return True


__all__ = ["Edge", "InjectGraph", "InjectNode", "SourceKind", "Way", "inject_graph"]
