"""The lobby: who plays what, in which language, and with or without scores in sight."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from exercise.catalogue import languages
from exercise.conduct.command import FACILITATOR, AssignSeat, HideScores, Holder
from exercise.conduct.view import Seat
from exercise.engine.prose import say
from exercise.ui.hang import in_lines
from exercise.ui.keys import ctrl
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.choose import ChooseSheet, ConfirmSheet
from exercise.ui.screens.pins import set_pin
from exercise.ui.screens.read_ahead import ReadAheadSheet
from exercise.ui.widgets.lines import Line, Lines
from exercise.ui.widgets.panes import Pane, Panes
from exercise.ui.widgets.reading import Reading

_NEXT: dict[str, Holder] = {"person": "bot", "bot": "vacant", "vacant": "person"}
_MARKS = {"person": "●", "bot": "○", "vacant": "·"}


class LobbyScreen(TableScreen):
    """Who plays?"""

    purpose = "app-purpose-lobby"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"f10,{ctrl('g')}", "start", "app-key-to-briefing", id="lobby.start"),
        Binding("f2", "name", "app-key-name-person", id="lobby.name"),
        Binding("f4", "others", "app-key-others-bots", id="lobby.others"),
        Binding("f5", "scores", "app-key-scores", id="lobby.scores"),
        Binding("f6", "language", "app-key-language", id="lobby.language"),
        Binding("f7", "pin", "app-key-pin", id="lobby.pin", show=False),
        Binding(ctrl("y"), "read_ahead", "app-key-read-ahead", id="lobby.read-ahead"),
        Binding("escape", "back", "app-key-launcher", id="lobby.back", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        """Seats on the left, what the exercise is on the right."""
        word = self.table.word
        yield Panes(
            Pane(
                word("app-seats"), Lines(id="seats", enter="app-key-holder"),
                Static(Content.styled(word("app-lobby-how"), "$quiet"), id="how"), id="seats-pane",
            ),
            Pane(word("app-this-exercise"), Reading(id="about"), id="about-pane"),
        )  # fmt: skip

    def update_view(self) -> None:
        """Show who holds which seat, and the settings."""
        super().update_view()
        self.query_one("#seats", Lines).show([self._seat(seat) for seat in self.table.room().seats])
        self.query_one("#about", Reading).show(self._about(), top=False)

    def _seat(self, seat: Seat) -> Line:
        held = self.table.word(f"holder-{seat.holder}")
        text = Content.assemble(
            f"{_MARKS[seat.holder]} {self.table.name(seat.role)}", "  ",
            (held + (f", {seat.label}" if seat.label else ""), "$accent" if seat.holder == "person" else "$quiet"),
        )  # fmt: skip
        return Line(seat.role, text)

    def _about(self) -> Content:
        bundle, room, word = self.table.session.program.bundle, self.table.room(), self.table.word
        kept = self.exercise_app.kept
        parts = [
            Content(say(bundle, bundle.scenario.summary, self.table.language)),
            Content(
                word("app-scores-are-hidden" if room.scores_hidden else "app-scores-are-shown")
            ),
            Content(word("app-kept-in", path=self._whole(kept)) if kept else word("app-not-kept")),
            Content.styled(room.notice, "$quiet"),
        ]
        return Content("\n\n").join(parts)

    def _whole(self, path: Path) -> str:
        """Return a path; what does not fit on a line breaks before the file's name."""
        room = self.query_one("#about", Reading).scrollable_content_region.width
        return in_lines(path, room or self.app.size.width - 4)

    def _current(self) -> Seat | None:
        name = self.query_one("#seats", Lines).current
        return next((seat for seat in self.table.room().seats if seat.role == name), None)

    def line_chosen(self, event: Lines.Chosen) -> None:
        """Change who holds the seat, with Enter or a click."""
        self.action_change()

    def action_change(self) -> None:
        """Give the seat to a person, a bot or nobody, in this order."""
        seat = self._current()
        if seat is not None:
            self.table.pins.pop(seat.role, None)
            self.do(FACILITATOR, AssignSeat(seat.role, _NEXT[seat.holder]))

    def action_name(self) -> None:
        """Write down who sits there; role names suffice."""
        seat = self._current()
        if seat is None:
            return
        title = self.table.name(seat.role)

        def named(label: str | None) -> None:
            if label is not None:
                self.do(FACILITATOR, AssignSeat(seat.role, "person", label))

        question = self.table.word("app-name-question")
        self.app.push_screen(
            AskSheet(self.words, title, question, given=seat.label, optional=True), named
        )

    def action_others(self) -> None:
        """Let bots hold every seat but the one marked."""
        chosen = self._current()
        for seat in self.table.room().seats:
            holder: Holder = "person" if chosen is not None and seat.role == chosen.role else "bot"
            if seat.holder != holder and not self.do(FACILITATOR, AssignSeat(seat.role, holder)):
                return

    def action_scores(self) -> None:
        """Hide the values from seats until the hot wash, or show them."""
        self.do(FACILITATOR, HideScores(not self.table.room().scores_hidden))

    def action_language(self) -> None:
        """Change the language of the app and, as far as translated, of the scenario."""
        choices = [(name, self.table.word(f"language-{name}")) for name in languages()]

        def chosen(language: str | None) -> None:
            if language is not None:
                self.exercise_app.speak(language)

        title = self.table.word("app-language")
        self.app.push_screen(
            ChooseSheet(self.words, title, choices, given=self.table.language), chosen
        )

    def action_pin(self) -> None:
        """Set or remove the facilitator's PIN."""
        set_pin(self, FACILITATOR)

    def action_read_ahead(self) -> None:
        """Read what everybody reads before StartEx."""
        self.app.push_screen(ReadAheadSheet(self.table))

    def action_start(self) -> None:
        """Open the briefing; where one person plays, ask who conducts; where nobody does, whether that is meant."""
        persons = self.table.persons()
        if not persons:
            self._ask_without_persons()
            return
        if len(persons) > 1:
            self._start(False)
            return
        who, word = self.table.name(persons[0]), self.table.word
        choices = [("alone", word("app-conduct-alone")), ("other", word("app-conduct-other"))]

        def chosen(answer: str | None) -> None:
            if answer is not None:
                self._start(answer == "alone")

        self.app.push_screen(
            ChooseSheet(
                self.words,
                word("app-conduct-title"),
                choices,
                question=word("app-conduct-who", who=who),
            ),
            chosen,
        )

    def _ask_without_persons(self) -> None:
        word = self.table.word
        sheet = ConfirmSheet(
            self.words, word("app-nobody-plays"), yes=word("app-nobody-plays-yes"), no=word("app-nobody-plays-no")
        )  # fmt: skip
        self.app.push_screen(sheet, lambda yes: self._start(False) if yes else None)

    def _start(self, alone: bool) -> None:
        self.table.alone = alone
        course = self.exercise_app.course
        if course is not None:
            course.go_on()

    def action_back(self) -> None:
        """Go back to the launcher; the exercise stays where it is."""
        self.exercise_app.open_launcher()


__all__ = ["LobbyScreen"]
