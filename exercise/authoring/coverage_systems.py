"""Which systems of the subject matter there are, and the files and keys that realise them.

The table is written by hand, since most of them are no entry of one kind: a programme is a measure, an
actor a role card, a process a rule or a module. It is held against the files here; nothing is written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import Field, model_validator

from exercise.authoring.coverage import read_table
from exercise.library.folder import read_file
from exercise.model.base import Authored, Text

__all__ = ["System", "Systems", "places_at", "problems_in", "read_systems"]


class System(Authored):
    """One system, programme, actor or process."""

    name: Text
    """In own words, without a full stop."""
    at: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Files, by a word for them or by path, and the keys in them; no key where the file is the thing."""
    but: Text | None = None
    """What is not there, and why, where something is missing."""

    @model_validator(mode="after")
    def _told(self) -> System:
        if not self.at and self.but is None:
            raise ValueError("say where it is realised in 'at', or why it is not in 'but'")
        return self


class Systems(Authored):
    """The table of systems, numbered from 1 on behind one prefix."""

    prefix: str = Field(pattern=r"^[A-Z]+-?$")
    digits: int = Field(ge=1, le=3)
    last: int = Field(ge=1, le=999)
    files: dict[str, str] = Field(default_factory=dict)
    """Words for files, by which rows name them."""
    rows: dict[str, System]

    def ids(self) -> tuple[str, ...]:
        """Return every id there should be, in order."""
        return tuple(f"{self.prefix}{n:0{self.digits}d}" for n in range(1, self.last + 1))


def read_systems(path: Path) -> Systems:
    """Read the table.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    return read_table(Systems, path)


def places_at(systems: Systems, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each file of a row, from the root of the checkout, with its keys."""
    for word, keys in systems.rows[name].at.items():
        yield systems.files.get(word, word), keys


def problems_in(systems: Systems, root: Path) -> list[str]:
    """Return one sentence for each id without a row, row without an id, file or key that does not exist.

    Args:
        systems: The table.
        root: The folder that files are named from.
    """
    ids = systems.ids()
    wrong = [f"{name} has no row" for name in ids if name not in systems.rows]
    wrong += [f"{name} is no id of the table" for name in systems.rows if name not in ids]
    used = {word for row in systems.rows.values() for word in row.at}
    wrong += [f"no row names the file '{word}'" for word in systems.files if word not in used]
    for name in systems.rows:
        for file, keys in places_at(systems, name):
            path = root / file
            if not path.is_file():
                wrong.append(f"{name}: there is no file {file}")
                continue
            wrong += [f"{name}: {file} has no {key}" for key in keys if key not in _keys(path)]
    return wrong


@cache
def _keys(path: Path) -> frozenset[str]:
    """Return the names that a file holds: entries of a YAML file, top-level names of a module."""
    if path.suffix == ".yaml":
        tree = read_file(path).tree
        return frozenset(tree.entries if tree is not None else ())
    if path.suffix == ".py":
        return frozenset(_names(ast.parse(path.read_text(encoding="utf-8"))))
    return frozenset()


def _names(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id
