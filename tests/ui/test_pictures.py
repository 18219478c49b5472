"""What every screen looks like: as text in both sizes, and the main ones in colour, light and in Russian.

The kept screens lie in ``snapshots/test_pictures``. After a change that is meant, run this file with
``--snap-update`` and read the difference before it is committed.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from exercise.journal.files import JournalSummary, list_journals, new_journal_path
from exercise.ui.screens import launcher
from exercise.ui.themes import DARK, LIGHT
from tests.support.app import NARROW, WIDE, app_of, begun, opened
from tests.support.places import PLACES, Place
from tests.support.screens import Snapshots, settled

SIZES = {"80x24": NARROW, "120x40": WIDE}
MAIN = {
    "launcher": "launcher",
    "desk": "desk deciding",
    "console": "console situation",
    "outcome": "outcome",
    "debrief": "debrief",
    "map": "situation",
}
LOOKS = {"dark": (DARK, "en"), "light": (LIGHT, "en"), "russian": (DARK, "ru")}
THEN = "2026-05-04T09:30:00+00:00"


@pytest.fixture(autouse=True)
def one_saved_exercise(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[None]:
    """For the launcher, keep one exercise, always from the same moment and in a place with the same name."""
    if "launcher" not in request.node.name:
        yield
        return
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    begun(phase="decision", turn=1, path=new_journal_path("first-steps", "one")).close()
    monkeypatch.setattr(launcher, "list_journals", _from_the_same_moment)
    yield
    monkeypatch.undo()
    time.tzset()


def _from_the_same_moment() -> list[JournalSummary]:
    return [
        replace(one, path=Path("exercises", one.path.name), created_at=THEN, last_at=THEN)
        for one in list_journals()
    ]


async def _shot(
    snap: Snapshots, place: Place, size: tuple[int, int], look: str = "dark", svg: bool = False
) -> None:
    theme, language = LOOKS[look]
    async with opened(place.opens(), place.size or size, theme=theme, language=language) as pilot:
        await place.reach(pilot)
        await settled(pilot)
        snap(app_of(pilot), svg=svg)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if not place.size])
async def test_text(place: str, size: str, snap: Snapshots) -> None:
    await _shot(snap, PLACES[place], SIZES[size])


@pytest.mark.parametrize("place", [name for name, place in PLACES.items() if place.size])
async def test_text_in_one_size(place: str, snap: Snapshots) -> None:
    await _shot(snap, PLACES[place], WIDE)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", MAIN)
async def test_picture(name: str, look: str, snap: Snapshots) -> None:
    await _shot(snap, PLACES[MAIN[name]], WIDE, look, svg=True)


def test_no_kept_screen_is_left_over(snap: Snapshots) -> None:
    """A file of a screen that is shown no more would be read as if it were."""
    asked = {
        *(f"test_text_{place}-{size}_" for place in PLACES for size in SIZES),
        *(f"test_text_in_one_size_{place}_" for place in PLACES),
        *(f"test_picture_{name}-{look}_" for name in MAIN for look in LOOKS),
    }
    known = {name.replace(" ", "_") for name in asked}
    kept = {path.name.split(".")[0] for path in snap.folder.glob("*.*")}
    assert kept <= known
