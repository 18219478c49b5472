"""The line in which words narrow the list below it."""

from __future__ import annotations

from textual.widgets import Input


class Narrow(Input):
    """A line to type in; Enter does what it does in the list."""

    def __init__(self, placeholder: str, *, offers: str = "", compact: bool = False) -> None:
        """Begin empty.

        Args:
            placeholder: What stands there until something is typed.
            offers: Key of the words for what Enter does.
            compact: Whether the line has no frame.
        """
        super().__init__(
            placeholder=placeholder, id="narrow", compact=compact, select_on_focus=False
        )
        self.offers = offers


__all__ = ["Narrow"]
