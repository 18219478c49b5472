"""What judging finds: one thing expected, what was got, and where it is written."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from exercise.authoring.case_acts import Path

Reasons = Callable[[], tuple[str, ...]]
"""Makes lines that explain what was got; costly, so called only where they are shown."""


class Check(Struct, frozen=True):
    """One thing a case expects, met or not."""

    what: str
    """What it is about, with its moment, such as ``security after turn 2``."""
    expected: str
    got: str
    met: bool
    path: Path
    """Keys and indexes inside the expectation, or inside the case where it is a step."""
    reasons: Reasons = tuple
    """What moved the number: many lines, so people are shown them for the first miss alone."""
    silence: Reasons = tuple
    """What kept a rule, an inject or a condition from being true: a line or two."""

    @property
    def message(self) -> str:
        """What was found, in one line."""
        return f"{self.what}: expected {self.expected}, got {self.got}"


__all__ = ["Check", "Reasons"]
