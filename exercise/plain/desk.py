"""One seat at the keyboard: what it reads, and the menu of what it can do in the present phase.

Shows one seat's view and the room's, nothing else.
"""

from __future__ import annotations

from exercise.conduct.command import Ask, RequestPause, SendMessage
from exercise.conduct.view import Gauge, InboxItem, SeatView
from exercise.engine.explain import points
from exercise.plain import agreements, changes, reading, responses, why
from exercise.plain.conference import Conference
from exercise.plain.hand_over import set_pin
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry
from exercise.table.lines import axes_lines, find_gauges, gauge_line, moment_line


class Desk:
    """A seat with the keyboard."""

    def __init__(self, table: Table, role: str) -> None:
        """Sit a role down."""
        self.table = table
        self.talk = table.talk
        self.role = role
        self.shown: tuple[Gauge, ...] = ()
        """The values of the last list, so that ``why 2`` means the second of them."""

    @property
    def view(self) -> SeatView:
        """What the seat may know now."""
        return self.table.seat(self.role)

    def run(self) -> None:
        """Let the seat work until it says that it is done."""
        self._greet()
        if self.table.menu_seen(self.role):
            self.talk.say("plain-menu-hint")
        else:
            self.talk.menu(self.entries())
        while True:
            answer = self.table.console.ask(
                self.talk.word("plain-desk-prompt", who=self.table.name(self.role))
            )
            if not answer:
                self.talk.say("plain-desk-empty")
            elif self.talk.obey(self.entries(), answer):
                return

    def entries(self) -> tuple[Entry, ...]:
        """Return what the seat can type in this phase."""
        phase = self.table.phase()
        return (
            *self._reading(phase),
            *self._acting(phase),
            *Conference(self.table, self.role).entries(),
            *self._always(),
            Entry("done", self._leave),
        )

    def _reading(self, phase: str) -> tuple[Entry, ...]:
        card = Entry("card", lambda _: reading.card(self))
        if phase == "briefing":
            return (Entry("readahead", lambda _: reading.read_ahead(self.table)), card)
        return (
            Entry("inbox", lambda rest: reading.inbox(self, rest)), card,
            Entry("situation", lambda _: self.situation()),
            Entry("indicators", self.indicators),
            Entry("record", lambda rest: reading.record(self.table, rest)),
            Entry("measures", lambda rest: responses.measures(self, rest)),
            Entry("measure", lambda rest: responses.details(self, rest), main=False),
            Entry("standing", lambda _: reading.standing(self), main=False),
            Entry("outcome", self.outcome, main=False),
            Entry("readahead", lambda _: reading.read_ahead(self.table), main=False),
            Entry("why", lambda rest: why.for_seat(self, rest), main=False),
            Entry("why-not", lambda rest: why.not_for_seat(self, rest), main=False),
        )  # fmt: skip

    def _acting(self, phase: str) -> tuple[Entry, ...]:
        if phase == "briefing":
            return ()
        deciding = (
            Entry("respond", lambda rest: responses.respond(self, rest)),
            Entry("own", lambda rest: responses.own_answer(self, rest)),
            Entry("mine", lambda _: responses.mine(self)),
            Entry("withdraw", lambda rest: responses.withdraw(self, rest)),
            Entry("lift", lambda rest: responses.lift(self, rest)),
            Entry("keep", lambda rest: responses.keep(self, rest), main=False),
            Entry("seal", lambda _: responses.seal(self)),
        )
        speaking = (
            Entry("statement", lambda rest: responses.statement(self, rest)),
            Entry("mine", lambda _: responses.mine(self), main=False),
        )
        return (
            *(deciding if phase == "decision" else speaking),
            Entry("agreements", lambda rest: agreements.agreements(self, rest)),
            Entry("messages", lambda _: reading.messages(self)),
            Entry("write", self._write),
        )

    def _always(self) -> tuple[Entry, ...]:
        return (
            Entry("ask", self._ask), Entry("pause", self._pause), Entry("questions", self._questions, main=False),
            Entry("glossary", lambda rest: reading.glossary(self, rest), main=False),
            Entry("pin", self._pin, main=False),
        )  # fmt: skip

    def _greet(self) -> None:
        view = self.view
        if not self.table.alone:
            self.talk.heading("plain-desk-heading", who=self.table.name(self.role))
        self.talk.write(moment_line(self.table, view.common))
        if view.common.phase.value == "briefing":
            reading.card(self)
            return
        self.talk.write(*axes_lines(self.table, view.common))
        self.purse()
        new = [
            item
            for item in view.inbox
            if self.table.new(self.role, f"inject {item.inject}", item.turn)
        ]
        for item in new:
            reading.item(self, item)
        self._news(view, new)

    def _news(self, view: SeatView, new: list[InboxItem]) -> None:
        if not new:
            self.talk.say("plain-no-new-injects")
        for message in view.messages:
            if message.sender != self.role and self.table.new(
                self.role, f"message {message.number}", message.turn
            ):
                reading.message(self, message)
        for question in view.questions:
            if question.answer and self.table.unread(self.role, f"answer {question.number}"):
                reading.question(self, question)

    def purse(self) -> None:
        """Tell actions and funds left."""
        view = self.view
        self.talk.say(
            "plain-purse",
            actions=view.actions,
            total=str(view.actions_total),
            funds=points(view.funds),
        )

    def situation(self) -> bool:
        """Tell where the exercise stands, for this seat."""
        reading.situation(self.table)
        self.purse()
        if self.view.sealed:
            self.talk.say("plain-you-sealed")
        return False

    def indicators(self, rest: str) -> bool:
        """List values in words: of the seat's own state, of a place or name typed, or all."""
        view, talk = self.view, self.talk
        own = [gauge for gauge in view.common.gauges if self.role in gauge.place.split(", ")]
        if rest.lower() in (talk.word("plain-all").lower(), "all"):
            found = view.common.gauges
        elif rest:
            found = find_gauges(self.table, view.common.gauges, rest)
        else:
            found = tuple(own) or tuple(gauge for gauge in view.common.gauges if not gauge.place)
        self.shown = (*view.common.axes, *view.card_gauges, *found)
        if view.common.scores_hidden:
            talk.say("told-scores-hidden")
        elif not found:
            talk.say("plain-not-known", answer=rest)
        talk.listed([(gauge.slot, gauge_line(self.table, gauge)) for gauge in self.shown])
        talk.say("plain-indicators-hint")
        return False

    def outcome(self, rest: str) -> bool:
        """Tell what moved in the last outcome, in one's own state first."""
        self.shown = changes.tell(self.table, rest, self.role)
        return False

    def _write(self, rest: str) -> bool:
        seats = [
            seat.role
            for seat in self.view.common.seats
            if seat.holder != "vacant" and seat.role != self.role
        ]
        options = [(role, self.table.name(role)) for role in seats]
        to = self.talk.pick_many(
            "plain-write-to", [*options, (FACILITATOR, self.table.name(FACILITATOR))], rest
        )
        text = self.talk.text("plain-write-text")
        others = tuple(role for role in to if role != FACILITATOR)
        if others and self.table.do(self.role, SendMessage(others, text)):
            self.talk.say("plain-written", to=", ".join(self.table.name(role) for role in others))
        # What goes to the facilitator wants an answer, so it is a question.
        return self._ask(text) if FACILITATOR in to else False

    def _ask(self, rest: str) -> bool:
        if self.table.do(self.role, Ask(self.talk.text("plain-ask-text", rest))):
            self.talk.say("plain-asked")
        return False

    def _questions(self, _: str) -> bool:
        for question in self.view.questions:
            reading.question(self, question)
        if not self.view.questions:
            self.talk.say("plain-none-yet")
        return False

    def _pause(self, rest: str) -> bool:
        if self.table.do(self.role, RequestPause(self.talk.line("plain-pause-why", rest))):
            self.talk.say("plain-pause-asked")
        return False

    def _pin(self, _: str) -> bool:
        set_pin(self.table, self.role)
        return False

    def _leave(self, _: str) -> bool:
        view = self.view
        deciding = view.common.phase.value == "decision"
        if deciding and not view.sealed and view.responses and self.talk.yes("plain-seal-first"):
            responses.seal(self)
        self.table.finish(self.role)
        return True


__all__ = ["Desk"]
