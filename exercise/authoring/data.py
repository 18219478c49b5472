"""Data files of the package: read and validated like an author's file, with the same messages."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from exercise.errors import ScenarioError
from exercise.library.folder import read_file
from exercise.library.validation import validate

__all__ = ["read_data"]

_M = TypeVar("_M", bound=BaseModel)


def read_data(path: Path, model: type[_M]) -> _M:
    """Return what a data file holds.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    reader = read_file(path)
    card, problems = (None, []) if reader.tree is None else validate(model, reader.tree)
    if card is None:
        raise ScenarioError((*reader.problems, *problems))
    return card
