"""The hot wash: exact numbers, turning points, the group's answers, and where the report comes from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from exercise.conduct.command import Advance, ObservationKind, Observe, RecordAnswer
from exercise.engine.explain import points, signed
from exercise.engine.prose import say
from exercise.plain import reading, why
from exercise.plain.stage import Stage
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry
from exercise.plain.views import tell_views
from exercise.report.facts import Axis, Facts
from exercise.report.gather import facts_of
from exercise.table.debrief import turning_points
from exercise.table.lines import find_gauges, gauge_line, moment_line, record_line, sentence

KEPT = (
    "record", "note", "notes", "undo", "language", "readahead", "quit", "papers", "summary", "paragraph", "strike",
    "tag",
)  # fmt: skip


class HotWash(Stage):
    """What did we learn?"""

    prompt = "plain-prompt-hot-wash"
    _gathered: tuple[object, str, Facts] | None = None

    def intro(self) -> None:
        """Tell both axes over the exercise, the turning points and the red lines."""
        room = self.table.room()
        self.talk.write("", moment_line(self.table, room), room.notice)
        self.axes("")
        self.turning("")
        for breach in room.breaches:
            self.talk.write(record_line(self.table, breach))
        self.prompts("")

    def facts(self) -> Facts:
        """Gather the facts of the exercise; they are gathered anew only where something changed."""
        session, language = self.table.session, self.table.language
        if (
            self._gathered is None
            or self._gathered[0] is not session.state
            or self._gathered[1] != language
        ):
            self._gathered = (
                session.state,
                language,
                facts_of(session.program, session.state, language),
            )
        return self._gathered[2]

    def own(self) -> Sequence[Entry]:
        """Return what the debrief looks at and writes down."""
        return (
            Entry("axes", self.axes), Entry("turning", self.turning), Entry("runout", self.run_out),
            Entry("views", self.views), Entry("values", self.values),
            Entry("why", lambda rest: why.exact(self.table, rest)), Entry("answers", self.answers),
            Entry("strength", lambda rest: self.observed("strength", rest)),
            Entry("improvement", lambda rest: self.observed("improvement", rest)),
            Entry("prompts", self.prompts), Entry("report", self.report), Entry("close", self.close),
        )  # fmt: skip

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries that make sense after EndEx."""
        silent = Entry("why-not", lambda rest: why.silent(self.table, rest), main=False)
        kept = (entry for entry in self.facilitator.common() if entry.name in KEPT)
        return (*self.own(), silent, Entry("situation", self.situation, main=False), *kept)

    def enter(self) -> None:
        """Enter closes nothing."""
        self.talk.say("plain-desk-empty")

    def axes(self, _: str) -> bool:
        """Tell both axes turn by turn, side by side."""
        self._table(self.facts().axes, run_out=False)
        return False

    def run_out(self, _: str) -> bool:
        """Tell the outcomes after EndEx, in which nobody decided anything."""
        self.talk.say("plain-run-out")
        self._table(self.facts().axes, run_out=True)
        return False

    def _table(self, axes: Sequence[Axis], run_out: bool) -> None:
        if not axes:
            return
        names = [axis.label for axis in axes]
        self.talk.say("plain-table-head", first=names[0], second=names[-1])
        if not run_out:
            self._line(self.talk.word("plain-start"), [points(axis.start) for axis in axes])
        for turns in zip(*(axis.turns for axis in axes), strict=True):
            if turns[0].run_out == run_out:
                story = turns[0].story_time
                key = "plain-turn-of" if story else "plain-turn"
                name = self.talk.word(key, turn=str(turns[0].turn), story=story)
                self._line(
                    name, [f"{points(t.after)} ({signed(t.after - t.before)})" for t in turns]
                )

    def _line(self, name: str, values: Sequence[str]) -> None:
        self.talk.say("plain-table-line", name=name, first=values[0], second=values[-1])

    def turning(self, _: str) -> bool:
        """Tell the largest causes for each axis."""
        for axis in self.facts().axes:
            self.talk.say("plain-turning", axis=axis.label)
            for point in turning_points(axis):
                self.talk.say(
                    "plain-turning-point",
                    turn=str(point.turn),
                    amount=signed(point.cause.amount),
                    cause=sentence(point.told),
                )
        return False

    def views(self, rest: str) -> bool:
        """List the analytic views, each with what it comes to; or read the one that is named."""
        tell_views(self.table, self.facts(), rest)
        return False

    def values(self, rest: str) -> bool:
        """List exact values: of the region, or of a place or name typed."""
        room = self.table.room()
        found = find_gauges(self.table, room.gauges, rest) if rest else room.gauges
        some = found if rest else tuple(gauge for gauge in found if not gauge.place) or found
        self._after_run_out()
        self.talk.write(*(f"  {gauge_line(self.table, gauge)}" for gauge in some))
        self.talk.say("plain-world-hint" if some else "plain-no-such-value", answer=rest)
        return False

    def situation(self, _: str) -> bool:
        """Tell where the exercise ended."""
        self._after_run_out()
        return reading.situation(self.table)

    def _after_run_out(self) -> None:
        """Say that present values are those after the run-out, where there was one."""
        if self.facts().overview.run_out:
            self.talk.say("plain-after-run-out")

    def answers(self, rest: str) -> bool:
        """Write down the group's answer to a question of the scenario."""
        bundle, talk = self.table.session.program.bundle, self.talk
        given = dict(self.table.facilitator().answers)
        options = [
            (slug, talk.word(
                "plain-group-question", text=say(bundle, text, self.table.language),
                answer=given.get(slug) or talk.word("plain-no-answer-yet"),
            ))
            for slug, text in bundle.scenario.questions.items()
        ]  # fmt: skip
        question = talk.pick("plain-group-which", options, rest)
        if self.table.do(FACILITATOR, RecordAnswer(question, talk.text("plain-group-answer"))):
            talk.say("plain-noted")
        return False

    def observed(self, kind: ObservationKind, rest: str) -> bool:
        """Note a strength or something to improve, for a role where one is named."""
        text = self.talk.text(f"plain-{kind}-text", rest)
        roles = [
            (seat.role, self.table.name(seat.role))
            for seat in self.table.room().seats
            if seat.holder != "vacant"
        ]
        role = self.talk.pick_or_none("plain-observe-role", roles) or ""
        if self.table.do(FACILITATOR, Observe(text, kind, role)):
            self.talk.say("plain-noted")
        return False

    def prompts(self, _: str) -> bool:
        """Read the scenario's focus and prompts for the debrief."""
        bundle = self.table.session.program.bundle
        debrief = bundle.scenario.debrief
        self.talk.heading("plain-debrief", focus=say(bundle, debrief.focus, self.table.language))
        self.talk.write(
            *(f"  - {say(bundle, text, self.table.language)}" for text in debrief.prompts)
        )
        return False

    def report(self, _: str) -> bool:
        """Tell how the report is written."""
        path = self.table.session.path
        if path is None:
            self.talk.say("plain-not-kept")
        else:
            tell_report(self.table, path)
        return False

    def close(self, _: str) -> bool:
        """End the debrief, after asking."""
        if self.talk.yes("plain-close-sure", default=False):
            self.table.do(FACILITATOR, Advance())
        return False


def tell_report(table: Table, path: Path) -> None:
    """Tell where the exercise lies and how its report is written; the command on a line of its own."""
    table.talk.say("plain-saved-in")
    table.talk.write(str(path))
    table.talk.say("plain-report-how")
    table.talk.write(f'exercise report "{path}"')


__all__ = ["HotWash", "tell_report"]
