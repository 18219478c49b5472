"""Screens of the app as text and as SVG, always the same for the same state, and kept to compare with.

The text is what a reviewer reads in a diff; the SVG holds colours and focus as well. The one place
that reaches into Textual's private parts.
"""

from __future__ import annotations

import asyncio
import difflib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual import constants
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

UPDATE = "--snap-update"
_LOOKS = 20


@contextmanager
def still() -> Iterator[None]:
    """Let nothing move by itself, and take no look from the person's environment.

    Cursors stay on, animations jump to their end, colours are not switched off.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Input, "_toggle_cursor", lambda self: None)
        patch.setattr(TextArea, "_toggle_cursor_blink_visible", lambda self: None)
        patch.setattr(constants, "TEXTUAL_ANIMATIONS", "none")
        patch.setattr(constants, "DEFAULT_THEME", "textual-dark")
        patch.delenv("NO_COLOR", raising=False)
        yield


async def settled(pilot: Pilot[Any]) -> None:
    """Wait until the app's workers are done and its screen no longer changes."""
    before = ""
    for _ in range(_LOOKS):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        now = screen_text(pilot.app)
        if now == before:
            return
        before = now
        await asyncio.sleep(0.02)
    raise AssertionError(f"the screen changed in {_LOOKS} looks; what moves on it?\n{before}")


def screen_text(app: App[Any]) -> str:
    """Return the screen as it stands, one line per row, without what trails."""
    strips = app.screen._compositor.render_strips()
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips)


def screen_svg(app: App[Any]) -> str:
    """Return the screen as a picture, without the numbers that differ from one picture to the next."""
    return re.sub(r"terminal-\d+", "terminal", app.export_screenshot(simplify=True))


@dataclass(frozen=True)
class Snapshots:
    """The kept screens of one test: call it with the app, once per screen.

    Args:
        folder: Where the files of the test's module lie.
        stem: How the files of this test begin.
        update: Whether what is shown now becomes what is expected.
    """

    folder: Path
    stem: str
    update: bool = False
    _taken: set[str] = field(default_factory=set)

    def __call__(self, app: App[Any], name: str = "", svg: bool = False) -> None:
        """Compare the screen with the kept one; what differs is written beside it as ``.actual``.

        Args:
            app: The running app; settle it first.
            name: Tells the screens of one test apart.
            svg: Whether colours and focus count as well; such files are large, so few should.
        """
        stem = re.sub(r"[^\w.-]+", "_", f"{self.stem}.{name}" if name else self.stem)
        assert stem not in self._taken, f"two snapshots of this test are called {stem}"
        self._taken.add(stem)
        shown = {".txt": screen_text(app)} | ({".svg": screen_svg(app)} if svg else {})
        found = [self._compare(self.folder / (stem + kind), text) for kind, text in shown.items()]
        if any(found):
            pytest.fail("\n".join(filter(None, found)), pytrace=False)

    def _compare(self, path: Path, shown: str) -> str:
        """Return what is wrong with one file, or nothing."""
        actual = path.with_name(f"{path.name}.actual")
        kept = path.read_text(encoding="utf-8") if path.is_file() else None
        if kept == shown or self.update:
            actual.unlink(missing_ok=True)
            if kept != shown:
                _write(path, shown)
            return ""
        _write(actual, shown)
        accept = f"Look at {actual.name} beside it; accept it with {UPDATE}."
        if kept is None:
            return f"There is no snapshot {path} yet. {accept}"
        if path.suffix == ".svg":
            return f"{path} changed. {accept}"
        lines = difflib.unified_diff(
            kept.splitlines(), shown.splitlines(), "kept", "shown", lineterm=""
        )
        return "\n".join([f"{path} changed. {accept}", *lines])


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
