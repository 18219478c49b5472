"""Objectives that nothing in the scenario serves, or that nothing can show to be met."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.lint.movement import moved_slots, slots_behind
from exercise.authoring.lint.subject import Subject, finding
from exercise.engine.findings import Finding

__all__ = ["lint_objectives"]


def lint_objectives(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each objective without an inject or without evidence, and for evidence that never moves."""
    moved = moved_slots(subject)
    served = {name for inject in subject.bundle.injects().values() for name in inject.objectives}
    for name, objective in subject.scenario.objectives.items():
        path = ("scenario", "objectives", name)
        if name not in served:
            message = f"no inject serves the objective '{name}'; name it in the 'objectives' of one"
            yield finding(path, message, "objective-without-inject")
        if not objective.evidence and objective.capability is None:
            message = (
                f"nothing shows whether the objective '{name}' is met; name indicators in its "
                "'evidence', or say in 'capability' what an evaluator looks for"
            )
            yield finding(path, message, "objective-without-evidence")
        yield from _unmoved(subject, name, objective.evidence, moved)


def _unmoved(
    subject: Subject, name: str, evidence: tuple[str, ...], moved: frozenset[int]
) -> Iterator[Finding]:
    for number, indicator in enumerate(evidence):
        if moved.isdisjoint(slots_behind(subject.program, indicator)):
            path = ("scenario", "objectives", name, "evidence", number)
            message = f"nothing in this scenario moves {indicator}, so it shows nothing"
            yield finding(path, message, "evidence-unmoved")
