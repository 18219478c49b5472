"""What happens in a turn of a case: what roles do, and what the facilitator does."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, WithJsonSchema, model_validator

from exercise.errors import RefusalCode
from exercise.model.base import (
    Authored,
    Points,
    Slug,
    Text,
)
from exercise.model.meanings import CHOICES, Meanings
from exercise.model.names import (
    AgreementName,
    AudienceName,
    ClauseName,
    InjectName,
    IssueName,
    MeasureName,
    PhraseName,
    ReferentName,
    RoleName,
    SlotOf,
    TargetName,
)
from exercise.model.role import Frame

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
