"""The page that lists every file, field, type, default and meaning, and every word of the condition language.

Made from the authored models and the words of the language; the same models give the same page.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import BaseModel

from exercise.authoring.language import LanguageFile, language_words
from exercise.model import (
    agreement,
    case,
    effect,
    inject,
    measure,
    pack,
    pieces,
    quantity,
    role,
    rule,
    scenario,
    setting,
    step,
)
from exercise.model.base import SLUG_PATTERN
from exercise.model.meanings import CHOICES, NAME_OF

__all__ = ["documented", "reference_page"]

_Schema = Mapping[str, Any]
_HEAD = """\
# Reference

Every file a designer writes, field by field, and every word of the condition language. `make reference` writes this
page from the models that read the files. How to begin is told in the [tutorial](tutorial.md) and the
[designer's guide](designer.md); what the fields do is fixed in [semantics](semantics.md).

A field marked * is needed. A *text* is one string, or a map from language code to string. A *name* has lower-case
letters, digits and `_`, and begins with a letter. An *amount*, a *condition*, a *slot* and a *flag* are written in the
[condition language](#the-condition-language).
"""
_SCALARS = {
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "string": "string",
}
_EXPRESSIONS = ("amount", "condition", "slot", "flag")
_CHOICE = "choice, see below"
_HIDDEN = ("texts",)
"""Fields that the reader fills in."""


class _Chapter(Struct, frozen=True):
    """A kind of file with the models that stand in it, the outermost first."""

    title: str
    about: str
    models: tuple[type[BaseModel], ...]


_CHAPTERS = (
    _Chapter(
        "scenario.yaml",
        "The head of a scenario. Its sections `injects`, `measures`, `rules`, `agreements` and `red_lines` may "
        "stand in files of their own, and usually do.",
        (scenario.Scenario, scenario.Place, role.CardChanges, scenario.Objective, scenario.PositionPaper,
         scenario.TakenInject, scenario.Sensitivity, scenario.Overview, scenario.Debrief),
    ),
    _Chapter("injects.yaml", "Injects by name.", (inject.Inject, inject.Offer)),
    _Chapter("measures.yaml", "Measures by name.", (measure.Measure, measure.Lasting)),
    _Chapter("rules.yaml", "Rules by name.", (rule.Rule,)),
    _Chapter("agreements.yaml", "Agreements by name.", (agreement.Agreement, agreement.Clause)),
    _Chapter("red_lines.yaml", "Red lines by name.", (rule.RedLine,)),
    _Chapter(
        "Effects",
        "An effect is known by the first key of its table. Effects stand in injects, rules and clauses, and as the "
        "yields and side effects of measures.",
        (effect.Change, effect.SetFlag, effect.Unlock, effect.Void, effect.Transfer, effect.Income,
         effect.Reroute, effect.Amplify, effect.Release, effect.Cancel, effect.Breach),
    ),
    _Chapter(
        "cases.yaml",
        "Tests of a scenario.",
        (case.CaseFile, case.Case, case.Given, step.Step, step.Respond, step.Rule, step.Written, step.Lift,
         step.RefusedAct, step.Meanwhile, case.Expect, case.Difference),
    ),
    _Chapter(
        "roles/*.yaml",
        "One role card per file; the file's name is the role's name.",
        (role.Role, role.ConceptWeights, role.FundsCard, role.RoleRedLine, role.BotProfile),
    ),
    _Chapter("roles/aliases/*.yaml", "Other names for roles and states.", (scenario.Aliases,)),
    _Chapter(
        "libraries/*/library.yaml",
        "The head of a library. Its sections `injects`, `measures` and `quantities` stand in files of their own.",
        (pieces.PieceLibrary,),
    ),
    _Chapter(
        "models/*/model.yaml",
        "The head of a model pack. Most of its sections stand in files of their own, such as `quantities.yaml`.",
        (pack.ModelPack, quantity.Quantity, quantity.Band, quantity.Derived, quantity.Limit, pack.State,
         pack.Issue, pack.Audience, pack.Flow, pack.Leg, pack.Pool, setting.Setting, pack.Preset,
         pack.Scales, pack.Strengths, pack.LevelScale),
    ),
)  # fmt: skip
_RULING = "Ruling"
"""What a rule of a case is called: the word is taken by the rules of the region."""
_GROUPS = {
    "predicates": ("Predicates", "True or false."),
    "functions": ("Functions", "A number."),
    "aggregates": ("Over a set", "The variable is yours to name."),
    "sets": ("Sets", "What aggregates, and the `for` of a rule, run over."),
    "operators": ("Operators", "From the loosest to the tightest."),
    "slots": (
        "Slots of every model",
        "A model declares further slots in `quantities` and `derived`.",
    ),
}


def documented() -> tuple[type[BaseModel], ...]:
    """Return every model that the page describes."""
    return tuple(model for chapter in _CHAPTERS for model in chapter.models)


def reference_page() -> str:
    """Return the page as Markdown."""
    parts = [_HEAD]
    for chapter in _CHAPTERS:
        parts.append(f"## {chapter.title}\n\n{chapter.about}\n")
        parts += [_model(model, chapter) for model in chapter.models]
    parts += [
        "## The condition language\n\nThe [grammar](grammar.md) has a page of its own, with limits and examples.\n"
    ]
    parts += [_words(group) for group in LanguageFile.model_fields]
    return "\n".join(parts)


def _titles(chapter: _Chapter) -> dict[str, str]:
    """Return what models are called in a chapter, by the name of their class."""
    titles = {one.__name__: _spaced(one.__name__) for one in documented() if one is not step.Rule}
    return titles | ({"Rule": _RULING} if step.Rule in chapter.models else {})


def _spaced(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _model(model: type[BaseModel], chapter: _Chapter) -> str:
    schema = model.model_json_schema(by_alias=True)
    titles = _titles(chapter)
    fields = _own_first(model, schema["properties"])
    needed = schema.get("required", ())
    rows = [_row(name, field, name in needed, titles) for name, field in fields.items()]
    table = "| Field | Type | If not given | Meaning |\n| --- | --- | --- | --- |\n"
    about = _plain(inspect.getdoc(model) or "")
    lists = "".join(_choices(name, field) for name, field in fields.items())
    return f"### {titles[model.__name__]}\n\n{about}\n\n{table}{''.join(rows)}{lists}"


def _own_first(model: type[BaseModel], fields: _Schema) -> _Schema:
    """Return a model's fields as files have them, what it shares with others behind its own."""
    own = [
        info.alias or name
        for name, info in model.model_fields.items()
        if name in model.__annotations__
    ]
    ordered = dict.fromkeys((*own, *fields))
    return {name: fields[name] for name in ordered if name not in _HIDDEN}


def _row(name: str, field: _Schema, needed: bool, titles: Mapping[str, str]) -> str:
    default = "" if needed else _default(field.get("default"))
    cells = (f"`{name}`{' *' if needed else ''}", _type(field, titles), default)
    return f"| {' | '.join(cells)} | {_plain(field['description'])} |\n"


def _plain(text: str) -> str:
    """Return a docstring as Markdown on one line, safe in a table."""
    return " ".join(text.split()).replace("``", "`").replace("|", "\\|")


def _default(value: object) -> str:
    if value in (None, [], {}) or isinstance(value, dict):
        return ""
    return f"`{value}`" if isinstance(value, str) else f"`{json.dumps(value)}`"


def _type(schema: _Schema, titles: Mapping[str, str]) -> str:
    """Return in words what may stand in a field."""
    if "$ref" in schema:
        title = titles[schema["$ref"].rpartition("/")[2]]
        return f"[{title}](#{title.lower().replace(' ', '-')})"
    if NAME_OF in schema:
        kind = schema[NAME_OF]
        return kind if kind in _EXPRESSIONS else f"{kind} name"
    if "const" in schema:
        return f"always `{schema['const']}`"
    if "enum" in schema:
        return _CHOICE
    if "anyOf" in schema or "oneOf" in schema:
        return _one_of(schema, titles)
    if schema.get("type") == "array":
        return _list(schema, titles)
    if schema.get("type") == "object":
        return _map(schema, titles)
    word = "name" if schema.get("pattern") == SLUG_PATTERN else _SCALARS[schema["type"]]
    return f"{word}{_bounds(schema)}"


def _one_of(schema: _Schema, titles: Mapping[str, str]) -> str:
    options = [one for one in schema.get("anyOf", schema.get("oneOf")) if one.get("type") != "null"]
    if len(options) == len(effect.EFFECT_KEYS):
        return "[effect](#effects)"
    words = list(dict.fromkeys(_type(option, titles) for option in options))
    return "text" if words == ["string", "map of language to string"] else " or ".join(words)


def _list(schema: _Schema, titles: Mapping[str, str]) -> str:
    if "prefixItems" in schema:
        parts = [_type(one, titles) for one in schema["prefixItems"]]
        return f"list of {len(parts)} {_many(parts[0])}"
    least = " (at least one)" if schema.get("minItems") else ""
    return f"list of {_many(_type(schema['items'], titles))}{least}"


def _many(word: str) -> str:
    """Return a type in the plural; a link stays as it is."""
    head, comma, bounds = word.partition(",")
    return word if word.endswith(")") else f"{head}s{comma}{bounds}"


def _map(schema: _Schema, titles: Mapping[str, str]) -> str:
    names = schema.get("propertyNames", {})
    patterns = schema.get("patternProperties", {})
    value: _Schema = next(iter(patterns.values()), schema.get("additionalProperties", {}))
    if "enum" in names:
        key = f"{_CHOICE},"
    elif NAME_OF in names:
        key = f"{names[NAME_OF]} name"
    else:
        key = "language" if any("{2,3}" in pattern for pattern in patterns) else "name"
    return f"map of {key} to {_type(value, titles)}"


def _bounds(schema: _Schema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is None and high is None:
        return ""
    return f", {low} to {high}" if high is not None else f", {low} or more"


def _choices(name: str, field: _Schema) -> str:
    """Return the list of values under the table, for each choice inside a field."""
    found = list(dict.fromkeys(_enums(field)))
    lines = [f"- `{value}`: {meaning}\n" for values in found for value, meaning in values]
    return f"\n`{name}`:\n\n{''.join(lines)}" if lines else ""


def _enums(schema: object) -> Iterator[tuple[tuple[str, str], ...]]:
    if isinstance(schema, dict):
        if CHOICES in schema:
            yield tuple(zip(schema["enum"], schema[CHOICES], strict=True))
        for inner in schema.values():
            yield from _enums(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from _enums(inner)


def _words(group: str) -> str:
    title, about = _GROUPS[group]
    rows = "".join(
        f"| `{word.write}` | {_plain(word.means)} | `{word.try_}` |\n"
        for word in getattr(language_words(), group).values()
    )
    return (
        f"### {title}\n\n{about}\n\n| You write | It means | Example |\n| --- | --- | --- |\n{rows}"
    )
