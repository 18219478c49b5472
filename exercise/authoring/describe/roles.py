"""Roles in words: whom they speak for, what they have, what they know, and what they can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.measures import priced, users_of
from exercise.authoring.describe.teller import Teller, sentence
from exercise.conduct.view import RoleCardView
from exercise.conduct.views import card_view
from exercise.model.role import Role
from exercise.model.scenario import Place

_FEW = 12
"""Measures of the model that are told by name in a role's own entry."""


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
    weights = [
        f"{teller.frame(frame)} {weight} %" for frame, weight in card.concept.by_frame().items()
    ]
    yield Fact("concept", word("thinks-of", weights=", ".join(weights)), follows=True)
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
    special = [priced(teller, name) for name in usable if name in own]
    if special:
        yield Fact("can", teller.word("role-can"), (sentence("; ".join(special)),))
    yield from _of_model(teller, [name for name in usable if name not in own])
    texts = [name for name in teller.agreements if role in _party(teller, name)]
    if texts:
        told = "; ".join(teller.say(teller.agreements[name].name) for name in texts)
        yield Fact("agreements", teller.word("role-agreements"), (sentence(told),))


def _of_model(teller: Teller, usable: list[str]) -> Iterator[Fact]:
    """A long list is told by its length, and by what is lacking where that is short."""
    own = teller.bundle.scenario.measures
    every = [name for name in teller.measures if name not in own]
    if not usable:
        return
    lacking = [teller.say(teller.measures[name].name) for name in every if name not in usable]
    if len(usable) <= _FEW:
        told = sentence("; ".join(priced(teller, name) for name in usable))
        yield Fact("can-model", teller.word("role-can-model"), (told,))
    elif len(lacking) <= _FEW:
        key = "role-can-all-but" if lacking else "role-can-all"
        told = teller.word(key, n=len(every), names="; ".join(lacking))
        yield Fact("can-model", told)
    else:
        told = teller.word("role-can-some", n=len(usable), of=str(len(every)))
        yield Fact("can-model", told)


def _party(teller: Teller, agreement: str) -> tuple[str, ...]:
    return teller.roles_of(teller.agreements[agreement].parties)


__all__ = ["role_entries", "role_entry"]
