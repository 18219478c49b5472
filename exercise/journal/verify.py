"""Checks that a journal is whole: no gaps, every hash right, bound to its header."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exercise.errors import JournalCorruptError, JournalGapError
from exercise.journal.record import Record, check_header, genesis_hash, record_hash
from exercise.journal.sqlite import SqliteJournal
from exercise.journal.store import Journal


class VerifyReport(Struct, frozen=True):
    """What a whole journal amounts to.

    Attributes:
        records: how many records it has.
        head_hash: hash of the last record, or the genesis hash when there is none, 64 hexadecimal
            digits. Two journals with the same head hash hold the same exercise.
    """

    records: int
    head_hash: str


def verify_chain(journal: Journal) -> VerifyReport:
    """Check a journal from its header to its last record.

    Raises:
        JournalGapError: a record is missing; the message names its seq.
        JournalCorruptError: a record or the file is damaged; the message names the seq.
    """
    if isinstance(journal, SqliteJournal):
        journal.check_file()
    records, head_hash = 0, genesis_hash(journal.header)
    for record in read_verified(journal):
        records, head_hash = record.seq, record.hash
    return VerifyReport(records, head_hash.hex())


def read_verified(journal: Journal) -> Iterator[Record]:
    """Read all records in order, each checked before it is given.

    Raises:
        JournalGapError: a record is missing.
        JournalCorruptError: a record or the header is damaged.
    """
    check_header(journal.header)
    prev_hash = genesis_hash(journal.header)
    for place, record in enumerate(journal.read(), 1):
        if record.seq != place:
            raise JournalGapError(f"record {place} is missing: record {record.seq} follows instead")
        if record.prev_hash != prev_hash:
            before = f"record {place - 1}" if place > 1 else "the header"
            raise JournalCorruptError(f"record {place} does not follow {before}: one was changed")
        if record_hash(place, record, prev_hash) != record.hash:
            raise JournalCorruptError(f"record {place} was changed: its content has another hash")
        prev_hash = record.hash
        yield record
