"""What each code of the check means, with an example wrong and right: told in the terminal, and as a page.

The texts are data, in ``codes.yaml`` beside this module.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pydantic import Field

from exercise.errors import LibraryError, ScenarioError
from exercise.library.folder import read_file
from exercise.library.strict_yaml import plain
from exercise.model.base import Authored
from exercise.nearest import did_you_mean

__all__ = ["CodeEntry", "chapters", "codes_page", "explain_code", "known_codes"]

_FILE = Path(__file__).with_name("codes.yaml")
_WIDTH = 96


class CodeEntry(Authored):
    """One code."""

    means: str = Field(min_length=1)
    """What is wrong where it is told."""
    mend: str = Field(min_length=1)
    """What to do."""
    file: str = Field(min_length=1)
    """Where lines such as the example stand."""
    wrong: str = Field(min_length=1)
    """Lines that are told with this code, or in round brackets what files there are."""
    right: str = Field(min_length=1)
    """The same lines mended."""


@cache
def chapters() -> dict[str, dict[str, CodeEntry]]:
    """Return all codes with their texts, by chapter.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    reader = read_file(_FILE)
    if reader.tree is None:
        raise ScenarioError(reader.problems)
    read = plain(reader.tree)
    assert isinstance(read, dict)
    return {
        title: {code: CodeEntry.model_validate(entry) for code, entry in codes.items()}
        for title, codes in read.items()
    }


@cache
def known_codes() -> tuple[str, ...]:
    """Return every code that a problem can carry, in the order of the page."""
    return tuple(code for codes in chapters().values() for code in codes)


def explain_code(code: str) -> str:
    """Return what a code means, as lines for a terminal.

    Args:
        code: A code; capitals and underscores are forgiven.

    Raises:
        LibraryError: There is no such code.
    """
    wanted = code.strip().lower().replace("_", "-")
    for codes in chapters().values():
        if wanted in codes:
            return "\n".join(_told(wanted, codes[wanted])) + "\n"
    hint = did_you_mean(wanted.replace("-", "_"), _underscored()) or "; see docs/check-codes.md"
    raise LibraryError(f"there is no code '{code}'{hint.replace('_', '-')}")


def _underscored() -> list[str]:
    """Codes as names are compared: with underscores."""
    return [code.replace("-", "_") for code in known_codes()]


def _told(code: str, entry: CodeEntry) -> Iterator[str]:
    yield code
    yield ""
    yield textwrap.fill(entry.means, _WIDTH)
    yield ""
    yield f"Wrong, in {entry.file}:"
    yield _indented(entry.wrong)
    yield "Right:"
    yield _indented(entry.right)
    yield ""
    yield textwrap.fill(entry.mend, _WIDTH)


def _indented(lines: str) -> str:
    return textwrap.indent(lines.rstrip("\n"), "    ")


def codes_page() -> str:
    """Return the page of all codes as Markdown."""
    return "\n".join(_page()) + "\n"


def _page() -> Iterator[str]:
    yield "# Codes of the check"
    yield ""
    yield "<!-- Written by `make check-codes` from exercise/authoring/codes.yaml; do not edit. -->"
    yield ""
    yield (
        "Every message of `exercise check` ends with a code in round brackets. This page says what each "
        "means, shows it wrong and right, and how to mend it; `exercise check --explain CODE` tells the "
        "same in the terminal."
    )
    for title, codes in chapters().items():
        yield ""
        yield f"## {title}"
        for code, entry in codes.items():
            yield from _section(code, entry)


def _section(code: str, entry: CodeEntry) -> Iterator[str]:
    yield ""
    yield f"### {code}"
    yield ""
    yield f"{entry.means} {entry.mend}"
    yield ""
    yield from _example("Wrong", entry.file, entry.wrong)
    yield from _example("Right", entry.file, entry.right)


def _example(word: str, file: str, lines: str) -> Iterator[str]:
    shown = lines.rstrip("\n")
    if shown.startswith("(") and shown.endswith(")"):
        yield f"{word}: {shown[1:-1]}."
        yield ""
        return
    yield f"{word}, in `{file}`:"
    yield ""
    yield "```text"
    yield shown
    yield "```"
    yield ""
