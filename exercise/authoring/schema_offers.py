"""The schema of names: what editors offer and explain where a name, a slot or a condition is written.

An unknown name is never refused here: the schema may be older than the scenario.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from exercise.authoring.language import Word, language_words
from exercise.authoring.schema_names import Names
from exercise.authoring.schema_shape import name_key
from exercise.library.validation_messages import pattern_rule
from exercise.model import names as name_types
from exercise.model.meanings import NameOf

__all__ = ["name_kinds", "offers"]

_Schema = dict[str, Any]
_EXPRESSION: _Schema = {"type": ["string", "number"]}
_STRENGTHS = {
    "low": "The least of the model's strengths.",
    "medium": "The middle one.",
    "high": "The greatest one.",
}
_OTHER = (
    "A {kind} of this scenario's own, or a name that is not known. `exercise check` tells which."
)
_HEAD = re.compile(r"(\w+)([(\[])(.*)([)\]])")


def name_kinds() -> dict[str, str]:
    """Return every kind of name that the models use, with the pattern of its names; none for an expression."""
    found = {}
    for word in name_types.__all__:
        base, *marks = getattr(name_types, word).__metadata__
        kind = next(mark.kind for mark in (base, *marks) if isinstance(mark, NameOf))
        pattern = next((mark.pattern for mark in (base, *marks) if hasattr(mark, "pattern")), "")
        found[kind] = pattern or ""
    return found


def offers(names: Names) -> _Schema:
    """Return the definitions of the schema of names, by kind."""
    made = {
        "amount": _snippets(_amounts(names)),
        "condition": _snippets(_conditions(names)),
        "flag": _snippets(_scoped(names, "flag")),
        "slot": _snippets(_scoped(names, "slot")),
    }
    for kind, pattern in name_kinds().items():
        if kind not in made:
            made[name_key(kind)] = _names(kind, names.of(kind), pattern)
    return dict(sorted(made.items()))


def _names(kind: str, known: Mapping[str, str], pattern: str) -> _Schema:
    schema: _Schema = {"type": "string"}
    if pattern:
        schema |= {"pattern": pattern, "patternErrorMessage": pattern_rule(pattern)}
    if not known:
        return schema
    one = [{"const": name, "markdownDescription": about} for name, about in known.items()]
    # The last alternative takes every other name; `oneOf` lets editors explain the one that matches.
    other = {"not": {"enum": list(known)}, "markdownDescription": _OTHER.format(kind=kind)}
    return schema | {"oneOf": [*one, other]}


def _snippets(found: Iterator[tuple[str, str, str]]) -> _Schema:
    return _EXPRESSION | {
        "defaultSnippets": [
            {"label": label, "body": body, "markdownDescription": about}
            for label, body, about in found
        ]
    }


def _conditions(names: Names) -> Iterator[tuple[str, str, str]]:
    words = language_words()
    for group in (words.predicates, words.functions, words.aggregates):
        for word in group.values():
            if word.write != words.functions["scale"].write:
                yield _word(word)
    yield from _scoped(names, "slot")


def _amounts(names: Names) -> Iterator[tuple[str, str, str]]:
    for word, about in _STRENGTHS.items():
        yield word, word, about
        yield f"-{word}", f"-{word}", f"{about} Less, not more."
    for name in ("scale", "contribution"):
        yield _word(language_words().functions[name])


def _scoped(names: Names, what: str) -> Iterator[tuple[str, str, str]]:
    """Yield slots or flags as they are written, with places to fill in."""
    about = names.of("indicator" if what == "slot" else "flag")
    for name, scope in names.scopes.get(what, {}).items():
        written = f"{name}[{', '.join(scope)}]" if scope else name
        yield written, _to_fill_in(written), about.get(name, "")
    if what == "slot":
        yield from (_word(word) for word in language_words().slots.values())


def _word(word: Word) -> tuple[str, str, str]:
    return word.write, _to_fill_in(word.write), f"{word.means}\n\nExample: `{word.try_}`"


def _to_fill_in(written: str) -> str:
    """Return how a word is written with numbered places for what stands in its brackets."""
    head = _HEAD.fullmatch(written)
    if head is None:
        return written
    parts = [part.strip() for part in re.split(r"[,:]", head[3])]
    sign = ": " if ":" in head[3] else ", "
    places = [f"${{{number}:{part}}}" for number, part in enumerate(parts, 1)]
    return f"{head[1]}{head[2]}{sign.join(places)}{head[4]}"
