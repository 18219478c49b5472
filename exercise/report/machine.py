"""The facts of an exercise as JSON, for other programs. Numbers are hundredths of a point."""

from __future__ import annotations

import json

from msgspec import to_builtins

from exercise.report.facts import Facts

FORMAT = 1


def render(facts: Facts, language: str) -> str:
    """Return the facts as JSON text with a version; keys keep their order from one release to the next."""
    head = {
        "format": FORMAT,
        "kind": "after-action-report",
        "language": language,
        "unit": "hundredths of a point",
    }
    ratings = [
        {"objective": fact.slug, "rating": None, "rated_by": None} for fact in facts.objectives
    ]
    return (
        json.dumps(
            {**head, "facts": to_builtins(facts), "ratings": ratings}, ensure_ascii=False, indent=1
        )
        + "\n"
    )
