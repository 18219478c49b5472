"""Screens that will be wanted next, loaded while somebody reads the first one: no key is slower the first time."""

from __future__ import annotations

from importlib import import_module

SOON = (
    "help", "palette", "situation", "messages", "agreements", "respond", "why", "questions", "measures", "own_answer",
    "statement", "record", "glossary", "read_ahead", "pins", "briefing", "hand_over", "console", "inject", "ruling",
    "note", "order", "outcome", "room", "why_not", "debrief",
)  # fmt: skip
"""Modules of `exercise.ui.screens`, those of the desk first."""


def load_ahead() -> None:
    """Load them all; meant for a thread, so that keys are answered meanwhile."""
    for name in SOON:
        import_module(f"exercise.ui.screens.{name}")


__all__ = ["SOON", "load_ahead"]
