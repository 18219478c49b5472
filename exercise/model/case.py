"""Cases: what a designer expects of a scenario, as given / when / then, and paired runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.base import (
    Authored,
    FolderSlug,
    Percent,
    Points,
    Slug,
)
from exercise.model.meanings import Meanings
from exercise.model.measure import MeasureClass
from exercise.model.names import (
    Condition,
    FlagOf,
    IndicatorName,
    InjectName,
    IssueName,
    MeasureName,
    PresetName,
    RedLineName,
    RoleName,
    SlotOf,
    StateName,
)
from exercise.model.setting import IssueStarts
from exercise.model.step import Clause, Refused, Step

ArrowName = Annotated[
    Literal["up2", "up", "flat", "down", "down2"],
    Meanings(
        {
            "up2": "rose by five points or more",
            "up": "rose by half a point or more",
            "flat": "moved by less than half a point",
            "down": "fell by half a point or more",
            "down2": "fell by five points or more",
        }
    ),
]

Moment = (
    int
    | Annotated[
        Literal["end", "run_out"],
        Meanings(
            {
                "end": "after the outcome of the last turn",
                "run_out": "after the outcomes that follow EndEx",
            }
        ),
    ]
)
"""After a turn's outcome, after the last one, or after the run-out."""


class Given(Authored):
    """Where the case starts from; all else is the scenario's."""

    seed: int = Field(default=1, ge=0)
    """The same seed, the same draws."""
    preset: PresetName | None = None
    """Another reading of contested claims."""
    names: FolderSlug | None = None
    """Other names for roles and states: a file in ``roles/aliases``."""
    starts: dict[IndicatorName, Points | dict[StateName, Points]] = Field(default_factory=dict)
    """Other starting values, by slot and by state."""
    issues: dict[IssueName, dict[StateName, IssueStarts]] = Field(default_factory=dict)
    """Other starting components, level and frame, by issue and state."""
    vacant: tuple[RoleName, ...] = ()
    """Seats that nobody holds."""
    bots: tuple[RoleName, ...] = ()
    """Seats that also do what their card's profile wants; the others do what the steps say alone."""
    armed: tuple[InjectName, ...] = ()
    """Contingency injects that are armed before StartEx."""
    skipped: tuple[InjectName, ...] = ()
    """Injects that are left out before StartEx."""
    flags: tuple[FlagOf, ...] = ()
    """Flags that are up at StartEx."""
    fit: dict[IssueName, dict[MeasureClass, Percent]] = Field(default_factory=dict)
    """Another fit of measure classes to issues, per cent."""


class Expect(Authored):
    """One expectation; ``after`` a turn's outcome (default: the last), or ``run_out``."""

    after: Moment = "end"
    """After which outcome: a turn's, the last, or that of the run-out."""
    slot: SlotOf | None = None
    """A value as it is written in rules, such as ``preparedness[tajikistan]`` or ``security``."""
    at_least: Points | None = None
    """The least it may be, points."""
    at_most: Points | None = None
    """The most it may be, points."""
    between: tuple[Points, Points] | None = None
    """Lowest and highest value; both are met."""
    equals: Points | None = None
    """What it must be exactly, points."""
    band: str | None = None
    """The word of the band that the value falls in."""
    arrow: ArrowName | None = None
    """How it moved over the last outcome: from half a point on, double from five points on."""
    moved_by: Points | None = None
    """Change since StartEx, exactly."""
    moved_at_least: Points | None = None
    """The least change since StartEx."""
    moved_at_most: Points | None = None
    """The greatest change since StartEx."""
    holds: Condition | None = None
    """A condition of the language that must be true."""
    fails: Condition | None = None
    """A condition of the language that must be false."""
    fired: tuple[InjectName, ...] = ()
    """Injects released by then."""
    not_fired: tuple[InjectName, ...] = ()
    """Injects not released by then."""
    red_lines: tuple[RedLineName, ...] = ()
    """Red lines logged by then."""
    no_red_lines: tuple[RedLineName, ...] = ()
    """Red lines not logged by then."""
    adopted: tuple[Clause, ...] = ()
    """``agreement`` or ``agreement.clause``."""
    not_adopted: tuple[Clause, ...] = ()
    """``agreement`` or ``agreement.clause``."""
    in_force: tuple[Clause, ...] = ()
    """Clauses that bind at that moment; an agreement stands for all its clauses."""
    not_in_force: tuple[Clause, ...] = ()
    """Clauses that do not bind at that moment."""
    role: RoleName | None = None
    """The role whose choices and view are looked at."""
    may: tuple[MeasureName, ...] = ()
    """Measures the role may use in the following decisions."""
    may_not: tuple[MeasureName, ...] = ()
    """Measures the role may not use in the following decisions."""
    refusal: dict[MeasureName, Refused] = Field(default_factory=dict)
    """By measure: why the role may not use it in the following decisions."""
    sees: tuple[str, ...] = ()
    """Texts in the role's view."""
    sees_not: tuple[str, ...] = ()
    """Texts that must not be in the role's view."""
    reads: dict[str, str] = Field(default_factory=dict)
    """By slot: the band, or the number where the role may have it, that the role's view shows."""
    reads_not: tuple[str, ...] = ()
    """Slots of which the role's view shows nothing."""
    row_by: Slug | None = None
    """With ``slot``: a ledger row caused by this rule, measure, inject or agreement, or of this kind."""
    row_amount: Points | None = None
    """With ``row_by``: the amount of that row, points."""
    factor: dict[str, int] = Field(default_factory=dict)
    """With ``row_by``: yield factors of that row, per cent."""

    @model_validator(mode="after")
    def _about(self) -> Expect:
        given = self.model_fields_set
        needs_slot = sorted(given & _OF_A_SLOT)
        if self.slot is None and needs_slot:
            raise ValueError(f"'{needs_slot[0]}' is about a value; add 'slot'")
        needs_role = sorted(given & _OF_A_ROLE)
        if self.role is None and needs_role:
            raise ValueError(f"'{needs_role[0]}' is about a seat; add 'role'")
        if not given - {"after", "slot", "role"}:
            raise ValueError("nothing is expected; add what must be true")
        _in_order(self.between)
        return self


_OF_A_SLOT = {
    "at_least", "at_most", "between", "equals", "band", "arrow", "moved_by", "moved_at_least",
    "moved_at_most", "row_by", "row_amount", "factor",
}  # fmt: skip
_OF_A_ROLE = {"may", "may_not", "refusal", "sees", "sees_not", "reads", "reads_not"}


def _in_order(between: tuple[Decimal, Decimal] | None) -> None:
    if between is not None and between[0] > between[1]:
        raise ValueError("'between' gives the lowest value first, then the highest")


class Difference(Authored):
    """What the second run of a pair shows against the first."""

    after: Moment = "end"
    """After which outcome: a turn's, the last, or that of the run-out."""
    slot: SlotOf
    """The value that is compared."""
    at_least: Points | None = None
    """The least the second run may be above the first, points."""
    at_most: Points | None = None
    """The most the second run may be above the first, points."""
    between: tuple[Points, Points] | None = None
    """The least and the most the second run may be above the first, points."""
    equals: Points | None = None
    """What the second run must be above the first exactly, points."""

    @model_validator(mode="after")
    def _bounded(self) -> Difference:
        bounds = (self.at_least, self.at_most, self.between, self.equals)
        if all(bound is None for bound in bounds):
            raise ValueError("give 'at_least', 'at_most', 'between' or 'equals'")
        _in_order(self.between)
        return self


class Case(Authored):
    """A scenario test: one run with expectations, or a pair of runs with one difference."""

    name: str
    """What it shows, in one sentence."""
    refs: tuple[str, ...] = ()
    """Claims, validation tests or effect types the case shows."""
    given: Given = Given()
    """Where it starts from."""
    when: tuple[Step, ...] | Slug = ()
    """Steps by turn, or the name of a plan."""
    then: tuple[Expect, ...] = ()
    """What is expected of the run."""
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
    """The version of this format; always 1."""
    plans: dict[Slug, tuple[Step, ...]] = Field(default_factory=dict)
    """Steps that several cases use, by name."""
    cases: tuple[Case, ...] = Field(min_length=1)
    """What the scenario promises."""
