"""The outcome of a turn: in a few lines what moved and why, both axes side by side."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.command import EndExercise
from exercise.conduct.view import Change, Common
from exercise.plain import reading, why
from exercise.plain.stage import Stage
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry
from exercise.plain.words import axes_lines, change_line, moment_line, record_line

LINES = 5


class Outcome(Stage):
    """What changed, and why?"""

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
        told = five(room)
        self.talk.write(*axes_lines(self.table, room))
        self.talk.listed([(change.slot, change_line(self.table, change)) for change in told])
        if not told and not room.scores_hidden:
            self.talk.say("plain-no-changes")
        red_lines(self.table, room)
        waiting = len(self.table.facilitator().waiting)
        if waiting:
            self.talk.say("plain-on-their-way", count=waiting)

    def own(self) -> Sequence[Entry]:
        """Return how the outcome is asked about."""
        return (
            Entry("why", self.why), Entry("outcome", lambda _: reading.changes(self.table), main=False),
            Entry("record", lambda rest: reading.record(self.table, rest)),
            Entry("waiting", self.facilitator.waiting),
            Entry("world", self.facilitator.world), Entry("note", self.facilitator.note),
            Entry("endex", self.end), Entry("next", self.next),
        )  # fmt: skip

    def why(self, rest: str) -> bool:
        """Tell every row behind a value; a number means a line of the outcome."""
        room = self.table.room()
        return why.exact(self.table, rest, why.behind(room, five(room)))

    def end(self, rest: str) -> bool:
        """Call EndEx before the last turn is over."""
        reason = self.talk.text("plain-end-why", rest)
        if self.talk.yes("plain-end-sure", default=False):
            self.table.do(FACILITATOR, EndExercise(reason))
        return False


def five(room: Common) -> tuple[Change, ...]:
    """Return the largest open causes of the turn, both families among them where both moved."""
    families = {gauge.slot: gauge.family for gauge in room.gauges}
    first: list[Change] = []
    for family in ("security", "rights"):
        first.extend([one for one in room.changes if families.get(one.slot) == family][:2])
    rest = [one for one in room.changes if one not in first]
    chosen = [*first, *rest][:LINES]
    return tuple(one for one in room.changes if one in chosen)


def red_lines(table: Table, room: Common) -> None:
    """Tell the red lines crossed in the turn: events, never part of a mean."""
    crossed = [breach for breach in room.breaches if breach.turn == room.turn]
    for breach in crossed:
        table.talk.write(record_line(table, breach))
    if not crossed:
        table.talk.say("plain-no-red-line")


__all__ = ["Outcome", "five", "red_lines"]
