"""Waiting for saves: files are looked at again and again, which works on every system and every network drive."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from exercise.library.shelf import Stamp, stamp

EVERY = 0.05
"""Seconds between two looks: too short to be noticed, too long to be felt by the machine."""


def saves(
    folders: Callable[[], Iterable[Path]], pause: Callable[[], None] = lambda: time.sleep(EVERY)
) -> Iterator[None]:
    """Yield at once, and again each time something was saved, added or removed.

    Args:
        folders: Returns the folders with authored files; asked at every look, for they can change with a save.
        pause: Waits between two looks; it may raise to end the watching.
    """
    before = _stamps(folders())
    yield
    while True:
        pause()
        now = _stamps(folders())
        if now == before:
            continue
        if _emptied(now) - _emptied(before):
            # Some editors empty a file before they write it.
            pause()
            now = _stamps(folders())
        before = now
        yield


def _stamps(folders: Iterable[Path]) -> tuple[Stamp, ...]:
    return tuple(stamp(folder) for folder in folders)


def _emptied(stamps: Iterable[Stamp]) -> set[str]:
    return {name for files in stamps for name, _, size in files if not size}


__all__ = ["EVERY", "saves"]
