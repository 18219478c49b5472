"""The short sentences bots give as reasons, by language; a language is one more table.

Holds words alone. Labels that fill them come from the view, in whatever language that was made.
"""

from __future__ import annotations

from exercise.conduct.text import LINE

ENGLISH = {
    "low": "{label} is {band} in {place}.",
    "raises": "It is meant to raise: {label}, in {place}.",
    "lowers": "It is meant to bring down: {label}, in {place}.",
    "answers": "It answers what reached us: {inject}.",
    "mandate": "It is what {role} is there for.",
    "needed": "The situation in {place} calls for an answer now.",
    "stake": "{issue}: we think first of {stake}.",
    "region": "the region",
    "state": "the security of the state",
    "human": "the safety of persons",
    "global": "the security of all states together",
    "societal": "the way a society lives together",
}
SENTENCES = {"en": ENGLISH}
"""Tables by language; every table has the keys of the English one."""


def sentence(key: str, language: str = "en", **parts: str) -> str:
    """Return a sentence with its gaps filled, cut to what one line of the record takes.

    >>> sentence("low", label="Preparedness", band="low", place="Tajikistan")
    'Preparedness is low in Tajikistan.'

    Args:
        key: One of the keys of ``ENGLISH``.
        language: English is used where there is no table for it.
        parts: A text for every gap; never read as a template itself.
    """
    return SENTENCES.get(language, ENGLISH)[key].format(**parts)[:LINE]
