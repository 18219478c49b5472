"""Where journals are kept, how their files are named, and which there are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from exercise.errors import JournalCorruptError, JournalError
from exercise.journal.record import Record
from exercise.journal.sqlite import open_sqlite

SUFFIX = ".exercise"
"""How a journal's file name ends."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}")


class JournalSummary(Struct, frozen=True):
    """One journal file, as a list shows it.

    Attributes:
        path: the file.
        scenario_id: slug of its scenario; empty when it cannot be read.
        exercise_id: id of the exercise; empty when it cannot be read.
        created_at: wall clock, ISO 8601 in UTC; empty when it cannot be read.
        head: number of records; 0 when it cannot be read.
        last_at: wall clock of the last record, ISO 8601 in UTC; empty when there is none.
        turn: turn the exercise is in; 0 before the first one.
        ended: whether EndEx has been called.
        reason: why it cannot be read; empty when it can.
    """

    path: Path
    scenario_id: str
    exercise_id: str
    created_at: str
    head: int
    last_at: str = ""
    turn: int = 0
    ended: bool = False
    reason: str = ""


def journal_folder() -> Path:
    """Return the folder for journals, which need not exist.

    It lies in the person's data folder: on Linux below XDG_DATA_HOME or ~/.local/share.
    """
    return Path(platformdirs.user_data_dir("exercise-engine", appauthor=False)) / "exercises"


def new_journal_path(scenario_id: str, exercise_id: str) -> Path:
    """Return the path for a new journal in the journal folder, which is made if need be.

    Args:
        scenario_id: slug of the scenario.
        exercise_id: id of the exercise; letters, digits, hyphens and underscores.

    Raises:
        JournalError: an id cannot be part of a file name, the file exists, or the folder cannot
            be made.
    """
    for value in (scenario_id, exercise_id):
        if not _NAME.fullmatch(value):
            raise JournalError(
                f"{value!r} cannot be part of a file name: use 1 to 80 letters, digits, hyphens "
                "and underscores"
            )
    folder = journal_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder for journals, {folder}, cannot be made: {error.strerror}"
        raise JournalError(message) from None
    path = folder / f"{scenario_id}-{exercise_id}{SUFFIX}"
    if path.exists():
        raise JournalError(f"{path} exists already; choose another exercise id")
    return path


def list_journals() -> list[JournalSummary]:
    """List the journal folder, newest first; files that cannot be read come last, with a reason.

    Raises:
        JournalError: the folder exists but cannot be read.
    """
    folder = journal_folder()
    try:
        paths = sorted(folder.glob("*" + SUFFIX)) if folder.exists() else []
    except OSError as error:
        raise JournalError(f"the folder for journals cannot be read: {error}") from None
    return sorted((_summary(path) for path in paths), key=lambda one: one.created_at, reverse=True)


def _summary(path: Path) -> JournalSummary:
    try:
        with closing(open_sqlite(path, read_only=True)) as journal:
            header, stage = journal.header, _stage(journal.read())
            return JournalSummary(
                path, header.scenario_id, header.exercise_id, header.created_at, journal.head(),
                stage.last_at, stage.turn, stage.ended,
            )  # fmt: skip
    except JournalError as error:
        return JournalSummary(
            path=path, scenario_id="", exercise_id="", created_at="", head=0, reason=str(error)
        )


class _Stage(Struct, frozen=True):
    last_at: str = ""
    turn: int = 0
    ended: bool = False


def _stage(records: Iterable[Record]) -> _Stage:
    """Return where an exercise stands, without knowing more of its events than their names.

    Raises:
        JournalCorruptError: A record does not hold what its name promises.
    """
    stages = [_Stage()]
    for record in records:
        now = stages[-1]
        if record.kind == "undone":
            now = stages[min(_number(record, "to"), len(stages) - 1)]
        elif record.kind == "situation_opened":
            now = replace(now, turn=_number(record, "turn"))
        elif record.kind == "ended":
            now = replace(now, ended=True)
        stages.append(replace(now, last_at=record.at))
    return stages[-1]


def _number(record: Record, key: str) -> int:
    try:
        return max(0, int(json.loads(record.payload)["event"][key]))
    except (ValueError, KeyError, TypeError):
        raise JournalCorruptError(f"record {record.seq} cannot be read") from None
