"""The full-screen terminal app: screens over views, commands back to the session.

Textual is known here alone. Nothing here keeps state in a module, blocks, prints, or knows more than a view tells.
"""

from __future__ import annotations

from exercise.ui.app import ExerciseApp

__all__ = ["ExerciseApp"]
