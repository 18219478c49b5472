"""Adding and removing packs: whole or not at all, beside what is there, and for one scenario alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.authoring.adding import add_pack
from exercise.errors import LibraryError
from exercise.journal import fingerprint_of
from exercise.library.added import find_added, install, list_added, remove, staged
from exercise.library.bundles import bundle_bytes
from exercise.library.loader import load_scenario
from exercise.library.pack_form import MANIFEST, Pack, PackError, manifest_bytes
from exercise.library.places import Library, open_library
from exercise.library.unpack import unpack
from tests.support.packs import HEAD, Entry, tiny_pack, tiny_packing, with_files
from tests.support.tiny import tiny_bundle

EMPTY = Library(())
NAME = "tiny"


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, folders without files included as empty names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
    }


def files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if (folder / name).is_file()}


def changed(text: str = "title: Tiny crossing", by: str = "title: Other crossing") -> Pack:
    """Return the tiny pack with another head."""
    head = tiny_pack().files[HEAD].decode().replace(text, by).encode()
    return unpack(with_files(Entry("scenarios/tiny/further.md", head)))


def broken(head: bytes) -> Pack:
    return Pack(tiny_pack().manifest, tiny_pack().files | {HEAD: head})


def test_a_pack_is_added_with_all_its_files_and_found_afterwards(tmp_path: Path) -> None:
    added = add_pack(tiny_pack(), EMPTY, tmp_path)
    assert added.folder == tmp_path / NAME
    assert files(added.folder) == tiny_pack().files | {
        MANIFEST: manifest_bytes(tiny_pack().manifest)
    }
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
    library = open_library([tmp_path], {})
    assert library.scenario(NAME).path == added.folder / "scenarios" / NAME
    assert load_scenario(NAME, library=library).warnings == ()


def test_what_is_added_plays_as_it_did_where_it_was_packed(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    bundle = load_scenario(NAME, library=open_library([tmp_path], {})).bundle
    mine = tiny_bundle()
    assert bundle.model == mine.model
    assert {name: bundle.roles[name] for name in mine.roles} == mine.roles
    assert bundle.scenario == mine.scenario.model_copy(update={"license": "CC-BY-4.0"})


def test_the_persons_own_folder_is_searched_without_being_named() -> None:
    added = add_pack(tiny_pack(), EMPTY)
    try:
        root = next(root for root in open_library((), {}).roots if root.origin == "added")
        assert root.folder == added.folder.resolve()
        assert root.describe().endswith("(added from a pack)")
        assert load_scenario(NAME).origin.endswith("(added from a pack)")
    finally:
        remove(find_added(NAME))
    assert all(root.origin != "added" for root in open_library((), {}).roots)


def test_a_model_that_was_added_is_for_its_own_scenario_alone(tmp_path: Path) -> None:
    before = bundle_bytes(load_scenario("first-steps", library=open_library((), {})).bundle)
    add_pack(tiny_pack(), EMPTY, tmp_path)
    model = tmp_path / NAME / "scenarios" / "models"
    (model / "tiny-model").rename(model / "central-asia")
    library = open_library([tmp_path], {})
    after = bundle_bytes(load_scenario("first-steps", library=library).bundle)
    assert fingerprint_of(after) == fingerprint_of(before)
    assert "tiny-model" not in library.all("model")


def test_the_same_pack_twice_changes_nothing(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    before = tree(tmp_path)
    assert add_pack(tiny_pack(), EMPTY, tmp_path).already
    assert tree(tmp_path) == before


def test_another_version_is_put_in_its_place_only_when_asked(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    before = tree(tmp_path)
    with pytest.raises(PackError) as caught:
        add_pack(changed(), EMPTY, tmp_path)
    assert str(caught.value) == (
        "'tiny' was added before: version 1.0.0 by Test authors; put version 1.0.0 by Test authors "
        "in its place with --replace"
    )
    assert tree(tmp_path) == before
    added = add_pack(changed(), EMPTY, tmp_path, replace=True)
    assert added.replaced == tiny_pack().manifest
    assert files(added.folder).keys() == changed().files.keys() | {MANIFEST}
    assert [path.name for path in tmp_path.iterdir()] == [NAME]


def test_a_scenario_of_the_same_name_elsewhere_is_not_covered_up_unasked(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path / "a")
    library = open_library([tmp_path / "a"], {})
    with pytest.raises(PackError, match="there is a scenario 'tiny' already, in "):
        add_pack(tiny_pack(), library, tmp_path / "b")
    assert not (tmp_path / "b").exists()
    assert add_pack(tiny_pack(), library, tmp_path / "b", replace=True).replaced is None


def test_a_folder_that_was_not_added_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "thesis.txt").write_text("years of work", encoding="utf-8")
    for replace in (False, True):
        with pytest.raises(PackError, match=r"was not added from a pack; move it away$"):
            add_pack(tiny_pack(), EMPTY, tmp_path, replace)
    assert (tmp_path / NAME / "thesis.txt").read_text(encoding="utf-8") == "years of work"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"title: [", "scenarios/tiny/scenario.yaml:2:1: "),
        (b"a: &x 1\nb: *x\n", "scenarios/tiny/scenario.yaml:1:4: "),
        (b"format: 1\n", "scenarios/tiny/scenario.yaml:1:1: "),
    ],
)
def test_a_pack_with_mistakes_leaves_nothing_behind(tmp_path: Path, head: bytes, said: str) -> None:
    into = tmp_path / "not" / "there"
    with pytest.raises(PackError) as caught:
        add_pack(broken(head), EMPTY, into)
    start = "'tiny' has mistakes for this version of the engine; --force adds it anyway. "
    assert str(caught.value).startswith(start + said)
    assert str(tmp_path) not in str(caught.value)
    assert tree(tmp_path) == {}
    assert add_pack(broken(head), EMPTY, into, force=True).folder == into / NAME


def test_an_old_version_comes_back_where_the_new_one_cannot_be_put(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    before = tree(tmp_path)
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if self.name.startswith(".adding-"):
            raise OSError(28, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(PackError, match=r"cannot be put in place: no space left on device$"):
        add_pack(changed(), EMPTY, tmp_path, replace=True)
    assert tree(tmp_path) == before


def test_an_interrupted_adding_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staged(tiny_pack(), tmp_path / "library"):
        raise KeyboardInterrupt
    assert tree(tmp_path) == {}


def test_what_was_added_is_removed_whole_and_told(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    gone = remove(find_added(NAME, tmp_path))
    assert {path.relative_to(tmp_path / NAME).as_posix() for path in gone} == {
        MANIFEST,
        *tiny_pack().files,
    }
    assert tree(tmp_path) == {}


def test_only_what_was_added_can_be_removed(tmp_path: Path) -> None:
    add_pack(tiny_pack(), EMPTY, tmp_path)
    with pytest.raises(LibraryError, match=r"no scenario 'tinny' was added to .*'tiny'\?$"):
        find_added("tinny", tmp_path)
    with pytest.raises(LibraryError, match="no scenario 'first-steps' was added to "):
        find_added("first-steps", tmp_path)
    (tmp_path / NAME / MANIFEST).write_text("{", encoding="utf-8")
    assert list_added(tmp_path) == {}


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_changed_byte_installs_the_same_or_nothing(data: st.DataObject) -> None:
    """A pack is its files: what is not refused is written byte for byte as it was packed."""
    whole = tiny_packing().data
    near = st.one_of(
        st.integers(0, len(whole) - 1),
        st.integers(len(whole) - 1800, len(whole) - 1),
        st.integers(0, 60),
    )
    spoilt = bytearray(whole)
    for place, value in data.draw(
        st.lists(st.tuples(near, st.integers(0, 255)), min_size=1, max_size=3)
    ):
        spoilt[place] = value
    try:
        pack = unpack(bytes(spoilt))
    except PackError:
        return
    assert pack == tiny_pack()


@settings(max_examples=25, deadline=None)
@given(place=st.integers(0, len(tiny_packing().data) - 1), value=st.integers(0, 255))
def test_a_changed_pack_reaches_the_folder_whole_or_not_at_all(
    tmp_path_factory: pytest.TempPathFactory, place: int, value: int
) -> None:
    folder = tmp_path_factory.mktemp("added")
    spoilt = bytearray(tiny_packing().data)
    spoilt[place] = value
    try:
        with staged(unpack(bytes(spoilt)), folder / "library") as stage:
            install(stage, NAME)
    except PackError:
        assert tree(folder) == {}
    else:
        kept = files(folder / "library" / NAME)
        kept.pop(MANIFEST)
        assert kept == tiny_pack().files
