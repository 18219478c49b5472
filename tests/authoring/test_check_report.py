"""How a check is told: as text, as JSON, strictly, and again after every save."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue

import pytest

from exercise.authoring.check import check_one
from exercise.authoring.check_report import run_check, watch_check
from exercise.errors import LibraryError
from exercise.library import shelf as shelf_module
from exercise.library.shelf import Shelf
from exercise.library.strict_yaml import MappingNode, parse_counted
from tests.support.tiny import only, write_library

UNREAD = "notes.txt"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny library in a folder of its own."""
    return write_library(tmp_path)


@pytest.fixture
def scenario(root: Path) -> Path:
    return root / "scenarios" / "tiny"


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_json_is_one_object_with_every_problem(root: Path, scenario: Path) -> None:
    spoil(scenario / "scenario.yaml", "title: Tiny", "titel: Tiny")
    (scenario / UNREAD).write_text("remember\n", encoding="utf-8")
    written: list[str] = []
    assert run_check(["tiny"], only(root), written.append, "json") == 1
    (line,) = written
    told = json.loads(line)
    assert [one["code"] for one in told.pop("problems")] == ["unread-file", "unknown-key"]
    assert told == {"format": 1, "scenarios": 1, "errors": 1, "warnings": 1, "failures": []}
    (problem,) = (one for one in json.loads(line)["problems"] if one["severity"] == "error")
    assert problem == {
        "file": (scenario / "scenario.yaml").as_posix(),
        "line": 3,
        "column": 1,
        "length": 5,
        "severity": "error",
        "code": "unknown-key",
        "message": "unknown key 'titel'. Did you mean 'title'?",
    }


def test_json_of_a_name_that_stands_for_nothing_names_it(root: Path) -> None:
    written: list[str] = []
    assert run_check(["tinny"], only(root), written.append, "json") == 2
    assert json.loads(written[0])["failures"][0].startswith("there is no scenario 'tinny'")


def test_strictly_warnings_count(root: Path, scenario: Path) -> None:
    assert run_check(["tiny"], only(root), lambda _: None, strict=True) == 0
    (scenario / UNREAD).write_text("remember\n", encoding="utf-8")
    assert run_check(["tiny"], only(root), lambda _: None) == 0
    assert run_check(["tiny"], only(root), lambda _: None, strict=True) == 1


@contextmanager
def watching(names: list[str], root: Path, rounds: int) -> Iterator[Queue[str]]:
    """Watch for some rounds; each piece that is written goes into the queue."""
    told: Queue[str] = Queue()
    thread = threading.Thread(
        target=watch_check, args=(names, only(root), told.put), kwargs={"rounds": rounds}
    )
    thread.start()
    yield told
    thread.join(timeout=20)
    assert not thread.is_alive()


def until_counted(told: Queue[str]) -> list[str]:
    pieces = [told.get(timeout=20)]
    while " checked: " not in pieces[-1]:
        pieces.append(told.get(timeout=20))
    return [piece.strip() for piece in pieces if piece.strip()]


def test_a_save_tells_the_problems_again(root: Path, scenario: Path) -> None:
    head = scenario / "scenario.yaml"
    with watching(["tiny"], root, rounds=4) as told:
        assert until_counted(told) == ["1 scenario checked: 0 errors, 0 warnings"]
        spoil(head, "title: Tiny", "titel: Tiny")
        first, counts = until_counted(told)
        assert first.startswith(f"{head.as_posix()}:3:1: error: unknown key 'titel'.")
        assert counts == "1 scenario checked: 1 error, 0 warnings"
        spoil(head, "titel: Tiny", "title: Tiny")
        assert until_counted(told) == ["1 scenario checked: 0 errors, 0 warnings"]
        spoil(root / "roles" / "aid_body.yaml", "actions: 2", "actions: many")
        assert until_counted(told)[-1] == "1 scenario checked: 1 error, 0 warnings"


def test_an_empty_file_that_stays_does_not_stop_the_watch(root: Path, scenario: Path) -> None:
    with watching(["tiny"], root, rounds=3) as told:
        until_counted(told)
        (scenario / "empty.txt").touch()
        assert "'empty.txt' is not read" in until_counted(told)[0]
        spoil(scenario / "scenario.yaml", "title: Tiny", "titel: Tiny")
        assert until_counted(told)[-1] == "1 scenario checked: 1 error, 1 warning"


def test_a_screen_asks_again_and_only_what_changed_is_read(
    root: Path, scenario: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(data: bytes, file: str) -> tuple[MappingNode, int]:
        read.append(Path(file).name)
        return parse_counted(data, file)

    monkeypatch.setattr(shelf_module, "parse_counted", noted)
    shelf = Shelf()
    assert check_one(scenario, only(root), shelf).problems == []
    assert {"scenario.yaml", "injects.yaml", "measures.yaml", "rivermark.yaml"} <= {*read}
    read.clear()
    assert check_one(scenario, only(root), shelf).problems == []
    assert read == []
    spoil(scenario / "injects.yaml", "title: A rumour", "titel: A rumour")
    (problem,) = check_one(scenario, only(root), shelf).problems
    assert problem.message == "unknown key 'titel'. Did you mean 'title'?"
    assert read == ["injects.yaml"]


def test_what_a_screen_is_told_is_what_a_fresh_check_finds(root: Path, scenario: Path) -> None:
    shelf = Shelf()
    changes = (
        ("injects.yaml", "preparedness[rivermark] < 60", "preparednes[rivermark] < 60"),
        ("injects.yaml", "preparednes[rivermark] < 60", "preparedness[rivermark] > 100"),
        ("scenario.yaml", "summary: Families", "summary: A flood of migrants and {nobody}"),
        ("injects.yaml", "A rumour blames the families.", "Hordes of migrants come."),
        ("scenario.yaml", "summary: A flood of migrants and {nobody}", "summary: Families"),
        ("cases.yaml", "when: prepare", "when: prepared"),
    )
    for file, old, new in changes:
        spoil(scenario / file, old, new)
        kept = check_one(scenario, only(root), shelf).problems
        assert kept == check_one(scenario, only(root), Shelf()).problems
        assert kept


def test_a_screen_is_told_that_a_folder_holds_no_scenario(root: Path) -> None:
    with pytest.raises(LibraryError, match=r"scenario\.yaml"):
        check_one(root / "roles", only(root), Shelf())
