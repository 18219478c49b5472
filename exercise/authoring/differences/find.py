"""Finding what differs: both scenarios are told in words, and what is told of the same name is compared.

So a file that was only laid out otherwise differs in nothing, and whatever changes a sentence is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from exercise.authoring.describe import Description, Entry, Fact, Wishes, describe
from exercise.authoring.describe.layout import joined
from exercise.authoring.describe.teller import Teller
from exercise.engine.program import Program

Kind = Literal["added", "removed", "changed"]
_Entries = Mapping[tuple[str, str], Entry]
"""By section and name."""

_UNSEEN = frozenset(("source",))
"""Facts that players do not meet."""
_FOLLOWING = frozenset(
    (("roles", "can"), ("roles", "can-model"), ("roles", "agreements"), ("measures", "offered"))
)
"""Facts that follow from others, which are compared themselves."""
_FIRST = 3
"""Paragraphs that are told of what is new or gone."""
_APART = ("starts", "graph")
"""Chapters whose entries are not compared: values are, by themselves, and the course follows from all the others."""
_OF_CARDS = ("funds", "actions", "delivery_cap", "voice_weight", "concept", "frame_weight")
"""Slots whose beginning stands on a role's card or follows from others."""


class Change(Struct, frozen=True):
    """One thing that is said otherwise.

    Attributes:
        fact: What it is about, the same in every language, such as ``cost``.
        before: What was said; empty where only lines of a list differ, or nothing was said.
        after: What is said now.
        removed: Lines that are gone.
        added: Lines that are new.
    """

    fact: str
    before: str = ""
    after: str = ""
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


class Difference(Struct, frozen=True):
    """One thing that differs, for some.

    Attributes:
        kind: Whether it is new, gone or changed.
        section: Where it belongs, such as ``injects``.
        name: Its name in the files.
        title: What people call it now.
        concerns: Roles that meet it, or the facilitator; nobody in particular where everybody does.
        changes: What is said otherwise; of something new or gone, its first sentences.
    """

    kind: Kind
    section: str
    name: str
    title: str
    concerns: tuple[str, ...]
    changes: tuple[Change, ...] = ()


def differences(before: Program, after: Program, language: str = "en") -> tuple[Difference, ...]:
    """Return what differs for players, in the order in which a description tells it.

    Args:
        before: A compiled scenario.
        after: Another one, or another version of it.
        language: Of the words.
    """
    wishes = Wishes(language, every=True)
    old, new = describe(before, wishes, names=after), describe(after, wishes)
    found = (*_entries(old, new), *_starts(before, after, language))
    order = tuple(dict.fromkeys((*after.roles, *before.roles)))
    return tuple(_ordered(one, order) for one in found)


def _ordered(one: Difference, order: tuple[str, ...]) -> Difference:
    """Name roles in the order of the table; what concerns each of them concerns everybody."""
    roles = tuple(role for role in order if role in one.concerns)
    if not roles:
        return one
    return replace(one, concerns=() if roles == order else roles)


def _entries(old: Description, new: Description) -> Iterator[Difference]:
    before, after = _by_name(old), _by_name(new)
    renamed = _renamed(before, after)
    for key in dict.fromkeys((*after, *before)):
        was, now = before.get(key), after.get(key)
        if key in renamed:
            continue
        if was is None and now is not None:
            yield _whole("added", now)
        elif now is None and was is not None:
            yield _whole("removed", was)
        elif was is not None and now is not None:
            yield from _changed(was, now)


def _renamed(before: _Entries, after: _Entries) -> set[tuple[str, str]]:
    """Return what only has another name in the files: players do not meet that name."""
    new = {_content(after[key]): key for key in after if key not in before}
    pairs = ((key, new.get(_content(before[key]))) for key in before if key not in after)
    return {key for gone, come in pairs if come is not None for key in (gone, come)}


def _content(entry: Entry) -> tuple[object, ...]:
    return (entry.section, entry.title, entry.roles, tuple(_facts(entry).values()))


def _by_name(described: Description) -> _Entries:
    return {
        (entry.section, entry.name): entry
        for entry in described.entries()
        if entry.section not in _APART
    }


def _whole(kind: Kind, entry: Entry) -> Difference:
    told = [fact for fact in joined(entry) if fact.text and fact.key not in _UNSEEN][:_FIRST]
    new = kind == "added"
    changes = tuple(
        Change(fact.key, "" if new else fact.text, fact.text if new else "") for fact in told
    )
    return Difference(kind, entry.section, entry.name, entry.title, entry.roles, changes)


def _changed(was: Entry, now: Entry) -> Iterator[Difference]:
    """Yield one difference for everyone the entry concerns, and one for each whom single facts concern."""
    by_readers: dict[tuple[str, ...], list[Change]] = {}
    whole = tuple(dict.fromkeys((*was.roles, *now.roles)))
    if was.title != now.title:
        by_readers[whole] = [Change("title", was.title, now.title)]
    before, after = _facts(was), _facts(now)
    for key in dict.fromkeys((*before, *after)):
        change = _change(key, before.get(key), after.get(key))
        if change is not None:
            readers = _readers(whole, before.get(key), after.get(key))
            by_readers.setdefault(readers, []).append(change)
    for readers, changes in by_readers.items():
        yield Difference("changed", now.section, now.name, now.title, readers, tuple(changes))


def _facts(entry: Entry) -> dict[str, Fact]:
    return {
        fact.key: fact
        for fact in entry.facts
        if fact.key not in _UNSEEN and (entry.section, fact.key) not in _FOLLOWING
    }


def _readers(whole: tuple[str, ...], was: Fact | None, now: Fact | None) -> tuple[str, ...]:
    own = (role for fact in (was, now) if fact is not None for role in fact.roles)
    return tuple(dict.fromkeys(own)) or whole


def _change(key: str, was: Fact | None, now: Fact | None) -> Change | None:
    if was == now:
        return None
    before, after = was or Fact(key, ""), now or Fact(key, "")
    removed = tuple(item for item in before.items if item not in after.items)
    added = tuple(item for item in after.items if item not in before.items)
    texts = ("", "") if before.text == after.text else (before.text, after.text)
    if was is not None and now is not None and (*texts, *removed, *added) == ("", ""):
        # The same lines in another order, or the same words for others.
        return None
    return Change(key, *texts, removed, added)


def _starts(before: Program, after: Program, language: str) -> Iterator[Difference]:
    """Yield values that begin otherwise, whichever file says so."""
    old, new = _beginnings(before), _beginnings(after)
    tellers = Teller(after, language), Teller(before, language)
    for key in dict.fromkeys((*new, *old)):
        was, now = old.get(key), new.get(key)
        if was != now and was is not None and now is not None:
            told, (family, args) = tellers[0], key
            title = told.slot(family, args)
            change = Change("value", told.number(was), told.number(now))
            name = f"{family}[{', '.join(args)}]" if args else family
            yield Difference("changed", "starts", name, title, (), (change,))


def _beginnings(program: Program) -> dict[tuple[str, tuple[str, ...]], int]:
    return {
        (spec.family, spec.args): start
        for spec, start in zip(program.slots.base, program.start, strict=True)
        if spec.family not in _OF_CARDS
    }


def concern(found: Iterable[Difference]) -> dict[tuple[str, ...], list[Difference]]:
    """Return differences by whom they concern: everybody first, then in the order found."""
    groups: dict[tuple[str, ...], list[Difference]] = {(): []}
    for one in found:
        groups.setdefault(one.concerns, []).append(one)
    return {roles: listed for roles, listed in groups.items() if listed}


__all__ = ["Change", "Difference", "concern", "differences"]
