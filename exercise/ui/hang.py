"""Lines with a mark in front: what does not fit on the first line goes on below it, clear of the mark."""

from __future__ import annotations

import os
import re
from pathlib import Path

from textual.content import Content

from exercise.ui.widgets.canvas import fold

_LEAST = 16
"""Columns a text gets however narrow the place is; the widget then folds it once more."""
_MARK = re.compile(r"[•!⊘] |\[[ x]\] |[SR ] [↗↘] |\S+ {2,}")


def hang(mark: Content, text: str, width: int, style: str = "") -> Content:
    """Return a text behind a mark, folded so that every further line begins below the text.

    Args:
        mark: What stands in front of the first line.
        text: The text.
        width: Columns there are.
        style: Of the text.
    """
    indent = mark.cell_length
    lines = fold(text, max(_LEAST, width - indent)) or ("",)
    rows = [Content.assemble(mark, (lines[0], style))]
    rows += [Content.assemble(" " * indent, (line, style)) for line in lines[1:]]
    return Content("\n").join(rows)


def hanging(text: Content, width: int) -> Content:
    """Return a text in which what wraps goes on clear of the bullet, ``!``, ``⊘``, box, arrow or column it began with.

    Args:
        text: The text; other lines stay as long as they are.
        width: Columns there are.
    """
    rows: list[Content] = []
    for line in text.split(allow_blank=True):
        mark = _MARK.match(line.plain)
        if mark is None or line.cell_length <= width:
            rows.append(line)
            continue
        indent = mark.end()
        told = line[indent:].wrap(max(_LEAST, width - indent))
        rows.append(Content.assemble(line[:indent], told[0]))
        rows += [Content.assemble(" " * indent, more) for more in told[1:]]
    return Content("\n").join(rows)


def in_lines(path: Path, width: int) -> str:
    """Return a path as it is; where it is longer than a line, with the file's name on a line of its own.

    Args:
        path: The path.
        width: Columns there are.
    """
    whole = str(path)
    return whole if len(whole) <= width else f"{path.parent}{os.sep}\n{path.name}"


__all__ = ["hang", "hanging", "in_lines"]
