"""How long `exercise check` takes on a scenario of 200 injects and 300 rules, next to a bare parse of the same files.

The second table is what somebody waits for who has `exercise check --watch` running in a terminal: from a save that
changes one value up to the moment at which all problems are told. Everything runs with garbage looked for as rarely
as the commands do, and a process finds the modules compiled, as every start but the first does.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import perf_counter, sleep

import yaml as pyyaml

from bench.big_scenario import INJECTS, RULES, write_big
from bench.measure import Case, Subject
from exercise.authoring.check import check
from exercise.library.places import Library, open_library
from exercise.library.shelf import Shelf

FAST = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
SAVED = ("injects", "rules", "scenario")
_BARE = f"bare: PyYAML {FAST.__name__}"
_COLLECTING = 500_000
_SETTLED = 0.3
"""Seconds between two saves, so that one is not seen with the other."""


def subjects(folder: Path) -> Iterator[Subject]:
    gc.set_threshold(_COLLECTING)
    big, library = write_big(folder), open_library()
    files = _files(big, library)
    size = sum(len(content) for content in files) // 1000
    names, shelf = [str(big)], Shelf()
    check(names, library, shelf)
    surroundings = _surroundings(folder)
    _process(big, surroundings)
    bare = Case(_BARE, lambda: _bare(files))
    yield Subject(
        f"check of {INJECTS} injects and {RULES} rules: {len(files)} YAML files, {size} kB",
        "check",
        (
            bare,
            Case("exercise check, the whole process", lambda: _process(big, surroundings)),
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
    with _Watch(big) as watch:
        saves = (_saved(watch, big / f"{name}.yaml") for name in SAVED)
        yield Subject("from a save to the problems, with --watch", "save", (bare, *saves))


def _files(folder: Path, library: Library) -> list[bytes]:
    model = library.find("model", "central-asia").path
    roles = [found.path for found in library.all("role").values()]
    paths = sorted([*folder.rglob("*.yaml"), *model.rglob("*.yaml"), *roles])
    return [path.read_bytes() for path in paths]


def _bare(files: list[bytes]) -> None:
    for content in files:
        pyyaml.load(content, Loader=FAST)


def _surroundings(folder: Path) -> dict[str, str]:
    """Return an environment in which Python keeps compiled modules, in a folder, whatever is set here."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def _process(folder: Path, surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "exercise", "check", str(folder)]
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=surroundings)


def _save(path: Path) -> None:
    """Change the first source that a file names, or change it back."""
    before, key, rest = path.read_text(encoding="utf-8").partition("source: ")
    line, end, after = rest.partition("\n")
    changed = line.removesuffix(", again") if line.endswith(", again") else f"{line}, again"
    path.write_text(f"{before}{key}{changed}{end}{after}", encoding="utf-8")


class _Watch:
    """The command that watches, in a process of its own."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-m", "exercise", "check", "--watch", str(folder)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> _Watch:
        self.told()
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def told(self) -> None:
        """Wait until the counts are told, the last line of a check."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if " checked: " in line:
                return


def _saved(watch: _Watch, path: Path) -> Case:
    def seconds() -> float:
        sleep(_SETTLED)
        _save(path)
        saved = perf_counter()
        watch.told()
        return perf_counter() - saved

    return Case(f"a save of {path.name}", seconds, measured=True)
