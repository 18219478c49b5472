"""Roles in words: whom they speak for, what they have, what they know, and what they can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.measures import users_of
from exercise.authoring.describe.teller import Teller, sentence
from exercise.conduct.view import RoleCardView
from exercise.conduct.views import card_view
from exercise.model.role import Role
from exercise.model.scenario import Place


def role_entries(teller: Teller) -> Iterator[Entry]:
    """Yield every role at the table, in the order of the scenario."""
    for place in teller.bundle.scenario.places:
        yield role_entry(teller, place)


def role_entry(teller: Teller, place: Place) -> Entry:
    """Return one role in words, with what only it may know."""
    facts = tuple(_facts(teller, place))
    return Entry("roles", place.role, teller.who(place.role), facts, roles=(place.role,))


def _facts(teller: Teller, place: Place) -> Iterator[Fact]:
    card, view = (
        teller.bundle.roles[place.role],
        card_view(teller.program, place.role, teller.language),
    )
    word = teller.word
    kind = teller.app_word(f"kind-{card.kind}")
    yield Fact("seat", word(f"seat-{place.seat}", kind=kind))
    yield Fact("mandate", sentence(view.mandate))
    yield Fact("dilemma", word("dilemma", text=sentence(view.dilemma)))
    yield from _card_lists(teller, view)
    if view.allies:
        yield Fact("allies", word("allies", names=teller.listed(view.allies)))
    yield Fact("means", _means(teller, card))
    if card.card:
        labels = [teller.say(label) for label in card.card.values()]
        yield Fact("reads", word("reads", names="; ".join(labels)))
    yield from _powers(teller, place.role)


def _card_lists(teller: Teller, view: RoleCardView) -> Iterator[Fact]:
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("interests", view.interests),
        ("resources", view.resources),
        ("constraints", view.constraints),
        ("red-lines", view.red_lines),
        ("private", view.private),
    )
    for key, lines in lists:
        if lines:
            yield Fact(key, teller.word(f"role-{key}"), tuple(sentence(line) for line in lines))


def _means(teller: Teller, card: Role) -> str:
    word, funds = teller.word, card.funds
    return word(
        "means",
        start=word("units", n=funds.start),
        income=str(funds.income),
        limit=str(funds.limit),
        actions=word("actions", n=card.actions),
        percent=str(card.delivery_cap),
        voice=str(card.voice_weight),
    )


def _powers(teller: Teller, role: str) -> Iterator[Fact]:
    own = teller.bundle.scenario.measures
    usable = [name for name in teller.measures if role in users_of(teller, name)]
    for key, names in (
        ("can", [name for name in usable if name in own]),
        ("can-model", [name for name in usable if name not in own]),
    ):
        if names:
            listed = "; ".join(_named(teller, name) for name in names)
            yield Fact(key, teller.word(f"role-{key}"), (sentence(listed),))
    texts = [name for name in teller.agreements if role in _party(teller, name)]
    if texts:
        told = "; ".join(teller.say(teller.agreements[name].name) for name in texts)
        yield Fact("agreements", teller.word("role-agreements"), (sentence(told),))


def _named(teller: Teller, name: str) -> str:
    card = teller.measures[name]
    key = "named-free" if not card.cost else "named-cost"
    return teller.word(key, name=teller.say(card.name), units=teller.word("units", n=card.cost))


def _party(teller: Teller, agreement: str) -> tuple[str, ...]:
    return teller.roles_of(teller.agreements[agreement].parties)


__all__ = ["role_entries", "role_entry"]
