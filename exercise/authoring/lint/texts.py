"""Every text for people in what an author has written, with its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from exercise.engine.findings import Path
from exercise.library.shapes import flat
from exercise.model.base import LangText, Language

__all__ = ["by_language", "texts_in"]


def texts_in(card: BaseModel, path: Path) -> Iterator[tuple[Path, LangText]]:
    """Yield every text for people in a card, with the path of keys that its author wrote.

    Args:
        card: An authored card.
        path: Where it stands.
    """
    given = card.model_fields_set
    for name, key, annotation in _fields(type(card)):
        if name in given:
            yield from _texts(getattr(card, name), (*path, key), annotation)


def by_language(text: LangText) -> Mapping[str, str]:
    """Return a text by language; one that names none is English."""
    return {"en": text} if isinstance(text, str) else text


@cache
def _fields(kind: type[BaseModel]) -> tuple[tuple[str, str, Any], ...]:
    """Return name, written key and annotation of the fields of a card that can hold a text."""
    return tuple(
        (name, info.alias or name, info.annotation)
        for name, info in kind.model_fields.items()
        if _can_hold(info.annotation)
    )


def _can_hold(annotation: Any) -> bool:
    return any(
        _is_map(shape)
        or (isinstance(shape, type) and issubclass(shape, BaseModel))
        or any(_can_hold(inner) for inner in get_args(shape) if inner is not Ellipsis)
        for shape in flat(annotation)
    )


def _is_map(shape: Any) -> bool:
    """Whether a shape is the map from languages to text that is one half of every text for people."""
    return get_origin(shape) is dict and get_args(shape)[0] == Language


def _texts(value: Any, path: Path, annotation: Any) -> Iterator[tuple[Path, LangText]]:
    shapes = list(flat(annotation))
    if isinstance(value, BaseModel):
        yield from texts_in(value, path)
    elif any(_is_map(shape) for shape in shapes):
        if value is not None:
            yield path, value
    elif isinstance(value, tuple):
        inner = _inner(shapes, tuple)
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number), inner)
    elif isinstance(value, dict):
        inner = _inner(shapes, dict)
        for key, item in value.items():
            yield from _texts(item, (*path, key), inner)


def _inner(shapes: list[Any], origin: type) -> Any:
    """Return the annotation of what a list or map holds."""
    held = next((get_args(shape) for shape in shapes if get_origin(shape) is origin), ())
    return (held[-1] if origin is dict else held[0]) if held else None
