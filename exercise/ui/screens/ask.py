"""A sheet that asks for one text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from exercise.catalogue import Catalogue
from exercise.ui.keys import ctrl
from exercise.ui.screens.sheet import Sheet


class AskSheet(Sheet[str]):
    """One line, taken with Enter; gives the text, or None where the person went back."""

    size_class = "-small"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "app-key-take", id="ask.take", priority=True),
    ]

    def __init__(
        self,
        words: Catalogue,
        title: str,
        question: str = "",
        *,
        given: str = "",
        optional: bool = False,
        hidden: bool = False,
    ) -> None:
        """Ask a question.

        Args:
            words: The catalogue.
            title: Of the sheet.
            question: Above the line.
            given: What stands there already.
            optional: Whether nothing is an answer too.
            hidden: Whether what is typed is not shown.
        """
        super().__init__(words, title)
        self._question, self._given, self._optional, self._hidden = (
            question,
            given,
            optional,
            hidden,
        )

    def body(self) -> Iterable[Widget]:
        """Ask."""
        if self._question:
            yield Static(self._question, id="question", markup=False)
        yield Input(self._given, password=self._hidden, id="line", compact=False)

    def action_take(self) -> None:
        """Give the text back, where there is one."""
        text = self.query_one(Input).value.strip()
        if text or self._optional:
            self.dismiss(text)
        else:
            self.answer(self.words.say("app-pin-empty" if self._hidden else "refusal-text_empty"))


class WriteSheet(Sheet[str]):
    """A text of several lines, taken with F10."""

    size_class = "-middle"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "take", "app-key-take", id="write.take", priority=True),
    ]

    def __init__(
        self, words: Catalogue, title: str, question: str = "", *, given: str = ""
    ) -> None:
        """Ask for a text; ``given`` stands there already."""
        super().__init__(words, title)
        self._question, self._given = question, given

    def body(self) -> Iterable[Widget]:
        """Ask."""
        if self._question:
            yield Static(self._question, id="question", markup=False)
        yield TextArea(
            self._given, id="text", show_line_numbers=False, soft_wrap=True, tab_behavior="focus"
        )

    @property
    def text(self) -> str:
        """What was typed so far."""
        return self.query_one(TextArea).text.strip()

    def action_take(self) -> None:
        """Give the text back, where there is one."""
        if self.text:
            self.dismiss(self.text)
        else:
            self.answer(self.words.say("refusal-text_empty"))


__all__ = ["AskSheet", "WriteSheet"]
