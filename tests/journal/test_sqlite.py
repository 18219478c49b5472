"""The journal file: durable settings, several openers, a full disk, copies."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from exercise.errors import (
    JournalConflictError,
    JournalError,
    JournalFullError,
    JournalVersionError,
)
from exercise.journal import (
    CommandRecordedError,
    Header,
    NewRecord,
    SqliteJournal,
    copy_journal,
    create_sqlite,
    open_sqlite,
    read_verified,
    verify_chain,
)
from exercise.journal.place import refuse_network

MakeRecord = Callable[..., NewRecord]


def _pragma(journal: SqliteJournal, name: str) -> object:
    return journal._connection.execute(f"pragma {name}").fetchone()[0]


def test_durability_is_set_and_not_left_to_the_build(sqlite_journal: SqliteJournal) -> None:
    wanted = {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 5000, "trusted_schema": 0}
    assert {name: _pragma(sqlite_journal, name) for name in wanted} == wanted
    if sys.platform == "darwin":
        assert _pragma(sqlite_journal, "fullfsync") == 1


@pytest.mark.skipif(os.name == "nt", reason="rights are not POSIX there")
def test_only_its_owner_may_read_a_journal(sqlite_journal: SqliteJournal, new: MakeRecord) -> None:
    sqlite_journal.append(0, [new(1)])
    log = sqlite_journal.path.with_name(sqlite_journal.path.name + "-wal")
    for file in (sqlite_journal.path, log):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_reopened_journal_goes_on_where_it_ended(
    sqlite_journal: SqliteJournal, path: Path, header: Header, new: MakeRecord
) -> None:
    sqlite_journal.append(0, [new(1), new(2)])
    sqlite_journal.close()
    again = open_sqlite(path)
    assert again.header == header
    assert again.recorded("facilitator", "c2") == 2
    assert again.append(2, [new(3)]) == 3
    assert [record.seq for record in read_verified(again)] == [1, 2, 3]
    again.close()


def test_closing_leaves_one_file(sqlite_journal: SqliteJournal, new: MakeRecord) -> None:
    sqlite_journal.append(0, [new(1)])
    sqlite_journal.close()
    assert [file.name for file in sqlite_journal.path.parent.iterdir()] == [
        sqlite_journal.path.name
    ]


def test_reading_only_leaves_one_file_and_appends_nothing(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    sqlite_journal.append(0, [new(1)])
    sqlite_journal.close()
    before = path.read_bytes()
    reader = open_sqlite(path, read_only=True)
    assert verify_chain(reader).records == 1
    with pytest.raises(JournalError, match="reading only"):
        reader.append(1, [new(2)])
    reader.close()
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_a_reader_follows_a_running_exercise(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    reader = open_sqlite(path, read_only=True)
    for head in range(5):
        sqlite_journal.append(head, [new(head)])
        assert reader.head() == head + 1
    reader.close()
    assert sqlite_journal.append(5, [new(5)]) == 6
    assert verify_chain(sqlite_journal).records == 6


def test_a_file_that_cannot_be_written_can_be_read(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    sqlite_journal.append(0, [new(1)])
    sqlite_journal.close()
    monkeypatch.setattr(os, "access", lambda *_: False)
    reader = open_sqlite(path, read_only=True)
    assert verify_chain(reader).records == 1
    reader.close()
    assert list(path.parent.iterdir()) == [path]
    with pytest.raises(JournalError, match="cannot be written"):
        open_sqlite(path)


def test_a_second_writer_is_fenced_off_by_the_key(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    """The second writer still believes in the old head, so that only the key can stop it."""
    second = open_sqlite(path)
    sqlite_journal.append(0, [new(1)])
    with pytest.raises(JournalConflictError, match="ends at 1"):
        second.append(0, [new(2)])
    assert second.append(1, [new(2)]) == 2
    with pytest.raises(JournalConflictError):
        sqlite_journal.append(1, [new(3)])
    assert sqlite_journal.append(2, [new(3)]) == 3
    assert verify_chain(second).records == 3
    second.close()


def test_a_command_that_another_writer_recorded_is_named(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    second = open_sqlite(path)
    sqlite_journal.append(0, [new(1), new(1, part="b")])
    with pytest.raises(CommandRecordedError) as caught:
        second.append(0, [new(1), new(1, part="b")])
    assert caught.value.seq == 2
    assert second.append(2, [new(2)]) == 3
    second.close()


def test_a_locked_file_is_a_conflict_and_not_a_loss(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin immediate")
    sqlite_journal._connection.execute("pragma busy_timeout = 10")
    with pytest.raises(JournalConflictError, match="another program"):
        sqlite_journal.append(0, [new(1)])
    other.execute("rollback")
    other.close()
    assert sqlite_journal.append(0, [new(1)]) == 1


def test_a_full_disk_records_nothing_says_so_and_goes_on_when_cured(
    sqlite_journal: SqliteJournal, new: MakeRecord
) -> None:
    connection = sqlite_journal._connection
    pages = connection.execute("pragma page_count").fetchone()[0]
    connection.execute(f"pragma max_page_count = {pages + 3}")
    acknowledged = 0
    with pytest.raises(JournalFullError, match="disk is full"):
        for number in range(1000):
            records = [new(number, part=part, text="x" * 300) for part in range(3)]
            acknowledged = sqlite_journal.append(number * 3, records)
    assert 0 < acknowledged < 3000
    assert sqlite_journal.head() == acknowledged
    with pytest.raises(JournalFullError):
        sqlite_journal.append(acknowledged, [new(1001, text="x" * 90_000)])
    assert verify_chain(sqlite_journal).records == acknowledged
    connection.execute("pragma max_page_count = 100000")
    assert sqlite_journal.append(acknowledged, [new(1001)]) == acknowledged + 1


def test_a_failed_disk_stops_the_journal_until_it_is_opened_again(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        error = sqlite3.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite3.SQLITE_IOERR_FSYNC
        raise error

    monkeypatch.setattr(sqlite_journal, "_check_place", fail)
    with pytest.raises(JournalError, match="disk I/O error"):
        sqlite_journal.append(0, [new(1)])
    monkeypatch.undo()
    with pytest.raises(JournalError, match="open it again"):
        sqlite_journal.append(0, [new(1)])
    sqlite_journal.close()
    again = open_sqlite(path)
    assert again.append(0, [new(1)]) == 1
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")
def test_a_file_moved_away_is_noticed_before_anything_is_acknowledged(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    sqlite_journal.append(0, [new(1)])
    path.rename(path.with_name("elsewhere"))
    with pytest.raises(JournalError, match="moved or deleted"):
        sqlite_journal.append(1, [new(2)])
    path.with_name("elsewhere").rename(path)
    assert sqlite_journal.append(1, [new(2)]) == 2


def test_a_journal_is_never_overwritten(
    sqlite_journal: SqliteJournal, path: Path, header: Header
) -> None:
    with pytest.raises(JournalError, match="exists already"):
        create_sqlite(path, header)
    assert sqlite_journal.head() == 0


def test_only_the_present_format_is_made(path: Path, header: Header) -> None:
    with pytest.raises(JournalVersionError):
        create_sqlite(path, replace(header, format=2))
    assert not path.exists()


def test_a_missing_folder_is_told(tmp_path: Path, header: Header) -> None:
    with pytest.raises(JournalError, match="cannot be made"):
        create_sqlite(tmp_path / "missing" / "one.exercise", header)


def test_a_copy_of_a_running_exercise_is_whole_and_independent(
    sqlite_journal: SqliteJournal, path: Path, tmp_path: Path, new: MakeRecord
) -> None:
    sqlite_journal.append(0, [new(number) for number in range(300)])
    target = tmp_path / "copy.exercise"
    copy_journal(path, target)
    sqlite_journal.append(300, [new(300)])
    copy = open_sqlite(target)
    assert verify_chain(copy).records == 300
    assert copy.header == sqlite_journal.header
    assert list(copy.read()) == list(sqlite_journal.read(limit=300))
    assert copy.append(300, [new(999)]) == 301
    copy.close()
    with pytest.raises(JournalError, match="exists already"):
        copy_journal(path, target)
    assert not list(tmp_path.glob("*.partial*"))


def test_a_copy_to_nowhere_is_refused(sqlite_journal: SqliteJournal, tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be made"):
        copy_journal(sqlite_journal.path, tmp_path / "missing" / "copy.exercise")


MOUNTS = r"""
22 1 0:20 / / rw - ext4 /dev/root rw
30 22 0:30 / /home/a\040b rw,relatime shared:1 - nfs4 server:/home rw
31 30 0:31 / /home/a\040b/local rw - ext4 /dev/sdb rw
32 22 0:32 / /mnt/share rw - cifs //server/share rw
broken line
"""


@pytest.mark.parametrize("name", ["/home/a b/x.exercise", "/mnt/share/x", r"\\server\share\x"])
def test_a_network_drive_is_refused(name: str) -> None:
    with pytest.raises(JournalError, match="network drive"):
        refuse_network(Path(name), MOUNTS)


@pytest.mark.parametrize("name", ["/home/a b/local/x", "/mnt/shared/x", "/home/a/x"])
def test_a_disk_of_this_computer_is_accepted(name: str) -> None:
    refuse_network(Path(name), MOUNTS)


def test_a_passing_reader_leaves_the_writers_locks_in_place(
    sqlite_journal: SqliteJournal, path: Path, tmp_path: Path, new: MakeRecord
) -> None:
    """Without its locks, the next process to close the file would delete the log in use."""
    sqlite_journal.append(0, [new(1)])
    open_sqlite(path, read_only=True).close()
    copy_journal(path, tmp_path / "copy.exercise")
    code = "import sys; from exercise.journal import *; open_sqlite(Path(sys.argv[1])).close()"
    subprocess.run(
        [sys.executable, "-c", "from pathlib import Path; " + code, str(path)],
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert path.with_name(path.name + "-wal").exists()
    sqlite_journal.append(1, [new(2)])
    reader = open_sqlite(path, read_only=True)
    assert reader.head() == 2
    reader.close()


def test_closing_empties_the_log_even_while_somebody_reads(
    sqlite_journal: SqliteJournal, path: Path, new: MakeRecord
) -> None:
    """So that the one file is whole when it is copied by hand after the exercise."""
    reader = open_sqlite(path, read_only=True)
    sqlite_journal.append(0, [new(1)])
    sqlite_journal.close()
    assert path.with_name(path.name + "-wal").stat().st_size == 0
    assert reader.head() == 1
    reader.close()
