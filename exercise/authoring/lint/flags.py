"""Flags of a scenario that nobody raises, or that nobody asks for."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.lint.subject import Subject, finding
from exercise.engine import ir
from exercise.engine.findings import Finding
from exercise.engine.slots import split_name

__all__ = ["lint_flags"]


def lint_flags(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each flag of the scenario that is not both raised and asked for."""
    if not subject.own("flags"):
        return
    names = subject.program.flags
    raised = {split_name(names[code.flag])[0] for code in subject.effects if code.kind == "set"}
    asked = {
        split_name(names[node.flag])[0] for node in subject.nodes if isinstance(node, ir.FlagUp)
    }
    for name in subject.own("flags"):
        path = ("scenario", "flags", name)
        if name not in raised and name not in asked:
            yield finding(path, f"the flag '{name}' is used nowhere; take it away", "unused-flag")
        elif name not in raised:
            message = (
                f"the flag '{name}' is asked for and never raised; raise it with 'set: {name}'"
            )
            yield finding(path, message, "flag-unset")
        elif name not in asked:
            message = f"the flag '{name}' is raised, and no condition asks for it"
            yield finding(path, message, "flag-unread")
