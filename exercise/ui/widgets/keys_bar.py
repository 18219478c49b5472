"""The last line of a screen: the keys that matter here, from the bindings in force.

One widget for all keys: the toolkit's own footer builds a widget per key and keeps dead ones alive.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from exercise.catalogue import Catalogue

_NAMES = {
    "enter": "Enter", "escape": "Esc", "space": "Space", "tab": "Tab", "up": "↑", "down": "↓", "left": "←",
    "right": "→", "delete": "Del", "backspace": "Backspace", "pageup": "PgUp", "pagedown": "PgDn",
}  # fmt: skip

_HELP = "f1"
_KEPT = ("escape", _HELP)
"""Keys that have their place however little room there is; help is the last one."""
_NEXT_PANE = "app-key-next-pane"
_EVERYTHING = "command_palette"
"""The act that lists all keys; it is named where the line has no room for some."""


class Key(Struct, frozen=True):
    """A key as the line shows it."""

    key: str
    word: str
    enabled: bool


class KeysBar(Widget):
    """The footer; each key can be clicked."""

    def __init__(self, words: Catalogue) -> None:
        """Speak the catalogue's language."""
        super().__init__()
        self._words = words
        self._shown: tuple[Key, ...] = ()
        self._more: Key | None = None

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)
        self._changed(self.screen)

    def _changed(self, screen: Screen[object]) -> None:
        # The signal may come late, when another screen is up already.
        if not self.is_attached or screen is not self.screen:
            return
        shown, more = tuple(self._keys(screen)), self._key_of_all(screen)
        if (shown, more) != (self._shown, self._more):
            self._shown, self._more = shown, more
            self.refresh()

    def _keys(self, screen: Screen[object]) -> Iterator[Key]:
        """Yield what Enter does on the focused list, Tab where it leads to tabs, then the bindings; each act once."""
        enter = getattr(screen.focused, "offers", "") or getattr(screen, "offers", "")
        told = {enter}
        if enter:
            yield Key("enter", self._words.say(enter), True)
        if _in_tabs(screen.focused):
            told.add(_NEXT_PANE)
            yield Key("tab", self._words.say(_NEXT_PANE), True)
        for active in screen.active_bindings.values():
            word = active.binding.description
            if active.binding.show and word not in told and self._words.has(word):
                told.add(word)
                yield Key(active.binding.key, self._words.say(word), active.enabled)

    def _key_of_all(self, screen: Screen[object]) -> Key | None:
        """Return the key that lists everything, where it works."""
        every = (one for one in screen.active_bindings.values() if one.enabled)
        key = next((one.binding.key for one in every if one.binding.action == _EVERYTHING), "")
        return Key(key, self._words.say("app-key-more"), True) if key else None

    def render(self) -> Content:
        """Draw as many keys as fit, the first ones first; the way back and help always have their place.

        Where some do not fit, the key that lists them all stands before help.
        """
        if self.screen is not self.app.screen:
            # Something lies over the screen: its keys do nothing now.
            return Content()
        drawn: list[Content] = []
        last: list[Content] = []
        left = self.size.width - 1 - sum(_width(key) for key in self._shown if key.key in _KEPT)
        if self._more and sum(_width(key) for key in self._shown) > self.size.width - 1:
            left -= _width(self._more)
            last.append(_drawn(self._more))
        for key in self._shown:
            if key.key not in _KEPT:
                left -= _width(key)
            if key.key == _HELP:
                last.append(_drawn(key))
            elif left >= 0 or key.key in _KEPT:
                drawn.append(_drawn(key))
        return Content.assemble(" ", Content("  ").join([*drawn, *last]))


def _in_tabs(focused: Widget | None) -> bool:
    """Return whether a widget lies in panes of which only one shows."""
    around = () if focused is None else focused.ancestors
    return any(getattr(one, "tabbed", False) for one in around)


def _width(key: Key) -> int:
    return len(key_name(key.key)) + len(key.word) + 3


def _drawn(key: Key) -> Content:
    name = (key_name(key.key), "bold $accent" if key.enabled else "$quiet")
    word = (f" {key.word}", "" if key.enabled else "$quiet")
    return Content.assemble(name, word).stylize(f"@click=app.press({key.key!r})")


def key_name(key: str) -> str:
    """Return what a key is called on screen.

    >>> key_name("f10"), key_name("ctrl+q"), key_name("enter")
    ('F10', 'Ctrl+Q', 'Enter')
    """
    *modifiers, last = key.partition(",")[0].split("+")
    shown = _NAMES.get(last, last.upper())
    return "+".join((*(modifier.capitalize() for modifier in modifiers), shown))


__all__ = ["KeysBar", "key_name"]
