"""Seats that have nothing addressed to them for two turns, and role cards that nobody plays."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from exercise.authoring.lint.subject import Subject, finding
from exercise.engine.findings import Finding
from exercise.engine.program import InjectCode
from exercise.library.places import shown_path

__all__ = ["lint_cards", "lint_seats"]

_PATIENCE = 2
"""Turns in a row without anything for a seat from which it counts as idle."""


def lint_seats(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each seat that gets no inject and has no open offer for two turns in a row.

    Injects in the drawer do not count, because nobody promises that they come. Seats of the facilitator's team and
    seats that stand empty are left out.
    """
    turns = range(1, subject.scenario.turns + 1)
    for number, place in enumerate(subject.scenario.places):
        if place.cell or place.seat == "vacant":
            continue
        role = subject.program.numbers.role[place.role]
        busy = {
            turn
            for index, inject in enumerate(subject.program.injects)
            for turn in _turns_for(subject, index, inject, role)
        }
        for idle in _runs([turn for turn in turns if turn not in busy]):
            message = (
                f"nothing is addressed to '{place.role}' in turns {idle[0]} to {idle[-1]}: no inject "
                "comes to it and no offer stands open"
            )
            yield finding(("scenario", "places", number, "role"), message, "idle-seat")


def lint_cards(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each role card in the scenario's own folder that no place names."""
    loaded = subject.loaded
    for name, tree in loaded.sources.roles.items():
        own = tree.source.file == shown_path(loaded.folder / "roles" / f"{name}.yaml")
        if own and name not in subject.program.roles:
            message = f"nobody plays this role: no place of the scenario names '{name}'"
            yield finding(("roles", name), message, "unlisted-role")


def _turns_for(subject: Subject, index: int, inject: InjectCode, role: int) -> Iterator[int]:
    """Yield the turns in which an inject comes to a role, or may come, or its offers to it stand."""
    offered = any(who == role for who, _ in inject.offers)
    if not offered and role not in inject.to:
        return
    last = subject.scenario.turns
    if index in subject.called:
        yield from range(1, last + 1)
    elif inject.kind == "conditional":
        yield from range(max(1, inject.turn), last + 1)
    elif inject.kind == "scheduled":
        comes = max(subject.first_turn, inject.turn)
        yield from range(comes, comes + (inject.open_turns if offered else 1))


def _runs(turns: list[int]) -> Iterator[list[int]]:
    """Yield turns in a row that are long enough to be told."""
    for _, group in groupby(enumerate(turns), key=lambda pair: pair[1] - pair[0]):
        run = [turn for _, turn in group]
        if len(run) >= _PATIENCE:
            yield run
