"""The list of scenarios: what their first page says, read quickly and without judging the rest.

Neither the models' classes nor the compiler are loaded, so that a list appears at once. A broken
scenario is listed as broken; it never hides the others.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from msgspec import Struct

from exercise.errors import Problem
from exercise.library.folder import LIBRARY_SECTIONS, FolderReader, read_file, read_library
from exercise.library.places import Found, Library, Root
from exercise.library.positions import at_path, node_at
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode

__all__ = [
    "LibraryCard",
    "ScenarioCard",
    "card_of",
    "list_libraries",
    "list_scenarios",
    "places_of",
    "text_at",
]

_UNTOLD = 1_000_000
"""Longer than any conduct, in minutes."""
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class ScenarioCard(Struct, frozen=True):
    """One scenario as the list shows it.

    Attributes:
        name: The name to ask for it by.
        title: Its title; the name where it has none.
        summary: Its summary, names put in for placeholders; may be empty.
        duration: Shortest and longest conduct in minutes; nothing where it is not said.
        turns: Number of turns; 0 where it is not said.
        places: Number of places at the table.
        aims: What one practises: its objectives, names put in for placeholders.
        roles: Names of the roles with a place at the table.
        folder: Where it lies.
        root: The library folder it was found in.
        others: Folders of the same name that are left aside.
        broken: The first problem that keeps its first page from being read.
    """

    name: str
    title: str
    summary: str
    duration: tuple[int, int] | None
    turns: int
    places: int
    folder: Path
    root: Root | None
    aims: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    others: tuple[Path, ...] = ()
    broken: Problem | None = None


class LibraryCard(Struct, frozen=True):
    """One library of pieces as the list shows it.

    Attributes:
        name: The name that ``uses`` takes.
        title: What people call it; the name where it has none.
        text: What it is for.
        version: Its version.
        author: Who wrote it.
        license: Under which licence its pieces may be passed on.
        source: Where it comes from.
        pieces: Names of its pieces by section.
        broken: The first problem that keeps it from being read.
    """

    name: str
    title: str
    text: str
    version: str
    author: str
    license: str
    source: str
    pieces: dict[str, tuple[str, ...]]
    broken: Problem | None = None


def list_libraries(library: Library) -> tuple[LibraryCard, ...]:
    """Return a card of every library of pieces by name. Never fails on what a file holds."""
    return tuple(_library_card(found) for found in library.all("library").values())


def _library_card(found: Found) -> LibraryCard:
    reader = read_library(found.path)
    tree = reader.tree
    errors = (problem for problem in reader.problems if problem.severity == "error")
    pieces = {
        section: tuple(node.entries)
        for section in LIBRARY_SECTIONS
        if tree is not None and isinstance(node := node_at(tree, (section,))[1], MappingNode)
        and section in tree.entries
    }  # fmt: skip
    said = {
        key: "" if tree is None else text_at(tree, key)
        for key in ("name", "text", "version", "author", "license", "source")
    }
    return LibraryCard(
        name=found.name,
        title=said["name"] or found.name,
        text=said["text"],
        version=said["version"],
        author=said["author"],
        license=said["license"],
        source=said["source"],
        pieces=pieces,
        broken=next(errors, None),
    )


def list_scenarios(library: Library) -> tuple[ScenarioCard, ...]:
    """Return a card of every scenario, the shortest conduct first. Never fails on what a file holds."""
    name_of = cache(_Roles(library).name_of)
    cards = [_card(found, name_of, library) for found in library.all("scenario").values()]
    return tuple(sorted(cards, key=_order))


def card_of(found: Found, library: Library) -> ScenarioCard:
    """Return the card of one scenario."""
    return _card(found, _Roles(library).name_of, library)


class _Roles:
    """What roles are called, each card read when it is first asked for."""

    def __init__(self, library: Library) -> None:
        self.cards = library.all("role")

    def name_of(self, slug: str) -> str:
        return _role_name(self.cards.get(slug), slug)


def _order(card: ScenarioCard) -> tuple[int, str]:
    """Newcomers find what is short on top; what says no duration stands last."""
    return (card.duration[1] if card.duration else _UNTOLD, card.title)


def _card(found: Found, name_of: Callable[[str], str], library: Library) -> ScenarioCard:
    reader = FolderReader(found.path)
    tree = reader.yaml(found.path / "scenario.yaml")
    if tree is None:
        broken = reader.problems[0]
        return ScenarioCard(
            name=found.name,
            title=found.name,
            summary="",
            duration=None,
            turns=0,
            places=0,
            folder=found.path,
            root=found.root,
            others=found.others,
            broken=broken,
        )
    name_of = _renamed(tree, name_of, library.at_home(found.path))
    return ScenarioCard(
        name=found.name,
        title=_named(text_at(tree, "title"), name_of) or found.name,
        summary=_named(text_at(tree, "summary"), name_of),
        duration=_duration(node_at(tree, ("duration_min",))[1]),
        turns=_number(tree, "turns"),
        places=_length(tree, "places"),
        folder=found.path,
        root=found.root,
        aims=tuple(_named(text, name_of) for text in _aims(tree)),
        roles=tuple(name_of(slug) for slug in places_of(tree)),
        others=found.others,
        broken=_first_problem(tree),
    )


def _renamed(
    tree: MappingNode, name_of: Callable[[str], str], library: Library
) -> Callable[[str], str]:
    """Return what roles are called in a scenario, whose countries have other names where it is sensitive."""
    if "sensitivity" not in tree.entries:
        return name_of
    sensitive = tree.entries["sensitivity"][1]
    chosen = text_at(sensitive, "names") if isinstance(sensitive, MappingNode) else ""
    found = library.all("alias").get(chosen or "fictional")
    aliases = read_file(found.path).tree if found is not None else None
    names = node_at(aliases, ("names",))[1] if aliases is not None else None

    def name_in_use(slug: str) -> str:
        other = text_at(names, slug) if isinstance(names, MappingNode) else ""
        return other or name_of(slug)

    return name_in_use


def _first_problem(tree: MappingNode) -> Problem | None:
    for key in ("title", "summary", "turns", "duration_min", "places", "model"):
        if key not in tree.entries:
            return at_path(tree, (), f"the key '{key}' is missing", "missing-key")
    return None


def text_at(tree: MappingNode, key: str) -> str:
    """Return the text of a key, of several languages English or else the first; empty where there is none."""
    node = tree.entries[key][1] if key in tree.entries else None
    if isinstance(node, MappingNode):
        node = node.entries.get("en", next(iter(node.entries.values()), (None, None)))[1]
    return node.text.strip() if isinstance(node, ScalarNode) else ""


def _number(tree: MappingNode, key: str) -> int:
    node = tree.entries[key][1] if key in tree.entries else None
    return node.value if isinstance(node, ScalarNode) and type(node.value) is int else 0


def _length(tree: MappingNode, key: str) -> int:
    node = tree.entries[key][1] if key in tree.entries else None
    return len(node.items) if isinstance(node, SequenceNode) else 0


def _aims(tree: MappingNode) -> list[str]:
    node = tree.entries["objectives"][1] if "objectives" in tree.entries else None
    aims = [one for _, one in node.entries.values()] if isinstance(node, MappingNode) else []
    texts = [text_at(one, "text") for one in aims if isinstance(one, MappingNode)]
    return [text for text in texts if text]


def places_of(tree: MappingNode) -> list[str]:
    """Return the roles that a scenario's head gives a place at the table."""
    node = tree.entries["places"][1] if "places" in tree.entries else None
    places = node.items if isinstance(node, SequenceNode) else ()
    slugs = [text_at(place, "role") for place in places if isinstance(place, MappingNode)]
    return [slug for slug in slugs if slug]


def _duration(node: Node) -> tuple[int, int] | None:
    if not isinstance(node, SequenceNode):
        return None
    minutes = [n.value for n in node.items if isinstance(n, ScalarNode) and type(n.value) is int]
    return (minutes[0], minutes[1]) if len(minutes) == len(node.items) == 2 else None


def _named(text: str, name_of: Callable[[str], str]) -> str:
    return _PLACEHOLDER.sub(lambda match: name_of(match[1]), text)


def _role_name(found: Found | None, slug: str) -> str:
    tree = read_file(found.path).tree if found is not None else None
    name = text_at(tree, "name") if tree is not None else ""
    return name or slug.replace("_", " ").capitalize()
