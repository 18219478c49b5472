"""What all screens share: the first and last line, what was just answered, and moving between panes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from exercise.catalogue import Catalogue
from exercise.ui.screens.habits import Habits
from exercise.ui.signs import DONE, NOT_NOW
from exercise.ui.widgets.keys_bar import KeysBar
from exercise.ui.widgets.panes import Panes
from exercise.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from exercise.ui.app import ExerciseApp

LEAST = (80, 24)
"""The smallest window a screen can be used in: columns and lines."""

Result = TypeVar("Result")


class BaseScreen(Screen[Result], Habits):
    """A full screen: where one is, its panes, the last answer, and the keys that matter."""

    purpose: ClassVar[str] = ""
    """The key of the sentence that says what the screen is for."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "step(1)", "app-key-next-pane", id="screen.next", show=False),
        Binding("shift+tab", "step(-1)", "app-key-previous-pane", id="screen.previous", show=False),
    ]

    def __init__(self, words: Catalogue) -> None:
        """Take the catalogue of the language."""
        super().__init__()
        self.words = words
        self._was_wide: bool | None = None

    @property
    def exercise_app(self) -> ExerciseApp:
        """The app, typed."""
        return cast("ExerciseApp", self.app)

    def compose(self) -> ComposeResult:
        """Put the screen's own widgets between the first and the last line."""
        yield TopBar()
        yield from self.body()
        yield Static(id="answer", markup=False)
        yield KeysBar(self.words)
        yield Static(id="too-small", markup=False)

    def body(self) -> Iterable[Widget]:
        """Return the screen's own widgets."""
        raise NotImplementedError

    def update_view(self) -> None:
        """Show what the views say now; called after every command and when the screen appears."""

    def on_mount(self) -> None:
        """Show everything for the first time."""
        self.query_one("#answer", Static).display = False
        self._fit()
        self.update_view()

    def on_resize(self, event: events.Resize) -> None:
        """Say so where the window is too small; show words or letters as there is room."""
        self._fit()
        if self._was_wide is not None and self._was_wide != self.wide:
            self.update_view()
        self._was_wide = self.wide

    def _fit(self) -> None:
        width, height = self.app.size
        small = width < LEAST[0] or height < LEAST[1]
        notice = self.query_one("#too-small", Static)
        notice.display = small
        if small:
            notice.update(
                self.words.say(
                    "app-too-small",
                    columns=str(LEAST[0]),
                    lines=str(LEAST[1]),
                    width=str(width),
                    height=str(height),
                )
            )

    @property
    def wide(self) -> bool:
        """Whether there is room for words where letters would do."""
        return self.app.size.width >= 100

    def answer(self, text: str, refused: bool = False) -> None:
        """Say what came of the last act, above the keys, until the next one; nothing clears it."""
        line = self.query_one("#answer", Static)
        line.display = bool(text)
        line.set_class(refused, "-refused")
        sign = NOT_NOW if refused else DONE
        line.update(Content.assemble(f"{sign} ", text) if text else "")

    def action_step(self, by: int) -> None:
        """Move the focus to the next or previous pane."""
        for panes in self.query(Panes):
            panes.step(by)
            return
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()


__all__ = ["LEAST", "BaseScreen"]
