"""Where journals lie, what they are called, and what a list of them says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from exercise.errors import JournalError
from exercise.journal import (
    Header,
    NewRecord,
    create_sqlite,
    journal_folder,
    list_journals,
    new_journal_path,
)

MakeRecord = Callable[..., NewRecord]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda name, appauthor: str(tmp_path / name))
    return tmp_path / "exercise-engine"


def test_the_folder_follows_xdg_data_home_on_linux(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from platformdirs.unix import Unix

    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(
        "platformdirs.user_data_dir", lambda name, appauthor: Unix(name, appauthor).user_data_dir
    )
    assert journal_folder() == tmp_path / "data" / "exercise-engine" / "exercises"


def test_a_new_path_names_scenario_and_exercise_and_its_folder_is_made(home: Path) -> None:
    path = new_journal_path("border-market", "2030-06_a")
    assert path == home / "exercises" / "border-market-2030-06_a.exercise"
    assert path.parent.is_dir()
    assert not path.exists()


@pytest.mark.parametrize(
    "name", ["", "..", "../x", "a/b", "a\\b", "a\x00", "-x", "é", "x" * 81, "a\n"]
)
def test_an_id_that_could_leave_the_folder_is_refused(name: str) -> None:
    with pytest.raises(JournalError, match="file name"):
        new_journal_path(name, "one")
    with pytest.raises(JournalError, match="file name"):
        new_journal_path("one", name)


def test_an_exercise_id_in_use_is_refused(header: Header) -> None:
    create_sqlite(new_journal_path("market", "one"), header).close()
    with pytest.raises(JournalError, match="exists already"):
        new_journal_path("market", "one")


def test_a_folder_that_cannot_be_made_is_told(home: Path) -> None:
    home.write_text("in the way")
    with pytest.raises(JournalError, match="cannot be made"):
        new_journal_path("market", "one")


def test_without_a_folder_the_list_is_empty() -> None:
    assert list_journals() == []


def test_the_list_is_newest_first_and_tells_why_a_file_cannot_be_read(
    header: Header, new: MakeRecord
) -> None:
    for number, day in ((1, "01"), (2, "03"), (3, "02")):
        made = replace(header, exercise_id=f"ex{number}", created_at=f"2030-06-{day}")
        journal = create_sqlite(new_journal_path("market", f"ex{number}"), made)
        journal.append(0, [new(one) for one in range(number)])
        if number != 3:
            journal.close()
    journal_folder().joinpath("broken.exercise").write_bytes(b"x")
    journal_folder().joinpath("notes.txt").write_text("not listed")
    found = list_journals()
    assert [(one.exercise_id, one.head) for one in found] == [
        ("ex2", 2),
        ("ex3", 3),
        ("ex1", 1),
        ("", 0),
    ]
    assert [bool(one.reason) for one in found] == [False, False, False, True]
    assert found[0].scenario_id == "border-market"
    assert found[0].created_at == "2030-06-03"
    assert journal.append(3, [new(3)]) == 4
    journal.close()
