"""What an unquoted YAML scalar stands for: the core rules of YAML 1.2, made stricter.

Only true, false, null, decimal integers and decimal fractions are anything but text. The module
knows nothing of files or places.
"""

from __future__ import annotations

import math
import re

from exercise.library.yaml_nodes import Scalar

MAX_DIGITS = 18

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
NUMBER_START = frozenset("+-.0123456789")
_DIGITS = re.compile(r"[-+]?([0-9]+)")
_FRACTION = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


class RefusedNumberError(ValueError):
    """A plain scalar looks like a number that no file may hold; the message says why."""


def resolve(text: str) -> Scalar:
    """Return what the plain scalar ``text`` stands for; times, dates, yes, no, 012, 0x1F are text.

    Raises:
        RefusedNumberError: An integer of more than 18 digits, infinity, not-a-number, or a
            fraction too large to hold.
    """
    if text in WORDS:
        return WORDS[text]
    if text[0] not in NUMBER_START:
        return text
    digits = _DIGITS.fullmatch(text)
    if digits is not None:
        return _integer(text, digits.group(1))
    if _NOT_FINITE.fullmatch(text):
        raise RefusedNumberError("infinity and not-a-number cannot be used")
    return _fraction(text) if _FRACTION.fullmatch(text) else text


def _integer(text: str, digits: str) -> int | str:
    if digits[0] == "0" and len(digits) > 1:
        return text
    if len(digits) > MAX_DIGITS:
        size = len(digits)
        raise RefusedNumberError(f"this number has {size} digits, at most {MAX_DIGITS} can be read")
    return int(text)


def _fraction(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise RefusedNumberError("this number is too large to be read")
    return value
