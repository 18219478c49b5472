"""The command line run in this process, and one short exercise that bots have played."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from exercise.catalogue import Catalogue
from exercise.cli import main

SCENARIO = "first-steps"
SEED = "7"


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave back."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def strict_catalogue() -> Iterator[None]:
    Catalogue.strict = True
    yield
    Catalogue.strict = False


@pytest.fixture(autouse=True)
def own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test saves its exercises in a folder of its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line with arguments."""

    def run(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stopped:
            code = stopped.code if isinstance(stopped.code, int) else 1
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return run


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the journal of a finished exercise; tests read it and leave it as it is."""
    path = tmp_path_factory.mktemp("played") / "played.exercise"
    assert main(["play", SCENARIO, "--auto", "--seed", SEED, "--journal", str(path)]) == 0
    return path


@pytest.fixture
def own_copy(played: Path, tmp_path: Path) -> Path:
    """Return a copy of the finished exercise that a test may spoil."""
    return Path(shutil.copy(played, tmp_path / "copy.exercise"))
