"""A scenario compiled again and again while its author changes it: the same as if nothing were remembered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercise.engine import compile as compiling
from exercise.engine.compile import Compiled, CompileError, compile_bundle
from exercise.engine.effects import Compiler
from exercise.engine.findings import Finding, Findings
from exercise.engine.lower import Meter, Strengths
from exercise.engine.memory import Memory
from exercise.engine.names import Names
from exercise.model.bundle import Bundle
from exercise.model.effect import Change, SetFlag
from exercise.model.inject import Offer
from exercise.model.rule import Rule
from exercise.model.scenario import TakenInject
from tests.support.tiny import tiny_bundle

Edit = Callable[[Bundle], Bundle]


def in_scenario(**changes: Any) -> Edit:
    return lambda bundle: bundle.model_copy(
        update={"scenario": bundle.scenario.model_copy(update=changes)}
    )


def in_model(**changes: Any) -> Edit:
    return lambda bundle: bundle.model_copy(
        update={"model": bundle.model.model_copy(update=changes)}
    )


def entry(section: str, name: str, **changes: Any) -> Edit:
    """Change an entry of the scenario's injects, or of another section of the model."""

    def edited(bundle: Bundle) -> Bundle:
        own = section == "injects"
        entries = getattr(bundle.scenario if own else bundle.model, section)
        changed = {section: entries | {name: entries[name].model_copy(update=changes)}}
        return (in_scenario if own else in_model)(**changed)(bundle)

    return edited


def own_rule(name: str, when: str, by: str, **for_: str) -> Edit:
    """Add a rule to the scenario, or write it anew."""
    where = next(iter(for_), "rivermark")
    effects = (Change(change=f"preparedness[{where}]", by=by),)
    rule = Rule.model_validate(
        {"for": for_, "when": when, "effects": effects, "why": "Because.", "source": "design value"}
    )
    return lambda bundle: in_scenario(rules=bundle.scenario.rules | {name: rule})(bundle)


def a_role_added(bundle: Bundle) -> Bundle:
    cards = bundle.roles | {"second_body": bundle.roles["aid_body"]}
    place = bundle.scenario.places[-1].model_copy(update={"role": "second_body"})
    added = in_scenario(places=(*bundle.scenario.places[:2], place))(bundle)
    return added.model_copy(update={"roles": cards})


def a_flag_renamed(bundle: Bundle) -> Bundle:
    renamed = in_model(flags={"drilled": ("state",)})(bundle)
    set_it = (SetFlag(set="drilled[host]"),)
    renamed = entry("measures", "train_posts", yields=set_it)(renamed)
    bundled = {"trained_staff": "flag(drilled, host)"}
    return entry("measures", "open_shelter", bundle=bundled)(renamed)


def injects_turned_round(bundle: Bundle) -> Bundle:
    return in_scenario(injects=dict(reversed(bundle.scenario.injects.items())))(bundle)


TWO_PARTS = {"trained_staff": "flag(trained, host)", "quiet": "cohesion[host] > 20"}
"""Parts of a measure; as dicts, they are equal in either order."""

EDITS: tuple[Edit, ...] = (
    lambda bundle: tiny_bundle(),
    own_rule("own", "insecurity > 30", "2"),
    own_rule("own", "insecurity > 31", "2"),
    own_rule("own", "insecurity > 30", "medium", s="states"),
    own_rule("own", "insecurity > thirty", "2"),
    own_rule("other", "count(s in states: preparedness[s] >= 50) >= 1", "1"),
    own_rule("other", "flag(trained, rivermark)", "1"),
    own_rule("other", "flag(drilled, rivermark)", "1"),
    own_rule("other", "insecurity > 30", "preparednes[rivermark]"),
    in_scenario(rules={}),
    in_scenario(states=("rivermark",)),
    in_scenario(states=("highvale", "rivermark")),
    in_scenario(preset="strong"),
    in_scenario(without_measures=("train_posts",)),
    in_scenario(without_agreements=("river_pact",)),
    in_scenario(setting="early", setting_year=2012),
    in_scenario(with_injects={"frost": TakenInject()}),
    in_scenario(flags={"warned": ()}),
    in_model(flags={}),
    in_model(red_lines={}),
    entry("rules", "closing_feeds_smugglers", when="in_force(close_crossing, s, s)"),
    entry("rules", "closing_feeds_smugglers", for_={}),
    entry("measures", "speak_up", class_="protection"),
    entry("measures", "speak_up", who=("aid_body",)),
    entry("measures", "open_shelter", requires="in_force(any, actor, any)"),
    entry("measures", "open_shelter", bundle=TWO_PARTS),
    entry("measures", "open_shelter", bundle=dict(reversed(TWO_PARTS.items()))),
    entry("measures", "train_posts", target="partner", partners=("states",)),
    entry("injects", "rumour", turn=3),
    entry("injects", "rumour", when="fired(first_family)"),
    entry("injects", "relief", offers=(Offer(to=("aid_body",), measures=("close_crossing",)),)),
    entry("agreements", "river_pact", parties=("rivermark",)),
    entry("states", "highvale", neighbours=()),
    a_role_added,
    a_flag_renamed,
    injects_turned_round,
)


def outcome(bundle: Bundle, memory: Memory | None = None) -> Compiled | tuple[Finding, ...]:
    """Return what comes of compiling a scenario: its Program with warnings, or what is wrong."""
    try:
        return compile_bundle(bundle, memory)
    except CompileError as error:
        return error.findings


@given(st.lists(st.sampled_from(EDITS), min_size=1, max_size=8))
def test_a_memory_changes_neither_the_program_nor_what_is_found(edits: list[Edit]) -> None:
    bundle, memory = tiny_bundle(), Memory()
    outcome(bundle, memory)
    for edit in edits:
        bundle = edit(bundle)
        assert outcome(bundle, memory) == outcome(bundle)


def test_only_the_part_that_changed_is_made_again() -> None:
    bundle, memory = own_rule("own", "insecurity > 30", "2")(tiny_bundle()), Memory()
    before = compile_bundle(bundle, memory).program
    changed = own_rule("own", "insecurity > 30", "3")(bundle)
    after = compile_bundle(changed, memory).program
    remade = [
        new.name for new, old in zip(after.rules, before.rules, strict=True) if new is not old
    ]
    # One rule counts over states, which is metered, so it is always made again.
    assert remade == ["readiness_calms", "own"]
    assert all(after.options[key] is option for key, option in before.options.items())


def test_what_is_wrong_with_a_part_is_told_as_long_as_it_is() -> None:
    wrong, memory = own_rule("own", "insecurity > thirty", "2")(tiny_bundle()), Memory()
    first = outcome(wrong, memory)
    assert isinstance(first, tuple)
    assert outcome(wrong, memory) == first


def test_what_counts_over_members_draws_on_the_meter_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def scanty(names: Names, findings: Findings, strengths: Strengths, memory: Memory) -> Compiler:
        return Compiler(names, findings, strengths, Meter(whole=5), memory)

    monkeypatch.setattr(compiling, "Compiler", scanty)
    counts = "count(s in states: preparedness[s] >= {}) >= 1"
    memory = Memory()
    bundle = own_rule("one", counts.format(20), "1")(tiny_bundle())
    bundle = own_rule("same", counts.format(20), "2")(bundle)
    assert isinstance(outcome(bundle, memory), Compiled)
    without_first = in_scenario(rules={"same": bundle.scenario.rules["same"]})(bundle)
    assert outcome(without_first, memory) == outcome(without_first)
    too_many = own_rule("three", counts.format(30), "1")(without_first)
    found = outcome(too_many, memory)
    assert isinstance(found, tuple)
    assert found == outcome(too_many)
    assert [one.code for one in found] == ["too-large"]


def test_the_order_of_the_parts_of_a_measure_counts() -> None:
    bundle, memory = entry("measures", "open_shelter", bundle=TWO_PARTS)(tiny_bundle()), Memory()
    compile_bundle(bundle, memory)
    turned = dict(reversed(TWO_PARTS.items()))
    other = entry("measures", "open_shelter", bundle=turned)(bundle)
    assert outcome(other, memory) == outcome(other)
