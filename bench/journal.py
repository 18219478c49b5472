"""How fast the journal appends, next to the floor that the disk sets.

Run with `python -m bench.journal [folder]`. The floor is a bare file append of the same payload
with one flush to the disk per append. Five runs of each, interleaved; ratios are what counts,
because the machine's own speed varies.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

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

APPENDS = 1500
BATCH = 64
RUNS = 5
PAYLOAD = canonical({"inject": "market-closes", "seats": list(range(40)), "text": "x" * 250})
FLUSH = getattr(os, "fdatasync", os.fsync)
Times = dict[str, list[float]]


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
    journal = open_sqlite(path.with_name("one by one"), read_only=True)
    assert verify_chain(journal).records == APPENDS
    journal.close()


def read_and_parse(path: Path) -> None:
    journal = open_sqlite(path.with_name("one by one"), read_only=True)
    assert sum(1 for one in read_verified(journal) if parse_canonical(one.payload)) == APPENDS
    journal.close()


CASES: dict[str, Callable[[Path], None]] = {
    "bare append and flush": bare,
    "one by one": one_by_one,
    f"batches of {BATCH}": in_batches,
    "memory": in_memory,
    "verify": verify,
    "read verified and parse": read_and_parse,
}


def measure(folder: Path) -> Times:
    times: Times = {name: [] for name in CASES}
    for run in range(RUNS):
        place = folder / str(run)
        place.mkdir()
        for name, case in CASES.items():
            start = perf_counter()
            case(place / name)
            times[name].append(perf_counter() - start)
    return times


def main() -> None:
    parent = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        times = measure(Path(folder))
    floor = times["bare append and flush"]
    print(f"{APPENDS} records with {len(PAYLOAD)} bytes of payload, {RUNS} runs")
    print(f"{'':26}{'records/s':>12}{'of floor':>10}   each run")
    for name, seconds in times.items():
        ratios = [one / other for one, other in zip(floor, seconds, strict=True)]
        rate = APPENDS / statistics.median(seconds)
        each = " ".join(f"{ratio:.2f}" for ratio in ratios)
        print(f"{name:26}{rate:12,.0f}{statistics.median(ratios):10.2f}   {each}")


if __name__ == "__main__":
    main()
