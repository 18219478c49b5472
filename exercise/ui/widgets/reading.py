"""A text to read: one widget however long it is, scrolled with the arrows."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from exercise.ui.hang import hanging


class Hanging(Static):
    """A text whose bullets stand clear of what they begin, in whatever width there is; never read as markup."""

    def __init__(self, text: Content | str) -> None:
        """Show a text."""
        super().__init__(markup=False)
        self.tell(text)

    def tell(self, text: Content | str) -> None:
        """Show another text."""
        self._whole, self._fitted = Content.assemble(text), (0, Content())
        self.update(self._whole)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the rows that the text takes in a width."""
        return len(self._fit(width).wrap(width)) if width else 0

    def render(self) -> Content:
        """Return the text as it fits."""
        return self._fit(self.content_size.width)

    def _fit(self, width: int) -> Content:
        if self._fitted[0] != width:
            self._fitted = (width, hanging(self._whole, width))
        return self._fitted[1]


class Reading(VerticalScroll):
    """A scrolling text."""

    def __init__(self, text: Content | str = "", *, id: str) -> None:  # noqa: A002
        """Show a text; a plain one is never read as markup."""
        self._text = Hanging(text)
        super().__init__(self._text, id=id)

    def show(self, text: Content | str, top: bool = True) -> None:
        """Show another text.

        Args:
            text: The text.
            top: Whether to begin at its first line, and not stay where one was reading.
        """
        self._text.tell(text)
        if top:
            self.scroll_home(animate=False)


__all__ = ["Reading"]
