"""The launcher by keys: scenarios, saved exercises, bots."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.journal.files import list_journals
from exercise.library.places import open_library
from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Begin without saved exercises."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


async def test_scenarios_stand_there_with_the_card_of_the_first() -> None:
    async with opened() as pilot:
        text = shown(pilot)
        assert "First steps" in text
        assert "Northern displacement" in text
        assert "You will practise" in text
        assert "Turns: 2. Roles: 2. 8 to 15 min" in text
        text = await press(pilot, "down")
        assert "Turns: 6. Roles: 9. 2.5 to 3.5 h" in text


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_enter_opens_an_exercise_that_is_on_disk(size: tuple[int, int]) -> None:
    async with opened(size=size) as pilot:
        text = await press(pilot, "enter")
        assert "FIRST STEPS · LOBBY" in text
        assert app_of(pilot).kept == list_journals()[0].path


async def test_a_saved_exercise_is_listed_with_its_turn_and_continues_there(tmp_path: Path) -> None:
    from exercise.journal.files import new_journal_path

    begun(phase="outcome", turn=2, path=new_journal_path("first-steps", "one")).close()

    async with opened() as pilot:
        assert "turn 2" in shown(pilot)
        text = await press(pilot, "tab", "enter")
        assert "TAJIKISTAN · turn 2 of 2 · OUTCOME" in text


async def test_a_damaged_file_among_the_saved_says_so_and_hides_nothing(tmp_path: Path) -> None:
    from exercise.journal.files import new_journal_path

    new_journal_path("first-steps", "bad").write_bytes(b"no journal")
    begun(path=new_journal_path("first-steps", "good")).close()

    async with opened() as pilot:
        text = shown(pilot)
        assert "⊘ first-steps-bad.exercise" in text
        assert "not begun yet" in text
        text = await press(pilot, "tab", "down", "enter")
        assert "LOBBY" not in text
        assert "first-steps-bad.exercise" in text


async def test_watching_gives_every_seat_to_a_bot_and_keeps_nothing() -> None:
    async with opened() as pilot:
        text = await press(pilot, "f3")
        assert "A rehearsal: nothing of it is kept." in text
        assert "● " not in text.partition("This exercise")[0]
        assert app_of(pilot).kept is None
    assert list_journals() == []


async def test_the_read_ahead_can_be_read_before_anything_is_begun() -> None:
    async with opened() as pilot:
        text = await press(pilot, "down", "ctrl+y")
        assert "Read-ahead" in text
        assert "Scenarios" in await press(pilot, "escape")
    assert list_journals() == []


async def test_a_broken_scenario_is_listed_and_cannot_be_opened(tmp_path: Path) -> None:
    folder = tmp_path / "library" / "scenarios" / "odd"
    folder.mkdir(parents=True)
    (folder / "scenario.yaml").write_text("title: Odd [b]one[/b]\n", encoding="utf-8")
    library = open_library([str(tmp_path / "library")])

    async with opened(library=library) as pilot:
        app_of(pilot).screen.query_one("#scenarios").focus()
        text = await press(pilot, "end")
        assert "⊘ Odd [b]one[/b]" in text
        assert "This scenario has a fault and cannot be opened." in text
        assert "scenario.yaml:1:1" in text
        text = await press(pilot, "enter")
        assert "LOBBY" not in text


async def test_escape_leaves_where_no_exercise_is_open() -> None:
    async with opened() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app_of(pilot).return_code == 0


async def test_where_the_card_does_not_stand_beside_the_list_it_says_what_a_scenario_is_about() -> (
    None
):
    async with opened(size=NARROW) as pilot:
        assert "A small story at a river post" in shown(pilot)
