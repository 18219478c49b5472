"""No test reads or writes what belongs to the person who runs it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add what the tests of screens can be told."""
    parser.addoption(
        "--snap-update",
        action="store_true",
        help="take the screens as they are now for those expected; then look at the diff",
    )


@pytest.fixture(autouse=True, scope="session")
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give the tests a home of their own, without scenarios or saved exercises of the person's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("XDG_DATA_HOME", str(home / "data"))
        patch.delenv("EXERCISE_LIBRARY", raising=False)
        yield
