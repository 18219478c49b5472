"""A journal in one SQLite file: the store of every real exercise.

Write-ahead log, every commit flushed to the disk before `append` returns. The primary key is the
fence between two writers. A file is trusted with nothing: it must have exactly the tables this
module makes, and no code of its own.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from exercise.errors import (
    JournalConflictError,
    JournalCorruptError,
    JournalError,
    JournalFullError,
    JournalGapError,
    JournalVersionError,
    printable,
)
from exercise.journal.form import (
    INSERT,
    SELECT,
    check_schema,
    read_header,
    record_of,
    row_of,
    write_header,
)
from exercise.journal.place import access_mode, check_file, identity, refuse_network
from exercise.journal.record import (
    FORMAT,
    PAYLOAD_LIMIT,
    SCENARIO_LIMIT,
    Header,
    NewRecord,
    Record,
    chain,
    check_header,
    command_parts,
    genesis_hash,
    record_hash,
)
from exercise.journal.store import Clock, check_append, conflict, read_bound, utc_now

_BUSY_SECONDS = 5
_PAGE = 64
_MISNUMBERED = """
select seq from (
  select seq, part, row_number() over (partition by actor, command_id order by seq) - 1 as place
  from record
) where part <> place limit 1"""


class SqliteJournal:
    """The `Journal` interface over a SQLite file; made by `create_sqlite` and `open_sqlite`."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, read_only: bool, clock: Clock
    ) -> None:
        """Take over an open connection and check what the file holds.

        Raises:
            JournalError: the file is not a sound journal.
        """
        self._path = path
        self._connection = connection
        self._read_only = read_only
        self._clock = clock
        self._lock = threading.RLock()
        self._stopped = ""
        with self._translated():
            check_schema(path, connection)
            self._header = read_header(path, connection)
            self._check_count()
            self._tail_seq, self._tail_hash = self._load_tail()
        self._identity = identity(path)

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self._path

    @property
    def header(self) -> Header:
        """What the journal says about its exercise."""
        return self._header

    def append(self, expected_seq: int, records: Sequence[NewRecord]) -> int:
        """Append records durably, all or none; see `Journal.append`."""
        check_append(expected_seq, records)
        with self._lock, self._translated():
            self._check_writable()
            if expected_seq != self._tail_seq or not records:
                self._tail_seq, self._tail_hash = self._load_tail()
            if expected_seq != self._tail_seq:
                raise conflict(self, expected_seq, records)
            if records:
                placed = chain(expected_seq, self._tail_hash, self._clock(), records)
                self._commit(expected_seq, records, placed)
                self._tail_seq, self._tail_hash = placed[-1].seq, placed[-1].hash
            return self._tail_seq

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Record]:
        """Read records in order; see `Journal.read`."""
        return self._pages(after, read_bound(self.head(), after, limit))

    def head(self) -> int:
        """Return the seq of the last record, 0 when there is none."""
        return self._number("select max(seq) from record") or 0

    def recorded(self, actor: str, command_id: str) -> int | None:
        """Return the seq of the last record of a command, None when it is not recorded."""
        return self._number(
            "select max(seq) from record where actor = ? and command_id = ?", actor, command_id
        )

    def check_file(self) -> None:
        """Have SQLite examine the whole file; takes as long as reading it.

        Raises:
            JournalCorruptError: a page, an index or a value is damaged.
        """
        with self._lock, self._translated():
            found = str(self._connection.execute("pragma integrity_check(1)").fetchone()[0])
            if found != "ok":
                raise JournalCorruptError(f"{self._path} is damaged: {printable(found)}")
            row = self._connection.execute(_MISNUMBERED).fetchone()
            if row is not None:
                raise JournalCorruptError(
                    f"{self._path} is damaged: record {row[0]} is misnumbered within its command"
                )

    def close(self) -> None:
        """Move the write-ahead log into the file and close it; closing twice does no harm."""
        with self._lock:
            if not self._read_only:
                # What cannot be moved now stays safe in the log until the next opening.
                with suppress(sqlite3.Error):
                    self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()
            self._connection.close()

    def _pages(self, after: int, last: int) -> Iterator[Record]:
        while after < last:
            page = self._page(after, min(last, after + _PAGE))
            for record in page:
                if record.seq != after + 1:
                    break
                yield record
                after += 1
            if not page or page[-1].seq != after:
                raise JournalGapError(f"{self._path}: record {after + 1} is missing")

    def _page(self, after: int, last: int) -> list[Record]:
        # Short pages, because a reader that keeps a statement open stops the log from shrinking.
        with self._lock, self._translated():
            rows = self._connection.execute(
                SELECT + "where seq > ? and seq <= ? order by seq", (after, last)
            ).fetchall()
            return [record_of(self._path, row) for row in rows]

    def _number(self, statement: str, *values: str) -> int | None:
        with self._lock, self._translated():
            found = self._connection.execute(statement, values).fetchone()[0]
        if found is not None and not isinstance(found, int):
            raise JournalCorruptError(f"{self._path} is damaged: a record's number is no number")
        return found

    def _commit(
        self, expected_seq: int, records: Sequence[NewRecord], placed: list[Record]
    ) -> None:
        connection = self._connection
        rows = list(map(row_of, placed, command_parts(placed)))
        connection.execute("begin immediate")
        try:
            connection.executemany(INSERT, rows)
            self._check_place()
            connection.execute("commit")
        except BaseException as error:
            self._roll_back(error)
            if isinstance(error, sqlite3.IntegrityError):
                raise conflict(self, expected_seq, records) from None
            raise

    def _roll_back(self, error: BaseException) -> None:
        if isinstance(error, sqlite3.Error) and _primary(error) == sqlite3.SQLITE_IOERR:
            # After a failed flush nobody knows what is on the disk; opening again finds out.
            self._stopped = "the disk failed while writing"
        if self._connection.in_transaction:
            with suppress(sqlite3.Error):
                self._connection.execute("rollback")

    def _check_writable(self) -> None:
        if self._read_only:
            raise JournalError(f"{self._path} is open for reading only")
        if self._stopped:
            raise JournalError(
                f"{self._path}: {self._stopped}; the last command may or may not be recorded. "
                "Close the exercise, check the disk and open it again"
            )

    def _check_place(self) -> None:
        if identity(self._path) != self._identity:
            raise JournalError(
                f"{self._path} was moved or deleted during the exercise; nothing was recorded. "
                "Put the file back, or continue from a copy"
            )

    def _check_count(self) -> None:
        count, first, last = self._connection.execute(
            "select count(*), min(seq), max(seq) from record"
        ).fetchone()
        if count and (first, last) != (1, count):
            raise JournalGapError(
                f"{self._path}: records {first} to {last} should stand there, "
                f"but there are {count}, so some are missing"
            )

    def _load_tail(self) -> tuple[int, bytes]:
        row = self._connection.execute(SELECT + "order by seq desc limit 1").fetchone()
        if row is None:
            return 0, genesis_hash(self._header)
        record = record_of(self._path, row)
        if record_hash(record.seq, record, record.prev_hash) != record.hash:
            raise JournalCorruptError(f"{self._path}: record {record.seq} does not have its hash")
        return record.seq, record.hash

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _translate(self._path, error) from error


def create_sqlite(path: Path, header: Header, clock: Clock = utc_now) -> SqliteJournal:
    """Make a new journal file and open it for writing.

    Args:
        path: the file, which must not exist; its folder must.
        header: what the journal says about its exercise; `format` must be the current one.
        clock: the wall clock noted with each record.

    Raises:
        JournalError: the header is not storable, the file exists or cannot be made there.
    """
    check_header(header)
    if header.format != FORMAT:
        raise JournalVersionError(f"cannot write journal format {header.format}, only {FORMAT}")
    refuse_network(path)
    _make_empty(path)
    try:
        # Before the log is switched on, so that even the bare file says what it is.
        with closing(_connect(path, "rw")) as connection:
            write_header(connection, header)
        return open_sqlite(path, clock=clock)
    except BaseException as error:
        path.unlink(missing_ok=True)
        if isinstance(error, sqlite3.Error):
            raise _translate(path, error) from error
        raise


def open_sqlite(path: Path, read_only: bool = False, clock: Clock = utc_now) -> SqliteJournal:
    """Open a journal file, which may come from a stranger.

    Form, header, count and the last record are checked; `verify_chain` checks the rest.

    Args:
        path: the file.
        read_only: never append; also works on files and folders that cannot be written.
        clock: the wall clock noted with each record.

    Raises:
        JournalCorruptError: not a journal, damaged, or with tables, views or triggers of its own.
        JournalGapError: records are missing.
        JournalVersionError: written by a newer version.
        JournalError: no such file, on a network drive, or not accessible.
    """
    refuse_network(path)
    check_file(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = _connect(path, access_mode(path, read_only))
        connection.execute("pragma query_only = on")
        journal = SqliteJournal(path, connection, read_only, clock)
        if not read_only:
            connection.execute("pragma query_only = off")
            _set_durable(path, connection)
        return journal
    except BaseException as error:
        if connection is not None:
            connection.close()
        if isinstance(error, sqlite3.Error):
            raise _translate(path, error) from error
        raise


def copy_journal(source: Path, target: Path) -> None:
    """Copy a journal, also one that is being written, to a new file.

    Args:
        source: the journal.
        target: the copy, which must not exist; it appears only when it is complete.

    Raises:
        JournalError: the source is no sound journal, or the target exists or cannot be written.
    """
    if target.exists():
        raise JournalError(f"{target} exists already; choose another name for the copy")
    partial = target.with_name(target.name + ".partial")
    with closing(open_sqlite(source, read_only=True)) as journal:
        partial.unlink(missing_ok=True)
        _make_empty(partial)
        try:
            with closing(_connect(partial, "rw")) as connection:
                journal._connection.backup(connection)
            partial.replace(target)
        except (sqlite3.Error, OSError) as error:
            partial.unlink(missing_ok=True)
            raise _translate(target, error) from error


def _make_empty(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise JournalError(f"{path} exists already; a journal is never overwritten") from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise JournalError(f"{path} cannot be made: {why}") from None


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
    )
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, SCENARIO_LIMIT + PAYLOAD_LIMIT)
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma cell_size_check = on")
    connection.execute("pragma synchronous = full")
    if sys.platform == "darwin":
        connection.execute("pragma fullfsync = on")
        connection.execute("pragma checkpoint_fullfsync = on")
    return connection


def _set_durable(path: Path, connection: sqlite3.Connection) -> None:
    mode = connection.execute("pragma journal_mode = wal").fetchone()[0]
    level = connection.execute("pragma synchronous").fetchone()[0]
    if (mode, level) != ("wal", 2):
        raise JournalError(
            f"{path} is on a drive that cannot keep a journal safe "
            f"(log mode {mode}); keep it on a disk of this computer"
        )


def _primary(error: sqlite3.Error) -> int:
    return int(getattr(error, "sqlite_errorcode", 0)) & 0xFF


def _translate(path: Path, error: Exception) -> JournalError:
    code = _primary(error) if isinstance(error, sqlite3.Error) else 0
    reason = printable(str(error))
    if code == sqlite3.SQLITE_FULL:
        return JournalFullError(
            f"the disk is full: {path} cannot grow and nothing was recorded. Free some space "
            "and repeat the command"
        )
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return JournalConflictError(
            f"{path} is being written by another program; close the exercise there, or wait"
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or "decode" in str(error).lower():
        return JournalCorruptError(f"{path} is damaged or not a journal: {reason}")
    return JournalError(f"{path} cannot be used: {reason}")
