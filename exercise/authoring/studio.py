"""What a studio shows of a scenario while somebody writes it in an editor beside it.

Finds and returns; the screen shows it. One thread at a time may look.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from exercise.authoring.check import check_one, read_folders
from exercise.authoring.describe import Entry, Wishes, describe
from exercise.engine.program import Program
from exercise.errors import Problem, ScenarioError
from exercise.library.folder import SCENARIO_SECTIONS
from exercise.library.loader import LoadedScenario
from exercise.library.places import Library, shown_path
from exercise.library.shelf import Shelf, stamp
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode

__all__ = ["Compiled", "Look", "Part", "Studio"]

_HEAD, _CASES = "scenario.yaml", "cases.yaml"
_IN_HEAD = (*SCENARIO_SECTIONS, "objectives", "questions")
"""Keys of the head whose entries are parts of their own."""


class Part(Struct, frozen=True):
    """A file of a scenario, or one entry in it.

    Attributes:
        name: Unique in the scenario, such as ``injects.yaml`` or ``injects.yaml:second_bus``.
        file: The file's path.
        title: The file's name in the folder, or the entry's name.
        section: The chapter of a description that tells of the entry; empty for a file.
        line: Its first line, from 1.
        last: Its last line.
    """

    name: str
    file: Path
    title: str
    section: str
    line: int
    last: int

    def holds(self, problem: Problem) -> bool:
        """Return whether a problem stands in it."""
        if problem.file != shown_path(self.file):
            return False
        return not self.section or self.line <= problem.line <= self.last


class Look(Struct, frozen=True):
    """A scenario's files as they were at one moment.

    Attributes:
        parts: Files in the order of their names, the head first, each followed by its entries.
        problems: All of them, in the order of files and lines.
    """

    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many problems keep it from being played."""
        return sum(one.severity == "error" for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many others there are."""
        return len(self.problems) - self.errors


class Compiled(Struct, frozen=True):
    """A scenario that can be played, and what is said of it.

    Attributes:
        program: The scenario.
        entries: Its description, in reading order.
        fresh: Whether this is the version that was looked at, and not the last one that could be played.
    """

    program: Program
    entries: tuple[Entry, ...]
    fresh: bool

    def told(self, part: Part) -> Entry | None:
        """Return what a description tells of an entry in the files, or nothing where it tells nothing."""
        return next(
            (one for one in self.entries if (one.section, one.name) == (part.section, part.title)),
            None,
        )


class Studio:
    """Looks at one scenario again and again; what did not change is not read again."""

    def __init__(self, folder: Path, library: Library) -> None:
        """Look at a scenario.

        Args:
            folder: Its folder.
            library: Where models and roles are looked for.
        """
        self.folder = folder
        self._library = library
        self._shelf = Shelf()
        self._stamps: dict[Path, object] = {}
        self._loaded: LoadedScenario | None = None
        self._compiled: Compiled | None = None

    def changed(self) -> bool:
        """Return whether anything that is read was saved since the last look."""
        return self._stamps != self._now()

    def look(self) -> Look:
        """Return the parts and the problems of what is on the disk.

        Raises:
            LibraryError: The folder holds no scenario any more.
        """
        self._stamps = self._now()
        found = check_one(self.folder, self._library, self._shelf)
        self._loaded = found.loaded[0] if found.loaded else None
        return Look(tuple(self._parts()), tuple(found.problems))

    def compiled(self, language: str = "en") -> Compiled | None:
        """Return the scenario that was last looked at, the last version that can be played where it holds errors.

        Args:
            language: Of what is said of it.

        Returns:
            Nothing where no version could be played so far.
        """
        if self._loaded is None:
            last = self._compiled
            return None if last is None else Compiled(last.program, last.entries, fresh=False)
        program = self._loaded.program
        entries = tuple(describe(program, Wishes(language)).entries())
        self._compiled = Compiled(program, entries, fresh=True)
        return self._compiled

    def source(self, part: Part) -> tuple[str, ...]:
        """Return the lines of a part as they stand on the disk; none where the file cannot be read."""
        try:
            text = part.file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ()
        return tuple(text.split("\n")[part.line - 1 : part.last])

    def _now(self) -> dict[Path, object]:
        folders = dict.fromkeys(read_folders([str(self.folder)], self._library))
        return {folder: stamp(folder) for folder in folders}

    def _parts(self) -> Iterator[Part]:
        paths = [path for path in self.folder.rglob("*") if path.suffix in (".yaml", ".md")]
        for path in sorted(paths, key=lambda path: (path.name != _HEAD, path)):
            try:
                data = path.read_bytes()
            except OSError:
                # Editors replace a file by another; the next look finds it.
                continue
            name = path.relative_to(self.folder).as_posix()
            yield Part(name, path, name, "", 1, data.count(b"\n") + 1)
            yield from self._entries(path, name, data)

    def _entries(self, path: Path, name: str, data: bytes) -> Iterator[Part]:
        if path.suffix != ".yaml" or path.name == _CASES:
            return
        try:
            tree = self._shelf.tree(path, data)
        except ScenarioError:
            return
        section = path.stem if path.parent == self.folder else path.parent.name
        found = _of_head(tree) if path.name == _HEAD else _of(tree, section)
        for chapter, title, begins, node in found:
            last = max(node.end_line, begins)
            yield Part(f"{name}:{chapter}.{title}", path, title, chapter, begins, last)


_Found = tuple[str, str, int, Node]
"""Chapter, name, first line and node of an entry."""


def _of(tree: MappingNode, section: str) -> Iterator[_Found]:
    entries: Mapping[str, tuple[ScalarNode, Node]] = tree.entries
    for name, (key, node) in entries.items():
        yield section, name, key.line, node


def _of_head(tree: MappingNode) -> Iterator[_Found]:
    """Yield the places at the table, and the entries of sections that stand in the head."""
    for section, (_, node) in tree.entries.items():
        if section == "places" and isinstance(node, SequenceNode):
            for place in node.items:
                role = place.entries.get("role") if isinstance(place, MappingNode) else None
                if role is not None and isinstance(role[1], ScalarNode):
                    yield "roles", role[1].text, place.line, place
        elif section in _IN_HEAD and isinstance(node, MappingNode):
            yield from _of(node, section)
