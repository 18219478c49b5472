"""What a facilitator can do on any screen of the exercise: notes, pause, clock, questions, seats, settings, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from exercise.catalogue import languages
from exercise.conduct.command import (
    FACILITATOR,
    AnswerQuestion,
    AssignSeat,
    HideScores,
    Holder,
    Pause,
    Resume,
    Undo,
)
from exercise.table.lines import planned_minutes, sentence
from exercise.table.undo import undo_words
from exercise.ui.keys import ctrl
from exercise.ui.screens.ask import AskSheet, WriteSheet
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.choose import ChooseSheet, ConfirmSheet
from exercise.ui.screens.conference import CONFERENCE, offered, papers_sheet, summary_sheet
from exercise.ui.screens.note import About, NoteSheet
from exercise.ui.screens.order import OrderSheet
from exercise.ui.screens.pins import set_pin
from exercise.ui.screens.read import ReadSheet
from exercise.ui.screens.read_ahead import ReadAheadSheet
from exercise.ui.screens.room import open_room

_LONGEST = 999
"""Minutes a countdown can begin with."""
HOLDERS: tuple[Holder, ...] = ("person", "bot", "vacant")


class ConductScreen(TableScreen):
    """A screen of the facilitator; subclasses name the keys they offer from :attr:`CONDUCT`."""

    ASKED: ClassVar[BindingType] = Binding(
        ctrl("e"), "questions('asked')", "app-key-answer-seats", id="conduct.asked"
    )
    """Stands before the other keys: somebody waits."""
    CONDUCT: ClassVar[list[BindingType]] = [
        Binding("f8", "note", "app-key-note", id="conduct.note"),
        Binding("f9", "resume", "app-key-resume", id="conduct.resume"),
        Binding("f9", "pause", "app-key-pause", id="conduct.pause"),
        Binding(f"f12,{ctrl('r')}", "room", "app-key-room", id="conduct.room"),
        Binding(
            ctrl("e"),
            "questions('none')",
            "app-key-answer-seats",
            id="conduct.questions",
            show=False,
        ),
        Binding(ctrl("k"), "clock", "app-key-clock", id="conduct.clock", show=False),
        Binding(ctrl("n"), "notes", "app-key-notes", id="conduct.notes", show=False),
        Binding(f"{ctrl('z')},backspace", "undo", "app-key-undo", id="conduct.undo", show=False),
        Binding(ctrl("v"), "scores", "app-key-scores", id="conduct.scores", show=False),
        Binding(ctrl("o"), "order", "app-key-order", id="conduct.order", show=False),
        Binding(ctrl("w"), "pin", "app-key-pins", id="conduct.pins", show=False),
        Binding(ctrl("y"), "read_ahead", "app-key-read-ahead", id="conduct.read-ahead", show=False),
        Binding(ctrl("l"), "language", "app-key-language", id="conduct.language", show=False),
        *CONFERENCE,
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to pause or to resume, never both."""
        if action in ("pause", "resume"):
            return self.table.room().paused == (action == "resume")
        if action == "questions":
            # It stands in the last line while somebody waits for it.
            return parameters == ("asked" if self._waited_for() else "none",)
        if action == "papers":
            return offered(self.table, action)
        return super().check_action(action, parameters)

    # --- notes ------------------------------------------------------------------------------

    def about(self) -> About:
        """Return what a note would be about: the seat and the inject in hand."""
        return About()

    def action_note(self) -> None:
        """Note an observation."""
        self.app.push_screen(NoteSheet(self.table, self.about()))

    def action_notes(self) -> None:
        """Read the observations."""
        word = self.table.word
        told = [
            word(
                "plain-note" if role else "plain-note-alone", turn=str(turn),
                kind=word(f"observed-{kind}"), text=text, who=self.table.name(role) if role else "",
            )
            for turn, kind, role, text in self.table.facilitator().observations
        ]  # fmt: skip
        text = "\n\n".join(told) or word("plain-none-yet")
        self.app.push_screen(ReadSheet(self.words, word("app-notes"), text))

    # --- time -------------------------------------------------------------------------------

    def action_pause(self) -> None:
        """Stop the exercise and the clock; a reason is welcome."""
        word = self.table.word

        def reasoned(reason: str | None) -> None:
            if reason is not None and self.do(FACILITATOR, Pause(reason), word("app-paused-now")):
                self.exercise_app.clock.pause()
                self.show_moment()

        self.app.push_screen(
            AskSheet(self.words, word("app-pause"), word("app-pause-why"), optional=True), reasoned
        )

    def action_resume(self) -> None:
        """Go on after a pause."""
        if self.do(FACILITATOR, Resume(), self.table.word("plain-resumed")):
            self.exercise_app.clock.resume()
            self.show_moment()

    def action_clock(self) -> None:
        """Set a countdown for the phase; it informs and never acts."""
        word, clock = self.table.word, self.exercise_app.clock

        def given(typed: str | None) -> None:
            if typed is None:
                return
            if not typed.isdecimal() or int(typed) > _LONGEST:
                self.answer(word("plain-not-a-number", answer=typed), refused=True)
                return
            minutes = int(typed)
            if minutes:
                clock.start(minutes)
            else:
                clock.stop()
            if self.table.room().paused:
                clock.pause()
            self.answer(word("app-clock-runs" if minutes else "app-clock-none", minutes=minutes))
            self.show_moment()

        planned = planned_minutes(self.table)
        told = word("app-clock-planned", minutes=str(planned)) if planned else ""
        ask = AskSheet(
            self.words, word("app-clock"), f"{told} {word('app-clock-ask')}".strip(),
            given=str(planned or ""),
        )  # fmt: skip
        self.app.push_screen(ask, given)

    def action_undo(self) -> None:
        """Go back to the last phase boundary or release, after saying what that takes back."""
        word, told = self.table.word, undo_words(self.table)
        if not told:
            self.answer(word("refusal-cannot_undo"), refused=True)
            return
        question = f"{told} {word('plain-undo-sure')}"

        def answered(yes: bool | None) -> None:
            if yes and self.do(FACILITATOR, Undo(), word("plain-undone")):
                self.table.reopen()
                self._show_anew()

        self.app.push_screen(
            ConfirmSheet(self.words, question, yes=word("app-undo-yes"), no=word("app-undo-no")),
            answered,
        )

    def _show_anew(self) -> None:
        course = self.exercise_app.course
        if course is not None:
            course.show()
            self.app.call_after_refresh(self.exercise_app.say, self.table.word("plain-undone"))

    # --- seats ------------------------------------------------------------------------------

    def _waited_for(self) -> bool:
        return any(not one.answer for one in self.table.facilitator().questions)

    def action_questions(self, _: str = "") -> None:
        """Read the questions of seats, those without an answer first, and answer one."""
        word = self.table.word
        found = sorted(self.table.facilitator().questions, key=lambda one: bool(one.answer))
        choices = [
            (str(one.number), word(
                "plain-question-of", who=self.table.name(one.role), text=sentence(one.text),
                answer=one.answer or word("plain-no-answer-yet"),
            ))
            for one in found
        ]  # fmt: skip
        if not choices:
            self.answer(word("app-no-questions"))
            return
        texts = {str(one.number): one.text for one in found}

        def chosen(number: str | None) -> None:
            if number is not None:
                self._answer_question(int(number), texts[number])

        self.app.push_screen(ChooseSheet(self.words, word("app-questions"), choices), chosen)

    def _answer_question(self, number: int, question: str) -> None:
        word = self.table.word

        def written(text: str | None) -> None:
            if text is not None:
                self.do(FACILITATOR, AnswerQuestion(number, text), word("plain-answered"))

        self.app.push_screen(WriteSheet(self.words, word("app-your-answer"), question), written)

    def change_holder(self, role: str) -> None:
        """Give a seat to somebody else."""
        word, seats = self.table.word, {seat.role: seat for seat in self.table.room().seats}
        choices = [(holder, word(f"holder-{holder}")) for holder in HOLDERS]

        def chosen(name: str | None) -> None:
            holder = next((one for one in HOLDERS if one == name), None)
            if holder == "person":
                question = word("app-name-question")
                ask = AskSheet(self.words, self.table.name(role), question, optional=True)
                self.app.push_screen(ask, named)
            elif holder is not None:
                self._assign(role, holder)

        def named(label: str | None) -> None:
            if label is not None:
                self._assign(role, "person", label)

        title = word("app-holder-of", who=self.table.name(role))
        sheet = ChooseSheet(self.words, title, choices, given=seats[role].holder)
        self.app.push_screen(sheet, chosen)

    def _assign(self, role: str, holder: Holder, label: str = "") -> None:
        if self.do(FACILITATOR, AssignSeat(role, holder, label), self.table.word("app-assigned")):
            # Whoever sat there before has no PIN of the next person's seat.
            self.table.pins.pop(role, None)

    def action_order(self) -> None:
        """Choose the order in which seats come to the keyboard."""

        def ordered(order: tuple[str, ...] | None) -> None:
            if order is not None:
                self.table.order = order
                self.update_view()
                names = ", ".join(self.table.name(role) for role in order)
                self.answer(self.table.word("plain-order", names=names))

        if self.table.persons():
            self.app.push_screen(OrderSheet(self.table), ordered)
        else:
            self.answer(self.table.word("plain-no-persons"), refused=True)

    def action_pin(self) -> None:
        """Set one's own PIN, or clear that of a seat which was forgotten."""
        table, word = self.table, self.table.word
        with_pin = [role for role in table.pins if role != FACILITATOR]
        if not with_pin:
            set_pin(self, FACILITATOR)
            return
        choices = [(who, table.name(who)) for who in (FACILITATOR, *with_pin)]

        def chosen(who: str | None) -> None:
            if who == FACILITATOR:
                set_pin(self, FACILITATOR)
            elif who is not None:
                self._ask(
                    word("plain-pin-clear", who=table.name(who)), lambda: self._clear_pin(who)
                )

        title = word("plain-pin-whose")
        self.app.push_screen(ChooseSheet(self.words, title, choices), chosen)

    def _clear_pin(self, role: str) -> None:
        self.table.pins.pop(role, None)
        self.answer(self.table.word("plain-pin-none"))

    def _ask(self, question: str, act: Callable[[], None]) -> None:
        self.app.push_screen(ConfirmSheet(self.words, question), lambda yes: act() if yes else None)

    # --- settings and papers ----------------------------------------------------------------

    def action_scores(self) -> None:
        """Hide the values from seats and the room until the hot wash, or show them."""
        hidden = self.table.room().scores_hidden
        done = self.table.word("plain-scores-shown" if hidden else "told-scores-hidden")
        self.do(FACILITATOR, HideScores(not hidden), done)

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

    def action_read_ahead(self) -> None:
        """Read what everybody reads before StartEx."""
        self.app.push_screen(ReadAheadSheet(self.table))

    def action_papers(self) -> None:
        """Read the position papers."""
        self.app.push_screen(papers_sheet(self.table))

    def action_summary(self) -> None:
        """Read the summary; work on it, on the record and with the floor where no person has that duty."""
        self.app.push_screen(summary_sheet(self.table))

    def action_room(self) -> None:
        """Show what the room may see."""
        open_room(self)


__all__ = ["HOLDERS", "ConductScreen"]
