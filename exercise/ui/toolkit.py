"""Where the app reaches into the toolkit's private parts, each with its reason and a test of its own."""

from __future__ import annotations

from textual._styles_cache import StylesCache


def release_frames() -> None:
    """Let go of the rendered lines of widgets that are gone.

    The toolkit remembers a method's results by the object that holds a widget's rendered lines, for a thousand of
    them: every sheet that was opened would stay in memory as a picture.
    """
    StylesCache.get_inner_outer.cache_clear()


__all__ = ["release_frames"]
