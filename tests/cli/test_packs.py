"""pack, add and remove, and the list of libraries, as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.packs import HEAD, licensed_library, tiny_packing
from tests.support.tiny import write_library


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return licensed_library(tmp_path / "mine")


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.scenario"
    path.write_bytes(tiny_packing().data)
    return path


def test_pack_add_list_play_and_remove(
    run: Run, root: Path, tmp_path: Path, own_data: Path
) -> None:
    path = tmp_path / "out.scenario"
    ran = run("pack", "tiny", "--library", root, "-o", path)
    assert (ran.code, ran.err) == (0, "")
    assert "author        Test authors\n" in ran.out
    assert "model         tiny-model 1.0.0, in the pack\n" in ran.out
    assert path.read_bytes() == tiny_packing().data
    ran = run("add", path)
    place = own_data / "exercise-engine" / "library" / "tiny"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.index("title         Tiny crossing") < ran.out.index(f"added: tiny in {place}")
    assert ran.out.endswith("play it: exercise play tiny\n")
    assert "  tiny                     Tiny crossing\n" in run("list").out
    assert run("play", "tiny", "--auto", "--seed", 1).code == 0
    assert run("test", "tiny").code == 0
    ran = run("remove", "tiny", "--yes")
    assert ran.code == 0
    assert f"removed {place}/manifest.json\n" in ran.out
    assert ran.out.endswith("'tiny' is gone\n")
    assert "Tiny crossing" not in run("list").out.partition("Saved")[0]


def test_a_pack_is_named_after_scenario_and_version(
    run: Run, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("pack", root / "scenarios" / "tiny", "--library", root)
    assert ran.out.endswith(f"packed: tiny-1.0.0.scenario ({len(tiny_packing().data):,} bytes)\n")
    assert run("pack", "tiny", "--library", root).code == 0
    head = root / HEAD
    head.write_text(head.read_text("utf-8").replace("Tiny crossing", "Small crossing"), "utf-8")
    ran = run("pack", "tiny", "--library", root)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "exercise: tiny-1.0.0.scenario is there already and holds something else; raise 'version' "
        "in scenario.yaml, or name another file with -o\n"
    )
    assert (tmp_path / "tiny-1.0.0.scenario").read_bytes() == tiny_packing().data
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "mine",
        "tiny-1.0.0.scenario",
    ]


def test_what_does_not_check_is_not_packed_unless_forced(
    run: Run, root: Path, tmp_path: Path
) -> None:
    head, path = root / HEAD, tmp_path / "x.scenario"
    head.write_text(head.read_text("utf-8").replace("turns: 3", "turns: three"), "utf-8")
    ran = run("pack", "tiny", "--library", root, "-o", path)
    assert (ran.code, ran.out) == (1, "")
    assert "scenario.yaml:10:8: error: " in ran.err
    assert ran.err.endswith(
        "not packed: one mistake above; mend it, or pack it as it is with --force\n"
    )
    assert not path.exists()
    assert run("pack", "tiny", "--library", root, "-o", path, "--force").code == 0
    ran = run("add", path)
    assert ran.code == 2
    assert "'tiny' has mistakes for this version of the engine; --force adds it anyway" in ran.err
    assert run("add", path, "--force").code == 0


def test_what_a_pack_must_say_is_asked_for(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path / "mine")
    ran = run("pack", "tiny", "--library", root, "-o", tmp_path / "x.scenario")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Add, with your own words:\n  license: CC-BY-4.0\n")


def test_what_is_left_out_and_what_looks_personal_is_told(
    run: Run, root: Path, tmp_path: Path
) -> None:
    folder = root / "scenarios" / "tiny"
    (folder / "map.png").write_bytes(b"x")
    (folder / "concept-note.md").write_text("# Note\n\nwrite x@y.org\n", encoding="utf-8")
    ran = run("pack", "tiny", "--library", root, "-o", tmp_path / "x.scenario")
    assert ran.code == 0
    assert "left out: the entry 'scenarios/tiny/map.png' is of no kind" in ran.out
    assert "concept-note.md:3:7: warning: this looks like an e-mail address" in ran.err


def test_a_folder_can_be_added_as_it_is_and_into_another_folder(
    run: Run, root: Path, tmp_path: Path
) -> None:
    into = tmp_path / "stick"
    ran = run("add", root / "scenarios" / "tiny", "--library", root, "--into", into, "--replace")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(f"play it: exercise play tiny --library {into}\n")
    assert "Tiny crossing" in run("list", "--library", into).out
    assert "Tiny crossing" not in run("list").out
    assert run("check", "tiny", "--library", into).code == 0
    assert run("remove", "tiny", "--into", into, "--yes").code == 0
    assert list(into.iterdir()) == []


def test_a_pack_that_was_added_is_not_overwritten_unasked(
    run: Run, root: Path, packed: Path, tmp_path: Path
) -> None:
    assert run("add", packed).code == 0
    ran = run("add", packed)
    assert ran.code == 0
    assert "'tiny' was added before, just like this: " in ran.out
    head = root / HEAD
    head.write_text(head.read_text("utf-8").replace("version: 1.0.0", "version: 1.1.0"), "utf-8")
    other = tmp_path / "other.scenario"
    assert run("pack", head.parent, "--library", root, "-o", other).code == 0
    ran = run("add", other)
    assert ran.code == 2
    assert ran.err == (
        "exercise: 'tiny' was added before: version 1.0.0 by Test authors; put version 1.1.0 by "
        "Test authors in its place with --replace\n"
    )
    assert "version 1.0.0 was removed" in run("add", other, "--replace").out


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: data + b"x", lambda _: b""])
def test_a_file_that_is_no_pack_is_refused_in_one_line(
    run: Run, packed: Path, own_data: Path, spoil: object
) -> None:
    assert callable(spoil)
    packed.write_bytes(spoil(packed.read_bytes()))
    ran = run("add", packed)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("exercise: ")
    assert "tiny.scenario cannot be added: " in ran.err
    assert ran.err.count("\n") == 1
    assert not own_data.exists()


def test_what_is_not_there_is_named(run: Run, tmp_path: Path) -> None:
    ran = run("add", tmp_path / "nowhere.scenario")
    assert ran.code == 2
    assert "nowhere.scenario is not a file; name a file that ends in .scenario" in ran.err
    ran = run("remove", "first-steps", "--yes")
    assert ran.code == 2
    assert "no scenario 'first-steps' was added to " in ran.err
    ran = run("pack", "first-step")
    assert ran.code == 2
    assert "Did you mean 'first-steps'?" in ran.err
    ran = run("pack", "first-steps", "-o", tmp_path / "no" / "x.scenario")
    assert ran.code == 2
    assert "make it, or name another file with -o" in ran.err


def test_nothing_is_removed_where_nobody_can_be_asked(run: Run, packed: Path) -> None:
    assert run("add", packed).code == 0
    ran = run("remove", "tiny")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == "exercise: nobody can be asked here; say --yes to remove it\n"
    assert "Tiny crossing" in run("list").out


@pytest.mark.parametrize(
    ("answer", "kept"), [("n", True), ("", True), ("Y", False), ("yes", False)]
)
def test_removing_asks_first(
    run: Run, packed: Path, monkeypatch: pytest.MonkeyPatch, answer: str, kept: bool
) -> None:
    assert run("add", packed).code == 0
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    asked: list[str] = []

    def reply(question: str) -> str:
        asked.append(question)
        return answer

    monkeypatch.setattr("builtins.input", reply)
    assert run("remove", "tiny").code == 0
    assert asked == ['Remove "Tiny crossing", version 1.0.0? [y/N] ']
    assert ("Tiny crossing" in run("list").out) is kept


def test_the_libraries_are_listed_with_whose_they_are(run: Run) -> None:
    ran = run("list", "--libraries")
    assert (ran.code, ran.err) == (0, "")
    assert "  common-events            Common events\n" in ran.out
    assert "version 1.0.0, The exercise's authors, Apache-2.0;" in ran.out
    assert "cold_snap" in ran.out
