"""Measures and agreements of the model that a scenario leaves out."""

from __future__ import annotations

from exercise.engine import ir
from exercise.engine.compile import compile_bundle
from exercise.engine.scene import scene_of
from exercise.engine.world import begin
from exercise.model.bundle import Bundle
from exercise.model.effect import Change
from tests.support.tiny import tiny_bundle

RAISE = Change(change="preparedness[rivermark]", by="1")


def _without(bundle: Bundle, **left_out: tuple[str, ...]) -> Bundle:
    scenario = bundle.scenario.model_copy(
        update={**left_out, "measures": {}, "injects": {}, "agreements": {}, "rules": {}}
    )
    return bundle.model_copy(update={"scenario": scenario})


def test_a_rule_that_names_a_left_out_measure_stays_and_sees_it_never_chosen() -> None:
    bundle = tiny_bundle()
    names = tuple(bundle.model.measures)
    program = compile_bundle(_without(bundle, without_measures=names)).program
    assert not program.measures
    patterns = [
        rule.when.match.measures
        for rule in program.rules
        if isinstance(rule.when, (ir.Chosen, ir.InForce))
    ]
    assert all(measures == () for measures in patterns)
    assert {rule.name for rule in program.rules} == set(bundle.model.rules)


def test_a_left_out_agreement_is_never_adopted_and_nobody_contributes() -> None:
    bundle = tiny_bundle()
    names = tuple(bundle.model.agreements)
    assert names
    rule = next(iter(bundle.model.rules.values()))
    when = f"not adopted({names[0]}) and contribution({names[0]}) == 0"
    extra = {
        "reads_the_text": rule.model_copy(update={"when": when, "for_": {}, "effects": (RAISE,)})
    }
    model = bundle.model.model_copy(update={"rules": bundle.model.rules | extra})
    changed = bundle.model_copy(update={"model": model})
    program = compile_bundle(_without(changed, without_agreements=names)).program
    assert program.agreements == ()
    compiled = next(rule for rule in program.rules if rule.name == "reads_the_text")
    world = begin(program, tuple(True for _ in program.roles))
    assert compiled.when.holds(scene_of(program, world, 1))


def test_only_what_is_kept_of_the_model_stays_and_the_scenarios_own_stay_anyway() -> None:
    bundle = tiny_bundle()
    own = bundle.model.measures["speak_up"]
    scenario = bundle.scenario.model_copy(
        update={
            "only_measures": ("close_crossing", "open_shelter"),
            "only_agreements": (),
            "measures": {"own_words": own},
        }
    )
    changed = bundle.model_copy(update={"scenario": scenario})
    assert list(changed.measures()) == ["open_shelter", "close_crossing", "own_words"]
    assert changed.agreements() == {}
    program = compile_bundle(changed).program
    assert [code.name for code in program.measures] == list(changed.measures())


def test_an_empty_list_keeps_nothing_of_the_model() -> None:
    assert _without(tiny_bundle(), only_measures=()).measures() == {}


def test_a_rule_left_out_is_not_in_the_program_unless_the_scenario_writes_its_own() -> None:
    bundle = tiny_bundle()
    left_out = _without(bundle, without_rules=("readiness_calms",))
    names = {rule.name for rule in compile_bundle(left_out).program.rules}
    assert names == set(bundle.model.rules) - {"readiness_calms"}
    own = bundle.model.rules["readiness_calms"].model_copy(update={"why": "Our own reason."})
    scenario = left_out.scenario.model_copy(update={"rules": {"readiness_calms": own}})
    replaced = left_out.model_copy(update={"scenario": scenario})
    assert replaced.rules()["readiness_calms"] == own
    assert replaced.origin("rules", "readiness_calms") == "scenario"
