"""Loading a scenario with its model and roles: read, validated, compiled, mistakes placed.

This is the only way from files to a bundle. It decides nothing about play.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct, field

from exercise.engine.compile import CompileError, compile_bundle
from exercise.engine.findings import Finding
from exercise.engine.memory import Memory
from exercise.engine.program import Program
from exercise.errors import LibraryError, Problem, ScenarioError
from exercise.library.cards import load_model, load_role, validated
from exercise.library.folder import (
    SCENARIO_SECTIONS,
    read_file,
    read_scenario,
)
from exercise.library.pieces import take_pieces
from exercise.library.placeholders import check_placeholders, check_prose
from exercise.library.places import Found, Library, open_library, shown_path
from exercise.library.positions import at_offset, at_path
from exercise.library.role_cards import card_changes
from exercise.library.sensitivity import check_sensitive
from exercise.library.shelf import Shelf, stamp
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode
from exercise.library.telling import first_problems
from exercise.library.validation import validate
from exercise.model.base import LangText
from exercise.model.bundle import Bundle
from exercise.model.pack import ModelPack
from exercise.model.role import Role
from exercise.model.scenario import Aliases, Scenario
from exercise.nearest import nearest

__all__ = ["LoadedScenario", "Sources", "load_scenario"]


_COMMENT = re.compile(r"<!-- check:[^\n]{0,500}?-->\n?")
"""What authors write to the check in a Markdown file; nobody else reads it."""


class Sources(Struct, frozen=True):
    """The trees a bundle was made from, for messages with a place.

    Attributes:
        scenario: The scenario's folder as one tree.
        model: The model pack's folder as one tree.
        roles: Role cards by name.
        notes: The scenario's Markdown files by the path that is shown, comments to the check included.
    """

    scenario: MappingNode
    model: MappingNode
    roles: dict[str, MappingNode] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def problem(self, finding: Finding) -> Problem:
        """Return a finding of the compiler as a problem with file, line and column."""
        tree, path = self._tree(finding.path)
        if finding.at is not None:
            return at_offset(tree, path, finding.at, finding.length, finding.message, finding.code)
        names_key = bool(path) and f"'{path[-1]}'" in finding.message
        return at_path(
            tree, path, finding.message, finding.code, key=names_key, severity=finding.severity
        )

    def _tree(self, path: tuple[str | int, ...]) -> tuple[MappingNode, tuple[str | int, ...]]:
        if path[:1] == ("roles",) and len(path) > 1 and path[1] in self.roles:
            return self.roles[str(path[1])], path[2:]
        if path[:1] == ("model",):
            return self.model, path[1:]
        return self.scenario, path[1:]


class LoadedScenario(Struct, frozen=True):
    """A scenario ready to be played.

    Attributes:
        bundle: The scenario, its model and all role cards.
        program: The bundle compiled.
        warnings: What does not stop the scenario from being played.
        folder: The scenario's folder.
        sources: The trees it was read from.
        origin: Where it was found, in words.
    """

    bundle: Bundle
    program: Program
    warnings: tuple[Problem, ...]
    folder: Path
    sources: Sources
    origin: str


def load_scenario(
    name_or_folder: str,
    *,
    library: Library | None = None,
    aliases: str | None = None,
    preset: str | None = None,
    shelf: Shelf | None = None,
) -> LoadedScenario:
    """Load a scenario.

    Args:
        name_or_folder: Its name in the library, or the path of its folder.
        library: Where to look; the default library where it is not given.
        aliases: Other names for roles and states: a file in ``roles/aliases`` or a path.
        preset: A preset of the model instead of the scenario's own.
        shelf: What was read before, if anything: files that have not changed are not read again.

    Raises:
        LibraryError: There is no such scenario, alias file or preset.
        ScenarioError: The files are wrong; all problems are listed, errors first.
    """
    library = open_library() if library is None else library
    loading = _Loading(library, library.scenario(name_or_folder), shelf or Shelf())
    bundle = loading.bundle(aliases)
    if preset is not None:
        bundle = _with_preset(bundle, preset)
    sources = Sources(loading.scenario_tree, loading.model_tree, loading.role_trees, loading.notes)
    try:
        compiled = compile_bundle(bundle, loading.memory())
    except CompileError as error:
        loading.problems.extend(_one_per_place(sources.problem(f) for f in error.findings))
        raise loading.error() from None
    loading.problems.extend(_one_per_place(sources.problem(f) for f in compiled.warnings))
    found = loading.found
    origin = "the folder you named" if found.root is None else found.root.describe()
    return LoadedScenario(
        bundle=bundle,
        program=compiled.program,
        warnings=tuple(loading.problems),
        folder=found.path,
        sources=sources,
        origin=origin,
    )


class _Loading:
    """One scenario being loaded: trees and problems so far."""

    def __init__(self, library: Library, found: Found, shelf: Shelf) -> None:
        self.shelf = shelf
        self.library = library.at_home(found.path)
        self.found = found
        self.problems: list[Problem] = list(found.warnings("scenario"))
        self.role_trees: dict[str, MappingNode] = {}
        self.notes: dict[str, str] = {}
        self.scenario_tree: MappingNode
        self.model_tree: MappingNode

    def bundle(self, aliases: str | None) -> Bundle:
        """Return everything validated together, or raise with every problem."""
        scenario = self._scenario()
        if aliases is None and scenario is not None:
            aliases = self._forced_aliases(scenario)
        names = {} if aliases is None else self._aliases(aliases)
        model = self._model()
        # What is wrong with the changes themselves is told with the scenario, once.
        roles = self._roles({} if scenario is None else card_changes(self.scenario_tree))
        if scenario is None or model is None or self._failed():
            raise self.error()
        self.problems.extend(
            first_problems(
                check_sensitive(scenario, self.scenario_tree, model, roles, names, self.notes)
            )
        )
        taken = take_pieces(scenario, self.scenario_tree, model, self.model_tree, self.library)
        self.problems.extend(first_problems(taken.problems))
        self.model_tree = taken.tree
        if self._failed():
            raise self.error()
        self._check_prose([*roles, *model.states])
        return Bundle(
            scenario=taken.scenario,
            model=taken.model,
            roles=roles,
            names=names,
            credits=taken.credits,
        )

    def memory(self) -> Memory:
        """Return what was compiled of this scenario before."""
        return self.shelf.once(("compiled", self.found.path), (), Memory)

    def _check_prose(self, known: list[str]) -> None:
        # The same names as before are compared a thousand times; one and the same value, at a glance.
        names = self.shelf.once("names of prose", tuple(known), lambda: tuple(known))
        for tree in (self.scenario_tree, self.model_tree, *self.role_trees.values()):
            for key, (_, value) in tree.entries.items():
                self.problems.extend(self._placeholders(tree.source.file, key, value, names))
        self.problems.extend(first_problems(check_prose(self.notes, known)))

    def _placeholders(
        self, file: str, key: str, value: Node, known: tuple[str, ...]
    ) -> list[Problem]:
        return self.shelf.once(
            ("placeholders", file, key),
            (value, known),
            lambda: list(first_problems(check_placeholders(value, known))),
        )

    def error(self) -> ScenarioError:
        """Return the error with all problems, errors before warnings."""
        return ScenarioError(sorted(self.problems, key=lambda problem: problem.severity != "error"))

    def _failed(self) -> bool:
        return any(problem.severity == "error" for problem in self.problems)

    def _scenario(self) -> Scenario | None:
        reader = read_scenario(self.found.path, self.shelf)
        self.problems.extend(reader.problems)
        self._head = reader.tree
        if reader.tree is None:
            return None
        self.scenario_tree = reader.tree
        card, problems = validate(Scenario, reader.tree, SCENARIO_SECTIONS)
        self.problems.extend(problems)
        if card is None:
            return None
        self.problems.extend(_folder_problems(card, reader.tree, self.found))
        texts = dict(sorted(reader.texts.items()))
        self.notes = {shown_path(self.found.path / name): text for name, text in texts.items()}
        read = {name: _COMMENT.sub("", text) for name, text in texts.items()}
        return card.model_copy(update={"texts": read})

    def _model(self) -> ModelPack | None:
        if self._head is None:
            return None
        name = self._head.entries.get("model", (None, None))[1]
        if not isinstance(name, ScalarNode):
            return None
        known = self.library.all("model")
        if name.text not in known:
            message = self.library.missing("model", name.text, known)
            self.problems.append(at_path(self._head, ("model",), message, "unknown-model"))
            return None
        found = known[name.text]
        self.problems.extend(found.warnings("model"))
        card, tree, problems = self.shelf.once(
            ("model", found.path), stamp(found.path), lambda: load_model(found, self.shelf)
        )
        self.problems.extend(problems)
        if tree is not None:
            self.model_tree = tree
        return card

    def _roles(self, changes: dict[str, MappingNode]) -> dict[str, Role]:
        roles: dict[str, Role] = {}
        own = {path.stem: path for path in sorted((self.found.path / "roles").glob("*.yaml"))}
        for name, found in sorted(self.library.all("role").items()):
            if name not in own:
                self.problems.extend(found.warnings("role"))
                self._role(roles, name, found.path, changes.get(name))
        for name, path in own.items():
            self._role(roles, name, path, changes.get(name))
        return dict(sorted(roles.items()))

    def _role(
        self, roles: dict[str, Role], name: str, path: Path, changes: MappingNode | None
    ) -> None:
        card, tree, problems = self.shelf.once(
            ("role", path), (stamp(path), changes), lambda: load_role(path, changes, self.shelf)
        )
        self.problems.extend(problems)
        if card is not None and tree is not None:
            roles[name] = card
            self.role_trees[name] = tree

    def _forced_aliases(self, scenario: Scenario) -> str | None:
        """Return the aliases of a sensitive scenario, having told where they are named if they are not there."""
        if scenario.sensitivity is None:
            return None
        name, known = scenario.sensitivity.names, self.library.all("alias")
        if name in known:
            return name
        message = self.library.missing("alias", name, known)
        path = ("sensitivity", "names")
        self.problems.append(at_path(self.scenario_tree, path, message, "unknown-alias"))
        return None

    def _aliases(self, name: str) -> dict[str, LangText]:
        path = Path(name).expanduser()
        if path.suffix != ".yaml" or not path.is_file():
            path = self.library.find("alias", name).path
        reader = read_file(path)
        card = validated(reader, Aliases)
        self.problems.extend(reader.problems)
        return {} if card is None else card.names


def _folder_problems(card: Scenario, tree: MappingNode, found: Found) -> Iterable[Problem]:
    if card.id != found.path.name:
        message = f"the id '{card.id}' differs from the folder's name '{found.path.name}'"
        yield at_path(tree, ("id",), message, "id")
    if "texts" in tree.entries:
        message = "texts are the Markdown files of this folder; they cannot be written here"
        yield at_path(tree, ("texts",), message, "unknown-key", key=True)


def _with_preset(bundle: Bundle, preset: str) -> Bundle:
    known = bundle.model.presets
    if preset not in known:
        close = nearest(preset, known)
        hint = f" Did you mean '{close}'?" if close else ""
        message = f"the model has no preset '{preset}'.{hint} There are {', '.join(known)}"
        raise LibraryError(message)
    scenario = bundle.scenario.model_copy(update={"preset": preset})
    return bundle.model_copy(update={"scenario": scenario})


def _one_per_place(problems: Iterable[Problem]) -> Iterable[Problem]:
    """Leave out what only follows from the first problem at a place."""
    seen: dict[tuple[str, int, int], Problem] = {}
    for problem in problems:
        seen.setdefault((problem.file, problem.line, problem.column), problem)
    return seen.values()
