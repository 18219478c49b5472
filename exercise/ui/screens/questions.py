"""Questions to the facilitator with their answers, and asking for a pause."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.command import Ask, RequestPause
from exercise.conduct.view import QuestionView
from exercise.table.table import Table
from exercise.ui.marks import new_or_turn
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.draft import DraftSheet, forget_draft
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.rows import Row, Rows

QUESTION = "question"
"""What the draft of a question is called."""


class QuestionsSheet(TableSheet):
    """What did I ask, and what was answered?"""

    size_class = "-large"
    purpose = "app-purpose-questions"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "ask", "app-key-ask", id="questions.ask"),
        Binding("f4", "ask_pause", "app-key-ask-pause", id="questions.pause"),
    ]

    def __init__(self, table: Table, role: str) -> None:
        """Show the questions of a seat."""
        super().__init__(table, table.word("app-questions"), role)
        self._new: set[int] = set()

    def body(self) -> Iterable[Widget]:
        """List the questions."""
        yield Rows(id="questions", empty=self.table.word("app-questions-none"))

    def update_view(self) -> None:
        """Show questions, the newest last; answers not seen before carry a mark while the sheet is open."""
        for one in self.view.questions:
            if one.answer and self.table.unread(self.role, f"answer {one.number}"):
                self._new.add(one.number)
        self.query_one(Rows).show_rows([self._told(one) for one in self.view.questions])

    def _told(self, one: QuestionView) -> Row:
        word = self.table.word
        fresh = one.number in self._new
        return Row(
            name=str(one.number),
            text=Content(one.text),
            right=new_or_turn(self.table, fresh, one.turn),
            below=(one.answer or word("plain-no-answer-yet"),),
            apart=True,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be asked once the exercise is over."""
        return self.running or None if action in ("ask", "ask_pause") else True

    def action_ask(self) -> None:
        """Ask something."""
        word = self.table.word
        self.app.push_screen(
            DraftSheet(self.table, self.role, QUESTION, word("app-ask-title"), word("app-ask-how")),
            self._ask,
        )

    def _ask(self, text: str | None) -> None:
        if text and self.do(Ask(text), self.table.word("plain-asked")):
            forget_draft(self.table, self.role, QUESTION)

    def action_ask_pause(self) -> None:
        """Ask for a pause, with a reason where there is one to give."""
        word = self.table.word
        self.app.push_screen(
            AskSheet(
                self.words, word("app-pause-title"), word("app-pause-question"), optional=True
            ),
            self._ask_pause,
        )

    def _ask_pause(self, reason: str | None) -> None:
        if reason is not None:
            self.do(RequestPause(reason), self.table.word("app-pause-asked"))


__all__ = ["QUESTION", "QuestionsSheet"]
