from __future__ import annotations

import json
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
from msgspec import Struct
from msgspec.structs import fields

from exercise.conduct.command import (
    FACILITATOR,
    AssignSeat,
    EndExercise,
    ObjectTo,
    Respond,
    Sponsor,
)
from exercise.conduct.state import Phase
from exercise.errors import ExerciseError
from exercise.library.loader import load_scenario
from exercise.report.after_action import Particulars, after_action
from exercise.report.facts import Facts
from exercise.report.gather import facts_of
from exercise.report.write import ReportFormat, write_report
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from tests.report.played import do, finished, go_to, running
from tests.support.tiny import AGREEMENTS, only, tiny_program, write_library


def facts() -> Facts:
    session = finished()
    return facts_of(session.program, session.state)


class Balanced(HTMLParser):
    """Fails on a tag that is closed in the wrong order; collects tags and ids."""

    VOID = ("meta", "br", "col", "link")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(attrs)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("to", ["md", "html", "json", "docx"])
def test_a_running_exercise_is_refused_with_what_to_do(to: ReportFormat, tmp_path: Path) -> None:
    path = tmp_path / f"report.{to}"
    with pytest.raises(ExerciseError, match="Call EndEx"):
        write_report(running(), to, path)
    assert not path.exists()


def test_causes_of_every_turn_add_up_on_both_axes() -> None:
    axes = facts().axes
    assert [axis.axis for axis in axes] == ["security", "rights"]
    for axis in axes:
        before = axis.start
        for turn in axis.turns:
            assert turn.before == before
            assert sum(cause.amount for cause in turn.causes) == turn.after - turn.before
            before = turn.after


def test_the_run_out_is_marked_and_holds_no_decisions() -> None:
    told = facts()
    assert [turn.run_out for turn in told.axes[0].turns] == [False] * 3 + [True] * 2
    assert {decision.turn for decision in told.decisions} == {1, 2}


def test_what_was_known_is_bands_of_that_time_and_no_number() -> None:
    first, second, _ = facts().known
    assert [shown.band for shown in first.axes] and not first.scores_hidden
    assert not any(re.search(r"\d", shown.band) for shown in (*first.axes, *first.indicators))
    assert [item.title for item in first.inboxes[0].received] == ["First families"]
    assert [item.title for item in second.inboxes[0].received] == ["First families", "A rumour"]
    assert [item.title for item in second.inboxes[1].received] == ["First families"]


def test_what_was_known_is_the_same_where_no_checkpoint_is_left() -> None:
    from msgspec.structs import replace

    session = finished()
    bare = replace(session.state, checkpoints=())
    assert facts_of(session.program, bare).known == facts().known


def test_what_was_felt_stands_beside_what_was_so_for_each_issue_and_state() -> None:
    session = begin_exercise(load_scenario("first-steps").program, 7, keep=False)
    conduct(session)
    told = facts_of(session.program, session.state).issues
    start = session.state.turns[0].start
    index = session.program.slots.index
    at_start = {start[slot] for (family, _), slot in index.items() if family == "alarm"}
    assert told
    assert all(fact.alarm is not None and fact.alarm[0] in at_start for fact in told)


def test_a_ruling_stands_beside_the_engines_own_proposal() -> None:
    scale, row = facts().rulings
    assert (scale.kind, scale.reason, scale.who) == ("scale", "half the staff", "Aid body")
    proposed, confirmed = dict(scale.proposed), dict(scale.confirmed)
    assert proposed.keys() == confirmed.keys()
    assert all(abs(confirmed[key]) < abs(proposed[key]) for key in proposed if proposed[key] > 100)
    assert row.proposed == () and row.confirmed == (("Cohesion, Highvale", -300),)


def test_the_timeline_tells_rulings_in_words() -> None:
    told = [moment.text for moment in facts().timeline if moment.kind == "ruling"]
    assert told[0].startswith("Aid body, ") and told[0].endswith("50 %, because: half the staff")
    assert told[1] == "Cohesion, Highvale −3.00, because: a fair was held"


def test_the_timeline_tells_what_a_statement_is_about_and_its_words() -> None:
    session = begin_exercise(tiny_program(), 7, keep=False)
    go_to(session, Phase.consultation, 1)
    speech = Respond(
        "speak_up", "", "", "displacement", "human", audiences=("public",), reason="We hear you"
    )
    do(session, "aid_body", speech)
    go_to(session, Phase.outcome, 1)
    do(session, FACILITATOR, EndExercise("enough"))
    timeline = facts_of(session.program, session.state).timeline
    (said,) = [moment.text for moment in timeline if moment.kind == "statement"]
    assert "Displacement, human frame, before: " in said
    assert said.endswith("In its own words: “We hear you”")


def test_an_agreement_names_who_signed_and_what_was_adopted() -> None:
    (pact,) = facts().agreements
    assert (pact.sponsor, sorted(pact.signed), pact.objected) == (
        "Aid body",
        ["Aid body", "Rivermark"],
        (),
    )
    assert [(clause.on, clause.adopted) for clause in pact.clauses] == [
        (True, True),
        (False, False),
    ]


def test_the_review_names_who_stopped_a_clause_under_consensus(tmp_path: Path) -> None:
    (write_library(tmp_path) / "scenarios/models/tiny-model/agreements.yaml").write_text(
        AGREEMENTS.replace("decision: all_parties", "decision: consensus"), encoding="utf-8"
    )
    program = load_scenario("tiny", library=only(tmp_path)).program
    session = begin_exercise(program, 7, keep=False)
    do(session, FACILITATOR, AssignSeat("aid_body", "person"))
    go_to(session, Phase.consultation, 1)
    do(session, "aid_body", Sponsor("river_pact"))
    do(session, "rivermark", ObjectTo("river_pact", ("shared_places",)))
    go_to(session, Phase.outcome, 1)
    do(session, FACILITATOR, EndExercise("enough"))
    told = facts_of(program, session.state)
    (pact,) = told.agreements
    assert pact.objected == ("Rivermark",)
    shared, figures = pact.clauses
    assert (shared.on, shared.adopted, shared.objected) == (True, False, ("Rivermark",))
    assert figures.objected == ()
    section = next(one for one in after_action(told).sections if one.title == "Agreements")
    (table,) = section.blocks
    (row,) = table.rows  # type: ignore[union-attr]
    assert "[not adopted] Places are shared. Stopped by the objection of Rivermark." in row[2]
    assert row[-1] == "Rivermark"


def test_a_red_line_is_told_with_its_framework_and_cause() -> None:
    crossed = facts().red_lines
    assert crossed
    assert crossed[0].framework.startswith("OHCHR")
    assert "closing feeds smugglers" in crossed[0].cause


def test_improvements_and_losses_are_never_set_off_against_each_other() -> None:
    for fact in facts().referents:
        assert fact.security_up >= 0 >= fact.security_down
        assert fact.rights_up >= 0 >= fact.rights_down


def test_states_stand_in_authored_order_in_every_list() -> None:
    told = facts()
    states = ["Rivermark", "Highvale", ""]
    families: dict[str, list[str]] = {}
    for series in told.indicators:
        families.setdefault(series.label, []).append(series.place)
    assert all(places == states for places in families.values())
    for objective in told.objectives:
        assert [series.place for series in objective.evidence[:3]] == states


def _names(value: Any) -> set[str]:
    if isinstance(value, Struct):
        return {field.name for field in fields(value)} | {
            name for field in fields(value) for name in _names(getattr(value, field.name))
        }
    return {name for item in value for name in _names(item)} if isinstance(value, tuple) else set()


def test_no_fact_is_a_total_a_rank_a_score_or_a_rating() -> None:
    found = _names(facts())
    assert not [
        name for name in found if re.search(r"total|rank|score$|rating|overall|combined", name)
    ]


def test_objectives_leave_the_rating_to_the_evaluator(tmp_path: Path) -> None:
    path = write_report(finished(), "json", tmp_path / "r.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    assert told["ratings"] == [{"objective": "prepare", "rating": None, "rated_by": None}]
    html = write_report(finished(), "html", tmp_path / "r.html").read_text(encoding="utf-8")
    for wording in ("Performed without Challenges", "Unable to be Performed", "Not observed"):
        assert f"☐ {wording}" in html or re.search(rf"☐ \S+  {wording}", html)


def test_json_is_versioned_and_holds_whole_numbers_only(tmp_path: Path) -> None:
    path = write_report(finished(), "json", tmp_path / "r.json")

    def refuse(_: str) -> float:
        raise AssertionError("a float in the report")

    told = json.loads(path.read_text(encoding="utf-8"), parse_float=refuse)
    assert (told["format"], told["unit"]) == (1, "hundredths of a point")
    assert told["facts"]["overview"]["seed"] == 7


def test_sections_come_in_the_order_evaluators_know() -> None:
    titles = [section.title for section in after_action(facts()).sections if section.level == 1]
    order = (
        "Exercise overview",
        "Timeline",
        "Decisions, and what was known",
        "Outcomes on both axes",
        "Red lines",
        "Agreements",
        "Objectives",
        "Strengths and areas for improvement",
        "The group's answers",
        "For the debrief",
        "Appendix A: Improvement plan",
        "Appendix B: Exercise participants",
        "Appendix C: Ledger of the largest changes",
    )
    places = [titles.index(title) for title in order]
    assert places == sorted(places)


def test_the_overview_has_the_eleven_field_names() -> None:
    document = after_action(facts())
    (table,) = document.sections[0].blocks
    assert [row[0] for row in table.rows] == [  # type: ignore[union-attr]
        "Exercise Name",
        "Exercise Dates",
        "Scope",
        "Mission Area(s)",
        "Core Capabilities",
        "Objectives",
        "Threat or Hazard",
        "Scenario",
        "Sponsor",
        "Participating Organizations",
        "Point of Contact",
    ]


def test_html_is_whole_escaped_and_needs_nothing_from_outside(tmp_path: Path) -> None:
    handling = Particulars(handling='Restricted </style><b> "x"')
    text = write_report(finished(), "html", tmp_path / "r.html", "en", handling).read_text(
        encoding="utf-8"
    )
    page = Balanced()
    page.feed(text)
    assert page.open == []
    assert "script" not in page.tags and "img" not in page.tags
    assert page.tags.count("svg") == 3
    assert not [
        value
        for name, value in page.attributes
        if name in ("src", "href") and not (value or "").startswith("#")
    ]
    assert text.count("</style>") == 1
    assert "&lt;script&gt;alert(1)" in text and "Жду" in text


def test_charts_tell_axes_apart_without_colour(tmp_path: Path) -> None:
    text = write_report(finished(), "html", tmp_path / "r.html").read_text(encoding="utf-8")
    lines = text[text.index("<svg") : text.index("</svg>")]
    assert ">S  Security<" in lines and ">R  Rights<" in lines
    assert "<circle" in lines and "stroke-dasharray" in lines and 'width="7.2"' in lines


def test_markdown_shows_hostile_text_as_it_stands(tmp_path: Path) -> None:
    from markdown_it import MarkdownIt

    text = write_report(finished(), "md", tmp_path / "r.md").read_text(encoding="utf-8")
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert "<script" not in shown and "<a " not in shown and "<em>stars" not in shown
    assert "*stars*" in shown


def test_markdown_numbers_stay_numbers_and_lists_do_not_arise() -> None:
    from exercise.report.markdown import escape

    assert [escape(text) for text in ("48.19", "+4.50", "−0.05")] == ["48.19", "+4.50", "−0.05"]
    assert [escape(text) for text in ("1. one", "- one", "+ one", "---", "# one")] == [
        "1\\. one",
        "\\- one",
        "\\+ one",
        "\\---",
        "\\# one",
    ]


def test_every_markdown_row_has_as_many_cells_as_its_head(tmp_path: Path) -> None:
    text = write_report(finished(), "md", tmp_path / "r.md").read_text(encoding="utf-8")
    for block in text.split("\n\n"):
        rows = [line for line in block.split("\n") if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def test_the_word_document_opens_and_holds_the_tables(tmp_path: Path) -> None:
    path = write_report(finished(), "docx", tmp_path / "r.docx")
    document = docx.Document(str(path))
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Field", "Entry"] in heads
    assert any(head[0] == "Core Capability" and head[-1] == "Completion Date" for head in heads)
    assert any(paragraph.text == "Outcomes on both axes" for paragraph in document.paragraphs)
    header = document.sections[0].header.paragraphs[0].text
    assert "DRAFT until released" in header
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert "&lt;script&gt;" in package.read("word/document.xml").decode("utf-8")


def test_messages_between_seats_and_private_lines_stay_out(tmp_path: Path) -> None:
    for to in ("md", "html", "json"):
        text = write_report(finished(), to, tmp_path / f"r.{to}").read_text(encoding="utf-8")
        assert "canary-message" not in text
        assert "Two posts are empty" not in text and "Your stores hold tents" not in text


def test_a_name_stands_only_where_a_label_was_given() -> None:
    labels = {seat.who: seat.label for seat in facts().participants}
    assert labels == {"Rivermark": "", "Aid body": "Гүлнара"}


def test_the_same_exercise_gives_the_same_bytes(tmp_path: Path) -> None:
    for to in ("md", "html", "json"):
        one = write_report(finished(), to, tmp_path / f"1.{to}").read_bytes()
        assert one == write_report(finished(), to, tmp_path / f"2.{to}").read_bytes()


@pytest.mark.long
def test_an_exercise_of_the_library_played_by_bots_is_told_in_full() -> None:
    from exercise.library.loader import load_scenario
    from exercise.session.auto import conduct
    from exercise.session.start import begin_exercise

    program = load_scenario("first-steps").program
    session = begin_exercise(program, 3, keep=False, roster=dict.fromkeys(program.roles, "bot"))
    conduct(session)
    told = facts_of(program, session.state)
    assert len(told.known) == program.bundle.scenario.turns
    assert {fact.slug for fact in told.objectives} == set(program.bundle.scenario.objectives)
    for axis in told.axes:
        for turn in axis.turns:
            assert sum(cause.amount for cause in turn.causes) == turn.after - turn.before
    for change in told.largest:
        assert sum(part.amount for part in change.parts) == change.change


def test_unknown_formats_and_unwritable_paths_are_told(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="no report format 'pdf'"):
        write_report(finished(), "pdf", tmp_path / "r.pdf")  # type: ignore[arg-type]
    with pytest.raises(ExerciseError, match="cannot be written"):
        write_report(finished(), "md", tmp_path / "none" / "r.md")


def test_word_support_is_loaded_only_when_asked_for() -> None:
    code = "import sys, exercise.report; sys.exit('docx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
