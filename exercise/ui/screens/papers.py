"""Position papers: who handed in what on which question, and writing one's own. All of it is open to everybody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from exercise.conduct.view_conference import PaperAsked
from exercise.table.conference import (
    paper_parts,
    paper_state,
    question_number,
    question_told,
)
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.table_sheet import TableSheet
from exercise.ui.widgets.lines import Lines
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.reading import Reading
from exercise.ui.widgets.rows import Row, Rows


class PapersSheet(TableSheet):
    """What do the others bring to the table, and what do I?"""

    purpose = "app-purpose-papers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,f2,{ctrl('g')}", "write", "app-key-write-paper", id="papers.write"),
    ]

    def __init__(self, table: Table, role: str = "") -> None:
        """Show the papers; with a role, that seat can write its own."""
        super().__init__(table, table.word("app-papers"), role)

    def body(self) -> Iterable[Widget]:
        """The list by question, and beside it one paper."""
        word = self.table.word
        yield Panes(
            Pane(
                word("app-papers-list"),
                Rows(id="papers", enter="app-key-read", empty=word("plain-papers-none")),
                id="papers-list",
            ),
            Pane(word("app-paper"), Reading(id="paper"), id="paper-text"),
        )

    def on_mount(self) -> None:
        """Begin with one's own paper."""
        self.update_view()
        mine = [one.question for one in self._asked() if self.role in one.who]
        if mine:
            self.query_one("#papers", Lines).go_to(f"{mine[0]}.{self.role}")
        self.query_one("#papers").focus()
        self._read()

    def update_view(self) -> None:
        """Show the papers as they stand."""
        rows = [row for one in self._asked() for row in self._rows(one)]
        self.query_one("#papers", Rows).show_rows(rows)
        self._read(top=False)

    def _asked(self) -> tuple[PaperAsked, ...]:
        return self.table.room().conference.asked

    def _rows(self, asked: PaperAsked) -> Iterator[Row]:
        number = question_number(self.table, asked.question)
        title = self.table.word("app-paper-question", number=number)
        yield Row(asked.question, Content.styled(title, "bold $accent"), heading=True)
        for role in asked.who:
            there, whole = asked.of(role) is not None, not asked.missing(role)
            mark = ("● ", "$good") if whole else ("◐ ", "$warn") if there else ("· ", "$quiet")
            yield Row(
                name=f"{asked.question}.{role}",
                text=Content.styled(self.table.name(role), "bold" if role == self.role else ""),
                mark=Content.styled(*mark),
                below=(paper_state(self.table, asked, role),),
            )

    @property
    def chosen(self) -> tuple[PaperAsked, str] | None:
        """The question and the role of the paper that is read."""
        question, _, role = self.query_one("#papers", Lines).current.partition(".")
        found = next((one for one in self._asked() if one.question == question), None)
        return None if found is None or role not in found.who else (found, role)

    def _read(self, top: bool = True) -> None:
        chosen = self.chosen
        text = Content() if chosen is None else Content("\n").join(self._text(*chosen))
        self.query_one("#paper", Reading).show(text, top)
        self.refresh_bindings()

    def _text(self, asked: PaperAsked, role: str) -> Iterator[Content]:
        yield Content.styled(question_told(self.table, asked), "$quiet")
        yield Content.styled(self.table.name(role), "bold $accent")
        yield Content.styled(paper_state(self.table, asked, role), "$quiet")
        there = asked.of(role) is not None
        for heading, text in paper_parts(asked, role):
            yield Content("")
            yield Content.styled(heading, "bold" if there else "$quiet")
            if text:
                yield Content(text)
            elif there:
                yield Content.styled(f"! {self.table.word('paper-nothing')}", "$warn")

    # --- keys -------------------------------------------------------------------------------

    def on_lines_moved(self, _: Lines.Moved) -> None:
        """Read what is highlighted."""
        self._read()

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Go into the text."""
        self.query_one(Panes).open("paper-text")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to write where the seat is asked for a paper and may hand one in now."""
        return bool(self._open()) if action == "write" else True

    def _open(self) -> tuple[str, ...]:
        return self.view.conference_acts.papers if self.role else ()

    def action_write(self) -> None:
        """Write one's own paper: on the question that is read, or else on the first."""
        from exercise.ui.screens.paper_form import PaperForm

        open_ones = self._open()
        if not open_ones:
            return
        chosen = self.chosen
        at = chosen[0].question if chosen is not None else ""
        question = at if at in open_ones else open_ones[0]
        asked = next(one for one in self._asked() if one.question == question)

        def handed_in(done: bool | None) -> None:
            if done:
                self.query_one("#papers", Lines).go_to(f"{question}.{self.role}")
                self.exercise_app.refresh_views()
                self.answer(self.table.word("plain-paper-handed"), refused=False)

        self.app.push_screen(PaperForm(self.table, self.role, asked), handed_in)


__all__ = ["PapersSheet"]
