"""Bundles as bytes, for journals: the same bundle gives the same bytes on every machine."""

from __future__ import annotations

from pydantic import ValidationError

from exercise.errors import LibraryError
from exercise.model.bundle import Bundle

__all__ = ["bundle_bytes", "bundle_from_bytes"]


def bundle_bytes(bundle: Bundle) -> bytes:
    """Return a bundle as UTF-8 JSON without white space.

    Keys of a model stand in the order of its fields; names an author chose stay in the author's
    order, because that order is part of the meaning: injects are tested in it.
    """
    return bundle.model_dump_json(by_alias=True, exclude_defaults=True).encode("utf-8")


def bundle_from_bytes(data: bytes) -> Bundle:
    """Return the bundle that ``bundle_bytes`` wrote.

    Raises:
        LibraryError: The bytes are no bundle of this version.
    """
    try:
        return Bundle.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(step) for step in first["loc"]) or "the beginning"
        message = f"the stored scenario cannot be read: at {where}, {first['msg'].lower()}"
        raise LibraryError(message) from None
