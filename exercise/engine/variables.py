"""On which variables the meaning of a text depends, so that what means the same is compiled once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from exercise.model.effect import Breach, Change, Effect

__all__ = ["place", "reach", "used", "words_of"]

_PLACES = ("host", "s", "home")
"""Variables that say where a red line is crossed, the first that is bound."""


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """Return every word of an expression: its meaning can depend on no other variables than these."""
    return frozenset(re.findall(r"\w+", text))


def used(bound: Mapping[str, str], words: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the variables among some words, with what they stand for."""
    if words.isdisjoint(bound):
        return ()
    return tuple([pair for pair in bound.items() if pair[0] in words])


def reach(effects: tuple[Effect, ...]) -> tuple[frozenset[str], bool]:
    """Return the words that effects can depend on, and whether something is drawn for one of them."""
    words = words_of(" ".join(effect.model_dump_json() for effect in effects))
    if any(isinstance(effect, Breach) for effect in effects):
        words |= frozenset(_PLACES)
    drawn = any(
        effect.chance is not None or (isinstance(effect, Change) and effect.between is not None)
        for effect in effects
    )
    return words, drawn


def place(bound: Mapping[str, str]) -> str:
    """Return where a red line is crossed; empty where no variable says so."""
    return next((bound[variable] for variable in _PLACES if variable in bound), "")
