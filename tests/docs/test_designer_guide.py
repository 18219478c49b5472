"""The designer's guide: its first scenario works as written, and what it tells of editors is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exercise.authoring.case_report import run_cases
from exercise.authoring.cases import CaseRunner
from exercise.authoring.starters import Plan, Seat, files_of
from exercise.errors import ScenarioError
from exercise.library.loader import load_scenario
<<<<<<< HEAD
from exercise.library.places import Library, Root, open_library
=======
from exercise.library.places import Library, Root, open_library, shown_path
from exercise.model.agreement import Agreement
from exercise.model.case import (
    Difference,
    Expect,
    Given,
    Lift,
    Meanwhile,
    RefusedAct,
    Respond,
    Step,
    Written,
)
from exercise.model.case import Rule as CaseRuling
from exercise.model.effect import (
    EFFECT_KEYS,
    Amplify,
    Breach,
    Cancel,
    Change,
    EffectBase,
    Income,
    Release,
    Reroute,
    SetFlag,
    Transfer,
    Unlock,
    Void,
)
from exercise.model.inject import Inject
from exercise.model.measure import Measure
from exercise.model.pack import State
from exercise.model.rule import Rule
>>>>>>> 505bd90 (The guide tells all a case can give, do and expect, and what a failure says)
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


<<<<<<< HEAD
=======
def fields_of(model: type[BaseModel]) -> dict[str, bool]:
    """Return every field as it is written in files, and whether it is needed."""
    return {field.alias or name: field.is_required() for name, field in model.model_fields.items()}


@pytest.mark.parametrize("title", TABLES)
def test_a_table_names_every_field_and_marks_what_is_needed(title: str) -> None:
    (rows,) = tables(section(GUIDE, title))
    told = {row[0].rstrip(" *").strip("`"): row[0].endswith("*") for row in rows[1:]}
    assert told == fields_of(TABLES[title])


CASE_TABLES: dict[str, tuple[type[BaseModel], ...]] = {
    "Given of a case": (Given,),
    "Steps of a case": (Step,),
    "Responses and rulings of a case": (Respond,),
    "Expectations of a case": (Expect,),
}


@pytest.mark.parametrize("title", CASE_TABLES)
def test_a_table_on_cases_names_every_key(title: str) -> None:
    (rows,) = tables(section(GUIDE, title))
    told = {word for row in rows[1:] for word in re.findall(r"`(\w+)`", row[0])}
    assert told == {name for model in CASE_TABLES[title] for name in fields_of(model)}


@pytest.mark.parametrize("model", [CaseRuling, RefusedAct, Meanwhile, Written, Lift, Difference])
def test_every_key_of_the_lesser_parts_of_a_case_is_named(model: type[BaseModel]) -> None:
    told = section(GUIDE, "Cases")
    assert [name for name in fields_of(model) if not re.search(rf"\b{name}\b", told)] == []


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


def test_the_table_of_effects_names_every_effect_and_its_fields() -> None:
    (rows,) = tables(section(GUIDE, "Effects"))
    told = {
        row[0].strip("`"): set(row[1].replace("`", " ").replace(",", " ").split()) - {"or"}
        for row in rows[1:]
    }
    common = fields_of(EffectBase)
    wanted = {}
    for key, model in zip(EFFECT_KEYS, EFFECTS, strict=True):
        wanted[key] = {name for name in fields_of(model) if name not in common and name != key}
    assert told == wanted


>>>>>>> 505bd90 (The guide tells all a case can give, do and expect, and what a failure says)
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
