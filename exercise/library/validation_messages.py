"""The sentences for values that do not fit: what is needed, what stands there, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from exercise.library.positions import Path
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode
from exercise.nearest import did_you_mean

__all__ = ["MISMATCHES", "Report", "pattern_rule", "sentence", "wrong_kind"]

_SHOWN = 40
_WANTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "dict_type": "a mapping (keys with values)",
    "model_type": "a mapping (keys with values)",
    "model_attributes_type": "a mapping (keys with values)",
    "tuple_type": "a list",
}
MISMATCHES = frozenset([*_WANTED, "literal_error"])
"""Kinds of reports that say: this is another kind of value."""

_TEXT_BY_LANGUAGE = ["text", "a mapping (keys with values)"]
_TRUTH = {"yes": "true", "on": "true", "no": "false", "off": "false"}
_PATTERNS = {
    r"^[a-z][a-z0-9_]*$": "use lower-case letters, digits and _, and begin with a letter",
    r"^[a-z][a-z0-9-]*$": "use lower-case letters, digits and -, and begin with a letter",
    r"^[a-z]{2,3}$": "a language code has two or three lower-case letters, such as en",
}


class Report(Struct, frozen=True):
    """One report of the validator, with its place in the author's tree.

    Attributes:
        kind: The validator's name of the mistake.
        path: Where in the tree.
        node: The node there.
        context: The validator's details.
        message: The validator's own words.
        on_key: Whether the key at the path is meant, not its value.
        missing: The key (or list index) that is missing under the path.
        union: Path of the value with several possible kinds, where this is about one of them.
    """

    kind: str
    path: Path
    node: Node
    context: Mapping[str, Any]
    message: str
    on_key: bool
    missing: str | int | None
    union: Path | None


def sentence(report: Report) -> tuple[str, str]:
    """Return message and code of a report on one value."""
    if report.kind == "literal_error":
        return _not_a_choice(_options(report), _word(report))
    if report.kind in _WANTED:
        return wrong_kind([report], report.node)
    form = _FORMS.get(report.kind)
    if form is None:
        return (
            f"this value cannot be used: {report.message[:1].lower()}{report.message[1:]}",
            "invalid",
        )
    message, code = form(report.context, _word(report))
    if report.on_key and code == "bad-name":
        message = message.replace("name '", "key '", 1)
    return message, code


def wrong_kind(reports: Sequence[Report], node: Node) -> tuple[str, str]:
    """Return message and code for a value of none of the possible kinds."""
    options = [
        option
        for report in reports
        if report.kind == "literal_error"
        for option in _options(report)
    ]
    wanted = list(dict.fromkeys(_WANTED[r.kind] for r in reports if r.kind in _WANTED))
    if wanted == _TEXT_BY_LANGUAGE:
        wanted = ["text"]
    if options and isinstance(node, ScalarNode) and isinstance(node.value, str):
        more = f" or {' or '.join(wanted)}" if wanted else ""
        return _not_a_choice(options, node.text, more)
    wanted += [f"one of {', '.join(options)}"] if options else []
    there = _kind(node)
    message = f"{' or '.join(wanted)} is needed here, {there}"
    return message + _advice(wanted, node), "wrong-type"


def _advice(wanted: list[str], node: Node) -> str:
    if not isinstance(node, ScalarNode) or node.value is None:
        return ""
    if wanted == ["true or false"] and node.text.lower() in _TRUTH:
        return f"; write {_TRUTH[node.text.lower()]}"
    if wanted[0] == "text":
        return f'; put it in quotes: "{_cut(node.text)}"'
    if wanted == ["a list"]:
        return f"; put it in square brackets: [{_cut(node.text)}]"
    if node.style in ("'", '"') and re.fullmatch(r"-?\d+(\.\d+)?|true|false", node.text):
        return "; take the quotes away"
    return ""


def _kind(node: Node) -> str:
    if isinstance(node, MappingNode):
        return "this is a mapping"
    if isinstance(node, SequenceNode):
        return "this is a list"
    if node.value is None:
        return "but there is nothing"
    return f"this is {_SCALARS[type(node.value)]}"


_SCALARS: dict[type, str] = {
    bool: "true or false",
    int: "a whole number",
    float: "a number with decimals",
    str: "text",
}


def _not_a_choice(options: list[str], word: str, more: str = "") -> tuple[str, str]:
    if options == ["1"]:
        return f"format {_cut(word)} is not known; this version reads format 1", "format"
    choice = f"'{options[0]}'" if len(options) == 1 else f"one of {', '.join(options)}"
    hint = did_you_mean(word, options)
    return f"'{_cut(word)}' is not possible here: use {choice}{more}{hint}", "unknown-choice"


def _options(report: Report) -> list[str]:
    expected = str(report.context.get("expected", ""))
    return re.findall(r"'([^']*)'", expected) or [expected]


def _word(report: Report) -> str:
    if report.on_key and report.path:
        return str(report.path[-1])
    return report.node.text if isinstance(report.node, ScalarNode) else "this"


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."


def _bad_name(context: Mapping[str, Any], word: str) -> tuple[str, str]:
    rule = pattern_rule(str(context.get("pattern")))
    return f"the name '{_cut(word)}' is not possible: {rule}", "bad-name"


def pattern_rule(pattern: str) -> str:
    """Return in words what a name must look like that is to match a pattern."""
    return _PATTERNS.get(pattern, f"it must match {pattern}")


def _bound(words: str, key: str) -> Callable[[Mapping[str, Any], str], tuple[str, str]]:
    return lambda context, word: (
        f"{_cut(word)} is out of range: {words} {context[key]}",
        "out-of-range",
    )


def _length(words: str, key: str, unit: str) -> Callable[[Mapping[str, Any], str], tuple[str, str]]:
    def form(context: Mapping[str, Any], word: str) -> tuple[str, str]:
        count = context[key]
        plural = " is" if count == 1 else "s are"
        return f"{words} {count} {unit}{plural} needed here", "length"

    return form


def _most(unit: str) -> Callable[[Mapping[str, Any], str], tuple[str, str]]:
    def form(context: Mapping[str, Any], word: str) -> tuple[str, str]:
        count = context["max_length"]
        return f"too long: at most {count} {unit}s can stand here", "length"

    return form


_FORMS: dict[str, Callable[[Mapping[str, Any], str], tuple[str, str]]] = {
    "string_pattern_mismatch": _bad_name,
    "string_too_short": _length("at least", "min_length", "character"),
    "string_too_long": _most("character"),
    "too_short": _length("at least", "min_length", "item"),
    "too_long": _most("item"),
    "greater_than_equal": _bound("use at least", "ge"),
    "less_than_equal": _bound("use at most", "le"),
    "greater_than": _bound("use more than", "gt"),
    "less_than": _bound("use less than", "lt"),
    "decimal_max_places": lambda context, word: (
        f"{_cut(word)} has too many decimals: use at most {context['decimal_places']}",
        "number",
    ),
    "decimal_max_digits": lambda context, word: (f"{_cut(word)} has too many digits", "number"),
    "decimal_whole_digits": lambda context, word: (f"{_cut(word)} is too large", "number"),
    "finite_number": lambda context, word: (f"{_cut(word)} is not a finite number", "number"),
    "int_parsing_size": lambda context, word: (f"{_cut(word)} is too large", "number"),
}
