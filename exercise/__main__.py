"""`python -m exercise`: the same commands as the `exercise` script."""

from __future__ import annotations

from exercise.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
