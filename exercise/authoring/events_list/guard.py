"""What is looked at before a workbook is opened: its size, its parts, and what has no business in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from exercise.errors import ExerciseError

__all__ = ["MOST_BYTES", "EventsListError", "check_file", "check_workbook"]

MOST_BYTES = 8 * 1024 * 1024
"""Of a file, and of a workbook unpacked."""
MOST_PARTS = 500
MOST_RATIO = 60
"""How many times larger a workbook above a mebibyte may be unpacked; sheets of text stay below 20."""
_RATIO_FROM = 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_ZIP = b"PK\x03\x04"
_DECLARATIONS = (
    b"<!DOCTYPE",
    b"<!ENTITY",
    "<!DOCTYPE".encode("utf-16-le"),
    "<!DOCTYPE".encode("utf-16-be"),
)


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
    if size > MOST_BYTES:
        raise EventsListError(
            f"{path}: larger than {_mebibytes(MOST_BYTES)}; split the list, or leave pictures out"
        )


def check_workbook(path: Path) -> None:
    """Refuse a workbook that is not one, is locked, holds macros, or unpacks to more than it may."""
    with path.open("rb") as file:
        begins = file.read(4)
    if begins == _OLD_OFFICE:
        raise EventsListError(
            f"{path}: an old .xls or a workbook with a password; save it as .xlsx without one"
        )
    if begins != _ZIP:
        raise EventsListError(f"{path}: this is no .xlsx workbook, whatever its name says")
    try:
        with zipfile.ZipFile(path) as book:
            _check_parts(path, book)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise EventsListError(
            f"{path}: this workbook is damaged; open it in a spreadsheet and save it again"
        ) from error


def _check_parts(path: Path, book: zipfile.ZipFile) -> None:
    parts = book.infolist()
    if len(parts) > MOST_PARTS:
        raise EventsListError(
            f"{path}: a workbook of more than {MOST_PARTS} parts; keep the sheet with the list only"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise EventsListError(f"{path}: this workbook has a password; save it without one")
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, sum(part.compress_size for part in parts))
    if unpacked > MOST_BYTES or (unpacked > _RATIO_FROM and unpacked // packed > MOST_RATIO):
        raise EventsListError(
            f"{path}: this workbook unpacks to {_mebibytes(unpacked)};"
            " delete empty rows and columns behind the list, and pictures"
        )
    names = [part.filename for part in parts]
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise EventsListError(f"{path}: this workbook holds macros; save it as .xlsx")
    if "[Content_Types].xml" not in names:
        raise EventsListError(f"{path}: this is no .xlsx workbook, whatever its name says")
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels", ".vml")):
            data = book.read(part)
            if any(sign in data for sign in _DECLARATIONS):
                raise EventsListError(
                    f"{path}: '{part.filename}' declares entities, which no spreadsheet needs"
                )


def _mebibytes(size: int) -> str:
    return f"{size / 1024 / 1024:.0f} MiB"
