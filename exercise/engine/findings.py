"""Problems found while compiling, by their path in the authored models; files and lines come later."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal

from msgspec import Struct, field

from exercise.errors import ExerciseError
from exercise.limits import MAX_PROBLEMS
from exercise.nearest import Hints

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


class TooManyFindingsError(ExerciseError):
    """So many mistakes were found that looking for more helps nobody."""


class Findings(Struct):
    """The problems of one compilation, the first of each severity where there are very many.

    Attributes:
        found: In the order found.
        hints: What may still be told of nearest names.
        told: How often something was found, what had been found before included.
    """

    found: list[Finding] = field(default_factory=list)
    hints: Hints = field(default_factory=Hints)
    told: int = 0

    def error(
        self, path: Path, message: str, code: str, at: int | None = None, length: int = 1
    ) -> None:
        """Add an error; the same error at the same place is added once.

        Raises:
            TooManyFindingsError: There are as many as are told; the last one says so.
        """
        self._add(
            Finding(path=path, message=message, code=code, severity="error", at=at, length=length)
        )

    def need(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Add an error where a word is not among the known ones, with the nearest of them."""
        if word not in known:
            self.error(path, *self.unknown(what, word, known))

    def each(self, path: Path, what: str, words: Iterable[str], known: Collection[str]) -> None:
        """Add an error for each word of a list that is not among the known ones."""
        for number, word in enumerate(words):
            self.need((*path, number), what, word, known)

    def expect(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Add a warning where a word is not among the known ones: it means nothing and hinders nothing."""
        if word not in known:
            self.warning(path, *self.unknown(what, word, known))

    def warning(self, path: Path, message: str, code: str) -> None:
        """Add a warning."""
        self._add(Finding(path, message, code, "warning"))

    def unknown(self, what: str, word: str, known: Iterable[str]) -> tuple[str, str]:
        """Return the message about an unknown name, and its code."""
        message = f"unknown {what} '{word}'{self.hints.did_you_mean(word, known)}"
        return message, unknown_code(what)

    def _add(self, finding: Finding) -> None:
        self.told += 1
        if finding in self.found:
            return
        alike = sum(one.severity == finding.severity for one in self.found)
        if alike < MAX_PROBLEMS:
            self.found.append(finding)
        elif finding.severity == "error":
            message = "there are more problems than are told at once; mend these first"
            self.found.append(Finding(finding.path, message, "too-many-problems"))
            raise TooManyFindingsError(message)

    @property
    def errors(self) -> list[Finding]:
        """The errors among them."""
        return [finding for finding in self.found if finding.severity == "error"]


def unknown_code(what: str) -> str:
    """Return the code of a name that stands for nothing.

    >>> unknown_code("red line"), unknown_code("class of measures")
    ('unknown-red-line', 'unknown-class')
    """
    return f"unknown-{what.partition(' of ')[0].replace(' ', '-')}"
