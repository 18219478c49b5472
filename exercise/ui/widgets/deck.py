"""A column whose panes lie on one another: where panes stand side by side, one of them shows, under its own tabs."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from exercise.ui.widgets.panes import Column, Pane, Panes


class Deck(Column):
    """A column that shows one of its panes at a time."""

    def __init__(self, *panes: Pane) -> None:
        """Take panes; the first one shows."""
        self._tabs = Static(classes="deck-tabs", markup=False)
        self._open = panes[0].id or ""
        super().__init__(self._tabs, *panes)

    def show_front(self, narrow: bool, current: str) -> None:
        """Show the pane one has gone to last; in the narrow form the screen's own tabs do that."""
        panes = list(self.query(Pane))
        if current in [pane.id for pane in panes]:
            self._open = current
        self._tabs.display = not narrow
        if narrow:
            return
        for pane in panes:
            pane.display = pane.id == self._open
        self._tabs.update(tab_line(panes, self._open))


class DeckPanes(Panes):
    """Panes of which some lie on one another."""

    def _arrange(self) -> None:
        super()._arrange()
        for deck in self.query(Deck):
            deck.show_front(self._narrow, self._current)

    def some_behind(self) -> bool:
        """Return whether any pane lies behind another; in a deck they always do."""
        return self.one_at_a_time() or bool(self.query(Deck))


def tab_line(panes: list[Pane], front: str) -> Content:
    """Return the titles of panes in a line, the front one marked."""
    parts = [
        Content.styled(f" {pane.plain_title} ", "bold reverse" if pane.id == front else "$quiet")
        for pane in panes
    ]
    return Content.assemble(" ", Content(" ").join(parts))


__all__ = ["Deck", "DeckPanes"]
