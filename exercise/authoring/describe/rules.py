"""Rules and red lines in words: when, what then, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects, breaches
from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, plain, sentence
from exercise.engine.language import Name, Ref, SetRef, parse
from exercise.engine.language.syntax import Call
from exercise.model.rule import RedLine, Rule


def rule_entries(teller: Teller, every: bool = False) -> Iterator[Entry]:
    """Yield the rules of the scenario itself, and those of its model where everything is told."""
    for name, card in teller.bundle.rules().items():
        own = teller.bundle.origin("rules", name) == "scenario"
        if own or every:
            group = "" if own else teller.word("from-model")
            yield Entry(
                "rules",
                name,
                sentence(plain(name)).rstrip("."),
                tuple(_rule(teller, name, card)),
                group,
            )


def _rule(teller: Teller, name: str, card: Rule) -> Iterator[Fact]:
    conditions, scope = Conditions(teller), []
    for variable, domain in card.for_.items():
        members = set_of(domain)
        scope.append(conditions.members(members))
        conditions = conditions.with_variable(variable, conditions.member(members))
    when = conditions.text(card.when) if card.when else ""
    told = teller.word("rule-when", when=when) if when else teller.word("rule-always")
    if scope:
        told = teller.word("rule-for", all=teller.listed(scope), told=told)
    yield Fact("when", told)
    yield from _then(teller, Effects(teller, conditions), card)
    yield Fact("why", teller.word("rule-why", why=sentence(teller.say(card.why))))
    yield from _disputed(teller, name, card)
    yield Fact("source", teller.word("source", text=card.source), follows=True)


def _then(teller: Teller, effects: Effects, card: Rule) -> Iterator[Fact]:
    if len(card.effects) == 1:
        told = effects.phrase(card.effects[0])
        yield Fact("then", teller.word("rule-then", then=told), follows=True)
        return
    why = teller.say(card.why)
    yield Fact(
        "then", teller.word("rule-then-these"), effects.lines(card.effects, why), follows=True
    )


def _disputed(teller: Teller, name: str, card: Rule) -> Iterator[Fact]:
    scenario, model = teller.bundle.scenario, teller.bundle.model
    if card.contested:
        yield Fact("contested", teller.word("contested", text=sentence(teller.say(card.contested))))
    preset = model.presets.get(scenario.preset)
    if preset is not None and name in preset.rules:
        told = teller.word(
            "preset-strength", preset=teller.say(preset.name), percent=str(preset.rules[name])
        )
        yield Fact("strength", told)


def set_of(written: str) -> SetRef:
    """Return the set that a rule's ``for`` names, as aggregates name it."""
    expr = parse(written)
    if isinstance(expr, Call):
        return SetRef(expr.name, tuple(arg for arg in expr.args if isinstance(arg, Name)))
    if isinstance(expr, Ref):
        return SetRef(expr.name, expr.args)
    return SetRef(expr.ident if isinstance(expr, Name) else written)


def red_line_entries(teller: Teller, every: bool = False) -> Iterator[Entry]:
    """Yield the scenario's own red lines and those that its own pieces can cross; all of them if asked."""
    wanted = set(teller.bundle.scenario.red_lines) | set(_crossed(teller))
    for name, card in teller.red_lines.items():
        if every or name in wanted:
            facts = tuple(_red_line(teller, card))
            yield Entry("red_lines", name, teller.say(card.name), facts)


def _red_line(teller: Teller, card: RedLine) -> Iterator[Fact]:
    yield Fact("text", sentence(teller.say(card.text)))
    yield Fact("framework", teller.word("framework", text=card.framework), follows=True)


def _crossed(teller: Teller) -> Iterable[str]:
    own = teller.bundle.scenario
    for measure in own.measures.values():
        yield from breaches((*measure.yields, *measure.side_effects))
    for inject in teller.injects.values():
        yield from breaches(inject.effects)
    for rule in own.rules.values():
        yield from breaches(rule.effects)
    for agreement in own.agreements.values():
        for clause in agreement.clauses.values():
            yield from breaches(clause.effects)


__all__ = ["red_line_entries", "rule_entries", "set_of"]
