"""Every text for people in what an author has written, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel

from exercise.engine.findings import Path
from exercise.library.shapes import flat
from exercise.model.base import LangText, Language

__all__ = ["by_language", "texts_in"]


class _Shape(Struct, frozen=True):
    """Where texts stand in the values of an annotation: worked out once per model, since values are many."""

    kind: Literal["text", "card", "list", "map"]
    inner: _Shape | None = None


class _Field(Struct, frozen=True):
    """A field that can hold a text: its name, the key that its author wrote, and the shape of its values."""

    name: str
    key: str
    shape: _Shape


def texts_in(card: BaseModel, path: Path) -> Iterator[tuple[Path, LangText]]:
    """Yield every text for people in a card, with the path of keys that its author wrote.

    Args:
        card: An authored card.
        path: Where it stands.
    """
    given = card.model_fields_set
    for one in _fields(type(card)):
        if one.name in given:
            yield from _texts(getattr(card, one.name), (*path, one.key), one.shape)


def by_language(text: LangText) -> Mapping[str, str]:
    """Return a text by language; one that names none is English."""
    return {"en": text} if isinstance(text, str) else text


@cache
def _fields(kind: type[BaseModel]) -> tuple[_Field, ...]:
    """Return the fields of a card that can hold a text."""
    return tuple(
        _Field(name, info.alias or name, shape)
        for name, info in kind.model_fields.items()
        if (shape := _shape(info.annotation)) is not None
    )


def _shape(annotation: Any) -> _Shape | None:
    """Return where texts stand in values of an annotation; nothing where there can be none."""
    for one in flat(annotation):
        held = [inner for inner in get_args(one) if inner is not Ellipsis]
        if get_origin(one) is dict and held[0] == Language:
            return _Shape("text")
        if isinstance(one, type) and issubclass(one, BaseModel):
            return _Shape("card")
        inner = _shape(held[-1]) if held and get_origin(one) in (tuple, dict) else None
        if inner is not None:
            return _Shape("list" if get_origin(one) is tuple else "map", inner)
    return None


def _texts(value: Any, path: Path, shape: _Shape) -> Iterator[tuple[Path, LangText]]:
    if value is None:
        return
    if shape.kind == "text":
        yield path, value
    elif isinstance(value, BaseModel):
        yield from texts_in(value, path)
    elif shape.inner is not None and isinstance(value, (tuple, dict)):
        steps = value.items() if isinstance(value, dict) else enumerate(value)
        for step, item in steps:
            yield from _texts(item, (*path, step), shape.inner)
