"""How fast the journal appends, next to the floor that the disk sets.

The bare reference is a file append of the same payload with one flush to the disk per append.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.measure import Case, Subject, fresh
from exercise.journal import (
    FORMAT,
    Header,
    MemoryJournal,
    NewRecord,
    canonical,
    create_sqlite,
    fingerprint_of,
    open_sqlite,
    parse_canonical,
    read_verified,
    verify_chain,
)

APPENDS = 500
BATCH = 64
PAYLOAD = canonical({"inject": "market-closes", "seats": list(range(40)), "text": "x" * 250})
FLUSH = getattr(os, "fdatasync", os.fsync)


def header() -> Header:
    scenario = canonical({"id": "bench"})
    return Header(FORMAT, "0", "bench", fingerprint_of(scenario), 1, "bench", "2030", scenario)


def record(number: int) -> NewRecord:
    return NewRecord("facilitator", f"command-{number}", "inject_released", 1, PAYLOAD)


def bare(path: Path) -> None:
    with path.open("ab", buffering=0) as file:
        for _ in range(APPENDS):
            file.write(PAYLOAD)
            FLUSH(file.fileno())


def one_by_one(path: Path) -> None:
    journal = create_sqlite(path, header())
    for number in range(APPENDS):
        journal.append(number, [record(number)])
    journal.close()


def in_batches(path: Path) -> None:
    journal = create_sqlite(path, header())
    for first in range(0, APPENDS, BATCH):
        last = min(APPENDS, first + BATCH)
        journal.append(first, [record(number) for number in range(first, last)])
    journal.close()


def in_memory(_: Path) -> None:
    journal = MemoryJournal(header())
    for number in range(APPENDS):
        journal.append(number, [record(number)])


def verify(path: Path) -> None:
    journal = open_sqlite(path, read_only=True)
    assert verify_chain(journal).records == APPENDS
    journal.close()


def read_and_parse(path: Path) -> None:
    journal = open_sqlite(path, read_only=True)
    assert sum(1 for one in read_verified(journal) if parse_canonical(one.payload)) == APPENDS
    journal.close()


WRITING: dict[str, Callable[[Path], None]] = {
    "bare: append and flush": bare,
    "one by one": one_by_one,
    f"batches of {BATCH}": in_batches,
    "in memory": in_memory,
}
READING: dict[str, Callable[[Path], None]] = {
    "verify the chain": verify,
    "read verified and parse": read_and_parse,
}


def subjects(place: Path) -> Iterator[Subject]:
    written = place / "written"
    one_by_one(written)
    writing = [Case(name, partial(_anew, case, place), APPENDS) for name, case in WRITING.items()]
    reading = [Case(name, partial(case, written), APPENDS) for name, case in READING.items()]
    title = f"Journal: {APPENDS} records with {len(PAYLOAD)} bytes of payload"
    yield Subject(title, "record", (*writing, *reading), _notes)


def _anew(case: Callable[[Path], None], place: Path) -> None:
    case(fresh(place))


def _notes(medians: dict[str, float]) -> Iterator[str]:
    bare_time, one = medians["bare: append and flush"], medians["one by one"]
    yield f"one by one: {1 / one:,.0f} records a second, {bare_time / one:.2f} of the disk's own rate"
