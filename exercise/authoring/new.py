"""Writing a new scenario: a folder that is complete, or nothing.

Nothing that is there is overwritten. The folder is made under another name and moved to its place when it is whole.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from exercise.authoring.schema import write_schemas
from exercise.authoring.starters import LEAST_TURNS, MODEL, MOST_TURNS, Plan, files_of
from exercise.catalogue import Catalogue
from exercise.conduct.text import line
from exercise.errors import ExerciseError
from exercise.library.cards import load_role
from exercise.library.folder import read_model
from exercise.library.places import Found, Library
from exercise.library.positions import follow
from exercise.library.strict_yaml import MappingNode
from exercise.model.base import FOLDER_PATTERN
from exercise.model.role import Role
from exercise.nearest import nearest

__all__ = [
    "LONGEST_TITLE",
    "Written",
    "checked_folder",
    "checked_title",
    "checked_turns",
    "role_cards",
    "slug_of",
    "write_scenario",
]

LONGEST_TITLE = 80
"""Characters: a title stands on one line of a list."""
_TAKEN = ("models", "roles", "schema")
"""Names of folders that mean something else beside scenarios."""


class Written(Struct, frozen=True):
    """What was written.

    Attributes:
        folder: The scenario's folder.
        files: Its files, in order of their names.
        schemas: Schema files for editors that were not there yet.
    """

    folder: Path
    files: tuple[Path, ...]
    schemas: tuple[Path, ...]


def slug_of(title: str) -> str:
    """Return a folder's name made of a title's plain letters and digits; empty where it has none.

    >>> slug_of("Two posts, one river")
    'two-posts-one-river'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-0123456789")[:60].strip("-")


def checked_folder(folder: Path, words: Catalogue) -> Path:
    """Return where a scenario is to be written.

    Raises:
        ExerciseError: The name is none for a scenario, or something is there.
    """
    folder = folder.expanduser().absolute()
    name = folder.name
    if not re.fullmatch(FOLDER_PATTERN, name) or len(name) > 60:
        better = slug_of(name)
        hint = words.say("cli-new-try", name=better) if better else ""
        raise ExerciseError(words.say("cli-new-bad-name", name=name, hint=hint).strip())
    if name in _TAKEN:
        raise ExerciseError(words.say("cli-new-taken-name", name=name))
    if folder.exists() or folder.is_symlink():
        raise ExerciseError(words.say("cli-new-exists", path=str(folder)))
    return folder


def checked_title(title: str, words: Catalogue) -> str:
    """Return a title as it can be written.

    Raises:
        ExerciseError: It is empty or too long.
    """
    title = line(title)
    if not title or len(title) > LONGEST_TITLE:
        raise ExerciseError(words.say("cli-new-bad-title", most=LONGEST_TITLE))
    return title


def checked_turns(turns: str, words: Catalogue) -> int:
    """Return a number of turns.

    Raises:
        ExerciseError: It is no number, or out of range.
    """
    if turns.isascii() and turns.isdigit() and LEAST_TURNS <= int(turns[:4]) <= MOST_TURNS:
        return int(turns)
    raise ExerciseError(
        words.say("cli-new-bad-turns", given=turns, least=LEAST_TURNS, most=MOST_TURNS)
    )


def role_cards(roles: Sequence[str], library: Library, words: Catalogue) -> Mapping[str, Role]:
    """Return the cards of roles by name, in the order given.

    Raises:
        ExerciseError: A role is named twice, is not there, or its card cannot be read or played.
    """
    states = _states(library)
    cards: dict[str, Role] = {}
    for role in roles:
        if role in cards:
            raise ExerciseError(words.say("cli-new-twice", role=role))
        card = _card(role, library.all("role"), words)
        if card.state is not None and card.state not in states:
            named = ", ".join(states)
            raise ExerciseError(words.say("cli-new-other-state", role=role, known=named))
        cards[role] = card
    return cards


def _card(role: str, known: Mapping[str, Found], words: Catalogue) -> Role:
    if role not in known:
        close = nearest(role, known)
        hint = words.say("cli-new-mean", name=close) if close else ""
        message = words.say("cli-new-unknown-role", role=role, hint=hint, known=", ".join(known))
        raise ExerciseError(message)
    card, _, problems = load_role(known[role].path)
    if card is None:
        raise ExerciseError(problems[0].format().partition("\n")[0])
    return card


def _states(library: Library) -> tuple[str, ...]:
    """Return the states of the model that starters play on."""
    tree = read_model(library.find("model", MODEL).path).tree
    states = follow(tree, "states") if tree is not None else None
    return tuple(states[1].entries) if states and isinstance(states[1], MappingNode) else ()


def write_scenario(folder: Path, starter: str, plan: Plan, library: Library) -> Written:
    """Write a scenario, and beside it the schemas for editors that are not there yet.

    Args:
        folder: Where to; nothing is there yet.
        starter: The starter's name.
        plan: What the scenario is to be.
        library: Where names for editors are looked for.

    Raises:
        OSError: It cannot be written; nothing of the scenario is left.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = folder.with_name(f".{folder.name}.part")
    unfinished.mkdir()
    try:
        for name, text in files_of(starter, plan).items():
            (unfinished / name).write_text(text, encoding="utf-8", newline="\n")
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    schemas = write_schemas(folder.parent / "schema", library, replace=False)
    return Written(folder, tuple(sorted(folder.iterdir())), tuple(schemas))
