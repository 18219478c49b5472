"""A scenario as large as allowed loads; beyond it, one sentence stands at the place of what is too large."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.errors import ScenarioError
from exercise.library.loader import load_scenario
from exercise.limits import MAX_HINTS, MAX_OFFERED, MAX_PROBLEMS
from tests.support.tiny import FILES, NAME, only, write_library

MODEL = "scenarios/models/tiny-model"
INJECTS = "scenarios/tiny/injects.yaml"


def problems(root: Path, name: str, text: str) -> list[str]:
    """Return what is said once a file of the tiny library is another."""
    (write_library(root) / name).write_text(text, encoding="utf-8")
    try:
        load_scenario(NAME, library=only(root))
    except ScenarioError as error:
        return [problem.format().partition("\n")[0] for problem in error.problems]
    return []


def rule(variables: int) -> str:
    over = ", ".join(f"v{n}: states" for n in range(variables))
    return (
        f"{FILES[f'{MODEL}/rules.yaml']}wide:\n  for: {{{over}}}\n  effects:\n    - {{change: insecurity, by: 1}}\n"
        "  why: It is so.\n  source: design value\n"
    )


def test_four_variables_are_compiled_and_five_are_not(tmp_path: Path) -> None:
    root = tmp_path.resolve()
    assert problems(root, f"{MODEL}/rules.yaml", rule(4)) == []
    assert problems(root, f"{MODEL}/rules.yaml", rule(5)) == [
        f"{root.as_posix()}/{MODEL}/rules.yaml:34:3: error: variables of one rule: at most 4 are possible, and there "
        "are 5 (too-large)"
    ]


@pytest.mark.parametrize("more", [0, 1])
def test_an_offer_has_an_end(tmp_path: Path, more: int) -> None:
    names = ", ".join(["open_shelter"] * (MAX_OFFERED + more))
    text = FILES[INJECTS].replace("[open_shelter]", f"[{names}]")
    root = tmp_path.resolve()
    told = f"{root.as_posix()}/{INJECTS}:16:7: error: measures in one offer: at most 40 are possible, and there are 41"
    assert problems(root, INJECTS, text) == [f"{told} (too-large)"] * more


def test_the_first_of_many_problems_are_told(tmp_path: Path) -> None:
    head = "scenarios/tiny/scenario.yaml"
    names = [f"closing_feeds_smuggler{n}" for n in range(MAX_PROBLEMS + 50)]
    text = f"{FILES[head]}without_rules: [{', '.join(names)}]\n"
    told = problems(tmp_path.resolve(), head, text)
    assert len(told) == MAX_PROBLEMS + 1
    assert [("Did you mean" in line) for line in told] == [True] * MAX_HINTS + [False] * (
        MAX_PROBLEMS + 1 - MAX_HINTS
    )
    assert told[-1].endswith(
        "error: there are more problems than are told at once; mend these first (too-many-problems)"
    )
