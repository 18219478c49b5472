"""Shared building blocks of the authored models: strictness, slugs, texts and numbers."""

from __future__ import annotations

import ast
import inspect
import textwrap
from decimal import Decimal
from itertools import pairwise
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
)

SLUG_PATTERN = r"^[a-z][a-z0-9_]*$"

Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN, max_length=60)]
"""A name in a file: lower-case letters, digits and underscores, beginning with a letter."""

FOLDER_PATTERN = r"^[a-z][a-z0-9-]*$"

FolderSlug = Annotated[str, StringConstraints(pattern=FOLDER_PATTERN, max_length=60)]
"""A folder's name: like a slug, with hyphens."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]

Text = Annotated[str, StringConstraints(min_length=1, max_length=8000)]

LangText = Text | dict[Language, Text]
"""Text people read: one string (English), or a map from language code to string.

Prose names roles and states by placeholder, ``{tajikistan}``, so that an alias file renames them everywhere.
"""


def _number_to_text(value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return str(value)


Expression = Annotated[
    str,
    BeforeValidator(_number_to_text),
    StringConstraints(min_length=1, max_length=500),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "number"}]}),
]
"""A condition or an amount in the exercise's own small language (see the grammar page)."""

Points = Annotated[
    Decimal, Field(max_digits=9, decimal_places=2), WithJsonSchema({"type": "number"})
]
"""A number with at most two decimals; the engine keeps it as an integer of hundredths."""

Percent = Annotated[int, Field(ge=0, le=100)]

Source = Annotated[str, StringConstraints(min_length=3, max_length=300)]
"""Where a rule or number comes from, by the source's name and section, or ``design value``."""


def attribute_docs(model: type[BaseModel]) -> dict[str, str]:
    """Return the docstrings below a model's attributes, by the attribute's name; inherited ones as well."""
    found: dict[str, str] = {}
    for one in reversed(model.__mro__):
        if one is not BaseModel and issubclass(one, BaseModel):
            body = ast.parse(textwrap.dedent(inspect.getsource(one))).body[0]
            assert isinstance(body, ast.ClassDef)
            found |= _docs_in(body)
    return found


def _docs_in(body: ast.ClassDef) -> dict[str, str]:
    found = {}
    for attribute, below in pairwise(body.body):
        match attribute, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=text)):
                found[name] = inspect.cleandoc(str(text))
    return found


def _describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the docstrings of attributes into a schema that is being made."""
    for name, text in attribute_docs(model).items():
        field = model.model_fields.get(name)
        if field is not None:
            schema["properties"][field.alias or name]["description"] = text


class Authored(BaseModel):
    """Base of everything an author writes: unknown keys and wrong types are refused."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        populate_by_name=True,
        # Validators are made when first used, and descriptions only for a schema: both take time at every start.
        defer_build=True,
        json_schema_extra=_describe,
    )


def hundredths(value: Decimal) -> int:
    """Return a number of points as the integer of hundredths the engine keeps.

    >>> hundredths(Decimal("4.5"))
    450
    """
    return int((value * 100).to_integral_value())
