"""Agreements in words: parties, how they are adopted, and what each clause says and does."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects
from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, sentence
from exercise.model.agreement import Agreement, Clause


def agreement_entries(teller: Teller) -> Iterator[Entry]:
    """Yield every agreement in play."""
    for name in teller.agreements:
        yield agreement_entry(teller, name)


def agreement_entry(teller: Teller, name: str) -> Entry:
    """Return one agreement in words."""
    card = teller.agreements[name]
    parties = teller.roles_of(card.parties)
    facts = tuple(_facts(teller, card, parties))
    sponsors = teller.roles_of(card.sponsors)
    roles = tuple(role for role in teller.program.roles if role in (*parties, *sponsors))
    return Entry("agreements", name, teller.say(card.name), facts, roles=roles)


def _facts(teller: Teller, card: Agreement, parties: tuple[str, ...]) -> Iterator[Fact]:
    word = teller.word
    yield Fact("text", sentence(teller.say(card.text)))
    yield Fact("parties", word("parties", who=teller.listed_roles(parties)))
    sponsors = [one for one in teller.roles_of(card.sponsors) if one not in parties]
    if sponsors:
        yield Fact("sponsors", word("sponsors", who=teller.listed_roles(sponsors)), follows=True)
    yield Fact("decision", teller.app_word(f"decision-{card.decision}"), follows=True)
    if card.contributions:
        yield Fact("contributions", word("contributions"), follows=True)
    if card.requires_text:
        needed = sentence(teller.say(card.requires_text))
        yield Fact("needs", teller.app_word("plain-measure-requires", text=needed), follows=True)
    if card.requires:
        told = Conditions(teller).text(card.requires)
        yield Fact("condition", word("needs-condition", when=told), follows=True)
    for number, (slug, clause) in enumerate(card.clauses.items(), start=1):
        yield _clause(teller, slug, number, clause)
    yield Fact("source", word("source", text=card.source))


def _clause(teller: Teller, slug: str, number: int, clause: Clause) -> Fact:
    told = teller.word("clause", n=str(number), text=sentence(teller.say(clause.text)))
    if not clause.on:
        told = f"{told} {teller.word('clause-off')}"
    if isinstance(clause.lasts, int):
        told = f"{told} {teller.word('lasts-turns', n=clause.lasts)}"
    lines = Effects(teller, Conditions(teller)).lines(clause.effects)
    return Fact(f"clause {slug}", told, lines)


__all__ = ["agreement_entries", "agreement_entry"]
