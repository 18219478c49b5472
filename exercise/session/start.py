"""Beginning an exercise, and going on with one from its journal."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from exercise import __version__
from exercise.conduct.command import FACILITATOR, AssignSeat, Holder
from exercise.engine.program import Program
from exercise.errors import ExerciseError, Refusal
from exercise.journal import (
    FORMAT,
    Header,
    create_sqlite,
    fingerprint_of,
    new_journal_path,
    open_sqlite,
    verify_chain,
)
from exercise.journal.memory import MemoryJournal
from exercise.journal.store import Journal
from exercise.library.bundles import bundle_bytes
from exercise.session.compiled import program_of
from exercise.session.local import Session

SEEDS = 1_000_000
"""Seeds drawn for people stay below this, so that they can be read aloud."""


def new_seed() -> int:
    """Return a fresh seed that is short enough to write on a whiteboard."""
    return secrets.randbelow(SEEDS)


def begin_exercise(
    program: Program,
    seed: int,
    path: Path | None = None,
    roster: Mapping[str, Holder] | None = None,
    keep: bool = True,
) -> Session:
    """Begin an exercise in its lobby.

    Args:
        program: The compiled scenario.
        seed: 0 or more; the same seed and decisions give the same exercise.
        path: Where the journal goes; a new file in the user's data folder where absent.
        roster: Holders by role that differ from the scenario's own.
        keep: Whether the journal is a file; a rehearsal without one leaves no trace.

    Raises:
        JournalError: The journal cannot be created.
        ExerciseError: The roster names a seat there is not.
    """
    scenario = bundle_bytes(program.bundle)
    exercise_id = secrets.token_hex(8)
    header = Header(
        format=FORMAT,
        engine_version=__version__,
        scenario_id=program.bundle.scenario.id,
        fingerprint=fingerprint_of(scenario),
        seed=seed,
        exercise_id=exercise_id,
        created_at=datetime.now(UTC).isoformat(timespec="seconds"),
        scenario=scenario,
    )
    journal: Journal
    if keep:
        path = path or new_journal_path(program.bundle.scenario.id, exercise_id)
        journal = create_sqlite(path, header)
    else:
        journal = MemoryJournal(header)
    session = Session(program, journal, path)
    for role, holder in (roster or {}).items():
        assign(session, role, holder)
    return session


def assign(session: Session, role: str, holder: Holder, label: str = "") -> None:
    """Give a seat to a person or a bot, or leave it vacant; nothing happens where it stands so already."""
    seat = session.state.seat(role)
    if seat is not None and (seat.holder, seat.label) == (holder, label):
        return
    answer = session.submit(FACILITATOR, AssignSeat(role, holder, label))
    if isinstance(answer, Refusal):
        raise ExerciseError(answer.message)


def resume_exercise(path: Path, read_only: bool = False) -> Session:
    """Open an exercise from its journal; the scenario comes from the journal itself.

    Raises:
        JournalError: The file is no journal, is damaged, or was written by a later version.
    """
    journal = open_sqlite(path, read_only=read_only)
    verify_chain(journal)
    return Session(program_of(journal.header.scenario), journal, path)
