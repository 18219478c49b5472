"""What types mean beyond their form: whose name a text is, and what each value of a choice stands for.

Marks on types. They change nothing when a file is read; editors and the reference show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["CHOICES", "NAME_OF", "Meanings", "NameOf"]

NAME_OF = "x-name-of"
"""The key of a schema that says what a text names."""
CHOICES = "markdownEnumDescriptions"
"""The key of a schema under which editors look for the meaning of each value."""


class NameOf:
    """Says that a text is the name of something, such as a measure."""

    def __init__(self, kind: str) -> None:
        """Take what is named, in the singular."""
        self.kind = kind

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Write the kind into the schema."""
        return handler(core) | {NAME_OF: self.kind}


class Meanings:
    """Says what each value of a choice means, in half a sentence."""

    def __init__(self, meanings: Mapping[str, str]) -> None:
        """Take the meanings by value."""
        self.meanings = meanings

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Write the meanings into the schema, in the order of the values.

        Raises:
            KeyError: A value has no meaning.
        """
        schema = handler(core)
        return schema | {CHOICES: [self.meanings[value] for value in schema["enum"]]}
