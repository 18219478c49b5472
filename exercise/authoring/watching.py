"""Waiting for saves: files are looked at again and again, which works on every system and every network drive."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

EVERY = 0.2
"""Seconds between two looks."""
_ENDINGS = (".yaml", ".yml", ".md")


def saves(
    folders: Iterable[Path], pause: Callable[[], None] = lambda: time.sleep(EVERY)
) -> Iterator[None]:
    """Yield at once, and again each time something in the folders was saved, added or removed.

    Args:
        folders: Folders with authored files, searched to the bottom.
        pause: Waits between two looks; it may raise to end the watching.
    """
    watched = tuple(folders)
    before = _stamps(watched)
    yield
    while True:
        pause()
        now = _stamps(watched)
        if now != before:
            before = now
            yield


def _stamps(folders: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return when each authored file was last written, and its size."""
    found = {}
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in _ENDINGS:
                try:
                    about = path.stat()
                except OSError:
                    # Editors replace a file by another; the next look finds it.
                    continue
                found[path] = (about.st_mtime_ns, about.st_size)
    return found


__all__ = ["EVERY", "saves"]
