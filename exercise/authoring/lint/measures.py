"""Measures that nobody at the table can ever use."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.lint.subject import Subject, finding
from exercise.engine.findings import Finding, Path
from exercise.engine.program import MeasureCode

__all__ = ["lint_measures"]

_LISTS = ("only_measures", "with_measures")
"""Keys of a scenario's head that name measures it wants."""


def lint_measures(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each measure that the scenario has written, kept or taken in, and that stays out of reach."""
    for name in subject.own("measures"):
        yield from _judged(subject, ("scenario", "measures", name), name, written=True)
    for key in _LISTS:
        for number, name in enumerate(getattr(subject.scenario, key) or ()):
            if name not in subject.scenario.measures:
                yield from _judged(subject, ("scenario", key, number), name, written=False)


def _judged(subject: Subject, path: Path, name: str, written: bool) -> Iterator[Finding]:
    number = subject.program.numbers.measure.get(name)
    if number is None:
        return
    code = subject.program.measures[number]
    why = _why_unusable(subject, number, code)
    if why is not None:
        key, reason = why
        message = f"nobody can use the measure '{name}': {reason}"
        yield finding((*path, key) if written else path, message, "unusable-measure")


def _why_unusable(subject: Subject, number: int, code: MeasureCode) -> tuple[str, str] | None:
    """Return the key that keeps a measure from everybody, and why; nothing where somebody can use it."""
    program = subject.program
    if not code.roles:
        return "who", "none of the roles it is for has a place in this scenario"
    if not any(program.reach.get((number, role)) for role in code.roles):
        return "target", "there is nothing at this table that it could be aimed at"
    if code.offered and all(
        measure != number for one in program.injects for _, measure in one.offers
    ):
        return "offered", "it waits for an offer, and no inject offers it"
    opened = (one for one in subject.effects if one.kind == "unlock")
    if code.locked and all(number not in one.measures for one in opened):
        return "locked", "it is locked, and nothing unlocks it"
    return None
