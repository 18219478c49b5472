"""Rules and red lines in words: when, what then, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects, breaches
from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, sentence
from exercise.engine.language import Name, Ref, SetRef, parse
from exercise.engine.language.syntax import Call
from exercise.engine.numbering import COMPONENTS
from exercise.model.effect import Change, Income, Transfer
from exercise.model.rule import RedLine, Rule

_MOVED = ("both", "security", "rights", "other", "issues", "means", "events")
"""Headings that rules stand under, by what they move, in reading order."""
_ELSEWHERE = dict.fromkeys(
    (*COMPONENTS, "level", "frame", "frame_weight"), "issues"
) | dict.fromkeys(("funds", "pool", "actions", "delivery_cap", "voice_weight"), "means")
"""Headings of what is no quantity of the model."""


def rule_entries(teller: Teller, every: bool = False) -> Iterator[Entry]:
    """Yield the scenario's own rules by what they move, then those of its model: one by one if asked, else by name."""
    rules = teller.bundle.rules()
    own = [name for name in rules if teller.bundle.origin("rules", name) == "scenario"]
    for moved in _MOVED:
        for name in rules:
            if (every or name in own) and _moved(teller, rules[name]) == moved:
                facts = tuple(_rule(teller, name, rules[name]))
                group = teller.word(f"moves-{moved}")
                yield Entry("rules", name, rule_title(teller, name), facts, group)
    if not every:
        yield from _by_name(teller, {name: rules[name] for name in rules if name not in own})


def _by_name(teller: Teller, rules: dict[str, Rule]) -> Iterator[Entry]:
    group = teller.word("rules-of-model", n=len(rules))
    for moved in _MOVED:
        names = [
            rule_title(teller, name)
            for name, card in rules.items()
            if _moved(teller, card) == moved
        ]
        if names:
            facts = (Fact("list", sentence("; ".join(names))),)
            yield Entry("rules", f"*{moved}", teller.word(f"moves-{moved}"), facts, group)


def rule_title(teller: Teller, name: str) -> str:
    """Return a rule's name as words; roles and states in it by their own names."""
    known = (*teller.bundle.roles, *teller.bundle.model.states)
    told = " ".join(teller.who(word) if word in known else word for word in name.split("_"))
    return told[:1].upper() + told[1:]


def _moved(teller: Teller, card: Rule) -> str:
    """Which heading a rule stands under. The two axes are never netted: what moves both stands by itself."""
    quantities, families = teller.bundle.model.quantities, set()
    for effect in card.effects:
        if isinstance(effect, Change):
            name = effect.change.partition("[")[0].strip()
            known = quantities.get(name)
            families.add(known.family if known else _ELSEWHERE.get(name, "other"))
        elif isinstance(effect, Transfer | Income):
            families.add("means")
    if {"security", "rights"} <= families:
        return "both"
    for family in ("security", "rights", "issues", "means"):
        if family in families:
            return family
    return "other" if families else "events"


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
    yield Fact("when", told[:1].upper() + told[1:])
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


__all__ = ["red_line_entries", "rule_entries", "rule_title", "set_of"]
