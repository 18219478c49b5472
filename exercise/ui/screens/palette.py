"""Everything that can be done on a screen, found by its name. Holds no acts of its own: they are the keys in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import Struct
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from exercise.catalogue import Catalogue
from exercise.ui.widgets.keys_bar import KeysBar, key_name

if TYPE_CHECKING:
    from exercise.ui.app import ExerciseApp

_ON = "f10"
"""The key that goes on; it never stands first, so that a stray Enter does not leave the screen."""


class Act(Struct, frozen=True):
    """What can be done: its name, its key in words, and what does it."""

    name: str
    key: str
    do: Callable[[], object]


class Acts(Provider):
    """The acts of the screen below, those of its last line first."""

    async def discover(self) -> Hits:
        """Yield them all, in their order."""
        for act in acts_of(self.screen):
            yield DiscoveryHit(act.name, act.do, help=act.key)

    async def search(self, query: str) -> Hits:
        """Yield those whose name fits."""
        matcher = self.matcher(query)
        for act in acts_of(self.screen):
            fits = matcher.match(act.name)
            if fits > 0:
                yield Hit(fits, matcher.highlight(act.name), act.do, help=act.key)


def acts_of(screen: Screen[object]) -> Iterator[Act]:
    """Yield every act whose key works on a screen now, by its name in words."""
    app = cast("ExerciseApp", screen.app)
    words, found = app.words, dict[str, Binding]()
    for one in screen.active_bindings.values():
        word = one.binding.description
        itself = one.binding.action.endswith("command_palette")
        if one.enabled and words.has(word) and not itself:
            found.setdefault(word, one.binding)
    for word, binding in sorted(found.items(), key=lambda one: _rank(one[1])):
        key = words.say("app-palette-key", key=key_name(binding.key))
        yield Act(words.say(word), key, partial(app.call_later, app.action_press, binding.key))


def _rank(binding: Binding) -> int:
    """Return where an act stands: the keys of the last line, the one that goes on, and the others."""
    if not binding.show:
        return 2
    return 1 if binding.key == _ON else 0


class Palette(CommandPalette):
    """The palette in the app's language, with a last line of its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "escape", "app-key-back", id="palette.back"),
    ]
    offers: ClassVar[str] = "app-key-do"

    def __init__(self, words: Catalogue) -> None:
        """Take the catalogue of the language."""
        super().__init__([Acts], placeholder=words.say("app-palette-ask"), id="--command-palette")
        self._words = words

    def compose(self) -> ComposeResult:
        """Put the keys of the palette where those of the screen stand."""
        yield from super().compose()
        yield KeysBar(self._words)


__all__ = ["Palette", "acts_of"]
