"""What one seat may know: the only thing a screen, a bot or a network client ever gets.

Deny by default: a view is built from what is public, what was sent to the seat, and its own card; a hidden
number enters nothing here.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from exercise.conduct.conference import EntryKind
from exercise.conduct.decided import Decided
from exercise.conduct.state import Phase as Phase  # noqa: PLC0414  # screens have both from here
from exercise.conduct.state import Seat as Seat  # noqa: PLC0414
from exercise.conduct.view_conference import ConferenceActs, ConferenceView
from exercise.errors import RefusalCode

Arrow = Literal["up2", "up", "flat", "down", "down2"]
Axis = Literal["security", "rights"]
Good = Literal["better", "worse", "neutral"]
Size = Literal["small", "medium", "large"]
ActKind = EntryKind
InjectState = Literal["waiting", "ready", "held", "armed", "called", "released", "skipped"]
RulingFlag = Literal["free_text", "restrictive", "red_line", "no_yield"]


class Gauge(Struct, frozen=True):
    """One quantity as it is shown: a band and an arrow; a number only where the reader may have it."""

    slot: str
    """Its name in files, such as ``preparedness[tajikistan]``."""
    label: str
    place: str
    """The state it belongs to, or nothing for the region."""
    family: str
    """``security``, ``rights``, ``process``, ``axis`` or ``card``."""
    band: str
    """A word of the scale; two words joined by a dash where data are poor."""
    level: int
    """Position of the (lower) band on its scale, from 0."""
    bands: int
    """How many bands the scale has."""
    arrow: Arrow
    good: Good
    """What it means when the value rises."""
    exact: int | None = None
    """Hundredths; given to the facilitator, on a role's own card, and to all from EndEx on."""


class InboxItem(Struct, frozen=True):
    """An inject as its recipient reads it."""

    inject: str
    turn: int
    title: str
    text: str
    private: str
    sender: str
    method: str
    public: bool
    open: bool
    """Whether its offers still stand."""
    offers: tuple[str, ...] = ()
    """Measures offered to this seat."""
    either: bool = False
    """Whether only one of them can be chosen in a turn."""
    content_note: str = ""
    """What is hard to read in it, to be shown above the text; empty for most."""


class TargetView(Struct, frozen=True):
    """A target one may choose."""

    slug: str
    label: str


class MeasureView(Struct, frozen=True):
    """A measure before a seat."""

    slug: str
    name: str
    text: str
    klass: str
    cost: int
    """Budget units."""
    upkeep: int
    lasts: str
    """``once``, ``until_lifted`` or a number of turns."""
    restrictive: bool
    statement: bool
    offered_by: tuple[str, ...]
    """Open injects that put it before the seat."""
    targets: tuple[TargetView, ...]
    needs_target: bool
    requires: str
    referent: str
    helps: tuple[tuple[str, int], ...]
    """Indicators its plan is meant to move, with a sign of strength, -3 to 3; what anybody may know."""
    refusal: RefusalCode | None = None
    """Why it is not available now."""

    @property
    def available(self) -> bool:
        """Whether the seat may use it now."""
        return self.refusal is None


class ClauseView(Struct, frozen=True):
    """One clause on the table."""

    slug: str
    text: str
    on: bool
    in_force: bool


class AgreementView(Struct, frozen=True):
    """An agreement, on the table or to be sponsored."""

    slug: str
    name: str
    text: str
    decision: str
    parties: tuple[str, ...]
    clauses: tuple[ClauseView, ...]
    open: bool
    sponsor: str
    signed: tuple[tuple[str, tuple[str, ...]], ...]
    objected: tuple[tuple[str, tuple[str, ...]], ...]
    contributions: tuple[tuple[str, int], ...]
    has_contributions: bool
    party: bool
    """Whether this seat is a party."""
    may_sponsor: bool


class MessageView(Struct, frozen=True):
    """A message this seat sent or received."""

    number: int
    sender: str
    to: tuple[str, ...]
    text: str
    turn: int


class IssueView(Struct, frozen=True):
    """How high an issue stands in a state, and in which frame."""

    issue: str
    label: str
    place: str
    level: int
    frame: str


class Change(Struct, frozen=True):
    """One cause of a change that a seat may know, in words."""

    slot: str
    label: str
    place: str
    size: Size
    up: bool
    better: bool
    why: str
    kind: str
    """Kind of cause."""
    name: str
    """Name of the cause; empty where it is not disclosed."""
    source: str
    turn: int


class PublicAct(Struct, frozen=True):
    """A line of the public record."""

    turn: int
    kind: ActKind
    who: str
    """The role that acted, or the state a breach concerns; empty where nobody in particular did."""
    text: str
    issue: str = ""
    """Of a statement: the issue's label."""
    frame: str = ""
    audiences: tuple[str, ...] = ()
    """Of a statement: the audiences' labels."""
    words: str = ""
    """Of a statement: what the speaker said, in the speaker's own words; of an inject: its text."""
    number: int = 0
    """Its number in the public record, by which a summary cites it."""
    phrases: tuple[str, ...] = ()
    """Key phrases it is tagged with."""
    about: int = 0
    """Of a reminder: the statement's number; of a paper: its question, counted from 1."""


class StandingMeasure(Struct, frozen=True):
    """A lasting measure in force that this seat may see."""

    number: int
    slug: str
    name: str
    role: str
    place: str
    since: int
    own: bool
    lifted: bool


class QuestionView(Struct, frozen=True):
    """A question to the facilitator."""

    number: int
    role: str
    text: str
    answer: str
    turn: int


class RoleCardView(Struct, frozen=True):
    """A role card as its seat reads it."""

    slug: str
    name: str
    kind: str
    mandate: str
    dilemma: str
    interests: tuple[str, ...]
    resources: tuple[str, ...]
    constraints: tuple[str, ...]
    red_lines: tuple[str, ...]
    allies: tuple[str, ...]
    private: tuple[str, ...]


class Common(Struct, frozen=True):
    """What everybody in the room may know."""

    scenario: str
    title: str
    phase: Phase
    turn: int
    turns: int
    story_time: str
    paused: bool
    scores_hidden: bool
    seats: tuple[Seat, ...]
    roles: tuple[tuple[str, str], ...]
    """Slug and name of every role."""
    sealed: int
    """How many seats have sealed."""
    axes: tuple[Gauge, ...]
    """Security and rights, side by side; empty while scores are hidden."""
    gauges: tuple[Gauge, ...]
    """Published indicators; empty while scores are hidden."""
    issues: tuple[IssueView, ...]
    record: tuple[PublicAct, ...]
    breaches: tuple[PublicAct, ...]
    changes: tuple[Change, ...]
    """Causes of the last outcome that are open to all; empty while scores are hidden."""
    notice: str
    conference: ConferenceView


class SeatView(Struct, frozen=True):
    """Everything one seat may know."""

    common: Common
    role: str
    holder: str
    card: RoleCardView
    card_gauges: tuple[Gauge, ...]
    inbox: tuple[InboxItem, ...]
    messages: tuple[MessageView, ...]
    questions: tuple[QuestionView, ...]
    measures: tuple[MeasureView, ...]
    """Every measure before the seat, available or not."""
    agreements: tuple[AgreementView, ...]
    standing: tuple[StandingMeasure, ...]
    responses: tuple[Decided, ...]
    """Its own of this turn."""
    sealed: bool
    funds: int
    """Hundredths of a budget unit left."""
    actions: int
    """Actions left."""
    actions_total: int
    issues: tuple[tuple[str, str], ...]
    """Issues a statement may name: slug and label."""
    audiences: tuple[tuple[str, str], ...]
    referents: tuple[tuple[str, str], ...]
    glossary: tuple[tuple[str, str], ...]
    conference_acts: ConferenceActs


class InjectLine(Struct, frozen=True):
    """A line of the events list, for the facilitator."""

    inject: str
    ref: str
    kind: str
    turn: int
    title: str
    to: tuple[str, ...]
    expected: str
    status: InjectState
    trigger: str
    fired: int
    content_note: str = ""
    """What is hard to read in it, known before it is released; empty for most."""


class ProposedRow(Struct, frozen=True):
    """A row of the engine's proposal."""

    slot: str
    label: str
    amount: int
    """Hundredths."""
    turn: int
    why: str
    factors: tuple[tuple[str, int], ...] = ()
    """Name and per cent of everything that scaled the row."""


class ToRule(Struct, frozen=True):
    """A response awaiting the facilitator's confirmation."""

    decided: Decided
    who: str
    text: str
    rows: tuple[ProposedRow, ...]
    flags: tuple[RulingFlag, ...]
    """Why it deserves a look; nothing where one key confirms it."""


class FacilitatorView(Struct, frozen=True):
    """What the facilitator sees: everything about the world; not the drafts of seats before the cut-off."""

    common: Common
    injects: tuple[InjectLine, ...]
    gauges: tuple[Gauge, ...]
    """Every quantity, with its exact value."""
    to_rule: tuple[ToRule, ...]
    rulings: tuple[tuple[int, str], ...]
    waiting: tuple[ProposedRow, ...]
    questions: tuple[QuestionView, ...]
    pause_requests: tuple[tuple[str, str], ...]
    sealed: tuple[str, ...]
    observations: tuple[tuple[int, str, str, str], ...]
    """Turn, kind, role, text."""
    answers: tuple[tuple[str, str], ...]
    seed: int
    can_undo: bool
    conference_acts: ConferenceActs
