"""A small app that keeps a line on disk for each ``n`` and says so: there to be killed.

``python -m tests.durability.keeper FILE [early]``; with ``early`` it says so before it is true,
so that a test can see that such a lie is found.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Footer, Static


class Keeper(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [Binding("n,т", "keep", "Keep one more")]

    def __init__(self, path: Path, early: bool) -> None:
        super().__init__()
        self.path, self.early, self.kept = path, early, 0

    def compose(self) -> ComposeResult:
        yield Static("Nothing kept.", id="said")
        yield Footer()

    def action_keep(self) -> None:
        self.kept += 1
        if self.early:
            self.set_timer(1.0, self.write)
        else:
            self.write()
        self.query_one("#said", Static).update(f"Kept: {self.kept}.")

    def write(self) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write("kept\n")
            file.flush()
            os.fsync(file.fileno())


if __name__ == "__main__":
    Keeper(Path(sys.argv[1]), sys.argv[2:] == ["early"]).run()
