"""Signs that have one meaning each on every screen. They are words of the eye: colour may go with them, never alone."""

from __future__ import annotations

HEED = "!"
"""Something to heed: a red line, or people whom a measure restricts."""
NOT_NOW = "⊘"
"""What is not possible now, or was refused."""
DONE = "✓"
"""What was done."""

__all__ = ["DONE", "HEED", "NOT_NOW"]
