"""Flags and indicators of a model that nothing names: no part of it, and no scenario or role card in the library."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from exercise.errors import Problem
from exercise.library.positions import at_path
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode
from exercise.model.pack import ModelPack

__all__ = ["lint_model"]

_WORD = re.compile(r"\b[a-z][a-z0-9_]*")


def lint_model(
    card: ModelPack, tree: MappingNode, playing: Collection[MappingNode]
) -> Iterator[Problem]:
    """Yield a warning for each flag and indicator that is declared and named nowhere else.

    Args:
        card: The model.
        tree: The tree it was read from.
        playing: Trees of scenarios and role cards that play on it; without a scenario nothing can be said.
    """
    if not playing:
        return
    named = {word for one in (tree, *playing) for word in _words(one)}
    named |= {word for entry in _entries(tree, "quantities") for word in _words(entry)}
    yield from _unnamed(tree, "quantities", card.quantities, named, "indicator", "unused-indicator")
    yield from _unnamed(tree, "flags", card.flags, named, "flag", "unused-flag")


def _unnamed(
    tree: MappingNode,
    section: str,
    names: Iterable[str],
    named: Collection[str],
    what: str,
    code: str,
) -> Iterator[Problem]:
    for name in names:
        if name not in named:
            message = f"the {what} '{name}' is named nowhere else; take it away"
            yield at_path(tree, (section, name), message, code, key=True, severity="warning")


def _entries(tree: MappingNode, section: str) -> Iterator[Node]:
    held = tree.entries.get(section)
    if held is not None and isinstance(held[1], MappingNode):
        yield from (value for _, value in held[1].entries.values())


_DECLARED = ("quantities", "flags")


def _words(node: Node) -> Iterator[str]:
    """Yield every word of a tree, keys included; what declares indicators and flags is left out."""
    if isinstance(node, ScalarNode):
        yield from _WORD.findall(node.text)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _words(item)
    else:
        for key, (_, value) in node.entries.items():
            if key not in _DECLARED:
                yield key
                yield from _words(value)
