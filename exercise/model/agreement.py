"""Agreements: proposed texts with clauses, parties and a decision rule."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from exercise.model.base import Authored, Expression, LangText, Slug, Source
from exercise.model.effect import Effect


class Clause(Authored):
    """One clause that can be on or off and is adopted on its own."""

    text: LangText
    on: bool = True
    """Whether the template proposes it from the start."""
    lasts: Literal["until_lifted"] | int = "until_lifted"
    """How many outcomes it stays in force once adopted."""
    effects: tuple[Effect, ...] = ()
    """Run at every outcome while the clause is in force; ``contribution(agreement)`` is the least of the parties'."""


class Agreement(Authored):
    """A template that a party can open by sponsoring it."""

    ref: str | None = None
    name: LangText
    text: LangText
    parties: tuple[Slug, ...] = Field(min_length=1)
    """Roles, or the groups ``states`` and ``all``."""
    sponsors: tuple[Slug, ...] = ()
    """Who may open it besides the parties; groups allowed."""
    decision: Literal["all_parties", "majority", "consensus"]
    """``consensus``: adopted unless a party objects before the cut-off (silence procedure)."""
    issue: Slug | None = None
    contributions: bool = False
    """Whether parties state a level of contribution, 0 to 3."""
    clauses: dict[Slug, Clause] = Field(min_length=1)
    requires: Expression | None = None
    requires_text: LangText | None = None
    source: Source
