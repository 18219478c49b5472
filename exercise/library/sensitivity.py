"""Scenarios that say what is sensitive in them: their countries are never called by their names."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from exercise.errors import Problem
from exercise.library.positions import at_path, warning_at
from exercise.library.strict_yaml import (
    MappingNode,
    Node,
    Position,
    offset_position,
)
from exercise.library.yaml_nodes import scalars
from exercise.model.base import LangText
from exercise.model.pack import ModelPack
from exercise.model.role import Role
from exercise.model.scenario import Scenario

__all__ = ["check_sensitive"]

_COUNTRIES = ("state", "power")
"""Kinds of roles that are countries."""
_NOT_READ = ("source", "author", "ref", "framework", "claims", "license", "id")
"""Keys whose values no seat reads."""
_CODE = "real-name"


def check_sensitive(
    scenario: Scenario,
    tree: MappingNode,
    model: ModelPack,
    roles: Mapping[str, Role],
    names: Collection[str],
    texts: Mapping[str, str],
) -> Iterator[Problem]:
    """Yield an error for each country in play without another name, and a warning where prose writes a name out.

    Args:
        scenario: A scenario; one that says nothing of what is sensitive in it has no such problems.
        tree: The tree it was read from.
        model: Its model.
        roles: Role cards by name.
        names: Roles and states that have another name.
        texts: Its Markdown files by shown path.
    """
    if scenario.sensitivity is None:
        return
    yield from _uncovered(scenario, tree, model, roles, names)
    real = {name: state.name for name, state in model.states.items() if name in names}
    real |= {name: role.name for name, role in roles.items() if name in names}
    yield from _real_names(tree, texts, real)


def _uncovered(
    scenario: Scenario,
    tree: MappingNode,
    model: ModelPack,
    roles: Mapping[str, Role],
    names: Collection[str],
) -> Iterator[Problem]:
    seated = [place.role for place in scenario.places]
    countries = [*(state for state in scenario.states if state in model.states)]
    countries += [r for r in seated if r in roles and roles[r].kind in _COUNTRIES]
    for name in dict.fromkeys(countries):
        if name not in names:
            message = (
                f"this scenario is sensitive, and the aliases in use have no other name for "
                f"'{name}'; add one to that file, or name another file here"
            )
            yield at_path(tree, ("sensitivity", "names"), message, "no-alias")


def _real_names(
    tree: Node, texts: Mapping[str, str], real: Mapping[str, LangText]
) -> Iterator[Problem]:
    known = {text: slug for slug, name in real.items() for text in _texts(name)}
    if not known:
        return
    longest_first = sorted(known, key=lambda text: (-len(text), text))
    pattern = re.compile(rf"\b({'|'.join(re.escape(text) for text in longest_first)})\b")
    for node in scalars(tree, _NOT_READ):
        for match in pattern.finditer(node.text if isinstance(node.value, str) else ""):
            place = offset_position(node, match.start())
            yield _warning(node.source.file, place, match[1], known)
    for file, text in texts.items():
        for number, line in enumerate(text.split("\n"), 1):
            for match in pattern.finditer(line):
                yield _warning(file, Position(number, match.start() + 1, line), match[1], known)


def _texts(name: LangText) -> Collection[str]:
    return [name] if isinstance(name, str) else name.values()


def _warning(file: str, place: Position, word: str, known: Mapping[str, str]) -> Problem:
    message = f"this scenario is sensitive and calls '{word}' by its name; write {{{known[word]}}}"
    return warning_at(file, place, message, _CODE, len(word))
