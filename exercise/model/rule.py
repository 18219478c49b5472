"""Rules: conditions that move the modelled region by themselves, and the red lines they may cross."""

from __future__ import annotations

from pydantic import Field

from exercise.model.base import Authored, Expression, LangText, Slug, Source
from exercise.model.effect import Effect


class Rule(Authored):
    """``when`` a condition holds, ``effects`` follow; ``for`` repeats the rule over states, issues or others."""

    ref: tuple[str, ...] = ()
    """Ids of the claims this rule realises, such as ``C-04``."""
    for_: dict[Slug, Expression] = Field(default_factory=dict, alias="for")
    """Variables and the sets they run over, such as ``s: states`` or ``n: neighbours(s)``."""
    when: Expression | None = None
    effects: tuple[Effect, ...] = Field(min_length=1)
    why: LangText
    """One plain sentence that people read in the debrief."""
    source: Source
    contested: LangText | None = None
    """The counter-position, where the sources disagree."""


class RedLine(Authored):
    """A breach that is logged as an event and never averaged away."""

    name: LangText
    text: LangText
    framework: str
    """The standard it refers to, such as ``OHCHR Recommended Principles, guideline 9``."""
    source: Source
