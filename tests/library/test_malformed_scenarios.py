"""Every mistake of the gallery is told once, at its place, in its words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from exercise.authoring.check import check
from exercise.library.listing import list_scenarios
from tests.support.tiny import NAME, only, write_library

GALLERY = Path(__file__).parents[1] / "malformed" / "scenarios" / "mistakes.toml"
MISTAKES: list[dict[str, str]] = tomllib.loads(GALLERY.read_text(encoding="utf-8"))["mistake"]


def spoil(root: Path, mistake: dict[str, str]) -> None:
    """Put one mistake into the tiny library."""
    path = root / mistake["file"]
    text = path.read_text(encoding="utf-8")
    assert text.count(mistake["old"]) == 1, "the entry must change one place"
    path.write_text(text.replace(mistake["old"], mistake["new"]), encoding="utf-8")


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["name"])
def test_a_mistake_is_told_once_at_its_place(tmp_path: Path, mistake: dict[str, str]) -> None:
    root = write_library(tmp_path)
    spoil(root, mistake)
    result = check([NAME], only(root))
    told = [problem.format().partition("\n")[0] for problem in result.problems]
    file = root / mistake.get("told_in", mistake["file"])
    message = mistake["message"].replace("LIBRARY", root.as_posix())
    expected = f"{file.as_posix()}:{mistake['place']}: error: {message} ({mistake['code']})"
    assert (told, result.failures, result.exit_code()) == ([expected], [], 1)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake["name"])
def test_a_broken_scenario_is_still_listed(tmp_path: Path, mistake: dict[str, str]) -> None:
    root = write_library(tmp_path)
    spoil(root, mistake)
    assert [card.name for card in list_scenarios(only(root))] == [NAME]


def test_the_gallery_has_no_entry_twice() -> None:
    names = [mistake["name"] for mistake in MISTAKES]
    assert len(set(names)) == len(names) >= 35
