"""Where scenarios are looked for, in which order, and what is said when there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exercise.errors import LibraryError
from exercise.library.places import ENVIRONMENT, find_checkout, open_library
from tests.support.tiny import write_library

ROOT = Path(__file__).resolve().parents[2]


def test_folders_of_the_user_come_before_the_environment_and_the_checkout(tmp_path: Path) -> None:
    first, second, third = (write_library(tmp_path / name) for name in ("a", "b", "c"))
    environment = {ENVIRONMENT: f"{second}{os.pathsep}{third}"}
    library = open_library([first], environment)
    assert [(root.folder, root.origin) for root in library.roots] == [
        (first, "named"),
        (second, "environment"),
        (third, "environment"),
        (ROOT, "checkout"),
    ]


def test_the_checkout_is_taken_where_nothing_is_named() -> None:
    library = open_library((), {})
    assert find_checkout() == ROOT
    assert [root.folder for root in library.roots] == [ROOT]
    assert library.describe().endswith("(the checkout)")


def test_a_folder_named_twice_is_searched_once(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    library = open_library([root, root], {ENVIRONMENT: str(root)})
    assert [place.folder for place in library.roots].count(root) == 1
    assert library.scenario("tiny").others == ()


def test_the_first_of_two_equal_names_wins_and_the_other_is_told(tmp_path: Path) -> None:
    first, second = write_library(tmp_path / "a"), write_library(tmp_path / "b")
    found = open_library([first, second], {}).scenario("tiny")
    (warning,) = found.warnings("scenario")
    assert found.path == first / "scenarios" / "tiny"
    assert (warning.severity, warning.code) == ("warning", "found-twice")
    assert str(second / "scenarios" / "tiny") in warning.message


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda folder: folder / "nowhere", "is not a folder"),
        (lambda folder: folder, "holds neither scenarios/ nor roles/"),
    ],
)
def test_a_folder_of_no_use_is_refused(tmp_path: Path, make: object, said: str) -> None:
    assert callable(make)
    with pytest.raises(LibraryError, match=said):
        open_library([make(tmp_path)], {})
    with pytest.raises(LibraryError, match=f"{ENVIRONMENT} names"):
        open_library((), {ENVIRONMENT: str(make(tmp_path))})


def test_an_unknown_name_is_answered_with_the_nearest_and_the_places(tmp_path: Path) -> None:
    library = open_library([write_library(tmp_path)], {})
    with pytest.raises(LibraryError) as caught:
        library.scenario("tinny")
    assert "there is no scenario 'tinny'. Did you mean 'tiny'?" in str(caught.value)
    assert str(tmp_path) in str(caught.value)


@pytest.mark.parametrize("name", ["", "..", ".", "../tiny", "models", "schema", "no/such/folder"])
def test_a_name_that_is_no_scenario_finds_nothing(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LibraryError):
        open_library((), {}).scenario(name)


@pytest.mark.parametrize("path", ["scenarios/tiny", "scenarios/tiny/scenario.yaml"])
def test_a_scenario_is_found_by_its_path(tmp_path: Path, path: str) -> None:
    root = write_library(tmp_path)
    found = open_library((), {}).scenario(str(root / path))
    assert (found.name, found.path) == ("tiny", root / "scenarios" / "tiny")


def test_hidden_folders_and_folders_without_a_head_are_no_scenarios(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    (root / "scenarios" / ".old").mkdir()
    (root / "scenarios" / ".old" / "scenario.yaml").write_text("format: 1\n")
    (root / "scenarios" / "empty").mkdir()
    names = open_library([root], {}).all("scenario")
    assert "tiny" in names
    assert not {".old", "empty", "models"} & set(names)
