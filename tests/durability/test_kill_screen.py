"""Law 5 before people's eyes: what a screen said is on disk, whenever its program is killed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from exercise.conduct.state import Phase
from exercise.journal import verify_chain
from exercise.session.replay import verify_exercise
from exercise.session.start import resume_exercise
from tests.durability.typist import Shown, Trial, killed
from tests.support.terminal import TerminalError

LONG = bool(os.environ.get("EXERCISE_LONG"))
MOMENT = re.compile(r"Turn (\d+) of \d+, [^.]*\. Phase: (\w[\w ]*)\.")
PHASES = [phase.value.replace("_", " ") for phase in Phase]


def plain(path: Path) -> Trial:
    """Plain mode, where Enter and ``done`` lead on from question to question."""
    command = (sys.executable, "-m", "exercise", "play", "first-steps", "--plain", "--seed", "7")
    return Trial((*command, "--journal", str(path)), _go_on, _moments)


def _go_on(shown: Shown, _: Random) -> Sequence[str]:
    question = shown.at_cursor
    if not question.endswith((":", ")")):
        return ()
    if "confirm" in question:
        return ("confirm", "enter")
    return ("enter",) if "Enter" in question or "(" in question else ("done", "enter")


def _moments(lines: Sequence[str]) -> Iterator[str]:
    """Yield what a screen says about where the exercise stands."""
    for line in lines:
        yield from (found[0] for found in MOMENT.finditer(line))


def _reached(words: str) -> tuple[int, int]:
    found = MOMENT.match(words)
    assert found is not None
    return int(found[1]), PHASES.index(found[2])


@pytest.mark.parametrize("number", range(20 if LONG else 2))
def test_the_exercise_stands_where_the_screen_said_or_beyond(number: int, tmp_path: Path) -> None:
    """Every moment that was shown has been reached in the journal, which is whole."""
    random, path = Random(number), tmp_path / "killed.exercise"
    said = killed(plain(path), random, wanted=random.randint(1, 8))
    with closing(resume_exercise(path, read_only=True)) as session:
        verify_chain(session.journal)
        verify_exercise(session.program, session.journal)
        stands = session.state.turn, list(Phase).index(session.state.phase)
        assert [words for words in said if _reached(words) > stands] == []


def keeper(path: Path, *options: str) -> Trial:
    return Trial(
        (sys.executable, "-m", "tests.durability.keeper", str(path), *options),
        lambda shown, random: ["n"] * random.randint(1, 3),
        lambda lines: (found[0] for line in lines for found in re.finditer(r"Kept: \d+\.", line)),
    )


def _kept(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines()) if path.exists() else 0


def _highest(said: Sequence[str]) -> int:
    return max(int(words.removeprefix("Kept: ").removesuffix(".")) for words in said)


@pytest.mark.parametrize("number", range(20 if LONG else 2))
def test_an_app_that_says_what_it_has_kept_is_believed(number: int, tmp_path: Path) -> None:
    random, path = Random(number), tmp_path / "kept"
    said = killed(keeper(path), random, wanted=random.randint(1, 30))
    assert 1 <= _highest(said) <= _kept(path)


def test_an_app_that_says_so_too_early_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    assert _highest(killed(keeper(path, "early"), Random(1), wanted=5)) > _kept(path)


def test_a_program_that_ends_by_itself_is_told_with_its_screen() -> None:
    ends = Trial((sys.executable, "-c", "print('no place left')"), lambda *_: (), lambda lines: ())
    with pytest.raises(TerminalError, match=r"0 of 1 acknowledged.*\n.*no place left"):
        killed(ends, Random(1), wanted=1)
