"""Writes the reference, and the grammar for one sheet of paper: `make reference`."""

from __future__ import annotations

import sys
from pathlib import Path

from markdown_it import MarkdownIt

from exercise.authoring.reference import reference_page

DOCS = Path(__file__).resolve().parent
PAGE = DOCS / "reference.md"
GRAMMAR, SHEET = DOCS / "grammar.md", DOCS / "grammar.html"

_HEAD = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>The condition language on one page</title>
<style>
@page { size: A4; margin: 10mm; }
body { columns: 2; column-gap: 6mm; margin: 0; font: 8pt/1.2 sans-serif; }
h1 { font-size: 13pt; margin: 0 0 2pt; }
h2 { font-size: 10pt; margin: 5pt 0 2pt; break-after: avoid; }
p, pre, table { margin: 0 0 3pt; }
code, pre { font: 7pt/1.25 monospace; white-space: pre-wrap; }
td, th { padding: 0 4pt 0 0; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
a { color: inherit; text-decoration: none; }
@media screen { body { max-width: 186mm; margin: 12mm auto; } }
</style>
"""


def sheet() -> str:
    """Return the page of the grammar as HTML that prints on one side of A4."""
    text = GRAMMAR.read_text(encoding="utf-8")
    return f"{_HEAD}{MarkdownIt('commonmark').enable('table').render(text)}</html>\n"


def main() -> int:
    for path, text in ((PAGE, reference_page()), (SHEET, sheet())):
        path.write_text(text, encoding="utf-8", newline="\n")
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
