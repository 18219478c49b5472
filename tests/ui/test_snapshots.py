"""Snapshots of screens: what changed is told, what is missing fails, nothing moves by itself."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual.app import App, ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tests.support.screens import Snapshots, screen_svg, screen_text, settled


class Question(ModalScreen[None]):
    def compose(self) -> ComposeResult:
        yield Static("Шумо омодаед? Ready?")


class Small(App[None]):
    def __init__(self, words: str = "Two posts are staffed", delay: float = 0.0) -> None:
        super().__init__()
        self.words, self.delay = words, delay

    def compose(self) -> ComposeResult:
        yield Static("", id="words", markup=False)
        yield Input("why")

    def on_mount(self) -> None:
        self.run_worker(self.arrive())

    async def arrive(self) -> None:
        await asyncio.sleep(self.delay)
        self.query_one("#words", Static).update(self.words)


async def take(snap: Snapshots, app: App[None], name: str = "") -> None:
    async with app.run_test(size=(40, 6)) as pilot:
        await settled(pilot)
        snap(app, name, svg=True)


async def test_a_kept_screen_is_met_again_to_the_last_byte(tmp_path: Path) -> None:
    """Another instance of the app, shown a moment later, gives the same text and the same picture."""
    await take(Snapshots(tmp_path, "one", update=True), Small())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.svg", "one.txt"]
    await take(Snapshots(tmp_path, "one"), Small(delay=0.1))


async def test_a_changed_screen_fails_with_the_lines_that_differ(tmp_path: Path) -> None:
    await take(Snapshots(tmp_path, "one", update=True), Small())
    with pytest.raises(pytest.fail.Exception) as told:
        await take(Snapshots(tmp_path, "one"), Small("Three posts are staffed"))
    assert "-Two posts are staffed\n+Three posts are staffed" in str(told.value)
    assert "one.svg changed" in str(told.value)
    assert "--snap-update" in str(told.value)
    assert (tmp_path / "one.txt").read_text(encoding="utf-8").startswith("Two posts")
    assert (tmp_path / "one.txt.actual").read_text(encoding="utf-8").startswith("Three posts")
    await take(Snapshots(tmp_path, "one", update=True), Small("Three posts are staffed"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.svg", "one.txt"]


async def test_a_missing_snapshot_fails_and_is_not_made_by_itself(tmp_path: Path) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"There is no snapshot .*one\.x\.txt yet"):
        await take(Snapshots(tmp_path, "one"), Small(), "x")
    assert not (tmp_path / "one.x.txt").exists()


async def test_one_name_is_not_given_to_two_screens(tmp_path: Path) -> None:
    snap = Snapshots(tmp_path, "one", update=True)
    await take(snap, Small())
    with pytest.raises(AssertionError, match="two snapshots of this test are called one"):
        await take(snap, Small("Other words"))


async def test_the_text_shows_brackets_and_what_lies_on_top() -> None:
    app = Small("[b]as written[/b]")
    async with app.run_test(size=(40, 6)) as pilot:
        await settled(pilot)
        assert screen_text(app).splitlines()[0] == "[b]as written[/b]"
        await app.push_screen(Question())
        await settled(pilot)
        assert screen_text(app).splitlines()[0] == "Шумо омодаед? Ready?"


async def test_the_cursor_does_not_blink() -> None:
    app = Small()
    async with app.run_test(size=(40, 6)) as pilot:
        await settled(pilot)
        before = screen_svg(app)
        app.query_one(Input)._toggle_cursor()
        app.query_one(Input).refresh()
        await pilot.pause()
        assert screen_svg(app) == before
        app.query_one(Input)._cursor_visible = False
        await pilot.pause()
        assert screen_svg(app) != before


def test_files_are_kept_by_module_and_test(snap: Snapshots) -> None:
    folder = Path(__file__).parent / "snapshots" / "test_snapshots"
    assert (snap.folder, snap.stem) == (folder, "test_files_are_kept_by_module_and_test")
