"""From the validator's JSON Schema to one that editors read well: explained, without noise, with names and blocks.

Works on plain values. What it adds are the keys that YAML editors know beyond the standard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exercise.authoring.snippets import snippets_at
from exercise.library.validation_messages import pattern_rule
from exercise.model.meanings import CHOICES, NAME_OF

__all__ = ["NAMES_FILE", "name_key", "shaped"]

NAMES_FILE = "names.schema.json"
"""The schema beside the others that holds the names there are."""

_Schema = dict[str, Any]


def shaped(schema: _Schema, name: str) -> _Schema:
    """Return a schema for editors.

    Args:
        schema: What the validator gives for a model, with its ``$defs``.
        name: Of the model, to find the blocks that are offered in its fields.
    """
    defs = {key: _shape(inner, key) for key, inner in schema.get("$defs", {}).items()}
    rest = {key: value for key, value in schema.items() if key != "$defs"}
    return ({"$defs": defs} if defs else {}) | _shape(rest, name)


def name_key(kind: str) -> str:
    """Return where the names of a kind stand among the definitions, such as ``role_or_group``."""
    return kind.replace(" ", "_")


def _shape(schema: _Schema, place: str) -> _Schema:
    """Shape a schema and all inside it; ``place`` is a model, or a model's field."""
    schema = _without_null(schema)
    if NAME_OF in schema:
        return _named(schema)
    shape = {key: _inside(key, value, place) for key, value in schema.items()}
    shape = _explained(_with_keys(shape))
    blocks = snippets_at(place)
    if blocks:
        shape["defaultSnippets"] = blocks
    return shape


def _inside(key: str, value: Any, place: str) -> Any:
    if key in ("properties", "patternProperties"):
        return {name: _field(inner, f"{place}.{name}") for name, inner in value.items()}
    if key in ("items", "additionalProperties", "propertyNames") and isinstance(value, dict):
        return _shape(value, "")
    if key in ("anyOf", "oneOf", "prefixItems"):
        return [_shape(inner, "") for inner in value]
    return value


def _field(schema: _Schema, place: str) -> _Schema:
    """Shape a field: its own title only repeats its name."""
    return _shape({key: value for key, value in schema.items() if key != "title"}, place)


def _without_null(schema: _Schema) -> _Schema:
    """Leave out that nothing may stand there: who has nothing to say leaves the key out."""
    if schema.get("default", 0) in (None, [], {}):
        schema = {key: value for key, value in schema.items() if key != "default"}
    options = [option for option in schema.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        schema = options[0] | {key: value for key, value in schema.items() if key != "anyOf"}
    elif options:
        schema = schema | {"anyOf": options}
    return schema


def _named(schema: _Schema) -> _Schema:
    """Point to the names there are of what a text names."""
    told = _explained({key: schema[key] for key in ("description", "default") if key in schema})
    return {"$ref": f"{NAMES_FILE}#/$defs/{name_key(schema[NAME_OF])}"} | told


def _with_keys(schema: _Schema) -> _Schema:
    """Say of a map which keys it has in the way that editors complete best."""
    names = schema.get("propertyNames", {})
    if "enum" in names:
        return _with_known_keys(schema, names)
    if len(schema.get("patternProperties", {})) != 1:
        return schema
    ((pattern, value),) = schema["patternProperties"].items()
    rest = {key: inner for key, inner in schema.items() if key != "patternProperties"}
    if "$ref" not in names:
        names = _explained({"title": "name", "pattern": pattern} | names)
    return rest | {"propertyNames": names, "additionalProperties": value}


def _with_known_keys(schema: _Schema, names: _Schema) -> _Schema:
    value = schema["additionalProperties"]
    told = zip(names["enum"], names[CHOICES], strict=True)
    keys = {key: value | _explained({"description": _sentence(text)}) for key, text in told}
    rest = {key: inner for key, inner in schema.items() if key != "propertyNames"}
    return rest | {"properties": keys, "additionalProperties": False}


def _explained(schema: _Schema) -> _Schema:
    """Write what a value is for people, and what to do where it is refused."""
    told = schema.get("description")
    if isinstance(told, str):
        plain = " ".join(told.split()).replace("``", "`")
        schema |= {"description": plain, "markdownDescription": "\n\n".join(_told(plain, schema))}
    if "pattern" in schema:
        schema |= {"patternErrorMessage": pattern_rule(schema["pattern"])}
    return schema


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _told(plain: str, schema: _Schema) -> Iterator[str]:
    yield plain
    default = schema.get("default")
    if isinstance(default, (str, int, float)):
        shown = str(default).lower() if isinstance(default, bool) else str(default)
        yield f"If not given: `{shown}`."
