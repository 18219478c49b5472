"""play, resume, replay, explain and report: what a journal gives back."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exercise.journal import NewRecord, create_sqlite, open_sqlite
from tests.cli.conftest import SCENARIO, SEED, Run

ROOT = Path(__file__).resolve().parents[2]


def test_the_same_seed_gives_the_same_exercise_byte_for_byte(
    run: Run, played: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.exercise"
    assert run("play", SCENARIO, "--auto", "--seed", SEED, "--journal", again).code == 0
    first, second = run("replay", "--dump", played), run("replay", "--dump", again)
    assert (first.code, first.err) == (0, "")
    assert first.out == second.out
    assert len(first.out.splitlines()) > 20


def test_another_seed_is_another_exercise(run: Run, played: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.exercise"
    assert run("play", SCENARIO, "--auto", "--seed", 8, "--journal", other).code == 0
    assert run("replay", "--dump", played).out != run("replay", "--dump", other).out


def test_headless_play_ends_with_both_axes_and_the_journal(run: Run, tmp_path: Path) -> None:
    journal = tmp_path / "new.exercise"
    ran = run("play", SCENARIO, "--auto", "--seed", SEED, "--journal", journal, "--report")
    assert (ran.code, ran.err) == (0, "")
    turns = [line for line in ran.out.splitlines() if line.startswith(("turn ", "run-out "))]
    assert [line.split()[1] for line in turns] == ["1", "2", "3", "4"]
    assert all("security" in line and "rights" in line for line in turns)
    assert ran.out.splitlines()[0].startswith("First steps, seed 7, ")
    assert ran.out.endswith(f"report  {journal.with_suffix('.html')}\njournal {journal}\n")
    assert "<html" in journal.with_suffix(".html").read_text(encoding="utf-8")


def test_every_decision_of_a_finished_exercise_can_be_made_again(run: Run, played: Path) -> None:
    ran = run("replay", "--verify", played)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("verified: ")


def test_a_changed_record_is_found_and_named(run: Run, own_copy: Path) -> None:
    with sqlite3.connect(own_copy) as database:
        change = "update record set payload = replace(payload, '1', '2') where seq = 9"
        assert database.execute(change).rowcount == 1
    for what in ("--verify", "--dump"):
        ran = run("replay", what, own_copy)
        assert ran.code == 2
        assert "verified" not in ran.out
        assert ran.err.count("\n") == 1
        assert ran.err.startswith("exercise: ")
        assert "record 9" in ran.err


@pytest.mark.parametrize("share", [1, 2, 3])
def test_an_exercise_broken_off_between_two_commands_goes_on_to_the_same_end(
    run: Run, played: Path, tmp_path: Path, share: int
) -> None:
    part = tmp_path / "part.exercise"
    _break_off(played, part, share)
    assert run("replay", "--dump", part).out != run("replay", "--dump", played).out
    assert run("resume", part, "--auto").code == 0
    assert run("replay", "--dump", part).out == run("replay", "--dump", played).out
    assert run("replay", "--verify", part).code == 0


def _break_off(whole: Path, part: Path, share: int) -> None:
    """Copy the first quarters of an exercise's commands."""
    source = open_sqlite(whole, read_only=True)
    commands: dict[str, list[NewRecord]] = {}
    for record in source.read():
        new = NewRecord(
            record.actor, record.command_id, record.kind, record.version, record.payload
        )
        commands.setdefault(record.command_id, []).append(new)
    journal = create_sqlite(part, source.header)
    for records in list(commands.values())[: len(commands) * share // 4]:
        journal.append(journal.head(), records)
    journal.close()
    source.close()


def test_a_killed_exercise_keeps_what_it_printed_and_can_be_finished(
    run: Run, tmp_path: Path
) -> None:
    journal = tmp_path / "killed.exercise"
    words = [sys.executable, "-m", "exercise", "play", "northern-displacement", "--auto"]
    with subprocess.Popen(
        [*words, "--seed", SEED, "--journal", str(journal)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        printed = next(line for line in process.stdout if line.startswith("turn 1 "))
        process.kill()
    kept = open_sqlite(journal, read_only=True)
    assert sum(record.kind == "adjudicated" for record in kept.read()) >= 1
    kept.close()
    ran = run("resume", journal, "--auto")
    assert (ran.code, ran.err) == (0, "")
    assert printed not in ran.out
    assert "\nrun-out 7 " in ran.out
    assert run("replay", "--verify", journal).code == 0


def test_resuming_a_finished_exercise_only_tells_how_it_ended(run: Run, own_copy: Path) -> None:
    before = run("replay", "--dump", own_copy).out
    ran = run("resume", own_copy, "--auto")
    assert ran.code == 0
    assert ran.out.endswith(f"journal {own_copy}\n")
    assert run("replay", "--dump", own_copy).out == before


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("preparedness[tajikistan]", "Crisis preparedness, Tajikistan, turn 2: "),
        ("SEC-10[tajikistan]", "Crisis preparedness, Tajikistan, turn 2: "),
        ("SEC-10", "Crisis preparedness, turn 2: "),
        ("security", "Security, turn 2: "),
    ],
)
def test_a_change_is_explained_by_name_by_ref_and_by_axis(
    run: Run, played: Path, name: str, heading: str
) -> None:
    ran = run("explain", played, "--turn", 2, "--indicator", name)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(heading)
    assert "source: " in ran.out
    assert ran.out.rstrip().endswith("whole change")


def test_a_silent_rule_is_explained_by_the_condition_that_was_false(run: Run, played: Path) -> None:
    ran = run("explain", played, "--turn", 1, "--why-not", "people_need_reception")
    assert (ran.code, ran.err) == (0, "")
    assert "people_need_reception" in ran.out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--turn", 2, "--indicator", "preparednes[tajikistan]"), "'preparedness[tajikistan]'"),
        (("--turn", 2, "--indicator", "SEC-99"), "'SEC-99'"),
        (("--turn", 2, "--indicator", ""), "''"),
        (("--turn", 9, "--indicator", "security"), "from 1 to 4"),
        (("--turn", -1, "--indicator", "security"), "from 1 to 4"),
        (("--turn", 2, "--why-not", "people_need_recption"), "'people_need_reception'"),
    ],
)
def test_what_cannot_be_explained_is_named_with_what_there_is(
    run: Run, played: Path, arguments: tuple[object, ...], named: str
) -> None:
    ran = run("explain", played, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert named in ran.err


def test_the_report_is_written_in_four_formats(run: Run, own_copy: Path) -> None:
    for kind in ("md", "html", "json", "docx"):
        ran = run("report", own_copy, "--to", kind)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out == f"{own_copy.with_suffix(f'.{kind}')}\n"
    assert "\n# First steps\n" in own_copy.with_suffix(".md").read_text(encoding="utf-8")
    assert "<html" in own_copy.with_suffix(".html").read_text(encoding="utf-8")
    assert isinstance(json.loads(own_copy.with_suffix(".json").read_text(encoding="utf-8")), dict)
    with zipfile.ZipFile(own_copy.with_suffix(".docx")) as word:
        assert "word/document.xml" in word.namelist()


def test_the_report_goes_where_it_is_told(run: Run, played: Path, tmp_path: Path) -> None:
    page = tmp_path / "out.html"
    assert run("report", played, "-o", page).out == f"{page}\n"
    assert page.is_file()


def test_an_exercise_that_is_not_over_has_no_report(run: Run, played: Path, tmp_path: Path) -> None:
    part = tmp_path / "part.exercise"
    _break_off(played, part, 2)
    ran = run("report", part)
    assert (ran.code, ran.out) == (2, "")
    assert "EndEx" in ran.err
    assert not part.with_suffix(".html").exists()


def test_reading_commands_leave_the_journal_as_it_is(
    run: Run, own_copy: Path, tmp_path: Path
) -> None:
    before = own_copy.read_bytes()
    run("replay", "--verify", own_copy)
    run("replay", "--dump", own_copy)
    run("explain", own_copy, "--turn", 1, "--indicator", "security")
    run("report", own_copy, "-o", tmp_path / "out.md", "--to", "md")
    assert own_copy.read_bytes() == before
