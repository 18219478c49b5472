"""Cases: what a designer expects of a scenario, as given / when / then, and paired runs."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.base import Authored, Expression, FolderSlug, Percent, Points, Slug
from exercise.model.measure import MeasureClass
from exercise.model.setting import IssueStarts


class Respond(Authored):
    """One response of a role."""

    measure: Slug
    target: Slug | None = None
    inject: Slug | None = None
    issue: Slug | None = None
    frame: Literal["state", "human", "global", "societal"] | None = None
    referent: Slug | None = None
    audiences: tuple[Slug, ...] = ()
    needed: str = "stated in the case"
    suitable: str = "stated in the case"
    reason: str = ""


class Rule(Authored):
    """A facilitator's ruling on a response, or a row of its own."""

    role: Slug | None = None
    measure: Slug | None = None
    """The response of that role with this measure."""
    replace_by: Slug | None = None
    scale: int | None = Field(default=None, ge=0, le=200)
    slot: Expression | None = None
    amount: Points | None = None
    reason: str


class Step(Authored):
    """What happens in one turn; roles that are not named do nothing."""

    turn: int = Field(ge=0, le=40)
    responses: dict[Slug, tuple[Respond, ...]] = Field(default_factory=dict)
    sponsor: dict[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """Agreements by sponsoring role."""
    sign: dict[Slug, tuple[str, ...]] = Field(default_factory=dict)
    """Agreements by signing role; ``agreement.clause`` names one clause."""
    object: dict[Slug, tuple[str, ...]] = Field(default_factory=dict)
    """Agreements by objecting role; ``agreement.clause`` names one clause."""
    clauses: dict[Slug, dict[Slug, bool]] = Field(default_factory=dict)
    """Clauses switched on or off, by agreement."""
    contributions: dict[Slug, dict[Slug, int]] = Field(default_factory=dict)
    """By agreement and role, 0 to 3."""
    arm: tuple[Slug, ...] = ()
    release: tuple[Slug, ...] = ()
    hold: tuple[Slug, ...] = ()
    skip: tuple[Slug, ...] = ()
    lift: dict[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """Lasting measures a role ends."""
    rulings: tuple[Rule, ...] = ()


class Given(Authored):
    """Where the case starts from; all else is the scenario's."""

    seed: int = Field(default=1, ge=0)
    preset: FolderSlug | None = None
    starts: dict[Slug, Points | dict[Slug, Points]] = Field(default_factory=dict)
    issues: dict[Slug, dict[Slug, IssueStarts]] = Field(default_factory=dict)
    vacant: tuple[Slug, ...] = ()
    flags: tuple[Expression, ...] = ()
    fit: dict[Slug, dict[MeasureClass, Percent]] = Field(default_factory=dict)


class Expect(Authored):
    """One expectation; ``after`` a turn's outcome (default: the last), or ``run_out``."""

    after: int | Literal["end", "run_out"] = "end"
    slot: Expression | None = None
    at_least: Points | None = None
    at_most: Points | None = None
    equals: Points | None = None
    band: str | None = None
    moved_by: Points | None = None
    """Change since StartEx, exactly."""
    moved_at_least: Points | None = None
    moved_at_most: Points | None = None
    holds: Expression | None = None
    """A condition of the language that must be true."""
    fails: Expression | None = None
    fired: tuple[Slug, ...] = ()
    not_fired: tuple[Slug, ...] = ()
    red_lines: tuple[Slug, ...] = ()
    """Red lines logged by then."""
    no_red_lines: tuple[Slug, ...] = ()
    adopted: tuple[str, ...] = ()
    """``agreement`` or ``agreement.clause``."""
    not_adopted: tuple[str, ...] = ()
    role: Slug | None = None
    may: tuple[Slug, ...] = ()
    """Measures the role may use in the following decisions."""
    may_not: tuple[Slug, ...] = ()
    sees: tuple[str, ...] = ()
    """Texts in the role's view."""
    sees_not: tuple[str, ...] = ()
    row_by: Slug | None = None
    """With ``slot``: a ledger row caused by this rule, measure, inject or agreement, or of this kind."""
    row_amount: Points | None = None
    factor: dict[str, int] = Field(default_factory=dict)
    """With ``row_by``: yield factors of that row, per cent."""


class Difference(Authored):
    """What the second run of a pair shows against the first."""

    after: int | Literal["end", "run_out"] = "end"
    slot: Expression
    at_least: Points | None = None
    at_most: Points | None = None
    equals: Points | None = None

    @model_validator(mode="after")
    def _bounded(self) -> Difference:
        if self.at_least is None and self.at_most is None and self.equals is None:
            raise ValueError("give 'at_least', 'at_most' or 'equals'")
        return self


class Case(Authored):
    """A scenario test: one run with expectations, or a pair of runs with one difference."""

    name: str
    refs: tuple[str, ...] = ()
    """Claims, validation tests or effect types the case shows."""
    given: Given = Given()
    when: tuple[Step, ...] | Slug = ()
    """Steps by turn, or the name of a plan."""
    then: tuple[Expect, ...] = ()
    compare_given: Given | None = None
    """The second run's start, where that is the one difference."""
    compare_when: tuple[Step, ...] | Slug | None = None
    """The second run's steps, where they are the one difference."""
    differs: tuple[Difference, ...] = ()
    """Second run minus first."""

    @model_validator(mode="after")
    def _complete(self) -> Case:
        paired = self.compare_given is not None or self.compare_when is not None
        if paired != bool(self.differs):
            raise ValueError("a pair has 'compare_given' or 'compare_when', and 'differs'")
        if self.compare_given is not None and self.compare_when is not None:
            raise ValueError(
                "a pair has one difference: give 'compare_given' or 'compare_when', not both"
            )
        if not self.then and not self.differs:
            raise ValueError("a case expects something: give 'then' or 'differs'")
        return self


class CaseFile(Authored):
    """``cases.yaml``: named plans and the cases that use them."""

    format: Literal[1]
    plans: dict[Slug, tuple[Step, ...]] = Field(default_factory=dict)
    cases: tuple[Case, ...] = Field(min_length=1)
