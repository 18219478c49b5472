"""The report as one HTML page that needs nothing else: style and charts are inside, every text is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from exercise.report.charts import draw
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
from exercise.report.style import SHEET


def page(title: str, language: str, marking: str, body: str) -> str:
    """Return a whole page around a body that is HTML already.

    Args:
        title: Plain text.
        language: Code of the page's language.
        marking: Handling line, plain text; stands at the head and foot of every printed page.
        body: HTML.
    """
    line = escape(marking)
    printed = marking.replace("\\", "").replace('"', "'").replace("<", "").replace("\n", " ")
    margin = f'@page {{ @top-center {{ content: "{printed}" }} @bottom-left {{ content: "{printed}" }} }}'
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{SHEET}{margin}</style>\n</head>\n<body>\n"
        f'<p class="marking">{line}</p>\n<main>{body}</main>\n<p class="marking">{line}</p>\n</body>\n</html>\n'
    )


def render(document: Document) -> str:
    """Return a report as an HTML page."""
    sections = "".join(
        _section(number, section) for number, section in enumerate(document.sections)
    )
    body = _cover(document) + _contents(document) + sections
    return page(
        f"{document.title}: {document.subtitle}", document.language, document.handling, body
    )


def _cover(document: Document) -> str:
    rows = "".join(
        f"<div><dt>{escape(label)}</dt><dd>{text(value)}</dd></div>"
        for label, value in document.cover
    )
    return (
        f'<header class="cover"><p class="kind">{escape(document.title)}</p><h1>{escape(document.subtitle)}</h1>'
        f'<dl>{rows}</dl><p class="notice">{text(document.notice)}</p></header>'
    )


def _contents(document: Document) -> str:
    items = "".join(
        f'<li><a href="#s{number}">{escape(section.title)}</a></li>'
        for number, section in enumerate(document.sections)
        if section.level == 1
    )
    return f"<nav><h2>{escape(document.contents)}</h2><ol>{items}</ol></nav>"


def _section(number: int, section: Section) -> str:
    level = section.level + 1
    heading = f'<h{level} id="s{number}">{escape(section.title)}</h{level}>'
    blocks = "".join(_block(block) for block in section.blocks)
    return f'<section class="level{section.level}">{heading}{blocks}</section>'


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return paragraph(block)
        case Bullets(items=items):
            return "<ul>" + "".join(f"<li>{text(item)}</li>" for item in items) + "</ul>"
        case Table():
            return table(block)
        case Figure(chart=chart, caption=caption):
            return (
                f"<figure>{draw(chart, caption)}<figcaption>{text(caption)}</figcaption></figure>"
            )
        case FillIn():
            return fill_in(block)
        case Callout(text=words):
            return f'<p class="callout">{text(words)}</p>'


def text(words: str) -> str:
    """Return plain text as HTML; line breaks stay."""
    return escape(words).replace("\n", "<br>")


def paragraph(block: Paragraph) -> str:
    """Return a paragraph."""
    lead = f"<b>{escape(block.lead)}</b> " if block.lead else ""
    kind = ' class="quiet"' if block.quiet else ""
    return f"<p{kind}>{lead}{text(block.text)}</p>"


def table(block: Table) -> str:
    """Return a table; its head is repeated on every printed page."""
    caption = f"<caption>{text(block.caption)}</caption>" if block.caption else ""
    columns = "".join(f'<col style="width:{width}%">' for width in block.widths)
    numbers = set(block.numeric)
    heads = "".join(
        f'<th scope="col"{_number(n in numbers)}>{escape(column)}</th>'
        for n, column in enumerate(block.columns)
    )
    rows = "".join(f"<tr{_blank(row)}>{''.join(_cells(block, row))}</tr>" for row in block.rows)
    kind = ' class="small"' if block.small else ""
    return (
        f'<div class="wide"><table{kind}>{caption}<colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _cells(block: Table, row: tuple[str, ...]) -> Iterator[str]:
    for number, cell in enumerate(row):
        if block.heads and number == 0:
            yield f'<th scope="row">{text(cell)}</th>'
        else:
            yield f"<td{_number(number in block.numeric)}>{text(cell)}</td>"


def _blank(row: tuple[str, ...]) -> str:
    """A row for people to fill in is tall enough to write on."""
    return "" if any(row[1:]) else ' class="blank"'


def _number(is_number: bool) -> str:
    return ' class="n"' if is_number else ""


def fill_in(block: FillIn) -> str:
    """Return a box to be filled in by hand."""
    choices = "".join(f"<span>☐ {escape(choice)}</span>" for choice in block.choices)
    lines = '<div class="line"></div>' * block.lines
    return f'<div class="fill"><b>{escape(block.label)}</b><div class="choices">{choices}</div>{lines}</div>'
