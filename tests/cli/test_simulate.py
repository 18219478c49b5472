"""simulate: what is printed and written, and what is refused before anything is played."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from exercise.cli import simulate as command
from exercise.cli.parser import build_parser
from tests.cli.conftest import Run
from tests.support.tiny import write_library

SHORT = ("simulate", "first-steps", "--runs", 120, "--workers", 1)


def test_a_batch_is_told_with_both_axes_side_by_side(run: Run) -> None:
    ran = run(*SHORT, "--seed", 5)
    assert (ran.code, ran.err) == (0, "")
    assert "First steps: 120 playthroughs, seed 5, preset balanced\n" in ran.out
    head = next(line for line in ran.out.splitlines() if "Security" in line)
    assert "Migrant rights" in head
    assert "Not seen in 120 of 120 playthroughs\n" in ran.out


def test_json_goes_to_a_file_and_is_the_same_for_any_number_of_workers(
    run: Run, tmp_path: Path
) -> None:
    texts = []
    for workers in (1, 2):
        path = tmp_path / f"{workers}.json"
        ran = run(*SHORT[:4], "--workers", workers, "--to", "json", "-o", path)
        assert (ran.code, ran.out) == (0, f"{path}\n")
        texts.append(path.read_text(encoding="utf-8"))
    assert texts[0] == texts[1]
    told = json.loads(texts[0])
    assert (told["kind"], told["asked"], told["runs"]) == ("simulation", 120, 120)
    assert [*told["axes"]] == ["security", "rights"]


def test_a_recorded_exercise_is_played_again(run: Run, tmp_path: Path) -> None:
    journal = tmp_path / "played.exercise"
    assert run("play", "first-steps", "--auto", "--seed", 4, "--journal", journal).code == 0
    ran = run(*SHORT, "--policy", "plan", "--plan", journal, "--seed", 4)
    assert ran.code == 0
    assert "Seats decide as recorded" in ran.out
    assert "left out" not in ran.out.partition("Where the axes end")[0]


def test_a_recorded_exercise_keeps_its_vacant_seats(run: Run, tmp_path: Path) -> None:
    journal = tmp_path / "played.exercise"
    seats = ("--seats", "iom=vacant", "--seed", 7)
    played = run("play", "first-steps", "--auto", *seats, "--journal", journal)
    (end,) = re.findall(r"run-out 4 +security +([\d.]+) +rights +([\d.]+)", played.out)
    ran = run(*SHORT, "--policy", "plan", "--plan", journal, "--seed", 7, "--to", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["dropped"]) == (0, 0)
    ends = [told["axes"][axis]["middle"] / 100 for axis in ("security", "rights")]
    assert ends == [float(value) for value in end]


def test_an_exercise_on_something_else_is_no_plan(run: Run, tmp_path: Path) -> None:
    journal = tmp_path / "played.exercise"
    assert run("play", "first-steps", "--auto", "--journal", journal).code == 0
    ran = run("simulate", "northern-displacement", "--policy", "plan", "--plan", journal)
    assert (ran.code, ran.out) == (2, "")
    assert f"{journal} was played on another state or preset of this scenario" in ran.err


@pytest.mark.parametrize("more", [("--policy", "plan"), ("--plan", "x.exercise")])
def test_a_plan_and_its_policy_belong_together(run: Run, more: tuple[str, ...]) -> None:
    ran = run(*SHORT, *more)
    assert (ran.code, ran.out) == (2, "")
    assert "'--policy plan' and '--plan JOURNAL' belong together" in ran.err


def test_a_goal_that_cannot_be_written_is_refused_first(run: Run, tmp_path: Path) -> None:
    for goal in (tmp_path, tmp_path / "nowhere" / "x.txt"):
        ran = run("simulate", "first-steps", "--runs", 10**9 - 1, "-o", goal)
        assert (ran.code, ran.out) == (2, "")
        assert f"{goal} cannot be written" in ran.err


def test_a_model_without_two_axes_is_refused(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    derived = root / "scenarios" / "models" / "tiny-model" / "derived.yaml"
    text = derived.read_text(encoding="utf-8")
    derived.write_text(text.replace("  axis: rights\n", ""), encoding="utf-8")
    ran = run("simulate", "tiny", "--library", root)
    assert (ran.code, ran.out) == (2, "")
    assert "model 'tiny-model' has no two axes to tell of" in ran.err


def test_what_cannot_be_written_after_all_is_printed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device", str(tmp_path / "x.txt"))

    monkeypatch.setattr(Path, "write_text", full)
    ran = run(*SHORT, "-o", tmp_path / "x.txt")
    assert ran.code == 2
    assert "120 playthroughs, seed 1" in ran.out
    assert "No space left on device" in ran.err


@pytest.mark.parametrize("count", ["0", "-1", "many", "1.5", "1" * 12])
def test_a_count_is_a_whole_number(count: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build_parser().parse_args(["simulate", "first-steps", "--runs", count])
    assert "a whole number is needed, 1 or more" in capsys.readouterr().err


def test_an_interrupted_batch_tells_what_was_done_and_ends_with_130(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(done: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "_progress", lambda *_: interrupt)
    ran = run(*SHORT)
    assert ran.code == 130
    assert "Interrupted: 100 of 120 playthroughs are done and counted." in ran.out
    assert "interrupted: 100 of 120" in ran.err


def test_other_languages_have_all_the_words(run: Run) -> None:
    ran = run(*SHORT, "--language", "ru")
    assert ran.code == 0
    assert "Не встретилось в 120 из 120 прогонов" in ran.out
