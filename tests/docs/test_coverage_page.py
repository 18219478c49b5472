"""The page on coverage is what the files give, and its notes fit them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from docs.make_coverage import PAGE, ROOT, notes, shipped, systems
from exercise.authoring.cases import plan_of
from exercise.authoring.coverage import (
    Coverage,
    CoverageNotes,
    Group,
    Place,
    problems_of,
    read_notes,
)
from exercise.authoring.coverage_page import coverage_page
from exercise.authoring.coverage_systems import System, Systems, problems_in
from exercise.errors import ScenarioError
from exercise.model.case import Case, CaseFile
from tests.support.pages import read, section, tables
from tests.support.shipped import SHIPPED, runner_of, verdicts_of

HERE = Place("rules.yaml", "guides_ask_more", "rules")
RULES = Group(title="Claims", about="All.", prefix="C-", digits=2, last=3, by=("rules",))


@cache
def covered() -> Coverage:
    """What the files realise, from the runs that other tests look at too."""
    for name in SHIPPED:
        verdicts_of(name)
    return shipped({name: runner_of(name) for name in SHIPPED})


def small(**said: dict[str, str]) -> CoverageNotes:
    return CoverageNotes.model_validate(
        {"groups": {"claims": RULES}, "measures": ("patrol",), **said}
    )


def realising(**places: Place) -> Coverage:
    by_id: dict[str, tuple[Place, ...]] = {
        name.replace("_", "-"): (place,) for name, place in places.items()
    }
    return Coverage(places=by_id, measures={}, acted={}, used={}, cases=0)


def listing(last: int = 1, **rows: System) -> Systems:
    return Systems(prefix="S", digits=1, last=last, files={"files": "rules.yaml"}, rows=rows)


def test_the_page_is_what_the_files_give() -> None:
    assert read(PAGE) == coverage_page(notes(), covered(), systems()), "run `make coverage`"


def test_every_id_in_a_file_exists_and_no_note_is_stale() -> None:
    assert problems_of(notes(), covered(), systems().ids()) == []


def test_every_key_on_the_page_stands_in_its_file() -> None:
    found = re.findall(r"`([a-z/_-]+\.yaml)`: ((?:`\w+`(?:, )?)+)", read(PAGE))
    assert found
    for file, keys in found:
        text = (ROOT / file).read_text(encoding="utf-8")
        for key in re.findall(r"\w+", keys):
            assert re.search(rf"^ *{key}:", text, re.M), f"{file}: {key}"


def test_every_title_of_a_case_on_the_page_is_one() -> None:
    titles = {case.name for name in SHIPPED for case in runner_of(name).file.cases}
    shown = re.findall(r"“([^”]+)”", read(PAGE))
    assert shown
    assert set(shown) <= titles


def test_the_summary_counts_the_rows_below() -> None:
    page = read(PAGE)
    (summary,) = tables(page.split("\n## ", 1)[0])
    for title, total, realised, missing in summary[1:]:
        (rows,) = tables(section(page, title))
        open_rows = [row for row in rows[1:] if row[1].startswith("not yet")]
        assert (int(total), int(missing)) == (len(rows) - 1, len(open_rows)), title
        assert int(realised) == int(total) - int(missing)


def decided_in(case: Case, file: CaseFile) -> set[str]:
    plans = [plan_of(file, case.when)]
    if case.differs and case.compare_when is not None:
        plans.append(plan_of(file, case.compare_when))
    return {
        response.measure
        for plan in plans
        for step in plan
        for responses in step.responses.values()
        for response in responses
        if response.measure is not None
    }


def test_a_measure_is_used_in_the_cases_whose_plans_hold_it() -> None:
    """Counted a second time from the plans, which nothing that counts the rows has read."""
    counted: dict[str, int] = {}
    for name in SHIPPED:
        file = runner_of(name).file
        for case in file.cases:
            for measure in decided_in(case, file):
                counted[measure] = counted.get(measure, 0) + 1
    assert counted
    assert {name: covered().used.get(name, 0) for name in counted} == counted


def test_an_id_that_the_notes_do_not_know_is_told() -> None:
    (problem,) = problems_of(small(), realising(C_04=HERE))
    assert problem == "rules.yaml: guides_ask_more names C-04, which is no id of the notes"


def test_a_reason_for_what_is_realised_is_told() -> None:
    (problem,) = problems_of(small(not_yet={"C-01": "no flow"}), realising(C_01=HERE))
    assert "C-01 is not realised, but it is" in problem


def test_a_note_on_nothing_is_told() -> None:
    (problem,) = problems_of(small(not_yet={"C-09": "no flow"}), realising())
    assert "C-09" in problem
    assert problems_of(small(not_yet={"patrol": "nobody has one"}), realising()) == []


def test_an_open_id_stands_with_its_reason_and_a_case_realises_no_claim() -> None:
    case = Place("cases.yaml", "guides ask", "cases")
    page = coverage_page(
        small(not_yet={"C-02": "no flow"}, without_entry={"C-03": "kept as a silence"}),
        realising(C_01=case),
        listing(S1=System(name="a ford", at={"files": ("bank",)})),
    )
    (rows,) = tables(section(page, "Claims"))
    assert [row[1] for row in rows[1:]] == ["not yet", "not yet: no flow", "kept as a silence"]


def test_every_system_has_a_row_whose_files_and_keys_exist() -> None:
    assert len(systems().rows) == 149
    assert problems_in(systems(), ROOT) == []


def test_a_system_without_a_row_and_a_key_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("ford: {}\n", encoding="utf-8")
    (tmp_path / "carts.py").write_text(
        "WHEELS: int = 4\n\n\ndef pull() -> None: ...\n", encoding="utf-8"
    )
    known = System(name="a ford", at={"files": ("ford",), "carts.py": ("WHEELS", "pull")})
    assert problems_in(listing(S1=known), tmp_path) == []
    lost = System(name="a bank", at={"files": ("bank",), "carts.py": ("push",), "boats.py": ()})
    assert problems_in(listing(2, S1=lost, S3=known), tmp_path) == [
        "S2 has no row",
        "S3 is no id of the table",
        "S1: rules.yaml has no bank",
        "S1: carts.py has no push",
        "S1: there is no file boats.py",
    ]


def test_a_system_says_where_it_is_or_why_it_is_not() -> None:
    with pytest.raises(ValueError, match="say where it is realised"):
        System(name="a bank")


@pytest.mark.parametrize("wrong", ["colour: red", "not_yet: [C-01]"])
def test_notes_are_read_strictly(tmp_path: Path, wrong: str) -> None:
    path = tmp_path / "notes.yaml"
    path.write_text(f"groups: {{}}\nmeasures: []\n{wrong}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_notes(path)
    assert [problem.line for problem in caught.value.problems] == [3]
