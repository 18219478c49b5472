"""Listing scenarios and saved exercises; loads neither models nor engine, so that it comes at once."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from textwrap import wrap

from exercise.catalogue import Catalogue
from exercise.cli.screens import library_of
from exercise.journal.files import list_journals
from exercise.library.listing import (
    LibraryCard,
    ScenarioCard,
    list_libraries,
    list_scenarios,
)
from exercise.library.places import Library

_WIDTH = 52


def show(arguments: argparse.Namespace) -> int:
    """Print every scenario and every saved exercise."""
    library = library_of(arguments)
    say = Catalogue(arguments.language).say
    if arguments.libraries:
        return _show_libraries(library, say)
    cards = list_scenarios(library)
    print(say("cli-list-scenarios"))
    for card in cards:
        _show_card(card, say)
    if not cards:
        print(f"  {say('cli-list-none')}")
    journals = list_journals()
    if journals:
        print(f"\n{say('cli-list-saved')}")
    for journal in journals:
        state = (
            say("cli-list-unreadable", reason=journal.reason)
            if journal.reason
            else say("cli-list-records", count=journal.head)
        )
        print(f"  {journal.created_at:25} {journal.scenario_id:24} {state}\n      {journal.path}")
    return 0


def _show_libraries(library: Library, say: Callable[..., str]) -> int:
    """Print every library of pieces, whose it is, and what is in it."""
    cards = list_libraries(library)
    print(say("cli-list-libraries"))
    for card in cards:
        print(f"  {card.name:24} {card.title}")
        for line in _library_told(card, say):
            print(f"  {'':24} {line}")
    if not cards:
        print(f"  {say('cli-list-none')}")
    return 0


def _library_told(card: LibraryCard, say: Callable[..., str]) -> Iterator[str]:
    if card.broken is not None:
        yield say("cli-list-broken", problem=card.broken.format().splitlines()[0])
        return
    yield from wrap(card.text, _WIDTH)
    said = {key: getattr(card, key) for key in ("version", "author", "license", "source")}
    yield from wrap(say("cli-list-credit", **said), _WIDTH)
    for section, names in card.pieces.items():
        yield from wrap(f"{section}: {', '.join(names)}", _WIDTH, subsequent_indent="  ")


def _show_card(card: ScenarioCard, say: Callable[..., str]) -> None:
    print(f"  {card.name:24} {card.title}")
    for line in _told(card, say):
        print(f"  {'':24} {line}")


def _told(card: ScenarioCard, say: Callable[..., str]) -> Iterator[str]:
    """Yield what is known of a scenario; of a broken one, why it cannot be played."""
    if card.broken is not None:
        yield say("cli-list-broken", problem=card.broken.format().splitlines()[0])
        return
    shape = say("cli-list-shape", turns=card.turns, seats=card.places)
    if card.duration:
        least, most = card.duration
        shape += f", {say('cli-list-minutes', **{'from': least, 'to': most})}"
    yield shape
    yield from wrap(card.summary, _WIDTH)
