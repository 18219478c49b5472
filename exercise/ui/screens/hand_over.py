"""Passing the keyboard: a neutral screen, so that nothing of one seat is seen by the next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Center, Middle
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.table.table import FACILITATOR, OPEN_PHASES, Table
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.choose import ChooseSheet
from exercise.ui.widgets.top_bar import TopBar


class HandOverScreen(TableScreen):
    """Whose turn is it at the keyboard? Nothing else."""

    purpose = "app-purpose-hand-over"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "app-key-here", id="hand-over.take"),
        Binding("f2", "other", "app-key-somebody-else", id="hand-over.other"),
    ]

    def __init__(self, table: Table, actor: str) -> None:
        """Wait for an actor."""
        super().__init__(table)
        self.actor = actor

    def body(self) -> Iterable[Widget]:
        """Name who is awaited."""
        with Middle(), Center():
            yield Static(id="hand-over", markup=False)

    def update_view(self) -> None:
        """Show the name alone; the first line holds nothing but the title."""
        self.query_one(TopBar).tell([self.table.room().title])
        who = Content.styled(self.table.name(self.actor), "bold $accent")
        word = self.table.word
        self.query_one("#hand-over", Static).update(
            Content("\n\n").join(
                [
                    Content(word("app-hand-over")),
                    who,
                    Content.styled(word("app-hand-over-how"), "$quiet"),
                ]
            )
        )

    def action_take(self) -> None:
        """Take the keyboard; where a PIN was set, it is asked for."""
        pin = self.table.pins.get(self.actor, "")
        if not pin:
            self._open()
            return
        title = self.table.word("app-pin-of", who=self.table.name(self.actor))
        self.app.push_screen(AskSheet(self.words, title, hidden=True), self._given)

    def _given(self, typed: str | None) -> None:
        if typed is None:
            return
        if typed == self.table.pins.get(self.actor, ""):
            self._open()
        else:
            self.answer(self.table.word("app-pin-wrong"), refused=True)

    def _open(self) -> None:
        course = self.exercise_app.course
        if course is not None:
            course.take(self.actor)

    def action_other(self) -> None:
        """Name somebody else, who must then be there in person."""
        table = self.table
        seats = table.persons() if table.phase() in OPEN_PHASES else ()
        choices = [(who, table.name(who)) for who in (*seats, FACILITATOR) if who != self.actor]
        self.app.push_screen(
            ChooseSheet(self.words, table.word("app-hand-to"), choices), self._named
        )

    def _named(self, actor: str | None) -> None:
        if actor is not None:
            self.actor = actor
            self.update_view()


__all__ = ["HandOverScreen"]
