"""The XML inside a workbook, looked at before it is parsed: how much of it there is, and what no spreadsheet writes.

A parser builds an object for every tag and every attribute, and markup shrinks to nothing when it is packed, so neither
the size of the file nor that of its parts tells what it will cost. Counting signs does, at the speed of memory.
"""

from __future__ import annotations

import re

from exercise.limits import MAX_SHEET_MARKUP

__all__ = ["refused_markup", "tags_in"]

_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]*)""")
_UTF8 = (b"utf-8", b"utf8", b"us-ascii")
_MAX_TAG = 20_000
"""Bytes of one tag with its attributes, of which a spreadsheet writes a dozen."""
_LONG_TAG = re.compile(rb"<[^<>]{%d}" % _MAX_TAG)
_LOOSE = 1_000
"""Signs > that may stand in text; they could hide how long a tag is."""
_HIDDEN = re.compile(rb"<\?[^<>]*<")


def refused_markup(data: bytes) -> str:
    """Return what is wrong with a part of a workbook, as the end of a sentence; nothing where it may be parsed.

    Args:
        data: The part's bytes; XML in UTF-8 is expected.
    """
    encoding = _ENCODING.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in data or (encoding is not None and encoding[1].lower() not in _UTF8):
        return "is not in UTF-8; save the workbook again as .xlsx"
    if b"<!" in data:
        return "declares entities or holds remarks, which no spreadsheet needs"
    if tags_in(data) > MAX_SHEET_MARKUP:
        return "holds too many cells; delete empty rows and columns behind the list"
    if _LONG_TAG.search(data) or data.count(b">") > data.count(b"<") + _LOOSE:
        return f"has a tag of more than {_MAX_TAG:,} bytes, which no spreadsheet writes"
    if _HIDDEN.search(data):
        return "is damaged; open the workbook in a spreadsheet and save it again"
    return ""


def tags_in(data: bytes) -> int:
    """Return how many tags there are; those that close count as well."""
    return data.count(b"<")
