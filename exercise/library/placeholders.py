"""Placeholders in prose, such as ``{tajikistan}``: each must be a role or a state."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from exercise.errors import Problem
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, offset_position
from exercise.nearest import Hints

__all__ = ["check_placeholders", "check_prose"]

_PLACEHOLDER = re.compile(r"\{([^{}\s]+)\}")
_SHOWN = 60
"""Characters of a placeholder that are told."""


def check_placeholders(
    tree: Node, known: Collection[str], hints: Hints | None = None
) -> Iterator[Problem]:
    """Yield a warning for each placeholder in a tree that stands for nobody.

    Args:
        tree: What the author wrote.
        known: Roles and states.
        hints: What may still be told of nearest names.
    """
    hints = hints or Hints()
    if isinstance(tree, ScalarNode):
        for match in _PLACEHOLDER.finditer(tree.text if isinstance(tree.value, str) else ""):
            if match[1] not in known:
                place = offset_position(tree, match.start())
                yield _warning(
                    tree.source.file,
                    place.line,
                    place.column,
                    place.source_line,
                    match[1],
                    hints,
                    known,
                )
        return
    values = (
        [value for _, value in tree.entries.values()]
        if isinstance(tree, MappingNode)
        else tree.items
    )
    for value in values:
        yield from check_placeholders(value, known, hints)


def check_prose(texts: Mapping[str, str], known: Collection[str]) -> Iterator[Problem]:
    """Yield a warning for each placeholder in Markdown files that stands for nobody."""
    hints = Hints()
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for match in _PLACEHOLDER.finditer(line):
                if match[1] not in known:
                    yield _warning(file, number, match.start() + 1, line, match[1], hints, known)


def _warning(
    file: str,
    line: int,
    column: int,
    source_line: str,
    word: str,
    hints: Hints,
    known: Collection[str],
) -> Problem:
    close = hints.nearest(word, known)
    hint = f". Did you mean '{{{close}}}'?" if close else ""
    shown = word if len(word) <= _SHOWN else f"{word[:_SHOWN]}..."
    message = f"the placeholder '{{{shown}}}' is no role and no state{hint}"
    length = max(1, min(len(word) + 2, len(source_line) - column + 1))
    return Problem(
        file=file,
        line=line,
        column=column,
        severity="warning",
        message=message,
        code="unknown-placeholder",
        source_line=source_line,
        length=length,
    )
