"""Cases: what a designer expects of a scenario, as given / when / then, and paired runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, StringConstraints, WithJsonSchema, model_validator

from exercise.errors import RefusalCode
from exercise.model.base import (
    Authored,
    FolderSlug,
    Percent,
    Points,
    Slug,
    Text,
)
from exercise.model.meanings import CHOICES, Meanings
from exercise.model.measure import MeasureClass
from exercise.model.names import (
    AgreementName,
    AudienceName,
    ClauseName,
    Condition,
    FlagOf,
    IndicatorName,
    InjectName,
    IssueName,
    MeasureName,
    PhraseName,
    PresetName,
    RedLineName,
    ReferentName,
    RoleName,
    SlotOf,
    StateName,
    TargetName,
)
from exercise.model.role import Frame
from exercise.model.setting import IssueStarts

Clause = Annotated[ClauseName, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
"""``agreement``, or ``agreement.clause`` for one of its clauses."""

Refused = Annotated[
    RefusalCode,
    WithJsonSchema(
        {
            "type": "string",
            "enum": [code.value for code in RefusalCode],
            CHOICES: [code.value.replace("_", " ") for code in RefusalCode],
        }
    ),
]
"""Why something is refused; the codes say it in their own words."""

PhaseName = Annotated[
    Literal["situation", "consultation", "decision", "adjudication", "outcome"],
    Meanings(
        {
            "situation": "injects are released",
            "consultation": "seats talk, and make statements",
            "decision": "seats decide on their responses",
            "adjudication": "the facilitator confirms or changes what the engine proposes",
            "outcome": "what came of the responses is known",
        }
    ),
]

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


class Respond(Authored):
    """One response of a role: a measure, a statement, or free text."""

    measure: MeasureName | None = None
    """What it does."""
    text: Text | None = None
    """Free text instead of a measure; it moves nothing unless a ruling says what it counts as."""
    target: TargetName | None = None
    """The state or role it is directed at, where the measure asks for one."""
    inject: InjectName | None = None
    """The inject it answers."""
    issue: IssueName | None = None
    """The issue it is about; the inject's or the measure's where not given."""
    frame: Frame | None = None
    """Of a statement: whose security it speaks of."""
    referent: ReferentName | None = None
    """Whose security it is meant to serve; the measure's where not given."""
    audiences: tuple[AudienceName, ...] = ()
    """Of a statement: who is to hear it."""
    needed: str = "stated in the case"
    """Of a restrictive measure: why it is needed."""
    suitable: str = "stated in the case"
    """Of a restrictive measure: why it is suitable."""
    reason: str = ""
    """What the seat writes beside it."""
    phrases: tuple[PhraseName, ...] = ()
    """Of a statement: key phrases of the model."""
    refused: Refused | None = None
    """The response must be refused, with this code; the exercise then goes on without it."""

    @model_validator(mode="after")
    def _one(self) -> Respond:
        if (self.measure is None) == (self.text is None):
            raise ValueError("a response has 'measure' or 'text', one of them")
        return self


class Rule(Authored):
    """A facilitator's ruling on a response, or a row of its own."""

    role: RoleName | None = None
    """Whose response is ruled on."""
    measure: MeasureName | None = None
    """The response of that role with this measure."""
    response: int | None = Field(default=None, ge=1, le=99)
    """Instead of ``measure``: which of the role's responses of the turn, as the step lists them."""
    replace_by: MeasureName | None = None
    """The measure that takes its place."""
    target: TargetName | None = None
    """With ``replace_by``: its target; that of the response where it is not given."""
    scale: int | None = Field(default=None, ge=0, le=200)
    """What the response brings, per cent."""
    slot: SlotOf | None = None
    """Where a row of its own is added."""
    amount: Points | None = None
    """How many points that row has."""
    reason: str
    """Why, in one line."""

    @model_validator(mode="after")
    def _one(self) -> Rule:
        if sum(kind is not None for kind in (self.replace_by, self.scale, self.slot)) > 1:
            raise ValueError("a ruling has one of 'replace_by', 'scale' and 'slot'")
        if self.slot is None and (
            self.role is None or (self.measure is None) == (self.response is None)
        ):
            raise ValueError("a ruling names 'role' with 'measure' or 'response', or a 'slot'")
        return self


class Written(Authored):
    """An inject the facilitator writes on the spot; it moves nothing by itself."""

    title: Text
    """One line."""
    text: Text
    """What its recipients read."""
    to: tuple[RoleName, ...] = ()
    """Roles; nobody named: everybody."""


class Lift(Authored):
    """A lasting measure that a role ends, where the role has it in force on several targets."""

    measure: MeasureName
    """The measure."""
    target: TargetName
    """Where it is in force."""


class RefusedAct(Authored):
    """An act on an agreement that must be refused."""

    role: RoleName
    """Who tries it."""
    sponsor: AgreementName | None = None
    """The agreement it tries to put on the table."""
    sign: Clause | None = None
    """What it tries to sign."""
    object: Clause | None = None
    """What it tries to object to."""
    code: Refused
    """Why it must be refused."""

    @model_validator(mode="after")
    def _one(self) -> RefusedAct:
        if sum(act is not None for act in (self.sponsor, self.sign, self.object)) != 1:
            raise ValueError("a refused act has one of 'sponsor', 'sign' and 'object'")
        return self


class Meanwhile(Authored):
    """What happens in one phase besides the rest of the step."""

    come: tuple[RoleName, ...] = ()
    """Vacant seats that somebody takes, at the beginning of the phase."""
    release: tuple[InjectName, ...] = ()
    """Injects released in this phase, before anybody responds in it."""
    leave: tuple[RoleName, ...] = ()
    """Seats that become vacant, at the end of the phase."""


class Step(Authored):
    """What happens in one turn; roles that are not named do nothing, bots what their profile says."""

    turn: int = Field(ge=0, le=40)
    """The turn; a plan has one step for each."""
    responses: dict[RoleName, tuple[Respond, ...]] = Field(default_factory=dict)
    """What roles do, statements included, by role."""
    sponsor: dict[RoleName, tuple[AgreementName, ...]] = Field(default_factory=dict)
    """Agreements by sponsoring role."""
    sign: dict[RoleName, tuple[Clause, ...]] = Field(default_factory=dict)
    """Agreements by signing role; ``agreement.clause`` names one clause."""
    object: dict[RoleName, tuple[Clause, ...]] = Field(default_factory=dict)
    """Agreements by objecting role; ``agreement.clause`` names one clause."""
    withdraw: dict[RoleName, tuple[AgreementName, ...]] = Field(default_factory=dict)
    """Agreements from which a role takes back the signature that sponsoring them gave."""
    clauses: dict[AgreementName, dict[Slug, bool]] = Field(default_factory=dict)
    """Clauses switched on or off, by agreement."""
    contributions: dict[AgreementName, dict[RoleName, int]] = Field(default_factory=dict)
    """By agreement and role, 0 to 3."""
    refused: tuple[RefusedAct, ...] = ()
    """Acts on agreements that must be refused, each with its code; after all other acts on agreements."""
    arm: tuple[InjectName, ...] = ()
    """Contingency injects that the facilitator arms."""
    disarm: tuple[InjectName, ...] = ()
    """Contingency injects that go back into the drawer."""
    release: tuple[InjectName, ...] = ()
    """Injects that the facilitator releases."""
    hold: tuple[InjectName, ...] = ()
    """Ready injects that the facilitator holds back."""
    skip: tuple[InjectName, ...] = ()
    """Injects that the facilitator leaves out for good."""
    written: tuple[Written, ...] = ()
    """Injects the facilitator writes on the spot."""
    during: dict[PhaseName, Meanwhile] = Field(default_factory=dict)
    """By phase: seats that fill or empty, and injects released later than in the situation."""
    lift: dict[RoleName, tuple[MeasureName | Lift, ...]] = Field(default_factory=dict)
    """Lasting measures a role ends."""
    rulings: tuple[Rule, ...] = ()
    """What the facilitator rules in adjudication."""
    end: bool = False
    """Whether EndEx is called after this turn's outcome."""


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
