"""What a scenario changes of a role's card: laid over the card, checked with it, and kept from other scenarios."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.errors import Problem, ScenarioError
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.model.role import Role
from tests.support.tiny import NAME, only, tiny, write_library

DILEMMA = "    dilemma: Pay for shelter, or keep the money.\n"


def changed(root: Path, changes: str) -> LoadedScenario:
    """Load the tiny scenario with changes to the card of the aid body."""
    path = write_library(root) / "scenarios" / NAME / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(DILEMMA) == 1
    lines = "".join(f"      {line}\n" for line in changes.splitlines())
    path.write_text(text.replace(DILEMMA, f"{DILEMMA}    card:\n{lines}"), encoding="utf-8")
    return load_scenario(NAME, library=only(root))


def problem_of(root: Path, changes: str) -> Problem:
    with pytest.raises(ScenarioError) as caught:
        changed(root, changes)
    (problem,) = caught.value.problems
    return problem


def card() -> Role:
    return tiny().bundle.roles["aid_body"]


def test_texts_and_lists_are_replaced_and_the_rest_stays(tmp_path: Path) -> None:
    loaded = changed(tmp_path, "mandate: You pay today.\nprivate: [One donor waits.]")
    here = loaded.bundle.roles["aid_body"]
    assert (here.mandate, here.private) == ("You pay today.", ("One donor waits.",))
    same = {"mandate": card().mandate, "private": card().private}
    assert here.model_copy(update=same) == card()
    assert loaded.bundle.roles["rivermark"] == tiny().bundle.roles["rivermark"]


def test_maps_are_changed_key_by_key(tmp_path: Path) -> None:
    before = card().profile
    here = changed(tmp_path, "profile:\n  noise: 7\n  measures: {train_posts: 9}").bundle.roles[
        "aid_body"
    ]
    assert (here.profile.noise, here.profile.measures["train_posts"]) == (7, 9)
    assert here.profile.classes == before.classes
    assert here.profile.measures == before.measures | {"train_posts": 9}
    assert (
        here.profile.model_copy(update={"noise": before.noise, "measures": before.measures})
        == before
    )


def test_what_is_wrong_is_told_once_where_it_was_written(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, "mandat: You pay today.")
    assert problem.file.endswith("scenario.yaml")
    assert "unknown key 'mandat'. Did you mean 'mandate'?" in problem.message


def test_a_name_that_refers_to_nothing_is_found_in_the_scenario(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, "profile:\n  indicators: {preparednes: 3}")
    assert problem.file.endswith("scenario.yaml")
    assert (problem.source_line or "").strip() == "indicators: {preparednes: 3}"
    assert "unknown indicator 'preparednes'. Did you mean 'preparedness'?" in problem.message


def test_the_whole_card_must_still_hold_together(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, "interests: []")
    assert problem.file.endswith("scenario.yaml")


def test_a_card_in_the_scenarios_own_folder_is_changed_too(tmp_path: Path) -> None:
    write_library(tmp_path)
    own = tmp_path / "scenarios" / NAME / "roles"
    own.mkdir()
    (tmp_path / "roles" / "aid_body.yaml").rename(own / "aid_body.yaml")
    path = tmp_path / "scenarios" / NAME / "scenario.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(DILEMMA, f"{DILEMMA}    card: {{actions: 1}}\n"), encoding="utf-8")
    here = load_scenario(NAME, library=only(tmp_path)).bundle.roles["aid_body"]
    assert here == card().model_copy(update={"actions": 1})


WRONG = (
    ("profile: {measures: {open_sheltr: 3}}", "measure", "open_sheltr", "open_shelter"),
    ("profile: {agreements: {river_pakt: sign}}", "agreement", "river_pakt", "river_pact"),
    ("profile: {places: {rivermarc: 3}}", "state", "rivermarc", "rivermark"),
    ("red_lines: [{text: No., measures: [close_crosing]}]", "measure", "close_crosing", "close_crossing"),
    ("allies: [rivermarck]", "role", "rivermarck", "rivermark"),
)  # fmt: skip
wrong_names = pytest.mark.parametrize(("line", "what", "name", "meant"), WRONG)


@wrong_names
def test_a_misspelt_name_is_found_in_the_scenarios_changes(
    tmp_path: Path, line: str, what: str, name: str, meant: str
) -> None:
    (problem,) = changed(tmp_path, line).warnings
    assert (problem.file.endswith("scenario.yaml"), problem.severity) == (True, "warning")
    assert (problem.source_line or "").strip() == line
    assert problem.message == f"unknown {what} '{name}'. Did you mean '{meant}'?"


@wrong_names
def test_a_misspelt_name_is_found_in_the_librarys_card(
    tmp_path: Path, line: str, what: str, name: str, meant: str
) -> None:
    path = write_library(tmp_path) / "roles" / "aid_body.yaml"
    text = path.read_text(encoding="utf-8")
    head, profile = text.split("profile:\n")
    source = profile[profile.index("source:") :]
    path.write_text(f"{head}{line}\n{source}", encoding="utf-8")
    (problem,) = load_scenario(NAME, library=only(tmp_path)).warnings
    assert problem.file.endswith("aid_body.yaml")
    assert (problem.source_line, problem.line) == (line, head.count("\n") + 1)
    assert problem.message == f"unknown {what} '{name}'. Did you mean '{meant}'?"


def test_a_card_may_name_a_measure_that_this_scenario_leaves_out(tmp_path: Path) -> None:
    path = write_library(tmp_path) / "roles" / "aid_body.yaml"
    text = path.read_text(encoding="utf-8")
    named = text.replace("open_shelter: 5", "open_shelter: 5, train_posts: 2")
    path.write_text(named, encoding="utf-8")
    scenario = tmp_path / "scenarios" / NAME / "scenario.yaml"
    with scenario.open("a", encoding="utf-8") as file:
        file.write("without_measures: [train_posts]\n")
    bundle = load_scenario(NAME, library=only(tmp_path)).bundle
    assert "train_posts" not in bundle.measures()
    assert bundle.roles["aid_body"].profile.measures["train_posts"] == 2
