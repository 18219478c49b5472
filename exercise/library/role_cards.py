"""Role cards as a scenario plays them: the card of the library with what the scenario changes of it.

Cards are put together as trees, so that every mistake keeps the place where somebody wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode


def changed_card(card: MappingNode, changes: MappingNode) -> MappingNode:
    """Return a card with changes laid over it: maps key by key, everything else as a whole."""
    changed = {
        name: (key, _changed(_value(card, name), value))
        for name, (key, value) in changes.entries.items()
    }
    return replace(card, entries=card.entries | changed)


def _changed(before: Node | None, value: Node) -> Node:
    if isinstance(before, MappingNode) and isinstance(value, MappingNode):
        return changed_card(before, value)
    return value


def card_changes(scenario: MappingNode) -> dict[str, MappingNode]:
    """Return what a scenario's head changes of cards, by role."""
    return dict(_changes(scenario))


def _changes(scenario: MappingNode) -> Iterator[tuple[str, MappingNode]]:
    places = _value(scenario, "places")
    for place in places.items if isinstance(places, SequenceNode) else ():
        role, card = _value(place, "role"), _value(place, "card")
        if isinstance(role, ScalarNode) and isinstance(card, MappingNode):
            yield role.text, card


def _value(node: Node, key: str) -> Node | None:
    return node.entries[key][1] if isinstance(node, MappingNode) and key in node.entries else None


__all__ = ["card_changes", "changed_card"]
