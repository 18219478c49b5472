"""Files that are damaged, foreign or made to harm: refused in words, never a crash."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from exercise.errors import (
    JournalCorruptError,
    JournalError,
    JournalGapError,
    JournalVersionError,
)
from exercise.journal import Header, NewRecord, create_sqlite, open_sqlite, verify_chain
from exercise.journal.record import NAME_LIMIT

MakeRecord = Callable[..., NewRecord]
Content = tuple[object, ...]


@pytest.fixture
def file(path: Path, header: Header, new: MakeRecord) -> Path:
    """A closed journal with 40 records on several pages."""
    journal = create_sqlite(path, header)
    journal.append(0, [new(number, text="x" * 400) for number in range(1, 41)])
    journal.close()
    return path


def _alter(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma ignore_check_constraints = on")
        connection.execute("pragma writable_schema = on")
        for statement in statements:
            connection.execute(statement)


def _whole(path: Path) -> Content:
    """Reads everything that the chain covers."""
    with closing(open_sqlite(path, read_only=True)) as journal:
        verify_chain(journal)
        header = journal.header
        return (
            header.scenario,
            header.seed,
            *[
                (one.seq, one.actor, one.command_id, one.payload, one.hash)
                for one in journal.read()
            ],
        )


@pytest.mark.parametrize("read_only", [True, False])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"x",
        b"SQLite format 3\x00",
        b"SQLite format 3\x00" + bytes(4080),
        b"\x00" * 8192,
        b"{}",
    ],
    ids=lambda content: repr(content[:18]),
)
def test_what_is_no_journal_is_refused_and_left_alone(
    path: Path, content: bytes, read_only: bool
) -> None:
    path.write_bytes(content)
    with pytest.raises(JournalCorruptError):
        open_sqlite(path, read_only)
    assert path.read_bytes() == content
    assert list(path.parent.iterdir()) == [path]


def test_a_missing_file_is_told_and_not_made(path: Path) -> None:
    with pytest.raises(JournalError, match="there is no file"):
        open_sqlite(path)
    assert not path.exists()


def test_a_folder_is_no_journal(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="is not a file"):
        open_sqlite(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system there")
def test_a_pipe_is_refused_without_waiting(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(JournalError, match="is not a file"):
        open_sqlite(path)


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    _alter(path, "create table bookmark(url text)")
    with pytest.raises(JournalCorruptError, match="another program"):
        open_sqlite(path)


@pytest.mark.parametrize("version", [0, 2, 2**31 - 1, -1])
def test_another_format_is_refused_with_its_number(file: Path, version: int) -> None:
    _alter(file, f"pragma user_version = {version}")
    with pytest.raises(JournalVersionError, match=f"journal format {version},"):
        open_sqlite(file)


@pytest.mark.parametrize(
    "statement",
    [
        "drop table record",
        "drop table header",
        "drop index record_command",
        "create table more(x)",
        "create view more as select 1",
        "create index more on record(kind)",
        "create trigger more after insert on record begin delete from record; end",
        "create trigger more before insert on header begin select 1; end",
        "create virtual table more using fts5(x)",
        "alter table record add column more text",
        "alter table record rename column kind to sort",
        "update sqlite_master set sql = replace(sql, 'hash blob not null', 'hash blob') "
        "where name = 'record'",
        "update sqlite_master set sql = replace(sql, 'UNIQUE ', '') where name = 'record_command'",
    ],
)
def test_a_missing_changed_or_extra_table_view_or_trigger_is_refused(
    file: Path, statement: str
) -> None:
    _alter(file, statement)
    for read_only in (True, False):
        with pytest.raises(JournalCorruptError):
            open_sqlite(file, read_only)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from header",
        "update header set scenario = cast('{}' as blob)",
        "update header set fingerprint = 'x'",
        "update header set seed = '-1'",
        "update header set seed = ' 7'",
        "update header set seed = 'many'",
        "update header set format = 3",
        "update header set scenario_id = cast(x'1b5d' as text)",
        "update header set scenario_id = x'00'",
        "update header set engine_version = cast(x'ff' as text)",
    ],
)
def test_a_damaged_header_is_refused_at_opening(file: Path, statement: str) -> None:
    _alter(file, statement)
    with pytest.raises(JournalCorruptError):
        open_sqlite(file)


@pytest.mark.parametrize("seq", [1, 20, 39])
def test_a_deleted_record_is_a_gap_at_opening(file: Path, seq: int) -> None:
    _alter(file, f"delete from record where seq = {seq}")
    with pytest.raises(JournalGapError, match="missing"):
        open_sqlite(file)


def test_a_last_record_of_another_content_is_refused_at_opening(file: Path) -> None:
    _alter(file, "update record set kind = 'other' where seq = 40")
    with pytest.raises(JournalCorruptError, match="record 40"):
        open_sqlite(file)


@pytest.mark.parametrize(
    "change",
    [
        "payload = cast('{}' as blob)",
        "payload = 'text'",
        "payload = zeroblob(17000000)",
        "kind = 'other'",
        "actor = x'00'",
        "actor = cast(x'ff' as text)",
        "actor = 'a' || char(27)",
        "command_id = 'other'",
        "part = 1",
        "version = 2",
        "version = 'two'",
        "at = x'00'",
        "at = char(27) || ']0;title'",
        f"at = printf('%.*c', {NAME_LIMIT + 1}, 'x')",
        "hash = zeroblob(32)",
        "hash = zeroblob(31)",
        "prev_hash = zeroblob(32)",
        "prev_hash = 'text'",
    ],
)
def test_a_changed_record_is_found_by_verifying(file: Path, change: str) -> None:
    _alter(file, f"update record set {change} where seq = 20")
    with closing(open_sqlite(file)) as journal, pytest.raises(JournalCorruptError) as caught:
        verify_chain(journal)
    assert str(caught.value).isprintable()


def test_records_numbered_from_elsewhere_are_refused(file: Path) -> None:
    _alter(file, "update record set seq = seq + 100 where seq > 20")
    with pytest.raises(JournalGapError):
        open_sqlite(file)


def test_a_record_number_that_is_no_number_is_refused(file: Path) -> None:
    _alter(file, "update record set seq = 'last' where seq = 40")
    with pytest.raises(JournalError):
        open_sqlite(file)


def test_a_hostile_name_does_not_reach_the_message_raw(file: Path) -> None:
    _alter(
        file,
        "update sqlite_master set name = 'a' || char(27) || ']0;x', sql = 'nonsense' || char(27) "
        "where name = 'record_command'",
    )
    with pytest.raises(JournalCorruptError) as caught:
        open_sqlite(file)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("size", [1, 99, 100, 511, 4095, 4096, 8192, 12_288, -4096, -1])
def test_a_file_cut_off_anywhere_is_refused(file: Path, size: int) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:size])
    with pytest.raises(JournalError):
        _whole(file)


def test_a_flipped_byte_is_found_or_changes_nothing(file: Path) -> None:
    """Bytes of free space and of the wall clock may change unnoticed; nothing else may."""
    content = file.read_bytes()
    before = _whole(file)
    rng = random.Random(20300601)
    places = [*range(0, 112, 3), *(rng.randrange(len(content)) for _ in range(220))]
    found = 0
    for place in places:
        changed = bytearray(content)
        changed[place] ^= 1 << rng.randrange(8)
        file.write_bytes(changed)
        try:
            assert _whole(file) == before
        except JournalError:
            found += 1
    assert found > len(places) // 2


@pytest.mark.parametrize("junk", [b"x" * 5000, bytes(32) + b"junk", b"7\x7f\x06\x82" + bytes(9000)])
def test_a_foreign_log_beside_the_file_changes_nothing(file: Path, junk: bytes) -> None:
    before = _whole(file)
    file.with_name(file.name + "-wal").write_bytes(junk)
    assert _whole(file) == before
