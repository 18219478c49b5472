"""Which keys an authored model knows at a place, found from its annotations."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from exercise.library.positions import Path, node_at
from exercise.library.strict_yaml import MappingNode, Node
from exercise.model.effect import EFFECT_KEYS

__all__ = ["flat", "keys_at"]


def keys_at(model: type[BaseModel], tree: Node, path: Path) -> list[str]:
    """Return the keys possible in the mapping at a path, in the order of the model."""
    shapes: list[Any] = [model]
    for number, step in enumerate(path):
        shapes = [inner for shape in shapes for inner in _inside(shape, step)]
        shapes = _chosen_effect(shapes, node_at(tree, path[: number + 1])[1])
    return list(dict.fromkeys(key for shape in shapes for key in _keys(shape)))


def _keys(shape: Any) -> Iterator[str]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, info in shape.model_fields.items():
            yield info.alias or name
    elif get_origin(shape) is dict:
        key = next(flat(get_args(shape)[0]))
        yield from (str(word) for word in get_args(key) if get_origin(key) is Literal)


def _inside(shape: Any, step: str | int) -> Iterator[Any]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        for name, info in shape.model_fields.items():
            if step in (info.alias, name):
                yield from flat(info.annotation)
    elif get_origin(shape) is dict:
        yield from flat(get_args(shape)[1])
    elif get_origin(shape) is tuple and isinstance(step, int):
        arguments = [argument for argument in get_args(shape) if argument is not Ellipsis]
        yield from flat(arguments[min(step, len(arguments) - 1)])


def flat(annotation: Any) -> Iterator[Any]:
    """Yield the plain alternatives of an annotation: those of a union each, without what is noted beside them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from flat(get_args(annotation)[0])
    elif origin is Union or origin is types.UnionType:
        for alternative in get_args(annotation):
            yield from flat(alternative)
    else:
        yield annotation


def _chosen_effect(shapes: list[Any], node: Node) -> list[Any]:
    """Of several kinds of effects keep the one whose key is there; without any, a change."""
    if len(shapes) < len(EFFECT_KEYS) or not isinstance(node, MappingNode):
        return shapes
    key = next((key for key in EFFECT_KEYS if key in node.entries), "change")
    return [shape for shape in shapes if key in list(_keys(shape))]
