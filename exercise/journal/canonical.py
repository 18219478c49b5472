"""Canonical JSON: one value, one sequence of bytes.

Holds the strict encoder and decoder for everything that is hashed or stored. Keys are sorted by
code point, there are no spaces, text is plain UTF-8. It knows nothing of records or storage.
"""

from __future__ import annotations

import json
from typing import NoReturn

from exercise.errors import JournalError

DEPTH_LIMIT = 64
"""How deep lists and objects may nest."""

INTEGER_MIN = -(2**63)
INTEGER_MAX = 2**64 - 1
"""Integers outside this range are refused; the upper half is there for unsigned 64-bit seeds."""

_SHOWN = 60


def canonical(value: object) -> bytes:
    """Encode a value as canonical JSON.

    Args:
        value: None, or exactly of type bool, int, str, list or dict with str keys, nested at
            most `DEPTH_LIMIT` deep. Subclasses are refused, so that decoding gives back an equal
            value of the same types.

    Returns:
        UTF-8 bytes; equal values always give equal bytes.

    Raises:
        JournalError: the value holds something that has no canonical form.
    """
    _check(value, DEPTH_LIMIT)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return _utf8(text)


def parse_canonical(data: bytes) -> object:
    """Decode canonical JSON and refuse everything else.

    Args:
        data: bytes as written by `canonical`.

    Returns:
        The value; `canonical` of it is `data` again.

    Raises:
        JournalError: not UTF-8, not JSON, a number that is not a whole number in range, a key
            given twice, nested too deep, or valid JSON that is not in canonical form.
    """
    try:
        value = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_float=_refuse_number,
            parse_constant=_refuse_number,
        )
    except RecursionError:
        raise _too_deep() from None
    except ValueError as error:
        raise JournalError(f"not valid JSON: {error}") from None
    if canonical(value) != data:
        raise JournalError(
            "JSON not in canonical form: keys must be sorted, without spaces or needless escapes"
        )
    return value


def _check(value: object, depth: int) -> None:
    kind = type(value)
    if kind is dict or kind is list:
        if depth == 0:
            raise _too_deep()
        _check_items(value, depth - 1)
    elif kind is int:
        _check_range(value)
    elif kind is not str and kind is not bool and value is not None:
        raise JournalError(
            f"a value of type {kind.__name__} cannot be stored; use whole numbers, text, "
            "true, false, null, lists and objects"
        )


def _check_items(value: object, depth: int) -> None:
    if isinstance(value, dict):
        for key, item in value.items():
            if type(key) is not str:
                raise JournalError(f"an object key must be text, not {type(key).__name__}")
            _check(item, depth)
    elif isinstance(value, list):
        for item in value:
            _check(item, depth)


def _check_range(value: object) -> None:
    if isinstance(value, int) and not INTEGER_MIN <= value <= INTEGER_MAX:
        raise JournalError("a whole number does not fit in 64 bits")


def _utf8(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise JournalError(
            f"text holds half of a surrogate pair (U+{ord(text[error.start]):04X}), "
            "which no file can store"
        ) from None


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    result = dict(pairs)
    if len(result) != len(pairs):
        seen: dict[str, object] = {}
        for key, value in pairs:
            if key in seen:
                raise JournalError(f"the key {key[:_SHOWN]!r} is given twice in one object")
            seen[key] = value
    return result


def _refuse_number(text: str) -> NoReturn:
    raise JournalError(f"{text[:_SHOWN]} is not a whole number; only whole numbers are stored")


def _too_deep() -> JournalError:
    return JournalError(f"lists and objects are nested deeper than {DEPTH_LIMIT} levels")
