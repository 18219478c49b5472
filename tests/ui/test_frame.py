"""What all screens share: help, palette, keys, themes, small windows, and how the app ends."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from textual.binding import Binding
from textual.command import CommandPalette

import exercise.ui.screens
from exercise.catalogue import Catalogue, keys, languages
from exercise.ui import ExerciseApp
from exercise.ui.clock import PhaseClock
from exercise.ui.keys import ctrl, letter
from exercise.ui.screens.base import BaseScreen
from exercise.ui.screens.sheet import Sheet
from exercise.ui.themes import DARK, LIGHT, THEMES
from exercise.ui.widgets.keys_bar import key_name
from tests.support.app import NARROW, WIDE, app_of, begun, opened, press, shown, write


def _screens() -> list[type]:
    for module in iter_modules(exercise.ui.screens.__path__):
        import_module(f"exercise.ui.screens.{module.name}")
    found: list[type] = []
    waiting: list[type] = [BaseScreen, Sheet]
    while waiting:
        one = waiting.pop()
        found.append(one)
        waiting += one.__subclasses__()
    return found


def _bindings() -> list[tuple[str, Binding]]:
    found = []
    for owner in (ExerciseApp, *_screens()):
        for one in owner.__dict__.get("BINDINGS", ()):
            assert isinstance(one, Binding), f"{owner.__name__}: write bindings out as Binding"
            found.append((owner.__name__, one))
    return found


def test_every_binding_has_an_id_and_words_in_every_language() -> None:
    ids: dict[str, tuple[str, Binding]] = {}
    for owner, binding in _bindings():
        if binding.system:
            continue
        where = f"{owner}: {binding.key}"
        assert binding.description.startswith("app-key-"), where
        for language in languages():
            assert binding.description in keys(language), f"{where} in {language}"
        assert binding.id, where
        # Screens of the facilitator share what they all offer; nothing else has the same id.
        other, same = ids.setdefault(binding.id, (where, binding))
        assert same == binding, f"{where} has the id of {other}"


def test_every_letter_is_bound_with_its_russian_twin() -> None:
    for owner, binding in _bindings():
        pressed = binding.key.split(",")
        for key in pressed:
            *modifiers, last = key.split("+")
            if len(last) == 1 and "a" <= last.lower() <= "z" and not binding.system:
                twins = (ctrl(last) if modifiers else letter(last.lower())).split(",")
                assert set(twins) <= set(pressed), f"{owner}: {key}"


def test_every_screen_says_what_it_is_for() -> None:
    for screen in _screens():
        purpose = getattr(screen, "purpose", "")
        if purpose:
            for language in languages():
                assert purpose in keys(language), screen.__name__
        elif issubclass(screen, BaseScreen) and not screen.__subclasses__():
            pytest.fail(f"{screen.__name__} does not say what it is for")


def test_both_languages_have_the_same_words_of_the_app() -> None:
    english, *others = (
        {key for key in keys(language) if key.startswith("app-")} for language in languages()
    )
    for other in others:
        assert english == other


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_help_lists_the_keys_of_the_screen_below_it(size: tuple[int, int]) -> None:
    async with opened(begun(), size) as pilot:
        text = await press(pilot, "f1")
        assert "Who plays?" in text
        assert "F10" in text
        assert "to the briefing" in text
        assert await press(pilot, "escape") == await press(pilot, "f1", "enter")


async def test_the_palette_offers_the_acts_of_the_screen_in_its_language() -> None:
    async with opened(begun(), language="ru") as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "брифинг")
        await asyncio.sleep(0.3)
        text = await press(pilot, "down")
        assert "к брифингу" in text
        assert "Screenshot" not in text
        assert "Theme" not in text
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, CommandPalette)
        assert "Кто ведёт учение?" in shown(pilot)


async def test_keys_work_on_a_russian_layout() -> None:
    async with opened(begun()) as pilot:
        before = pilot.app.theme
        await press(pilot, "ctrl+е")
        assert {before, pilot.app.theme} == {DARK, LIGHT}


async def test_a_key_in_the_last_line_can_be_clicked() -> None:
    async with opened(begun()) as pilot:
        line = shown(pilot).splitlines()[-1]
        await pilot.click(offset=(line.index("scores"), WIDE[1] - 1))
        assert "Scores: hidden" in await press(pilot)


async def test_a_window_too_small_says_so_and_comes_back_unharmed() -> None:
    async with opened(begun(), NARROW) as pilot:
        before = shown(pilot)
        await pilot.resize_terminal(60, 20)
        text = await press(pilot)
        assert "60 columns and 20 lines" in text
        assert "at least 80 by 24" in text
        assert "Tajikistan" not in text
        for size in ((20, 5), (3, 2), (1, 1)):
            await pilot.resize_terminal(*size)
            await press(pilot)
        await pilot.resize_terminal(*NARROW)
        assert await press(pilot) == before


async def test_leaving_an_exercise_asks_first_and_a_stray_enter_stays() -> None:
    async with opened(begun()) as pilot:
        assert "Nothing of it is kept." in await press(pilot, "ctrl+q")
        await press(pilot, "enter")
        assert pilot.app.return_code is None
        await press(pilot, "ctrl+q", "2")
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.return_code == 0


async def test_ctrl_c_does_not_leave_and_says_what_does() -> None:
    async with opened(begun()) as pilot:
        assert "Ctrl+Q leaves" in await press(pilot, "ctrl+c")
        assert pilot.app.return_code is None


def test_a_fault_ends_in_one_sentence_without_values(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))

    def fails() -> None:
        secret = "kept to itself"
        raise ZeroDivisionError(secret)

    async def main() -> None:
        async with opened(begun(path=tmp_path / "one.exercise")) as pilot:
            pilot.app.call_later(fails)
            await pilot.pause(0.2)

    with pytest.raises(ZeroDivisionError):
        asyncio.run(main())
    said = capsys.readouterr().err
    assert "The app had to stop because of a fault in the program (ZeroDivisionError)." in said
    assert "Traceback" not in said
    assert "kept to itself" not in said
    noted = next(tmp_path.rglob("app-error.txt")).read_text(encoding="utf-8")
    assert "ZeroDivisionError" in noted
    assert "kept to itself" not in noted


async def test_a_journal_that_cannot_be_written_ends_the_app(tmp_path: Path) -> None:
    session = begun(path=tmp_path / "one.exercise")
    async with opened(session) as pilot:
        session.journal.close()
        await pilot.press("f5")
        await pilot.pause()
        assert app_of(pilot).return_code == 1


def test_themes_differ_and_both_have_every_colour_of_the_other() -> None:
    dark, light = THEMES
    assert (dark.name, dark.dark, light.name, light.dark) == (DARK, True, LIGHT, False)
    assert dark.variables.keys() == light.variables.keys()


def test_without_colours_nothing_is_lost() -> None:
    code = (
        "import asyncio\n"
        "from tests.support.app import begun, opened, shown\n"
        "async def main():\n"
        "    async with opened(begun()) as pilot:\n"
        "        print(shown(pilot))\n"
        "asyncio.run(main())\n"
    )
    told = [_run(code, environment) for environment in ({}, {"NO_COLOR": "1"})]
    assert told[0] == told[1]
    assert "Tajikistan" in told[0]


def test_the_launcher_loads_neither_models_nor_compiler() -> None:
    code = (
        "import sys, exercise.ui.screens.launcher\n"
        "heavy = ('pydantic', 'exercise.engine.compile', 'exercise.model.bundle')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    assert _run(code, {}).strip() == "[]"


def _run(code: str, environment: dict[str, str]) -> str:
    root = Path(__file__).parents[2]
    environment = {"PATH": "", "PYTHONPATH": str(root), **environment}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=root, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_the_clock_counts_down_stands_still_and_goes_on() -> None:
    now = 100.0
    clock = PhaseClock(lambda: now)
    assert clock.text() == ""
    clock.start(2)
    now += 30
    assert clock.text() == "1:30"
    clock.pause()
    now += 500
    assert clock.text() == "1:30"
    assert not clock.running
    clock.resume()
    now += 95
    assert clock.text() == "-0:05"
    clock.stop()
    assert clock.text() == ""


def test_keys_are_called_what_stands_on_them() -> None:
    assert [key_name(key) for key in ("f10,ctrl+g", "ctrl+q", "escape", "shift+tab", "space")] == [
        "F10", "Ctrl+Q", "Esc", "Shift+Tab", "Space",
    ]  # fmt: skip


async def test_words_are_those_of_the_language_asked_for() -> None:
    async with opened(language="ru") as pilot:
        assert "Сценарии" in shown(pilot)
        assert Catalogue("ru").say("app-notice") in shown(pilot)
