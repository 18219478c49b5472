"""The nearest known name to a misspelt one, for "Did you mean".

Knows nothing of what the names stand for.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

__all__ = ["did_you_mean", "nearest"]

_LONGEST_NAME = 80


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
    known = sorted(dict.fromkeys(c for c in candidates if len(c) <= _LONGEST_NAME))
    return " or ".join(get_close_matches(wanted, known, n)) or None


def did_you_mean(name: str, candidates: Iterable[str]) -> str:
    """Return the end of a sentence on an unknown name that offers the nearest, or nothing.

    >>> did_you_mean("tajikstan", ["tajikistan"])
    ". Did you mean 'tajikistan'?"
    """
    close = nearest(name, candidates)
    return f". Did you mean '{close}'?" if close else ""
