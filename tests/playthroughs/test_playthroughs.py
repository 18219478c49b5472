"""What people meet in the room has not changed unnoticed."""

from __future__ import annotations

import pytest

from tests.playthroughs import golden, names, play_through


@pytest.mark.parametrize("name", names())
def test_a_playthrough_is_as_it_was_written_down(name: str) -> None:
    """Write them again with ``python -m tests.playthroughs`` when a change is meant."""
    assert golden(name).exists(), f"no golden file for {name}: run python -m tests.playthroughs"
    assert play_through(name) == golden(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["tiny", "first-steps"])
def test_a_playthrough_is_the_same_twice(name: str) -> None:
    assert play_through(name) == play_through(name)
