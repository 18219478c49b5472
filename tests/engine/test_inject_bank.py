"""Injects that stand in the model and that scenarios take in by name."""

from __future__ import annotations

from typing import Any

import pytest

from exercise.engine.compile import CompileError, compile_bundle
from exercise.engine.explain import source_of
from exercise.engine.scene import scene_of
from exercise.engine.world import Cause, begin
from exercise.model.bundle import Bundle
from exercise.model.effect import Change, Release
from exercise.model.scenario import TakenInject
from tests.support.tiny import tiny_bundle

OWN = ["first_families", "rumour", "relief"]
RAISE = Change(change="preparedness[rivermark]", by="1")


def taking(bundle: Bundle, **changes: Any) -> Bundle:
    """Return the bundle with other keys in the scenario's head."""
    return bundle.model_copy(update={"scenario": bundle.scenario.model_copy(update=changes)})


def with_bank(**changes: Any) -> Bundle:
    """Return the tiny bundle with another form of the model's inject."""
    bundle = tiny_bundle()
    frost = bundle.model.injects["frost"].model_copy(update=changes)
    return bundle.model_copy(
        update={"model": bundle.model.model_copy(update={"injects": {"frost": frost}})}
    )


def with_rule(bundle: Bundle, **changes: Any) -> Bundle:
    """Return the bundle with one more rule in its model."""
    rule = bundle.model.rules["readiness_calms"].model_copy(update={"for_": {}, **changes})
    rules = bundle.model.rules | {"calls_frost": rule}
    return bundle.model_copy(update={"model": bundle.model.model_copy(update={"rules": rules})})


def refused(bundle: Bundle) -> list[tuple[tuple[str | int, ...], str, str]]:
    with pytest.raises(CompileError) as caught:
        compile_bundle(bundle)
    return [(found.path, found.code, found.message) for found in caught.value.findings]


TAKEN = {"frost": TakenInject()}


def test_an_inject_of_the_model_is_in_play_only_where_it_is_taken() -> None:
    bundle = tiny_bundle()
    assert list(bundle.injects()) == OWN
    taken = taking(bundle, with_injects=TAKEN)
    assert list(taken.injects()) == ["frost", *OWN]
    assert taken.origin("injects", "frost") == "model"
    assert taken.origin("injects", "rumour") == "scenario"
    assert [code.name for code in compile_bundle(taken).program.injects] == ["frost", *OWN]


def test_a_scenario_of_taken_injects_alone_is_whole() -> None:
    program = compile_bundle(taking(tiny_bundle(), with_injects=TAKEN, injects={})).program
    assert [code.name for code in program.injects] == ["frost"]


def test_its_turn_and_its_objectives_are_the_scenarios() -> None:
    change = {"frost": TakenInject(turn=3, objectives=("prepare",))}
    taken = taking(tiny_bundle(), with_injects=change)
    assert (taken.injects()["frost"].turn, taken.injects()["frost"].objectives) == (3, ("prepare",))
    assert compile_bundle(taken).program.injects[0].turn == 3
    assert taking(tiny_bundle(), with_injects=TAKEN).injects()["frost"].turn == 2


def test_an_inject_of_the_scenario_takes_the_place_of_the_models() -> None:
    bundle = tiny_bundle()
    own = bundle.scenario.injects["first_families"]
    replaced = taking(bundle, with_injects=TAKEN, injects={"first_families": own, "frost": own})
    assert replaced.injects()["frost"] == own
    assert replaced.origin("injects", "frost") == "scenario"
    assert compile_bundle(replaced).program.injects[0].name == "frost"


def test_a_change_of_an_inject_that_the_scenario_has_written_itself_is_refused() -> None:
    bundle = tiny_bundle()
    own = {**bundle.scenario.injects, "frost": bundle.scenario.injects["rumour"]}
    both = taking(bundle, with_injects={"frost": TakenInject(turn=3)}, injects=own)
    assert refused(both) == [
        (
            ("scenario", "with_injects", "frost"),
            "own-entry",
            "this scenario has written an inject 'frost' in place of the model's; change it where "
            "it is written",
        )
    ]


def test_what_is_not_in_play_is_left_out_of_a_taken_inject() -> None:
    bundle = taking(tiny_bundle(), with_injects=TAKEN, without_measures=("train_posts",))
    places = tuple(place for place in bundle.scenario.places if place.role == "rivermark")
    card = taking(bundle, places=places).injects()["frost"]
    assert list(card.private) == ["rivermark"]
    assert [offer.measures for offer in card.offers] == [("open_shelter",)]
    alone = taking(bundle, only_measures=(), without_measures=())
    assert alone.injects()["frost"].offers == ()
    code = compile_bundle(bundle).program.injects[0]
    assert len(code.offers) == 2


def test_an_effect_on_a_state_out_of_play_is_left_out_silently() -> None:
    far = Change(change="preparedness[highvale]", by="1")
    bundle = taking(with_bank(effects=(far, RAISE)), with_injects=TAKEN)
    assert len(compile_bundle(bundle).program.injects[0].effects) == 2
    near = taking(bundle, states=("rivermark",), starts={}, injects={}, rules={})
    assert len(compile_bundle(near).program.injects[0].effects) == 1


def test_a_condition_on_a_state_out_of_play_is_refused_where_the_inject_is_taken() -> None:
    bundle = taking(with_bank(when="preparedness[highvale] > 10"), with_injects=TAKEN)
    compile_bundle(bundle)
    near = taking(bundle, states=("rivermark",), starts={}, injects={})
    assert refused(near) == [
        (
            ("scenario", "with_injects", "frost"),
            "out-of-play",
            "the condition of inject 'frost' names a state or role that does not take part in this "
            "scenario; write an inject 'frost' with another condition, or do not take it",
        )
    ]
    compile_bundle(taking(near, with_injects={}, injects=tiny_bundle().scenario.injects))


def test_an_inject_that_reaches_nobody_is_refused_where_it_is_taken() -> None:
    bundle = taking(with_bank(to=("civil",)), with_injects=TAKEN)
    assert refused(bundle) == [
        (
            ("scenario", "with_injects", "frost"),
            "no-recipient",
            "nobody who receives inject 'frost' (civil) has a place in this scenario; write an "
            "inject 'frost' for others, or do not take it",
        )
    ]
    compile_bundle(taking(bundle, with_injects={}))


def test_a_rule_of_the_model_calls_the_inject_where_it_is_taken_and_else_leaves_that_out() -> None:
    bundle = with_rule(tiny_bundle(), when=None, effects=(RAISE, Release(release="frost")))

    def kinds(of: Bundle) -> list[str]:
        rules = compile_bundle(of).program.rules
        return [e.kind for rule in rules if rule.name == "calls_frost" for e in rule.effects]

    assert kinds(taking(bundle, with_injects=TAKEN)) == ["change", "release"]
    assert kinds(bundle) == ["change"]
    assert kinds(with_rule(bundle, when=None, effects=(Release(release="frost"),))) == []


def test_the_scenarios_own_rule_may_not_call_what_it_has_not_taken() -> None:
    bundle = tiny_bundle()
    rule = bundle.model.rules["readiness_calms"]
    own = rule.model_copy(update={"effects": (Release(release="frost"),)})
    (found,) = refused(taking(bundle, rules={"own": own}))
    assert found == (
        ("scenario", "rules", "own", "effects", 0, "release"),
        "unknown-inject",
        "inject 'frost' stands in the model and is not taken into this scenario; name it in "
        "'with_injects'",
    )
    compile_bundle(taking(bundle, rules={"own": own}, with_injects=TAKEN))


def test_conditions_see_an_inject_that_is_not_taken_as_never_fired() -> None:
    when = "not fired(frost) and turns_since(frost) == 0"
    program = compile_bundle(with_rule(tiny_bundle(), when=when, effects=(RAISE,))).program
    compiled = next(rule for rule in program.rules if rule.name == "calls_frost")
    world = begin(program, tuple(True for _ in program.roles))
    assert compiled.when.holds(scene_of(program, world, 3))


def test_a_ledger_row_of_a_taken_inject_knows_its_source() -> None:
    bundle = taking(with_bank(source="A source of the model"), with_injects=TAKEN)
    program = compile_bundle(bundle).program
    assert source_of(program, Cause(kind="inject", name="frost")) == "A source of the model"
