"""F1: what the screen is for, and every key that works on it now."""

from __future__ import annotations

from textual.content import Content
from textual.screen import Screen

from exercise.catalogue import Catalogue
from exercise.ui.screens.read import ReadSheet
from exercise.ui.widgets.keys_bar import key_name

_WIDTH = 12


class HelpSheet(ReadSheet):
    """Help on one screen, made from its bindings, so that it cannot differ from them."""

    def __init__(self, words: Catalogue, screen: Screen[object]) -> None:
        """Read the bindings of a screen before this one lies over it."""
        self.words = words
        purpose = str(getattr(screen, "purpose", ""))
        text = Content("\n").join([*self._purpose(purpose), *self._keys(screen)])
        super().__init__(words, words.say("app-help"), text)

    def _purpose(self, key: str) -> list[Content]:
        return [Content(self.words.say(key)), Content()] if key else []

    def _keys(self, screen: Screen[object]) -> list[Content]:
        rows: dict[str, Content] = {}
        enter = str(getattr(screen.focused, "offers", ""))
        if enter:
            rows[enter] = self._row("enter", enter, True)
        for active in screen.active_bindings.values():
            word = active.binding.description
            if word and self.words.has(word) and word not in rows:
                rows[word] = self._row(active.binding.key, word, active.enabled)
        return [
            *rows.values(),
            Content(),
            Content.styled(self.words.say("app-help-lists"), "$quiet"),
        ]

    def _row(self, key: str, word: str, enabled: bool) -> Content:
        name = key_name(key)
        about = self.words.say(f"{word}.help") if self.words.has(f"{word}.help") else ""
        told = f"{self.words.say(word)}" + (f": {about}" if about else "")
        return Content.assemble(
            (f"{name:<{_WIDTH}}", "bold $accent" if enabled else "$quiet"),
            (told, "" if enabled else "$quiet"),
        )


__all__ = ["HelpSheet"]
