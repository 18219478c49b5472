"""Telling the first of very many problems, so that neither the machine nor the author drowns in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from exercise.errors import Problem
from exercise.limits import MAX_PROBLEMS

__all__ = ["first_problems"]


def first_problems(problems: Iterable[Problem], most: int = MAX_PROBLEMS) -> Iterator[Problem]:
    """Yield the first problems of a kind; where there are more, one that says so, at the place of the next.

    Args:
        problems: Found one after the other; no more are looked for than are told, and one.
        most: How many are told.
    """
    rest = iter(problems)
    yield from islice(rest, most)
    for problem in islice(rest, 1):
        message = (
            f"from here on there is more of this kind: {problem.code}; mend the ones before first"
        )
        yield replace(problem, message=message, code="too-many-problems")
