"""Law 5: kill the host at any instant; every acknowledged command is there on restart, none twice."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest

from exercise.errors import JournalError
from exercise.journal import MemoryJournal, NewRecord, Record, open_sqlite, verify_chain
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.replay import dump, verify_exercise
from exercise.session.start import begin_exercise, resume_exercise

ROOT = Path(__file__).resolve().parents[2]
LONG = bool(os.environ.get("EXERCISE_LONG"))
KILLS = 200 if LONG else 20
LARGE = "northern-displacement"
SMALL = "first-steps"
SEED = 7


def _scenario(number: int) -> str:
    return LARGE if number % 10 == 9 else SMALL


@cache
def _unkilled(scenario: str, seed: int) -> tuple[str, ...]:
    """The dump of a whole exercise that nobody has killed."""
    program = load_scenario(scenario).program
    session = begin_exercise(program, seed, None, dict.fromkeys(program.roles, "bot"), keep=False)
    conduct(session)
    return tuple(dump(session.journal))


def _killed(scenario: str, seed: int, path: Path, random: Random) -> int:
    """Start a host, kill it somewhere behind a random acknowledgement; return the last one heard."""
    wanted = random.randint(1, len(_unkilled(scenario, seed)) - 2)
    command = [sys.executable, "-m", "tests.durability.driver", scenario, str(seed), str(path)]
    last, pause = 0, random.choice((0.0, 0.0, 0.0003, 0.001, 0.003, 0.01))
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as host:
        assert host.stdout is not None
        for line in host.stdout:
            last = int(line.removeprefix("ack "))
            if last >= wanted:
                time.sleep(pause)
                break
        host.kill()
        rest = host.stdout.read().splitlines(keepends=True)
    heard = [int(line.removeprefix("ack ")) for line in rest if line.endswith("\n")]
    return max([last, *heard])


@pytest.mark.parametrize("number", range(KILLS))
def test_after_a_kill_everything_acknowledged_is_there_and_the_exercise_goes_on(
    number: int, tmp_path: Path
) -> None:
    """The journal is whole, holds what was acknowledged, and ends as if nothing had happened."""
    scenario, path = _scenario(number), tmp_path / "killed.exercise"
    acknowledged = _killed(scenario, SEED, path, Random(number))
    journal = open_sqlite(path)
    assert verify_chain(journal).records >= acknowledged
    journal.close()
    session = resume_exercise(path)
    expected = _unkilled(scenario, SEED)
    assert tuple(dump(session.journal)) == expected[: session.journal.head() + 1]
    conduct(session)
    assert tuple(dump(session.journal)) == expected
    verify_exercise(session.program, session.journal)
    session.close()


@pytest.mark.parametrize("number", range(20 if LONG else 2))
def test_the_command_line_goes_on_with_a_killed_exercise(number: int, tmp_path: Path) -> None:
    """``exercise resume --auto`` in a process of its own ends with the same record."""
    path = tmp_path / "killed.exercise"
    _killed(SMALL, SEED, path, Random(1000 + number))
    for _ in range(2):
        command = [sys.executable, "-m", "exercise", "resume", str(path), "--auto"]
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0, done.stderr
    journal = open_sqlite(path, read_only=True)
    assert tuple(dump(journal)) == _unkilled(SMALL, SEED)
    journal.close()


def test_a_host_killed_before_it_has_begun_leaves_nothing_that_looks_begun(tmp_path: Path) -> None:
    """Without a first acknowledgement there is a whole journal or none that opens."""
    random = Random(5)
    for number in range(40 if LONG else 4):
        path = tmp_path / f"{number}.exercise"
        command = [sys.executable, "-m", "tests.durability.driver", SMALL, "7", str(path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as host:
            until = time.monotonic() + 5
            while not path.exists() and time.monotonic() < until:
                time.sleep(random.choice((0.001, 0.002)))
            host.kill()
        try:
            resume_exercise(path).close()
        except JournalError as error:
            assert str(error)


def _ends(records: list[Record]) -> list[int]:
    """Where the journal may end after a kill: behind each command that followed the roster."""
    found = []
    for record, following in pairwise(records):
        if record.command_id != following.command_id and following.kind != "seat_assigned":
            found.append(record.seq)
    return found


@pytest.mark.parametrize("scenario", [SMALL, LARGE])
def test_from_whichever_command_an_exercise_goes_on_it_ends_the_same(scenario: str) -> None:
    """Where a kill falls between two commands decides nothing, least of all among bots that agree."""
    program = load_scenario(scenario).program
    session = begin_exercise(program, SEED, None, dict.fromkeys(program.roles, "bot"), keep=False)
    conduct(session)
    records = list(session.journal.read())
    ends = _ends(records)
    if scenario == LARGE and not LONG:
        sponsored = [seq for seq in ends if records[seq - 1].kind == "agreement_sponsored"]
        ends = Random(1).sample(sponsored, 2) + [seq + 1 for seq in sponsored[:1]]
    for seq in ends:
        journal = MemoryJournal(session.journal.header)
        kept = [
            NewRecord(r.actor, r.command_id, r.kind, r.version, r.payload) for r in records[:seq]
        ]
        journal.append(0, kept)
        conduct(Session(program, journal))
        assert tuple(dump(journal)) == _unkilled(scenario, SEED), seq
