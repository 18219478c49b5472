"""The outcome of a turn: in a few lines what moved and why, both axes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.command import EndExercise
from exercise.conduct.view import Common, Gauge
from exercise.plain import reading, why
from exercise.plain.changes import tell
from exercise.plain.stage import Stage
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry
from exercise.table.changes import behind, five, group_line
from exercise.table.lines import axes_lines, moment_line, record_line


class Outcome(Stage):
    """What changed, and why?"""

    shown: tuple[Gauge, ...] = ()
    """The values of the last list, so that ``why 2`` means the second of them."""

    @property
    def prompt(self) -> str:  # type: ignore[override]
        """Say what Enter does: the next turn, or EndEx after the last."""
        room = self.table.room()
        return "plain-prompt-outcome" if room.turn < room.turns else "plain-prompt-last-outcome"

    def intro(self) -> None:
        """Tell the outcome as it may be read to the room."""
        room = self.table.room()
        self.talk.write("", moment_line(self.table, room))
        self.talk.say("plain-outcome-room")
        told = five(self.table, room)
        self.shown = behind(room, told)
        self.talk.write(*axes_lines(self.table, room))
        self.talk.listed([(group[0].slot, group_line(self.table, group)) for group in told])
        if not told and not room.scores_hidden:
            self.talk.say("plain-no-changes")
        red_lines(self.table, room)
        waiting = len(self.table.facilitator().waiting)
        if waiting:
            self.talk.say("plain-on-their-way", count=waiting)

    def own(self) -> Sequence[Entry]:
        """Return how the outcome is asked about."""
        return (
            Entry("why", self.why), Entry("outcome", self.outcome),
            Entry("record", lambda rest: reading.record(self.table, rest)),
            Entry("waiting", self.facilitator.waiting),
            Entry("world", self.facilitator.world), Entry("note", self.facilitator.note),
            Entry("endex", self.end), Entry("next", self.next),
        )  # fmt: skip

    def why(self, rest: str) -> bool:
        """Tell every row behind a value; a number means a line of the last list."""
        return why.exact(self.table, rest, self.shown)

    def outcome(self, rest: str) -> bool:
        """Tell what moved: the largest causes, all, or those with words of a name or place."""
        self.shown = tell(self.table, rest)
        return False

    def end(self, rest: str) -> bool:
        """Call EndEx before the last turn is over."""
        reason = self.talk.text("plain-end-why", rest)
        if self.talk.yes("plain-end-sure", default=False):
            self.table.do(FACILITATOR, EndExercise(reason))
        return False


def red_lines(table: Table, room: Common) -> None:
    """Tell the red lines crossed in the turn: events, never part of a mean."""
    crossed = [breach for breach in room.breaches if breach.turn == room.turn]
    for breach in crossed:
        table.talk.write(record_line(table, breach))
    if not crossed:
        table.talk.say("plain-no-red-line")


__all__ = ["Outcome", "red_lines"]
