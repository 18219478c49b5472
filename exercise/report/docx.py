"""The report as a Word document. The one module that knows python-docx; it is loaded only when it is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx as word_documents
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

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

_WIDTH = 17.4
"""Usable width of the page, centimetres."""
_GREY = RGBColor(0x5B, 0x67, 0x73)
_LEGAL = dict.fromkeys(code for code in range(32) if code not in (9, 10, 13))


def write(document: Document, path: Path) -> None:
    """Write a report as a Word document."""
    word = word_documents.Document()
    _page(word, document)
    _styles(word)
    _cover(word, document)
    for section in document.sections:
        _section(word, section)
    word.core_properties.title = _clean(f"{document.title}: {document.subtitle}")
    word.core_properties.author = ""
    word.core_properties.language = document.language
    word.save(str(path))


def _clean(words: str) -> str:
    """Text without the control characters that XML forbids."""
    return words.translate(_LEGAL)


def _page(word: Any, document: Document) -> None:
    page = word.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(1.8)
    page.top_margin = page.bottom_margin = Cm(2)
    for part in (page.header, page.footer):
        paragraph = part.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(_clean(document.handling))
        run.font.size, run.font.color.rgb = Pt(8), _GREY
    _page_number(page.footer.paragraphs[0])


def _page_number(paragraph: Any) -> None:
    run = paragraph.add_run("   ")
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        if kind:
            element = OxmlElement("w:fldChar")
            element.set(qn("w:fldCharType"), kind)
        else:
            element = OxmlElement("w:instrText")
            element.text = words
        run._r.append(element)
    run.font.size = Pt(8)


def _styles(word: Any) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(10.5)
    normal.paragraph_format.space_after = Pt(5)
    for name, size in (("Title", 26), ("Heading 1", 17), ("Heading 2", 13), ("Heading 3", 11)):
        style = word.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        style.font.color.rgb = RGBColor(0x1C, 0x27, 0x33)
        style.element.rPr.rFonts.set(qn("w:cs"), "Calibri")
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{key}"), None)


def _cover(word: Any, document: Document) -> None:
    word.add_paragraph(_clean(document.title)).paragraph_format.space_before = Pt(120)
    word.add_paragraph(_clean(document.subtitle), style="Title")
    for label, value in document.cover:
        _add(word, Paragraph(value, f"{label}:"))
    notice = _add(word, Paragraph(document.notice))
    notice.paragraph_format.space_before = Pt(24)
    word.add_page_break()


def _section(word: Any, section: Section) -> None:
    word.add_heading(_clean(section.title), section.level)
    for block in section.blocks:
        _block(word, block)


def _block(word: Any, block: Block) -> None:
    match block:
        case Paragraph():
            _add(word, block)
        case Bullets(items=items):
            for item in items:
                word.add_paragraph(_clean(item), style="List Bullet")
        case Table():
            _table(word, block)
        case Figure(table=Table() as table):
            _table(word, table)
        case FillIn():
            _fill_in(word, block)
        case Callout(text=words):
            _add(word, Paragraph("", words))


def _add(word: Any, block: Paragraph) -> Any:
    paragraph = word.add_paragraph()
    if block.lead:
        paragraph.add_run(_clean(block.lead)).bold = True
        if block.text:
            paragraph.add_run(" ")
    run = paragraph.add_run(_clean(block.text))
    if block.quiet:
        run.font.color.rgb = _GREY
    return paragraph


def _table(word: Any, block: Table) -> None:
    if block.caption:
        caption = _add(word, Paragraph(block.caption, quiet=True))
        caption.paragraph_format.keep_with_next = True
    table = word.add_table(rows=1, cols=len(block.columns))
    table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    size = 8.5 if block.small else 9.5
    _fill(table.rows[0].cells, block.columns, block, size, head=True)
    _repeat(table.rows[0])
    for row in block.rows:
        added = table.add_row()
        _whole(added)
        _fill(added.cells, row, block, size, head=False)
    word.add_paragraph().paragraph_format.space_after = Pt(2)


def _fill(cells: Any, texts: tuple[str, ...], block: Table, size: float, head: bool) -> None:
    widths = block.widths or (100 // len(block.columns),) * len(block.columns)
    for number, (cell, words) in enumerate(zip(cells, texts, strict=True)):
        cell.width = Cm(_WIDTH * widths[number] / 100)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(1)
        run = paragraph.add_run(_clean(words))
        run.font.size = Pt(size)
        run.bold = head or (block.heads and number == 0)
        if number in block.numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _repeat(row: Any) -> None:
    """The head row stands on every page."""
    element = OxmlElement("w:tblHeader")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _whole(row: Any) -> None:
    """A row is not split between pages."""
    element = OxmlElement("w:cantSplit")
    element.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(element)


def _fill_in(word: Any, block: FillIn) -> None:
    table = word.add_table(rows=1, cols=1)
    table.style = "Table Grid"
    cell = table.rows[0].cells[0]
    cell.paragraphs[0].add_run(_clean(block.label)).bold = True
    for choice in block.choices:
        cell.add_paragraph(f"☐ {_clean(choice)}")
    for _ in range(block.lines):
        cell.add_paragraph("")
    word.add_paragraph()
