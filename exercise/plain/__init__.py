"""The plain mode: an exercise as prompt and answer, for screen readers, weak terminals and pipes.

It draws nothing twice, moves no cursor and uses no colour. It gets views and sends commands.
"""

from __future__ import annotations

from exercise.plain.launcher import run_launcher
from exercise.plain.prompt import Console, StdioConsole
from exercise.plain.run import run_plain

__all__ = ["Console", "StdioConsole", "run_launcher", "run_plain"]
