"""The least a Textual app can be: the bare case of every start."""

from __future__ import annotations

from textual.app import App

if __name__ == "__main__":
    App[None]().run()
