"""The facts of a conference as plain values: papers beside evidence, the summary resolved, key phrases."""

from __future__ import annotations

from msgspec import Struct

from exercise.report.series import Series


class PaperFact(Struct, frozen=True):
    """A position paper in its last version."""

    who: str
    turn: int
    """In which it was handed in last; 0 before the first turn."""
    version: int
    parts: tuple[tuple[str, str], ...]
    """Heading and text, empty where the paper says nothing on it."""
    missing: tuple[str, ...]
    """Headings it lacks; a paper that lacks one is incomplete."""


class QuestionPapers(Struct, frozen=True):
    """The papers on one question, beside what the exercise showed for it."""

    question: str
    papers: tuple[PaperFact, ...]
    without: tuple[str, ...]
    """Who was asked and handed in none."""
    evidence: tuple[Series, ...]
    """The indicators that the objectives of the question name as evidence."""


class EntryFact(Struct, frozen=True):
    """An entry of the public record."""

    number: int
    turn: int
    kind: str
    who: str
    text: str


class ParagraphFact(Struct, frozen=True):
    """A paragraph of the summary with what it cites."""

    text: str
    disagreement: bool
    cited: tuple[EntryFact, ...]


class SummaryFact(Struct, frozen=True):
    """The summary in its latest version."""

    who: str
    turn: int
    paragraphs: tuple[ParagraphFact, ...]


class PhraseFact(Struct, frozen=True):
    """A key phrase and the entries that carry it."""

    phrase: str
    entries: tuple[EntryFact, ...]


class ReminderFact(Struct, frozen=True):
    """A framing reminder, and the statement it is about."""

    who: str
    turn: int
    reason: str
    statement: EntryFact


class ConferenceFacts(Struct, frozen=True):
    """Everything the report tells of the conference."""

    papers: tuple[QuestionPapers, ...]
    summary: SummaryFact | None
    phrases: tuple[PhraseFact, ...]
    reminders: tuple[ReminderFact, ...]
    record: tuple[EntryFact, ...]
    """The whole public record, by number."""
