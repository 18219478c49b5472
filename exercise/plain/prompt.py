"""The terminal as prompt and answer: no redraws, no colour, no cursor movement.

The one module of the plain mode that prints. Whatever is written is made harmless first: escape sequences and
control characters in a text never reach the terminal.
"""

from __future__ import annotations

import getpass
import os
import shutil
import sys
import textwrap
from typing import Protocol, TextIO

from exercise.conduct.text import clean

WIDTH = 78
"""Columns where the terminal does not say."""
WIDEST = 100
"""Columns a line may take at most: longer ones are hard to read."""
NARROWEST = 20
SCREEN = 60
"""Empty lines that fill a screen where the terminal is not taller."""


class Console(Protocol):
    """Where lines are written and answers come from."""

    def write(self, text: str) -> None:
        """Write a text and end the line."""

    def ask(self, prompt: str) -> str:
        """Return a line typed by a person; raises EOFError when there will be no more."""

    def ask_hidden(self, prompt: str) -> str:
        """Return a line that is not shown while it is typed; raises EOFError as above."""

    def screen_lines(self) -> int:
        """Return how many empty lines push everything out of sight."""


class StdioConsole:
    """Standard input and output."""

    def __init__(self, source: TextIO | None = None, target: TextIO | None = None) -> None:
        """Take the streams; standard input and output where none are given."""
        self._source = source or sys.stdin
        self._target = target or sys.stdout

    def write(self, text: str) -> None:
        """Write a text, wrapped; raises EOFError when nobody can read any more."""
        self._put(wrapped(safe(text), self._width()), "\n")

    def ask(self, prompt: str) -> str:
        """Ask, and return the answer without spaces around it."""
        self._put(wrapped(safe(prompt), self._width()), " ")
        try:
            answer = self._source.readline()
        except KeyboardInterrupt:
            raise EOFError from None
        except UnicodeDecodeError:
            return ""
        if not answer:
            raise EOFError
        return safe(answer).strip()

    def ask_hidden(self, prompt: str) -> str:
        """Ask for something nobody else should read; shown where the terminal cannot hide it."""
        if self._source is not sys.stdin or not sys.stdin.isatty():
            return self.ask(prompt)
        try:
            return safe(getpass.getpass(safe(prompt) + " ")).strip()
        except KeyboardInterrupt:
            raise EOFError from None

    def screen_lines(self) -> int:
        """Return the height of the terminal, but never less than :data:`SCREEN`."""
        return max(SCREEN, shutil.get_terminal_size((WIDTH, SCREEN)).lines)

    def _width(self) -> int:
        try:
            columns = os.get_terminal_size(self._target.fileno()).columns
        except (OSError, ValueError, AttributeError):
            columns = WIDTH + 1
        # The last column stays free: some terminals break the line there by themselves.
        return max(NARROWEST, min(columns - 1, WIDEST))

    def _put(self, text: str, end: str) -> None:
        coding = self._target.encoding or "utf-8"
        shown = text.encode(coding, "replace").decode(coding, "replace")
        try:
            print(shown, end=end, file=self._target, flush=True)
        except OSError:
            raise EOFError from None


def safe(text: str) -> str:
    r"""Return a text whose lines keep their indent and lose everything a terminal could obey.

    >>> safe("  two\x1b[2J spaces")
    '  two spaces'
    """
    return "\n".join(_safe_line(line) for line in text.split("\n"))


def _safe_line(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))] + clean(line)


def wrapped(text: str, width: int) -> str:
    """Return a text broken at ``width`` columns; what follows a break is indented a little further."""
    return "\n".join(_wrapped_line(line, width) for line in text.split("\n"))


def _wrapped_line(line: str, width: int) -> str:
    # A command stays on one line, so that it can be copied; the terminal breaks it where it must.
    if len(line) <= width or line.startswith("exercise "):
        return line
    indent = min(len(line) - len(line.lstrip(" ")) + 2, width // 3)
    return textwrap.fill(
        line, width, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False,
        drop_whitespace=True,
    )  # fmt: skip


__all__ = ["Console", "StdioConsole", "safe", "wrapped"]
