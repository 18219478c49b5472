"""The checker: what it takes, what it writes, what it returns."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.check_report import run_check
from exercise.library.places import Library, open_library
from tests.support.tiny import only, write_library


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny library in a folder of its own."""
    return write_library(tmp_path)


def run(names: list[str], library: Library) -> tuple[int, str]:
    written: list[str] = []
    code = run_check(names, library, written.append)
    return code, "".join(written)


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_sound_scenario_gives_the_counts_and_nothing_else(root: Path) -> None:
    assert run(["tiny"], only(root)) == (0, "1 scenario checked: 0 errors, 0 warnings\n")


def test_a_mistake_is_shown_with_its_line_and_a_caret(root: Path) -> None:
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    spoil(head, "title: Tiny", "titel: Tiny")
    assert run(["tiny"], only(root)) == (
        1,
        f"{head}:3:1: error: unknown key 'titel'. Did you mean 'title'? (unknown-key)\n"
        "    titel: Tiny crossing\n"
        "    ^^^^^\n"
        "1 scenario checked: 1 error, 0 warnings\n",
    )


def test_a_warning_alone_does_not_fail(root: Path) -> None:
    (root / "scenarios" / "tiny" / "notes.txt").write_text("remember\n")
    code, text = run(["tiny"], only(root))
    assert (code, text.splitlines()[-1]) == (0, "1 scenario checked: 0 errors, 1 warning")
    assert "'notes.txt' is not read" in text


def test_an_unknown_name_fails_with_the_nearest(root: Path) -> None:
    code, text = run(["tinny"], only(root))
    assert code == 2
    assert text.startswith("error: there is no scenario 'tinny'. Did you mean 'tiny'?")
    assert text.endswith("0 scenarios checked: 1 error, 0 warnings\n")


@pytest.mark.parametrize("inside", [".", "scenarios", "scenarios/tiny"])
def test_a_folder_is_checked_with_all_that_it_holds(root: Path, inside: str) -> None:
    code, text = run([str(root / inside)], only(root))
    assert (code, text) == (0, "1 scenario checked: 0 errors, 0 warnings\n")


def test_a_folder_laid_out_as_a_library_brings_its_own_models_and_roles(root: Path) -> None:
    code, text = run([str(root)], open_library((), {}))
    assert (code, text) == (0, "1 scenario checked: 0 errors, 0 warnings\n")


def test_what_two_scenarios_share_is_told_once(root: Path) -> None:
    second = root / "scenarios" / "second"
    second.mkdir()
    for path in (root / "scenarios" / "tiny").iterdir():
        text = path.read_text(encoding="utf-8")
        (second / path.name).write_text(text.replace("id: tiny", "id: second"), encoding="utf-8")
    spoil(root / "roles" / "aid_body.yaml", "actions: 2", "actions: many")
    code, text = run([], only(root))
    assert (code, text.splitlines()[-1]) == (1, "2 scenarios checked: 1 error, 0 warnings")


def test_without_names_models_that_no_scenario_uses_are_checked_too(root: Path) -> None:
    (root / "scenarios" / "models" / "spare").mkdir()
    (root / "scenarios" / "models" / "spare" / "model.yaml").write_text("format: 1\n")
    code, text = run([], only(root))
    assert code == 1
    assert "the key 'quantities' is missing; write it here, or in a file quantities.yaml" in text


def test_everything_shipped_is_sound() -> None:
    code, text = run([], open_library((), {}))
    assert code == 0, text
    assert text.endswith(" 0 errors, 0 warnings\n"), text
