"""Listing scenarios and saved exercises; loads neither models nor engine, so that it comes at once."""

from __future__ import annotations

import argparse
from textwrap import wrap

from exercise.journal.files import list_journals
from exercise.library.listing import ScenarioCard, list_scenarios
from exercise.library.places import open_library


_WIDTH = 52


def show(arguments: argparse.Namespace) -> int:
    """Print every scenario and every saved exercise."""
    library = open_library([arguments.library] if arguments.library else [])
    cards = list_scenarios(library)
    print("Scenarios")
    for card in cards:
        _show_card(card)
    if not cards:
        print("  none; name a folder with --library")
    journals = list_journals()
    if journals:
        print("\nSaved exercises")
    for journal in journals:
        state = f"{journal.head} records" if journal.reason is None else f"cannot be read: {journal.reason}"
        print(f"  {journal.created_at or '':25} {journal.scenario_id or '':24} {state}\n      {journal.path}")
    return 0


def _show_card(card: ScenarioCard) -> None:
    length = f"{card.duration[0]} to {card.duration[1]} min" if card.duration else ""
    print(f"  {card.name:24} {card.title}")
    print(f"  {'':24} {card.turns} turns, {card.places} seats, {length}".rstrip(", "))
    if card.broken is not None:
        print(f"  {'':24} broken: {card.broken.format().splitlines()[0]}")
    elif card.summary:
        for line in wrap(card.summary, _WIDTH):
            print(f"  {'':24} {line}")
