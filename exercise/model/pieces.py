"""Libraries of pieces: injects, measures and indicators that any scenario may take by name."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, FolderSlug, LangText, Slug, Source
from exercise.model.inject import Inject
from exercise.model.measure import Measure
from exercise.model.quantity import Quantity


class PieceLibrary(Authored):
    """Injects, measures and indicators that scenarios take by name; what a piece names comes with it."""

    format: Literal[1]
    """The version of this format; always 1."""
    id: FolderSlug
    """The name of the library's folder."""
    name: LangText
    """What people call it."""
    text: LangText
    """What it is for, in one or two sentences."""
    version: str
    """Yours to count, such as ``1.0.0``."""
    author: LangText
    """Who wrote it; a body rather than a person."""
    license: str
    """Under which licence its pieces may be passed on, such as ``CC-BY-4.0``."""
    model: FolderSlug | None = None
    """The model whose indicators and issues its pieces name; any model where it is not given."""
    injects: dict[Slug, Inject] = Field(default_factory=dict)
    """Injects by name; the scenario that takes one says which of its objectives it serves."""
    measures: dict[Slug, Measure] = Field(default_factory=dict)
    """Measures by name."""
    quantities: dict[Slug, Quantity] = Field(default_factory=dict)
    """Indicators by name."""
    source: Source
    """Where it is taken from."""

    @model_validator(mode="after")
    def _worth_taking(self) -> PieceLibrary:
        if not (self.injects or self.measures or self.quantities):
            raise ValueError(
                "a library needs a piece: write a file injects.yaml, measures.yaml or "
                "quantities.yaml beside this one"
            )
        return self


class Credit(Authored):
    """Whose pieces a scenario has taken, for everybody who passes it on."""

    name: LangText
    """What the library is called."""
    version: str
    """Its version."""
    author: LangText
    """Who wrote it."""
    license: str
    """Under which licence its pieces may be passed on."""
    source: Source
    """Where they are taken from."""
    taken: tuple[Slug, ...]
    """The names of the pieces."""


__all__ = ["Credit", "PieceLibrary"]
