"""The document model: what a report consists of, whatever format it is written in.

Every text is plain: a renderer escapes it and gives it its looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from exercise.report.charts import Chart


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text, with words in front that stand out."""

    text: str
    lead: str = ""
    quiet: bool = False
    """Whether it is an aside."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    numeric: tuple[int, ...] = ()
    """Columns that hold numbers, from 0."""
    widths: tuple[int, ...] = ()
    """Per cent by column; nothing where the renderer chooses."""
    heads: bool = False
    """Whether the first column heads its row."""
    small: bool = False
    """Whether it may be set smaller, because it is long."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, and its values as a table for formats without pictures, where no other figure has them."""

    chart: Chart
    caption: str
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class FillIn:
    """A box to be filled in by hand."""

    label: str
    choices: tuple[str, ...] = ()
    """Each with a square to tick."""
    lines: int = 2


@dataclass(frozen=True, slots=True)
class Callout:
    """Something that must not be overlooked."""

    text: str


Block = Paragraph | Bullets | Table | Figure | FillIn | Callout


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; level 1 to 3."""

    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    title: str
    subtitle: str
    handling: str
    """Marking for every page."""
    notice: str
    language: str
    contents: str
    """Heading of the table of contents."""
    cover: tuple[tuple[str, str], ...]
    """Label and value on the cover."""
    sections: tuple[Section, ...]


def once(rows: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    """Return rows without the first cells that repeat the one above."""
    firsts = ["", *(row[0] for row in rows)]
    return tuple(
        ("", *row[1:]) if row[0] == before else row
        for before, row in zip(firsts, rows, strict=False)
    )
