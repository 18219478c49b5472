"""Packing a scenario into one file: what goes in, what it must say of itself, and what speaks against passing it on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct, field

from exercise import __version__
from exercise.authoring.check import check
from exercise.authoring.personal import find_personal
from exercise.errors import LibraryError, Problem, ScenarioError
from exercise.library.folder import read_file, read_scenario
from exercise.library.listing import card_of, places_of, text_at
from exercise.library.pack_form import (
    ENDING,
    FORMAT,
    MAX_ENTRIES,
    MAX_FILE_BYTES,
    MAX_PACK_BYTES,
    MAX_TOTAL_BYTES,
    Manifest,
    Pack,
    PackedLibrary,
    PackedModel,
    PackError,
    digest_of,
    pack_bytes,
)
from exercise.library.pack_names import check_name
from exercise.library.places import Found, Kind, Library, shown_path
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode
from exercise.library.telling import first_problems
from exercise.library.unpack import unpack

__all__ = ["Packing", "pack_name", "pack_scenario"]

_NEEDED = {
    "title": "title: Two posts",
    "version": "version: 1.0.0",
    "author": "author: Your name or office",
    "license": "license: CC-BY-4.0",
    "setting_year": "setting_year: 2016",
    "model": "model: central-asia",
}
"""What a pack says of a scenario that the scenario must say itself, each as it may be written."""
_PLACEHOLDER = re.compile(rb"\{([a-z][a-z0-9_]*)\}")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


class Packing(Struct):
    """A scenario that was packed.

    Attributes:
        data: The bytes of the pack.
        pack: What is in it.
        left_out: Files of the scenario's folder that are not in it, each with the reason.
        problems: What was found on the way: errors only where packing was forced.
    """

    data: bytes
    pack: Pack
    left_out: tuple[str, ...]
    problems: tuple[Problem, ...]


def pack_scenario(name_or_folder: str, library: Library, force: bool = False) -> Packing:
    """Pack a scenario with its role cards, and with the model and libraries that are not built in.

    Args:
        name_or_folder: Its name in the library, or the path of its folder.
        library: Where it, its model and its roles are looked for.
        force: Whether a scenario with mistakes is packed as well.

    Raises:
        LibraryError: There is no such scenario, it does not say what a pack must say, or it is too large.
        ScenarioError: It has mistakes.
    """
    found = library.scenario(name_or_folder)
    result = check([str(found.path)], library)
    errors = [problem for problem in result.problems if problem.severity == "error"]
    reader = read_scenario(found.path)
    if reader.tree is None or (errors and not force):
        raise ScenarioError(errors or reader.problems)
    for failure in result.failures:
        raise LibraryError(failure)
    _need_head(found, reader.tree)
    gathering = _Gathering(found, library.at_home(found.path), reader.tree)
    gathering.gather()
    data = pack_bytes(gathering.manifest(), gathering.files)
    if len(data) > MAX_PACK_BYTES or sum(map(len, gathering.files.values())) > MAX_TOTAL_BYTES:
        raise LibraryError(
            f"the pack would have {len(data):,} bytes, and at most {MAX_PACK_BYTES:,} can be added"
        )
    try:
        pack = unpack(data)
    except PackError as error:
        raise LibraryError(f"{shown_path(found.path)} cannot be packed: {error}") from None
    problems = (*result.problems, *gathering.personal())
    return Packing(data, pack, tuple(gathering.left_out), problems)


def pack_name(manifest: Manifest) -> str:
    """Return what a pack's file is called unless somebody says otherwise."""
    version = re.sub(r"[^A-Za-z0-9.]+", "-", manifest.version).strip("-.")
    return f"{manifest.name}-{version}{ENDING}"


def _need_head(found: Found, tree: MappingNode) -> None:
    lacking = [key for key in _NEEDED if not text_at(tree, key)]
    if lacking:
        head = shown_path(found.path / "scenario.yaml")
        keys = "\n".join(f"  {_NEEDED[key]}" for key in lacking)
        raise LibraryError(
            f"{head} does not say all that a pack must say. Add, with your own words:\n{keys}"
        )


class _Gathering(Struct):
    """The files of a pack being gathered.

    Attributes:
        found: The scenario.
        library: Where its model, libraries and roles are.
        tree: The scenario as one tree.
        files: What goes in, by its path in the pack.
        places: Where each file was read, for messages.
        left_out: What stays out, with the reason.
        model: The model as the manifest names it.
        libraries: The libraries as the manifest names them.
    """

    found: Found
    library: Library
    tree: MappingNode
    files: dict[str, bytes] = field(default_factory=dict)
    places: dict[str, Path] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    model: PackedModel | None = None
    libraries: list[PackedLibrary] = field(default_factory=list)

    def gather(self) -> None:
        """Gather everything; the scenario first, because what it says decides on the rest."""
        self._folder(self.found.path, f"scenarios/{self.found.name}")
        self._model()
        for name in _scalars(self.tree, "uses"):
            self._pieces(name)
        self._roles()
        self._aliases()
        if len(self.files) >= MAX_ENTRIES:
            raise LibraryError(f"a pack holds at most {MAX_ENTRIES} files, not {len(self.files)}")

    def manifest(self) -> Manifest:
        """Return what the pack says of itself."""
        card = card_of(self.found, self.library)
        sensitive = self.tree.entries.get("sensitivity", (None, None))[1]
        note = text_at(sensitive, "note") if isinstance(sensitive, MappingNode) else ""
        assert self.model is not None
        return Manifest(
            format=FORMAT,
            name=self.found.name,
            title=card.title,
            summary=card.summary,
            author=text_at(self.tree, "author"),
            license=text_at(self.tree, "license"),
            version=text_at(self.tree, "version"),
            languages=_languages(self.tree),
            setting_year=_year(self.tree),
            engine=__version__,
            model=self.model,
            files={},
            libraries=tuple(self.libraries),
            sensitivity=note,
            names=_alias_of(self.tree),
            sources=tuple(sorted(set(_sources(self.tree)))),
        )

    def personal(self) -> Iterator[Problem]:
        """Yield a warning for whatever looks like data of a real person."""
        for name, data in self.files.items():
            yield from first_problems(
                find_personal(data.decode("utf-8"), shown_path(self.places[name]))
            )

    def _folder(self, folder: Path, into: str) -> None:
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in inside.parts):
                self._file(path, folder, f"{into}/{inside.as_posix()}")

    def _file(self, path: Path, folder: Path, name: str) -> None:
        reason = ""
        try:
            check_name(name)
        except PackError as error:
            reason = str(error)
        if not path.resolve().is_relative_to(folder.resolve()):
            reason = f"{shown_path(path)} is a link out of its folder"
        elif path.stat().st_size > MAX_FILE_BYTES:
            reason = f"{shown_path(path)} is larger than {MAX_FILE_BYTES:,} bytes"
        if reason:
            self.left_out.append(reason)
            return
        self.files[name] = path.read_bytes()
        self.places[name] = path

    def _model(self) -> None:
        name = text_at(self.tree, "model")
        found = self.library.find("model", name)
        packed, digest = self._packed("model", found, f"scenarios/models/{name}")
        head = _head(found.path / "model.yaml")
        self.model = PackedModel(name, text_at(head, "version"), packed, digest)

    def _pieces(self, name: str) -> None:
        found = self.library.find("library", name)
        packed, digest = self._packed("library", found, f"scenarios/libraries/{name}")
        head = _head(found.path / "library.yaml")
        self.libraries.append(
            PackedLibrary(
                name=name,
                version=text_at(head, "version"),
                author=text_at(head, "author"),
                license=text_at(head, "license"),
                packed=packed,
                sha256=digest,
            )
        )

    def _packed(self, kind: Kind, found: Found, into: str) -> tuple[bool, str]:
        """Put a folder in unless the same is built in; return whether it was, and its digest."""
        digest = folder_digest(found.path)
        shipped = self.library.built_in().all(kind).get(found.name)
        if shipped is not None and folder_digest(shipped.path) == digest:
            return False, digest
        self._folder(found.path, into)
        return True, digest

    def _roles(self) -> None:
        """Put the role cards into the scenario's own folder, so that adding a pack changes no card of anybody else."""
        words = {
            word.decode() for data in self.files.values() for word in _PLACEHOLDER.findall(data)
        }
        cards = self.library.all("role")
        for role in sorted({*places_of(self.tree), *words} & cards.keys()):
            name = f"scenarios/{self.found.name}/roles/{role}.yaml"
            if name not in self.files:
                path = cards[role].path
                self._file(path, path.parent, name)

    def _aliases(self) -> None:
        name = _alias_of(self.tree)
        if name:
            found = self.library.find("alias", name)
            shipped = self.library.built_in().all("alias").get(name)
            if shipped is None or shipped.path.read_bytes() != found.path.read_bytes():
                self._file(found.path, found.path.parent, f"roles/aliases/{name}.yaml")


def folder_digest(folder: Path) -> str:
    """Return a digest over the names and contents of all files of a model's or library's folder."""
    lines = [
        f"{path.relative_to(folder).as_posix()} {digest_of(path.read_bytes())}\n"
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    ]
    return digest_of("".join(lines).encode())


def _head(path: Path) -> MappingNode:
    tree = read_file(path).tree
    if tree is None:
        raise LibraryError(f"{shown_path(path)} cannot be read; 'exercise check --all' says why")
    return tree


def _alias_of(tree: MappingNode) -> str:
    """Return the aliases that a sensitive scenario is played with; empty where it is none."""
    sensitive = tree.entries.get("sensitivity", (None, None))[1]
    if not isinstance(sensitive, MappingNode):
        return ""
    return text_at(sensitive, "names") or "fictional"


def _languages(tree: MappingNode) -> tuple[str, ...]:
    title = tree.entries["title"][1]
    if not isinstance(title, MappingNode):
        return ("en",)
    return tuple(sorted(code for code in title.entries if _LANGUAGE.fullmatch(code)))


def _year(tree: MappingNode) -> int:
    node = tree.entries["setting_year"][1]
    return node.value if isinstance(node, ScalarNode) and type(node.value) is int else 0


def _scalars(tree: MappingNode, key: str) -> Iterable[str]:
    node = tree.entries.get(key, (None, None))[1]
    items = node.items if isinstance(node, SequenceNode) else ()
    return [item.text for item in items if isinstance(item, ScalarNode)]


def _sources(node: Node) -> Iterator[str]:
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _sources(item)
    elif isinstance(node, MappingNode):
        for key, (_, value) in node.entries.items():
            if key == "source" and isinstance(value, ScalarNode):
                yield value.text
            else:
                yield from _sources(value)
