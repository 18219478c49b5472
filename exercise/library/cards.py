"""Reading models and role cards, each by itself: a card, the tree it was read from, and its problems."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from exercise.errors import Problem
from exercise.library.folder import MODEL_SECTIONS, FolderReader, read_file, read_model
from exercise.library.places import Found
from exercise.library.positions import at_path
from exercise.library.role_cards import changed_card
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import MappingNode
from exercise.library.validation import validate
from exercise.model.pack import ModelPack
from exercise.model.role import Role

__all__ = ["load_model", "load_role", "validated"]

_M = TypeVar("_M", bound=BaseModel)


def load_model(
    found: Found, shelf: Shelf | None = None
) -> tuple[ModelPack | None, MappingNode | None, list[Problem]]:
    """Return a model pack, the tree it was read from, and its problems.

    Args:
        found: Where it lies.
        shelf: What was read before, if anything.
    """
    reader = read_model(found.path, shelf)
    card = validated(reader, ModelPack, MODEL_SECTIONS)
    if card is not None and reader.tree is not None and card.id != found.path.name:
        message = f"the id '{card.id}' differs from the folder's name '{found.path.name}'"
        reader.problems.append(at_path(reader.tree, ("id",), message, "id"))
    return card, reader.tree, reader.problems


def load_role(
    path: Path, changes: MappingNode | None = None, shelf: Shelf | None = None
) -> tuple[Role | None, MappingNode | None, list[Problem]]:
    """Return a role card, the tree it was read from, and its problems.

    Args:
        path: The card's file.
        changes: What a scenario changes of it.
        shelf: What was read before, if anything.
    """
    reader = read_file(path, shelf)
    if reader.tree is not None and changes is not None:
        reader.tree = changed_card(reader.tree, changes)
    card = validated(reader, Role)
    return card, reader.tree, reader.problems


def validated(reader: FolderReader, model: type[_M], sections: tuple[str, ...] = ()) -> _M | None:
    """Return what a reader has read as a card; what is wrong is added to its problems, and then there is none."""
    if reader.tree is None:
        return None
    card, problems = validate(model, reader.tree, sections)
    reader.problems.extend(problems)
    return card
