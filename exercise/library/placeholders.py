"""Placeholders in prose, such as ``{tajikistan}``: each must be a role or a state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from exercise.errors import Problem
from exercise.library.positions import warning_at
from exercise.library.strict_yaml import Node, Position, offset_position
from exercise.library.yaml_nodes import scalars
from exercise.nearest import Hints

__all__ = ["check_placeholders", "check_prose"]

_PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
_SHOWN = 60
"""Characters of a placeholder that are told."""


def check_placeholders(tree: Node, known: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each placeholder in a tree that stands for nobody.

    Args:
        tree: What the author wrote.
        known: Roles and states.
    """
    hints = Hints()
    for node in scalars(tree):
        # Hardly any text holds one: looking for the brace takes a fraction of looking for the pattern.
        if "{" not in node.text or not isinstance(node.value, str):
            continue
        for match in _PLACEHOLDER.finditer(node.text):
            if match[1] not in known:
                place = offset_position(node, match.start())
                yield _warning(node.source.file, place, match[1], hints, known)


def check_prose(texts: Mapping[str, str], known: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each placeholder in Markdown files that stands for nobody."""
    hints = Hints()
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for match in _PLACEHOLDER.finditer(line):
                if match[1] not in known:
                    place = Position(number, match.start() + 1, line)
                    yield _warning(file, place, match[1], hints, known)


def _warning(
    file: str, place: Position, word: str, hints: Hints, known: Collection[str]
) -> Problem:
    close = hints.nearest(word, known)
    hint = f". Did you mean '{{{close}}}'?" if close else ""
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}..."
    message = f"the placeholder '{{{shown}}}' is no role and no state{hint}"
    return warning_at(file, place, message, "unknown-placeholder", len(word) + 2)
