"""Reading the cases of a scenario, apart from the scenario itself: who only plays needs none."""

from __future__ import annotations

from exercise.errors import LibraryError, ScenarioError
from exercise.library.cards import validated
from exercise.library.case_names import check_case_names
from exercise.library.folder import CASES, has_cases, read_file
from exercise.library.loader import LoadedScenario
from exercise.library.places import shown_path
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import MappingNode
from exercise.model.case import CaseFile

__all__ = ["load_cases", "read_cases"]


def load_cases(loaded: LoadedScenario) -> CaseFile:
    """Return the cases of a scenario, with every name in them known.

    Raises:
        LibraryError: The scenario has no cases.
        ScenarioError: The file is wrong; all problems are listed.
    """
    return read_cases(loaded)[0]


def read_cases(loaded: LoadedScenario, shelf: Shelf | None = None) -> tuple[CaseFile, MappingNode]:
    """Return the cases of a scenario and the tree they were read from.

    Args:
        loaded: The scenario.
        shelf: What was read before, if anything.

    Raises:
        LibraryError: The scenario has no cases.
        ScenarioError: The file is wrong; all problems are listed.
    """
    path = loaded.folder / CASES
    if not has_cases(loaded.folder):
        raise LibraryError(f"the scenario has no cases: {shown_path(path)} is not there")
    reader = read_file(path, shelf)
    card = validated(reader, CaseFile)
    if card is None or reader.tree is None:
        raise ScenarioError(reader.problems)
    problems = check_case_names(card, reader.tree, loaded.bundle)
    if problems:
        raise ScenarioError(problems)
    return card, reader.tree
