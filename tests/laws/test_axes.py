"""Law 8: no code adds security and rights into one number, and no view shows one without the other."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from msgspec.structs import fields

from exercise.conduct.state import Phase
from exercise.conduct.view import Common, FacilitatorView, SeatView
from exercise.conduct.views import room_view
from exercise.conduct.views_facilitator import facilitator_view
from exercise.engine.program import Program
from exercise.library.loader import load_scenario
from tests.support.busy import busy_program
from tests.support.plays import play

SOURCE = Path(__file__).resolve().parents[2] / "exercise"
_AXES = ("security", "rights")


def _programs() -> list[Program]:
    return [busy_program(), load_scenario("northern-displacement").program]


@pytest.mark.parametrize("number", [0, 1], ids=["busy", "northern-displacement"])
def test_both_axes_or_neither_in_every_view(number: int) -> None:
    program = _programs()[number]
    shown: set[int] = set()
    for state, _, _ in play(program, 5, 160, pace=0.25):
        for common in (room_view(program, state), facilitator_view(program, state).common):
            names = [gauge.slot for gauge in common.axes]
            assert names in ([], list(_AXES))
            hidden = state.scores_hidden and state.phase not in (Phase.hot_wash, Phase.closed)
            assert bool(names) is not hidden
            shown.add(len(names))
    assert 2 in shown


@pytest.mark.parametrize("view", [Common, SeatView, FacilitatorView], ids=lambda v: v.__name__)
def test_no_view_has_a_field_for_one_number_of_both(view: type) -> None:
    words = ("score", "total", "overall", "composite", "rank", "index")
    told = [field.name for field in fields(view) if any(word in field.name for word in words)]
    assert told in ([], ["scores_hidden"], ["actions_total"])


def test_no_derived_value_mixes_the_two_axes() -> None:
    """Neither axis, nor anything with a name of its own, is computed from the other axis."""
    for program in _programs():
        below = {name: _below(program, name) for name in program.bundle.model.derived}
        for name, terms in below.items():
            assert not set(_AXES) <= {*terms, name}, name


def _below(program: Program, name: str) -> set[str]:
    card = program.bundle.model.derived.get(name)
    if card is None:
        return {name}
    return {name}.union(*(_below(program, term) for term in card.terms))


def test_no_code_adds_or_subtracts_the_two_axes() -> None:
    """No sum, difference or comparison in the source has both words in it."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
                words = [_words(side) for side in (node.left, node.right)]
                if all(any(axis in part for part in words) for axis in _AXES) and not _text(node):
                    found.append(f"{path.name}:{node.lineno}")
    assert not found


def _words(node: ast.AST) -> str:
    return " ".join(
        str(value)
        for part in ast.walk(node)
        for value in (
            getattr(part, "id", ""),
            getattr(part, "attr", ""),
            getattr(part, "value", ""),
        )
        if isinstance(value, str)
    )


def _text(node: ast.BinOp) -> bool:
    """Putting texts or lists together is no arithmetic."""
    parts = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
    return any(isinstance(side, parts) for side in (node.left, node.right))
