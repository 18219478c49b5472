"""The report as Markdown; charts stand as tables, and no text can turn into markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exercise.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Figure,
    FillIn,
    Paragraph,
    Section,
    Table,
)

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LINE = r"\_" * 40
_LIST = re.compile(r"^([-+=])(?=[-=\s]|$)")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def render(document: Document) -> str:
    """Return a report as Markdown."""
    lines = [
        f"**{escape(document.handling)}**",
        f"# {escape(document.subtitle)}",
        escape(document.title),
        "\n".join(f"- **{escape(label)}:** {escape(value)}" for label, value in document.cover),
        f"> {escape(document.notice)}",
    ]
    for section in document.sections:
        lines.extend(_section(section))
    lines.append(f"**{escape(document.handling)}**")
    return "\n\n".join(lines) + "\n"


def escape(words: str) -> str:
    """Return plain text so that Markdown shows it as it stands, on one line."""
    shown = _SPECIAL.sub(r"\\\1", " ".join(words.split()))
    return _NUMBERED.sub(r"\1\\\2", _LIST.sub(r"\\\1", shown))


def _section(section: Section) -> Iterator[str]:
    yield f"{'#' * (section.level + 1)} {escape(section.title)}"
    for block in section.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=words, lead=lead):
            yield f"**{escape(lead)}** {escape(words)}".rstrip() if lead else escape(words)
        case Bullets(items=items):
            yield "\n".join(f"- {escape(item)}" for item in items)
        case Table():
            yield from _table(block)
        case Figure(table=Table() as table):
            yield from _table(table)
        case FillIn(label=label, choices=choices):
            boxes = "\n".join(f"- [ ] {escape(choice)}" for choice in choices)
            yield f"**{escape(label)}**\n\n{boxes or _LINE}"
        case Callout(text=words):
            yield f"> **{escape(words)}**"


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield f"*{escape(block.caption)}*"
    marks = ["---:" if number in block.numeric else "---" for number in range(len(block.columns))]
    lines = [_row(tuple(escape(column) for column in block.columns)), _row(tuple(marks))]
    lines += [
        _row(tuple("<br>".join(escape(line) for line in cell.split("\n")) for cell in row))
        for row in block.rows
    ]
    yield "\n".join(lines)


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
