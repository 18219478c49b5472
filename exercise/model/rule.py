"""Rules: conditions that move the modelled region by themselves, and the red lines they may cross."""

from __future__ import annotations

from pydantic import Field

from exercise.model.base import Authored, Expression, LangText, Slug, Source
from exercise.model.effect import Effect
from exercise.model.names import Condition


class Rule(Authored):
    """``when`` a condition holds, ``effects`` follow; ``for`` repeats the rule over states, issues or others."""

    ref: tuple[str, ...] = ()
    """Ids of the claims this rule realises, such as ``C-04``."""
    for_: dict[Slug, Expression] = Field(default_factory=dict, alias="for")
    """Variables and the sets they run over, such as ``s: states`` or ``n: neighbours(s)``."""
    when: Condition | None = None
    """Tested at every outcome; a rule without it always holds."""
    effects: tuple[Effect, ...] = Field(min_length=1)
    """What follows where the condition holds."""
    why: LangText
    """One plain sentence that people read in the debrief."""
    source: Source
    """Where rule and amounts come from, or ``design value``."""
    contested: LangText | None = None
    """The counter-position, where the sources disagree."""


class RedLine(Authored):
    """A breach that is logged as an event and never averaged away."""

    name: LangText
    """A few words."""
    text: LangText
    """What was done when it is crossed, in one or two sentences."""
    framework: str
    """The standard it refers to, such as ``OHCHR Recommended Principles, guideline 9``."""
    source: Source
    """Where it comes from, or ``design value``."""
