"""The page on limits tells the limits that hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise import limits
from exercise.authoring.events_list import guard, markup

PAGE = (Path(__file__).parents[2] / "docs" / "limits.md").read_text(encoding="utf-8")
NUMBERS = {name: getattr(limits, name) for name in limits.__all__ if name.isupper()}


def written(number: int) -> str:
    """Return a limit as the page writes it."""
    if number % 2**20 == 0:
        return f"{number // 2**20} MiB"
    return f"{number // 2**10} KiB" if number % 2**10 == 0 else f"{number:,}"


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_every_limit_stands_on_the_page(name: str) -> None:
    assert f" {written(NUMBERS[name])}" in PAGE


def test_every_limit_says_why_it_is_there() -> None:
    source = Path(limits.__file__).read_text(encoding="utf-8")
    for name in NUMBERS:
        assert source.partition(f"\n{name} = ")[2].split("\n")[1].startswith('"""'), name


def test_no_module_of_sheets_keeps_a_limit_of_its_own() -> None:
    for module in (guard, markup):
        own = [name for name in vars(module) if name.startswith(("MAX_", "MOST_"))]
        assert [name for name in own if name not in (*NUMBERS, "MOST_RATIO")] == []
