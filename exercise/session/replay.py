"""Replaying a journal: deciding every command again and comparing, and writing out what happened."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from exercise import __version__
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import initial
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import JournalCorruptError
from exercise.journal.codec import decode, decode_command
from exercise.journal.record import Record
from exercise.journal.store import Journal
from exercise.journal.verify import verify_chain


class Verified(Struct, frozen=True):
    """What a verification has gone through."""

    commands: int
    events: int
    head_hash: str


def verify_exercise(program: Program, journal: Journal) -> Verified:
    """Check the chain, then decide every command again and compare the events.

    Raises:
        JournalCorruptError: Something differs; the message names the record.
    """
    report = verify_chain(journal)
    state = initial(program, Key(journal.header.seed))
    commands = events = 0
    for (actor, _), group in groupby(
        journal.read(), key=lambda record: (record.actor, record.command_id)
    ):
        records = list(group)
        command = decode_command(records[0])
        recorded = tuple(decode(record) for record in records)
        if command is None:
            raise JournalCorruptError(f"record {records[0].seq} has no command")
        if decide(program, state, actor, command) != recorded:
            raise JournalCorruptError(
                f"record {records[0].seq}: deciding '{type(command).__name__}' again gives something else"
                f" (written by version {journal.header.engine_version}, read by {__version__})"
            )
        for event in recorded:
            state = evolve(program, state, event)
        commands, events = commands + 1, events + len(recorded)
    return Verified(commands, events, report.head_hash)


def dump(journal: Journal) -> Iterator[str]:
    """Yield a journal line by line, without wall-clock times and names of the run: equal exercises, equal lines."""
    header = journal.header
    yield f"scenario {header.scenario_id} {header.fingerprint} seed {header.seed} format {header.format}"
    for record in journal.read():
        yield _line(record)


def _line(record: Record) -> str:
    return f"{record.seq} {record.actor} {record.kind} {record.payload.decode()}"
