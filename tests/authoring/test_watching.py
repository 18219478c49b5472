"""Waiting for saves: each is told once, whatever kind it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from exercise.authoring.watching import saves


class EndedError(Exception):
    """Ends the watching."""


def watched(folder: Path, deeds: Iterator[Callable[[], object]]) -> int:
    """Return how often saves are told while deeds are done, one between two looks."""

    def pause() -> None:
        deed = next(deeds, None)
        if deed is None:
            raise EndedError
        deed()

    told = 0
    try:
        for _ in saves(lambda: [folder], pause):
            told += 1
    except EndedError:
        return told
    raise AssertionError("watching ended by itself")


def test_it_yields_at_once_and_then_once_for_each_save(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "a.yaml"
    file.parent.mkdir()
    deeds = (
        lambda: None,
        lambda: file.write_text("one"),
        lambda: None,
        lambda: file.write_text("longer"),
        lambda: file.rename(file.with_name("b.yaml")),
        lambda: file.with_name("b.yaml").unlink(),
        lambda: None,
    )
    assert watched(tmp_path, iter(deeds)) == 1 + 4


def test_files_that_no_check_reads_are_told_as_well(tmp_path: Path) -> None:
    """The check says that they are not read."""
    assert watched(tmp_path, iter((lambda: (tmp_path / "notes.txt").write_text("x"),))) == 2


def test_a_file_that_is_emptied_before_it_is_written_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("old")
    deeds = (lambda: file.write_text(""), lambda: file.write_text("new"), lambda: None)
    assert watched(tmp_path, iter(deeds)) == 2


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert watched(tmp_path / "nowhere", iter(())) == 1
