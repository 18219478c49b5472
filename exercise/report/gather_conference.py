"""Gathering the facts of a conference: papers beside evidence, the summary resolved, key phrases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from exercise.conduct.command import FACILITATOR
from exercise.conduct.state import State
from exercise.conduct.view import PublicAct
from exercise.conduct.view_conference import ConferenceView, PaperAsked
from exercise.conduct.views import room_view
from exercise.engine.program import Program
from exercise.engine.prose import name_of
from exercise.model.scenario import Scenario
from exercise.report.facts import ObjectiveFact
from exercise.report.facts_conference import (
    ConferenceFacts,
    EntryFact,
    PaperFact,
    ParagraphFact,
    PhraseFact,
    QuestionPapers,
    ReminderFact,
    SummaryFact,
)
from exercise.report.series import Series
from exercise.report.words import Words


def conference_facts(
    program: Program, state: State, language: str, evidence: Mapping[str, Sequence[Series]]
) -> ConferenceFacts:
    """Return the facts of the conference.

    Args:
        program: The Program.
        state: The exercise.
        language: Of all texts.
        evidence: By question, the series of the indicators its objectives name.
    """
    return _Gathering(program, state, language).facts(evidence)


def evidence_by_question(
    scenario: Scenario, objectives: Iterable[ObjectiveFact]
) -> dict[str, tuple[Series, ...]]:
    """Return by question the series of every indicator that its objectives name, each once."""
    found: dict[str, dict[str, Series]] = {}
    for fact in objectives:
        question = scenario.objectives[fact.slug].question
        found.setdefault(question, {}).update({one.slot: one for one in fact.evidence})
    return {question: tuple(series.values()) for question, series in found.items()}


class _Gathering:
    def __init__(self, program: Program, state: State, language: str) -> None:
        room = room_view(program, state, language)
        self.program, self.language, self.words = program, language, Words(language)
        self.view: ConferenceView = room.conference
        acts = sorted((*room.record, *room.breaches), key=lambda act: act.number)
        self.entries = {act.number: self._entry(act) for act in acts}
        self.acts = acts

    def facts(self, evidence: Mapping[str, Sequence[Series]]) -> ConferenceFacts:
        return ConferenceFacts(
            papers=tuple(
                self._papers(asked, evidence.get(asked.question, ())) for asked in self.view.asked
            ),
            summary=self._summary(),
            phrases=tuple(self._phrases()),
            reminders=tuple(self._reminders()),
            record=tuple(self.entries.values()),
        )

    def who(self, role: str) -> str:
        if role == FACILITATOR:
            return self.words.say("facilitator")
        return name_of(self.program.bundle, role, self.language) if role else ""

    def _entry(self, act: PublicAct) -> EntryFact:
        text = act.text
        if act.kind == "statement":
            frame = self.words.say(f"frame-{act.frame}")
            about = self.words.say(
                "decision-frame", issue=act.issue, frame=frame, audiences=", ".join(act.audiences)
            )
            said = self.words.say("statement-words", words=act.words) if act.words else ""
            text = ". ".join(part for part in (act.text, about, said) if part)
        elif act.kind == "reminder":
            text = self.words.say("reminder-on", number=str(act.about), reason=act.text)
        elif act.kind in ("paper", "revision"):
            text = self.words.say("paper-on", number=str(act.about))
        return EntryFact(act.number, act.turn, act.kind, self.who(act.who), text)

    def _papers(self, asked: PaperAsked, evidence: Sequence[Series]) -> QuestionPapers:
        return QuestionPapers(
            question=asked.label,
            papers=tuple(
                PaperFact(
                    who=self.who(paper.role),
                    turn=paper.turn,
                    version=paper.version,
                    parts=tuple(
                        (heading, dict(paper.texts).get(name, "")) for name, heading in asked.fields
                    ),
                    missing=asked.missing(paper.role),
                )
                for paper in asked.papers
            ),
            without=tuple(self.who(role) for role in asked.who if asked.of(role) is None),
            evidence=tuple(evidence),
        )

    def _summary(self) -> SummaryFact | None:
        summary = self.view.summary
        if summary is None or not summary.paragraphs:
            return None
        paragraphs = tuple(
            ParagraphFact(
                one.text,
                one.disagreement,
                tuple(self.entries[number] for number in one.citations),
            )
            for one in summary.paragraphs
        )
        return SummaryFact(self.who(summary.by), summary.turn, paragraphs)

    def _phrases(self) -> Iterator[PhraseFact]:
        for name, label in self.view.phrases:
            found = [self.entries[act.number] for act in self.acts if name in act.phrases]
            if found:
                yield PhraseFact(label, tuple(found))

    def _reminders(self) -> Iterator[ReminderFact]:
        for act in self.acts:
            if act.kind == "reminder":
                yield ReminderFact(self.who(act.who), act.turn, act.text, self.entries[act.about])


__all__ = ["conference_facts", "evidence_by_question"]
