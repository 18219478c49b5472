"""The command line as a process: without a terminal, into a closed pipe, started two ways."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exercise import __version__
from exercise.cli import build_parser

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("textual", "pydantic", "docx", "exercise.engine.compile")
"""What takes long to load and is not needed to list anything."""


def process(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "exercise"]
    return subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_without_a_terminal_bots_play_and_the_report_is_written(own_data: Path) -> None:
    ran = process()
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert lines[0].startswith("There is no terminal here, so bots play 'northern-displacement'")
    assert sum(line.startswith("turn ") and "rights" in line for line in lines) == 6
    report = Path(lines[-2].removeprefix("report").strip())
    journal = Path(lines[-1].removeprefix("journal").strip())
    assert "<html" in report.read_text(encoding="utf-8")
    assert own_data in report.parents
    assert own_data in journal.parents


@pytest.mark.parametrize("arguments", [("list",), ("check", "--all"), ("replay", "--dump")])
def test_a_reader_that_leaves_early_is_no_mistake(arguments: tuple[str, ...], played: Path) -> None:
    words = [*arguments, str(played)] if arguments[0] == "replay" else arguments
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        ran = subprocess.run(
            [sys.executable, "-m", "exercise", *words],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=closed,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_door_file_opens_the_same_commands() -> None:
    ran = subprocess.run(
        [sys.executable, "tui.py", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (0, f"exercise {__version__}\n")


@pytest.mark.parametrize("arguments", [["--version"], ["list"]])
def test_listing_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from exercise.cli import main\n"
        f"try: main({arguments!r})\nexcept SystemExit: pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    ran = process(code=code)
    assert (ran.returncode, ran.stdout.splitlines()[-1]) == (0, "[]")


def test_every_command_has_help() -> None:
    text = build_parser().format_help()
    commands = ("play", "resume", "replay", "explain", "report", "list", "check", "test")
    for command in (*commands, "schema", "handouts"):
        assert f"\n    {command} " in text
