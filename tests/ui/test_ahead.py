"""The screens that will be wanted next are loaded beside the first one."""

from __future__ import annotations

import asyncio
import threading
from importlib.util import find_spec

import pytest

from exercise.ui import ahead
from tests.support.app import begun, opened


def test_what_is_loaded_ahead_is_there() -> None:
    assert all(find_spec(f"exercise.ui.screens.{name}") for name in ahead.SOON)


async def test_an_exercise_that_opened_loads_them_in_a_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    loaded: list[tuple[str, bool]] = []

    def note(name: str) -> None:
        loaded.append(
            (name.rpartition(".")[2], threading.current_thread() is threading.main_thread())
        )

    monkeypatch.setattr(ahead, "import_module", note)
    async with opened(begun(phase="decision")):
        for _ in range(100):
            if len(loaded) == len(ahead.SOON):
                break
            await asyncio.sleep(0.02)
    assert loaded == [(name, False) for name in ahead.SOON]
