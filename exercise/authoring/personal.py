"""What looks like data of a real person in the files of a scenario, which is to be passed on to strangers.

Lines are read as they stand, comments included, because a pack carries those too. The finder reports and decides
nothing: whether a number is a telephone's, a person says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from exercise.errors import Problem

__all__ = ["CODE", "find_personal"]

CODE = "personal-data"
"""The code of the warnings."""

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}")
_ABROAD = re.compile(r"(?<![\w+])(?:\+|00)[1-9][\d ().-]{6,20}\d(?!\w)")
_AT_HOME = re.compile(r"(?<![\w.,+-])\(?0?\d{2,5}\)?(?:[ -]\d{2,4}){2,4}(?![\w-])")
_FIELD = re.compile(
    r"^\s*(?:[-*#]\s*)*\**(person|(?:full|first|last|family|given|maiden)[ _]?name|surname|patronymic|"
    r"passport(?:[ _](?:no|number))?|date[ _]of[ _]birth|born|birthday|phone|telephone|mobile|e-?mail|"
    r"home[ _]address|address|contact[ _]person|tax[ _](?:id|number))\**\s*:\s*\**\s*[^\s|>{\[]",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEAST_DIGITS = 9
"""Of a number without a country's code: shorter ones are dates, amounts and references."""
_MOST_DIGITS = 15


def find_personal(text: str, file: str) -> Iterator[Problem]:
    """Yield a warning for each e-mail address, telephone number and field on a person.

    Args:
        text: The contents of a file.
        file: Its name, for the messages.
    """
    for number, line in enumerate(text.split("\n"), 1):
        for start, length, what in _found(line):
            yield Problem(
                file=file,
                line=number,
                column=start + 1,
                severity="warning",
                message=f"this looks like {what} of a real person; take it out, or make one up "
                "that cannot exist",
                code=CODE,
                source_line=line,
                length=length,
            )


def _found(line: str) -> Iterator[tuple[int, int, str]]:
    emails = list(_EMAIL.finditer(line)) if "@" in line else []
    yield from ((one.start(), len(one[0]), "an e-mail address") for one in emails)
    numbers = [match for match in _ABROAD.finditer(line) if _is_long(match[0])]
    taken = [match.span() for match in numbers]
    numbers.extend(
        match
        for match in _AT_HOME.finditer(line)
        if not _overlaps(taken, match) and _is_number_at_home(match[0])
    )
    yield from ((one.start(), len(one[0]), "a telephone number") for one in numbers)
    field = _FIELD.match(line)
    if field is not None and not emails and not numbers:
        yield field.start(1), len(field[1]), "a field with data"


def _overlaps(taken: Sequence[tuple[int, int]], match: re.Match[str]) -> bool:
    """Whether a match shares a character with one of some places, which are in order and apart."""
    before = bisect_left(taken, (match.end(), 0)) - 1
    return before >= 0 and match.start() < taken[before][1]


def _is_long(text: str) -> bool:
    return _LEAST_DIGITS - 1 <= sum(c.isdigit() for c in text) <= _MOST_DIGITS


def _is_number_at_home(text: str) -> bool:
    groups = re.findall(r"\d+", text)
    digits = sum(len(group) for group in groups)
    if not _LEAST_DIGITS <= digits <= _MOST_DIGITS:
        return False
    years = all(_YEAR.fullmatch(group) for group in groups)
    thousands = all(len(group) == 3 for group in groups[1:]) and not groups[0].startswith("0")
    return not years and not (thousands and " " in text)
