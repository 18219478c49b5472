"""How long `exercise check` takes on a scenario of 200 injects and 300 rules, next to a bare parse of the same files.

The first case of the second table is the whole command with its start; the others are what somebody who has
`--watch` running waits for after a save, up to the moment at which all problems are written.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from queue import Queue
from time import perf_counter, sleep

import yaml as pyyaml

from bench.big_scenario import INJECTS, RULES, write_big
from bench.measure import Case, Subject
from exercise.authoring.check import check
from exercise.authoring.check_report import watch_check
from exercise.library.places import Library, open_library
from exercise.library.shelf import Shelf

FAST = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
SAVED = ("injects", "rules", "scenario")


def subjects(folder: Path) -> Iterator[Subject]:
    big, library = write_big(folder), open_library()
    files = _files(big, library)
    size = sum(len(content) for content in files) // 1000
    names, shelf = [str(big)], Shelf()
    check(names, library, shelf)
    yield Subject(
        f"check of {INJECTS} injects and {RULES} rules: {len(files)} YAML files, {size} kB",
        "check",
        (
            Case(f"bare: PyYAML {FAST.__name__}", lambda: _bare(files)),
            Case("exercise check, the whole process", lambda: _process(big)),
            Case("check, nothing read before", lambda: check(names, library)),
            *(
                Case(
                    f"check after a save of {name}.yaml",
                    lambda: check(names, library, shelf),
                    prepare=partial(_save, big / f"{name}.yaml"),
                )
                for name in SAVED
            ),
        ),
    )
    yield Subject(
        "from a save to the problems, with --watch",
        "save",
        (
            Case(f"bare: PyYAML {FAST.__name__}", lambda: _bare(files)),
            *(_watched(big / f"{name}.yaml", names, library) for name in SAVED),
        ),
    )


def _files(folder: Path, library: Library) -> list[bytes]:
    model = library.find("model", "central-asia").path
    roles = [found.path for found in library.all("role").values()]
    return [
        path.read_bytes()
        for path in sorted([*folder.rglob("*.yaml"), *model.rglob("*.yaml"), *roles])
    ]


def _bare(files: list[bytes]) -> None:
    for content in files:
        pyyaml.load(content, Loader=FAST)


def _process(folder: Path) -> None:
    command = [sys.executable, "-m", "exercise", "check", str(folder)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL)


def _save(path: Path) -> None:
    """Change a file as an author would: one line more at its end."""
    with path.open("a", encoding="utf-8") as file:
        file.write("# one line more\n")


def _watched(path: Path, names: list[str], library: Library) -> Case:
    return Case(
        f"a save of {path.name}", lambda: _seconds_to_problems(path, names, library), measured=True
    )


def _seconds_to_problems(path: Path, names: list[str], library: Library) -> float:
    """Return the seconds from a save to the end of what is written about it."""
    told: Queue[float] = Queue()

    def write(text: str) -> None:
        if " checked: " in text:
            told.put(perf_counter())

    watching = threading.Thread(
        target=watch_check, args=(names, library, write), kwargs={"rounds": 2}
    )
    watching.start()
    told.get()
    sleep(0.2)
    saved = perf_counter()
    _save(path)
    seconds = told.get() - saved
    watching.join()
    return seconds
