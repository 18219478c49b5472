"""The pictures of the pages come out of the app the same every time, and a person can look at them."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.theme import Theme
from textual.widgets import Static

from docs.make_screenshots import FOLDER, draw, png
from docs.scenes import LAPTOP, SCENES, Scene, pressing
from tests.support.pages import PAGES, pictures, read

LARGEST = 200_000
"""Bytes of one picture; a page with four of them still loads on a slow line."""


class Counting(App[None]):
    BINDINGS = [("x,ч", "more", "More")]  # noqa: RUF012  # the base class says list

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        self.register_theme(Theme(LAPTOP, primary="#7aa2c9"))

    def compose(self) -> ComposeResult:
        yield Static(f"home {os.environ['HOME']}")

    def action_more(self) -> None:
        self.number += 1
        self.query_one(Static).update(f"pressed {self.number}")


async def twice(pilot: Pilot[Any]) -> None:
    await pressing("x", "ч")(pilot)


def test_a_scene_is_drawn_after_it_was_driven_and_always_the_same() -> None:
    home = os.environ["HOME"]
    scene = Scene("counting", Counting, twice, size=(40, 5))
    svg = draw(scene)
    assert "pressed&#160;2" in svg
    assert draw(scene) == svg
    assert home not in draw(Scene("counting", Counting, pressing(), size=(40, 5)))
    assert os.environ["HOME"] == home


def test_a_picture_can_be_had_as_png() -> None:
    svg = draw(Scene("counting", Counting, twice, size=(40, 5)))
    assert png(svg).startswith(b"\x89PNG")


def test_every_scene_has_a_file_of_its_own() -> None:
    assert [
        name for name, times in Counter(scene.name for scene in SCENES).items() if times > 1
    ] == []
    assert SCENES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_every_picture_on_a_page_is_there_and_said_in_words(page: Path) -> None:
    for words, target in pictures(read(page)):
        assert words, target
        assert (page.parent / target).is_file(), target


def test_every_scene_has_its_picture_and_no_other_is_kept() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*")) == sorted(one.name for one in SCENES)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: str(scene.name))
def test_no_picture_is_large_or_names_a_file_of_a_person(scene: Scene) -> None:
    svg = (FOLDER / f"{scene.name}.svg").read_text(encoding="utf-8")
    assert len(svg.encode()) < LARGEST
    assert "/home/" not in svg and "/tmp/" not in svg


def test_a_picture_shows_the_app_as_it_is() -> None:
    """One stands for all; the others change with `make screenshots`."""
    scene = next(one for one in SCENES if one.name == "hand-over")
    assert draw(scene) == (FOLDER / "hand-over.svg").read_text(encoding="utf-8")
