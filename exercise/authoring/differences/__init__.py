"""What differs for players between two scenarios, or between two versions of one."""

from __future__ import annotations

from exercise.authoring.differences.find import Change, Difference, differences
from exercise.authoring.differences.sides import opened
from exercise.authoring.differences.tell import as_json, differences_in_words

__all__ = ["Change", "Difference", "as_json", "differences", "differences_in_words", "opened"]
