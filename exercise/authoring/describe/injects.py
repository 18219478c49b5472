"""Injects in words: when they come, to whom, what they say and what they put before people."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects
from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, sentence
from exercise.conduct.command import FACILITATOR
from exercise.conduct.views import story_time
from exercise.model.inject import Inject, Offer


def inject_entries(teller: Teller) -> Iterator[Entry]:
    """Yield every inject in play by the turn it comes in or may come from; those without a turn last."""
    numbered = sorted(teller.injects.items(), key=lambda one: _turn_of(one[1]))
    for name, card in numbered:
        yield inject_entry(teller, name, card)


def _turn_of(card: Inject) -> int:
    return 10_000 if card.turn is None else card.turn


def inject_entry(teller: Teller, name: str, card: Inject) -> Entry:
    """Return one inject in words."""
    numbers = teller.program.injects[teller.program.numbers.inject[name]].to
    roles = tuple(teller.program.roles[number] for number in numbers)
    facts = tuple(_facts(teller, card, roles))
    return Entry("injects", name, teller.say(card.title), facts, _group(teller, card), roles)


def _group(teller: Teller, card: Inject) -> str:
    return teller.word("turn-none") if card.turn is None else turn_heading(teller, card.turn)


def turn_heading(teller: Teller, turn: int) -> str:
    """Return a turn's number with what it is called in the story."""
    time = story_time(teller.program, turn, teller.language)
    return teller.word("turn-time" if time else "turn", n=str(turn), time=time)


def comes(teller: Teller, card: Inject) -> str:
    """Return as a sentence when an inject comes."""
    when = Conditions(teller).text(card.when) if card.when else ""
    turn = "" if card.turn is None else str(card.turn)
    key = f"comes-{card.kind}" + ("-turn" if turn else "") + ("-if" if when else "")
    return teller.word(key, n=turn, when=when)


def _facts(teller: Teller, card: Inject, roles: tuple[str, ...]) -> Iterator[Fact]:
    word = teller.word
    yield Fact("when", comes(teller, card))
    yield Fact("to", word("inject-to", who=teller.listed_roles(roles)), follows=True)
    method = teller.app_word(f"method-{card.method}")
    yield Fact(
        "from", word("inject-from", sender=teller.say(card.from_), method=method), follows=True
    )
    if card.issue:
        yield Fact("issue", word("inject-issue", issue=teller.issue(card.issue)), follows=True)
    if card.content_note:
        yield Fact(
            "content_note", word("content-note", text=sentence(teller.say(card.content_note)))
        )
    yield Fact("text", teller.quoted(teller.say(card.text)))
    if card.private:
        yield Fact("private", word("private"))
        for role, text in card.private.items():
            line = word("private-line", who=teller.who(role), text=teller.say(text))
            yield Fact(f"private {role}", "", (line,), follows=True, roles=(role,))
    yield from _brings(teller, card)
    expected = word("expected", text=sentence(teller.say(card.expected)))
    yield Fact("expected", expected, roles=(FACILITATOR,))
    yield from _serves(teller, card)


def _brings(teller: Teller, card: Inject) -> Iterator[Fact]:
    if card.effects:
        lines = Effects(teller, Conditions(teller)).lines(card.effects)
        yield Fact("effects", teller.word("inject-effects"), lines)
    if card.offers:
        key = "offers" if card.open_turns == 1 else "offers-turns"
        yield Fact("offers", teller.word(key, n=card.open_turns))
        for offer in card.offers:
            roles = teller.roles_of(offer.to)
            line = (_offer(teller, offer),)
            yield Fact(f"offer {' '.join(offer.to)}", "", line, follows=True, roles=roles)


def _offer(teller: Teller, offer: Offer) -> str:
    names = [teller.measure(name) for name in offer.measures]
    how = "or" if offer.choose == "one" else "and"
    key = "offer-one" if offer.choose == "one" else "offer-any"
    who = teller.listed_roles(teller.roles_of(offer.to))
    return teller.word(key, who=who, names=teller.listed(names, how))


def _serves(teller: Teller, card: Inject) -> Iterator[Fact]:
    known = teller.bundle.scenario.objectives
    aims = [teller.say(known[name].text).rstrip(".") for name in card.objectives if name in known]
    if aims:
        told = teller.word("serves-objectives", aims="; ".join(aims))
        yield Fact("objectives", told, roles=(FACILITATOR,))
    phrases = teller.bundle.model.phrases
    tags = [teller.say(phrases[name]) for name in card.phrases if name in phrases]
    yield Fact("phrases", teller.word("phrases", names=teller.listed(tags)), follows=True)
    yield Fact("source", teller.word("source", text=card.source), follows=True)


__all__ = ["comes", "inject_entries", "inject_entry", "turn_heading"]
