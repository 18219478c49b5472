"""list, check, test, schema and handouts."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.support.tiny import write_library


def test_the_list_shows_every_shipped_scenario_and_no_exercise_of_others(run: Run) -> None:
    ran = run("list")
    assert (ran.code, ran.err) == (0, "")
    assert "first-steps " in ran.out
    assert "2 turns, 2 seats, 8 to 15 min" in ran.out
    assert "northern-displacement " in ran.out
    assert "Saved exercises" not in ran.out


def test_the_list_shows_exercises_saved_where_the_person_keeps_data(
    run: Run, own_data: Path
) -> None:
    assert run("play", "first-steps", "--auto", "--seed", 1).code == 0
    (journal,) = own_data.rglob("*.exercise")
    saved = run("list").out.partition("Saved exercises")[2]
    assert str(journal) in saved
    assert "records" in saved


def test_the_list_says_what_is_wrong_with_a_broken_scenario(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    head.write_text("title: [", encoding="utf-8")
    ran = run("list", "--library", root)
    assert ran.code == 0
    assert "broken: " in ran.out
    assert "scenario.yaml:2:1: " in ran.out
    assert "0 turns" not in ran.out


def test_a_scenario_without_mistakes_passes_the_check(run: Run) -> None:
    ran = run("check", "first-steps")
    assert ran.code == 0
    assert "1 scenario checked: 0 errors" in ran.out


def test_the_check_tells_programs_as_json_and_strictly(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    injects = root / "scenarios" / "tiny" / "injects.yaml"
    text = injects.read_text(encoding="utf-8")
    injects.write_text(text.replace("rivermark] < 60", "rivermark] > 100"), encoding="utf-8")
    ran = run("check", root / "scenarios" / "tiny", "--library", root, "--format", "json")
    (problem,) = json.loads(ran.out)["problems"]
    assert (ran.code, ran.err, problem["code"]) == (0, "", "never-true")
    ran = run("check", root / "scenarios" / "tiny", "--library", root, "--strict")
    assert (ran.code, ran.err) == (1, "")
    assert "(never-true)\n      when: preparedness[rivermark] > 100" in ran.out


def test_the_check_explains_a_code(run: Run) -> None:
    ran = run("check", "--explain", "never-true")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("never-true\n\n")
    assert "    when: preparedness[rivermark] > 100\n" in ran.out
    ran = run("check", "--explain", "never-treu")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no code 'never-treu'. Did you mean 'never-true'?" in ran.err


def test_the_check_of_everything_looks_at_cards_that_no_scenario_uses(
    run: Run, tmp_path: Path
) -> None:
    root = write_library(tmp_path)
    spare = root / "roles" / "spare.yaml"
    spare.write_text("format: 1\nkind: king\n", encoding="utf-8")
    ran = run("check", "--all", "--library", root)
    assert ran.code == 1
    assert "roles/spare.yaml:2:7: error: " in ran.out


def test_a_broken_scenario_fails_the_check_with_file_line_and_column(
    run: Run, tmp_path: Path
) -> None:
    root = write_library(tmp_path)
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("turns: 3", "turns: three"), encoding="utf-8")
    ran = run("check", head.parent, "--library", root)
    assert ran.code == 1
    line = 1 + text[: text.index("turns: 3")].count("\n")
    assert f"scenario.yaml:{line}:8" in ran.out
    assert "1 scenario checked: 1 error" in ran.out


def test_all_shipped_scenarios_pass_the_check(run: Run) -> None:
    ran = run("check", "--all")
    assert ran.code == 0
    assert "checked: 0 errors" in ran.out


def test_playing_a_broken_scenario_shows_its_problems_and_nothing_else(
    run: Run, tmp_path: Path
) -> None:
    root = write_library(tmp_path)
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace("turns: 3", "turns: three"), encoding="utf-8")
    ran = run("play", "tiny", "--auto", "--library", root)
    assert (ran.code, ran.out) == (1, "")
    assert "scenario.yaml:" in ran.err
    assert "Traceback" not in ran.err


def test_the_cases_of_a_scenario_are_run(run: Run) -> None:
    ran = run("test", "first-steps")
    assert ran.code == 0
    assert ran.out.endswith(" passed, 0 failed\n")


def test_a_case_that_fails_is_shown_with_its_place(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    cases = root / "scenarios" / "tiny" / "cases.yaml"
    cases.write_text(
        "format: 1\n"
        "cases:\n"
        "  - name: Nothing is ever as high\n"
        "    when: []\n"
        "    then:\n"
        "      - {holds: 'cohesion[rivermark] > 99'}\n",
        encoding="utf-8",
    )
    ran = run("test", "tiny", "--library", root)
    assert ran.code == 1
    assert "cases.yaml:3:" in ran.out
    assert "failed: Nothing is ever as high" in ran.out
    assert ran.out.endswith("0 passed, 1 failed\n")


def test_check_and_test_ask_for_a_scenario(run: Run) -> None:
    for command in ("check", "test"):
        ran = run(command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == "exercise: name a scenario or a folder, or write --all\n"


def test_the_shipped_schemas_fit_the_models(run: Run) -> None:
    ran = run("schema")
    assert (ran.code, ran.out) == (0, "the schemas fit the models\n")


def test_schemas_are_written_where_asked(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    ran = run("schema", "--write", folder)
    assert ran.code == 0
    written = [Path(line) for line in ran.out.splitlines()]
    assert {path.parent for path in written} == {folder}
    assert "scenario.schema.json" in {path.name for path in written}
    assert all(json.loads(path.read_text(encoding="utf-8")) for path in written)


def test_handouts_are_written_in_the_folder_named(run: Run, tmp_path: Path) -> None:
    ran = run("handouts", "first-steps", "-o", tmp_path / "paper")
    assert ran.code == 0
    written = [Path(line) for line in ran.out.splitlines()]
    assert written
    assert all(path.parent == tmp_path / "paper" and path.suffix == ".html" for path in written)
    assert all("<html" in path.read_text(encoding="utf-8") for path in written)


def test_handouts_use_other_names_on_request(run: Run, tmp_path: Path) -> None:
    real, fictional = tmp_path / "real", tmp_path / "fictional"
    assert run("handouts", "first-steps", "-o", real).code == 0
    assert run("handouts", "first-steps", "-o", fictional, "--names", "fictional").code == 0
    pages = {
        folder.name: "".join(page.read_text(encoding="utf-8") for page in folder.glob("*.html"))
        for folder in (real, fictional)
    }
    assert "Tajikistan" in pages["real"]
    assert "Tajikistan" not in pages["fictional"]
