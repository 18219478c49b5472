"""The facts of the analytic views: whole numbers and names, without a judgement.

Security and rights stand in fields of their own and are never added up. Rows keep the authored order of roles, issues
and states: nothing here is a list from best to worst.
"""

from __future__ import annotations

from msgspec import Struct


class GapFact(Struct, frozen=True):
    """How far words ran ahead of deeds for an issue in a state; hundredths, at StartEx and at EndEx."""

    issue: str
    place: str
    rhetoric: tuple[int, int]
    delivery: tuple[int, int]
    gap: tuple[int | None, int | None]
    """Rhetoric less delivery; nothing where nothing was said."""
    shortfall: tuple[int, int]
    """The mean of institutions and money, less delivery: structures and money without results."""


class RoleOnIssue(Struct, frozen=True):
    """What a role said on an issue beside what it did about it."""

    who: str
    issue: str
    """Empty for measures that answer no issue."""
    raised: tuple[tuple[str, int], ...]
    """Frame and number of statements that spoke the issue up."""
    lowered: int
    """Statements that spoke it down."""
    measures: int
    """Responses whose measure is of that issue."""
    share: int | None
    """What came through of them, hundredths of a per cent; nothing where none was meant to yield anything."""

    @property
    def words_alone(self) -> bool:
        """Whether the role raised the issue and did nothing about it."""
        return bool(self.raised) and not self.measures


class DeliveryFact(Struct, frozen=True):
    """What became of a role's measures between the plan and the place (PRC-05)."""

    who: str
    measures: int
    """Responses that were meant to yield something."""
    times: int
    """Outcomes in which they acted, summed."""
    share: int
    """The mean of what the factors left, each response in each outcome counted once; hundredths of a per cent."""
    security: tuple[int, int]
    """Points of security indicators they were meant to move, and those that came through; hundredths."""
    rights: tuple[int, int]
    costliest: str
    """The factor that took most on the mean; nothing where all of it came through."""
    left: int
    """What that factor left on the mean, hundredths of a per cent."""


class Perceived(Struct, frozen=True):
    """How threatening an issue was held to be in a state, beside what the indicators bear out; hundredths."""

    issue: str
    place: str
    alarm: tuple[int, ...]
    """At StartEx and after each turn played."""
    evidence: tuple[int, ...]
    linkage: tuple[int, int]
    """How firmly it is linked to a recognised threat, at StartEx and at EndEx."""
    claimed: int
    """By how much statements raised the link."""
    over_claim: int | None
    """Link at EndEx in per cent of the evidence; nothing where no statement raised it or there is no evidence."""


class HarmClass(Struct, frozen=True):
    """What a class of causes took from each axis over the turns played; hundredths, nothing is set off."""

    klass: str
    rights: int
    """0 or less."""
    security: int
    """0 or less."""


class HarmCause(Struct, frozen=True):
    """What one cause took from the rights axis over the turns played."""

    klass: str
    cause: str
    amount: int
    """Hundredths, less than 0."""


class HarmFact(Struct, frozen=True):
    """Harms to migrants, and what there is of harms that came from migrants."""

    classes: tuple[HarmClass, ...]
    """Those that took something from an axis, in a fixed order."""
    causes: tuple[HarmCause, ...]
    """Largest first."""
    red_lines: tuple[tuple[str, int], ...]
    """Name, and how often it was crossed in the turns played."""
    paths: tuple[str, ...]
    """Rules of the model by which the arrival of people alone may move a security indicator."""
    joint: tuple[tuple[str, int], ...]
    """Rules that read arrivals together with something else, and what they took from security; hundredths."""


class SpendingFact(Struct, frozen=True):
    """What a role spent on its measures, costs and upkeep; hundredths of a budget unit."""

    who: str
    causes: int
    """On measures that address causes."""
    symptoms: int


class ViewFacts(Struct, frozen=True):
    """Everything the analytic views tell beyond the facts of the report."""

    gaps: tuple[GapFact, ...]
    roles: tuple[RoleOnIssue, ...]
    deliveries: tuple[DeliveryFact, ...]
    perceived: tuple[Perceived, ...]
    """Empty where the model does not tell how threatening a subject is held to be."""
    harm: HarmFact
    spending: tuple[SpendingFact, ...]


__all__ = [
    "DeliveryFact", "GapFact", "HarmCause", "HarmClass", "HarmFact", "Perceived", "RoleOnIssue", "SpendingFact",
    "ViewFacts",
]  # fmt: skip
