"""Injects: the events given to seats, and when they come."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, Expression, LangText, Slug, Source
from exercise.model.effect import Effect

InjectKind = Literal["scheduled", "conditional", "contingency", "optional"]


class Offer(Authored):
    """Measures an inject puts before some of its recipients."""

    to: tuple[Slug, ...] = Field(min_length=1)
    measures: tuple[Slug, ...] = Field(min_length=1)
    choose: Literal["any", "one"] = "any"
    """``one`` where the measures are the horns of a dilemma: who has chosen one of them in a turn cannot choose
    another of them in the same turn."""

    @model_validator(mode="after")
    def _complete(self) -> Offer:
        if self.choose == "one" and len(self.measures) == 1:
            raise ValueError("'choose: one' needs at least two measures to choose between")
        return self


class Inject(Authored):
    """One line of the events list."""

    ref: str | None = None
    kind: InjectKind
    """``scheduled`` comes in its turn, ``conditional`` when its condition holds, ``contingency`` waits in a
    drawer until the facilitator arms it, ``optional`` is offered to the facilitator and never comes by itself."""
    turn: int | None = Field(default=None, ge=0, le=40)
    """The turn it comes in (scheduled), or the first turn in which it may come."""
    when: Expression | None = None
    """Tested once each situation phase, on the values after due effects have landed."""
    title: LangText
    text: LangText
    from_: LangText = Field(alias="from")
    """Who it comes from inside the story."""
    method: Literal[
        "briefing", "report", "phone", "letter", "media", "meeting", "radio", "email"
    ] = "report"
    to: tuple[Slug, ...] = Field(min_length=1)
    """Roles or groups that receive it; ``all`` makes it public."""
    content_note: LangText | None = None
    """One line that says beforehand what is hard to read in it: the facilitator sees it before release and may
    skip the inject, recipients see it above the text."""
    private: dict[Slug, LangText] = Field(default_factory=dict)
    """Further lines only one recipient reads."""
    issue: Slug | None = None
    effects: tuple[Effect, ...] = ()
    offers: tuple[Offer, ...] = ()
    open_turns: int = Field(default=1, ge=1, le=20)
    """For how many turns its offers stand."""
    expected: LangText
    """The expected action: what a good response contains; never shown to seats."""
    objectives: tuple[Slug, ...] = ()
    phrases: tuple[Slug, ...] = Field(min_length=1)
    """Key phrases it is tagged with."""
    claims: tuple[str, ...] = ()
    source: Source

    @model_validator(mode="after")
    def _complete(self) -> Inject:
        if self.kind == "scheduled" and self.turn is None:
            raise ValueError("a scheduled inject needs 'turn'")
        if self.kind == "conditional" and self.when is None:
            raise ValueError("a conditional inject needs 'when'")
        return self
