"""The report on a conference: papers beside evidence, the summary with what it cites, key phrases."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.report.analysis import played_values
from exercise.report.document import Block, Bullets, Callout, Paragraph, Section, Table, once
from exercise.report.facts import Facts
from exercise.report.facts_conference import (
    EntryFact,
    PaperFact,
    ParagraphFact,
    QuestionPapers,
    SummaryFact,
)
from exercise.report.numbers import plain, signed
from exercise.report.words import Words


def conference(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield what a conference leaves: the summary, framing reminders, and papers; nothing where there is none."""
    told = facts.conference
    if told.summary is not None:
        yield _summary(told.summary, words)
    if told.reminders:
        columns = tuple(words.say(key) for key in ("turn", "who", "reminder-of", "reminder-why"))
        rows = tuple(
            (str(one.turn), one.who, _cited(one.statement, words), one.reason)
            for one in told.reminders
        )
        block = Table(columns, once(rows), "", (), (8, 18, 44, 30), small=True)
        yield Section(words.say("reminders"), (block,))
    if told.papers:
        yield Section(words.say("papers"), (Paragraph(words.say("papers-intro")),))
        for number, question in enumerate(told.papers, 1):
            title = f"{number}. {question.question}"
            yield Section(title, tuple(_papers(question, played_values(facts), words)), 2)


def phrases(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield the index of key phrases: each with the entries of the public record that carry it."""
    found = facts.conference.phrases
    if found:
        rows = tuple((one.phrase, _cited(entry, words)) for one in found for entry in one.entries)
        columns = (words.say("phrase"), words.say("phrase-entries"))
        blocks = (
            Paragraph(words.say("phrases-intro")),
            Table(columns, once(rows), "", (), (22, 78), heads=True, small=True),
        )
        yield Section(words.say("appendix-f"), blocks)


def _when(turn: int, words: Words) -> str:
    return words.say("in-turn", turn=str(turn)) if turn else words.say("before-turns")


def _cited(entry: EntryFact, words: Words) -> str:
    """An entry as a citation resolves: number, who, what, and the turn."""
    who = ", ".join(part for part in (words.say(f"moment-{entry.kind}"), entry.who) if part)
    return words.say(
        "cited", number=str(entry.number), when=_when(entry.turn, words), who=who, text=entry.text
    )


def _summary(summary: SummaryFact, words: Words) -> Section:
    by = words.say("summary-by", who=summary.who, when=_when(summary.turn, words))
    blocks: list[Block] = [Paragraph(by, quiet=True)]
    for number, one in enumerate(summary.paragraphs, 1):
        blocks += _paragraph(number, one, words)
    return Section(words.say("summary"), tuple(blocks))


def _paragraph(number: int, one: ParagraphFact, words: Words) -> Iterator[Block]:
    lead = f"{number}."
    if one.disagreement:
        lead = f"{lead} {words.say('summary-disagreement')}"
    yield Paragraph(one.text, lead)
    yield Bullets(tuple(_cited(entry, words) for entry in one.cited))


def _papers(question: QuestionPapers, played: int, words: Words) -> Iterator[Block]:
    for paper in question.papers:
        yield from _paper(paper, words)
    if question.without:
        yield Paragraph(", ".join(question.without), words.say("papers-without"))
    if not question.evidence:
        yield Paragraph(words.say("papers-no-evidence"))
        return
    rows = tuple(
        (
            one.label,
            one.place or words.say("region"),
            plain(one.values[0]),
            plain(one.values[played - 1]),
            signed(one.values[played - 1] - one.values[0]),
        )
        for one in question.evidence
    )
    columns = tuple(words.say(key) for key in ("indicator", "place", "start", "endex", "change"))
    yield Table(
        columns,
        once(rows),
        words.say("papers-evidence"),
        (2, 3, 4),
        (38, 26, 12, 12, 12),
        small=True,
    )


def _paper(paper: PaperFact, words: Words) -> Iterator[Block]:
    when = _when(paper.turn, words)
    if paper.version > 1:
        when = words.say("paper-version", number=str(paper.version), when=when)
    if paper.missing:
        lacks = ", ".join(paper.missing)
        yield Callout(words.say("paper-incomplete", who=paper.who, names=lacks))
    rows = tuple((heading, text or words.say("paper-nothing")) for heading, text in paper.parts)
    yield Table((paper.who, when), rows, "", (), (26, 74), heads=True)


__all__ = ["conference", "phrases"]
