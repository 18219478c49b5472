"""The conference in words: papers, key phrases, the record and searching it, the summary with its citations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exercise.conduct.conference import Paragraph
from exercise.conduct.view import Common, PublicAct
from exercise.conduct.view_conference import PaperAsked
from exercise.table.lines import record_line, sentence
from exercise.table.matching import begins
from exercise.table.table import FACILITATOR, Table


def is_conference(table: Table) -> bool:
    """Return whether the scenario asks for papers, or has a moderator or rapporteur."""
    bundle = table.session.program.bundle
    duties = (bundle.roles[place.role].duty for place in bundle.scenario.places)
    return bool(bundle.scenario.papers) or any(duty is not None for duty in duties)


# --- the record -----------------------------------------------------------------------------


def entries(room: Common) -> tuple[PublicAct, ...]:
    """Return every entry of the public record in the order of its numbers, red lines among them."""
    return tuple(sorted((*room.record, *room.breaches), key=lambda act: act.number))


def searched(
    table: Table, room: Common, *, turn: int = -1, phrase: str = "", typed: str = ""
) -> tuple[PublicAct, ...]:
    """Return the entries of a turn, with a key phrase, with words that begin like those typed.

    Args:
        table: The table.
        room: The room's view.
        turn: Only of this turn; -1 for all.
        phrase: Only with this key phrase.
        typed: Only with these words.
    """
    return tuple(
        act
        for act in entries(room)
        if (turn < 0 or act.turn == turn)
        and (not phrase or phrase in act.phrases)
        and (
            not typed
            or begins(f"{act.number} {numbered_line(table, room, act)} {act.words}", typed)
        )
    )


def numbered_line(table: Table, room: Common, act: PublicAct) -> str:
    """Return an entry in one line, with its number and its key phrases."""
    line = table.word("record-numbered", number=str(act.number), line=record_line(table, act))
    return f"{line} {phrases_told(table, room, act.phrases)}".strip()


def phrases_told(table: Table, room: Common, phrases: Iterable[str]) -> str:
    """Return key phrases in words, with a mark before each; nothing where there are none."""
    labels = dict(room.conference.phrases)
    return " ".join(table.word("record-phrase", phrase=labels.get(name, name)) for name in phrases)


def phrases_with_counts(table: Table, room: Common) -> tuple[tuple[str, str], ...]:
    """Return the key phrases with how many entries carry them."""
    found = entries(room)
    return tuple(
        (name, table.word("record-phrase-count", phrase=label, count=sum(name in act.phrases for act in found)))
        for name, label in room.conference.phrases
    )  # fmt: skip


def cited(table: Table, room: Common, number: int) -> str:
    """Return an entry as a citation resolves it: its number, the turn, who, and what."""
    act = next((one for one in entries(room) if one.number == number), None)
    return (
        ""
        if act is None
        else table.word("record-numbered", number=str(number), line=record_line(table, act))
    )


def numbers_in(typed: str) -> tuple[int, ...]:
    """Return the numbers in what was typed, each once; those too long to be one are left out.

    >>> numbers_in("3, 7 and 7")
    (3, 7)
    """
    return tuple(dict.fromkeys(int(found) for found in re.findall(r"\d{1,9}", typed)))


# --- papers ---------------------------------------------------------------------------------


def question_number(table: Table, question: str) -> str:
    """Return the number of a question, as people count them."""
    return str(list(table.session.program.bundle.scenario.questions).index(question) + 1)


def question_told(table: Table, asked: PaperAsked) -> str:
    """Return a question with its number."""
    return table.word(
        "paper-question", number=question_number(table, asked.question), text=asked.label
    )


def paper_state(table: Table, asked: PaperAsked, role: str) -> str:
    """Return whether a role's paper is there, in which version, and whether it is complete."""
    paper, missing = asked.of(role), asked.missing(role)
    if paper is None:
        return table.word("paper-none")
    when = (
        table.word("paper-turn", turn=str(paper.turn)) if paper.turn else table.word("paper-before")
    )
    version = table.word("paper-version", number=str(paper.version)) if paper.version > 1 else ""
    told = (
        table.word("paper-incomplete", names=", ".join(missing))
        if missing
        else table.word("paper-complete")
    )
    return "; ".join(part for part in (when, version, told) if part)


def paper_parts(asked: PaperAsked, role: str) -> Iterator[tuple[str, str]]:
    """Yield the headings of a role's paper with their texts; one that says nothing has none."""
    paper = asked.of(role)
    said = dict(paper.texts) if paper is not None else {}
    for name, heading in asked.fields:
        yield heading, said.get(name, "")


# --- the summary ----------------------------------------------------------------------------


def summary_head(table: Table, room: Common) -> str:
    """Return who wrote the summary, and in which turn; or that there is none."""
    summary = room.conference.summary
    if summary is None or not summary.paragraphs:
        return table.word("summary-none")
    return table.word("summary-by", who=table.name(summary.by), turn=str(summary.turn))


def paragraph_text(table: Table, paragraph: Paragraph) -> str:
    """Return a paragraph with its citations by number; a disagreement says so first."""
    numbers = ", ".join(str(number) for number in paragraph.citations)
    told = f"{sentence(paragraph.text)} [{numbers}]"
    return table.word("summary-disagreement", text=told) if paragraph.disagreement else told


def paragraphs(room: Common) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the summary as it stands."""
    summary = room.conference.summary
    return () if summary is None else summary.paragraphs


__all__ = [
    "FACILITATOR", "cited", "entries", "is_conference", "numbered_line", "numbers_in", "paper_parts", "paper_state",
    "paragraph_text", "paragraphs", "phrases_told", "phrases_with_counts", "question_number", "question_told",
    "searched", "summary_head",
]  # fmt: skip
