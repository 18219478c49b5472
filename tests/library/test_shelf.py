"""The shelf gives back what has not changed, and nothing that has."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from exercise.errors import ScenarioError
from exercise.library.shelf import Shelf, stamp
from exercise.library.strict_yaml import MappingNode, parse


def test_a_file_with_the_same_bytes_is_the_same_tree() -> None:
    shelf, path = Shelf(), Path("a.yaml")
    first = shelf.tree(path, b"a: 1\n")
    assert shelf.tree(path, b"a: 1\n") is first
    assert shelf.tree(path, b"a: 2\n") is not first
    assert shelf.tree(Path("b.yaml"), b"a: 2\n").source.file.endswith("b.yaml")


def test_a_file_that_cannot_be_read_is_refused_each_time() -> None:
    shelf = Shelf()
    for _ in range(2):
        with pytest.raises(ScenarioError) as caught:
            shelf.tree(Path("a.yaml"), b"a: [\n")
        assert caught.value.problems[0].code == "syntax"
    assert "a" in shelf.tree(Path("a.yaml"), b"a: []\n").entries


def test_work_is_done_again_only_where_what_it_was_given_differs() -> None:
    shelf = Shelf()
    done: list[tuple[bool, str]] = []
    one, other = parse("a: 1\n", "x.yaml"), parse("a: 1\n", "x.yaml")

    def work(given: tuple[MappingNode, str]) -> None:
        shelf.once("count", given, partial(done.append, (given[0] is one, given[1])))

    for given in ((one, "k"), (one, "k"), (one, "l"), (other, "l"), (other, "l"), (one, "l")):
        work(given)
    assert done == [(True, "k"), (True, "l"), (False, "l"), (True, "l")]


def test_the_oldest_work_goes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exercise.library.shelf._MOST", 2)
    shelf = Shelf()
    done: list[str] = []
    for name in ("a", "b", "c", "b", "c", "a"):
        shelf.once(name, 1, partial(done.append, name))
    assert done == ["a", "b", "c", "a"]


def test_a_stamp_tells_a_change_a_new_file_and_one_that_went(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.yaml"
    file.parent.mkdir()
    file.write_text("a: 1\n", encoding="utf-8")
    before = stamp(tmp_path)
    assert before == stamp(tmp_path)
    os.utime(file, ns=(1, 1))
    changed = stamp(tmp_path)
    assert changed != before
    (tmp_path / "b.yaml").touch()
    assert stamp(tmp_path) != changed
    file.unlink()
    assert stamp(file) == ()
    assert stamp(tmp_path / "nowhere") == ()
