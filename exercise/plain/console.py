"""The facilitator at the keyboard: commands of every phase, and the events list."""

from __future__ import annotations

from exercise.catalogue import languages
from exercise.conduct.command import (
    AddInject,
    AnswerQuestion,
    ArmInject,
    HideScores,
    HoldInject,
    ObservationKind,
    Observe,
    Pause,
    ReleaseInject,
    Resume,
    SkipInject,
    Undo,
)
from exercise.conduct.text import clean
from exercise.conduct.view import InjectLine
from exercise.engine.explain import signed
from exercise.engine.prose import say
from exercise.plain import reading, seats, why
from exercise.plain.conference import Conference
from exercise.plain.hand_over import set_pin
from exercise.plain.table import FACILITATOR, Table
from exercise.plain.talk import Entry, Option
from exercise.table.injects import COMING, drawer, inject_lines, inject_text, note_lines, recipients
from exercise.table.lines import find_gauges, gauge_line, sentence
from exercise.table.undo import undo_words

MOST = 15
"""Effects on their way told one by one."""
KINDS: tuple[ObservationKind, ...] = ("strength", "improvement", "neutral")


class Facilitator:
    """What the facilitator can do at all times."""

    def __init__(self, table: Table) -> None:
        """Take the facilitator's place at a table."""
        self.table = table

    def common(self) -> tuple[Entry, ...]:
        """Return the entries that every prompt of the facilitator takes; they have no numbers."""
        paused = self.table.room().paused
        acts = {
            "events": self.events, "inject": self.read_inject, "release": self.release, "skip": self.skip,
            "arm": self.arm, "new": self.new, "situation": lambda _: reading.situation(self.table),
            "record": lambda rest: reading.record(self.table, rest), "world": self.world, "waiting": self.waiting,
            "why": lambda rest: why.exact(self.table, rest), "why-not": lambda rest: why.silent(self.table, rest),
            "note": self.note, "observe": self.observe, "notes": self.notes, "questions": self.questions,
            "seats": lambda rest: seats.assign(self.table, rest), "scores": self.scores,
            "readahead": lambda _: reading.read_ahead(self.table), "pin": self.pin, "language": self.language,
            "resume" if paused else "pause": self.resume if paused else self.pause,
            "undo": self.undo, "quit": self.quit,
        }  # fmt: skip
        always = tuple(Entry(name, act, main=False) for name, act in acts.items())
        return (*always, *Conference(self.table, FACILITATOR).entries())

    def news(self) -> None:
        """Tell what waits for the facilitator: a pause, requests, questions."""
        view, talk = self.table.facilitator(), self.table.talk
        if view.common.paused:
            talk.say("plain-is-paused")
        for role, reason in view.pause_requests:
            talk.say("plain-pause-request", who=self.table.name(role), reason=reason or "-")
        waiting = [question for question in view.questions if not question.answer]
        if waiting:
            talk.say("plain-questions-wait", count=len(waiting))

    # --- injects ----------------------------------------------------------------------------

    def events(self, _: str) -> bool:
        """List all injects in order."""
        self._list(self.table.facilitator().injects)
        return False

    def up_next(self) -> None:
        """List what is ready or held, what has come, and what may come by hand."""
        view, talk = self.table.facilitator(), self.table.talk
        talk.heading("plain-up-next")
        turn = view.common.turn
        near = [one for one in view.injects if one.status in COMING or one.fired == turn]
        self._list(tuple(near))
        if not near:
            talk.say("plain-up-next-none")
        by_hand = drawer(view)
        if by_hand:
            talk.say("plain-drawer")
            self._list(by_hand)

    def _list(self, lines: tuple[InjectLine, ...]) -> None:
        numbers = {one.inject: n for n, one in enumerate(self.table.facilitator().injects, 1)}
        for one in lines:
            to = recipients(self.table, one)
            key = "plain-event" if one.turn > 0 else "plain-event-any"
            self.table.talk.say(
                key, number=str(numbers[one.inject]), title=one.title, to=to, turn=str(max(one.turn, 0)),
                kind=self.table.talk.word(f"inject-kind-{one.kind}"),
                status=self.table.talk.word(f"inject-status-{one.status}"),
            )  # fmt: skip
            if one.status != "released":
                self.table.talk.write(*note_lines(self.table, one.content_note))

    def _which(self, rest: str) -> str:
        options: list[Option] = [
            (one.inject, one.title) for one in self.table.facilitator().injects
        ]
        return self.table.talk.pick("plain-event-which", options, rest)

    def _title(self, name: str) -> str:
        return next(one.title for one in self.table.facilitator().injects if one.inject == name)

    def read_inject(self, rest: str) -> bool:
        """Read an inject with everything the facilitator knows of it."""
        name, talk = self._which(rest), self.table.talk
        line = next(one for one in self.table.facilitator().injects if one.inject == name)
        talk.heading("plain-inject", title=line.title, turn=str(max(line.turn, 0)))
        talk.write(*note_lines(self.table, line.content_note), inject_text(self.table, name))
        talk.write(*inject_lines(self.table, line))
        return False

    def _named(self, rest: str) -> tuple[str, str]:
        first, _, others = rest.partition(" ")
        return (self._which(first), others) if first.isdecimal() else (self._which(rest), "")

    def release(self, rest: str) -> bool:
        """Give an inject to its recipients now."""
        name = self._which(rest)
        if self.table.do(FACILITATOR, ReleaseInject(name)):
            self.table.talk.say("plain-released", title=self._title(name))
        return False

    def hold(self, rest: str) -> bool:
        """Keep a ready inject back."""
        name = self._which(rest)
        if self.table.do(FACILITATOR, HoldInject(name)):
            self.table.talk.say("plain-held", title=self._title(name))
        return False

    def skip(self, rest: str) -> bool:
        """Leave an inject out for good: ``skip 3 no time left``."""
        name, reason = self._named(rest)
        if self.table.do(
            FACILITATOR, SkipInject(name, self.table.talk.text("plain-skip-why", reason))
        ):
            self.table.talk.say("plain-skipped", title=self._title(name))
        return False

    def arm(self, rest: str) -> bool:
        """Arm a contingency inject, or put it back in the drawer."""
        name = self._which(rest)
        armed = any(
            one.inject == name and one.status == "armed" for one in self.table.facilitator().injects
        )
        if self.table.do(FACILITATOR, ArmInject(name, not armed)):
            self.table.talk.say(
                "plain-disarmed" if armed else "plain-armed", title=self._title(name)
            )
        return False

    def new(self, rest: str) -> bool:
        """Write an inject on the spot."""
        talk = self.table.talk
        title, text = talk.text("plain-new-title", rest), talk.text("plain-new-text")
        to: tuple[str, ...] = ()
        if not talk.yes("plain-new-all"):
            roles = [seat.role for seat in self.table.room().seats]
            to = talk.pick_many("plain-write-to", [(role, self.table.name(role)) for role in roles])
        if self.table.do(FACILITATOR, AddInject(title, text, to)):
            talk.say("plain-released", title=clean(title))
        return False

    # --- the world, notes, questions --------------------------------------------------------

    def world(self, rest: str) -> bool:
        """List exact values: the published ones, or those with words in their name."""
        view, talk = self.table.facilitator(), self.table.talk
        published = {gauge.slot for gauge in view.common.gauges}
        if rest:
            found = find_gauges(self.table, view.gauges, rest)
        else:
            found = tuple(
                g
                for g in view.gauges
                if g.family == "axis" or (g.slot in published and not g.place)
            )
        talk.say("plain-only-facilitator")
        talk.write(*(f"  {gauge_line(self.table, gauge)}" for gauge in found[:60]))
        talk.say("plain-world-hint" if found else "plain-no-such-value", answer=rest)
        return False

    def waiting(self, _: str) -> bool:
        """List the effects on their way."""
        rows = self.table.facilitator().waiting
        largest = sorted(rows, key=lambda row: -abs(row.amount))[:MOST]
        for row in sorted(largest, key=lambda row: row.turn):
            self.table.talk.say(
                "plain-waiting",
                turn=str(row.turn),
                label=row.label,
                amount=signed(row.amount),
                why=sentence(row.why),
            )
        if len(rows) > len(largest):
            self.table.talk.say("plain-more-waiting", count=len(rows) - len(largest))
        if not rows:
            self.table.talk.say("plain-none-yet")
        return False

    def note(self, rest: str) -> bool:
        """Note an observation in one line."""
        if self.table.do(FACILITATOR, Observe(self.table.talk.text("plain-note-text", rest))):
            self.table.talk.say("plain-noted")
        return False

    def observe(self, rest: str) -> bool:
        """Note an observation with its kind, role, inject and objective."""
        talk, scenario = self.table.talk, self.table.session.program.bundle.scenario
        text = talk.text("plain-note-text", rest)
        kind = talk.pick_or_none(
            "plain-observe-kind", [(kind, talk.word(f"observed-{kind}")) for kind in KINDS]
        )
        roles = [(seat.role, self.table.name(seat.role)) for seat in self.table.room().seats]
        role = talk.pick_or_none("plain-observe-role", roles) or ""
        inject = talk.pick_or_none(
            "plain-observe-inject",
            [(one.inject, one.title) for one in self.table.facilitator().injects],
        )
        aims = [
            (slug, say(self.table.session.program.bundle, aim.text, self.table.language))
            for slug, aim in scenario.objectives.items()
        ]
        objective = talk.pick_or_none("plain-observe-objective", aims) or ""
        known: ObservationKind = next((one for one in KINDS if one == kind), "neutral")
        if self.table.do(FACILITATOR, Observe(text, known, role, inject or "", objective)):
            talk.say("plain-noted")
        return False

    def notes(self, _: str) -> bool:
        """List the observations."""
        found = self.table.facilitator().observations
        for turn, kind, role, text in found:
            self.table.talk.say(
                "plain-note", turn=str(turn), kind=self.table.talk.word(f"observed-{kind}"), text=text,
                who=self.table.name(role) if role else "-",
            )  # fmt: skip
        if not found:
            self.table.talk.say("plain-none-yet")
        return False

    def questions(self, rest: str) -> bool:
        """Read the questions of seats and answer one."""
        talk = self.table.talk
        found = self.table.facilitator().questions
        options = [
            (str(one.number), talk.word(
                "plain-question-of", who=self.table.name(one.role), text=sentence(one.text),
                answer=one.answer or talk.word("plain-no-answer-yet"),
            ))
            for one in found
        ]  # fmt: skip
        if not options:
            talk.say("plain-none-yet")
            return False
        number = talk.pick("plain-answer-which", options, rest)
        if self.table.do(FACILITATOR, AnswerQuestion(int(number), talk.text("plain-answer-text"))):
            talk.say("plain-answered")
        return False

    # --- conduct ----------------------------------------------------------------------------

    def scores(self, _: str) -> bool:
        """Hide the two axes from seats, or show them."""
        hidden = self.table.room().scores_hidden
        if self.table.do(FACILITATOR, HideScores(not hidden)):
            self.table.talk.say("plain-scores-shown" if hidden else "told-scores-hidden")
        return False

    def pin(self, _: str) -> bool:
        """Set the facilitator's PIN, or clear that of a seat that was forgotten."""
        talk = self.table.talk
        with_pin = [role for role in self.table.pins if role != FACILITATOR]
        options = [(role, self.table.name(role)) for role in (FACILITATOR, *with_pin)]
        who = talk.pick("plain-pin-whose", options) if with_pin else FACILITATOR
        if who == FACILITATOR:
            set_pin(self.table, FACILITATOR)
        elif talk.yes("plain-pin-clear", who=self.table.name(who)):
            self.table.pins.pop(who)
            talk.say("plain-pin-none")
        return False

    def language(self, rest: str) -> bool:
        """Change the language."""
        options = [(name, self.table.talk.word(f"language-{name}")) for name in languages()]
        self.table.speak(self.table.talk.pick("plain-language-which", options, rest))
        self.table.talk.say("plain-language-now")
        return False

    def pause(self, rest: str) -> bool:
        """Stop the exercise."""
        if self.table.do(FACILITATOR, Pause(rest)):
            self.table.talk.say("plain-is-paused")
        return False

    def resume(self, _: str) -> bool:
        """Go on after a pause."""
        if self.table.do(FACILITATOR, Resume()):
            self.table.talk.say("plain-resumed")
        return False

    def undo(self, _: str) -> bool:
        """Go back to the last phase boundary or release, after asking; what stands now is shown anew."""
        talk = self.table.talk
        told = undo_words(self.table)
        if told:
            talk.write(told)
        if talk.yes("plain-undo-sure", default=False) and self.table.do(FACILITATOR, Undo()):
            self.table.reopen()
            talk.say("plain-undone")
            return True
        return False

    def quit(self, _: str) -> bool:
        """Leave; the exercise is saved."""
        raise EOFError


__all__ = ["Facilitator"]
