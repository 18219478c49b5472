"""An answer in one's own words, which the facilitator rules on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from exercise.conduct.command import RespondFreely
from exercise.conduct.view import SeatView
from exercise.table.measures import answerable
from exercise.table.table import Table
from exercise.ui.screens.form import Drafts, Fields, FormSheet
from exercise.ui.widgets.picker import Picker

DRAFT = "own answer"


class OwnAnswerSheet(FormSheet):
    """Several lines of one's own."""

    purpose = "app-purpose-own-answer"

    def __init__(
        self,
        table: Table,
        view: SeatView,
        drafts: Drafts,
        *,
        inject: str = "",
        take: Callable[[RespondFreely], bool] | None = None,
    ) -> None:
        """Open the form; the arguments are those of a measure's form."""
        super().__init__(table, view.role, table.word("app-own-answer"), drafts, DRAFT)
        self._view, self._inject, self._take = view, inject, take

    def body(self) -> Iterable[Widget]:
        """Ask what it answers, and for the words."""
        word, given = self.words.say, self.given
        injects = [("", word("app-form-own-initiative")), *answerable(self._view)]
        inject = given.get("inject", self._inject)
        with Fields():
            yield Picker(
                word("app-form-inject"), injects, id="inject", given=inject, none=injects[0][1]
            )
        yield Static(Content(word("plain-own-text")), classes="label", markup=False)
        yield TextArea(
            given.get("text", ""),
            id="text",
            show_line_numbers=False,
            soft_wrap=True,
            tab_behavior="focus",
        )
        yield Static(Content(word("app-own-answer-how")), classes="quiet", markup=False)

    def on_mount(self) -> None:
        """Begin at the text."""
        self.query_one(TextArea).focus()

    def action_take(self) -> None:
        """Give the answer, where there is one."""
        if self.missing("text"):
            return
        values = self.values()
        command = RespondFreely(values["text"], values["inject"])
        if self._take is None:
            self.submit(command)
        elif self._take(command):
            self._drafts.pop(self._draft, None)
            self.dismiss(True)


__all__ = ["DRAFT", "OwnAnswerSheet"]
