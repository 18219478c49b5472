"""The page of codes is what the table of codes gives."""

from __future__ import annotations

import re
from pathlib import Path

from docs.make_check_codes import PAGE
from exercise.authoring.codes import codes_page, known_codes
from tests.support.pages import ROOT, read


def test_the_page_is_up_to_date() -> None:
    """If this fails, write it again with `make check-codes`."""
    assert read(PAGE) == codes_page()


def test_every_code_has_a_section_of_its_own() -> None:
    sections = re.findall(r"^### (\S+)$", read(PAGE), re.M)
    assert sections == [*known_codes()]


def test_make_writes_it() -> None:
    makefile = (Path(ROOT) / "Makefile").read_text(encoding="utf-8")
    line = r"^check-codes:.*\n\t@\$\(BIN\)/python -m docs\.make_check_codes$"
    assert re.search(line, makefile, re.M)
