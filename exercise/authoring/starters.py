"""Starters: complete small scenarios that ``exercise new`` fills in with a title, seats, turns and a language.

A starter is a folder of data in ``starters/`` beside this module: a card, and templates of the files that are written.
This module reads them and makes texts of them; it writes no file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from pydantic import Field

from exercise.authoring.data import read_data
from exercise.authoring.template import Scope, filled
from exercise.catalogue import Catalogue
from exercise.errors import ExerciseError
from exercise.model.base import Authored, LangText, Slug
from exercise.model.role import Role, RoleKind

__all__ = [
    "LANGUAGES",
    "LEAST_TURNS",
    "MODEL",
    "MOST_TURNS",
    "TURNS",
    "Part",
    "Plan",
    "Seat",
    "Starter",
    "files_of",
    "seated",
    "starters",
]

LANGUAGES = ("en", "ru")
"""Languages that starters are written in."""
LEAST_TURNS, MOST_TURNS, TURNS = 2, 12, 3
"""How many turns a new scenario may have, and how many a starter is written for."""

MODEL = "central-asia"
"""The model that starters play on."""

_FOLDER = Path(__file__).with_name("starters")
_SHARED = "common"
"""The folder of what several starters include."""
_CARD = "starter.yaml"
_ENDING = ".tmpl"
_SEASONS = {
    "en": ("Spring", "Summer", "Autumn", "Winter"),
    "ru": ("Весна", "Лето", "Осень", "Зима"),
}
_LEAST_MINUTES, _MOST_MINUTES = 20, 30
"""Shortest and longest conduct of one turn in a room."""


class Part(Authored):
    """A part in the story that a role plays."""

    name: Slug
    """How templates call it."""
    kinds: tuple[RoleKind, ...] = Field(min_length=1)
    """Kinds of roles that can play it."""
    role: Slug
    """The role that plays it where nobody says otherwise."""
    needed: bool = True
    """Whether the story cannot do without it."""


class Starter(Authored):
    """A starter's card."""

    name: LangText
    """The title of the scenario where nobody gives another one."""
    about: LangText
    """One line for somebody who chooses."""
    year: int
    """The year in which the story begins, in spring; the model has a setting for it."""
    parts: tuple[Part, ...] = Field(min_length=1)
    """Who plays in the story, the parts that are needed first."""
    objectives: tuple[Slug, ...] = Field(min_length=1)
    """Its learning objectives, for turns that the story does not reach."""

    def roles(self) -> tuple[str, ...]:
        """Return the roles at the table where nobody names others."""
        return tuple(part.role for part in self.parts)


class Seat(Struct, frozen=True):
    """A role at the table of the new scenario."""

    role: str
    kind: str
    state: str = ""
    part: str = ""
    """The part it plays in the story; empty for a further seat."""


class Plan(Struct, frozen=True):
    """What a new scenario is to be.

    Attributes:
        id: The name of its folder.
        title: Its title, one line.
        turns: How many turns, 2 to 12.
        seats: Who sits at the table.
        language: Of texts and comments.
    """

    id: str
    title: str
    turns: int
    seats: tuple[Seat, ...]
    language: str


def starters() -> dict[str, Starter]:
    """Return every starter by name.

    Raises:
        ScenarioError: A card is wrong; all problems are listed.
    """
    return {
        card.parent.name: read_data(card, Starter) for card in sorted(_FOLDER.glob(f"*/{_CARD}"))
    }


def seated(starter: Starter, cards: Mapping[str, Role], words: Catalogue) -> tuple[Seat, ...]:
    """Give roles their parts in the story, the first that can play one; the others are further seats.

    Args:
        starter: The starter.
        cards: The roles at the table by name, in order.
        words: The language of what is said about a missing role.

    Raises:
        ExerciseError: Nobody can play a part that is needed.
    """
    free = dict(cards)
    cast: dict[str, str] = {}
    for part in starter.parts:
        role = next((name for name, card in free.items() if card.kind in part.kinds), None)
        if role is not None:
            cast[role] = part.name
            del free[role]
        elif part.needed:
            kinds = ", ".join(words.say(f"kind-{kind}") for kind in part.kinds)
            raise ExerciseError(words.say("cli-new-no-role", kinds=kinds, role=part.role))
    return tuple(
        Seat(role, card.kind, card.state or "", cast.get(role, "")) for role, card in cards.items()
    )


def files_of(name: str, plan: Plan) -> dict[str, str]:
    """Return the files of a new scenario as texts, by name.

    Args:
        name: The starter's name.
        plan: What the scenario is to be.
    """
    folder = _FOLDER / name
    shared = _templates(_FOLDER / _SHARED)
    scope = _scope(plan, read_data(folder / _CARD, Starter))
    return {file: filled(template, scope, shared) for file, template in _templates(folder).items()}


def _templates(folder: Path) -> dict[str, str]:
    return {
        path.name.removesuffix(_ENDING): path.read_text(encoding="utf-8")
        for path in sorted(folder.glob(f"*{_ENDING}"))
    }


def _scope(plan: Plan, starter: Starter) -> Scope:
    parts = {seat.part: seat for seat in plan.seats if seat.part}
    values = {
        "schema": "$schema",  # an editor's word, not one of ours
        "id": plan.id,
        "model": MODEL,
        "title": plan.title,
        "quoted_title": json.dumps(plan.title, ensure_ascii=False),
        "year": str(starter.year),
        "objectives": ", ".join(starter.objectives),
        "turns": str(plan.turns),
        "calendar": json.dumps(list(_calendar(plan, starter.year)), ensure_ascii=False),
        "states": ", ".join(dict.fromkeys(seat.state for seat in plan.seats if seat.state)),
        "shortest": str(plan.turns * _LEAST_MINUTES),
        "longest": str(plan.turns * _MOST_MINUTES),
    }
    values |= {f"turn_{turn}": str(min(turn, plan.turns)) for turn in range(1, TURNS + 1)}
    values |= {part: seat.role for part, seat in parts.items()}
    values |= {f"{part}_state": seat.state for part, seat in parts.items()}
    return Scope(
        values=values,
        marks=frozenset((plan.language, *parts)),
        repeated={"seat": _further_seats(plan.seats), "turn": _further_turns(plan)},
    )


def _calendar(plan: Plan, year: int) -> Iterator[str]:
    seasons = _SEASONS[plan.language]
    for turn in range(plan.turns):
        years, season = divmod(turn, len(seasons))
        yield f"{seasons[season]} {year + years}"


def _further_seats(seats: Sequence[Seat]) -> tuple[Scope, ...]:
    """Return what is known of each seat that has no part in the story."""
    return tuple(
        Scope({"role": seat.role}, frozenset({"cell"} if seat.kind == "cell" else ()))
        for seat in seats
        if not seat.part
    )


def _further_turns(plan: Plan) -> tuple[Scope, ...]:
    """Return what is known of each turn that the story does not reach."""
    return tuple(Scope({"turn": str(turn)}) for turn in range(TURNS + 1, plan.turns + 1))
