"""Every test of the app runs on a screen where nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exercise.catalogue import Catalogue
from tests.support.screens import UPDATE, Snapshots, still


@pytest.fixture(autouse=True)
def still_screen() -> Iterator[None]:
    """Hold cursors and animations still; a missing string is an error."""
    Catalogue.strict = True
    with still():
        yield
    Catalogue.strict = False


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let reports of rehearsals be written where they belong to the test."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def snap(request: pytest.FixtureRequest) -> Snapshots:
    """Compare screens with those kept in ``snapshots/`` beside the test, by module and test."""
    module = request.node.path
    folder = module.parent / "snapshots" / module.stem
    return Snapshots(folder, request.node.name, bool(request.config.getoption(UPDATE)))
