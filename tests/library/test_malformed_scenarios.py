"""Every mistake of the gallery is told once, at its place, in its words."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from exercise.authoring.check import check
from exercise.library.listing import list_scenarios
from tests.support.tiny import NAME, only, write_library

GALLERY = Path(__file__).parents[1] / "malformed" / "scenarios" / "mistakes.toml"
MISTAKES: list[dict[str, Any]] = tomllib.loads(GALLERY.read_text(encoding="utf-8"))["mistake"]
_by_name = pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["name"])


def spoil(root: Path, mistake: dict[str, Any]) -> None:
    """Put one mistake into the tiny library."""
    changes = [(mistake["file"], mistake["old"], mistake["new"]), *mistake.get("also", [])]
    for file, old, new in changes:
        text = (root / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, "the entry must change one place"
        (root / file).write_text(text.replace(old, new), encoding="utf-8")


def expected(root: Path, mistake: dict[str, Any]) -> list[str]:
    """Return the lines that are told about a mistake: itself, and at most one that follows from it."""
    file = f"LIBRARY/{mistake.get('told_in', mistake['file'])}"
    severity = mistake.get("severity", "error")
    line = f"{file}:{mistake['place']}: {severity}: {mistake['message']} ({mistake['code']})"
    follows = mistake.get("follows", [])
    assert len(follows) <= 1
    return [one.replace("LIBRARY", root.as_posix()) for one in (line, *follows)]


@_by_name
def test_a_mistake_is_told_once_at_its_place(tmp_path: Path, mistake: dict[str, Any]) -> None:
    root = write_library(tmp_path)
    spoil(root, mistake)
    result = check([NAME], only(root))
    told = [problem.format().partition("\n")[0] for problem in result.problems]
    assert (told, result.failures) == (expected(root, mistake), [])
    assert result.exit_code(strict=True) == 1


@_by_name
def test_a_broken_scenario_is_still_listed(tmp_path: Path, mistake: dict[str, Any]) -> None:
    root = write_library(tmp_path)
    spoil(root, mistake)
    assert [card.name for card in list_scenarios(only(root))] == [NAME]


def test_the_gallery_has_no_entry_twice() -> None:
    names = [mistake["name"] for mistake in MISTAKES]
    assert len(set(names)) == len(names) >= 180
