"""How long a command takes to come, next to the start of the interpreter itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.measure import Case, Subject

COMMANDS = (("--version",), ("--help",), ("list",))


def process(*arguments: str) -> None:
    """Run a Python process to its end, what it prints thrown away."""
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def subjects(_: Path) -> Iterator[Subject]:
    bare = Case("bare: python -c pass", lambda: process("-c", "pass"))
    cases = [Case(f"exercise {' '.join(one)}", partial(exercise, *one)) for one in COMMANDS]
    yield Subject("Start of a command, whole processes", "process", (bare, *cases))


def exercise(*arguments: str) -> None:
    process("-m", "exercise", *arguments)
