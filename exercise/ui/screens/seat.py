"""What every screen of one seat offers to read and to ask: sheets over it, all made from the seat's view."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from textual.binding import Binding, BindingType

from exercise.conduct.command import FACILITATOR
from exercise.conduct.view import SeatView
from exercise.table.table import Table
from exercise.ui.keys import ctrl
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.conference import CONFERENCE, offered, papers_sheet, summary_sheet
from exercise.ui.screens.sheet import Sheet

Result = TypeVar("Result")


WHY = Binding("f3", "why", "app-key-why", id="desk.why")
"""The key that asks why; a desk names it among its own keys, since no row of its lists does."""
READING: tuple[BindingType, ...] = (
    Binding("f5", "messages", "app-key-messages", id="desk.messages"),
    Binding("f6", "agreements", "app-key-agreements", id="desk.agreements"),
    Binding("f2", "situation", "app-key-situation", id="desk.situation"),
    WHY,
    Binding("f8", "card", "app-key-card", id="desk.card"),
    Binding("f9", "questions", "app-key-questions", id="desk.questions"),
    Binding("f12", "console", "app-key-console", id="desk.console"),
    Binding(ctrl("r"), "record", "app-key-record", id="desk.record", show=False),
    Binding(ctrl("o"), "glossary", "app-key-glossary", id="desk.glossary", show=False),
    Binding(ctrl("y"), "read_ahead", "app-key-read-ahead", id="desk.read-ahead", show=False),
    Binding(ctrl("l"), "pin", "app-key-own-pin", id="desk.pin", show=False),
    *CONFERENCE,
)
"""Keys of what a seat can read and ask; a screen names them after its own, which matter more."""


class SeatScreen(TableScreen):
    """A screen of one seat."""

    def __init__(self, table: Table, role: str) -> None:
        """Sit a role down."""
        super().__init__(table)
        self.role = role
        self.view: SeatView = table.seat(role)
        """What the seat may know, since it was last shown."""

    @property
    def who(self) -> str:
        """The role that looks at the screen."""
        return self.table.name(self.role)

    def update_view(self) -> None:
        """Take the view anew."""
        super().update_view()
        self.view = self.table.seat(self.role)

    def lay(self, sheet: Sheet[Result], done: Callable[[Result], None] | None = None) -> None:
        """Lay a sheet over the screen; afterwards everything is shown anew.

        Args:
            sheet: The sheet.
            done: What to do with what it gives back; not called where the person went back.
        """

        def closed(result: Result | None) -> None:
            if done is not None and result is not None:
                done(result)
            self.update_view()

        self.app.push_screen(sheet, closed)

    def value_asked(self) -> str:
        """Return the name of the value that is highlighted; nothing where none is."""
        return ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the console to the one person who plays and conducts; papers and the summary where there are any."""
        if action in ("papers", "summary"):
            return offered(self.table, action)
        return self.table.alone if action == "console" else True

    def action_messages(self) -> None:
        """Read and write messages."""
        from exercise.ui.screens.messages import MessagesSheet

        self.lay(MessagesSheet(self.table, self.role))

    def action_agreements(self) -> None:
        """Read, sponsor and sign agreements."""
        self.open_agreements("")

    def open_agreements(self, slug: str) -> None:
        """Read, sponsor and sign agreements, one of them first."""
        from exercise.ui.screens.agreements import AgreementsSheet

        self.lay(AgreementsSheet(self.table, self.role, agreement=slug))

    def action_situation(self) -> None:
        """Look at the map, all values and the issues."""
        from exercise.ui.screens.situation import SituationSheet

        self.lay(SituationSheet(self.table, self.role))

    def action_why(self) -> None:
        """Ask why the highlighted value stands as it does."""
        self.ask_why(self.value_asked())

    def ask_why(self, slot: str) -> None:
        """Ask why a value stands as it does."""
        from exercise.ui.screens.why import WhySheet

        if slot:
            self.lay(WhySheet(self.table, slot, role=self.role))
        else:
            self.answer(self.table.word("app-desk-why-which"), refused=True)

    def action_card(self) -> None:
        """Read the role card."""
        from exercise.ui.cards import card_text
        from exercise.ui.screens.read import ReadSheet

        text = card_text(self.table, self.view)
        self.lay(ReadSheet(self.words, self.table.word("app-your-card"), text))

    def action_questions(self) -> None:
        """Ask the facilitator, or for a pause."""
        from exercise.ui.screens.questions import QuestionsSheet

        self.lay(QuestionsSheet(self.table, self.role))

    def action_record(self) -> None:
        """Read the public record."""
        from exercise.ui.screens.record import RecordSheet

        self.lay(RecordSheet(self.table))

    def action_papers(self) -> None:
        """Read the position papers, and write one's own."""
        self.lay(papers_sheet(self.table, self.role))

    def action_summary(self) -> None:
        """Read the summary, and work on it where that is one's duty."""
        self.lay(summary_sheet(self.table, self.role))

    def action_glossary(self) -> None:
        """Look terms up."""
        from exercise.ui.screens.glossary import GlossarySheet

        self.lay(GlossarySheet(self.table, self.role))

    def action_read_ahead(self) -> None:
        """Read what everybody reads before StartEx."""
        from exercise.ui.screens.read_ahead import ReadAheadSheet

        self.lay(ReadAheadSheet(self.table))

    def action_pin(self) -> None:
        """Set a PIN of one's own."""
        from exercise.ui.screens.pins import set_pin

        set_pin(self, self.role)

    def action_console(self) -> None:
        """Go to the facilitator's console, where one person plays and conducts."""
        course = self.exercise_app.course
        if course is not None:
            self.table.at = FACILITATOR
            course.show()


__all__ = ["READING", "WHY", "SeatScreen"]
