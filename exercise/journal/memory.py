"""A journal that lives in memory: for tests, simulations and what-if forks. Nothing survives it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from exercise.errors import JournalError
from exercise.journal.record import Header, NewRecord, Record, chain, check_header, genesis_hash
from exercise.journal.store import Clock, check_append, conflict, read_bound, utc_now


class MemoryJournal:
    """The `Journal` interface over a list."""

    def __init__(self, header: Header, clock: Clock = utc_now) -> None:
        """Begin an empty journal.

        Args:
            header: what the journal says about its exercise.
            clock: the wall clock noted with each record.

        Raises:
            JournalError: the header is not storable.
        """
        check_header(header)
        self._header = header
        self._clock = clock
        self._records: list[Record] = []
        self._commands: dict[tuple[str, str], int] = {}
        self._lock = threading.RLock()
        self._open = True

    @property
    def header(self) -> Header:
        """What the journal says about its exercise."""
        return self._header

    def append(self, expected_seq: int, records: Sequence[NewRecord]) -> int:
        """Append records, all or none; see `Journal.append`."""
        check_append(expected_seq, records)
        with self._lock:
            head = self.head()
            commands = [(record.actor, record.command_id) for record in records]
            if expected_seq != head or any(command in self._commands for command in commands):
                raise conflict(self, expected_seq, records)
            placed = chain(head, self._tail_hash(), self._clock(), records)
            self._records.extend(placed)
            self._commands.update(
                ((record.actor, record.command_id), record.seq) for record in placed
            )
            return len(self._records)

    def read(self, after: int = 0, limit: int | None = None) -> Iterator[Record]:
        """Read records in order; see `Journal.read`."""
        with self._lock:
            last = read_bound(self.head(), after, limit)
            return iter(self._records[after:last])

    def head(self) -> int:
        """Return the seq of the last record, 0 when there is none."""
        self._check_open()
        return len(self._records)

    def recorded(self, actor: str, command_id: str) -> int | None:
        """Return the seq of the last record of a command, None when it is not recorded."""
        self._check_open()
        return self._commands.get((actor, command_id))

    def close(self) -> None:
        """Refuse every later call."""
        self._open = False

    def _tail_hash(self) -> bytes:
        return self._records[-1].hash if self._records else genesis_hash(self._header)

    def _check_open(self) -> None:
        if not self._open:
            raise JournalError("the journal is closed")
