"""A widget alone in an app, and what it shows as text."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import App, ComposeResult
from textual.widget import Widget

COLOURS = {
    "security": "#56b4e9",
    "rights": "#e69f00",
    "quiet": "#8a93a0",
    "good": "green",
    "bad": "red",
    "warn": "gold",
}


class Alone(App[None]):
    """An app that holds one widget; its theme knows the colours that the exercise's own themes know."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return COLOURS

    def compose(self) -> ComposeResult:
        yield self.widget


async def show_alone(
    widget: Widget, width: int, height: int, change: Callable[[], None] | None = None
) -> str:
    """Return what a widget shows in a terminal of a size, without spaces at the ends of rows.

    Args:
        widget: The widget.
        width: Columns of the terminal.
        height: Rows of the terminal.
        change: What to do to the widget once it is shown.
    """
    app = Alone(widget)
    async with app.run_test(size=(width, height)) as pilot:
        if change is not None:
            change()
        await pilot.pause()
        strips = [widget.render_line(y) for y in range(widget.size.height)]
    return "\n".join(strip.text.rstrip() for strip in strips)
