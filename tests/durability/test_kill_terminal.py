"""Law 5 at the keyboard: a terminal that dies in plain mode loses nothing that had been answered."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

import pexpect
import pytest

from exercise.journal import open_sqlite, verify_chain
from exercise.session.replay import dump, verify_exercise
from exercise.session.start import resume_exercise

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20 if os.environ.get("EXERCISE_LONG") else 3
_PROMPT = r"(?:^|\n)([^\n]*[:)] )$"


def _answer(prompt: str) -> str:
    """Go on: seats leave the keyboard, the facilitator takes what Enter stands for."""
    return "" if "Enter" in prompt or "(" in prompt else "done"


def _lines(path: Path) -> tuple[str, ...]:
    with closing(open_sqlite(path, read_only=True)) as journal:
        return tuple(dump(journal))


@pytest.mark.parametrize("number", range(KILLS))
def test_what_had_been_answered_is_there_after_the_terminal_died(
    number: int, tmp_path: Path
) -> None:
    """When the next question stands on the screen, the last one's answer is on disk."""
    random, path = Random(number), tmp_path / "terminal.exercise"
    command = ["-m", "exercise", "play", "first-steps", "--plain", "--seed", "7"]
    terminal = pexpect.spawn(
        sys.executable,
        [*command, "--journal", str(path)],
        cwd=str(ROOT),
        encoding="utf-8",
        timeout=30,
        dimensions=(60, 120),
    )
    answered: tuple[str, ...] = ()
    for _ in range(random.randint(4, 24)):
        terminal.expect(_PROMPT)
        answered = _lines(path)
        found = terminal.match
        assert isinstance(found, re.Match)
        terminal.sendline(_answer(found.group(1)))
    terminal.kill(9)
    terminal.wait()
    after = _lines(path)
    assert after[: len(answered)] == answered
    assert len(answered) > 1
    _goes_on(path)


def _goes_on(path: Path) -> None:
    """The journal is whole, and the exercise can be brought to its end from it."""
    session = resume_exercise(path)
    verify_chain(session.journal)
    verify_exercise(session.program, session.journal)
    session.close()
    command = [sys.executable, "-m", "exercise", "resume", str(path), "--auto"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    ended = resume_exercise(path, read_only=True)
    assert ended.state.over
    verify_exercise(ended.program, ended.journal)
    ended.close()
