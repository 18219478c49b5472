"""Writes the page on the codes of the check from their table: `make check-codes`."""

from __future__ import annotations

import sys
from pathlib import Path

from exercise.authoring.codes import codes_page

PAGE = Path(__file__).with_name("check-codes.md")


def main() -> int:
    PAGE.write_text(codes_page(), encoding="utf-8", newline="\n")
    print(PAGE)
    return 0


if __name__ == "__main__":
    sys.exit(main())
