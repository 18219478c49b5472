"""The document model: what a report consists of, whatever format it is written in.

Every text is plain: a renderer escapes it and gives it its looks.
"""

from __future__ import annotations

from msgspec import Struct

from exercise.report.charts import Chart


class Paragraph(Struct, frozen=True):
    """Some text, with words in front that stand out."""

    text: str
    lead: str = ""
    quiet: bool = False
    """Whether it is an aside."""


class Bullets(Struct, frozen=True):
    """A list."""

    items: tuple[str, ...]


class Table(Struct, frozen=True):
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


class Figure(Struct, frozen=True):
    """A chart, and its values as a table for formats without pictures, where no other figure has them."""

    chart: Chart
    caption: str
    table: Table | None = None


class FillIn(Struct, frozen=True):
    """A box to be filled in by hand."""

    label: str
    choices: tuple[str, ...] = ()
    """Each with a square to tick."""
    lines: int = 2


class Callout(Struct, frozen=True):
    """Something that must not be overlooked."""

    text: str


Block = Paragraph | Bullets | Table | Figure | FillIn | Callout


class Section(Struct, frozen=True):
    """A heading with what stands under it; level 1 to 3."""

    title: str
    blocks: tuple[Block, ...] = ()
    level: int = 1


class Document(Struct, frozen=True):
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
