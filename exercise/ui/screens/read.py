"""A sheet with a text to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.catalogue import Catalogue
from exercise.ui.screens.sheet import Sheet
from exercise.ui.widgets.reading import Reading


class ReadSheet(Sheet[None]):
    """One text, however long."""

    size_class = "-large"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "leave", "app-key-close", id="read.close", show=False),
    ]

    def __init__(self, words: Catalogue, title: str, text: Content | str) -> None:
        """Take a title and a text."""
        super().__init__(words, title)
        self._text = text

    def body(self) -> Iterable[Widget]:
        """Show the text."""
        yield Reading(self._text, id="text")


__all__ = ["ReadSheet"]
