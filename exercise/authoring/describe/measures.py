"""Measures in words: who may use them, at what price, on what condition, and what they bring."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects
from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, sentence
from exercise.engine.legality import cost_of
from exercise.model.measure import MEASURE_CLASSES, Lasting, Measure


def measure_entries(teller: Teller, every: bool = False) -> Iterator[Entry]:
    """Yield the scenario's own measures, then those of its model: one by one if asked, else by class."""
    own = teller.bundle.scenario.measures
    for name in own:
        yield measure_entry(teller, name)
    of_model = [name for name in teller.measures if name not in own]
    if every:
        for name in of_model:
            yield measure_entry(teller, name, teller.word("from-model"))
    elif of_model:
        yield from _by_class(teller, of_model)


def _by_class(teller: Teller, names: list[str]) -> Iterator[Entry]:
    """The model's measures on one line each, by kind: what each costs, and who may use it."""
    for klass in MEASURE_CLASSES:
        found = [name for name in names if teller.measures[name].class_ == klass]
        if found:
            lines = tuple(_line(teller, name) for name in found)
            title = teller.word("class-title", klass=teller.app_word(f"class-{klass}"))
            group = teller.word("measures-of-model", n=len(names))
            yield Entry("measures", f"*{klass}", title, (Fact("list", "", lines),), group)


def _line(teller: Teller, name: str) -> str:
    card = teller.measures[name]
    who = teller.listed_roles(users_of(teller, name))
    return sentence(teller.word("measure-line", name=priced(teller, name), who=who)) + (
        f" {teller.word('locked')}" if card.locked else ""
    )


def priced(teller: Teller, name: str) -> str:
    """Return a measure's name with what it costs."""
    cost = price_of(teller, name)
    key = "named-cost" if cost else "named-free"
    told = teller.say(teller.measures[name].name)
    return teller.word(key, name=told, units=teller.word("units", n=cost))


def price_of(teller: Teller, name: str) -> int:
    """Return the budget units that a use takes from its role: its cost and what it passes on."""
    numbers = teller.program.numbers.measure
    return cost_of(teller.program.measures[numbers[name]]) // 100


def users_of(teller: Teller, name: str) -> tuple[str, ...]:
    """Return the roles that may use a measure: those it names, and those an inject offers it to."""
    program = teller.program
    code = program.measures[program.numbers.measure[name]]
    return tuple(program.roles[role] for role in code.roles)


def measure_entry(teller: Teller, name: str, group: str = "") -> Entry:
    """Return one measure in words."""
    card, users = teller.measures[name], users_of(teller, name)
    facts = tuple(_facts(teller, card, name, users))
    return Entry("measures", name, teller.say(card.name), facts, group, users)


def _facts(teller: Teller, card: Measure, name: str, users: tuple[str, ...]) -> Iterator[Fact]:
    word = teller.word
    yield Fact("text", sentence(teller.say(card.text)))
    yield Fact("who", word("measure-who", who=teller.listed_roles(users)))
    yield from _offered(teller, card, name)
    yield Fact("cost", _cost(teller, card, price_of(teller, name)))
    yield Fact("lasts", _lasts(teller, card), follows=True)
    if card.target != "none":
        partners = teller.listed_roles(teller.roles_of(card.partners))
        told = word(_target(teller, card, users), partners=partners)
        yield Fact("target", told, follows=True)
    yield from _nature(teller, card)
    yield from _needs(teller, card, users)
    yield from _brings(teller, card, users)
    yield Fact("source", word("source", text=card.source))


def _offered(teller: Teller, card: Measure, name: str) -> Iterator[Fact]:
    offering = [
        teller.inject(inject)
        for inject, one in teller.injects.items()
        if any(name in offer.measures for offer in one.offers)
    ]
    if offering:
        key = "offered-only" if card.offered else "offered-also"
        yield Fact("offered", teller.word(key, names=teller.listed(offering)), follows=True)
    elif card.offered:
        yield Fact("offered", teller.word("offered-never"), follows=True)
    if card.locked:
        yield Fact("locked", teller.word("locked"), follows=True)


def _cost(teller: Teller, card: Measure, price: int) -> str:
    if not price and not card.upkeep:
        return teller.word("cost-none")
    told = teller.word("cost", units=teller.word("units", n=price)) if price else ""
    if card.upkeep:
        units = teller.word("units", n=card.upkeep)
        told = f"{told} {teller.word('upkeep', units=units)}".strip()
    return told


def _lasts(teller: Teller, card: Measure) -> str:
    if isinstance(card.lasts, Lasting):
        return teller.word("lasts-turns", n=card.lasts.turns)
    return teller.word(f"lasts-{card.lasts}")


def _target(teller: Teller, card: Measure, users: tuple[str, ...]) -> str:
    """Which sentence says where it is carried out: of a choice of states only those users have it who are none."""
    if card.target != "state":
        return f"target-{card.target}"
    at_home = [teller.bundle.roles[role].state is not None for role in users]
    if all(at_home):
        return "target-home"
    return "target-state" if any(at_home) else "target-state-chosen"


def _nature(teller: Teller, card: Measure) -> Iterator[Fact]:
    word, about = teller.word, teller.app_word(f"class-{card.class_}")
    yield Fact(
        "class", word("measure-class", klass=about, addresses=word(f"addresses-{card.addresses}"))
    )
    yield Fact("referent", word("serves", whom=teller.referent(card.referent)), follows=True)
    if card.issue:
        yield Fact("issue", word("answers-issue", issue=teller.issue(card.issue)), follows=True)
    if card.class_ == "restrictive":
        yield Fact("reasons", word("asks-reasons"), follows=True)
    if card.statement:
        key = "statement-lowers" if card.lowers else "statement"
        yield Fact("statement", word(key, strength=word(f"strength-{card.strength}")), follows=True)
    if card.covert:
        yield Fact("covert", word("covert"), follows=True)
    if card.emergency:
        yield Fact("emergency", word("emergency"), follows=True)


def _needs(teller: Teller, card: Measure, users: tuple[str, ...]) -> Iterator[Fact]:
    conditions = Conditions(teller, bindings(teller, card, users))
    if card.requires:
        when = conditions.text(card.requires)
        yield Fact("condition", teller.word("needs-condition", when=when))
    if card.requires_text:
        needed = sentence(teller.say(card.requires_text))
        yield Fact("needs", teller.word("else-told", text=needed), follows=bool(card.requires))
    if card.bundle:
        parts = tuple(sentence(conditions.text(one)) for one in card.bundle.values())
        yield Fact("bundle", teller.word("bundle"), parts)


def _brings(teller: Teller, card: Measure, users: tuple[str, ...]) -> Iterator[Fact]:
    conditions = Conditions(teller, bindings(teller, card, users))
    effects = Effects(teller, conditions, planned=True)
    if card.yields:
        yield Fact("yields", teller.word("yields"), effects.lines(card.yields))
    if card.side_effects:
        yield Fact("side_effects", teller.word("side-effects"), effects.lines(card.side_effects))
    preset = teller.bundle.model.presets.get(teller.bundle.scenario.preset)
    name = next((n for n, one in teller.measures.items() if one is card), "")
    if preset is not None and name in preset.measures:
        percent = str(preset.measures[name])
        told = teller.word("preset-strength", preset=teller.say(preset.name), percent=percent)
        yield Fact("strength", told)


def bindings(teller: Teller, card: Measure, users: tuple[str, ...]) -> dict[str, str]:
    """Return what a measure's own variables are called, by name where only one role can use it."""
    if len(users) != 1:
        return {}
    bound, actor = {"actor": teller.who(users[0])}, teller.bundle.roles[users[0]]
    if actor.state is not None:
        bound["home"] = teller.who(actor.state)
        if card.target in ("home", "none"):
            bound["host"] = bound["home"]
    return bound


__all__ = ["bindings", "measure_entries", "measure_entry", "priced", "users_of"]
