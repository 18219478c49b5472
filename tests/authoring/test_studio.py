"""What the studio finds: parts, problems in the part that holds them, and the last version that can be played."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exercise.authoring.studio import Part, Studio
from exercise.errors import LibraryError
from exercise.library.places import open_library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a small scenario."""
    found = open_library().scenario("first-steps").path
    return Path(shutil.copytree(found, tmp_path / "first-steps"))


@pytest.fixture
def studio(folder: Path) -> Studio:
    """A studio on it."""
    return Studio(folder, open_library())


def change(path: Path, old: str, new: str) -> None:
    """Save a file with something in it changed."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def part(studio: Studio, name: str) -> Part:
    """Return a part by name."""
    return next(one for one in studio.look().parts if one.name == name)


def test_files_come_with_the_head_first_and_entries_below_their_file(studio: Studio) -> None:
    names = [one.name for one in studio.look().parts]
    assert names[0] == "scenario.yaml"
    assert names[1:3] == ["scenario.yaml:roles.tajikistan", "scenario.yaml:roles.iom"]
    assert names[names.index("injects.yaml") + 1] == "injects.yaml:injects.bus_at_the_post"
    assert "cases.yaml" in names
    assert not any(name.startswith("cases.yaml:") for name in names)
    assert "concept-note.md" in names


def test_the_lines_of_an_entry_are_its_own(studio: Studio) -> None:
    lines = studio.source(part(studio, "measures.yaml:measures.wait_for_orders"))
    assert lines[0] == "wait_for_orders:"
    assert not any(line.startswith("open_the_school") for line in lines)


def test_a_save_is_seen_once(studio: Studio, folder: Path) -> None:
    assert studio.changed()
    studio.look()
    assert not studio.changed()
    change(folder / "injects.yaml", "forty people", "fifty people")
    assert studio.changed()
    studio.look()
    assert not studio.changed()


def test_a_mistake_is_told_in_its_part_and_the_last_good_version_stays(
    studio: Studio, folder: Path
) -> None:
    assert studio.look().problems == ()
    good = studio.compiled()
    assert good is not None
    assert good.fresh
    change(folder / "injects.yaml", "kind: scheduled", "kimd: scheduled")
    look = studio.look()
    assert (look.errors > 0, look.warnings) == (True, 0)
    holding = [one.name for one in look.parts if one.holds(look.problems[0])]
    assert holding == ["injects.yaml", "injects.yaml:injects.bus_at_the_post"]
    kept = studio.compiled()
    assert kept is not None
    assert (kept.program, kept.fresh) == (good.program, False)
    change(folder / "injects.yaml", "kimd: scheduled", "kind: scheduled")
    studio.look()
    mended = studio.compiled()
    assert mended is not None
    assert mended.fresh


def test_a_scenario_that_could_never_be_played_has_nothing_to_tell(folder: Path) -> None:
    change(folder / "scenario.yaml", "turns: 2", "turns: many")
    studio = Studio(folder, open_library())
    assert studio.look().errors > 0
    assert studio.compiled() is None


def test_a_file_that_is_no_yaml_is_a_part_with_a_problem_and_no_entries(
    studio: Studio, folder: Path
) -> None:
    (folder / "measures.yaml").write_text("a: [", encoding="utf-8")
    look = studio.look()
    measures = [one for one in look.parts if one.name.startswith("measures.yaml")]
    assert [one.name for one in measures] == ["measures.yaml"]
    assert any(measures[0].holds(problem) for problem in look.problems)


def test_entries_are_told_in_words_where_a_description_tells_of_them(studio: Studio) -> None:
    inject = part(studio, "injects.yaml:injects.second_bus")
    role = part(studio, "scenario.yaml:roles.iom")
    file = part(studio, "injects.yaml")
    compiled = studio.compiled()
    assert compiled is not None
    assert getattr(compiled.told(inject), "title", "") == "A second bus, and a rumour"
    assert getattr(compiled.told(role), "title", "") == "IOM"
    assert compiled.told(file) is None


def test_a_folder_that_went_away_is_said(studio: Studio, folder: Path) -> None:
    shutil.rmtree(folder)
    with pytest.raises(LibraryError):
        studio.look()
