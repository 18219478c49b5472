"""The facts of one exercise, as plain values: integers in hundredths of a point, and texts in one language.

The two axes stand side by side: nothing here adds them up, orders states by a result, or rates anybody.
"""

from __future__ import annotations

from msgspec import Struct

from exercise.report.facts_conference import ConferenceFacts
from exercise.report.facts_views import ViewFacts
from exercise.report.series import Series as Series  # noqa: PLC0414  # a fact like the others
from exercise.report.why import Part


class Shown(Struct, frozen=True):
    """A value as the seats' screens showed it."""

    slot: str
    label: str
    place: str
    """The state, or nothing for the region."""
    family: str
    band: str
    arrow: str


class Received(Struct, frozen=True):
    """An inject in a seat's inbox."""

    turn: int
    title: str
    private_line: bool
    """Whether it held a line for this seat alone."""


class Inbox(Struct, frozen=True):
    """What had been sent to one seat by a decision."""

    role: str
    who: str
    received: tuple[Received, ...]
    messages: int
    """Messages between seats it had sent or got; their texts stay with the seats."""
    open_measures: int
    """How many measures were open to it."""


class Known(Struct, frozen=True):
    """What the table knew when it decided in a turn."""

    turn: int
    story_time: str
    scores_hidden: bool
    axes: tuple[Shown, ...]
    indicators: tuple[Shown, ...]
    inboxes: tuple[Inbox, ...]


class Moment(Struct, frozen=True):
    """A line of the timeline."""

    turn: int
    story_time: str
    kind: str
    """``inject``, ``added``, ``statement``, ``response``, ``lifted``, ``agreement``, ``breach``, ``ruling``, ``paper``,
    ``revision``, ``reminder``, ``floor`` or ``skipped``."""
    who: str
    text: str


class Decision(Struct, frozen=True):
    """A response or statement as it was given, with what its own rows brought."""

    id: str
    turn: int
    role: str
    who: str
    kind: str
    text: str
    measure: str
    klass: str
    restrictive: bool
    inject: str
    issue: str
    frame: str
    referent: str
    audiences: tuple[str, ...]
    needed: str
    suitable: str
    reason: str
    ruled: tuple[int, ...]
    """Numbers of the rulings on it."""
    moved: tuple[tuple[str, int], ...]
    """Values that its own rows moved, over all turns, and by how much; hundredths."""
    security: int
    """Part of the movement of the security axis that its own rows brought, over all turns; hundredths."""
    rights: int


class CauseShare(Struct, frozen=True):
    """All rows of one cause in one turn, and their part of a change."""

    amount: int
    kind: str
    name: str
    key: str
    cause: str
    why: str
    source: str
    claims: tuple[str, ...]
    rows: int


class AxisTurn(Struct, frozen=True):
    """One axis over one turn; the causes add up to the change."""

    turn: int
    story_time: str
    run_out: bool
    before: int
    after: int
    band: str
    causes: tuple[CauseShare, ...]
    """Largest first."""


class Axis(Struct, frozen=True):
    """One of the two axes over the exercise."""

    axis: str
    """``security`` or ``rights``."""
    label: str
    text: str
    start: int
    turns: tuple[AxisTurn, ...]


class RedLineCrossed(Struct, frozen=True):
    """A breach, logged and never averaged away."""

    turn: int
    name: str
    text: str
    framework: str
    place: str
    cause: str
    source: str
    run_out: bool


class ClauseFact(Struct, frozen=True):
    """A clause on the table in a turn."""

    text: str
    on: bool
    adopted: bool
    objected: tuple[str, ...] = ()
    """Parties present that objected to it."""


class AgreementFact(Struct, frozen=True):
    """An agreement as it stood at a cut-off."""

    turn: int
    name: str
    decision: str
    sponsor: str
    parties: tuple[str, ...]
    clauses: tuple[ClauseFact, ...]
    signed: tuple[str, ...]
    objected: tuple[str, ...]
    contributions: tuple[tuple[str, int], ...]


class RulingFact(Struct, frozen=True):
    """A ruling beside what the engine had proposed."""

    turn: int
    number: int
    kind: str
    who: str
    original: str
    """The response as given; nothing for a row of the facilitator's own."""
    ruling: str
    reason: str
    proposed: tuple[tuple[str, int], ...]
    """Value and amount before the ruling, hundredths."""
    confirmed: tuple[tuple[str, int], ...]


class Observation(Struct, frozen=True):
    """What an evaluator or the facilitator noted."""

    turn: int
    kind: str
    text: str
    who: str
    inject: str
    objective: str


class ObjectiveFact(Struct, frozen=True):
    """An objective with everything that bears on it. Its rating is the evaluator's and is never here."""

    slug: str
    text: str
    question: str
    capability: str
    injects: tuple[tuple[str, int], ...]
    """Title and the turn it was given in, -1 where it was not."""
    evidence: tuple[Series, ...]
    observations: tuple[Observation, ...]


class IssueFact(Struct, frozen=True):
    """What was said about an issue in a state, and what was delivered; hundredths, start and end."""

    issue: str
    place: str
    rhetoric: tuple[int, int]
    delivery: tuple[int, int]
    money: tuple[int, int]
    level: tuple[int, int]
    """Whole levels, 0 to 4."""
    frame: tuple[str, str]
    alarm: tuple[int, int] | None
    """How threatening the subject was held to be; nothing where the model does not tell."""
    evidence: tuple[int, int]
    """What the indicators named as evidence bear out."""


class ReferentFact(Struct, frozen=True):
    """Whose security: the decisions meant for somebody, and how the values tied to them moved."""

    referent: str
    decisions: int
    security_up: int
    """Sum of improvements of regional values, hundredths."""
    security_down: int
    rights_up: int
    rights_down: int


class Waiting(Struct, frozen=True):
    """An effect that was still on its way at EndEx."""

    turn: int
    slot: str
    place: str
    amount: int
    cause: str
    arose: int
    landed: bool
    """Whether the run-out saw it land."""


class Participant(Struct, frozen=True):
    """A seat and who held it at the end; a label only where one was given."""

    role: str
    who: str
    kind: str
    holder: str
    label: str


class Overview(Struct, frozen=True):
    """What the exercise overview is filled with."""

    title: str
    summary: str
    version: str
    scope: str
    hazard: str
    sponsor: str
    model: str
    model_version: str
    preset: str
    notice: str
    seed: int
    turns_planned: int
    turns_played: int
    turn_length: str
    run_out: int
    end_reason: str
    assumptions: tuple[str, ...]
    source: str


class LargeChange(Struct, frozen=True):
    """An indicator's change over the turns played, and every ledger row behind it."""

    series: Series
    change: int
    parts: tuple[Part, ...]


class SourceFact(Struct, frozen=True):
    """A source and what rests on it."""

    source: str
    causes: tuple[str, ...]


class Facts(Struct, frozen=True):
    """Everything the after-action report tells."""

    overview: Overview
    timeline: tuple[Moment, ...]
    known: tuple[Known, ...]
    decisions: tuple[Decision, ...]
    axes: tuple[Axis, ...]
    red_lines: tuple[RedLineCrossed, ...]
    agreements: tuple[AgreementFact, ...]
    rulings: tuple[RulingFact, ...]
    objectives: tuple[ObjectiveFact, ...]
    observations: tuple[Observation, ...]
    issues: tuple[IssueFact, ...]
    referents: tuple[ReferentFact, ...]
    pipeline: tuple[Waiting, ...]
    indicators: tuple[Series, ...]
    """Every published indicator, by state in authored order and for the region."""
    largest: tuple[LargeChange, ...]
    questions: tuple[tuple[str, str], ...]
    """Question and the group's answer, empty where none was recorded."""
    debrief_focus: str
    prompts: tuple[str, ...]
    participants: tuple[Participant, ...]
    sources: tuple[SourceFact, ...]
    conference: ConferenceFacts
    views: ViewFacts
