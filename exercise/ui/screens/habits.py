"""What full screens and sheets have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from exercise.ui.toolkit import release_frames
from exercise.ui.widgets.keys_bar import KeysBar

if TYPE_CHECKING:
    from textual.screen import Screen

    from exercise.ui.widgets.lines import Lines
    from exercise.ui.widgets.picker import Picker


class Habits:
    """They name their keys while nothing lies over them, hear a choice once, and keep nothing when they go.

    No widget itself: the toolkit reads default styles along the first base that is one.
    """

    def on_unmount(self) -> None:
        """Keep nothing of it."""
        release_frames()

    def on_screen_suspend(self) -> None:
        """Name no keys while something lies over it."""
        self._name_keys()

    def on_screen_resume(self) -> None:
        """Name its keys again."""
        self._name_keys()

    def _name_keys(self) -> None:
        for bar in self._screen.query(KeysBar):
            bar.refresh()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """Hear what was chosen, once: a second Enter at once comes when the first has opened or closed something."""
        if self._screen.is_active:
            self.line_chosen(event)

    def on_picker_asked(self, event: Picker.Asked) -> None:
        """Hear that a field's choices are wanted, once in the same way."""
        if self._screen.is_active:
            self.choices_wanted(event.picker)

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Do what Enter does on a line of a list."""

    def choices_wanted(self, picker: Picker) -> None:
        """List the choices of a field."""

    @property
    def _screen(self) -> Screen[object]:
        return cast("Screen[object]", self)


__all__ = ["Habits"]
