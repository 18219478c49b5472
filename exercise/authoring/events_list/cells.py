"""Cells as text: values of a spreadsheet in words, and texts that no spreadsheet takes for a formula."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

__all__ = ["escaped", "shown", "unescaped"]

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a text begins that a spreadsheet may take for a formula, with apostrophes that were put before it."""


def escaped(text: str) -> str:
    """Return a text with an apostrophe before what could be taken for a formula.

    >>> escaped("=1+1"), escaped("plain")
    ("'=1+1", 'plain')
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unescaped(text: str) -> str:
    """Return a text as it was before :func:`escaped`; one that a person typed stays as it is.

    >>> unescaped("'=1+1"), unescaped("it's")
    ('=1+1', "it's")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def shown(value: object) -> str:
    """Return the value of a cell in words; whole numbers have no point, times no seconds that are zero."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d" if value.time() == time() else "%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds()) // 60
        return f"{minutes // 60}:{minutes % 60:02}"
    return unescaped(str(value).replace("\r\n", "\n").replace("\r", "\n").strip())
