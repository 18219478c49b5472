"""Writing the after-action report to a file, in the format asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from msgspec.structs import replace

from exercise.conduct.state import State
from exercise.engine.program import Program
from exercise.errors import ExerciseError
from exercise.report import html, machine, markdown
from exercise.report.after_action import Particulars, after_action
from exercise.report.facts import Facts
from exercise.report.gather import facts_of
from exercise.session.local import Session

ReportFormat = Literal["md", "html", "json", "docx"]


def write_report(
    exercise: Session | tuple[Program, State],
    to: ReportFormat,
    path: Path,
    language: str = "en",
    particulars: Particulars | None = None,
) -> Path:
    """Write the after-action report of an exercise that is over.

    Args:
        exercise: A session, or a Program with a state.
        to: ``md``, ``html``, ``json`` or ``docx``.
        path: The file; one that is there is replaced.
        language: Of the words and of the scenario's texts.
        particulars: What the organiser wants on the cover; dates come from a session's journal where not given.

    Raises:
        ExerciseError: EndEx has not been called, the format is unknown, or the file cannot be written.
    """
    if to not in get_args(ReportFormat):
        raise ExerciseError(
            f"There is no report format '{to}'. Choose one of: {', '.join(get_args(ReportFormat))}."
        )
    program, state = (
        (exercise.program, exercise.state) if isinstance(exercise, Session) else exercise
    )
    given = particulars or Particulars()
    if isinstance(exercise, Session) and not given.dates:
        given = replace(given, dates=exercise.journal.header.created_at[:10])
    facts = facts_of(program, state, language)
    try:
        _write(facts, to, path, language, given)
    except OSError as error:
        raise ExerciseError(
            f"The report cannot be written to '{path}': {error.strerror or error}. "
            "Name another file with -o."
        ) from error
    return path


def _write(facts: Facts, to: ReportFormat, path: Path, language: str, given: Particulars) -> None:
    if to == "json":
        path.write_text(machine.render(facts, language), encoding="utf-8")
        return
    document = after_action(facts, language, given)
    if to == "docx":
        from exercise.report import docx

        docx.write(document, path)
        return
    render = html.render if to == "html" else markdown.render
    path.write_text(render(document), encoding="utf-8")
