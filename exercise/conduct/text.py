"""Cleaning what people write, where it enters: it is data, never markup and never a terminal's command."""

from __future__ import annotations

import re
import unicodedata

from exercise.errors import Refusal, RefusalCode

LINE = 300
"""Longest one-line text, characters."""
PARAGRAPH = 4000
"""Longest free text, characters."""

_ESCAPES = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_].*?(?:\x07|\x1b\\|$)"
    r"|\x1b[@-Z\\-_a-z]?"
    r"|\x9b[0-?]*[ -/]*[@-~]?",
    re.DOTALL,
)


def clean(text: str) -> str:
    r"""Return a text without escape sequences, control, bidirectional and invisible characters.

    >>> clean("safe \x1b[31mred\x1b[0m text")
    'safe red text'
    """
    plain = _ESCAPES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = [
        c
        for c in plain
        if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    ]
    return "".join(kept).strip()


def line(text: str) -> str:
    """Return a cleaned text on one line."""
    return " ".join(clean(text).split())


def checked(text: str, limit: int, needed: bool = True) -> Refusal | None:
    """Return why a cleaned text cannot be taken, or nothing."""
    if needed and not text:
        return Refusal(RefusalCode.text_empty, "The text is empty.", "Write a few words.")
    if len(text) > limit:
        return Refusal(
            RefusalCode.text_too_long,
            f"The text has {len(text)} characters; {limit} are allowed.",
            "Shorten it.",
        )
    return None
