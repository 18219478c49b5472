"""Agreements: proposed texts with clauses, parties and a decision rule."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from exercise.model.base import Authored, LangText, Slug, Source
from exercise.model.effect import Effect
from exercise.model.meanings import Meanings
from exercise.model.names import Condition, IssueName, RoleOrGroup

Decision = Annotated[
    Literal["all_parties", "majority", "consensus"],
    Meanings(
        {
            "all_parties": "a clause is adopted when every party present has signed it",
            "majority": "a clause is adopted when more than half of the parties present have signed it",
            "consensus": "a clause is adopted unless a party objects before the cut-off (silence procedure)",
        }
    ),
]


class Clause(Authored):
    """One clause that can be on or off and is adopted on its own."""

    text: LangText
    """What it says, as people would sign it."""
    on: bool = True
    """Whether the template proposes it from the start."""
    lasts: Literal["until_lifted"] | int = "until_lifted"
    """How many outcomes it stays in force once adopted."""
    effects: tuple[Effect, ...] = ()
    """Run at every outcome while the clause is in force; ``contribution(agreement)`` is the least of the parties'."""


class Agreement(Authored):
    """A template that a party can open by sponsoring it."""

    ref: str | None = None
    """An id for people, such as one of a list of agreements."""
    name: LangText
    """A few words."""
    text: LangText
    """What it is about, in one or two sentences."""
    parties: tuple[RoleOrGroup, ...] = Field(min_length=1)
    """Roles, or the groups ``states`` and ``all``."""
    sponsors: tuple[RoleOrGroup, ...] = ()
    """Who may open it besides the parties; groups allowed."""
    decision: Decision
    """How clauses are adopted at the cut-off."""
    issue: IssueName | None = None
    """The issue it is about."""
    contributions: bool = False
    """Whether parties state a level of contribution, 0 to 3."""
    clauses: dict[Slug, Clause] = Field(min_length=1)
    """What it consists of, by name; each is adopted by itself."""
    requires: Condition | None = None
    """It can be sponsored only while this holds."""
    requires_text: LangText | None = None
    """The requirement in plain words."""
    source: Source
    """Where it comes from, or ``design value``."""
