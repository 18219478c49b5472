"""Sources that name nothing: what the forms ask for is there, and says no more than that it is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from exercise.authoring.lint.subject import finding
from exercise.engine.findings import Finding, Path

__all__ = ["lint_sources"]

_SECTIONS = (
    "injects",
    "measures",
    "rules",
    "agreements",
    "red_lines",
    "quantities",
    "derived",
    "states",
    "issues",
)
_SAYS_NOTHING = re.compile(
    r"[\W_]*(?:to ?do|tbd|tba|fixme|xxx+|none|n/?a|unknown|source|later|to be (?:added|done|filled in))?[\W_]*",
    re.IGNORECASE,
)


def lint_sources(card: BaseModel, root: Path) -> Iterator[Finding]:
    """Yield a warning for each source that names nothing.

    Args:
        card: A scenario, a model, a library of pieces or a role card.
        root: Where it stands.
    """
    if hasattr(card, "source"):
        yield from _source((*root, "source"), card.source)
    for section in _SECTIONS:
        held = getattr(card, section, None)
        # A scenario only names its states and issues, and a role card's red lines have no names.
        for name, entry in held.items() if isinstance(held, dict) else ():
            if hasattr(entry, "source"):
                yield from _source((*root, section, name, "source"), entry.source)


def _source(path: Path, source: str) -> Iterator[Finding]:
    if _SAYS_NOTHING.fullmatch(source):
        message = "this names no source; name the work and its section, or write: design value"
        yield finding(path, message, "source-empty")
