"""Where scenarios, models and roles are looked for, and which of several was taken.

Knows folders and names only: it parses no file and imports no model, so that a list is quick.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import platformdirs
from msgspec import Struct

from exercise.errors import LibraryError, Problem
from exercise.nearest import nearest

__all__ = [
    "ENVIRONMENT",
    "Found",
    "Kind",
    "Library",
    "Root",
    "added_folder",
    "find_checkout",
    "open_library",
    "shown_path",
]

ENVIRONMENT = "EXERCISE_LIBRARY"
"""Names further folders, separated as in PATH."""

Kind = Literal["scenario", "model", "library", "role", "alias"]
Origin = Literal["named", "environment", "added", "checkout", "package"]

_ORIGINS = {
    "named": "named by you",
    "environment": f"named by {ENVIRONMENT}",
    "added": "added from a pack",
    "checkout": "the checkout",
    "package": "built in",
}


class Root(Struct, frozen=True):
    """One folder with ``scenarios/`` or ``roles/`` in it.

    Attributes:
        folder: The folder.
        origin: Who named it.
    """

    folder: Path
    origin: Origin

    def describe(self) -> str:
        """Return the folder and who named it, in words."""
        return f"{shown_path(self.folder)} ({_ORIGINS[self.origin]})"


class Found(Struct, frozen=True):
    """A scenario, model, role or alias file that was found.

    Attributes:
        name: The name it is asked for by.
        path: Its folder, or its file.
        root: Where it was found; none when the path itself was given.
        others: Places of the same name that were left aside.
    """

    name: str
    path: Path
    root: Root | None = None
    others: tuple[Path, ...] = ()

    def warnings(self, kind: Kind) -> tuple[Problem, ...]:
        """Return one warning for each place that was left aside."""
        taken = shown_path(self.path)
        return tuple(
            Problem(
                file=taken, line=1, column=1, severity="warning",
                message=f"there are two {kind} entries '{self.name}': this one is used,"
                f" {shown_path(other)} is not; rename one of them",
                code="found-twice",
            )
            for other in self.others
        )  # fmt: skip


class Library(Struct, frozen=True):
    """The folders that are searched, in this order.

    What was added from a pack brings its own model, libraries and aliases: these are found by the scenario they came
    with and by no other, so that adding a pack changes nothing of what was there.

    Attributes:
        roots: The folders.
        home: The folder of a pack whose scenario is being read; it is searched first.
    """

    roots: tuple[Root, ...]
    home: Root | None = None

    def at_home(self, path: Path) -> Library:
        """Return the library as a scenario sees it that lies at a path."""
        homes = (root for root in self.roots if root.origin == "added")
        return Library(self.roots, next((r for r in homes if path.is_relative_to(r.folder)), None))

    def built_in(self) -> Library:
        """Return what came with this version alone."""
        return Library(tuple(r for r in self.roots if r.origin in ("checkout", "package")))

    def describe(self) -> str:
        """Return the folders in words, one per line."""
        return "\n".join(root.describe() for root in self.roots)

    def all(self, kind: Kind) -> dict[str, Found]:
        """Return everything of one kind by name, sorted; the first root that has a name wins."""
        found: dict[str, Found] = {}
        for root in self._searched(kind):
            for name, path in _entries(root.folder, kind):
                first = found.setdefault(name, Found(name, path, root))
                if first.path != path and first.root != self.home:
                    others = (*first.others, path)
                    found[name] = Found(name, first.path, first.root, others)
        return dict(sorted(found.items()))

    def _searched(self, kind: Kind) -> Iterator[Root]:
        if self.home is not None:
            yield self.home
        for root in self.roots:
            if root != self.home and (root.origin != "added" or kind == "scenario"):
                yield root

    def find(self, kind: Kind, name: str) -> Found:
        """Return what a name stands for.

        Raises:
            LibraryError: There is none; the message names the nearest and where it was looked for.
        """
        known = self.all(kind)
        if name in known:
            return known[name]
        raise LibraryError(self.missing(kind, name, known))

    def missing(self, kind: Kind, name: str, known: Iterable[str]) -> str:
        """Return the sentence for a name that is not there."""
        close = nearest(name, known)
        hint = f" Did you mean '{close}'?" if close else ""
        where = ", ".join(root.describe() for root in self.roots) or "nowhere: no folder is known"
        return f"there is no {kind} '{name}'.{hint} Looked in {where}"

    def scenario(self, name_or_folder: str) -> Found:
        """Return a scenario by name, or by the path of its folder.

        Raises:
            LibraryError: There is none.
        """
        if os.sep not in name_or_folder and name_or_folder not in (".", ".."):
            known = self.all("scenario")
            if name_or_folder in known:
                return known[name_or_folder]
        if not name_or_folder:
            return self.find("scenario", name_or_folder)
        folder = Path(name_or_folder).expanduser()
        if folder.name == "scenario.yaml" and folder.is_file():
            folder = folder.parent
        if (folder / "scenario.yaml").is_file():
            folder = folder.resolve()
            return Found(folder.name, folder)
        if folder.is_dir():
            message = f"{name_or_folder} is a folder without a file scenario.yaml"
            raise LibraryError(f"{message}; name the folder of one scenario")
        return self.find("scenario", name_or_folder)


def open_library(
    folders: Sequence[Path | str] = (), environment: Mapping[str, str] | None = None
) -> Library:
    """Return the library: named folders, then those of the environment, what was added, and what is built in.

    Args:
        folders: Folders the user names; each holds ``scenarios/`` or ``roles/``, or packs were added to it.
        environment: Where ``EXERCISE_LIBRARY`` is read; the process's own by default.

    Raises:
        LibraryError: A named folder is not there, or holds neither.
    """
    given = (os.environ if environment is None else environment).get(ENVIRONMENT, "")
    roots = [root for folder in folders for root in _roots(Path(folder), "the folder", "named")]
    for folder in filter(None, given.split(os.pathsep)):
        roots += _roots(Path(folder), ENVIRONMENT, "environment")
    roots += _added(added_folder())
    roots += _built_in()
    return Library(tuple(_once(roots)))


def added_folder() -> Path:
    """Return the person's folder for what is added from packs, which need not exist."""
    return Path(platformdirs.user_data_dir("exercise-engine", appauthor=False)) / "library"


def find_checkout() -> Path | None:
    """Return the checkout this package runs from, or nothing where it was installed."""
    folder = Path(__file__).resolve().parents[2]
    is_checkout = (folder / "scenarios").is_dir() and (folder / "pyproject.toml").is_file()
    return folder if is_checkout else None


def shown_path(path: Path) -> str:
    """Return a path as it is shown: from the working folder where it lies inside."""
    try:
        return path.relative_to(Path.cwd()).as_posix() or "."
    except (ValueError, OSError):
        return path.as_posix()


def _built_in() -> list[Root]:
    checkout = find_checkout()
    if checkout is not None:
        return [Root(checkout, "checkout")]
    from importlib.resources import files

    packed = Path(str(files("exercise") / "_library"))
    return [Root(packed, "package")] if packed.is_dir() else []


def _roots(folder: Path, who: str, origin: Origin) -> list[Root]:
    """Return a folder that somebody names, or the packs that were added to it."""
    folder = folder.expanduser()
    if not folder.is_dir():
        raise LibraryError(f"{who} names {folder}, which is not a folder; correct the path")
    packs = _added(folder)
    if any((folder / name).is_dir() for name in ("scenarios", "roles")):
        return [Root(folder.resolve(), origin), *packs]
    if not packs:
        raise LibraryError(f"{who} names {folder}, which holds neither scenarios/ nor roles/")
    return packs


def _added(folder: Path) -> list[Root]:
    try:
        heads = sorted(folder.resolve().glob("*/manifest.json"))
    except OSError:
        return []
    return [Root(head.parent, "added") for head in heads if not head.parent.name.startswith(".")]


def _once(roots: Iterable[Root]) -> Iterator[Root]:
    seen: list[Path] = []
    for root in roots:
        if root.folder not in seen:
            seen.append(root.folder)
            yield root


def _entries(root: Path, kind: Kind) -> Iterator[tuple[str, Path]]:
    if kind == "scenario":
        yield from _folders(root / "scenarios", "scenario.yaml")
    elif kind == "model":
        yield from _folders(root / "scenarios" / "models", "model.yaml")
    elif kind == "library":
        yield from _folders(root / "scenarios" / "libraries", "library.yaml")
    else:
        folder = root / "roles" if kind == "role" else root / "roles" / "aliases"
        for path in sorted(folder.glob("*.yaml")):
            if path.is_file() and not path.name.startswith("."):
                yield path.stem, path


def _folders(parent: Path, head: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(parent.glob(f"*/{head}")):
        if not path.parent.name.startswith("."):
            yield path.parent.name, path.parent
