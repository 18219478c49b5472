"""A whole exercise with bots on every seat, and its parts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.exercises import LARGE, SEED, begun, played, program_of
from bench.measure import Case, Subject, fresh
from bench.start import exercise, process
from exercise.conduct.state import Phase
from exercise.journal import NewRecord, create_sqlite
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct


def subjects(place: Path) -> Iterator[Subject]:
    yield Subject(
        f"{LARGE}: six turns, all seats bots",
        "play",
        (
            Case("bare: python -c pass", lambda: process("-c", "pass")),
            Case("exercise play --auto, whole process", lambda: _whole(place)),
            Case("  load", lambda: load_scenario(LARGE)),
            Case("  play, journal in memory", _in_memory),
            Case("  journal: the same appends alone", lambda: _append(place)),
        ),
    )


def _whole(place: Path) -> None:
    journal = str(fresh(place, ".exercise"))
    exercise("play", LARGE, "--auto", "--seed", str(SEED), "--journal", journal)


def _in_memory() -> None:
    conduct(begun(program_of(LARGE)), Phase.hot_wash)


def _append(place: Path) -> None:
    """Write what the session wrote, command by command."""
    source = played(LARGE).journal
    journal = create_sqlite(fresh(place, ".exercise"), source.header)
    waiting: list[NewRecord] = []
    for record in source.read():
        new = NewRecord(
            record.actor, record.command_id, record.kind, record.version, record.payload
        )
        if waiting and waiting[0].command_id != new.command_id:
            journal.append(journal.head(), waiting)
            waiting = []
        waiting.append(new)
    journal.append(journal.head(), waiting)
    journal.close()
