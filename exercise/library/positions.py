"""From a path in an authored model to the file, line and column where it was written."""

from __future__ import annotations

from exercise.errors import Problem, Severity
from exercise.library.strict_yaml import (
    MappingNode,
    Node,
    Position,
    ScalarNode,
    SequenceNode,
    locate,
    offset_position,
)

__all__ = ["Path", "at_offset", "at_path", "follow", "node_at", "shown_at", "warning_at"]

Path = tuple[str | int, ...]


def follow(node: Node, step: str | int) -> tuple[ScalarNode | None, Node] | None:
    """Return the key and value one step further in; a list item has no key."""
    if isinstance(node, MappingNode):
        return node.entries.get(step) if isinstance(step, str) else None
    if isinstance(node, SequenceNode) and isinstance(step, int) and 0 <= step < len(node.items):
        return None, node.items[step]
    return None


def node_at(tree: Node, path: Path) -> tuple[ScalarNode | None, Node]:
    """Return key and value at a path, or of its deepest part that exists."""
    label: ScalarNode | None = None
    node = tree
    for step in path:
        following = follow(node, step)
        if following is None:
            break
        label, node = following
    return label, node


def shown_at(tree: Node, path: Path, key: bool = False) -> Node:
    """Return what stands for a path in a message: its value, or its key where that says more.

    Args:
        tree: The tree the path begins in.
        path: Keys and indexes, from the outside in.
        key: Take the key in any case, where there is one.
    """
    label, node = node_at(tree, path)
    if label is not None and (key or not isinstance(node, ScalarNode) or not node.text):
        return label
    return node


def warning_at(file: str, place: Position, message: str, code: str, length: int) -> Problem:
    """Return a warning about some characters of a line; no more is underlined than the line has."""
    room = len(place.source_line) - place.column + 1
    return Problem(
        file=file,
        line=place.line,
        column=place.column,
        severity="warning",
        message=message,
        code=code,
        source_line=place.source_line,
        length=max(1, min(length, room)),
    )


def at_path(
    tree: Node,
    path: Path,
    message: str,
    code: str,
    key: bool = False,
    severity: Severity = "error",
) -> Problem:
    """Return a problem at a path; a mapping or list is shown by its own key where it has one.

    Args:
        tree: The tree the path begins in.
        path: Keys and indexes, from the outside in.
        message: What is wrong.
        code: Its short name.
        key: Point at the key instead of the value.
        severity: How bad it is.
    """
    shown = shown_at(tree, path, key)
    return _problem(shown, locate(shown, ()), message, code, severity)


def at_offset(
    tree: Node,
    path: Path,
    offset: int,
    length: int,
    message: str,
    code: str,
    severity: Severity = "error",
) -> Problem:
    """Return a problem at a character of the text at a path."""
    _, node = node_at(tree, path)
    if not isinstance(node, ScalarNode):
        return at_path(tree, path, message, code, severity=severity)
    place = offset_position(node, offset)
    room = max(1, len(place.source_line) - place.column + 1)
    place = Position(place.line, place.column, place.source_line, max(1, min(length, room)))
    return _problem(node, place, message, code, severity)


def _problem(node: Node, place: Position, message: str, code: str, severity: Severity) -> Problem:
    return Problem(
        node.source.file, place.line, place.column, severity, message, code,
        place.source_line, place.length,
    )  # fmt: skip
