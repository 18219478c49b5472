"""Injects that never come by themselves, though their kind says that they do."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.lint.subject import Subject, finding
from exercise.engine import ir
from exercise.engine.findings import Finding
from exercise.engine.openness import nodes_of
from exercise.engine.program import InjectCode
from exercise.engine.proofs import Moment, know, never

__all__ = ["lint_injects", "silent_injects"]

_BY_HAND = ("contingency", "optional")


def lint_injects(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for each inject that comes after the last turn, or waits for one that never comes."""
    silent = silent_injects(subject)
    for number in sorted(silent):
        inject = subject.program.injects[number]
        path, turns = subject.inject_path(inject), subject.scenario.turns
        if inject.turn > turns:
            message = f"this inject comes in turn {inject.turn}, and the scenario has {turns} turns"
            yield finding((*path, "turn"), message, "inject-never")
        elif not _false_alone(subject, inject):
            waited = ", ".join(f"'{name}'" for name in _waits_for(subject, inject, silent))
            message = f"this inject waits for {waited}, which never comes by itself"
            yield finding((*path, "when"), message, "inject-never")


def silent_injects(subject: Subject) -> frozenset[int]:
    """Return the injects that can come neither in their turn, nor by condition, nor because an effect calls them."""
    silent: frozenset[int] = frozenset()
    while True:
        called = _called(subject, silent)
        more = frozenset(
            number
            for number, inject in enumerate(subject.program.injects)
            if number not in called and _never_ready(subject, inject, silent)
        )
        if more == silent:
            return silent
        silent = more


def _never_ready(subject: Subject, inject: InjectCode, silent: frozenset[int]) -> bool:
    if inject.kind in _BY_HAND:
        return False
    if inject.turn > subject.scenario.turns:
        return True
    return inject.when is not None and never(
        inject.when, know(subject.possible, _moment(subject, inject, silent))
    )


def _moment(subject: Subject, inject: InjectCode, silent: frozenset[int]) -> Moment:
    situations = subject.situations
    first = max(situations.first, inject.turn)
    return Moment(first, situations.last, deciding=False, silent=silent)


def _called(subject: Subject, silent: frozenset[int]) -> frozenset[int]:
    """Injects that something releases which is not itself the effect of a silent inject."""
    of_silent = {id(code) for number in silent for code in subject.program.injects[number].effects}
    return frozenset(
        code.inject
        for code in subject.effects
        if code.kind == "release" and id(code) not in of_silent
    )


def _false_alone(subject: Subject, inject: InjectCode) -> bool:
    """Whether its condition is false whatever other injects do; that is told where conditions are looked at."""
    if inject.when is None:
        return False
    return never(inject.when, know(subject.possible, _moment(subject, inject, frozenset())))


def _waits_for(subject: Subject, inject: InjectCode, silent: frozenset[int]) -> Iterator[str]:
    asked = nodes_of(inject.when) if inject.when is not None else ()
    numbers = [node.inject for node in asked if isinstance(node, (ir.Fired, ir.TurnsSince))]
    for number in dict.fromkeys(numbers):
        if number in silent:
            yield subject.program.injects[number].name
