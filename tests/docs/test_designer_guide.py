"""The designer's guide: its first scenario works as written, and what it tells of editors is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.case_report import run_cases
from exercise.authoring.cases import CaseRunner
from exercise.authoring.starters import Plan, Seat, files_of
from exercise.errors import ScenarioError
from exercise.library.loader import load_scenario
from exercise.library.places import Library, Root, open_library, shown_path
from exercise.model.scenario import Scenario, TakenInject
from tests.support.pages import DOCS, fences, read, section, tables

GUIDE = read(DOCS / "designer.md")
SEATS = (
    Seat("tajikistan", "state", "tajikistan", "home"),
    Seat("uzbekistan", "state", "uzbekistan", "neighbour"),
    Seat("iom", "organisation", "", "helper"),
)


def write_first_scenario(root: Path) -> Path:
    """Write the files of the guide's first scenario and return its folder."""
    folder = root / "scenarios" / "two-posts"
    folder.mkdir(parents=True)
    for fence in fences(section(GUIDE, "A first scenario, step by step")):
        if fence.kind == "yaml":
            (root / fence.first_line.removeprefix("# ")).write_text(fence.body, encoding="utf-8")
    (folder / "concept-note.md").write_text("# Two posts\n\nA cold night.\n", encoding="utf-8")
    return folder


def library(root: Path) -> Library:
    """Return the guide's library before the built-in one."""
    return Library((Root(root.resolve(), "named"), *open_library(environment={}).roots))


def test_the_first_scenario_passes_the_check_without_a_warning(tmp_path: Path) -> None:
    folder = write_first_scenario(tmp_path)
    assert load_scenario(str(folder), library=library(tmp_path)).warnings == ()


def test_the_first_scenario_keeps_what_its_cases_promise(tmp_path: Path) -> None:
    loaded = load_scenario(str(write_first_scenario(tmp_path)), library=library(tmp_path))
    verdicts = list(CaseRunner(loaded).verdicts())
    assert len(verdicts) == 2
    assert [verdict.misses for verdict in verdicts] == [(), ()]


def test_the_message_shown_is_the_message_given(tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    folder = write_first_scenario(tmp_path)
    injects = folder / "injects.yaml"
    injects.write_text(read(injects).replace("[open_the_hall]", "[open_the_hal]"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ScenarioError) as caught:
        load_scenario("two-posts", library=library(tmp_path))
    shown = next(f.body for f in fences(section(GUIDE, "What the check says")) if f.kind == "text")
    assert shown.strip() in str(caught.value)


def test_the_failure_shown_is_the_failure_told(tmp_path: Path) -> None:
    folder = write_first_scenario(tmp_path)
    (folder / "cases.yaml").write_text(
        "format: 1\ncases:\n  - name: The hall is enough\n    when:\n      - turn: 1\n"
        "        responses: {tajikistan: [{measure: open_the_hall, inject: cold_night}]}\n"
        "    then:\n      - {after: 1, slot: 'preparedness[tajikistan]', at_least: 60}\n"
        "      - {fired: [frost_bite]}\n",
        encoding="utf-8",
    )
    told: list[str] = []
    assert run_cases(["two-posts"], library(tmp_path), told.append) == 1
    shown = next(f.body for f in fences(section(GUIDE, "What a failure says")) if f.kind == "text")
    place = shown_path(folder / "cases.yaml")
    assert "\n".join(told).replace(place, "cases.yaml") == shown.strip()


def test_everything_a_scenario_may_take_or_leave_is_named() -> None:
    told = section(GUIDE, "What a scenario takes from its model")
    (rows,) = tables(told)
    takes = ("only_", "without_", "with_")
    assert {row[0].strip("`") for row in rows[1:]} == {
        name for name in Scenario.model_fields if name.startswith(takes)
    }
    assert all(f"`{name}`" in told for name in TakenInject.model_fields)


def test_the_line_for_editors_is_the_one_that_new_scenarios_have() -> None:
    (shown,) = (
        fence.body for fence in fences(section(GUIDE, "Your editor")) if fence.kind == "text"
    )
    assert shown.strip() in files_of("influx", Plan("a", "A", 3, SEATS, "en"))["injects.yaml"]
