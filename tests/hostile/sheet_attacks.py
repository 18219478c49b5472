"""Workbooks and tables made to harm those who bring an events list in."""

# ruff: noqa: E501  # a table reads best with one attack to a line

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from exercise.authoring.events_list.bring_in import plan_import
from exercise.authoring.events_list.plan import Plan, SavedMapping
from exercise.library.loader import LoadedScenario
from tests.hostile.attack import Attack, Trial, told
from tests.support.tiny import tiny

_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_RELS = "http://schemas.openxmlformats.org"
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_RELS}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_RELS}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_RELS}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook {_NS} xmlns:r="{_RELS}/officeDocument/2006/relationships"><sheets>'
        '<sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_RELS}/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELS}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_RELS}/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>"
    ),
    "xl/sharedStrings.xml": f"<sst {_NS}/>",
}  # fmt: skip


def workbook(
    rows: str = "", parts: Mapping[str, str | bytes] | None = None, level: int = 9
) -> bytes:
    """Return a workbook with one sheet of these rows, in XML, and other parts in place of or beside its own."""
    target = io.BytesIO()
    sheet = f"<worksheet {_NS}><sheetData>{rows}</sheetData></worksheet>"
    whole = {**_PARTS, "xl/worksheets/sheet1.xml": sheet, **(parts or {})}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as book:
        for name, data in whole.items():
            book.writestr(name, data)
    return target.getvalue()


def _row(number: int, *texts: str) -> str:
    cells = "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in texts)
    return f'<row r="{number}">{cells}</row>'


HEADER = _row(1, "Inject", "Time", "Description", "To", "Expected action")


def _rows(count: int, *texts: str) -> str:
    return HEADER + "".join(
        _row(n + 2, *(f"{text}{n % 97}" for text in texts)) for n in range(count)
    )


def _random(count: int) -> str:
    """Return text that does not shrink much."""
    return "".join(f"{(n * 2_654_435_761) % 2**32:08x}" for n in range(count))


def _shared(strings: str) -> bytes:
    cell = HEADER + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>'
    return workbook(cell, {"xl/sharedStrings.xml": f"<sst {_NS}>{strings}</sst>"})


def _external() -> bytes:
    rels = (
        f'<Relationships xmlns="{_RELS}/package/2006/relationships"><Relationship Id="rId1" TargetMode="External" '
        f'Type="{_RELS}/officeDocument/2006/relationships/worksheet" Target="file:///etc/passwd"/></Relationships>'
    )
    return workbook(HEADER, {"xl/_rels/workbook.xml.rels": rels})


def _xxe(declaration: str) -> bytes:
    sheet = f"<?xml version='1.0'?>{declaration}<worksheet {_NS}><sheetData><row><c t='inlineStr'><is><t>&a;</t></is></c></row></sheetData></worksheet>"
    return workbook("", {"xl/worksheets/sheet1.xml": sheet})


def _lying() -> bytes:
    """Claim less than what comes out."""
    data = bytearray(workbook(" " * 7_000_000))
    at = data.find(b"PK\1\2")
    while at >= 0:
        if (
            data[at + 24 : at + 28] != b"\0\0\0\0"
            and int.from_bytes(data[at + 24 : at + 28], "little") > 1_000_000
        ):
            data[at + 24 : at + 28] = (1_000).to_bytes(4, "little")
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


_LAUGHS = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
_NO_ROWS = "a list without rows"

BOOKS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a bomb of blanks": (lambda: workbook(" " * 7_000_000), "this workbook unpacks to 7 MiB"),
    "a bomb of rows": (lambda: workbook("<row/>" * 1_200_000), "this workbook unpacks to 7 MiB"),
    "a bomb of sixty megabytes": (lambda: workbook(" " * 60_000_000, level=1), "this workbook unpacks to 57 MiB"),
    "a million cells": (lambda: workbook(HEADER + "<row>" + "<c><v>1</v></c>" * 500_000 + "</row>"), "this workbook unpacks to 7 MiB"),
    "cells of numbers": (lambda: workbook(HEADER + "".join(f'<row r="{n}">' + "".join(f"<c><v>{(n * 7919 + c * 104_729) % 9_999_991}</v></c>" for c in range(60)) + "</row>" for n in range(2, 4_900))), "holds too many cells"),
    "a row beyond all columns": (lambda: workbook(HEADER + "<row>" + "".join(f"<c><v>{n * 7919 % 99_991}</v></c>" for n in range(200_000)) + "</row>"), "holds too many cells"),
    "a cell at the end of the sheet": (lambda: workbook(HEADER + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), ""),
    "a false dimension": (lambda: workbook("", {"xl/worksheets/sheet1.xml": f'<worksheet {_NS}><dimension ref="A1:XFD1048576"/><sheetData>{HEADER}</sheetData></worksheet>'}), ""),
    "fifty thousand rows": (lambda: workbook(_rows(40_000, "a", "b")), "holds too many cells"),
    "shared strings": (lambda: _shared("".join(f"<si><t>{n * 7919 % 999_983}</t></si>" for n in range(250_000))), ""),
    "one shared string of mebibytes": (lambda: _shared(f"<si><t>{_random(800_000)}</t></si>"), ""),
    "rich runs": (lambda: _shared("<si>" + "".join(f"<r><t>{n}</t></r>" for n in range(200_000)) + "</si>"), ""),
    "an index beyond the strings": (lambda: workbook(HEADER + '<row><c t="s"><v>999999999</v></c></row>'), "cannot be read"),
    "deep elements": (lambda: workbook("<a>" * 200_000 + "</a>" * 200_000), ""),
    "attributes": (lambda: workbook("<row " + " ".join(f'a{n}="{n}"' for n in range(300_000)) + "/>"), ""),
    "an entity from a file": (lambda: _xxe("<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"), "declares entities"),
    "a billion laughs": (lambda: _xxe(f'<!DOCTYPE x [<!ENTITY l0 "ha">{_LAUGHS}<!ENTITY a "&l9;">]>'), "declares entities"),
    "entities in UTF-16": (lambda: workbook("", {"xl/sharedStrings.xml": "<?xml version='1.0' encoding='utf-16'?><!DOCTYPE x><sst/>".encode("utf-16")}), "is not in UTF-8"),
    "entities in UTF-7": (lambda: workbook("", {"xl/worksheets/sheet1.xml": b"<?xml version='1.0' encoding='utf-7'?>" + "<!DOCTYPE x><sst/>".encode("utf-7")}), ""),
    "a sheet from elsewhere": (_external, ""),
    "macros": (lambda: workbook(HEADER, {"xl/vbaProject.bin": b"x"}), "holds macros"),
    "a thousand parts": (lambda: workbook(HEADER, {f"xl/media/{n}.png": b"x" for n in range(1_000)}), "more than 500 parts"),
    "twenty thousand parts": (lambda: workbook(HEADER, {f"xl/{n}": b"" for n in range(20_000)}), "more than 500 parts"),
    "half a workbook": (lambda: workbook(HEADER)[:-200], "this workbook is damaged"),
    "formulas": (lambda: workbook(HEADER + '<row r="2"><c t="inlineStr"><is><t>Title</t></is></c>' + "<c><f>HYPERLINK(&quot;http://x&quot;)</f></c>" * 4 + "</row>"), "a formula without a stored value"),
    "nine mebibytes": (lambda: b"PK\3\4" + b"x" * 9_000_000, "larger than 8 MiB"),
    "a false size": (_lying, "damaged"),
    "columns without a header": (lambda: workbook("".join(_row(n, *("x" * 5 for _ in range(60))) for n in range(1, 600))), ""),
}  # fmt: skip


def _table(rows: int, width: int, text: str = "x") -> str:
    return "\n".join(",".join([text] * width) for _ in range(rows))


HEAD = "Inject,Time,Description,To,Expected action\n"
TABLES: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a field of mebibytes": (lambda: HEAD + "x" * 2_000_000, "is no row of a .csv file"),
    "an open quote": (lambda: HEAD + '"' + "x\n" * 1_000_000, "is no row of a .csv file"),
    "a NUL": (lambda: HEAD + "a\0b", "this is no text"),
    "a row of three million fields": (lambda: HEAD + "," * 2_000_000, "a row of more than 5,000 fields"),
    "a million rows": (lambda: HEAD + "a\n" * 1_000_000, "more than 1,000 rows"),
    "a million empty rows": (lambda: HEAD + "\n" * 2_000_000, ""),
    "wide rows": (lambda: HEAD + _table(990, 1_000), ""),
    "cells of eight thousand": (lambda: HEAD + _table(4, 60, "x" * 7_990), ""),
    "quotes upon quotes": (lambda: HEAD + '"' + '""' * 60_000 + '"', ""),
    "formulas": (lambda: HEAD + "=cmd|'/c calc'!A0,1,text,all,x", ""),
    "random bytes": (lambda: bytes(range(256)) * 8_000, "this is no text"),
    "UTF-16": (lambda: (HEAD + "a\n" * 400_000).encode("utf-16"), "more than 1,000 rows"),
    "delimiters": (lambda: ",;\t" * 600_000, "a row of more than 5,000 fields"),
    "overrides": (lambda: HEAD + "\u202e" * 120_000, ""),
    "one row four hundred times": (lambda: HEAD + "i,T1 00:10,Text here,rivermark,Do\n" * 400, "taken as optional"),
    "unknown recipients": (lambda: HEAD + "".join(f"i{n},00:10,Text,nobody{n},Do\n" for n in range(400)), "nobody0"),
}  # fmt: skip


def _attack(name: str, ending: str, made: Callable[[], str | bytes], said: str) -> Attack:
    def prepare(folder: Path) -> Trial:
        path = folder / f"list{ending}"
        content = made()
        data = content if isinstance(content, bytes) else content.encode()
        path.write_bytes(data)
        loaded = tiny()
        warm = folder / "warm.xlsx"
        warm.write_bytes(workbook(HEADER))
        _planned(loaded, warm)
        return Trial(len(data), lambda: _planned(loaded, path))

    return Attack(f"{ending[1:]}: {name}", prepare, said)


def _planned(loaded: LoadedScenario, path: Path) -> list[str]:
    plans: list[Plan] = []
    lines = told(lambda: plans.append(plan_import(loaded, path, SavedMapping(), "en")))
    return lines or [line for plan in plans for report in plan.rows for line in report.told]


ATTACKS: tuple[Attack, ...] = (
    *(_attack(name, ".xlsx", *case) for name, case in BOOKS.items()),
    *(_attack(name, ".csv", *case) for name, case in TABLES.items()),
)
