"""Walking over screens: every key that works on a screen and on the sheets it opens, and all that is rendered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator
from time import monotonic

from textual import events
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static, TextArea

from exercise.ui.screens.base import BaseScreen
from tests.support.app import app_of, shown

LEFT_OUT = ("ctrl+q", "tab", "shift+tab", "escape", "ctrl+p")
"""Keys that are walked on their own, or lead out."""
_QUIET = 0.07
"""Seconds without a change: longer than the pause the toolkit makes before it shows another screen."""
_STEPS = 60


async def type_key(pilot: Pilot[None], key: str) -> None:
    """Press a key and wait until nothing more changes; quicker than the pilot, which waits for an idle processor."""
    event = events.Key(key, None)
    event.set_sender(pilot.app)
    pilot.app.post_message(event)
    await calm(pilot)


async def calm(pilot: Pilot[None]) -> None:
    """Wait until the screen has not changed for a moment."""
    last, since = None, monotonic()
    while monotonic() - since < _QUIET:
        await pilot.app.workers.wait_for_complete()
        await pilot._wait_for_screen()
        now = (len(pilot.app.screen_stack), shown(pilot))
        if now != last:
            last, since = now, monotonic()
        await asyncio.sleep(0.005)


class Walk:
    """A walk over one screen: every key that works on it, and on each kind of sheet that opens.

    Args:
        pilot: The app.
        leave_out: Keys that are not pressed on the screen itself.
        deep: Whether keys are pressed on the sheets as well.
    """

    def __init__(
        self, pilot: Pilot[None], leave_out: Collection[str] = (), deep: bool = True
    ) -> None:
        self.pilot, self.deep = pilot, deep
        self.leave_out = (*LEFT_OUT, *leave_out)
        self.base = pilot.app.screen
        self.pressed: set[tuple[str, ...]] = set()
        self._walked: set[type] = set()
        table = app_of(pilot).table
        self._at = None if table is None else table.at

    async def steps(self, path: tuple[str, ...] = ()) -> AsyncIterator[tuple[str, ...]]:
        """Press every key, and yield the keys that led to what is shown after each."""
        level = depth(self.pilot)
        yield path
        for key in keys_here(self.pilot):
            if key in (LEFT_OUT if path else self.leave_out):
                continue
            await type_key(self.pilot, key)
            self.pressed.add((*path, key))
            sheet = type(self.pilot.app.screen)
            if self.deep and depth(self.pilot) > level and sheet not in self._walked:
                self._walked.add(sheet)
                async for deeper in self.steps((*path, key)):
                    yield deeper
            else:
                yield (*path, key)
            await self._back_to(level)

    async def _back_to(self, level: int) -> None:
        """Press Escape until no more than so many sheets lie over the screen; take up the screen where it went."""
        for _ in range(10):
            if depth(self.pilot) <= level:
                break
            await type_key(self.pilot, "escape")
        else:
            raise AssertionError(f"Escape does not lead back:\n{shown(self.pilot)}")
        course = app_of(self.pilot).course
        if self.base not in self.pilot.app.screen_stack and course is not None and self._at:
            course.take(self._at)
            await calm(self.pilot)
            self.base = self.pilot.app.screen


def keys_here(pilot: Pilot[None]) -> list[str]:
    """Return one key for every binding that works now, Enter on a list among them."""
    keys = ["enter"] if isinstance(pilot.app.screen.focused, OptionList) else []
    for active in pilot.app.screen.active_bindings.values():
        key = active.binding.key
        if active.enabled and not active.binding.system and key not in keys:
            keys.append(key)
    return [key for key in keys if key.isascii() and not key.startswith("ctrl+shift")]


def depth(pilot: Pilot[None]) -> int:
    """Return how many sheets lie over the screen."""
    return sum(not isinstance(one, BaseScreen) for one in pilot.app.screen_stack)


async def tabs(pilot: Pilot[None]) -> AsyncIterator[None]:
    """Put the focus on each widget in turn by Tab, until it comes round."""
    first = pilot.app.screen.focused
    for _ in range(_STEPS):
        yield
        await type_key(pilot, "tab")
        if pilot.app.screen.focused is first:
            return


def everything(pilot: Pilot[None], lowest: int = 0) -> str:
    """Return all text the app holds for its screens, also what is scrolled out of sight or not displayed.

    Args:
        pilot: The app.
        lowest: The screen to begin with; those below it are not rendered.
    """
    app = app_of(pilot)
    parts = [shown(pilot), app.title, app.sub_title, app.clipboard]
    for screen in app.screen_stack[lowest:]:
        parts += [str(screen.title), str(screen.sub_title)]
        for widget in screen.walk_children(Widget):
            parts += _texts(widget)
    return "\n".join(parts)


def _texts(widget: Widget) -> Iterator[str]:
    yield str(widget.border_title or "")
    yield str(widget.border_subtitle or "")
    yield str(widget.tooltip or "")
    if isinstance(widget, Static):
        yield str(widget.content)
    if isinstance(widget, OptionList):
        yield from (str(option.prompt) for option in widget.options)
    if isinstance(widget, Input):
        yield f"{widget.value} {widget.placeholder}"
    if isinstance(widget, TextArea):
        yield widget.text
