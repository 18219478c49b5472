"""The door: `python tui.py` opens the launcher from a checkout. It is not part of the wheel."""

from __future__ import annotations

from exercise.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
