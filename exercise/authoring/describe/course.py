"""The course of a scenario in words: what comes when, and what leads to what."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.injects import comes, turn_heading
from exercise.authoring.describe.rules import rule_title
from exercise.authoring.describe.teller import Teller, sentence
from exercise.authoring.inject_graph import Edge, InjectGraph, InjectNode, inject_graph
from exercise.engine.slots import split_name


def course_entries(teller: Teller) -> Iterator[Entry]:
    """Yield the turns with what is sure to come in each, what else may come and why, and the facilitator's drawer."""
    graph = inject_graph(teller.program)
    yield Entry("graph", "turns", teller.word("course-sure"), tuple(_turns(teller, graph)))
    for node in graph.nodes:
        if node.condition or graph.into(node.name):
            yield _entry(teller, graph, node, "")
    for node in graph.drawer:
        yield _entry(teller, graph, node, teller.word("course-drawer"))


def _turns(teller: Teller, graph: InjectGraph) -> Iterator[Fact]:
    scenario = teller.bundle.scenario
    first = 0 if scenario.planning_turn else 1
    lines = []
    for turn in range(first, scenario.turns + 1):
        names = [
            teller.inject(node.name)
            for node in graph.nodes
            if not node.condition and max(node.turn, first) == turn
        ]
        told = teller.listed(names) or teller.word("course-nothing")
        lines.append(sentence(f"{turn_heading(teller, turn)}: {told}"))
    yield Fact("turns", "", tuple(lines))


def _entry(teller: Teller, graph: InjectGraph, node: InjectNode, group: str) -> Entry:
    card = teller.injects[node.name]
    facts = (
        Fact("when", comes(teller, card)),
        Fact("into", "", tuple(_into(teller, graph, node.name))),
    )
    return Entry("graph", node.name, teller.say(card.title), facts, group, node.to)


def _into(teller: Teller, graph: InjectGraph, name: str) -> Iterator[str]:
    """Yield one sentence for all that leads there in the same way."""
    ways: dict[tuple[str, str, bool], list[Edge]] = {}
    for edge in graph.into(name):
        # What is waited for by name stands in the condition already; what a rule makes of it does not.
        by_rule = edge.via in teller.bundle.rules()
        if edge.way not in ("waits", "chosen", "adopted") or by_rule:
            ways.setdefault((edge.way, edge.via, by_rule), []).append(edge)
    for (way, via, by_rule), edges in ways.items():
        what = teller.listed([_source(teller, graph, edge) for edge in edges])
        key = "edge-by-rule" if by_rule else f"edge-{way}"
        yield sentence(teller.word(key, what=what, via=_via(teller, way, via, by_rule)))


def _source(teller: Teller, graph: InjectGraph, edge: Edge) -> str:
    match edge.kind:
        case "inject":
            return teller.inject(edge.source)
        case "agreement":
            return teller.agreement(edge.source)
        case "rule":
            return teller.quoted(rule_title(teller, edge.source))
    told = teller.measure(edge.source)
    offering = [teller.inject(inject) for inject in graph.offering(edge.source)]
    return teller.word("edge-answer", what=told, to=teller.listed(offering)) if offering else told


def _via(teller: Teller, way: str, via: str, by_rule: bool) -> str:
    if by_rule:
        return teller.quoted(rule_title(teller, via))
    if way == "value":
        return teller.slot(*split_name(via))
    return teller.quoted(split_name(via)[0].replace("_", " ")) if via else ""


__all__ = ["course_entries"]
