"""One field of a form that holds one choice, or several: one line, changed with arrows or from a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from exercise.ui.screens.choose import Choice

_LABEL = 22


class Picker(Static, can_focus=True):
    """One of some choices: left and right change it, Enter lists them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        Binding("enter,space", "list", show=False),
    ]
    offers: ClassVar[str] = "app-key-list"

    class Told(Message):
        """Something about one field."""

        def __init__(self, picker: Picker) -> None:
            """Tell which field."""
            super().__init__()
            self.picker = picker

        @property
        def control(self) -> Picker:
            """The field, for selectors."""
            return self.picker

    class Asked(Told):
        """Somebody wants to see all choices."""

    class Changed(Told):
        """Another value was chosen."""

    def __init__(
        self,
        label: str,
        choices: Sequence[Choice],
        *,
        id: str,  # noqa: A002
        given: str = "",
        none: str = "",
    ) -> None:
        """Hold a choice.

        Args:
            label: What is asked for.
            choices: Values and what they are called.
            id: Its name in the stylesheet and among the form's values.
            given: The value chosen first; the only choice is chosen by itself.
            none: What stands there while nothing is chosen.
        """
        super().__init__(id=id, markup=False, classes="picker")
        self.label, self.choices, self._none = label, tuple(choices), none
        known = [value for value, _ in self.choices]
        self.value = given if given in known else known[0] if len(known) == 1 else ""
        self.can_focus = len(known) > 1

    def on_mount(self) -> None:
        """Show the choice."""
        self._show()

    def choose(self, value: str) -> None:
        """Choose a value."""
        self.value = value
        self._show()
        self.post_message(self.Changed(self))

    @property
    def open(self) -> bool:
        """Whether nothing is chosen yet."""
        return self.value not in dict(self.choices)

    def told(self) -> str:
        """Return what the choice is called."""
        return dict(self.choices).get(self.value, self._none)

    def _show(self) -> None:
        free = self.can_focus
        self.update(
            Content.assemble(
                (f"{self.label:<{_LABEL}} ", "$quiet"),
                ("◂ " if free else "  ", "$accent"),
                (self.told(), "$warn" if self.open else "bold"),
                (" ▸" if free else "", "$accent"),
            )
        )

    def action_turn(self, by: int) -> None:
        """Go to the next or previous choice."""
        known = [value for value, _ in self.choices]
        at = known.index(self.value) + by if self.value in known else 0 if by > 0 else -1
        self.choose(known[at % len(known)])

    def action_list(self) -> None:
        """Ask for the list."""
        self.post_message(self.Asked(self))

    def on_click(self) -> None:
        """Ask for the list with the mouse too."""
        if self.can_focus:
            self.action_list()


class ManyPicker(Picker):
    """Several of some choices, from a list; the value is their names with commas between them."""

    @property
    def open(self) -> bool:
        """Whether nothing is chosen yet."""
        return not self.chosen

    def told(self) -> str:
        """Return what is chosen."""
        labels = dict(self.choices)
        return ", ".join(labels[value] for value in self.chosen) or self._none

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values chosen, in the order of the choices."""
        marked = self.value.split(",")
        return tuple(value for value, _ in self.choices if value in marked)

    def action_turn(self, by: int) -> None:
        """Ask for the list; arrows alone cannot mark several."""
        self.action_list()


__all__ = ["ManyPicker", "Picker"]
