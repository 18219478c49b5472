"""Injects: the events given to seats, and when they come."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, LangText, Source
from exercise.model.effect import Effect
from exercise.model.meanings import Meanings
from exercise.model.names import (
    Condition,
    IssueName,
    MeasureName,
    ObjectiveName,
    PhraseName,
    RoleName,
    RoleOrGroup,
)

InjectKind = Annotated[
    Literal["scheduled", "conditional", "contingency", "optional"],
    Meanings(
        {
            "scheduled": "comes in its turn; with `when`, only if that holds",
            "conditional": "comes when its condition holds, from its turn on if it has one",
            "contingency": "waits in a drawer until the facilitator arms it",
            "optional": "is offered to the facilitator and never comes by itself",
        }
    ),
]

Method = Annotated[
    Literal["briefing", "report", "phone", "letter", "media", "meeting", "radio", "email"],
    Meanings(
        {
            "briefing": "told to all by the facilitator or a desk",
            "report": "a written report of a service or a body",
            "phone": "a call",
            "letter": "a letter or a note",
            "media": "a newspaper, a broadcast, a post",
            "meeting": "said in a meeting",
            "radio": "a radio message, as posts send them",
            "email": "an electronic letter",
        }
    ),
]

Choose = Annotated[
    Literal["any", "one"],
    Meanings(
        {
            "any": "a role may choose several of the measures in one turn",
            "one": "the measures are the horns of a dilemma: a role chooses one of them in a turn",
        }
    ),
]


class Offer(Authored):
    """Measures an inject puts before some of its recipients."""

    to: tuple[RoleOrGroup, ...] = Field(min_length=1)
    """Who may choose among them: roles or groups that receive the inject."""
    measures: tuple[MeasureName, ...] = Field(min_length=1)
    """What they may choose; also measures that are usable only when offered."""
    choose: Choose = "any"
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
    """A number or id for people, such as the number on the events list."""
    kind: InjectKind
    """When it comes. ``scheduled`` needs a ``turn``, ``conditional`` needs ``when``."""
    turn: int | None = Field(default=None, ge=0, le=40)
    """The turn it comes in (scheduled), or the first turn in which it may come."""
    when: Condition | None = None
    """Tested once each situation phase, on the values after due effects have landed."""
    title: LangText
    """One line."""
    text: LangText
    """What recipients read. ``{tajikistan}`` stands for the name of a role or state."""
    from_: LangText = Field(alias="from")
    """Who it comes from inside the story."""
    method: Method = "report"
    """How it reaches them inside the story."""
    to: tuple[RoleOrGroup, ...] = Field(min_length=1)
    """Roles or groups that receive it; ``all`` makes it public."""
    content_note: LangText | None = None
    """One line that says beforehand what is hard to read in it: the facilitator sees it before release and may
    skip the inject, recipients see it above the text."""
    private: dict[RoleName, LangText] = Field(default_factory=dict)
    """Further lines only one recipient reads."""
    issue: IssueName | None = None
    """The issue that a response to it is about; decides how well a measure fits."""
    effects: tuple[Effect, ...] = ()
    """What the event itself does, once it is released."""
    offers: tuple[Offer, ...] = ()
    """Measures it puts before roles."""
    open_turns: int = Field(default=1, ge=1, le=20)
    """For how many turns its offers stand."""
    expected: LangText
    """The expected action: what a good response contains; never shown to seats."""
    objectives: tuple[ObjectiveName, ...] = ()
    """Learning objectives it serves; in a model the scenario names them."""
    phrases: tuple[PhraseName, ...] = Field(min_length=1)
    """Key phrases it is tagged with."""
    claims: tuple[str, ...] = ()
    """Ids of claims of the source documents that it rests on, such as ``C-04``."""
    source: Source
    """Where the event comes from, or ``design value``."""

    @model_validator(mode="after")
    def _complete(self) -> Inject:
        if self.kind == "scheduled" and self.turn is None:
            raise ValueError("a scheduled inject needs 'turn'")
        if self.kind == "conditional" and self.when is None:
            raise ValueError("a conditional inject needs 'when'")
        return self
