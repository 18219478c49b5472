"""The situation phase: which injects come, and which are kept back."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.plain.stage import Stage
from exercise.plain.talk import Entry
from exercise.table.lines import axes_lines, moment_line


class Situation(Stage):
    """What happens next?"""

    prompt = "plain-prompt-situation"

    def intro(self) -> None:
        """Tell the moment and what is up next."""
        room = self.table.room()
        self.talk.write("", moment_line(self.table, room), *axes_lines(self.table, room))
        self.facilitator.up_next()

    def own(self) -> Sequence[Entry]:
        """Return what is done with injects."""
        console = self.facilitator
        return (
            Entry("inject", console.read_inject), Entry("release", console.release),
            Entry("hold", console.hold), Entry("skip", console.skip), Entry("arm", console.arm),
            Entry("new", console.new), Entry("events", console.events), Entry("next", self.next),
        )  # fmt: skip


__all__ = ["Situation"]
