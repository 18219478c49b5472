"""Taking pieces out of libraries: injects, measures and indicators that a scenario names, and what these name.

Pieces are laid beside those of the model, as cards and as trees, so that whatever is wrong with one keeps the place
where somebody wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.engine.findings import unknown_code
from exercise.errors import Problem
from exercise.library.folder import LIBRARY_SECTIONS, read_library
from exercise.library.places import Found, Library
from exercise.library.positions import Path, at_path
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode
from exercise.library.validation import validate
from exercise.library.yaml_nodes import scalars
from exercise.model.pack import ModelPack
from exercise.model.pieces import Credit, PieceLibrary
from exercise.model.scenario import Scenario, TakenInject
from exercise.nearest import Hints

__all__ = ["Taken", "load_pieces", "take_pieces"]

Section = Literal["injects", "measures", "quantities"]
_SECTIONS: tuple[Section, ...] = ("injects", "measures", "quantities")
_WHAT: dict[Section, str] = {
    "injects": "inject", "measures": "measure", "quantities": "indicator",
}  # fmt: skip
_PROSE = (
    "name", "title", "text", "from", "expected", "content_note", "private", "why", "unit",
    "requires_text", "source", "claims", "phrases", "framework",
)  # fmt: skip
"""Keys whose words are for people and name no other piece."""
_WORD = re.compile(r"[a-z][a-z0-9_]*")


class Taken(Struct):
    """A scenario and its model with the pieces laid in.

    Attributes:
        scenario: The scenario, which names as well what its pieces brought along.
        model: The model with the pieces beside its own.
        tree: The tree of that model.
        credits: The libraries that something was taken from.
        problems: What is wrong.
    """

    scenario: Scenario
    model: ModelPack
    tree: MappingNode
    credits: dict[str, Credit] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class _Shelf(Struct, frozen=True):
    """One library that was read."""

    card: PieceLibrary
    tree: MappingNode

    def holds(self, section: Section, name: str) -> bool:
        return name in getattr(self.card, section)


def load_pieces(found: Found) -> tuple[PieceLibrary | None, MappingNode | None, list[Problem]]:
    """Return a library of pieces, the tree it was read from, and its problems."""
    reader = read_library(found.path)
    if reader.tree is None:
        return None, None, reader.problems
    card, problems = validate(PieceLibrary, reader.tree, LIBRARY_SECTIONS)
    reader.problems.extend(problems)
    if card is not None:
        reader.problems.extend(_own_problems(card, reader.tree, found))
    return card, reader.tree, reader.problems


def _own_problems(card: PieceLibrary, tree: MappingNode, found: Found) -> Iterator[Problem]:
    if card.id != found.path.name:
        message = f"the id '{card.id}' differs from the folder's name '{found.path.name}'"
        yield at_path(tree, ("id",), message, "id")
    for name, inject in card.injects.items():
        if inject.objectives:
            message = "objectives belong to a scenario; it names them in 'with_injects'"
            yield at_path(tree, ("injects", name, "objectives"), message, "inconsistent")


def take_pieces(
    scenario: Scenario, head: MappingNode, model: ModelPack, tree: MappingNode, library: Library
) -> Taken:
    """Return a scenario and its model with what the scenario takes from libraries.

    Args:
        scenario: The scenario as its author wrote it.
        head: The tree it was read from, for messages.
        model: Its model.
        tree: The tree of the model.
        library: Where libraries of pieces are looked for.
    """
    taking = _Taking(Taken(scenario, model, tree), head, library)
    unknown = scenario.with_injects.keys() - model.injects.keys() - scenario.injects.keys()
    if scenario.uses or scenario.with_measures or scenario.with_quantities or unknown:
        taking.read()
        taking.take()
    return taking.result


class _Taking:
    """Pieces being taken: from which shelf, and what was wrong."""

    def __init__(self, result: Taken, head: MappingNode, library: Library) -> None:
        self.result = result
        self.head = head
        self.library = library
        self.hints = Hints()
        self.shelves: dict[str, _Shelf] = {}
        self.pieces: dict[tuple[Section, str], str] = {}
        """The shelf each piece is taken from."""

    def read(self) -> None:
        """Read every library that the scenario uses."""
        known = self.library.all("library")
        for number, name in enumerate(self.result.scenario.uses):
            if name in known:
                self._shelve(number, known[name])
            else:
                self._error(
                    ("uses", number),
                    self.library.missing("library", name, known),
                    "unknown-library",
                )

    def _shelve(self, number: int, found: Found) -> None:
        card, tree, problems = load_pieces(found)
        self.result.problems.extend((*found.warnings("library"), *problems))
        if card is None or tree is None:
            return
        self.shelves[found.name] = _Shelf(card, tree)
        plays_on = self.result.scenario.model
        if card.model not in (None, plays_on):
            message = (
                f"the library '{found.name}' is written for the model '{card.model}', and this "
                f"scenario plays on '{plays_on}'; write the pieces you need yourself"
            )
            self._error(("uses", number), message, "other-model")

    def take(self) -> None:
        """Take what the scenario names, and what that names in turn."""
        if self.result.problems and len(self.shelves) < len(self.result.scenario.uses):
            return  # names of a library that could not be read would all be unknown
        for section in _SECTIONS:
            wanted: Collection[str] = getattr(self.result.scenario, f"with_{section}")
            for number, name in enumerate(wanted):
                step = name if section == "injects" else number
                self._take((f"with_{section}", step), section, name)
        self._bring()
        self._lay_in()

    def _take(self, path: Path, section: Section, name: str) -> None:
        scenario, what = self.result.scenario, _WHAT[section]
        holders = [key for key, shelf in self.shelves.items() if shelf.holds(section, name)]
        homes = [f"the library '{key}'" for key in holders]
        in_model = name in getattr(self.result.model, section)
        homes = ["the model", *homes] if in_model else homes
        if section == "measures" and name in scenario.measures:
            message = f"{what} '{name}' is this scenario's own and is in play anyway"
            self._error(path, f"{message}; take it off this list", "own-entry")
        elif len(homes) > 1:
            message = (
                f"{what} '{name}' stands in {' and in '.join(homes)}, and only one can be meant"
            )
            self._error(path, f"{message}; write the piece you want yourself", "found-twice")
        elif holders:
            self.pieces[section, name] = holders[0]
        elif in_model and section != "injects":
            message = f"{what} '{name}' is the model's; only {what}s of libraries stand here"
            self._error(path, f"{message}, so take it off this list", "own-entry")
        elif not in_model and not (section == "injects" and name in scenario.injects):
            self._unknown(path, section, name)

    def _unknown(self, path: Path, section: Section, name: str) -> None:
        known = {key for shelf in self.shelves.values() for key in getattr(shelf.card, section)}
        if section == "injects":
            known |= {*self.result.model.injects, *self.result.scenario.injects}
        what = _WHAT[section]
        hint = self.hints.did_you_mean(name, known)
        if not hint and self.hints.left > 0:
            hint = self._elsewhere(section, name)
        self._error(path, f"unknown {what} '{name}'{hint}", unknown_code(what))

    def _elsewhere(self, section: Section, name: str) -> str:
        """Return a hint at a library that has a piece and is not used."""
        for key, found in self.library.all("library").items():
            card = load_pieces(found)[0] if key not in self.shelves else None
            if card is not None and name in getattr(card, section):
                return f"; it stands in the library '{key}': add that to 'uses'"
        return ""

    def _bring(self) -> None:
        """Add what the pieces name of their own libraries, until nothing is new."""
        fresh = list(self.pieces)
        while fresh:
            section, name = fresh.pop()
            key = self.pieces[section, name]
            shelf = self.shelves[key]
            words = set(_words(_entry(shelf.tree, section, name)[1]))
            for further in _SECTIONS:
                for word in getattr(shelf.card, further):
                    is_new = word in words and (further, word) not in self.pieces
                    if is_new and not self._stands_already(further, word):
                        self.pieces[further, word] = key
                        fresh.append((further, word))

    def _stands_already(self, section: Section, name: str) -> bool:
        """Whether the model or the scenario has an entry of this name; that one is then meant."""
        own: Collection[str] = getattr(self.result.scenario, section, ())
        return name in own or name in getattr(self.result.model, section)

    def _names(self, section: Section) -> list[str]:
        return [name for kind, name in self.pieces if kind == section]

    def _lay_in(self) -> None:
        result, scenario = self.result, self.result.scenario
        for section in _SECTIONS:
            if self._names(section):
                self._lay_in_section(section, self._names(section))
        brought = {
            name: TakenInject()
            for name in self._names("injects")
            if name not in scenario.with_injects
        }
        left_out = scenario.without_measures
        result.scenario = scenario.model_copy(
            update={
                "with_injects": scenario.with_injects | brought,
                "with_measures": tuple(n for n in self._names("measures") if n not in left_out),
                "with_quantities": tuple(self._names("quantities")),
            }
        )
        result.credits = dict(self._credits())

    def _lay_in_section(self, section: Section, names: list[str]) -> None:
        result = self.result
        cards, entries = dict(getattr(result.model, section)), {}
        for name in names:
            shelf = self.shelves[self.pieces[section, name]]
            cards[name] = getattr(shelf.card, section)[name]
            entries[name] = _entry(shelf.tree, section, name)
            label = shelf.tree.entries[section]
        key, before = result.tree.entries.get(section, label)
        assert isinstance(before, MappingNode)
        already = before.entries if section in result.tree.entries else {}
        laid = replace(before, entries=already | entries)
        result.model = result.model.model_copy(update={section: cards})
        result.tree = replace(result.tree, entries=result.tree.entries | {section: (key, laid)})

    def _credits(self) -> Iterator[tuple[str, Credit]]:
        for key, shelf in self.shelves.items():
            taken = tuple(name for (_, name), home in self.pieces.items() if home == key)
            if taken:
                card = shelf.card
                yield (
                    key,
                    Credit(
                        name=card.name,
                        version=card.version,
                        author=card.author,
                        license=card.license,
                        source=card.source,
                        taken=taken,
                    ),
                )

    def _error(self, path: Path, message: str, code: str) -> None:
        on_key = path[0] == "with_injects"
        self.result.problems.append(at_path(self.head, path, message, code, key=on_key))


def _entry(tree: MappingNode, section: Section, name: str) -> tuple[ScalarNode, Node]:
    cards = tree.entries[section][1]
    assert isinstance(cards, MappingNode)
    return cards.entries[name]


def _words(node: Node) -> Iterator[str]:
    """Yield the words of an entry that may name another piece."""
    for one in scalars(node, _PROSE):
        yield from _WORD.findall(one.text)
