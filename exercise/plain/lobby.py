"""Before StartEx: the lobby, and the rounds in which every seat comes to the keyboard once."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.command import Advance
from exercise.engine.prose import say
from exercise.plain import reading, seats
from exercise.plain.desk import Desk
from exercise.plain.hand_over import pass_keyboard
from exercise.plain.stage import Stage
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry
from exercise.table.lines import axes_lines, moment_line


class Lobby(Stage):
    """Who plays?"""

    prompt = "plain-prompt-lobby"

    def intro(self) -> None:
        """Tell the scenario and who holds which seat."""
        room, bundle = self.table.room(), self.table.session.program.bundle
        self.talk.heading("plain-lobby", title=room.title)
        self.talk.write(say(bundle, bundle.scenario.summary, self.table.language), room.notice)
        reading.statuses(self.table)

    def own(self) -> Sequence[Entry]:
        """Return what is settled before an exercise begins."""
        return (
            Entry("assign", lambda rest: seats.assign(self.table, rest)),
            Entry("order", lambda rest: seats.order(self.table, rest)),
            Entry("scores", self.facilitator.scores), Entry("pin", self.facilitator.pin),
            Entry("language", self.facilitator.language),
            Entry("readahead", lambda _: reading.read_ahead(self.table)), Entry("start", self.next),
        )  # fmt: skip

    def next(self, _: str) -> bool:
        """Open the briefing."""
        if self.table.do(FACILITATOR, Advance()):
            seats.settle_alone(self.table)
        return False


class Round(Stage):
    """A phase in which seats come to the keyboard: briefing, consultation, decision."""

    prompt = "plain-prompt-round-over"

    def question(self) -> str:
        """Say that Enter passes the keyboard on, and to whom; or that it goes on."""
        following = self.table.next_seat()
        if following is None or self.table.room().paused:
            return super().question()
        return self.talk.word("plain-prompt-round", who=self.table.name(following))

    def intro(self) -> None:
        """Tell the phase, the axes, and who has been at the keyboard."""
        room = self.table.room()
        self.talk.write("", moment_line(self.table, room))
        if room.phase.value != "briefing":
            self.talk.write(*axes_lines(self.table, room))
        sealed = self.table.facilitator().sealed
        for role in self.table.persons():
            key = "sealed" if role in sealed else "done" if self.table.finished(role) else "waits"
            self.talk.say(f"plain-round-{key}", who=self.table.name(role))
        if not self.table.persons():
            self.talk.say("plain-no-persons")

    def own(self) -> Sequence[Entry]:
        """Return how seats are called to the keyboard."""
        return (
            Entry("seat", self.call),
            Entry("order", lambda rest: seats.order(self.table, rest)),
            Entry("questions", self.facilitator.questions), Entry("new", self.facilitator.new),
            Entry("note", self.facilitator.note), Entry("next", self.next),
        )  # fmt: skip

    def enter(self) -> None:
        """Pass the keyboard to the next seat; when all have been there, go on."""
        following = self.table.next_seat()
        if following is None:
            self.next("")
        else:
            pass_keyboard(self.table, following)

    def call(self, rest: str) -> bool:
        """Pass the keyboard to the seat named."""
        if self.table.room().paused:
            self.talk.say("plain-is-paused")
            return False
        options = [(role, self.table.name(role)) for role in self.table.persons()]
        pass_keyboard(self.table, self.talk.pick("plain-seat-call", options, rest))
        return False

    def next(self, _: str) -> bool:
        """Go on; ask first where a seat has not been at the keyboard."""
        table = self.table
        missing = [table.name(role) for role in table.persons() if not table.finished(role)]
        if missing and not self.talk.yes("plain-missing", default=False, names=", ".join(missing)):
            return False
        if table.phase() != "briefing":
            table.bots()
        table.do(FACILITATOR, Advance())
        return False


def run_round(table: Table) -> None:
    """Conduct a phase in which the keyboard goes round."""
    moment = table.moment()
    if moment[0] != "briefing" and table.bots():
        table.talk.say("plain-bots-acted")
    while table.moment() == moment:
        if table.at == FACILITATOR:
            Round(table).run()
        else:
            before = table.facilitator().pause_requests
            Desk(table, table.at).run()
            wanted = table.facilitator().pause_requests != before
            pass_keyboard(table, FACILITATOR if wanted else table.next_seat() or FACILITATOR)


__all__ = ["Lobby", "Round", "run_round"]
