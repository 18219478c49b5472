"""Sources as people read them: what files call a design value is told in plain words."""

from __future__ import annotations

from exercise.table.table import Table

_TERM = "design value"
_NUMBERS = ("amount", "distribution", "figure", "size", "start", "strength")
"""How a part begins that says of numbers alone that they are design values."""


def source_words(table: Table, source: str) -> str:
    """Return a source in words.

    Args:
        table: For words.
        source: As files have it: a document and its section, or a design value, or both with ``;`` between them.
    """
    parts = source.split("; ")
    return "; ".join(_told(table, part, first=n == 0) for n, part in enumerate(parts))


def _told(table: Table, part: str, first: bool) -> str:
    if _TERM not in part:
        return part
    if part.startswith(_TERM):
        key = "told-source-chosen" if first else "told-source-rest"
        return table.word(key) + part.removeprefix(_TERM)
    return table.word("told-source-numbers" if part.startswith(_NUMBERS) else "told-source-rest")


__all__ = ["source_words"]
