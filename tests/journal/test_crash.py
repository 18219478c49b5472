"""Killing the writer at any instant loses nothing that was acknowledged."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from exercise.journal import Header, create_sqlite, open_sqlite, verify_chain

WRITER = """
import sys
from pathlib import Path
from exercise.journal import NewRecord, open_sqlite

journal = open_sqlite(Path(sys.argv[1]))
head = journal.head()
while True:
    count = 1 + head % 3
    record = NewRecord("facilitator", f"c{head}", "tick", 1, b'{"text":"%s"}' % (b"x" * 900))
    head = journal.append(head, [record] * count)
    sys.stdout.write(f"{head}\\n")
    sys.stdout.flush()
"""
KILLS = 200 if os.environ.get("EXERCISE_LONG") == "1" else 20


def _write_until_killed(path: Path, lines: int) -> int:
    """Lets a process write, kills it after some acknowledgements, returns the last one."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path)],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        text=True,
    ) as process:
        assert process.stdout is not None
        acknowledged = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        # What it had written to the pipe before it died was acknowledged too.
        acknowledged += process.stdout.readlines()
    return int([line for line in acknowledged if line.endswith("\n")][-1])


@pytest.mark.long
def test_every_acknowledged_record_survives_kill_9(path: Path, header: Header) -> None:
    """Set EXERCISE_LONG=1 for 200 kills instead of 20."""
    create_sqlite(path, header).close()
    rng = random.Random(9)
    acknowledged = 0
    for _ in range(KILLS):
        acknowledged = _write_until_killed(path, rng.randrange(1, 120))
        with closing(open_sqlite(path, read_only=True)) as journal:
            head = journal.head()
            assert acknowledged <= head <= acknowledged + 3
            last = next(iter(journal.read(after=head - 1)))
            assert journal.recorded("facilitator", last.command_id) == head
    with closing(open_sqlite(path)) as journal:
        assert verify_chain(journal).records >= acknowledged > KILLS
        parts: dict[str, int] = {}
        for record in journal.read():
            parts[record.command_id] = parts.get(record.command_id, 0) + 1
        assert all(count == 1 + int(name[1:]) % 3 for name, count in parts.items())
