"""Checking scenarios, models and role cards before the room fills.

Writes to a function it is given and returns an exit code; it prints nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from exercise.authoring.wording import scenario_wording, tree_wording
from exercise.errors import LibraryError, Problem, ScenarioError
from exercise.library.loader import has_cases, load_cases, load_model, load_role, load_scenario
from exercise.library.pieces import load_pieces
from exercise.library.places import Library, Root

__all__ = ["CheckResult", "check", "run_check"]


class CheckResult(Struct):
    """What a check found.

    Attributes:
        scenarios: How many scenarios were checked.
        problems: Every problem once, in the order found.
        failures: Names that stand for nothing, one sentence each.
    """

    scenarios: int = 0
    problems: list[Problem] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def add(self, problems: Sequence[Problem]) -> None:
        """Add problems; what two scenarios share is told once."""
        known = set(self.problems)
        self.problems.extend(dict.fromkeys(p for p in problems if p not in known))

    @property
    def errors(self) -> int:
        """How many errors were found, unknown names included."""
        return len(self.failures) + sum(p.severity == "error" for p in self.problems)

    @property
    def exit_code(self) -> int:
        """0 where nothing stops a scenario from being played, else 1."""
        return 1 if self.errors else 0

    def summary(self) -> str:
        """Return the counts on one line."""
        warnings = sum(problem.severity == "warning" for problem in self.problems)
        counts = (
            _count(self.scenarios, "scenario"),
            _count(self.errors, "error"),
            _count(warnings, "warning"),
        )
        return f"{counts[0]} checked: {counts[1]}, {counts[2]}"


def run_check(names: list[str], library: Library, stream_write: Callable[[str], None]) -> int:
    """Check scenarios and write what is wrong, one problem after the other, then the counts.

    Args:
        names: Scenarios by name, folders of a scenario, or folders with scenarios in them; none
            for everything in the library.
        library: Where names, models and roles are looked for.
        stream_write: Takes each piece of text, line ends included.

    Returns:
        0 where there is no error, else 1.
    """
    result = check(names, library)
    for failure in result.failures:
        stream_write(f"error: {failure}\n")
    for problem in result.problems:
        stream_write(f"{problem.format()}\n")
    stream_write(f"{result.summary()}\n")
    return result.exit_code


def check(names: Sequence[str], library: Library) -> CheckResult:
    """Check scenarios by name or folder; without names everything in the library."""
    result = CheckResult()
    for name, where in _wanted(names, library):
        _check_scenario(name, where, result)
    if not names:
        _check_models_and_roles(library, result)
        _check_libraries(library, result)
    return result


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


def _check_scenario(name: str, library: Library, result: CheckResult) -> None:
    result.scenarios += 1
    try:
        loaded = load_scenario(name, library=library)
        result.add((*loaded.warnings, *scenario_wording(loaded)))
        if has_cases(loaded.folder):
            load_cases(loaded)
    except ScenarioError as error:
        result.add(error.problems)
    except LibraryError as error:
        result.scenarios -= 1
        result.failures.append(str(error))


def _check_models_and_roles(library: Library, result: CheckResult) -> None:
    """Look at what no scenario uses as well."""
    for found in library.all("model").values():
        _, tree, problems = load_model(found)
        result.add((*problems, *(tree_wording(tree) if tree is not None else ())))
    for found in library.all("role").values():
        _, tree, problems = load_role(found.path)
        result.add((*problems, *(tree_wording(tree) if tree is not None else ())))


def _check_libraries(library: Library, result: CheckResult) -> None:
    for found in library.all("library").values():
        _, tree, problems = load_pieces(found)
        result.add((*problems, *(tree_wording(tree) if tree is not None else ())))


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
