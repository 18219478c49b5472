"""Law 5 before people's eyes: what a screen said is on disk, whenever its program is killed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from exercise.conduct.state import Phase
from exercise.journal import verify_chain
from exercise.journal.codec import decode
from exercise.library.loader import load_scenario
from exercise.session.replay import verify_exercise
from exercise.session.start import begin_exercise, resume_exercise
from tests.durability.person import Person
from tests.durability.promises import Held, promises
from tests.durability.typist import Shown, Trial, killed
from tests.support.terminal import TerminalError

ROOT = Path(__file__).resolve().parents[2]
LONG = bool(os.environ.get("EXERCISE_LONG"))
QUIET = 0.05
PATIENCE = 240.0
KILLS = 200 if LONG else 4
PROMISED = [
    "turn 1 of 2 · CONSULTATION",
    "HOT WASH",
    "you to IOM: m1",
    "q2  turn 1",
    "[x] in your own words: w3",
    "[x] Meet the bus",
    "│ + n4",
    "○ IOM  bot  ✓ sealed",
    "✓ Received",
    "✓ Sent",
    "✓ Noted",
    "✓ The facilitator will see your question",
    "✓ Released: A bus at the river post",
]
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


# --- the app ------------------------------------------------------------------------------


def played(path: Path, person: Person) -> Trial:
    """The app from the lobby on."""
    seats = f"tajikistan=person,iom={'bot' if person.alone else 'person'}"
    command = (sys.executable, "-m", "exercise", "play", "first-steps", "--seats", seats)
    return Trial(
        (*command, "--seed", "7", "--journal", str(path)), person.keys, promises, quiet=QUIET
    )


def resumed(path: Path, person: Person) -> Trial:
    """The app from where an exercise was cut short."""
    command = (sys.executable, "-m", "exercise", "resume", str(path))
    return Trial(command, person.keys, promises, quiet=QUIET)


def _lost(path: Path, said: Sequence[str]) -> list[str]:
    """Return what a screen promised and the journal does not hold; the journal itself is whole."""
    with closing(resume_exercise(path, read_only=True)) as session:
        verify_chain(session.journal)
        verify_exercise(session.program, session.journal)
        events = [decode(record) for record in session.journal.read()]
        held = Held(session.program, session.state, tuple(events))
        return [words for words in said if not held.holds(words)]


@pytest.mark.parametrize("number", range(KILLS // 2))
def test_what_the_app_said_is_kept_and_the_exercise_goes_on(
    number: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """The app is killed at some moment, taken up again, and killed once more; bots play the rest."""
    random, path = Random(number), tmp_path / "killed.exercise"
    person = Person(random, alone=number % 2 == 0)
    said = killed(played(path, person), random, wanted=random.randint(1, 14), most=PATIENCE)
    assert _lost(path, said) == []
    again = killed(resumed(path, person), random, wanted=random.randint(1, 8), most=PATIENCE)
    assert _lost(path, [*said, *again]) == []
    record_property("acknowledged", len(said) + len(again))
    _goes_on(path)
    assert _lost(path, [*said, *again]) == []


def _goes_on(path: Path) -> None:
    """Bring an exercise to its end with bots, if it was not there yet."""
    with closing(resume_exercise(path, read_only=True)) as session:
        if session.state.over:
            return
    command = [sys.executable, "-m", "exercise", "resume", str(path), "--auto"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with closing(resume_exercise(path, read_only=True)) as session:
        assert session.state.over


def test_a_promise_that_was_not_kept_is_found(tmp_path: Path) -> None:
    """What another exercise's screen would say is missing from this journal."""
    path = tmp_path / "begun.exercise"
    begin_exercise(load_scenario("first-steps").program, 7, path).close()
    assert _lost(path, PROMISED) == PROMISED


# --- how far the reading can be trusted ---------------------------------------------------


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
