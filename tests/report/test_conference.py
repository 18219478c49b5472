"""The report on a conference: papers beside evidence, the summary with its citations resolved, key phrases."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import get_args

import docx
import pytest

from exercise.conduct.command import FACILITATOR, EndExercise
from exercise.report.after_action import after_action
from exercise.report.document import Bullets, Callout, Paragraph, Section, Table
from exercise.report.facts import Facts
from exercise.report.gather import facts_of
from exercise.report.write import ReportFormat, write_report
from exercise.session.local import Session
from tests.support.app import begun
from tests.support.conference import THANKS, conferring, done


@cache
def ended() -> Session:
    """Return a conference that ended after its first turn."""
    session = conferring("outcome")
    done(session, FACILITATOR, EndExercise("time is up"))
    return session


@cache
def facts() -> Facts:
    """Return its facts."""
    session = ended()
    return facts_of(session.program, session.state)


def sections() -> dict[str, Section]:
    return {section.title: section for section in after_action(facts()).sections}


def test_a_paper_stands_beside_the_evidence_of_its_question() -> None:
    first = facts().conference.papers[0]
    (paper,) = first.papers
    assert (paper.who, paper.turn, paper.missing) == ("Tajikistan", 1, ("Crime sold as a service",))
    assert "IOM" in first.without
    asked = [one for one in facts().objectives if one.question == first.question]
    assert {one.slot for one in first.evidence} == {
        series.slot for objective in asked for series in objective.evidence
    }
    blocks = sections()[f"1. {first.question}"].blocks
    assert any(isinstance(one, Callout) and "Crime sold as a service" in one.text for one in blocks)
    assert isinstance(blocks[-1], Table) and len(blocks[-1].rows) == len(first.evidence)


def test_every_citation_of_the_summary_resolves_to_who_what_and_turn() -> None:
    blocks = sections()["Summary of the session"].blocks
    told = [item for one in blocks if isinstance(one, Bullets) for item in one.items]
    assert any("Position paper, Tajikistan, turn 1" in item for item in told)
    statement = next(item for item in told if "Statement, Tajikistan, turn 1" in item)
    assert "before: Donors, United Nations bodies" in statement
    assert "human frame" in statement and THANKS.reason in statement
    leads = [one.lead for one in blocks if isinstance(one, Paragraph)]
    assert "2. Not agreed." in leads


def test_the_index_of_key_phrases_names_injects_statements_and_what_was_added() -> None:
    found = {one.phrase: one.entries for one in facts().conference.phrases}
    kinds = {entry.kind for entries in found.values() for entry in entries}
    assert kinds >= {"inject", "statement", "paper"}
    assert "Appendix F: Key phrases" in sections()


def test_reminders_and_the_floor_stand_in_the_report() -> None:
    (reminder,) = facts().conference.reminders
    assert (reminder.who, reminder.statement.who) == ("Facilitator", "Tajikistan")
    kinds = {moment.kind for moment in facts().timeline}
    assert kinds >= {"paper", "reminder", "floor", "statement"}


@pytest.mark.parametrize("to", get_args(ReportFormat))
def test_every_format_holds_papers_summary_and_index(to: ReportFormat, tmp_path: Path) -> None:
    session = ended()
    path = write_report((session.program, session.state), to, tmp_path / f"report.{to}")
    text = docx_text(path) if to == "docx" else path.read_text(encoding="utf-8")
    for wanted in ("A warm hall by Friday", "Tajikistan has twelve beds", "mixed migration flows"):
        assert wanted in text, (to, wanted)
    if to == "json":
        assert json.loads(text)["facts"]["conference"]["summary"]["who"] == "Rapporteur"


def docx_text(path: Path) -> str:
    read = docx.Document(str(path))
    cells = [cell.text for table in read.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in read.paragraphs), *cells])


def test_a_report_on_no_conference_has_an_index_and_nothing_more() -> None:
    session = begun("first-steps", phase="hot_wash", turn=2)
    told = after_action(facts_of(session.program, session.state))
    titles = [section.title for section in told.sections]
    assert "Appendix F: Key phrases" in titles
    assert not {"Summary of the session", "Framing reminders"} & set(titles)
