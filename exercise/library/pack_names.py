"""The names of files in a pack: a name that could lead anywhere else, on any system, is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable

from exercise.errors import printable
from exercise.library.pack_form import MANIFEST, PackError

__all__ = ["check_name", "check_names", "quoted"]

_LONGEST = 160
_ARCHIVES = re.compile(r"\.(zip|scenario|gz|tgz|bz2|xz|zst|7z|rar|tar|jar|whl|docx|xlsx)$", re.I)
_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.(yaml|md|ftl)")
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.I)
"""Names that stand for devices on Windows, whatever follows the dot."""
_LAYOUT = re.compile(
    r"scenarios/[a-z][a-z0-9-]*/([a-z_]+/)?[^/]+|"
    r"scenarios/(models|libraries)/[a-z][a-z0-9-]*/([a-z_]+/)?[^/]+|"
    r"roles/(aliases/)?[^/]+"
)
_SHOWN = 80


def check_names(names: Iterable[str]) -> None:
    """Refuse names that are not safe, stand twice, or become one where capitals do not count.

    Raises:
        PackError: With the first such name.
    """
    seen: dict[str, str] = {}
    for name in names:
        check_name(name)
        folded = name.casefold()
        if folded in seen:
            raise PackError(_twice(seen[folded], name))
        seen[folded] = name


def _twice(first: str, second: str) -> str:
    if first == second:
        return f"it holds {quoted(first)} twice"
    return (
        f"{quoted(first)} and {quoted(second)} differ in capitals alone, so that one would "
        "overwrite the other"
    )


def check_name(name: str) -> None:
    """Refuse one name.

    Args:
        name: The path of an entry as the archive has it.

    Raises:
        PackError: It is no path of a text file inside a pack.
    """
    reason = _unsafe(name) or _out_of_place(name)
    if reason:
        raise PackError(f"the entry {quoted(name)} {reason}")


def _unsafe(name: str) -> str:
    parts = name.split("/")
    if "\0" in name:
        return "has a NUL character in its name"
    if "\\" in name:
        return "has a backslash in its name"
    if re.match(r"[A-Za-z]:", name):
        return "names a drive"
    if name.startswith("/"):
        return "is an absolute path"
    if ".." in parts:
        return "leads out of its folder"
    if name.endswith("/"):
        return "is a folder; a pack holds files alone"
    if any(_RESERVED.fullmatch(part) for part in parts):
        return "has a name that Windows keeps for a device"
    if len(name) > _LONGEST:
        return f"has a name of {len(name)} characters; at most {_LONGEST} are read"
    return ""


def _out_of_place(name: str) -> str:
    if name == MANIFEST:
        return ""
    *folders, file = name.split("/")
    if _ARCHIVES.search(file):
        return "is an archive inside the archive"
    if not file.isascii() or not all(folder.isascii() for folder in folders):
        return "has characters beyond ASCII in its name"
    if not _FILE.fullmatch(file):
        return "is of no kind that a pack may hold: .yaml, .md, .ftl"
    if not all(_FOLDER.fullmatch(folder) for folder in folders) or not _LAYOUT.fullmatch(name):
        return "lies where no file of a pack belongs"
    return ""


def quoted(name: str) -> str:
    """Return a name from a strange file in quotation marks, cut and safe to show on a terminal."""
    shown = printable(name)
    return f"'{shown if len(shown) <= _SHOWN else shown[:_SHOWN] + '…'}'"
