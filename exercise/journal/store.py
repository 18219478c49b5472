"""The storage interface: what every journal does, whatever keeps its bytes.

Holds the Protocol and the checks and refusals that all adapters share. It stores nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

from exercise.errors import JournalConflictError, JournalError
from exercise.journal.record import Header, NewRecord, Record, check_record

Clock = Callable[[], str]
"""Gives the wall-clock time to note with a record, ISO 8601 in UTC."""


class CommandRecordedError(JournalConflictError):
    """A command was to be recorded a second time.

    Attributes:
        seq: the last record of the earlier one; answering with it makes a resend harmless.
    """

    def __init__(self, message: str, seq: int) -> None:
        super().__init__(message)
        self.seq = seq


class Journal(Protocol):
    """An append-only, hash-chained record of one exercise.

    Calls block until done; one that returns has its effect on the disk. A journal may be used
    from several threads, one call at a time. After `close` every other call raises JournalError.
    """

    @property
    def header(self) -> Header:
        """What the journal says about its exercise."""

    def append(self, expected_seq: int, records: Sequence[NewRecord]) -> int:
        """Append records durably, all or none.

        Args:
            expected_seq: the head the caller decided on.
            records: what to append. All records of one command belong in one call.

        Returns:
            The new head.

        Raises:
            CommandRecordedError: one of the commands is already recorded.
            JournalConflictError: the head is not `expected_seq`: somebody else appended.
            JournalFullError: no space; nothing was recorded, the journal stays usable.
            JournalError: a record is not storable, or the store failed.
        """

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Record]:
        """Read records in order, up to the head at the time of the call.

        Hashes are not checked here; see `exercise.journal.verify`.

        Args:
            after: the last seq not wanted.
            limit: at most this many records; None for all.

        Raises:
            JournalGapError: a seq is missing.
            JournalCorruptError: the store cannot be read.
        """

    def head(self) -> int:
        """Return the seq of the last record, 0 when there is none."""

    def recorded(self, actor: str, command_id: str) -> int | None:
        """Return the seq of the last record of a command, None when it is not recorded."""

    def close(self) -> None:
        """Release the store; closing twice does no harm."""


def utc_now() -> str:
    """Return the wall clock as ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def check_append(expected_seq: int, records: Sequence[NewRecord]) -> None:
    """Check the arguments of `Journal.append`.

    Raises:
        JournalError: a record is not storable or the expected seq is negative.
    """
    if expected_seq < 0:
        raise JournalError(f"the expected seq {expected_seq} is negative; an empty journal has 0")
    for record in records:
        check_record(record)


def read_bound(head: int, after: int, limit: int | None) -> int:
    """Return the last seq that `Journal.read` gives for its arguments.

    Raises:
        JournalError: an argument is negative.
    """
    if after < 0 or (limit is not None and limit < 0):
        raise JournalError(f"cannot read after {after} with limit {limit}: both count from 0")
    return head if limit is None else min(head, after + limit)


def conflict(
    journal: Journal, expected_seq: int, records: Sequence[NewRecord]
) -> JournalConflictError:
    """Return the error that says why an append met records it did not expect."""
    for record in records:
        seq = journal.recorded(record.actor, record.command_id)
        if seq is not None:
            return CommandRecordedError(
                f"command {record.command_id!r} of {record.actor!r} is already recorded "
                f"(record {seq}); nothing was added",
                seq,
            )
    return JournalConflictError(
        f"expected the journal to end at record {expected_seq}, but it ends at {journal.head()}; "
        "nothing was added. Read the newer records and decide again"
    )
