"""Reading a sheet from .xlsx or .csv into rows of text, and writing rows into one."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice, zip_longest
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from exercise.authoring.events_list.cells import escaped, shown, unescaped
from exercise.authoring.events_list.guard import (
    EventsListError,
    check_file,
    check_workbook,
)
from exercise.limits import MAX_COLUMNS, MAX_FIELDS, MAX_ROWS

__all__ = ["Sheet", "cell_name", "read_sheets", "write_csv", "write_workbook"]

MOST_TEXT = 8000
"""Characters of one cell."""
_LOOKED_AT = 100_000
"""Characters in which the delimiter is looked for."""
_ENCODINGS = ("utf-8-sig", "cp1251")
_WIDTHS = {
    "Text": 60,
    "Expected action": 40,
    "Title": 30,
    "Condition": 30,
    "Private": 30,
    "About": 60,
    "Objective": 60,
}
_MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # the format knows no zone; the same list gives the same file
"""Told as the time of writing, so that a list that has not changed gives the same workbook."""


class Sheet(Struct, frozen=True):
    """A sheet as rows of text.

    Attributes:
        name: Of the sheet; of the file where it has none.
        rows: Texts by row and column; all rows end with their last text.
        faults: What is wrong with single cells: row and column, from 0, and a sentence.
    """

    name: str
    rows: list[list[str]] = field(default_factory=list)
    faults: dict[tuple[int, int], str] = field(default_factory=dict)

    def faults_of(self, row: int) -> Iterator[tuple[int, str]]:
        """Yield column and sentence of what is wrong in one row."""
        for column in range(MAX_COLUMNS):
            if (row, column) in self.faults:
                yield column, self.faults[row, column]


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return what spreadsheets call a cell.

    >>> cell_name("Sheet1", 6, 2), cell_name("List", 0, 27)
    ('Sheet1!C7', 'List!AB1')
    """
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet}!{letters}{row + 1}"


# --- reading ----------------------------------------------------------------------------------


def read_sheets(path: Path) -> list[Sheet]:
    """Return the sheets of a file.

    Raises:
        EventsListError: The file cannot be read, or may not be.
    """
    check_file(path)
    ending = path.suffix.lower()
    if ending == ".xlsx":
        return _workbook(path, check_workbook(path))
    if ending in (".csv", ".tsv", ".txt"):
        return [_csv(path)]
    if ending == ".xlsm":
        raise EventsListError(f"{path}: a workbook that may hold macros; save it as .xlsx")
    raise EventsListError(f"{path}: an events list is an .xlsx or a .csv file")


def _workbook(path: Path, formulas: bool) -> list[Sheet]:
    from openpyxl import load_workbook

    try:
        stored = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        # A second look, at formulas, doubles the time; few lists hold any.
        written = load_workbook(path, read_only=True, keep_links=False) if formulas else None
        try:
            return [
                _sheet(stored[name], None if written is None else written[name])
                for name in stored.sheetnames
            ]
        finally:
            stored.close()
            if written is not None:
                written.close()
    except EventsListError:
        raise
    except Exception as error:  # what a damaged workbook makes the library raise is not told by it
        raise EventsListError(
            f"{path}: this workbook cannot be read ({type(error).__name__});"
            " open it in a spreadsheet and save it again as .xlsx"
        ) from error


def _sheet(stored: Any, written: Any) -> Sheet:
    sheet = Sheet(stored.title)
    if not hasattr(stored, "iter_rows"):
        return sheet
    limits = {"max_row": MAX_ROWS + 1, "max_col": MAX_COLUMNS, "values_only": True}
    both = zip_longest(
        stored.iter_rows(**limits),
        () if written is None else written.iter_rows(**limits),
        fillvalue=(),
    )
    for number, (values, formulas) in enumerate(both):
        if all(row.count(None) == len(row) for row in (values, formulas)):
            # A value in the last row of a sheet comes after very many empty ones.
            sheet.rows.append([])
            continue
        texts = []
        for column, (value, formula) in enumerate(zip_longest(values, formulas)):
            if isinstance(formula, str) and formula.startswith("=") and value is None:
                sheet.faults[number, column] = (
                    "a formula without a stored value; open the workbook in a spreadsheet and save it"
                )
            texts.append(_cell(sheet, number, column, shown(value)))
        sheet.rows.append(_cut(texts))
    return _ended(sheet)


def _csv(path: Path) -> Sheet:
    text = _decoded(path)
    sheet = Sheet(path.name)
    try:
        lines = _Lines(text, path)
        reader = csv.reader(lines, delimiter=lines.delimiter)
        for number, row in enumerate(islice(reader, MAX_ROWS + 1)):
            lines.fields = 0
            texts = [unescaped(value.strip()) for value in row[:MAX_COLUMNS]]
            sheet.rows.append(_cut([_cell(sheet, number, n, one) for n, one in enumerate(texts)]))
    except csv.Error as error:
        raise EventsListError(
            f"{path}: row {len(sheet.rows) + 1} is no row of a .csv file: {error}"
        ) from error
    return _ended(sheet)


def _decoded(path: Path) -> str:
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise EventsListError(f"{path}: this is no text; save the list as .csv in UTF-8, or as .xlsx")


class _Lines:
    """The lines of a .csv file; they end where one row of it has more fields than memory is kept for."""

    def __init__(self, text: str, path: Path) -> None:
        """Take the whole text."""
        self.path = path
        self.delimiter = _delimiter(text)
        self.fields = 0
        """Of the row at hand so far, set back for each."""
        self._lines = io.StringIO(text, newline="")

    def __iter__(self) -> Iterator[str]:
        """Yield the lines."""
        for number, line in enumerate(self._lines, 1):
            self.fields += line.count(self.delimiter)
            if self.fields > MAX_FIELDS:
                raise EventsListError(
                    f"{self.path}: line {number} belongs to a row of more than {MAX_FIELDS:,} fields;"
                    " delete empty columns behind the list"
                )
            yield line


def _delimiter(text: str) -> str:
    """Return the delimiter that parts the first lines most often, in equal numbers where that can be."""
    lines = [line for line in text[:_LOOKED_AT].splitlines()[:30] if line.strip()]
    return max(",;\t", key=lambda sign: sum(line.count(sign) for line in lines))


def _cell(sheet: Sheet, row: int, column: int, text: str) -> str:
    if len(text) > MOST_TEXT:
        sheet.faults[row, column] = f"a text longer than {MOST_TEXT} characters; shorten it"
        return text[:MOST_TEXT]
    if text.isprintable():
        return text
    return "".join(c for c in text if c.isprintable() or c == "\n")


def _cut(texts: list[str]) -> list[str]:
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _ended(sheet: Sheet) -> Sheet:
    if len(sheet.rows) > MAX_ROWS and any(sheet.rows[MAX_ROWS:]):
        raise EventsListError(f"{sheet.name}: more than {MAX_ROWS:,} rows; split the list")
    while sheet.rows and not sheet.rows[-1]:
        sheet.rows.pop()
    return sheet


# --- writing ----------------------------------------------------------------------------------


def write_csv(path: Path, rows: Sequence[Sequence[str]]) -> None:
    """Write rows as .csv that spreadsheets open by itself: with commas, in UTF-8 that says so."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([escaped(text) for text in row] for row in rows)


def write_workbook(path: Path, sheets: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> None:
    """Write sheets, each with a header that stays in sight."""
    from openpyxl import Workbook

    book = Workbook()
    for title in book.sheetnames:
        del book[title]
    for title, rows in sheets:
        _fill(book.create_sheet(title), rows)
    book.properties.creator = "border exercise engine"
    book.properties.created = book.properties.modified = _MADE
    book.save(path)


def _fill(sheet: Any, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([escaped(text) for text in row])
    for cell in next(iter(sheet.iter_rows(max_row=1)), ()):
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = _WIDTHS.get(cell.value, 16)
    for cell in _cells(sheet):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def _cells(sheet: Any) -> Iterator[Any]:
    for row in sheet.iter_rows():
        yield from row
