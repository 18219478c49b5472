"""Texts for people: choosing the language and filling in the names of roles and states."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exercise.model.bundle import Bundle
from exercise.model.quantity import Band

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def pick(text: str | Mapping[str, str], language: str) -> str:
    """Return a text in a language, else in English, else in any language there is."""
    if isinstance(text, str):
        return text
    return text.get(language) or text.get("en") or next(iter(text.values()), "")


def name_of(bundle: Bundle, slug: str, language: str) -> str:
    """Return what a role or state is called: its alias, its card's name, or the model's name for the state."""
    if slug in bundle.names:
        return pick(bundle.names[slug], language)
    if slug in bundle.roles:
        return pick(bundle.roles[slug].name, language)
    if slug in bundle.model.states:
        return pick(bundle.model.states[slug].name, language)
    return slug.replace("_", " ")


def say(bundle: Bundle, text: str | Mapping[str, str], language: str = "en") -> str:
    """Return a text in a language with every ``{role}`` replaced by the name in use."""
    return _PLACEHOLDER.sub(lambda found: name_of(bundle, found[1], language), pick(text, language))


def slot_label(bundle: Bundle, family: str, args: tuple[str, ...], language: str = "en") -> str:
    """Return what a slot is called, such as ``Crisis preparedness, Tajikistan``."""
    words = [_family_label(bundle, family, language)]
    for arg in args:
        if arg in bundle.model.issues:
            words.append(say(bundle, bundle.model.issues[arg].name, language))
        elif arg in _legs(bundle):
            words.append(say(bundle, _legs(bundle)[arg], language))
        elif arg in bundle.model.audiences:
            words.append(say(bundle, bundle.model.audiences[arg].name, language))
        elif arg in bundle.model.pools:
            words.append(say(bundle, bundle.model.pools[arg].name, language))
        else:
            words.append(name_of(bundle, arg, language))
    return ", ".join(words)


def bands_of(bundle: Bundle, family: str) -> tuple[Band, ...]:
    """Return the bands in which a family of slots is shown: its own, else the model's."""
    card = bundle.model.quantities.get(family)
    return card.bands if card is not None and card.bands else bundle.model.scales.bands


def band_of(bundle: Bundle, family: str, value: int) -> int:
    """Return the position of the band that a value (hundredths) falls in, 0 for the lowest."""
    bands = enumerate(bands_of(bundle, family))
    return max((number for number, band in bands if value >= band.low * 100), default=0)


def band_word(bundle: Bundle, family: str, value: int, language: str = "en") -> str:
    """Return the word of the band that a value (hundredths) falls in."""
    band = bands_of(bundle, family)[band_of(bundle, family, value)]
    return say(bundle, band.word, language)


def _family_label(bundle: Bundle, family: str, language: str) -> str:
    if family in bundle.model.quantities:
        return say(bundle, bundle.model.quantities[family].name, language)
    if family in bundle.model.derived:
        return say(bundle, bundle.model.derived[family].name, language)
    return family.replace("_", " ").capitalize()


def _legs(bundle: Bundle) -> Mapping[str, str | dict[str, str]]:
    return {
        leg: card.name for flow in bundle.model.flows.values() for leg, card in flow.legs.items()
    }
