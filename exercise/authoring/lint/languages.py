"""Texts that lack a language in which other texts of the same work stand."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from exercise.authoring.lint.subject import finding
from exercise.authoring.lint.texts import by_language, texts_in
from exercise.engine.findings import Finding, Path
from exercise.library.positions import node_at
from exercise.library.strict_yaml import MappingNode

__all__ = ["lint_languages"]

_NAMES = ("author", "sponsor")
"""Texts that are names, and stand in any language."""


def lint_languages(card: BaseModel, root: Path, tree: MappingNode) -> Iterator[Finding]:
    """Yield one warning per file and language, at the first text that lacks it.

    Args:
        card: A scenario, a model, a library of pieces or a role card.
        root: Where it stands.
        tree: The tree it was read from.
    """
    told = [
        (path, frozenset(by_language(text)))
        for path, text in texts_in(card, root)
        if path[-1] not in _NAMES
    ]
    wanted = dict.fromkeys(language for _, languages in told for language in sorted(languages))
    for language in wanted:
        lacking: dict[str, list[Path]] = {}
        for path, languages in told:
            if language not in languages:
                node = node_at(tree, path[len(root) :])[1]
                lacking.setdefault(node.source.file, []).append(path)
        for paths in lacking.values():
            yield finding(paths[0], _message(len(paths), language), "missing-translation")


def _message(count: int, language: str) -> str:
    if count == 1:
        return f"this text has no '{language}', in which other texts stand"
    return (
        f"this text and {count - 1} more of this file have no '{language}', in which others stand"
    )
