"""Screens of a running exercise: they show the table's views and are shown anew after every command."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from exercise.conduct.command import Command
from exercise.table.table import Table
from exercise.ui import marks
from exercise.ui.screens.base import BaseScreen
from exercise.ui.widgets.top_bar import TopBar

_OUTSIDE = ("lobby", "briefing", "hot_wash", "closed")
"""Phases that belong to no turn."""


class TableScreen(BaseScreen[None]):
    """A screen of the exercise at the table."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "how_to_leave", "app-key-how-to-leave", id="table.how-to-leave", show=False
        ),
    ]

    def __init__(self, table: Table) -> None:
        """Sit down at a table."""
        super().__init__(table.catalogue)
        self.table = table

    @property
    def who(self) -> str:
        """Who looks at the screen; the exercise's title where nobody in particular does."""
        return self.table.room().title

    def update_view(self) -> None:
        """Show the moment and the axes."""
        self.show_moment()

    def show_moment(self) -> None:
        """Fill the first line from the room's view."""
        room, word = self.table.room(), self.table.word
        phase = Content.styled(word(f"phase-{room.phase.value}").upper(), "bold")
        left: list[Content | str] = [Content.styled(self.who.upper(), "bold $accent")]
        if room.phase.value not in _OUTSIDE:
            left.append(word("app-turn-of", turn=str(room.turn), turns=str(room.turns)))
        left.append(phase)
        if room.paused:
            left.append(Content.styled(word("app-paused"), "bold $warn"))
        clock = self.exercise_app.clock.text()
        left += [clock, room.story_time]
        shown = room.phase.value not in ("lobby", "briefing")
        self.query_one(TopBar).tell(left, self.axes_shown() if shown else None)

    def axes_shown(self) -> Content:
        """Return both axes as the first line shows them: as everybody in the room may see them."""
        room = self.table.room()
        return marks.axes(self.table, room.axes, room.scores_hidden, self.wide)

    def action_how_to_leave(self) -> None:
        """Say how to leave: who presses Esc here means to, and nothing lies below the screen."""
        self.answer(self.table.word("app-how-to-leave"))

    def do(self, actor: str, command: Command, done: str = "") -> bool:
        """Submit a command, say what came of it, and show the screen anew; return whether it was done."""
        return self.exercise_app.submit(actor, command, done)


__all__ = ["TableScreen"]
