"""What was read before, kept for as long as the files say the same.

Somebody who writes a scenario saves one file, and everything else stays as it was: models, role cards and the files
of the scenario that were not touched are not read again. The shelf belongs to who made it; nothing is kept on disk.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

from exercise.errors import ScenarioError
from exercise.library.places import shown_path
from exercise.library.strict_yaml import MappingNode, ScalarNode, SequenceNode, parse_counted

__all__ = ["Shelf", "Stamp", "stamp"]

_T = TypeVar("_T")
Stamp = tuple[tuple[str, int, int], ...]
"""Name, time of change and size of files."""
_NODES = (MappingNode, SequenceNode, ScalarNode)
_MOST = 2_000
"""Pieces of work that are kept; the oldest go first."""


class Shelf:
    """Trees of files, and work that was done on them."""

    def __init__(self) -> None:
        self._files: dict[Path, tuple[bytes, tuple[MappingNode, int] | ScenarioError]] = {}
        self._work: dict[Hashable, tuple[Any, Any]] = {}

    def tree(self, path: Path, data: bytes) -> MappingNode:
        """Return the tree of a YAML file; the same one for as long as its bytes are the same.

        Raises:
            ScenarioError: The file cannot be read as YAML.
        """
        return self.counted(path, data)[0]

    def counted(self, path: Path, data: bytes) -> tuple[MappingNode, int]:
        """Do as :meth:`tree`, and return how many keys and values the file has as well."""
        kept = self._files.get(path)
        if kept is None or kept[0] != data:
            try:
                kept = data, parse_counted(data, shown_path(path))
            except ScenarioError as error:
                kept = data, error
            self._files[path] = kept
        found = kept[1]
        if isinstance(found, ScenarioError):
            raise found
        return found

    def once(self, what: Hashable, given: Any, make: Callable[[], _T]) -> _T:
        """Return a piece of work, done again only where what it was given is not the same.

        Args:
            what: Names the work.
            given: What it depends on; parts of trees are compared by identity, everything else by value.
            make: Does it.
        """
        kept = self._work.get(what)
        if kept is None or not _same(kept[0], given):
            kept = given, make()
            self._work.pop(what, None)
            self._work[what] = kept
            while len(self._work) > _MOST:
                del self._work[next(iter(self._work))]
        return cast("_T", kept[1])


def _same(old: Any, new: Any) -> bool:
    """Whether two givens are the same; comparing trees by value would cost more than the work."""
    if old is new:
        return True
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(_same(*pair) for pair in zip(old, new, strict=True))
    if isinstance(old, _NODES) or isinstance(new, _NODES):
        return False
    return bool(old == new)


def stamp(folder: Path) -> Stamp:
    """Return name, time of change and size of every file below a folder, or of a file itself."""
    found = folder.rglob("*") if folder.is_dir() else [folder]
    stamps = []
    for path in sorted(found):
        try:
            state = path.stat()
        except OSError:
            # Editors replace a file by another; the next look finds it.
            continue
        stamps.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(stamps)
