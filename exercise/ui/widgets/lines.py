"""A list to choose from with arrows, digits and Enter; what is chosen stays chosen when lines change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from msgspec import Struct
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from exercise.ui.toolkit import repaint_option


class Line(Struct, frozen=True):
    """One line of a list.

    Attributes:
        name: Its name in the program, unique in the list.
        text: What it shows.
        heading: Whether it is a heading, which cannot be chosen.
    """

    name: str
    text: Content
    heading: bool = False


class Lines(OptionList):
    """A list of lines. Digits go to the first nine; Enter chooses."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(digit), f"to_line({digit})", show=False) for digit in range(1, 10)
    ]  # fmt: skip

    highlighted: reactive[int | None] = reactive(None, repaint=False)

    class Chosen(Message):
        """Enter on a line."""

        def __init__(self, lines: Lines, name: str) -> None:
            """Tell which list, and which line."""
            super().__init__()
            self.lines, self.name = lines, name

        @property
        def control(self) -> Lines:
            """The list, for selectors."""
            return self.lines

    class Moved(Message):
        """The highlight went to another line."""

        def __init__(self, lines: Lines, name: str) -> None:
            """Tell which list, and which line."""
            super().__init__()
            self.lines, self.name = lines, name

        @property
        def control(self) -> Lines:
            """The list, for selectors."""
            return self.lines

    def __init__(self, *, id: str, enter: str = "", empty: str = "") -> None:  # noqa: A002
        """Begin empty.

        Args:
            id: Its name in the stylesheet.
            enter: Key of the words for what Enter does here.
            empty: What stands there while there is nothing to choose.
        """
        super().__init__(id=id, markup=False, compact=True)
        self._held: tuple[Line, ...] = ()
        self._empty = empty
        self.enter = enter
        self._fill(())

    @property
    def offers(self) -> str:
        """Key of the words for what Enter does here now; nothing where there is nothing to choose."""
        return self.enter if any(not line.heading for line in self._held) else ""

    @property
    def current(self) -> str:
        """The highlighted line's name; nothing where there is none."""
        if self.highlighted is None or not self._held:
            return ""
        return self.get_option_at_index(self.highlighted).id or ""

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; the highlight stays on the same name, or else at the same place."""
        if [_looks(line) for line in lines] == [_looks(line) for line in self._held]:
            return
        name, place = self.current, self.highlighted
        self._fill(tuple(lines))
        names = [line.name for line in lines]
        if name in names:
            self.highlighted = names.index(name)
        elif lines:
            first = next((n for n, line in enumerate(lines) if not line.heading), None)
            near = None if place is None else min(place, len(lines) - 1)
            self.highlighted = first if near is None or lines[near].heading else near

    def watch_highlighted(self, before: int | None, highlighted: int | None) -> None:  # type: ignore[override]
        """Move the highlight; only the two lines that change are painted."""
        super().watch_highlighted(highlighted)
        for index in (before, highlighted):
            if index is not None:
                repaint_option(self, index)

    def go_to(self, name: str) -> None:
        """Highlight a line by name, where it is there."""
        names = [line.name for line in self._held]
        if name in names:
            self.highlighted = names.index(name)

    def when_empty(self, text: str) -> None:
        """Say something else where there is nothing to choose."""
        if text != self._empty:
            self._empty = text
            if not self._held:
                self._fill(())

    def _fill(self, lines: tuple[Line, ...]) -> None:
        offered, self._held = self.offers, lines
        if offered != self.offers and self.has_focus:
            self.screen.refresh_bindings()
        self.clear_options()
        if lines:
            self.add_options(
                [Option(line.text, line.name, disabled=line.heading) for line in lines]
            )
        elif self._empty:
            self.add_option(Option(Content.styled(self._empty, "$quiet"), disabled=True))

    def action_to_line(self, number: int) -> None:
        """Highlight the line with a number; headings are not counted."""
        chosen = [n for n, line in enumerate(self._held) if not line.heading]
        if number <= len(chosen):
            self.highlighted = chosen[number - 1]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the screen by name."""
        event.stop()
        self.post_message(self.Chosen(self, event.option.id or ""))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell the screen by name; a highlight that is elsewhere again by now is not told."""
        event.stop()
        if event.option.id and event.option.id == self.current:
            self.post_message(self.Moved(self, event.option.id))


def _looks(line: Line) -> tuple[object, ...]:
    """What of a line can be seen: texts that differ only in colour count as equal to the toolkit."""
    return line.name, line.text, line.text.spans, line.heading


__all__ = ["Line", "Lines"]
