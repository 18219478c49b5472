"""What a journal holds: the header, the records, and the hash chain that binds them.

Pure values and their encodings; it reads no file and no clock.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

from exercise.errors import JournalCorruptError, JournalError

FORMAT = 1
"""The journal format this version of the engine writes."""

NAME_LIMIT = 200
"""Longest actor, command id, kind, or identifying text of a header, in characters."""

PAYLOAD_LIMIT = 16 * 1024 * 1024
"""Largest payload of one record, in bytes."""

SCENARIO_LIMIT = 48 * 1024 * 1024
"""Largest scenario in a header, in bytes."""

VERSION_LIMIT = 2**31 - 1
"""Highest version number of an event type."""

SEED_LIMIT = 2**64
"""Seeds are whole numbers from 0 up to, not including, this one."""

_RECORD_TAG = b"exercise record 1"
_HEADER_TAG = b"exercise header 1"


class NewRecord(Struct, frozen=True):
    """A record before the journal has given it a place.

    Attributes:
        actor: who acted (a seat, the facilitator, the clock); 1 to 200 printable characters.
        command_id: the actor's own id of the command that caused it. All records of one command
            share it and are appended together.
        kind: name of the event type.
        version: version of that event type's payload, from 1.
        payload: canonical JSON, at most 16 MiB.
    """

    actor: str
    command_id: str
    kind: str
    version: int
    payload: bytes


class Record(Struct, frozen=True):
    """One durable record.

    Attributes:
        seq: place in the journal, from 1, without gaps.
        at: wall clock at writing, ISO 8601 in UTC. For information only and not covered by the
            hash, so that nothing may depend on it.
        actor: who acted.
        command_id: the actor's own id of the command.
        kind: name of the event type.
        version: version of the payload, from 1.
        payload: canonical JSON.
        prev_hash: hash of the record before, or of the header for the first one; 32 bytes.
        hash: SHA-256 over everything above but `at`; 32 bytes.
    """

    seq: int
    at: str
    actor: str
    command_id: str
    kind: str
    version: int
    payload: bytes
    prev_hash: bytes
    hash: bytes


class Header(Struct, frozen=True):
    """What a journal says about its exercise; written once.

    Attributes:
        format: journal format, now 1.
        engine_version: version of the engine that began the exercise.
        scenario_id: slug of the scenario.
        fingerprint: SHA-256 of `scenario`, 64 hexadecimal digits.
        seed: seed of every draw, 0 to 2**64 - 1.
        exercise_id: id of this conduct of the scenario.
        created_at: wall clock, ISO 8601 in UTC; for information only.
        scenario: the canonical scenario JSON, so that the journal can be replayed alone.
    """

    format: int
    engine_version: str
    scenario_id: str
    fingerprint: str
    seed: int
    exercise_id: str
    created_at: str
    scenario: bytes


def fingerprint_of(scenario: bytes) -> str:
    """Return the SHA-256 of a scenario as 64 hexadecimal digits."""
    return hashlib.sha256(scenario).hexdigest()


def genesis_hash(header: Header) -> bytes:
    """Return the `prev_hash` of the first record: it binds the records to their header."""
    return _digest(
        _HEADER_TAG,
        b"%d" % header.format,
        header.engine_version.encode(),
        header.scenario_id.encode(),
        header.fingerprint.encode(),
        b"%d" % header.seed,
        header.exercise_id.encode(),
        header.scenario,
    )


def record_hash(seq: int, record: NewRecord | Record, prev_hash: bytes) -> bytes:
    """Return the hash that a record has at a place, after the record with `prev_hash`."""
    return _digest(
        _RECORD_TAG,
        b"%d" % seq,
        record.actor.encode(),
        record.command_id.encode(),
        record.kind.encode(),
        b"%d" % record.version,
        record.payload,
        prev_hash,
    )


def chain(head: int, prev_hash: bytes, at: str, records: Iterable[NewRecord]) -> list[Record]:
    """Give new records their places and hashes after the record `head`.

    Args:
        head: seq of the last record, 0 for an empty journal.
        prev_hash: hash of that record, or the genesis hash.
        at: wall clock to note, ISO 8601 in UTC.
        records: what to place, in order.

    Raises:
        JournalError: a field is not storable.
    """
    placed: list[Record] = []
    for seq, new in enumerate(records, head + 1):
        check_record(new)
        digest = record_hash(seq, new, prev_hash)
        placed.append(
            Record(
                seq=seq,
                at=at,
                actor=new.actor,
                command_id=new.command_id,
                kind=new.kind,
                version=new.version,
                payload=new.payload,
                prev_hash=prev_hash,
                hash=digest,
            )
        )
        prev_hash = digest
    return placed


def command_parts(records: Sequence[NewRecord | Record]) -> list[int]:
    """Number the records of each command from 0, so that (actor, command, part) is unique."""
    counts: dict[tuple[str, str], int] = {}
    parts: list[int] = []
    for record in records:
        command = (record.actor, record.command_id)
        parts.append(counts.get(command, 0))
        counts[command] = parts[-1] + 1
    return parts


def check_record(record: NewRecord | Record) -> None:
    """Check the types and sizes of a record's content.

    Raises:
        JournalError: naming the field.
    """
    check_name("actor", record.actor)
    check_name("command_id", record.command_id)
    check_name("kind", record.kind)
    _check_int("version", record.version, 1, VERSION_LIMIT)
    _check_bytes("payload", record.payload, PAYLOAD_LIMIT)


def check_header(header: Header) -> None:
    """Check the types, sizes and the fingerprint of a header.

    Raises:
        JournalError: naming the field; JournalCorruptError if the fingerprint is not that of
            the scenario.
    """
    _check_int("format", header.format, 1, VERSION_LIMIT)
    _check_int("seed", header.seed, 0, SEED_LIMIT - 1)
    _check_bytes("scenario", header.scenario, SCENARIO_LIMIT)
    for name in ("engine_version", "scenario_id", "fingerprint", "exercise_id", "created_at"):
        check_name(name, getattr(header, name))
    if header.fingerprint != fingerprint_of(header.scenario):
        raise JournalCorruptError(
            "the header's fingerprint is not that of the scenario it holds: one of the two changed"
        )


def check_name(field: str, value: object) -> None:
    """Check that a value is text of 1 to 200 printable characters.

    Raises:
        JournalError: naming the field.
    """
    if type(value) is not str:
        raise JournalError(f"{field} must be text, not {type(value).__name__}")
    if not 0 < len(value) <= NAME_LIMIT or not value.isprintable():
        raise JournalError(f"{field} must be 1 to {NAME_LIMIT} printable characters")


def _check_int(field: str, value: object, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        raise JournalError(f"{field} must be a whole number from {low} to {high}")


def _check_bytes(field: str, value: object, limit: int) -> None:
    if type(value) is not bytes:
        raise JournalError(f"{field} must be bytes, not {type(value).__name__}")
    if len(value) > limit:
        raise JournalError(f"{field} has {len(value)} bytes; the limit is {limit}")


def _digest(*fields: bytes) -> bytes:
    # Lengths go in front, so that moving a byte from one field to the next changes the hash.
    return hashlib.sha256(
        b"".join([len(field).to_bytes(8, "big") + field for field in fields])
    ).digest()
