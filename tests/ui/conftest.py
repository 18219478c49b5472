"""Every test of the app runs on a screen where nothing moves by itself."""

from __future__ import annotations

from collections.abc import Iterator

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


@pytest.fixture
def snap(request: pytest.FixtureRequest) -> Snapshots:
    """Compare screens with those kept in ``snapshots/`` beside the test, by module and test."""
    module = request.node.path
    folder = module.parent / "snapshots" / module.stem
    return Snapshots(folder, request.node.name, bool(request.config.getoption(UPDATE)))
