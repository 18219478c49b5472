"""Reading the folder of a scenario or model into one tree, whichever files its parts stand in.

A folder has a head file with short keys. A section stands in the head, in a file of its own, or in
a folder of files; never in two of them. Nothing outside the folder is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct, field

from exercise.errors import Problem, ScenarioError
from exercise.library.places import shown_path
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, Source, read_text
from exercise.limits import (
    FREE_VALUES,
    MAX_FILE_BYTES,
    MAX_FILES,
    MAX_FOLDER_BYTES,
    MAX_FOLDER_VALUES,
    MAX_NOTE_BYTES,
    most_values,
)
from exercise.nearest import did_you_mean

__all__ = [
    "CASES",
    "LIBRARY_SECTIONS",
    "MODEL_SECTIONS",
    "SCENARIO_SECTIONS",
    "FolderReader",
    "has_cases",
    "read_file",
    "read_library",
    "read_model",
    "read_scenario",
]

SCENARIO_SECTIONS = ("injects", "measures", "rules", "agreements", "red_lines")
MODEL_SECTIONS = (
    "states", "quantities", "derived", "issues", "audiences", "flows", "red_lines", "injects",
    "measures", "rules", "agreements", "glossary", "settings",
)  # fmt: skip
LIBRARY_SECTIONS = ("injects", "measures", "quantities")
"""Sections that may have a file, or a folder of files, of their own."""
CASES = "cases.yaml"
"""The file of a scenario's cases, which is no part of the scenario."""

_Entries = dict[str, tuple[ScalarNode, Node]]


class FolderReader(Struct):
    """What was read of one folder, and what was wrong.

    Attributes:
        folder: The folder; every file read must lie in it.
        problems: Errors and warnings in the order found.
        texts: Markdown files by name.
        tree: The head with its sections; nothing where something could not be read.
        shelf: What was read before.
        full: Whether the folder holds more than is read; nothing further is then.
    """

    folder: Path
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    tree: MappingNode | None = None
    shelf: Shelf = field(default_factory=Shelf)
    full: bool = False
    _files: int = 0
    _size: int = 0
    _values: int = 0

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any(problem.severity == "error" for problem in self.problems)

    def note(self, path: Path, message: str, code: str) -> None:
        """Add an error on a whole file."""
        self.problems.append(
            Problem(
                file=shown_path(path),
                line=1,
                column=1,
                severity="error",
                message=message,
                code=code,
            )
        )

    def yaml(self, path: Path) -> MappingNode | None:
        """Read one YAML file of the folder."""
        data = self._bytes(path)
        if data is None:
            return None
        try:
            tree, values = self.shelf.counted(path, data)
            self._values += values
            if self._values > most_values(self._size, MAX_FOLDER_VALUES, 2 * FREE_VALUES):
                self._note_full()
            return tree
        except ScenarioError as error:
            self.problems.extend(error.problems)
            return None

    def markdown(self, path: Path) -> None:
        """Keep one Markdown file of the folder."""
        data = self._bytes(path)
        if data is None:
            return
        try:
            self.texts[path.name] = read_text(data, shown_path(path), MAX_NOTE_BYTES)
        except ScenarioError as error:
            self.problems.extend(error.problems)

    def _bytes(self, path: Path) -> bytes | None:
        data = None if self.full else self._content(path)
        self._files += 1
        self._size += len(data or b"")
        if self._files > MAX_FILES or self._size > MAX_FOLDER_BYTES:
            self._note_full()
        return None if self.full else data

    def _note_full(self) -> None:
        if not self.full:
            message = (
                f"this folder holds more than {MAX_FILES} files, {MAX_FOLDER_BYTES:,} bytes (4 MiB) or "
                f"{MAX_FOLDER_VALUES:,} values, or more values than its size can need; take out what "
                "does not belong to it"
            )
            self.note(self.folder, message, "folder-too-large")
        self.full = True

    def _content(self, path: Path) -> bytes | None:
        try:
            if not path.resolve().is_relative_to(self.folder.resolve()):
                message = f"this is a link out of the folder {self.folder.name}; copy the file here"
                self.note(path, message, "outside")
                return None
            if not path.is_file():
                self.note(path, "this is not a file that can be read", "unreadable")
                return None
            with path.open("rb") as file:
                return file.read(MAX_FILE_BYTES + 1)
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            self.note(path, f"this file cannot be read: {reason}", "unreadable")
            return None


def read_file(path: Path, shelf: Shelf | None = None) -> FolderReader:
    """Read a file that stands alone, such as a role card.

    Args:
        path: The file.
        shelf: What was read before, if anything.
    """
    reader = FolderReader(path.parent, shelf=shelf or Shelf())
    reader.tree = reader.yaml(path)
    return reader


def read_scenario(folder: Path, shelf: Shelf | None = None) -> FolderReader:
    """Read a scenario's folder with its Markdown files; cases and roles are left for later.

    Args:
        folder: The scenario's folder.
        shelf: What was read before, if anything.
    """
    reader = _read(folder, "scenario.yaml", SCENARIO_SECTIONS, (CASES, "roles"), shelf)
    for path in sorted(folder.glob("*.md")):
        if not path.name.startswith("."):
            reader.markdown(path)
    return reader


def has_cases(folder: Path) -> bool:
    """Return whether a scenario's folder has a file of cases."""
    return (folder / CASES).is_file()


def read_model(folder: Path, shelf: Shelf | None = None) -> FolderReader:
    """Read a model pack's folder.

    Args:
        folder: The model's folder.
        shelf: What was read before, if anything.
    """
    return _read(folder, "model.yaml", MODEL_SECTIONS, (), shelf)


def read_library(folder: Path) -> FolderReader:
    """Read the folder of a library of pieces."""
    return _read(folder, "library.yaml", LIBRARY_SECTIONS, ())


def _read(
    folder: Path,
    head: str,
    sections: Sequence[str],
    further: Sequence[str],
    shelf: Shelf | None = None,
) -> FolderReader:
    reader = FolderReader(folder, shelf=shelf or Shelf())
    tree = reader.yaml(folder / head)
    entries: _Entries = dict(tree.entries) if tree is not None else {}
    for name in sections:
        found = _section(reader, name)
        if found is not None and name in entries:
            _written_twice(reader, name, entries[name][0], found[0].source.file)
        elif found is not None:
            entries[name] = found
    _warn_unknown(reader, (head, *further), sections)
    if tree is not None and not reader.failed:
        reader.tree = MappingNode(entries, tree.line, tree.column, tree.end_line, tree.source)
    return reader


def _section(reader: FolderReader, name: str) -> tuple[ScalarNode, Node] | None:
    file, folder = reader.folder / f"{name}.yaml", reader.folder / name
    has_file = file.exists() or file.is_symlink()
    if has_file and folder.is_dir():
        message = f"'{name}' stands in {name}.yaml and in the folder {name}/; keep one of them"
        reader.note(file, message, "section-twice")
        return None
    if has_file:
        tree = reader.yaml(file)
        return None if tree is None else _labelled(name, _unwrapped(reader, name, tree))
    return _merged(reader, name, folder) if folder.is_dir() else None


def _unwrapped(reader: FolderReader, name: str, tree: MappingNode) -> MappingNode:
    inner = tree.entries.get(name)
    if len(tree.entries) == 1 and inner is not None and isinstance(inner[1], MappingNode):
        message = (
            f"this file holds '{name}' already by its name; take the outer key '{name}' away"
            " and move its entries to the left"
        )
        _at_key(reader, inner[0], message, "outer-key")
    return tree


def _merged(reader: FolderReader, name: str, folder: Path) -> tuple[ScalarNode, Node] | None:
    entries: _Entries = {}
    first: MappingNode | None = None
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        if path.suffix != ".yaml":
            _warn(reader, path, "this file is not read: only files that end in .yaml are")
            continue
        tree = reader.yaml(path)
        first = first or tree
        for key, entry in tree.entries.items() if tree is not None else ():
            earlier = entries.setdefault(key, entry)
            if earlier is not entry:
                where = f"{earlier[0].source.file}, line {earlier[0].line}"
                message = f"'{key}' stands in two files: here and in {where}; keep one of them"
                _at_key(reader, entry[0], message, "duplicate-key")
    if first is None:
        return None
    return _labelled(
        name, MappingNode(entries, first.line, first.column, first.end_line, first.source)
    )


def _labelled(name: str, tree: MappingNode) -> tuple[ScalarNode, Node]:
    """Give a file's tree the key that its name stands for, at the start of the file."""
    first = next(iter(tree.entries.values()), None)
    line = first[0].line if first is not None else tree.line
    column = first[0].column if first is not None else tree.column
    return ScalarNode(
        text=name, value=name, style="", line=line, column=column, end_line=line, source=tree.source
    ), tree


def _written_twice(reader: FolderReader, name: str, key: ScalarNode, file: str) -> None:
    message = f"'{name}' stands here and in {file}; keep one of them"
    _at_key(reader, key, message, "section-twice")


def _at_key(reader: FolderReader, key: ScalarNode, message: str, code: str) -> None:
    source: Source = key.source
    text = source.line(key.line)
    reader.problems.append(
        Problem(
            file=source.file,
            line=key.line,
            column=key.column,
            severity="error",
            message=message,
            code=code,
            source_line=text,
            length=len(key.text),
        )
    )


def _warn(reader: FolderReader, path: Path, message: str) -> None:
    reader.problems.append(
        Problem(
            file=shown_path(path),
            line=1,
            column=1,
            severity="warning",
            message=message,
            code="unread-file",
        )
    )


def _warn_unknown(reader: FolderReader, files: Sequence[str], sections: Sequence[str]) -> None:
    known = [*files, *(f"{name}.yaml" for name in sections)]
    for path in sorted(reader.folder.iterdir()):
        if path.name in known or path.name.startswith(".") or path.suffix == ".md":
            continue
        if path.is_dir() and path.name in sections:
            continue
        hint = did_you_mean(path.name, known)
        _warn(reader, path, f"'{path.name}' is not read: it has no name of a section{hint}")
