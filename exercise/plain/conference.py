"""The conference at the keyboard: papers, the summary, tags, reminders and the floor. All it shows is public."""

from __future__ import annotations

from exercise.conduct.command import (
    FACILITATOR,
    DraftSummary,
    GiveFloor,
    HandInPaper,
    RemindOfFrame,
    TagEntry,
)
from exercise.conduct.conference import Paragraph
from exercise.conduct.view_conference import ConferenceActs
from exercise.plain.table import Table
from exercise.plain.talk import Entry, SteppedBackError
from exercise.table import conference as told

_EMPTY = "-"
"""What is typed to empty a field."""


class Conference:
    """What one actor can read and do at the conference."""

    def __init__(self, table: Table, actor: str) -> None:
        """Take the table and whoever has the keyboard."""
        self.table, self.actor, self.talk = table, actor, table.talk

    @property
    def acts(self) -> ConferenceActs:
        """What the actor may do now."""
        if self.actor == FACILITATOR:
            return self.table.facilitator().conference_acts
        return self.table.seat(self.actor).conference_acts

    def entries(self) -> tuple[Entry, ...]:
        """Return what can be typed: what is there to read, and what the actor may do now."""
        acts, held = self.acts, told.is_conference(self.table)
        main = held and self.actor != FACILITATOR
        offered = (
            ("papers", self.papers, bool(self.table.room().conference.asked)),
            ("paper", self.paper, bool(acts.papers)),
            ("summary", self.summary, held or self.actor == FACILITATOR or bool(self._written())),
            ("paragraph", self.paragraph, acts.summary),
            ("strike", self.strike, acts.summary),
            ("tag", self.tag, acts.tags),
            ("remind", self.remind, bool(acts.statements)),
            ("floor", self.floor, bool(acts.floor)),
        )
        return tuple(Entry(name, act, main=main) for name, act, there in offered if there)

    # --- papers -----------------------------------------------------------------------------

    def papers(self, rest: str) -> bool:
        """List the papers by question, and read the one named."""
        options = []
        for asked in self.table.room().conference.asked:
            for role in asked.who:
                line = self.talk.word(
                    "plain-paper-line", who=self.table.name(role), state=told.paper_state(self.table, asked, role)
                )  # fmt: skip
                number = told.question_number(self.table, asked.question)
                options.append((f"{asked.question}.{role}", f"{number}: {line}"))
        chosen = self.talk.pick_or_none("plain-papers-which", options, rest)
        if chosen is not None:
            self._read(chosen)
        return False

    def _read(self, name: str) -> None:
        question, _, role = name.partition(".")
        asked = next(one for one in self.table.room().conference.asked if one.question == question)
        state = told.paper_state(self.table, asked, role)
        self.talk.write("", told.question_told(self.table, asked))
        self.talk.say("plain-paper-line", who=self.table.name(role), state=state)
        for heading, text in told.paper_parts(asked, role):
            self.talk.write(f"{heading}: {text or self.talk.word('paper-nothing')}")

    def paper(self, rest: str) -> bool:
        """Write one's paper field by field, and hand it in."""
        view, talk = self.table.room().conference, self.talk
        mine = [one for one in view.asked if one.question in self.acts.papers]
        options = [(one.question, told.question_told(self.table, one)) for one in mine]
        question = (
            options[0][0] if len(options) == 1 else talk.pick("plain-paper-which", options, rest)
        )
        asked = next(one for one in mine if one.question == question)
        known = asked.of(self.actor)
        stood = dict(known.texts) if known is not None else {}
        talk.write(told.question_told(self.table, asked))
        texts = []
        for name, heading in asked.fields:
            if name in stood:
                talk.say("plain-paper-stands", text=stood[name])
            typed = talk.line("plain-paper-field", heading=heading) or stood.get(name, "")
            texts.append((name, "" if typed == _EMPTY else typed))
        if self.table.do(self.actor, HandInPaper(question, tuple(texts))):
            talk.say("plain-paper-handed")
        return False

    # --- the summary ------------------------------------------------------------------------

    def _written(self) -> tuple[Paragraph, ...]:
        return told.paragraphs(self.table.room())

    def summary(self, _: str) -> bool:
        """Read the summary; under each paragraph stands what it cites."""
        room, talk = self.table.room(), self.talk
        talk.write("", told.summary_head(self.table, room))
        for number, paragraph in enumerate(self._written(), start=1):
            text = told.paragraph_text(self.table, paragraph)
            talk.say("plain-paragraph-line", number=str(number), text=text)
            talk.write(*(f"    {told.cited(self.table, room, one)}" for one in paragraph.citations))
        return False

    def paragraph(self, rest: str) -> bool:
        """Write a paragraph at the end, or another one in the place of the one named."""
        written, talk = list(self._written()), self.talk
        at = self._place(rest) if rest else len(written)
        text = talk.text("plain-paragraph-text")
        numbers = told.numbers_in(talk.line("plain-paragraph-cites"))
        dissent = talk.yes("plain-paragraph-dissent", default=False)
        written[at : at + 1] = [Paragraph(text, numbers, dissent)]
        if self.table.do(self.actor, DraftSummary(tuple(written))):
            talk.say("plain-summary-written")
        return False

    def strike(self, rest: str) -> bool:
        """Take a paragraph out."""
        written = list(self._written())
        written.pop(self._place(rest))
        if self.table.do(self.actor, DraftSummary(tuple(written))):
            self.talk.say("plain-summary-struck")
        return False

    def _place(self, rest: str) -> int:
        options = [
            (str(number), told.paragraph_text(self.table, one))
            for number, one in enumerate(self._written())
        ]
        return int(self.talk.pick("plain-paragraph-which", options, rest))

    # --- the record -------------------------------------------------------------------------

    def tag(self, rest: str) -> bool:
        """Tag an entry with key phrases."""
        talk, phrases = self.talk, self.table.room().conference.phrases
        numbers = told.numbers_in(talk.text("plain-tag-which", rest))
        if not numbers:
            raise SteppedBackError
        talk.listed(phrases)
        typed = talk.text("plain-tag-phrases")
        chosen = () if typed == _EMPTY else talk.pick_many("plain-tag-phrases", phrases, typed)
        if self.table.do(self.actor, TagEntry(numbers[0], chosen)):
            talk.say("plain-tagged")
        return False

    def remind(self, rest: str) -> bool:
        """Remind the table of the frame of a statement."""
        room, open_ones = self.table.room(), self.acts.statements
        options = [(str(one), told.cited(self.table, room, one)) for one in open_ones]
        # What is typed behind the word is the entry's number and not one of the list.
        typed = next(iter(told.numbers_in(rest)), 0)
        number = typed or int(self.talk.pick("plain-remind-which", options))
        command = RemindOfFrame(number, self.talk.text("plain-remind-why"))
        if self.table.do(self.actor, command):
            self.talk.say("plain-reminded")
        return False

    def floor(self, rest: str) -> bool:
        """Give the floor to a seat."""
        options = [(role, self.table.name(role)) for role in self.acts.floor]
        role = self.talk.pick("plain-floor-which", options, rest)
        if self.table.do(self.actor, GiveFloor(role)):
            self.talk.say("plain-floor-given", who=self.table.name(role))
        return False


__all__ = ["Conference"]
