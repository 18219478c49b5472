"""Checking scenarios, models, libraries and role cards before the room fills.

Finds and returns; how it is told is the job of :mod:`exercise.authoring.check_report`. A screen that shows problems
while somebody writes keeps a :class:`~exercise.library.shelf.Shelf` and calls :func:`check_one` after every save.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field
from pydantic import BaseModel

from exercise.authoring.allowances import Allowances
from exercise.authoring.lint.model import lint_model
from exercise.authoring.lint.run import lint_card, lint_scenario
from exercise.authoring.wording import notes_wording, tree_wording
from exercise.errors import LibraryError, Problem, ScenarioError
from exercise.library.cards import load_model, load_role
from exercise.library.folder import has_cases
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.pieces import load_pieces
from exercise.library.places import Library, Root, shown_path
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import MappingNode
from exercise.library.telling import first_problems
from exercise.library.yaml_nodes import sources_of

__all__ = ["CheckResult", "check", "check_one", "read_folders"]

_SHARED = ("roles", "scenarios/models", "scenarios/libraries")
"""Folders of a library that several scenarios read."""
DONE, FOUND, NOT_DONE = 0, 1, 2
"""Exit codes: nothing stops a scenario from being played; something does; there is no such scenario."""


class CheckResult(Struct):
    """What a check found.

    Attributes:
        scenarios: How many scenarios were checked.
        problems: Every problem once, by scenario, file and line.
        failures: Names that stand for nothing, one sentence each.
        loaded: Scenarios that can be played.
    """

    scenarios: int = 0
    problems: list[Problem] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    loaded: list[LoadedScenario] = field(default_factory=list)

    def add(self, problems: Iterable[Problem]) -> None:
        """Add problems in the order of files and lines; what two scenarios share is told once."""
        known = set(self.problems)
        fresh = dict.fromkeys(problem for problem in problems if problem not in known)
        self.problems.extend(sorted(fresh, key=lambda one: (one.file, one.line, one.column)))

    @property
    def errors(self) -> int:
        """How many errors were found, unknown names included."""
        return len(self.failures) + sum(one.severity == "error" for one in self.problems)

    @property
    def warnings(self) -> int:
        """How many warnings were found."""
        return sum(one.severity == "warning" for one in self.problems)

    def exit_code(self, strict: bool = False) -> int:
        """Return 2 where a name stands for nothing, else 1 where something was found, else 0.

        Args:
            strict: Whether warnings count as well.
        """
        if self.failures:
            return NOT_DONE
        return FOUND if self.errors or (strict and self.warnings) else DONE

    def summary(self) -> str:
        """Return the counts on one line."""
        counts = (
            _count(self.scenarios, "scenario"),
            _count(self.errors, "error"),
            _count(self.warnings, "warning"),
        )
        return f"{counts[0]} checked: {counts[1]}, {counts[2]}"


def check(names: Sequence[str], library: Library, shelf: Shelf | None = None) -> CheckResult:
    """Check scenarios by name or folder; without names everything in the library.

    Args:
        names: Scenarios by name, folders of a scenario, or folders with scenarios in them.
        library: Where names, models and roles are looked for.
        shelf: What was read before, if anything; what has not changed since is not read again.
    """
    checking = _Checking(shelf or Shelf())
    for name, where in _wanted(names, library):
        checking.scenario(name, where)
    if not names:
        checking.rest(library)
    checking.finish()
    return checking.result


def check_one(folder: Path, library: Library, shelf: Shelf) -> CheckResult:
    """Check one scenario, for a screen that shows after every save what was found.

    Args:
        folder: The scenario's folder.
        library: Where models and roles are looked for.
        shelf: What was read before. Hand in the same one every time; it belongs to the caller, and one thread at a
            time may use it.

    Raises:
        LibraryError: The folder holds no scenario.
    """
    result = check([str(folder)], library, shelf)
    if result.failures:
        raise LibraryError(result.failures[0])
    return result


def read_folders(names: Sequence[str], library: Library) -> list[Path]:
    """Return the folders that a check reads: scenarios, as far as names stand for any, and what they share."""
    folders = []
    roots = dict.fromkeys(library.roots)
    for name, where in _wanted(names, library):
        roots |= dict.fromkeys(where.roots)
        try:
            folders.append(where.scenario(name).path)
        except LibraryError:
            continue
    return [*folders, *(root.folder / place for root in roots for place in _SHARED)]


class _Checking:
    """One check: what was found, what authors allow, and what was read."""

    def __init__(self, shelf: Shelf) -> None:
        self.result = CheckResult()
        self.shelf = shelf
        self.allowances = Allowances(shelf)
        self.judged: dict[str, None] = {}
        """Files of which everything that can be found was looked for, so that an idle allowance is one."""

    def scenario(self, name: str, library: Library) -> None:
        """Check one scenario with everything that it plays on."""
        self.result.scenarios += 1
        try:
            loaded = load_scenario(name, library=library, shelf=self.shelf)
        except ScenarioError as error:
            self.result.add(error.problems)
        except LibraryError as error:
            self.result.scenarios -= 1
            self.result.failures.append(str(error))
        else:
            self.result.loaded.append(loaded)
            self._found(self._in_scenario(loaded))

    def _in_scenario(self, loaded: LoadedScenario) -> list[Problem]:
        sources, texts = loaded.sources, loaded.sources.notes
        trees = (sources.scenario, sources.model, *sources.roles.values())
        for tree in trees:
            self.allowances.read_tree(tree)
        self.allowances.read_notes(texts)
        self._judge(*(source.file for source in sources_of(sources.scenario)), *texts)
        own = f"{shown_path(loaded.folder)}/"
        cards = (tree.source.file for tree in sources.roles.values())
        self._judge(*(file for file in cards if file.startswith(own)))
        found = list(loaded.warnings)
        for tree in trees:
            found += self._wording(tree)
        return [
            *found,
            *first_problems(notes_wording(texts)),
            *lint_scenario(loaded),
            *self._cases(loaded),
        ]

    def _cases(self, loaded: LoadedScenario) -> Sequence[Problem]:
        if not has_cases(loaded.folder):
            return ()
        # Cases take as much to load as the rest of a card, and a scenario may have none.
        from exercise.authoring.case_language import check_case_language
        from exercise.library.case_files import read_cases

        try:
            cases, tree = read_cases(loaded, self.shelf)
        except ScenarioError as error:
            return error.problems
        self.allowances.read_tree(tree)
        self._judge(tree.source.file)
        return check_case_language(cases, tree, loaded.program)

    def _wording(self, tree: MappingNode) -> Iterator[Problem]:
        """Look at each part by itself, so that a part that has not changed is not looked at again."""
        for key, (_, value) in tree.entries.items():
            yield from self.shelf.once(
                ("wording", tree.source.file, key),
                value,
                lambda key=key, value=value: list(first_problems(tree_wording(value, key))),  # type: ignore[misc]
            )

    def rest(self, library: Library) -> None:
        """Look at what no scenario uses as well."""
        for found in library.all("model").values():
            card, tree, problems = load_model(found, self.shelf)
            self._card(card, tree, problems)
            if card is not None and tree is not None:
                self._found(lint_model(card, tree, self._playing(found.name)))
        for found in library.all("library").values():
            self._card(*load_pieces(found))
        for found in library.all("role").values():
            self._card(*load_role(found.path, shelf=self.shelf))

    def _playing(self, model: str) -> list[MappingNode]:
        """Trees of what plays on a model."""
        playing = [one for one in self.result.loaded if one.bundle.model.id == model]
        trees = [one.sources.scenario for one in playing]
        return [*trees, *(tree for one in playing for tree in one.sources.roles.values())]

    def _card(
        self, card: BaseModel | None, tree: MappingNode | None, problems: list[Problem]
    ) -> None:
        if card is None or tree is None:
            self.result.add(problems)
            return
        self.allowances.read_tree(tree)
        self._judge(*(source.file for source in sources_of(tree)))
        self._found([*problems, *self._wording(tree), *lint_card(card, tree)])

    def _judge(self, *files: str) -> None:
        self.judged.update(dict.fromkeys(files))

    def _found(self, problems: Iterable[Problem]) -> None:
        self.result.add(self.allowances.left(problems))

    def finish(self) -> None:
        """Tell what is wrong with comments to the check."""
        self.result.add(first_problems(self.allowances.faults))
        self.result.add(first_problems(self.allowances.unused(self.judged)))


def _wanted(names: Sequence[str], library: Library) -> Iterator[tuple[str, Library]]:
    if not names:
        for found in library.all("scenario").values():
            yield str(found.path), library
    for name in names:
        folder = Path(name).expanduser()
        inner = _inside(folder) if name not in library.all("scenario") else []
        where = _with_own_root(folder, library) if inner else library
        for path in inner:
            yield str(path), where
        if not inner:
            yield name, library


def _inside(folder: Path) -> list[Path]:
    """Return the scenario folders in a folder that is none itself."""
    if not folder.is_dir() or (folder / "scenario.yaml").is_file():
        return []
    heads = [*folder.glob("*/scenario.yaml"), *folder.glob("scenarios/*/scenario.yaml")]
    return sorted(head.parent for head in heads)


def _with_own_root(folder: Path, library: Library) -> Library:
    """Search a folder that is laid out as a library before the others."""
    root = folder.resolve()
    known = any(other.folder == root for other in library.roots)
    if known or not ((root / "scenarios").is_dir() or (root / "roles").is_dir()):
        return library
    return Library((Root(root, "named"), *library.roots))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
