"""The text of a Program compiles whatever its conditions look like, and says nothing a designer wrote."""

from __future__ import annotations

from functools import reduce

from msgspec.structs import replace

from exercise.analysis.batch.generated import Generated
from exercise.analysis.batch.policy import Uniform, table_of
from exercise.analysis.batch.reference import Reference
from exercise.analysis.batch.source import module_of
from exercise.engine import ir
from exercise.engine.program import EffectCode, Program, RuleCode
from exercise.engine.world import Key
from tests.support.busy import busy_program
from tests.support.shipped import program_of


def with_rules(*conditions: ir.Test) -> Program:
    effect = EffectCode("change", 0, slot=0, amount=ir.Const(7))
    rules = (
        RuleCode(f"rule_{number}", (), when, (effect,)) for number, when in enumerate(conditions)
    )
    return replace(busy_program(), rules=tuple(rules))


def assert_plays(program: Program) -> None:
    table, key = table_of(program), Key(2)
    expected = Reference(table).play(Uniform(table), key)
    assert Generated(table).play(Uniform(table), key) == expected
    assert sum(expected.rules) > 0


def above(number: int) -> ir.Test:
    """A condition that is true and has a text of its own."""
    return ir.Versus(">=", ir.Slot(0), ir.Const(-100_000 - number))


def test_rules_that_share_hundreds_of_parts_step_by_step() -> None:
    """Each needs one part more than the one before: asked one inside the other, they would go too deep."""
    assert_plays(
        with_rules(
            *(
                ir.Every(tuple(above(slot) for slot in range(count)))
                for count in (*range(1, 150), 300, 300)
            )
        )
    )


def test_a_condition_that_is_nested_deeper_than_the_language_allows() -> None:
    def deeper(inner: ir.Test, number: int) -> ir.Test:
        return ir.Opposite(ir.Some((inner, ir.FlagUp(0)))) if number % 2 else ir.Every((inner,))

    assert_plays(with_rules(reduce(deeper, range(44), above(1)), ir.Always()))


def test_an_amount_of_thousands_of_parts() -> None:
    many = tuple(ir.Slot(number % 20) for number in range(4_000))
    assert_plays(
        with_rules(
            ir.Versus(">=", ir.Plus(many), ir.Const(0)),
            ir.Versus(">=", ir.HowMany(tuple(above(slot) for slot in range(90))), ir.Const(9_000)),
            ir.Versus(">=", ir.Greatest(many), ir.Const(0)),
        )
    )


def test_a_name_is_quoted_and_cannot_run() -> None:
    evil = "x'); import os; ('"
    base = busy_program()
    effect = EffectCode("breach", 0, line=evil, scope=evil)
    reroute = EffectCode("reroute", 1, leg=next(iter(base.legs)), amount=ir.Const(100))
    rules = (RuleCode(evil, ((evil, evil),), ir.Always(), (effect, reroute)),)
    program = replace(base, rules=rules)
    text = module_of(program, (True,) * len(program.roles), ()).text
    assert repr(evil) in text
    table = table_of(program)
    played = Generated(table).play(Uniform(table), Key(1))
    assert {line for _, line, _ in played.breaches} >= {evil}
    assert played == Reference(table).play(Uniform(table), Key(1))


def test_the_text_of_a_shipped_scenario_names_no_texts_of_it() -> None:
    program = program_of("first-steps")
    module = module_of(program, (True,) * len(program.roles), ())
    texts = [str(card.text) for card in program.bundle.injects().values()]
    assert texts
    whole = module.text + "".join(module.options.values())
    assert not any(text in whole for text in texts)
