"""Sheets: what lies over a screen for one question, and goes with Escape."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar, cast

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from exercise.catalogue import Catalogue
from exercise.ui.screens.habits import Habits
from exercise.ui.signs import DONE, NOT_NOW
from exercise.ui.widgets.keys_bar import KeysBar

if TYPE_CHECKING:
    from exercise.ui.app import ExerciseApp

Result = TypeVar("Result")


class Sheet(ModalScreen[Result], Habits, Generic[Result]):
    """A framed sheet with a title and its own keys; Escape gives nothing back."""

    purpose: ClassVar[str] = ""
    size_class: ClassVar[str] = "-middle"
    """``-small``; ``-middle``, as high as it needs; ``-tall``; ``-large``."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "app-key-back", id="sheet.back"),
        # Keys of the app do not reach a sheet by themselves.
        Binding("f1", "app.help", "app-key-help", id="sheet.help"),
    ]

    def __init__(self, words: Catalogue, title: str) -> None:
        """Take the catalogue and a title in words."""
        super().__init__()
        self.words = words
        self._title = title

    @property
    def exercise_app(self) -> ExerciseApp:
        """The app, typed."""
        return cast("ExerciseApp", self.app)

    def compose(self) -> ComposeResult:
        """Frame the sheet's own widgets."""
        with Vertical(id="sheet", classes=self.size_class) as frame:
            frame.border_title = Content(self._title)
            yield from self.body()
            yield Static(id="answer", markup=False)
            yield KeysBar(self.words)

    def body(self) -> Iterable[Widget]:
        """Return the sheet's own widgets."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin without an answer."""
        self.answer("")
        self.update_view()

    def update_view(self) -> None:
        """Show what the views say now; called after every command."""

    def answer(self, text: str, refused: bool = True) -> None:
        """Say in the sheet what is missing or was refused; nothing clears it."""
        line = self.query_one("#answer", Static)
        line.display = bool(text)
        line.set_class(refused, "-refused")
        sign = NOT_NOW if refused else DONE
        line.update(Content.assemble(f"{sign} ", text) if text else "")

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close the sheet and give a result back, once: asked again, the toolkit would close what lies below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_leave(self) -> None:
        """Go back, with nothing done."""
        self.dismiss(None)


__all__ = ["Sheet"]
