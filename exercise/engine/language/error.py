"""The one exception of the condition language.

Holds what is wrong with a text and where. It does not format file names or carets: whoever knows
the file does that.
"""

from __future__ import annotations

from exercise.errors import ExerciseError

__all__ = ["LanguageError", "shown"]

_SHOWN_CHARACTERS = 40


class LanguageError(ExerciseError):
    """A text is not a condition of the language.

    Attributes:
        message: What is wrong, one sentence without a full stop.
        at: Offset of the first wrong character, 0 to the length of the text.
        length: Number of characters to underline, at least 1. It may reach one character past
            the end of the text, where something is missing.
        code: Stable short name of the mistake, such as ``single-equals``.
        hint: How to mend it, or an empty string.
    """

    def __init__(self, message: str, at: int, length: int, code: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.length = length
        self.code = code
        self.hint = hint

    def __reduce__(self) -> tuple[type[LanguageError], tuple[str, int, int, str, str]]:
        """Survive the trip between worker processes with every field."""
        return type(self), (self.message, self.at, self.length, self.code, self.hint)


def shown(text: str) -> str:
    """Return ``text`` in quotation marks, shortened for a message and free of odd characters."""
    clean = "".join(c if c.isprintable() else " " for c in text[:_SHOWN_CHARACTERS])
    return f"'{clean}'" if len(text) <= _SHOWN_CHARACTERS else f"'{clean}...'"
