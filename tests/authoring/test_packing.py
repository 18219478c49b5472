"""Packing: what goes in, what a scenario must say of itself, and that the same files give the same bytes."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from exercise import __version__
from exercise.authoring.adding import add_pack
from exercise.authoring.packing import pack_name, pack_scenario
from exercise.errors import LibraryError, ScenarioError
from exercise.library.places import Library, Root, open_library
from tests.library.test_pieces import write_pieces
from tests.support.packs import HEAD, licensed_library, tiny_packing
from tests.support.tiny import NAME, only, write_library


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return licensed_library(tmp_path)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def with_built_in(root: Path) -> Library:
    return Library((Root(root, "named"), *open_library((), {}).roots))


def test_the_same_files_give_the_same_bytes_wherever_they_lie(root: Path) -> None:
    for path in root.rglob("*"):
        os.utime(path, (0, 0))
    assert pack_scenario(NAME, only(root)).data == tiny_packing().data
    (root / "scenarios" / NAME / ".swap").write_text("x", encoding="utf-8")
    assert pack_scenario(NAME, only(root)).data == tiny_packing().data


def test_the_form_is_the_one_that_is_documented() -> None:
    with zipfile.ZipFile(io.BytesIO(tiny_packing().data)) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]
    assert names[0] == "manifest.json"
    assert names[1:] == sorted(names[1:])
    assert {entry.compress_type for entry in entries} == {zipfile.ZIP_STORED}
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_manifest_says_what_the_scenario_says(root: Path) -> None:
    manifest = pack_scenario(NAME, only(root)).pack.manifest
    assert (manifest.name, manifest.title, manifest.version) == (NAME, "Tiny crossing", "1.0.0")
    assert (manifest.author, manifest.license) == ("Test authors", "CC-BY-4.0")
    assert manifest.summary == "Families wait at the river between Rivermark and Highvale."
    assert (manifest.languages, manifest.setting_year) == (("en",), 2016)
    assert (manifest.engine, manifest.model.name) == (__version__, "tiny-model")
    assert manifest.sources == ("design value",)
    assert pack_name(manifest) == "tiny-1.0.0.scenario"


def test_the_languages_are_those_of_the_title(root: Path) -> None:
    rewrite(root / HEAD, "title: Tiny crossing", "title: {ru: Переправа, en: Tiny crossing}")
    manifest = pack_scenario(NAME, only(root)).pack.manifest
    assert (manifest.languages, manifest.title) == (("en", "ru"), "Tiny crossing")


def test_a_model_that_is_built_in_stays_out_and_a_changed_one_goes_in(tmp_path: Path) -> None:
    library = open_library((), {})
    packing = pack_scenario("first-steps", library)
    assert not packing.pack.manifest.model.packed
    assert all("models" not in name for name in packing.pack.files)
    model = tmp_path / "scenarios" / "models" / "central-asia"
    model.parent.mkdir(parents=True)
    shipped = library.find("model", "central-asia").path
    for path in shipped.rglob("*.yaml"):
        target = model / path.relative_to(shipped)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    unchanged = pack_scenario("first-steps", with_built_in(tmp_path))
    assert unchanged.data == packing.data
    rewrite(model / "measures.yaml", "name: Wider surveillance", "name: Much surveillance")
    changed = pack_scenario("first-steps", with_built_in(tmp_path)).pack
    assert changed.manifest.model.packed
    assert "scenarios/models/central-asia/measures.yaml" in changed.files
    assert changed.manifest.model.sha256 != packing.pack.manifest.model.sha256


def test_role_cards_lie_in_the_scenarios_own_folder(root: Path) -> None:
    names = pack_scenario(NAME, only(root)).pack.files
    assert {name for name in names if "roles/" in name} == {
        f"scenarios/{NAME}/roles/rivermark.yaml",
        f"scenarios/{NAME}/roles/aid_body.yaml",
    }


def test_what_was_added_packs_to_the_same_bytes_again(root: Path, tmp_path: Path) -> None:
    write_pieces(root)
    with (root / HEAD).open("a", encoding="utf-8") as file:
        file.write("uses: [weather]\nwith_injects: {storm: {}}\n")
    packing = pack_scenario(NAME, only(root))
    add_pack(packing.pack, Library(()), tmp_path / "added")
    assert pack_scenario(NAME, open_library([tmp_path / "added"], {})).data == packing.data


def test_a_library_of_pieces_goes_in_with_whose_it_is(root: Path) -> None:
    write_pieces(root)
    with (root / HEAD).open("a", encoding="utf-8") as file:
        file.write("uses: [weather]\nwith_injects: {storm: {}}\n")
    pack = pack_scenario(NAME, only(root)).pack
    (library,) = pack.manifest.libraries
    assert (library.name, library.author, library.license) == (
        "weather", "Weather office", "CC-BY-4.0",
    )  # fmt: skip
    assert "scenarios/libraries/weather/injects.yaml" in pack.files


def test_what_a_pack_must_say_is_asked_for_in_one_message(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    with pytest.raises(LibraryError) as caught:
        pack_scenario(NAME, only(root))
    assert str(caught.value) == (
        f"{root / HEAD} does not say all that a pack must say. Add, with your own words:\n"
        "  license: CC-BY-4.0"
    )


def test_a_scenario_with_mistakes_is_packed_only_by_force(root: Path) -> None:
    rewrite(root / HEAD, "turns: 3", "turns: three")
    with pytest.raises(ScenarioError) as caught:
        pack_scenario(NAME, only(root))
    assert [problem.severity for problem in caught.value.problems] == ["error"]
    packing = pack_scenario(NAME, only(root), force=True)
    assert [problem.severity for problem in packing.problems] == ["error"]
    rewrite(root / HEAD, "title:", "title: [")
    with pytest.raises(ScenarioError):
        pack_scenario(NAME, only(root), force=True)


def test_what_no_pack_can_hold_is_told_even_by_force(root: Path) -> None:
    note = root / "scenarios" / NAME / "concept-note.md"
    note.write_bytes(b"caf\xe9")
    with pytest.raises(LibraryError) as caught:
        pack_scenario(NAME, only(root), force=True)
    assert str(caught.value) == (
        f"{note.parent} cannot be packed: the file 'scenarios/{NAME}/concept-note.md' is not UTF-8 "
        "text"
    )


def test_files_of_other_kinds_are_left_out_and_told(root: Path) -> None:
    folder = root / "scenarios" / NAME
    (folder / "participants.xlsx").write_bytes(b"PK")
    (folder / "photo.jpg").write_bytes(b"\xff")
    packing = pack_scenario(NAME, only(root))
    assert packing.data == tiny_packing().data
    assert packing.left_out == (
        f"the entry 'scenarios/{NAME}/participants.xlsx' is an archive inside the archive",
        f"the entry 'scenarios/{NAME}/photo.jpg' is of no kind that a pack may hold: .yaml, .md, .ftl",
    )


def test_what_a_link_leads_to_outside_is_not_packed(root: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("not yours\n", encoding="utf-8")
    (root / "scenarios" / NAME / "secret.md").symlink_to(secret)
    with pytest.raises(ScenarioError, match="this is a link out of the folder tiny"):
        pack_scenario(NAME, only(root))
    packing = pack_scenario(NAME, only(root), force=True)
    assert all(b"not yours" not in data for data in packing.pack.files.values())
    assert packing.left_out[0].endswith("secret.md is a link out of its folder")


def test_data_of_persons_is_told_and_does_not_stop_the_packing(root: Path) -> None:
    note = root / "scenarios" / NAME / "concept-note.md"
    note.write_text("# Note\n\nAsk a.person@office.example about it.\n", encoding="utf-8")
    (problem,) = pack_scenario(NAME, only(root)).problems
    assert (problem.file, problem.line, problem.column) == (str(note), 3, 5)
    assert (problem.severity, problem.code) == ("warning", "personal-data")
