"""The names that a library has, for editors to offer: measures, roles, indicators, injects and others.

Read leniently: what is broken is left out, so that a mistake in one file takes no help from the others. A name that is
not among those offered is not refused here; `exercise check` does that, against the one scenario.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from exercise.engine.names import GROUPS
from exercise.library.folder import read_file, read_model, read_scenario
from exercise.library.places import Library
from exercise.library.strict_yaml import MappingNode, plain
from exercise.model.measure import MEASURE_CLASSES

__all__ = ["Names", "names_of"]

_Card = Mapping[str, Any]
_SECTIONS = {
    "quantities": "indicator",
    "derived": "indicator",
    "agreements": "agreement",
    "audiences": "audience",
    "injects": "inject",
    "issues": "issue",
    "measures": "measure",
    "objectives": "objective",
    "phrases": "phrase",
    "presets": "preset",
    "questions": "question",
    "red_lines": "red line",
    "referents": "referent",
    "rules": "rule",
    "settings": "setting",
    "states": "state",
}
"""What the entries of a section are, in a model and in a scenario."""
_TOGETHER = {
    "clause": ("agreement",),
    "measure or class": ("measure", "measure class"),
    "role or group": ("group", "role"),
    "state or role": ("state", "role"),
}
"""Kinds that are made of others."""


class Names(Struct):
    """Names by kind, each with what people should know of it, in Markdown.

    Attributes:
        kinds: Names with their explanations, by kind in the singular.
        scopes: The scope of slots and flags, such as ``("state",)``, by kind and name.
    """

    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    scopes: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def add(self, kind: str, name: str, about: str) -> None:
        """Add a name; the first that is added under it stays."""
        self.kinds.setdefault(kind, {}).setdefault(name, about)

    def of(self, kind: str) -> dict[str, str]:
        """Return the names of a kind; of a kind that is made of others, theirs."""
        own = self.kinds.get(kind, {})
        return own | {
            name: about
            for part in _TOGETHER.get(kind, ())
            for name, about in self.kinds.get(part, {}).items()
        }


def names_of(library: Library, scenarios: Path | None = None) -> Names:
    """Return the names of a library's models and roles, and of the scenarios in one folder.

    Args:
        library: Where models and role cards are.
        scenarios: A folder of scenario folders whose own names are offered as well.
    """
    names = Names()
    for word in GROUPS:
        names.add("group", word, f"The group `{word}`.")
    for word in MEASURE_CLASSES:
        names.add("measure class", word, f"All measures of the class `{word}`.")
    for name, found in library.all("model").items():
        card = _plain(read_model(found.path).tree)
        names.add("model", name, _about(card))
        _add_entries(names, card, "")
    for name, found in library.all("role").items():
        card = _plain(read_file(found.path).tree)
        names.add("role", name, _role(card))
    for head in sorted(scenarios.glob("*/scenario.yaml")) if scenarios else ():
        card = _plain(read_scenario(head.parent).tree)
        _add_entries(names, card, head.parent.name)
    return names


def _plain(tree: MappingNode | None) -> _Card:
    card = {} if tree is None else plain(tree)
    return card if isinstance(card, dict) else {}


def _add_entries(names: Names, card: _Card, scenario: str) -> None:
    """Add the entries of a model, or of a scenario, which is named beside them."""
    where = f"\n\n*From {scenario}.*" if scenario else ""
    for section, kind in _SECTIONS.items():
        for name, entry in _entries(card, section):
            names.add(kind, name, _explained(kind, entry) + where)
            if kind == "agreement":
                _add_clauses(names, name, entry, where)
    for _, flow in _entries(card, "flows"):
        for name, leg in _entries(flow, "legs"):
            names.add("leg", name, _about(leg))
    for name, pool in _entries(card, "pools"):
        names.add("pool", name, _about(pool))
    _add_scopes(names, card, where)


def _add_clauses(names: Names, agreement: str, card: _Card, where: str) -> None:
    for clause, entry in _entries(card, "clauses"):
        names.add("clause", f"{agreement}.{clause}", _about(entry) + where)


def _add_scopes(names: Names, card: _Card, where: str) -> None:
    slots = names.scopes.setdefault("slot", {})
    for name, entry in _entries(card, "quantities"):
        slots.setdefault(name, _words(entry.get("scope")))
    for name, _ in _entries(card, "derived"):
        slots.setdefault(name, ())
    for name, scope in _entries(card, "flags"):
        words = _words(scope)
        names.scopes.setdefault("flag", {}).setdefault(name, words)
        each = f"One for each {' and '.join(words)}." if words else "One for the region."
        names.add("flag", name, f"A flag. {each}{where}")


def _entries(card: object, section: str) -> Iterator[tuple[str, Any]]:
    found = card.get(section) if isinstance(card, dict) else None
    yield from found.items() if isinstance(found, dict) else ()


def _words(value: object) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, list) else ()


def _explained(kind: str, entry: object) -> str:
    """Return what is known of an entry, with the facts that one chooses by."""
    told = _about(entry)
    if isinstance(entry, dict) and kind == "measure":
        cost = f"cost {entry.get('cost', 0)}"
        who = f"for {', '.join(_words(entry.get('who')))}"
        return f"{told}\n\n*{entry.get('class')}, {cost}, {who}*"
    if isinstance(entry, dict) and kind == "indicator" and "family" in entry:
        scope = " and ".join(_words(entry.get("scope")))
        each = f"one for each {scope}" if scope else "one for the region"
        return f"{told}\n\n*{entry['family']}, {each}*"
    return told


def _role(card: _Card) -> str:
    return f"**{_text(card.get('name'))}**\n\n*{card.get('kind')}*"


def _about(entry: object) -> str:
    """Return what an entry is called and what it says, whichever of both it has."""
    if not isinstance(entry, dict) or not {"name", "title", "text", "why"} & set(entry):
        return _text(entry)
    called = _text(entry.get("name") or entry.get("title"))
    said = _text(entry.get("text") or entry.get("why"))
    return "\n\n".join(part for part in (f"**{called}**" if called else "", said) if part)


def _text(value: object) -> str:
    """Return a text in English, or in any language it has."""
    if isinstance(value, dict):
        value = value.get("en") or next(iter(value.values()), "")
    return " ".join(value.split()) if isinstance(value, str) else ""
