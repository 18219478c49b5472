"""The first line of a screen: where one is, and on the right what is always in sight."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class TopBar(Widget):
    """One line; what does not fit on the left is left out from its end."""

    def __init__(self) -> None:
        """Begin empty."""
        super().__init__()
        self._left: tuple[Content, ...] = ()
        self._right = Content()

    def tell(self, left: Sequence[Content | str], right: Content | None = None) -> None:
        """Show parts, the most important first, and something at the right end."""
        parts = tuple(part if isinstance(part, Content) else Content(part) for part in left)
        right = Content() if right is None else right
        if (parts, right) != (self._left, self._right):
            self._left, self._right = tuple(part for part in parts if part.plain), right
            self.refresh()

    def render(self) -> Content:
        """Draw the line."""
        width, right = self.size.width, self._right
        room = width - right.cell_length - 2
        parts = list(self._left)
        while len(parts) > 1 and _joined(parts).cell_length > room:
            parts.pop()
        left = _joined(parts).truncate(max(room, 0), ellipsis=True)
        gap = " " * max(0, width - left.cell_length - right.cell_length - 1)
        return Content.assemble(left, gap, right)


def _joined(parts: Sequence[Content]) -> Content:
    return Content.assemble(" ", Content(" · ").join(parts))


__all__ = ["TopBar"]
