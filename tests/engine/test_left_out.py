"""Measures and agreements of the model that a scenario leaves out."""

from __future__ import annotations

from exercise.engine import evaluate, ir
from exercise.engine.compile import compile_bundle
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
    assert evaluate.test(compiled.when, evaluate.scene_of(program, world, 1), {})
