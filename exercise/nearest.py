"""The nearest known name to a misspelt one, for "Did you mean".

Knows nothing of what the names stand for.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from msgspec import Struct

from exercise.limits import MAX_HINTS

__all__ = ["Hints", "did_you_mean", "nearest"]

_LONGEST_NAME = 80
_ALIKE = 0.6
"""Of two names, how much must agree; less is no neighbour."""


def nearest(name: str, candidates: Iterable[str], n: int = 1) -> str | None:
    """Return the known name closest to ``name``, or None when none is close.

    The answer does not depend on the order of the candidates. Capitals, blanks and hyphens in
    ``name`` are forgiven. Names longer than 80 characters have no neighbours, so that the cost
    stays bounded.

    Args:
        name: The name as the author wrote it.
        candidates: The names that are known, in any order.
        n: How many names to offer at most, 1 or more; several are joined with ``or``.
    """
    wanted = name.strip().lower().replace("-", "_").replace(" ", "_")
    if not wanted or len(wanted) > _LONGEST_NAME:
        return None
    letters = str.maketrans("", "", wanted)
    known = sorted({c for c in candidates if _may_be_alike(wanted, c, letters)})
    return " or ".join(get_close_matches(wanted, known, n, _ALIKE)) or None


def _may_be_alike(wanted: str, other: str, letters: dict[int, int | None]) -> bool:
    """Whether two names are of such lengths, and share so many letters, that they can agree enough.

    Comparing the order of their letters takes far longer.
    """
    least = _ALIKE * (len(wanted) + len(other)) / 2
    if len(other) > _LONGEST_NAME or min(len(wanted), len(other)) < least:
        return False
    return len(other) - len(other.translate(letters)) >= least


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return the end of a sentence on an unknown name that offers the nearest, or nothing.

    >>> did_you_mean("tajikstan", ["tajikistan"])
    ". Did you mean 'tajikistan'?"
    """
    close = nearest(name, candidates)
    return f". Did you mean '{close}'?" if close else ""


class Hints(Struct):
    """Tells the nearest names for the first mistakes only, since looking for them takes longer than finding mistakes.

    Attributes:
        left: For how many more mistakes a name is looked for.
    """

    left: int = MAX_HINTS

    def nearest(self, name: str, candidates: Iterable[str]) -> str | None:
        """Do as :func:`nearest`, as long as there are hints left."""
        self.left -= 1
        return nearest(name, candidates) if self.left >= 0 else None

    def did_you_mean(self, name: str, candidates: Iterable[str]) -> str:
        """Do as :func:`did_you_mean`, as long as there are hints left."""
        self.left -= 1
        return did_you_mean(name, candidates) if self.left >= 0 else ""
