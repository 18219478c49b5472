"""What is looked at before a workbook is opened: its size, its parts, and what has no business in it."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Iterable
from pathlib import Path

from exercise.authoring.events_list.markup import refused_markup, tags_in
from exercise.errors import ExerciseError
from exercise.limits import MAX_SHEET_BYTES, MAX_SHEET_MARKUP, MAX_SHEET_PARTS, MAX_TABLE_BYTES

__all__ = ["EventsListError", "check_file", "check_workbook"]

MOST_RATIO = 60
"""How many times larger a workbook above a mebibyte may be unpacked; sheets of text stay below 20."""
_RATIO_FROM = 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_REMARK = 65_535
"""Bytes that may stand after the end of an archive."""
_MAX_DIRECTORY = 256 * 1024


class EventsListError(ExerciseError):
    """A sheet that cannot be read or written; the message says why and what to do."""


def check_file(path: Path) -> None:
    """Refuse a file that is missing, empty or too large."""
    try:
        size = path.stat().st_size
    except OSError as error:
        raise EventsListError(
            f"{path}: this file cannot be read: {(error.strerror or 'unknown reason').lower()}"
        ) from error
    if not path.is_file():
        raise EventsListError(f"{path}: this is no file")
    if not size:
        raise EventsListError(f"{path}: this file is empty")
    most = MAX_SHEET_BYTES if path.suffix.lower() == ".xlsx" else MAX_TABLE_BYTES
    if size > most:
        raise EventsListError(
            f"{path}: larger than {_mebibytes(most)}; split the list, or leave pictures out"
        )


def check_workbook(path: Path) -> bool:
    """Refuse a workbook that is not one, is locked, holds macros, or unpacks to more than it may.

    Returns:
        Whether anything in it looks like a formula.
    """
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == _OLD_OFFICE:
        raise EventsListError(
            f"{path}: an old .xls or a workbook with a password; save it as .xlsx without one"
        )
    if begins != _ZIP:
        raise EventsListError(f"{path}: this is no .xlsx workbook, whatever its name says")
    try:
        _check_directory(path)
        with zipfile.ZipFile(path) as book:
            return _check_parts(path, book)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise EventsListError(
            f"{path}: this workbook is damaged; open it in a spreadsheet and save it again"
        ) from error


def _check_directory(path: Path) -> None:
    """Refuse an archive of very many parts by what its end says, before each of them becomes an object."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END.size - _LONGEST_REMARK))
        tail = file.read()
    found = tail.rfind(_END_MARK)
    if found < 0 or found + _END.size > len(tail):
        raise zipfile.BadZipFile
    _, _, _, _, count, size, _, _ = _END.unpack_from(tail, found)
    if count > MAX_SHEET_PARTS or size > _MAX_DIRECTORY:
        raise _too_many_parts(path)


def _too_many_parts(path: Path) -> EventsListError:
    return EventsListError(
        f"{path}: a workbook of more than {MAX_SHEET_PARTS} parts; keep the sheet with the list only"
    )


def _check_parts(path: Path, book: zipfile.ZipFile) -> bool:
    parts = book.infolist()
    if len(parts) > MAX_SHEET_PARTS:
        raise _too_many_parts(path)
    if any(part.flag_bits & 1 for part in parts):
        raise EventsListError(f"{path}: this workbook has a password; save it without one")
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if unpacked > MAX_SHEET_BYTES or (unpacked > _RATIO_FROM and unpacked // packed > MOST_RATIO):
        raise EventsListError(
            f"{path}: this workbook unpacks to {_mebibytes(unpacked)};"
            " delete empty rows and columns behind the list, and pictures"
        )
    names = [part.filename for part in parts]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise EventsListError(f"{path}: this workbook holds macros; save it as .xlsx")
    if "[Content_Types].xml" not in names:
        raise EventsListError(f"{path}: this is no .xlsx workbook, whatever its name says")
    return _check_markup(path, book, parts)


def _check_markup(path: Path, book: zipfile.ZipFile, parts: Iterable[zipfile.ZipInfo]) -> bool:
    tags, formulas = 0, False
    for part in parts:
        if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
            continue
        data = book.read(part)
        tags += tags_in(data)
        refused = refused_markup(data)
        if tags > MAX_SHEET_MARKUP and not refused:
            refused = (
                "and the parts before it hold too many cells; keep the sheet with the list only"
            )
        if refused:
            raise EventsListError(f"{path}: '{part.filename}' {refused}")
        formulas = formulas or _FORMULA.search(data) is not None
    return formulas


def _mebibytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MiB"
