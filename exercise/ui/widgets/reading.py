"""A text to read: one widget however long it is, scrolled with the arrows."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Reading(VerticalScroll):
    """A scrolling text."""

    def __init__(self, text: Content | str = "", *, id: str) -> None:  # noqa: A002
        """Show a text; a plain one is never read as markup."""
        self._text = Static(text, markup=False)
        super().__init__(self._text, id=id)

    def show(self, text: Content | str, top: bool = True) -> None:
        """Show another text.

        Args:
            text: The text.
            top: Whether to begin at its first line, and not stay where one was reading.
        """
        self._text.update(text)
        if top:
            self.scroll_home(animate=False)


__all__ = ["Reading"]
