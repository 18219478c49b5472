"""Whatever a person types wrong: one clear sentence on the error stream, exit code 2, no traceback."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from exercise import __version__
from tests.cli.conftest import Ran, Run


def refused(ran: Ran, *words: str) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.startswith("exercise: ")
    assert ran.err.count("\n") == 1
    for word in (*words,):
        assert word in ran.err
    assert "Errno" not in ran.err


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"exercise {__version__}\n"


def test_an_unknown_scenario_is_answered_with_the_nearest_one(run: Run) -> None:
    for words in (("play", "--auto"), ("test",), ("handouts",)):
        refused(run(*words, "northern-displacment"), "Did you mean 'northern-displacement'?")


def test_check_answers_with_the_nearest_one_too(run: Run) -> None:
    ran = run("check", "northern-displacment")
    assert ran.code == 2
    assert "Did you mean 'northern-displacement'?" in ran.out


def test_an_empty_name_is_no_scenario(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(run("play", "--auto", ""), "there is no scenario ''")


def test_a_folder_that_holds_no_scenario_is_named(run: Run, tmp_path: Path) -> None:
    refused(run("play", "--auto", tmp_path), str(tmp_path), "scenario.yaml")


@pytest.mark.parametrize("seed", ["x", "-1", "1.5", "", "1" * 19])
def test_a_seed_is_a_whole_number(run: Run, seed: str) -> None:
    ran = run("play", "first-steps", "--auto", f"--seed={seed}")
    assert (ran.code, ran.out) == (2, "")
    assert f"a whole number is needed, 0 or more, not '{seed}'" in ran.err


@pytest.mark.parametrize(
    ("seats", "named"),
    [
        ("atlantis=bot", "tajikistan, iom"),
        ("iom", "iom=vacant"),
        ("iom=robot", "iom=person"),
        ("iom=bot,=", "''"),
    ],
)
def test_seats_are_answered_with_what_can_be_written(run: Run, seats: str, named: str) -> None:
    refused(run("play", "first-steps", "--auto", "--seats", seats), named)


def test_presets_aliases_and_libraries_that_are_not_there_are_named(
    run: Run, tmp_path: Path
) -> None:
    refused(run("play", "first-steps", "--auto", "--preset", "balancd"), "'balanced'")
    refused(run("play", "first-steps", "--auto", "--names", "fictionl"), "'fictional'")
    refused(run("list", "--library", tmp_path / "nowhere"), "nowhere")


READING = (("replay", "--verify"), ("replay", "--dump"), ("resume", "--auto"), ("report",))


@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_no_journal_is_refused(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    text = tmp_path / "notes.exercise"
    text.write_text("Not a journal. " * 99, encoding="utf-8")
    refused(run(*command, text), str(text))
    assert text.read_text(encoding="utf-8") == "Not a journal. " * 99


@pytest.mark.parametrize("command", READING)
def test_a_database_of_another_program_is_refused(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    other = tmp_path / "other.exercise"
    with sqlite3.connect(other) as database:
        database.execute("create table header (id integer)")
    refused(run(*command, other), str(other))


@pytest.mark.parametrize("command", READING)
def test_a_file_that_is_not_there_is_named_and_not_made(
    run: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    missing = tmp_path / "missing.exercise"
    refused(run(*command, missing), str(missing))
    assert not missing.exists()


@pytest.mark.parametrize("command", READING)
def test_a_folder_is_no_journal(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    refused(run(*command, tmp_path), str(tmp_path))


def test_a_journal_is_never_overwritten(run: Run, own_copy: Path) -> None:
    before = own_copy.read_bytes()
    refused(run("play", "first-steps", "--auto", "--journal", own_copy), "exists already")
    assert own_copy.read_bytes() == before


def test_places_that_cannot_be_written_are_named(run: Run, played: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "file"
    refused(run("play", "first-steps", "--auto", "--journal", nowhere), str(nowhere))
    refused(run("report", played, "-o", nowhere), str(nowhere))
    refused(run("report", played, "-o", tmp_path), str(tmp_path))
    a_file = tmp_path / "file"
    a_file.write_text("", encoding="utf-8")
    refused(run("handouts", "first-steps", "-o", a_file), str(a_file))
    refused(run("schema", "--write", a_file / "schemas"), str(a_file))


def test_a_data_folder_that_cannot_be_made_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_file = tmp_path / "file"
    a_file.write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(a_file))
    refused(run("play", "first-steps", "--auto"), str(a_file))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind here")
def test_a_folder_without_the_right_to_write_is_named(run: Run, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    refused(run("play", "first-steps", "--auto", "--journal", locked / "a.exercise"), str(locked))


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("play",),
        ("play", "first-steps", "--plain", "--auto"),
        ("replay", "x.exercise"),
        ("replay", "x.exercise", "--verify", "--dump"),
        ("explain", "x.exercise", "--turn", "one", "--indicator", "security"),
        ("explain", "x.exercise", "--indicator", "security"),
        ("report", "x.exercise", "--to", "pdf"),
    ],
)
def test_what_no_command_takes_is_answered_with_how_it_is_used(
    run: Run, arguments: tuple[str, ...]
) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: exercise")
    assert "Traceback" not in ran.err
