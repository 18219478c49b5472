"""What a scenario takes of its model: the names it keeps, leaves out or takes in must be the model's.

Reports to the findings of a compilation and changes nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exercise.engine.findings import Findings, Path
from exercise.model.bundle import Bundle

_LISTS = (
    ("only_measures", "measures"),
    ("without_measures", "measures"),
    ("only_agreements", "agreements"),
    ("without_agreements", "agreements"),
    ("without_rules", "rules"),
)
"""Keys of a scenario's head that list entries of the model, and their sections."""


def check_taking(bundle: Bundle, findings: Findings) -> None:
    """Report every name that a scenario keeps or leaves out and the model does not have."""
    for key, section in _LISTS:
        words: Iterable[str] = getattr(bundle.scenario, key) or ()
        known: Collection[str] = getattr(bundle.model, section)
        own: Collection[str] = getattr(bundle.scenario, section)
        what = section.removesuffix("s")
        for number, word in enumerate(words):
            path: Path = ("scenario", key, number)
            if word in own and word not in known:
                findings.error(path, _own(what, word), "own-entry")
            else:
                findings.need(path, what, word, known)


def _own(what: str, word: str) -> str:
    return (
        f"{what} '{word}' is this scenario's own and is in play anyway; "
        f"only {what}s of the model stand here"
    )
