"""Problems found while compiling, by their path in the authored models; files and lines come later."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from msgspec import Struct, field

from exercise.nearest import did_you_mean

Path = tuple[str | int, ...]
"""From the root: ``("scenario" | "model" | "roles", section, name, ...)``."""


class Finding(Struct, frozen=True):
    """One problem, at a path and, inside an expression, at a character offset."""

    path: Path
    message: str
    code: str
    severity: Literal["error", "warning"] = "error"
    at: int | None = None
    length: int = 1


class Findings(Struct):
    """The problems of one compilation."""

    found: list[Finding] = field(default_factory=list)

    def error(
        self, path: Path, message: str, code: str, at: int | None = None, length: int = 1
    ) -> None:
        """Add an error; the same error at the same place is added once."""
        finding = Finding(
            path=path, message=message, code=code, severity="error", at=at, length=length
        )
        if finding not in self.found:
            self.found.append(finding)

    def need(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Add an error where a word is not among the known ones, with the nearest of them."""
        if word not in known:
            self.error(path, *_unknown(what, word, known))

    def each(self, path: Path, what: str, words: Iterable[str], known: Collection[str]) -> None:
        """Add an error for each word of a list that is not among the known ones."""
        for number, word in enumerate(words):
            self.need((*path, number), what, word, known)

    def expect(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Add a warning where a word is not among the known ones: it means nothing and hinders nothing."""
        if word not in known:
            self.warning(path, *_unknown(what, word, known))

    def warning(self, path: Path, message: str, code: str) -> None:
        """Add a warning."""
        finding = Finding(path, message, code, "warning")
        if finding not in self.found:
            self.found.append(finding)

    @property
    def errors(self) -> list[Finding]:
        """The errors among them."""
        return [finding for finding in self.found if finding.severity == "error"]


def _unknown(what: str, word: str, known: Collection[str]) -> tuple[str, str]:
    """Return the message about an unknown name, and its code."""
    return f"unknown {what} '{word}'{did_you_mean(word, known)}", unknown_code(what)


def unknown_code(what: str) -> str:
    """Return the code of a name that stands for nothing.

    >>> unknown_code("red line"), unknown_code("class of measures")
    ('unknown-red-line', 'unknown-class')
    """
    return f"unknown-{what.partition(' of ')[0].replace(' ', '-')}"
