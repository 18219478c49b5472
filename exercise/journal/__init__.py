"""The append-only store of exercises: records in a hash chain, in memory or in one SQLite file.

It knows nothing of what the records mean; payloads are canonical JSON bytes.
"""

from __future__ import annotations

from exercise.journal.canonical import canonical, parse_canonical
from exercise.journal.files import (
    JournalSummary,
    journal_folder,
    list_journals,
    new_journal_path,
)
from exercise.journal.memory import MemoryJournal
from exercise.journal.record import FORMAT, Header, NewRecord, Record, fingerprint_of
from exercise.journal.sqlite import SqliteJournal, copy_journal, create_sqlite, open_sqlite
from exercise.journal.store import Clock, CommandRecordedError, Journal, utc_now
from exercise.journal.verify import VerifyReport, read_verified, verify_chain

__all__ = [
    "FORMAT",
    "Clock",
    "CommandRecordedError",
    "Header",
    "Journal",
    "JournalSummary",
    "MemoryJournal",
    "NewRecord",
    "Record",
    "SqliteJournal",
    "VerifyReport",
    "canonical",
    "copy_journal",
    "create_sqlite",
    "fingerprint_of",
    "journal_folder",
    "list_journals",
    "new_journal_path",
    "open_sqlite",
    "parse_canonical",
    "read_verified",
    "utc_now",
    "verify_chain",
]
