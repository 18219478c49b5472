"""Loading a scenario from its folder: sections, roles, names, presets, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exercise.engine.compile import compile_bundle
from exercise.errors import LibraryError, Problem, ScenarioError
from exercise.journal import fingerprint_of
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.library.case_files import load_cases
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import open_library
from tests.support.tiny import FILES, NAME, only, tiny, write_library

SHIPPED = sorted(open_library((), {}).all("scenario"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny library in a folder of its own."""
    return write_library(tmp_path)


def load(root: Path) -> LoadedScenario:
    return load_scenario(NAME, library=only(root))


def errors(root: Path) -> list[Problem]:
    with pytest.raises(ScenarioError) as caught:
        load(root)
    return [problem for problem in caught.value.problems if problem.severity == "error"]


def test_everything_of_the_folder_is_in_the_bundle() -> None:
    loaded = tiny()
    assert loaded.warnings == ()
    assert sorted(loaded.bundle.roles) == ["aid_body", "rivermark"]
    assert list(loaded.bundle.injects()) == ["first_families", "rumour", "relief"]
    assert loaded.bundle.scenario.texts == {
        "concept-note.md": FILES["scenarios/tiny/concept-note.md"]
    }
    assert loaded.origin.endswith("(named by you)")


@pytest.mark.parametrize("name", [NAME, *SHIPPED])
def test_a_bundle_survives_its_bytes(name: str) -> None:
    loaded = tiny() if name == NAME else load_scenario(name)
    data = bundle_bytes(loaded.bundle)
    again = bundle_from_bytes(data)
    assert again == loaded.bundle
    assert compile_bundle(again).program == loaded.program
    assert bundle_bytes(again) == data
    assert fingerprint_of(data) == fingerprint_of(bundle_bytes(again))


def test_the_fingerprint_changes_with_one_number_and_not_with_the_place(
    root: Path, tmp_path: Path
) -> None:
    elsewhere = write_library(tmp_path / "elsewhere")
    first = fingerprint_of(bundle_bytes(load(root).bundle))
    assert fingerprint_of(bundle_bytes(load(elsewhere).bundle)) == first
    _replace(elsewhere / "roles" / "aid_body.yaml", "start: 5", "start: 6")
    assert fingerprint_of(bundle_bytes(load(elsewhere).bundle)) != first


def test_bytes_that_are_no_bundle_are_refused() -> None:
    with pytest.raises(LibraryError, match="cannot be read"):
        bundle_from_bytes(b'{"scenario": 1}')


def test_a_section_may_be_a_key_a_file_or_a_folder(root: Path) -> None:
    expected = bundle_bytes(load(root).bundle)
    model = root / "scenarios" / "models" / "tiny-model"
    rules = (model / "rules.yaml").read_text(encoding="utf-8")
    (model / "rules.yaml").unlink()
    (model / "rules").mkdir()
    middle = rules.index("insecurity_moves_people:")
    (model / "rules" / "a.yaml").write_text(rules[:middle], encoding="utf-8")
    (model / "rules" / "b.yaml").write_text(rules[middle:], encoding="utf-8")
    issues = (model / "issues.yaml").read_text(encoding="utf-8")
    (model / "issues.yaml").unlink()
    indented = "issues:\n" + "".join(f"  {line}\n" for line in issues.splitlines())
    with (model / "model.yaml").open("a", encoding="utf-8") as head:
        head.write(indented)
    assert bundle_bytes(load(root).bundle) == expected


def test_a_mistake_in_a_folder_of_files_is_told_in_its_file(root: Path) -> None:
    model = root / "scenarios" / "models" / "tiny-model"
    (model / "rules").mkdir()
    (model / "rules.yaml").rename(model / "rules" / "all.yaml")
    _replace(model / "rules" / "all.yaml", "reroute: bridge", "reroute: bridg")
    (problem,) = errors(root)
    assert (problem.file, problem.line) == ((model / "rules" / "all.yaml").as_posix(), 7)


def test_a_section_in_file_and_folder_is_refused(root: Path) -> None:
    model = root / "scenarios" / "models" / "tiny-model"
    (model / "rules").mkdir()
    (problem,) = errors(root)
    assert problem.code == "section-twice"
    assert "rules.yaml and in the folder rules/" in problem.message


def test_an_entry_in_two_files_of_a_folder_is_refused(root: Path) -> None:
    model = root / "scenarios" / "models" / "tiny-model"
    (model / "rules").mkdir()
    shutil.copy(model / "rules.yaml", model / "rules" / "a.yaml")
    (model / "rules.yaml").rename(model / "rules" / "b.yaml")
    problems = errors(root)
    assert {problem.code for problem in problems} == {"duplicate-key"}
    assert [(Path(problem.file).name, problem.line) for problem in problems] == [
        ("b.yaml", 1),
        ("b.yaml", 13),
        ("b.yaml", 21),
    ]


def test_a_file_that_is_not_read_is_told_with_the_likely_name(root: Path) -> None:
    (root / "scenarios" / "tiny" / "inject.yaml").write_text("a: 1\n", encoding="utf-8")
    (warning,) = load(root).warnings
    assert (warning.severity, warning.code) == ("warning", "unread-file")
    assert "Did you mean 'injects.yaml'?" in warning.message


@pytest.mark.parametrize("name", ["injects.yaml", "concept-note.md", "scenario.yaml"])
def test_a_link_out_of_the_folder_is_refused(root: Path, tmp_path: Path, name: str) -> None:
    secret = tmp_path / "secret"
    path = root / "scenarios" / "tiny" / name
    path.rename(secret)
    path.symlink_to(secret)
    assert [problem.code for problem in errors(root)] == ["outside"]


def test_a_folder_of_files_that_is_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    model = root / "scenarios" / "models" / "tiny-model"
    (tmp_path / "elsewhere").mkdir()
    (model / "rules.yaml").rename(tmp_path / "elsewhere" / "a.yaml")
    (model / "rules").symlink_to(tmp_path / "elsewhere")
    assert [problem.code for problem in errors(root)] == ["outside"]


def test_a_role_card_that_is_a_link_out_of_its_folder_is_refused(
    root: Path, tmp_path: Path
) -> None:
    (root / "roles" / "aid_body.yaml").rename(tmp_path / "card.yaml")
    (root / "roles" / "aid_body.yaml").symlink_to(tmp_path / "card.yaml")
    assert [problem.code for problem in errors(root)] == ["outside"]


def test_a_file_over_the_limit_is_refused_without_being_parsed(root: Path) -> None:
    path = root / "scenarios" / "tiny" / "concept-note.md"
    path.write_bytes(b"a" * (2 * 1024 * 1024 + 1))
    assert [problem.code for problem in errors(root)] == ["file-too-large"]


def test_mistakes_in_all_files_are_told_together(root: Path) -> None:
    _replace(root / "scenarios" / "tiny" / "scenario.yaml", "turns: 3", "turns: three")
    _replace(root / "scenarios" / "models" / "tiny-model" / "states.yaml", "weight: 2", "weight: 0")
    _replace(root / "roles" / "aid_body.yaml", "actions: 2", "actions: many")
    told = [(Path(problem.file).name, problem.line) for problem in errors(root)]
    assert told == [("scenario.yaml", 10), ("states.yaml", 3), ("aid_body.yaml", 8)]


def test_a_scenario_may_bring_a_role_card_of_its_own(root: Path) -> None:
    own = root / "scenarios" / "tiny" / "roles"
    own.mkdir()
    shutil.copy(root / "roles" / "aid_body.yaml", own)
    _replace(own / "aid_body.yaml", "name: Aid body", "name: Field office")
    loaded = load(root)
    assert loaded.bundle.roles["aid_body"].name == "Field office"
    assert loaded.warnings == ()


def test_roles_of_two_folders_come_together_and_the_first_wins(root: Path, tmp_path: Path) -> None:
    further = tmp_path / "further" / "roles"
    further.mkdir(parents=True)
    shutil.copy(root / "roles" / "aid_body.yaml", further / "watch_body.yaml")
    shutil.copy(root / "roles" / "aid_body.yaml", further / "aid_body.yaml")
    _replace(further / "aid_body.yaml", "name: Aid body", "name: Other body")
    library = open_library([root, further.parent], {})
    loaded = load_scenario(NAME, library=library)
    assert loaded.bundle.roles["aid_body"].name == "Aid body"
    assert "watch_body" in loaded.bundle.roles
    assert [warning.code for warning in loaded.warnings] == ["found-twice"]


def test_an_alias_file_gives_other_names(root: Path) -> None:
    loaded = load_scenario(NAME, library=only(root), aliases="other-names")
    path = root / "roles" / "aliases" / "other-names.yaml"
    assert loaded.bundle.names == {"rivermark": "Westbank", "aid_body": "Relief agency"}
    assert load_scenario(NAME, library=only(root), aliases=str(path)).bundle == loaded.bundle
    with pytest.raises(LibraryError, match="Did you mean 'other-names'"):
        load_scenario(NAME, library=only(root), aliases="other-name")


def test_a_preset_can_be_chosen(root: Path) -> None:
    loaded = load_scenario(NAME, library=only(root), preset="strong")
    percents = {rule.name: rule.percent for rule in loaded.program.rules}
    assert loaded.bundle.scenario.preset == "strong"
    assert percents["closing_feeds_smugglers"] == 200
    with pytest.raises(LibraryError, match="Did you mean 'strong'"):
        load_scenario(NAME, library=only(root), preset="strnog")


@pytest.mark.parametrize(
    ("file", "place"),
    [("concept-note.md", "3:1"), ("scenario.yaml", "4:45"), ("injects.yaml", "5:44")],
)
def test_a_placeholder_for_nobody_is_a_warning(root: Path, file: str, place: str) -> None:
    path = root / "scenarios" / "tiny" / file
    text = path.read_text(encoding="utf-8").replace("Read this", "{rivermrk} reads this")
    path.write_text(text.replace("{rivermark}", "{rivermrk}", 1), encoding="utf-8")
    (warning,) = load(root).warnings
    assert (f"{warning.line}:{warning.column}", warning.code) == (place, "unknown-placeholder")
    assert "Did you mean '{rivermark}'?" in warning.message


def test_a_scenario_without_cases_says_so(root: Path) -> None:
    loaded = load(root)
    assert [case.name for case in load_cases(loaded).cases] == ["Shelter makes ready"]
    (root / "scenarios" / "tiny" / "cases.yaml").unlink()
    with pytest.raises(LibraryError, match="has no cases"):
        load_cases(loaded)


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_scenario_loads_without_a_warning(name: str) -> None:
    assert load_scenario(name).warnings == ()


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
