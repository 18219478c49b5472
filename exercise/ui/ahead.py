"""Screens that will be wanted next, loaded while somebody reads the first one: no key is slower the first time."""

from __future__ import annotations

from importlib import import_module

SOON = (
    "help", "situation", "messages", "agreements", "respond", "why", "questions", "measures", "own_answer",
    "hand_over", "console", "outcome",
)  # fmt: skip
"""Modules of `exercise.ui.screens`, those of the desk first."""


def load_ahead() -> None:
    """Load them all; meant for a thread, so that keys are answered meanwhile."""
    for name in SOON:
        import_module(f"exercise.ui.screens.{name}")


__all__ = ["SOON", "load_ahead"]
