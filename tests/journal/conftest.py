"""A header, new records and a clock that all journal tests share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exercise.journal import (
    FORMAT,
    Header,
    Journal,
    MemoryJournal,
    NewRecord,
    SqliteJournal,
    canonical,
    create_sqlite,
    fingerprint_of,
)

NOON = "2030-06-01T12:00:00.000+00:00"
MakeRecord = Callable[..., NewRecord]


@pytest.fixture
def header() -> Header:
    scenario = canonical({"id": "border-market", "title": "Рынок у границы"})
    return Header(
        FORMAT, "0.1.0", "border-market", fingerprint_of(scenario), 2**64 - 1, "ex1", NOON, scenario
    )


@pytest.fixture
def new() -> MakeRecord:
    def make(number: int = 1, actor: str = "facilitator", **more: object) -> NewRecord:
        payload = canonical({"number": number, **more})
        return NewRecord(actor, f"c{number}", "inject_released", 1, payload)

    return make


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one #1%20.exercise"


@pytest.fixture
def sqlite_journal(path: Path, header: Header) -> Iterator[SqliteJournal]:
    journal = create_sqlite(path, header, clock=lambda: NOON)
    yield journal
    journal.close()


@pytest.fixture(params=["memory", "sqlite"])
def journal(request: pytest.FixtureRequest, path: Path, header: Header) -> Iterator[Journal]:
    made: Journal
    if request.param == "memory":
        made = MemoryJournal(header, clock=lambda: NOON)
    else:
        made = create_sqlite(path, header, clock=lambda: NOON)
    yield made
    made.close()
