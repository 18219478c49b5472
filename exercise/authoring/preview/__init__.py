"""What one role reads in a scenario, turn by turn: the very views of its desk, before anybody has played."""

from __future__ import annotations

from exercise.authoring.preview.gather import Arrival, Preview, TurnPreview, preview
from exercise.authoring.preview.telling import preview_in_words

__all__ = [
    "Arrival",
    "Preview",
    "TurnPreview",
    "preview",
    "preview_in_words",
]
