"""From a journal to a case: the exercise is read, and compared with the scenario as it is now."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from exercise.authoring.case_recording import Recorded, record_case
from exercise.errors import LibraryError, ScenarioError
from exercise.journal.codec import decode
from exercise.library.bundles import bundle_bytes
from exercise.library.loader import load_scenario
from exercise.library.places import Library
from exercise.model.bundle import Bundle
from exercise.session.start import resume_exercise


def record_journal(journal: Path, name: str, library: Library) -> Recorded:
    """Turn the exercise in a journal into a case of its scenario.

    Args:
        journal: Its file; it is only read.
        name: What the case is called.
        library: Where the scenario is looked for, to tell whether it has changed since.

    Raises:
        JournalError: The file is no journal, is damaged, or was written by a later version.
        ExerciseError: There is nothing to record, or the case does not come to what was played.
    """
    session = resume_exercise(journal, read_only=True)
    try:
        events = [decode(record) for record in session.journal.read()]
        played = session.program.bundle
        now = _now(played, library)
        preset = played.scenario.preset
        if now is not None and now.scenario.preset == preset:
            preset = ""
        recorded = record_case(session.program, session.state, events, name, preset or None)
    finally:
        session.close()
    return replace(recorded, comments=(*_comments(played, now), *recorded.comments))


def _now(played: Bundle, library: Library) -> Bundle | None:
    """The scenario as the library has it; nothing where it has none that can be read."""
    try:
        return load_scenario(played.scenario.id, library=library).bundle
    except (LibraryError, ScenarioError):
        return None


def _comments(played: Bundle, now: Bundle | None) -> tuple[str, ...]:
    told = [f"Recorded from an exercise of {played.scenario.id} {played.scenario.version}."]
    if played.names:
        told.append("Roles and states had other names; the case names them as the files do.")
    if now is None:
        told.append("The scenario is not in the library, so it was not compared.")
    elif _bytes(played, now) != bundle_bytes(now):
        told.append("The scenario, its model or a role card has changed since: run the case.")
    return tuple(told)


def _bytes(played: Bundle, now: Bundle) -> bytes:
    """The scenario as played, as bytes, with today's preset and without other names."""
    scenario = played.scenario.model_copy(update={"preset": now.scenario.preset})
    return bundle_bytes(played.model_copy(update={"scenario": scenario, "names": now.names}))


__all__ = ["record_journal"]
