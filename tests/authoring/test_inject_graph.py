"""The inject graph: every way in which one thing can make an inject due, and none besides."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from exercise.authoring.inject_graph import Edge, InjectGraph, inject_graph
from exercise.authoring.inject_leanings import DOWN, EITHER, UP, leanings
from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.model.inject import Inject
from exercise.model.rule import Rule
from tests.support.shipped import SHIPPED, program_of
from tests.support.tiny import tiny_bundle, tiny_program


def program(
    when: str = "turn > 0", effects: tuple[Mapping[str, object], ...] = (), rule: Rule | None = None
) -> Program:
    """Return the tiny scenario in which the rumour waits for a condition, and the first inject has effects."""
    bundle = tiny_bundle()
    injects = dict(bundle.scenario.injects)
    injects["rumour"] = injects["rumour"].model_copy(update={"when": when})
    first = injects["first_families"].model_dump(by_alias=True, exclude_none=True)
    injects["first_families"] = Inject.model_validate({**first, "effects": effects})
    injects.pop("relief")
    update = {"injects": injects, "rules": {"own": rule} if rule else {}}
    scenario = bundle.scenario.model_copy(update=update)
    return compile_bundle(bundle.model_copy(update={"scenario": scenario})).program


def into(program: Program) -> set[tuple[str, str, str, str]]:
    """Return what leads to the rumour: kind, source, way, via."""
    edges = inject_graph(program).into("rumour")
    return {(edge.kind, edge.source, edge.way, edge.via) for edge in edges}


def rule(when: str, **effect: object) -> Rule:
    return Rule.model_validate(
        {"when": when, "effects": (effect,), "why": "Why.", "source": "design value"}
    )


def test_injects_stand_in_the_order_of_the_list_and_the_drawer_apart() -> None:
    graph = inject_graph(tiny_program())
    assert [node.name for node in graph.nodes] == ["first_families", "rumour"]
    assert [node.name for node in graph.drawer] == ["relief"]
    first, rumour = graph.nodes
    assert (first.turn, first.condition, first.public, first.to) == (
        1, False, True, ("rivermark", "aid_body"),
    )  # fmt: skip
    assert (rumour.kind, rumour.turn, rumour.condition, rumour.to) == (
        "conditional", 2, True, ("rivermark",),
    )  # fmt: skip
    assert graph.drawer[0].turn == -1


@pytest.mark.parametrize(
    ("when", "edges"),
    [
        ("turn > 2", set()),
        ("fired(first_families)", {("inject", "first_families", "waits", "")}),
        ("turns_since(first_families) == 1", {("inject", "first_families", "waits", "")}),
        ("chosen(open_shelter)", {("measure", "open_shelter", "chosen", "")}),
        ("not in_force(close_crossing)", {("measure", "close_crossing", "chosen", "")}),
        ("adopted(river_pact)", {("agreement", "river_pact", "adopted", "")}),
        (
            "flag(trained, highvale)",
            {("measure", "train_posts", "flag", "trained[highvale]")},
        ),
        ("preparedness[highvale] < 10", set()),
        (
            "preparedness[rivermark] > 60",
            {("measure", "open_shelter", "value", "preparedness[rivermark]")},
        ),
    ],
)
def test_what_a_condition_waits_for_leads_there(
    when: str, edges: set[tuple[str, str, str, str]]
) -> None:
    assert into(program(when)) == edges


def test_an_event_that_calls_for_an_inject_leads_there() -> None:
    assert into(program(effects=({"release": "rumour"},))) == {
        ("inject", "first_families", "releases", "")
    }


def test_an_event_leads_there_by_a_value_only_if_it_moves_it_the_right_way() -> None:
    falls = ({"change": "cohesion[rivermark]", "by": "-low"},)
    rises = ({"change": "cohesion[rivermark]", "by": "low"},)
    by_value = {("inject", "first_families", "value", "cohesion[rivermark]")}
    assert into(program("cohesion[rivermark] < 30", falls)) == by_value
    assert into(program("cohesion[rivermark] < 30", rises)) == set()
    assert into(program("not cohesion[rivermark] < 30", rises)) == by_value
    assert into(program("cohesion < 30", falls)) == by_value


def test_of_a_rule_in_between_what_its_condition_names_leads_there() -> None:
    called = rule("chosen(close_crossing)", release="rumour")
    assert into(program(rule=called)) == {("measure", "close_crossing", "chosen", "own")}
    nameless = rule("insecurity > 90", release="rumour")
    assert into(program(rule=nameless)) == {("rule", "own", "releases", "")}
    raised = rule("fired(first_families)", set="trained[highvale]")
    assert ("inject", "first_families", "waits", "own") in into(
        program("flag(trained, highvale)", rule=raised)
    )


def test_offers_are_told_of_measures_that_lead_on() -> None:
    graph = inject_graph(program("chosen(open_shelter)"))
    assert Edge("inject", "first_families", "offers", "open_shelter") in graph.edges
    assert graph.offering("open_shelter") == ("first_families",)
    assert all(edge.way != "offers" for edge in inject_graph(program("turn > 2")).edges)


def test_a_condition_leans_where_its_comparisons_say() -> None:
    def leans(when: str) -> dict[str, int]:
        compiled = program(when)
        found = compiled.injects[compiled.numbers.inject["rumour"]].when
        assert found is not None
        return {compiled.slots.spec(slot).name: way for slot, way in leanings(found)}

    assert leans("cohesion[rivermark] > 1 or insecurity <= 4") == {
        "cohesion[rivermark]": UP, "insecurity": DOWN,
    }  # fmt: skip
    assert leans("not (insecurity <= 4)") == {"insecurity": UP}
    assert leans("10 < insecurity - 2 * cohesion[rivermark]") == {
        "insecurity": UP, "cohesion[rivermark]": EITHER,
    }  # fmt: skip
    assert leans("insecurity - cohesion[rivermark] == 3") == {
        "insecurity": EITHER, "cohesion[rivermark]": EITHER,
    }  # fmt: skip
    assert leans("count(insecurity < 4, turn > 1) >= 1") == {"insecurity": DOWN}


@pytest.mark.parametrize("name", SHIPPED)
def test_edges_of_shipped_scenarios_join_what_there_is(name: str) -> None:
    compiled = program_of(name)
    graph: InjectGraph = inject_graph(compiled)
    numbers = compiled.numbers
    known = {
        "inject": numbers.inject,
        "measure": numbers.measure,
        "agreement": numbers.agreement,
        "rule": compiled.bundle.rules(),
    }
    for edge in graph.edges:
        assert edge.source in known[edge.kind]
        assert edge.target in (numbers.measure if edge.way == "offers" else numbers.inject)
    assert len(set(graph.edges)) == len(graph.edges)
    assert len(graph.nodes) + len(graph.drawer) == len(compiled.injects)
