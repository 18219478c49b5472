"""The door: `python tui.py` opens the app from a checkout, and `textual run tui.py` finds it here.

Not part of the wheel.
"""

from __future__ import annotations

from exercise.cli import main
from exercise.ui import ExerciseApp

__all__ = ["ExerciseApp"]

if __name__ == "__main__":
    raise SystemExit(main())
