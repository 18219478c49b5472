"""The pages for people, taken apart for tests: links, commands, code fences and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = tuple(sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")]))
"""Every page, the README and its neighbours included."""

_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$", re.M | re.S)
_CODE = re.compile(r"`([^`\n]+)`")
_PICTURE = re.compile(r"!\[([^\]\n]*)\]\(([^)\s]+)\)")
_LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class Fence:
    """A block of code on a page.

    Attributes:
        kind: The word after the opening marks, such as ``yaml``.
        body: What stands between the marks.
        at: Where it begins on the page, in characters.
    """

    kind: str
    body: str
    at: int

    @property
    def first_line(self) -> str:
        """The first line of the body."""
        return self.body.split("\n", 1)[0]


def read(page: Path) -> str:
    """Return the text of a page."""
    return page.read_text(encoding="utf-8")


def fences(text: str) -> tuple[Fence, ...]:
    """Return the blocks of code on a page, in order."""
    return tuple(Fence(m[1].strip(), m[2], m.start()) for m in _FENCE.finditer(text))


def without_fences(text: str) -> str:
    """Return a page without its blocks of code."""
    return _FENCE.sub("", text)


def inline_code(text: str) -> tuple[str, ...]:
    """Return what stands between single back quotes outside of blocks."""
    return tuple(_CODE.findall(without_fences(text)))


def pictures(text: str) -> tuple[tuple[str, str], ...]:
    """Return the pictures of a page: what is said of each, and where it lies."""
    return tuple(_PICTURE.findall(without_fences(text)))


def links(text: str) -> tuple[str, ...]:
    """Return the targets of the links on a page."""
    return tuple(_LINK.findall(without_fences(text)))


def tables(text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the tables of a page: rows of cells, the header first, the rule under it left out."""
    found: list[tuple[tuple[str, ...], ...]] = []
    rows: list[tuple[str, ...]] = []
    for line in (*without_fences(text).split("\n"), ""):
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1]))
            if not all(set(cell) <= {"-", ":"} for cell in cells):
                rows.append(cells)
        elif rows:
            found.append(tuple(rows))
            rows = []
    return tuple(found)


def section(text: str, title: str) -> str:
    """Return the part of a page under a heading that begins with ``title``, up to the next heading as high.

    Raises:
        ValueError: The page has no such heading.
    """
    plain = _FENCE.sub(lambda fence: " " * len(fence[0]), text)
    start = re.search(rf"^(#+) {re.escape(title)}.*$", plain, re.M)
    if start is None:
        raise ValueError(f"no heading begins with '{title}'")
    end = re.compile(rf"^#{{1,{len(start[1])}}} ", re.M).search(plain, start.end())
    return text[start.end() : end.start() if end is not None else None]
