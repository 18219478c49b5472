"""Where the app reaches into the toolkit's private parts, each with its reason and a test of its own."""

from __future__ import annotations

from textual._styles_cache import StylesCache
from textual.widgets import OptionList


def release_frames() -> None:
    """Let go of the rendered lines of widgets that are gone.

    The toolkit remembers a method's results by the object that holds a widget's rendered lines, for a thousand of
    them: every sheet that was opened would stay in memory as a picture.
    """
    StylesCache.get_inner_outer.cache_clear()


def repaint_option(options: OptionList, index: int) -> None:
    """Paint one option of a list anew; the toolkit paints the whole list when the highlight moves."""
    first = options._index_to_line.get(index)
    if first is not None:
        options.refresh_lines(first, options._heights[index])


__all__ = ["release_frames", "repaint_option"]
