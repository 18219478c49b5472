"""From the text of a cell to what the scenario's files say; what cannot be understood is told where it stands."""

from __future__ import annotations

from exercise.authoring.events_list.plan import Row, SavedMapping
from exercise.authoring.events_list.understand import (
    METHODS,
    kind_of,
    method_of,
    recipient_names,
    recipients_of,
    turn_of,
    words_of,
)
from exercise.library.edit import Value
from exercise.library.pack_names import quoted
from exercise.model.bundle import Bundle
from exercise.nearest import Hints

__all__ = ["KINDS", "LISTS", "NEEDED", "Reading"]

KINDS = ("scheduled", "conditional", "contingency", "optional")
LISTS = ("to", "objectives", "phrases")
"""Fields that hold several names."""
NEEDED = ("title", "kind", "from", "to", "method", "text", "expected", "phrases", "source")
"""Fields that no inject is without."""


class Reading:
    """How the cells of a sheet are read for one scenario."""

    def __init__(self, bundle: Bundle, saved: SavedMapping) -> None:
        """Take what names are known by."""
        self.bundle = bundle
        self.recipients = recipient_names(bundle, saved.recipients)
        self.hints = Hints()

    def value(self, row: Row, key: str) -> Value:
        """Return a cell as the files write it; the row is refused where that cannot be."""
        text = row.text(key)
        if not text:
            if key in NEEDED:
                row.refuse(key, "this may not be empty")
            return None
        match key:
            case "to":
                return self._recipients(row, text)
            case "objectives" | "phrases":
                return self._names(row, key, text)
            case "turn":
                return self._turn(row, text)
            case "method" | "kind":
                return self._choice(row, key, text)
            case "issue":
                self._issue(row, text)
        return text

    def strangers(self, word: str) -> str:
        """Return what is said of a recipient that is none."""
        roles = [place.role for place in self.bundle.scenario.places]
        return f"{quoted(word)} is no role or group of the scenario{self.hints.did_you_mean(word, roles)}"

    def _recipients(self, row: Row, text: str) -> Value:
        found, strange = recipients_of(self.recipients, text)
        for word in strange:
            row.refuse("to", self.strangers(word))
        return found

    def _names(self, row: Row, key: str, text: str) -> Value:
        known = (
            self.bundle.scenario.objectives if key == "objectives" else self.bundle.model.phrases
        )
        what = "objective" if key == "objectives" else "key phrase"
        words = words_of(text)
        for word in words:
            if word not in known:
                row.refuse(
                    key, f"there is no {what} {quoted(word)}{self.hints.did_you_mean(word, known)}"
                )
        return words

    def _turn(self, row: Row, text: str) -> Value:
        number = turn_of(text, self.bundle.scenario.turns)
        if number is None:
            row.refuse("turn", self.no_turn(text))
        return number

    def no_turn(self, text: str) -> str:
        """Return what is said of a turn that is none."""
        return f"{quoted(text)} is no turn from 0 to {self.bundle.scenario.turns}"

    def _choice(self, row: Row, key: str, text: str) -> Value:
        found = method_of(text) if key == "method" else kind_of(text)
        if not found:
            known = tuple(METHODS) if key == "method" else KINDS
            row.refuse(key, f"{quoted(text)} is no {key}; write one of {', '.join(known)}")
        return found

    def _issue(self, row: Row, text: str) -> None:
        issues = self.bundle.model.issues
        if text not in issues:
            row.refuse(
                "issue", f"there is no issue {quoted(text)}{self.hints.did_you_mean(text, issues)}"
            )
