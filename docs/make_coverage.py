"""Writes the page on coverage from the shipped files: `make coverage`. It plays all cases."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from exercise.authoring.cases import CaseRunner, with_cases
from exercise.authoring.coverage import (
    Coverage,
    CoverageNotes,
    coverage_of,
    problems_of,
    read_notes,
)
from exercise.authoring.coverage_page import coverage_page
from exercise.authoring.coverage_systems import Systems, problems_in, read_systems
from exercise.library.loader import load_scenario
from exercise.library.places import open_library

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "coverage.md"


def notes() -> CoverageNotes:
    """Return the ids and what is said of them."""
    return read_notes(ROOT / "docs" / "coverage-notes.yaml")


def systems() -> Systems:
    """Return the systems of the subject matter and where they are realised."""
    return read_systems(ROOT / "docs" / "coverage-systems.yaml")


def shipped(runners: Mapping[str, CaseRunner]) -> Coverage:
    """Return what all shipped scenarios realise.

    Args:
        runners: Cases by the scenario's name, for every scenario that has any.
    """
    library = open_library(environment={})
    scenarios = [
        runners[name].loaded if name in runners else load_scenario(name, library=library)
        for name in sorted(library.all("scenario"))
    ]
    return coverage_of(scenarios, runners.values(), ROOT)


def main() -> int:
    library = open_library(environment={})
    names = with_cases(library)
    coverage = shipped({name: CaseRunner(load_scenario(name, library=library)) for name in names})
    problems = problems_of(notes(), coverage) + problems_in(systems(), ROOT)
    for problem in problems:
        print(problem)
    if not problems:
        page = coverage_page(notes(), coverage, systems())
        PAGE.write_text(page, encoding="utf-8", newline="\n")
        print(PAGE)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
