"""The Program: a scenario compiled to flat, typed tables in which every name is a number.

From it the interpreter plays, bots weigh, and every explanation is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from msgspec import Struct, field

from exercise.engine.node import Node, Number, Test, united
from exercise.engine.slots import SlotTable, settle
from exercise.model.agreement import Agreement
from exercise.model.bundle import Bundle
from exercise.model.measure import Measure
from exercise.model.rule import Rule

CauseKind = Literal[
    "rule",
    "measure",
    "inject",
    "clause",
    "statement",
    "ruling",
    "system",
    "funds",
    "amplify",
    "cap",
]


class Drawn(Struct, frozen=True):
    """An amount drawn once between two bounds, hundredths."""

    low: int
    high: int


class EffectCode(Struct, frozen=True, dict=True):
    """One effect with its names resolved. ``kind`` says which of the further fields count."""

    kind: Literal[
        "change",
        "set",
        "unlock",
        "void",
        "transfer",
        "income",
        "reroute",
        "amplify",
        "release",
        "cancel",
        "breach",
    ]
    number: int
    """Position among the effects of its cause."""
    when: Test | None = None
    chance: int | None = None
    """Hundredths of a per cent."""
    chance_key: int = 0
    amount: Number | Drawn | None = None
    amount_key: int = 0
    slot: int = -1
    to: int = -1
    delay: Literal["now", "short", "medium", "long"] = "now"
    group: str | None = None
    flag: int = -1
    measures: tuple[int, ...] = ()
    role: int = -1
    leg: int = -1
    groups: tuple[str, ...] = ()
    factor: int = 100
    host_slots: frozenset[int] | None = None
    inject: int = -1
    line: str = ""
    scope: str = ""
    """For a breach: the state it concerns, or nothing."""

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """Slots that explain it, in order: what its condition and its amount read."""
        parts = (self.when, self.amount)
        return united(part.slots for part in parts if isinstance(part, Node))


class RuleCode(Struct, frozen=True, dict=True):
    """One expansion of a rule."""

    name: str
    scope: tuple[tuple[str, str], ...]
    """Variable and value, in authored order."""
    when: Test
    effects: tuple[EffectCode, ...]
    percent: int = 100
    """The preset's share of the written strength."""

    @property
    def key(self) -> str:
        """Name and scope, unique in the Program."""
        return rule_key(self.name, self.scope)

    @cached_property
    def place(self) -> str:
        """Its variables as a row names them, such as ``s=tajikistan``."""
        return ", ".join(f"{variable}={value}" for variable, value in self.scope)

    @cached_property
    def reads(self) -> Mapping[int, tuple[int, ...]]:
        """By number of an effect: slots that explain it, the rule's own condition included."""
        return {effect.number: united((self.when.slots, effect.slots)) for effect in self.effects}


class OptionCode(Struct, frozen=True):
    """A measure as one role would use it on one target."""

    measure: int
    role: int
    target: int
    host: str | None
    """The state it is carried out in."""
    requires: Test | None
    bundle: tuple[tuple[str, Test], ...]
    yields: tuple[EffectCode, ...]
    side_effects: tuple[EffectCode, ...]


class MeasureCode(Struct, frozen=True):
    """What does not depend on who uses a measure."""

    name: str
    klass: str
    roles: tuple[int, ...]
    target: Literal["none", "home", "state", "partner", "role"]
    issue: int
    cost: int
    """Hundredths of a budget unit."""
    upkeep: int
    turns: int
    """Outcomes it stays in force: 1 for once, 0 until lifted."""
    locked: bool
    offered: bool
    covert: bool
    restrictive: bool
    statement: bool
    emergency: bool
    lowers: bool
    strength: int
    """Of a statement, hundredths of a point."""
    percent: int
    commits: int
    """Funds its transfers take from the acting role, hundredths."""


class ClauseCode(Struct, frozen=True):
    """One clause of an agreement."""

    name: str
    on: bool
    turns: int
    """Outcomes it stays in force; 0 until further notice."""
    effects: tuple[EffectCode, ...]


class AgreementCode(Struct, frozen=True):
    """An agreement template with its parties resolved."""

    name: str
    parties: tuple[int, ...]
    sponsors: tuple[int, ...]
    decision: Literal["all_parties", "majority", "consensus"]
    contributions: bool
    clauses: tuple[ClauseCode, ...]
    requires: Test | None


class InjectCode(Struct, frozen=True):
    """An inject with its trigger and effects resolved."""

    name: str
    kind: Literal["scheduled", "conditional", "contingency", "optional"]
    turn: int
    """The turn it comes in, or the first in which it may; -1 for any."""
    when: Test | None
    to: tuple[int, ...]
    public: bool
    offers: tuple[tuple[int, int], ...]
    """Role and measure."""
    either: tuple[tuple[int, tuple[int, ...]], ...]
    """Role and the measures of which it may choose one in a turn."""
    open_turns: int
    issue: int
    effects: tuple[EffectCode, ...]


class PoolCode(Struct, frozen=True):
    """A pool with its shares, per cent."""

    slot: int
    shares: tuple[tuple[int, int], ...]
    """Funds slot and per cent."""


class IssueCode(Struct, frozen=True):
    """The slots of one issue in one state."""

    issue: int
    state: str
    components: tuple[tuple[int, int], ...]
    """Slot and weight in per cent."""
    rhetoric: int
    acceptance: int
    level: int
    frame: int
    frame_weights: tuple[int, ...]


class AudienceCode(Struct, frozen=True):
    """An audience: its hearing per frame and the states it speaks for."""

    name: str
    hearing: tuple[int, ...]
    states: tuple[str, ...]


class Scales(Struct, frozen=True):
    """The constants of the model, in hundredths or per cent."""

    bundle: tuple[int, int, int, int]
    thresholds: tuple[int, int, int, int]
    falls_below: int
    fit: tuple[tuple[tuple[str, int], ...], ...]
    """Per issue, pairs of class and per cent."""

    def fit_of(self, issue: int, klass: str) -> int:
        """Return how well a class of measures fits an issue, per cent; 100 where no issue is named."""
        return 100 if issue < 0 else dict(self.fit[issue])[klass]


class Program(Struct, frozen=True):
    """Everything the engine needs to play one scenario."""

    bundle: Bundle
    slots: SlotTable
    roles: tuple[str, ...]
    states: tuple[str, ...]
    targets: tuple[str, ...]
    issues: tuple[str, ...]
    frames: tuple[str, ...]
    flags: tuple[str, ...]
    measures: tuple[MeasureCode, ...]
    injects: tuple[InjectCode, ...]
    agreements: tuple[AgreementCode, ...]
    rules: tuple[RuleCode, ...]
    options: Mapping[tuple[int, int, int, int], OptionCode]
    """By measure, role, target and issue (-1 where none is used)."""
    reach: Mapping[tuple[int, int], tuple[int, ...]]
    """By measure and role: the targets there are."""
    rivals: Mapping[tuple[int, int], frozenset[int]]
    """By role and measure: measures that the role cannot choose beside it in the same turn."""
    issue_states: tuple[IssueCode, ...]
    audiences: tuple[AudienceCode, ...]
    pools: tuple[PoolCode, ...]
    legs: Mapping[int, tuple[tuple[int, int], ...]]
    """By volume slot: volume and capacity slots of the flow's other legs, in authored order."""
    scales: Scales
    funds: tuple[int, ...]
    """Funds slot by role."""
    funds_limit: tuple[int, ...]
    income: tuple[int, ...]
    numbers: ProgramNumbers
    start: tuple[int, ...]
    """Starting values of base slots, hundredths."""
    measure_cards: Mapping[str, Measure]
    rule_cards: Mapping[str, Rule]
    agreement_cards: Mapping[str, Agreement]

    def settle(self, base: tuple[int, ...]) -> tuple[int, ...]:
        """Return a whole snapshot: base values and all derived ones."""
        return settle(self.slots, base)

    def slot(self, family: str, *args: str) -> int:
        """Return the number of a slot by name; raises KeyError where there is none."""
        return self.slots.index[family, args]

    def option(self, measure: int, role: int, target: int, issue: int) -> OptionCode:
        """Return the option a response stands for; raises KeyError where the target does not fit."""
        specific = self.options.get((measure, role, target, issue))
        return specific if specific is not None else self.any_option(measure, role, target)

    def any_option(self, measure: int, role: int, target: int) -> OptionCode:
        """Return an option for its target and requirement, whatever the issue."""
        general = self.options.get((measure, role, target, -1))
        return general if general is not None else self.options[measure, role, target, 0]


class ProgramNumbers(Struct, frozen=True):
    """Names to numbers."""

    role: Mapping[str, int] = field(default_factory=dict)
    target: Mapping[str, int] = field(default_factory=dict)
    issue: Mapping[str, int] = field(default_factory=dict)
    frame: Mapping[str, int] = field(default_factory=dict)
    flag: Mapping[str, int] = field(default_factory=dict)
    measure: Mapping[str, int] = field(default_factory=dict)
    klass: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    inject: Mapping[str, int] = field(default_factory=dict)
    agreement: Mapping[str, int] = field(default_factory=dict)
    clause: Mapping[tuple[str, str], int] = field(default_factory=dict)
    audience: Mapping[str, int] = field(default_factory=dict)


def rule_key(name: str, scope: tuple[tuple[str, str], ...]) -> str:
    """Return a rule's name with its scope, such as ``closing_feeds_smuggling[s=uzbekistan]``."""
    if not scope:
        return name
    return f"{name}[{', '.join(f'{variable}={value}' for variable, value in scope)}]"
