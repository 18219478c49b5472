"""A scenario that says what is sensitive in it: no country in it is called by its name, unless somebody sees to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.errors import ScenarioError
from exercise.library.listing import list_scenarios
from exercise.library.loader import LoadedScenario, load_scenario
from tests.support.packs import HEAD
from tests.support.tiny import only, write_library

SENSITIVE = "sensitivity:\n  note: A dispute that is still open.\n  names: other-names\n"
ALL = "format: 1\nnames: {rivermark: Westland, highvale: Eastland, aid_body: Helpers}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_library(tmp_path)
    (tmp_path / "roles/aliases/other-names.yaml").write_text(ALL, encoding="utf-8")
    return tmp_path


def load(root: Path, more: str = SENSITIVE, aliases: str | None = None) -> LoadedScenario:
    head = root / HEAD
    head.write_text(head.read_text(encoding="utf-8") + more, encoding="utf-8")
    return load_scenario("tiny", library=only(root), aliases=aliases)


def test_its_countries_have_other_names_without_anybody_asking(root: Path) -> None:
    loaded = load(root)
    assert loaded.bundle.names == {
        "rivermark": "Westland", "highvale": "Eastland", "aid_body": "Helpers",
    }  # fmt: skip


def test_one_may_ask_for_still_other_names(root: Path) -> None:
    text = ALL.replace("Westland", "Northland")
    (root / "roles/aliases/compass.yaml").write_text(text, encoding="utf-8")
    assert load(root, aliases="compass").bundle.names["rivermark"] == "Northland"


def test_the_list_uses_the_other_names_too(root: Path) -> None:
    (card,) = list_scenarios(only(root))
    assert card.summary == "Families wait at the river between Rivermark and Highvale."
    load(root)
    (card,) = list_scenarios(only(root))
    assert card.summary == "Families wait at the river between Westland and Eastland."


@pytest.mark.parametrize("aliases", [None, "half"])
def test_a_country_without_another_name_stops_the_scenario(root: Path, aliases: str | None) -> None:
    names = "format: 1\nnames: {highvale: Eastland}\n"
    file = "half" if aliases else "other-names"
    (root / f"roles/aliases/{file}.yaml").write_text(names, encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load(root, aliases=aliases)
    (problem,) = caught.value.problems
    assert (problem.code, problem.source_line) == ("no-alias", "  names: other-names")
    assert problem.message == (
        "this scenario is sensitive, and the aliases in use have no other name for 'rivermark'; "
        "add one to that file, or name another file here"
    )


def test_aliases_that_are_not_there_are_told_where_they_are_named(root: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        load(root, SENSITIVE.replace("other-names", "other-name"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.source_line) == ("unknown-alias", "  names: other-name")
    assert problem.message.startswith(
        "there is no alias 'other-name'. Did you mean 'other-names'? Looked in "
    )


def test_a_name_that_no_placeholder_stands_for_is_told_where_it_stands(root: Path) -> None:
    note = root / "scenarios" / "tiny" / "concept-note.md"
    note.write_text("# Note\n\nThe river of Rivermark.\n", encoding="utf-8")
    head = root / HEAD
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("summary: Families", "summary: In Highvale families"), "utf-8")
    in_head, in_inject, in_note = load(root).warnings
    assert (in_head.line, in_head.column, in_head.code) == (4, 13, "real-name")
    assert in_inject.source_line == "  expected: Rivermark prepares places."
    assert (in_note.line, in_note.column) == (3, 14)
    assert in_note.message == (
        "this scenario is sensitive and calls 'Rivermark' by its name; write {rivermark}"
    )


def test_a_scenario_that_says_nothing_keeps_its_names(root: Path) -> None:
    loaded = load(root, "")
    assert (loaded.bundle.names, loaded.warnings) == ({}, ())
