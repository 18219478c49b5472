"""What a journal file looks like inside: its tables, and rows as values.

A file may come from a stranger, so that nothing read from it is believed before it is checked.
Opening, locking and writing order are the business of `exercise.journal.sqlite`.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from exercise.errors import JournalCorruptError, JournalError, JournalVersionError
from exercise.journal.record import FORMAT, Header, Record, check_header, check_name, check_record

APPLICATION_ID = 0x45584A31
"""Marks a SQLite file as a journal of this engine ("EXJ1")."""

_HASH_SIZE = 32

# SQLite keeps these statements as they are written here, and files are compared with them.
_SCHEMA = {
    "header": """CREATE TABLE header (
  id integer primary key check (id = 1),
  format integer not null,
  engine_version text not null,
  scenario_id text not null,
  fingerprint text not null,
  seed text not null,
  exercise_id text not null,
  created_at text not null,
  scenario blob not null
)""",
    "record": """CREATE TABLE record (
  seq integer primary key check (typeof(seq) = 'integer' and seq > 0),
  at text not null,
  actor text not null,
  command_id text not null,
  part integer not null,
  kind text not null,
  version integer not null,
  payload blob not null,
  prev_hash blob not null,
  hash blob not null
) WITHOUT ROWID""",
    "record_command": "CREATE UNIQUE INDEX record_command ON record (actor, command_id, part)",
}
_INSERT_HEADER = "insert into header values (1, ?, ?, ?, ?, ?, ?, ?, ?)"
_SELECT_HEADER = (
    "select format, engine_version, scenario_id, fingerprint, seed, exercise_id, created_at, "
    "scenario from header"
)
INSERT = "insert into record values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
"""Writes a `row_of` a record."""

SELECT = "select seq, at, actor, command_id, kind, version, payload, prev_hash, hash from record "
"""Begins a query for rows that `record_of` reads."""


def write_header(connection: sqlite3.Connection, header: Header) -> None:
    """Make the tables in an empty database and write the header, all in one transaction."""
    connection.execute("begin immediate")
    for statement in _SCHEMA.values():
        connection.execute(statement)
    connection.execute(
        _INSERT_HEADER,
        (
            header.format,
            header.engine_version,
            header.scenario_id,
            header.fingerprint,
            str(header.seed),
            header.exercise_id,
            header.created_at,
            header.scenario,
        ),
    )
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {FORMAT}")
    connection.execute("commit")


def check_schema(path: Path, connection: sqlite3.Connection) -> None:
    """Check that a database is a journal of this format and holds nothing else.

    Raises:
        JournalCorruptError: another program's file, or tables, views, triggers not as made here.
        JournalVersionError: another journal format.
    """
    application = connection.execute("pragma application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise JournalCorruptError(f"{path} is a database of another program, not a journal")
    written = connection.execute("pragma user_version").fetchone()[0]
    if written != FORMAT:
        raise JournalVersionError(
            f"{path} has journal format {written}, and this version reads only format {FORMAT}; "
            "open it with the version of the engine that wrote it"
        )
    found = connection.execute("select name, sql from sqlite_master").fetchmany(len(_SCHEMA) + 1)
    if sorted(found, key=repr) != sorted(_SCHEMA.items(), key=repr):
        raise JournalCorruptError(
            f"{path} does not have exactly the tables of a journal: something is missing, "
            "changed or added. Do not use this file; ask for another copy"
        )


def read_header(path: Path, connection: sqlite3.Connection) -> Header:
    """Read and check the header.

    Raises:
        JournalCorruptError: it is missing, doubled or damaged.
    """
    rows = connection.execute(_SELECT_HEADER).fetchmany(2)
    if len(rows) != 1:
        raise JournalCorruptError(f"{path} has {len(rows) or 'no'} headers; it must have one")
    written, engine, scenario_id, fingerprint, seed, exercise_id, created, scenario = rows[0]
    try:
        number = int(seed)
        header = Header(
            format=written,
            engine_version=engine,
            scenario_id=scenario_id,
            fingerprint=fingerprint,
            seed=number,
            exercise_id=exercise_id,
            created_at=created,
            scenario=scenario,
        )
        check_header(header)
    except (JournalError, TypeError, ValueError) as error:
        raise JournalCorruptError(f"{path} has a damaged header: {error}") from None
    if written != FORMAT or str(number) != seed:
        raise JournalCorruptError(f"{path} has a damaged header: format or seed is not as written")
    return header


def record_of(path: Path, row: tuple[int, str, str, str, str, int, bytes, bytes, bytes]) -> Record:
    """Make a record of a row that `SELECT` found.

    Raises:
        JournalCorruptError: a value has the wrong type or size.
    """
    record = Record(*row)
    if type(record.seq) is not int:
        raise JournalCorruptError(f"{path} is damaged: a record's number is no number")
    try:
        check_name("at", record.at)
        check_record(record)
    except JournalError as error:
        raise JournalCorruptError(f"{path}: record {record.seq} is damaged: {error}") from None
    for digest in (record.prev_hash, record.hash):
        if type(digest) is not bytes or len(digest) != _HASH_SIZE:
            raise JournalCorruptError(f"{path}: record {record.seq} has a damaged hash")
    return record


def row_of(record: Record, part: int) -> tuple[int | str | bytes, ...]:
    """Return the values for `INSERT`; `part` numbers the records of one command from 0."""
    return (
        record.seq,
        record.at,
        record.actor,
        record.command_id,
        part,
        record.kind,
        record.version,
        record.payload,
        record.prev_hash,
        record.hash,
    )
