"""The studio by keys: problems after a save, source, prose, course, dry run, and what a role reads."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from exercise.library.places import open_library
from exercise.ui.screens.launcher import LauncherScreen
from exercise.ui.screens.studio import StudioScreen
from tests.authoring.test_studio import change
from tests.support.app import NARROW, WIDE, app_of, opened, press, shown
from tests.support.screens import settled

MOST = 300
"""Looks at the screen until something must stand there; one takes a tenth of a second."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a small scenario."""
    found = open_library().scenario("first-steps").path
    return Path(shutil.copytree(found, tmp_path / "first-steps"))


async def until(pilot: Pilot[None], seen: Callable[[str], bool]) -> str:
    """Wait until the screen says something, and return all of it."""
    for _ in range(MOST):
        await pilot.pause(0.1)
        if seen(shown(pilot)):
            await settled(pilot)
            return shown(pilot)
    raise AssertionError(shown(pilot))


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_a_mistake_is_there_after_the_save_and_leads_to_its_line(
    folder: Path, size: tuple[int, int]
) -> None:
    async with opened(size=size, studio=folder) as pilot:
        await until(pilot, lambda text: "no problems" in text)
        change(folder / "injects.yaml", "kind: scheduled", "kimd: scheduled")
        text = await until(pilot, lambda text: "errors 1" in text)
        assert "bus_at_the_post" in text
        text = await press(pilot, "f3")
        assert "unknown key 'kimd'. Did you mean 'kind'?" in text
        text = await press(pilot, "enter")
        assert "kimd: scheduled" in text
        change(folder / "injects.yaml", "kimd: scheduled", "kind: scheduled")
        await until(pilot, lambda text: "no problems" in text)


async def test_an_entry_is_read_in_words_and_a_file_as_it_stands(folder: Path) -> None:
    async with opened(studio=folder) as pilot:
        await until(pilot, lambda text: "no problems" in text)
        await press(pilot, "down", "enter")
        await until(pilot, lambda text: "You speak for Tajikistan" in text)
        assert "title: First steps" in await press(pilot, "escape", "home", "enter")


async def test_bots_play_it_and_a_role_reads_it(folder: Path) -> None:
    async with opened(studio=folder) as pilot:
        await until(pilot, lambda text: "no problems" in text)
        await press(pilot, "down", "enter")
        await until(pilot, lambda text: "You speak for Tajikistan" in text)
        await press(pilot, "f5")
        text = await until(pilot, lambda text: "Turn 2, Summer 2016" in text)
        assert "draws 0" in text
        assert "A bus at the river post" in text
        await press(pilot, "f5")
        await until(pilot, lambda text: "draws 1" in text)
        await press(pilot, "f6", "down", "enter")
        await until(pilot, lambda text: "Before the first turn" in text)


async def test_a_broken_scenario_opens_and_says_what_it_cannot_tell(folder: Path) -> None:
    change(folder / "scenario.yaml", "turns: 2", "turns: many")
    async with opened(studio=folder) as pilot:
        await until(pilot, lambda text: "errors 1" in text)
        assert "cannot be read yet" in await press(pilot, "f5")
        assert "cannot be read yet" in await press(pilot, "f6")


async def test_a_folder_that_goes_away_is_said_and_nothing_ends(folder: Path) -> None:
    async with opened(studio=folder) as pilot:
        await until(pilot, lambda text: "no problems" in text)
        shutil.rmtree(folder)
        await until(pilot, lambda text: "⊘" in text)
        assert isinstance(app_of(pilot).screen, StudioScreen)


async def test_the_launcher_leads_there_and_escape_back(folder: Path) -> None:
    async with opened() as pilot:
        await press(pilot, "f5")
        assert isinstance(app_of(pilot).screen, StudioScreen)
        await press(pilot, "escape")
        assert isinstance(app_of(pilot).screen, LauncherScreen)
