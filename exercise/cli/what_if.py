"""whatif: one decision changed, or every decision held against its alternatives."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from exercise.analysis.change import Change, Use
from exercise.analysis.course import Course, course_of
from exercise.analysis.fork import Refused
from exercise.analysis.impact import Impact, alternatives, by_size, impacts
from exercise.analysis.whatif import what_if
from exercise.errors import ExerciseError
from exercise.report.what_if_words import Teller
from exercise.session.start import resume_exercise

NONE = "none"
"""The measure that stands for no response."""


def run(arguments: argparse.Namespace) -> int:
    """Print what one changed response would have led to, or the impact of decisions."""
    session = resume_exercise(Path(arguments.journal).expanduser(), read_only=True)
    course = course_of(session.program, session.journal)
    session.close()
    teller = Teller(session.program, arguments.language)
    return (_impact if arguments.impact else _what_if)(arguments, course, teller)


def _what_if(arguments: argparse.Namespace, course: Course, teller: Teller) -> int:
    change = _change(arguments, teller)
    found = what_if(course, change)
    if isinstance(found, Refused):
        raise ExerciseError(teller.refused(change, found))
    if arguments.format == "json":
        from exercise.report.what_if_data import what_if_json

        print(what_if_json(course.program, found, arguments.language), end="")
    else:
        from exercise.report.what_if_text import what_if_text

        print(what_if_text(course.program, found, arguments.language, arguments.all))
    return 0


def _change(arguments: argparse.Namespace, teller: Teller) -> Change:
    """Return what the arguments change; raises ExerciseError where they do not say it."""
    names: list[str] = arguments.measure or []
    if arguments.turn is None or not arguments.seat or not names:
        raise ExerciseError(teller.say("need-change"))
    if NONE in names and len(names) > 1:
        raise ExerciseError(teller.say("need-none-alone"))
    if arguments.target and (len(names) > 1 or NONE in names):
        raise ExerciseError(teller.say("need-one-target"))
    uses = tuple(Use(name, arguments.target) for name in names if name != NONE)
    return Change(arguments.turn, arguments.seat, uses)


def _impact(arguments: argparse.Namespace, course: Course, teller: Teller) -> int:
    if arguments.measure or arguments.target:
        raise ExerciseError(teller.say("no-change-with-impact"))
    changes = alternatives(course, arguments.turn, arguments.seat)
    found, complete = _followed(course, changes, teller)
    if arguments.format == "json":
        from exercise.report.what_if_data import impact_json

        told = impact_json(course.program, by_size(found), arguments.language, complete)
        print(told, end="")
    else:
        from exercise.report.what_if_text import impact_text

        print(impact_text(course.program, by_size(found), arguments.language, arguments.top))
    return 0 if complete else 130


def _followed(
    course: Course, changes: Sequence[Change], teller: Teller
) -> tuple[list[Impact], bool]:
    """Go through the alternatives; an interrupt keeps what is found, and progress goes to a terminal alone."""
    found: list[Impact] = []
    done = 0
    try:
        for done, change in enumerate(changes):
            _progress(teller, done, len(changes))
            found.extend(impacts(course, (change,)))
    except KeyboardInterrupt:
        _clear()
        print(teller.say("impact-stopped", done=str(done), all=str(len(changes))), file=sys.stderr)
        return found, False
    _clear()
    return found, True


def _progress(teller: Teller, done: int, every: int) -> None:
    if sys.stderr.isatty():
        words = teller.say("impact-progress", done=str(done), all=str(every))
        print(f"\r{words}", end="", file=sys.stderr, flush=True)


def _clear() -> None:
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
