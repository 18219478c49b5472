"""Panes side by side where there is room, one at a time with a line of tabs where there is not."""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

WIDE = 100
"""Columns from which panes stand side by side."""
_NEXT = "Tab ▸ "
"""Stands at the end of the tabs and says which key goes to the next one."""


class Pane(Vertical):
    """A titled part of a screen that answers one question."""

    def __init__(
        self,
        title: str,
        *children: Widget,
        id: str,  # noqa: A002
        classes: str = "",
        legend: str = "",
    ) -> None:
        """Frame some widgets.

        Args:
            title: What it holds, in words.
            children: At least one of them takes the focus.
            id: Its name in the stylesheet.
            classes: Of the stylesheet.
            legend: What its marks mean; stands in its lower edge, also where it has no frame.
        """
        super().__init__(*children, id=id, classes=classes)
        self.border_subtitle = Content(legend)
        self.set_class(bool(legend), "-legend")
        self.retitle(title)

    def retitle(self, title: str) -> None:
        """Change the title, which also names the tab."""
        self.plain_title = title
        self.border_title = Content(title)

    def stops(self) -> Iterator[Widget]:
        """Return the widgets that take the focus, in order."""
        yield from (
            one
            for one in self.walk_children(Widget)
            if one.can_focus and not one.disabled and one.display
        )


class Column(Vertical):
    """Panes one above the other."""


class Panes(Vertical):
    """All panes of a screen; Tab goes through them in order, shown or not."""

    def __init__(self, *columns: Column | Pane, id: str = "panes") -> None:  # noqa: A002
        """Take columns from left to right; in the narrow form their panes become tabs in the same order."""
        super().__init__(id=id)
        self._columns = columns
        self._current = ""
        self._narrow = False
        self.tabbed = False
        """Whether panes lie behind one another, so that only Tab leads from one to the next."""

    def compose(self) -> ComposeResult:
        """Put tabs above the columns."""
        yield Static(id="tabs", markup=False)
        with Horizontal(id="columns"):
            yield from self._columns

    def on_mount(self) -> None:
        """Begin with the first pane."""
        self._arrange()

    def on_resize(self, event: events.Resize) -> None:
        """Change form when the width calls for it."""
        narrow = event.size.width < WIDE
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus, unless it has moved on meanwhile."""
        if not event.widget.has_focus:
            return
        pane = next((one for one in event.widget.ancestors if isinstance(one, Pane)), None)
        if pane is not None and pane.id != self._current:
            self._current = pane.id or ""
            self._arrange()

    def panes(self) -> list[Pane]:
        """Return all panes in order; those a screen has no use for now are left out."""
        return [pane for pane in self.query(Pane) if not pane.has_class("-unused")]

    def use(self, name: str, used: bool) -> None:
        """Show a pane, or do without it for now."""
        self.query_one(f"#{name}", Pane).set_class(not used, "-unused")
        self._arrange()

    def open(self, name: str) -> None:
        """Go to a pane by name."""
        self._current = name
        self._arrange()
        for stop in self.query_one(f"#{name}", Pane).stops():
            stop.focus()
            return

    def retitle(self, name: str, title: str) -> None:
        """Change a pane's title."""
        self.query_one(f"#{name}", Pane).retitle(title)
        self._tabs()

    def step(self, by: int) -> None:
        """Move the focus to the next or previous widget of any pane."""
        stops = [stop for pane in self.panes() for stop in pane.stops()]
        if not stops:
            return
        focused = self.screen.focused
        at = stops.index(focused) + by if focused in stops else 0
        stop = stops[at % len(stops)]
        pane = next(one for one in stop.ancestors if isinstance(one, Pane))
        self._current = pane.id or ""
        self._arrange()
        stop.focus()

    def _arrange(self) -> None:
        panes = self.panes()
        if not panes:
            return
        if self._current not in [pane.id for pane in panes]:
            self._current = panes[0].id or ""
        for pane in self.query(Pane):
            pane.display = pane in panes and (not self._narrow or pane.id == self._current)
        for column in self.query(Column):
            column.display = any(pane.display for pane in column.query(Pane))
        self.set_class(self._narrow, "-narrow")
        tabbed = self.some_behind()
        if tabbed != self.tabbed:
            self.tabbed = tabbed
            self.screen.refresh_bindings()
        self._tabs()

    def one_at_a_time(self) -> bool:
        """Return whether only one of several panes is shown, under the screen's line of tabs."""
        return self._narrow and len(self.panes()) > 1

    def some_behind(self) -> bool:
        """Return whether any pane lies behind another."""
        return self.one_at_a_time()

    def _tabs(self) -> None:
        tabs = self.query_one("#tabs", Static)
        panes = self.panes()
        tabs.display = self.one_at_a_time()
        parts = [
            Content.styled(
                f" {pane.plain_title} ", "bold reverse" if pane.id == self._current else "$quiet"
            )
            for pane in panes
        ]
        line = Content.assemble(" ", Content(" ").join(parts))
        left = self.size.width - line.cell_length - len(_NEXT)
        if left > 0:
            line = Content.assemble(line, " " * left, (_NEXT, "$accent"))
        tabs.update(line)


__all__ = ["WIDE", "Column", "Pane", "Panes"]
