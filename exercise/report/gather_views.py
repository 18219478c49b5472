"""Gathering the facts of the analytic views from an exercise that is over. Touches nothing, and judges nobody."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.conduct.state import State
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.engine.world import Response
from exercise.report.deeds import Deed, costliest, deeds_of, mean_share, summed
from exercise.report.facts_views import (
    DeliveryFact,
    GapFact,
    Perceived,
    RoleOnIssue,
    SpendingFact,
    ViewFacts,
)
from exercise.report.harm import harm_of
from exercise.report.outcomes import Outcomes

_SPENT = ("cost", "upkeep")
"""What the engine calls the two ways in which a measure takes funds."""


def view_facts(told: Outcomes) -> ViewFacts:
    """Return the facts of the analytic views.

    Args:
        told: The outcomes of an exercise that is over.
    """
    return _Views(told).facts()


class _Views:
    """One pass over an exercise."""

    def __init__(self, told: Outcomes) -> None:
        self.told = told
        self.program: Program = told.program
        self.state: State = told.state
        self.bundle = told.program.bundle
        self.deeds = deeds_of(told.program, told.state)
        self.said = tuple(self._said())

    def facts(self) -> ViewFacts:
        return ViewFacts(
            gaps=tuple(self._gap(issue, state) for issue, state in self.told.on_agenda()),
            roles=tuple(self._roles()),
            deliveries=tuple(self._deliveries()),
            perceived=tuple(self._perceived()),
            harm=harm_of(self.told),
            spending=tuple(self._spending()),
        )

    # --- words and deeds --------------------------------------------------------------------

    def _gap(self, issue: str, state: str) -> GapFact:
        parts = ("rhetoric", "delivery", "institutions", "money", "gap")
        ends = {part: self.told.ends(part, issue, state) for part in parts}
        said = ends["rhetoric"]
        start, end = (
            (institutions + money) // 2 - delivered
            for institutions, money, delivered in zip(
                ends["institutions"], ends["money"], ends["delivery"], strict=True
            )
        )
        return GapFact(
            issue=self._issue(issue),
            place=self._who(state),
            rhetoric=said,
            delivery=ends["delivery"],
            gap=(ends["gap"][0] if said[0] else None, ends["gap"][1] if said[1] else None),
            shortfall=(start, end),
        )

    def _said(self) -> Iterator[Response]:
        """Yield the statements of the turns played, as the rulings let them stand."""
        for record in self.told.played:
            for response in record.given.responses if record.given else ():
                if self.program.measures[response.measure].statement:
                    yield response

    def _roles(self) -> Iterator[RoleOnIssue]:
        for number, role in enumerate(self.program.roles):
            for issue in (*range(len(self.program.issues)), -1):
                said = [r for r in self.said if r.role == number and self._about(r) == issue]
                done = [d for d in self.deeds if d.role == number and d.issue == issue]
                if said or done:
                    yield self._role(role, issue, said, done)

    def _about(self, response: Response) -> int:
        return (
            response.issue if response.issue >= 0 else self.program.measures[response.measure].issue
        )

    def _role(self, role: str, issue: int, said: list[Response], done: list[Deed]) -> RoleOnIssue:
        raised: dict[str, int] = {}
        for response in said:
            if not self.program.measures[response.measure].lowers:
                frame = self.program.frames[response.frame] if response.frame >= 0 else ""
                raised[frame] = raised.get(frame, 0) + 1
        return RoleOnIssue(
            who=self._who(role),
            issue=self._issue(self.program.issues[issue]) if issue >= 0 else "",
            raised=tuple(raised.items()),
            lowered=len(said) - sum(raised.values()),
            measures=len({deed.response for deed in done}),
            share=mean_share(done),
        )

    def _deliveries(self) -> Iterator[DeliveryFact]:
        for number, role in enumerate(self.program.roles):
            done = [deed for deed in self.deeds if deed.role == number and deed.yields]
            share = mean_share(done)
            if share is not None:
                meant, came = summed(d.meant for d in done), summed(d.came for d in done)
                factor, left = costliest(done)
                yield DeliveryFact(
                    who=self._who(role),
                    measures=len({deed.response for deed in done}),
                    times=len(done),
                    share=share,
                    security=(meant[0], came[0]),
                    rights=(meant[1], came[1]),
                    costliest=factor,
                    left=left,
                )

    # --- fear and evidence ------------------------------------------------------------------

    def _perceived(self) -> Iterator[Perceived]:
        for issue, state in self.told.on_agenda():
            if ("alarm", (issue, state)) in self.program.slots.index:
                yield self._one_perceived(issue, state)

    def _one_perceived(self, issue: str, state: str) -> Perceived:
        claimed = self._claimed(self.program.slot("linkage", issue, state))
        evidence = self._over_turns("evidence", issue, state)
        link = self.told.ends("linkage", issue, state)
        borne_out = claimed > 0 and evidence[-1] > 0
        return Perceived(
            issue=self._issue(issue),
            place=self._who(state),
            alarm=self._over_turns("alarm", issue, state),
            evidence=evidence,
            linkage=link,
            claimed=claimed,
            over_claim=link[1] * 100 // evidence[-1] if borne_out else None,
        )

    def _over_turns(self, family: str, *args: str) -> tuple[int, ...]:
        """A value at StartEx and after each turn played."""
        slot = self.program.slot(family, *args)
        return (self.told.ends(family, *args)[0], *(one.s2[slot] for one in self.told.played))

    def _claimed(self, slot: int) -> int:
        """By how much statements raised a value."""
        return sum(
            row.amount
            for row in self.told.rows_played()
            if row.slot == slot
            and row.amount > 0
            and row.cause.kind in ("measure", "statement")
            and self.program.measure_cards[row.cause.name].statement
        )

    # --- funds ------------------------------------------------------------------------------

    def _spending(self) -> Iterator[SpendingFact]:
        spent: dict[str, dict[str, int]] = {}
        for row in self.told.rows_played():
            if row.cause.kind == "funds" and row.cause.name in _SPENT and row.amount < 0:
                card = self.program.measure_cards[row.cause.note]
                own = spent.setdefault(row.cause.role, {})
                own[card.addresses] = own.get(card.addresses, 0) - row.amount
        for role in self.program.roles:
            if role in spent:
                own = spent[role]
                yield SpendingFact(self._who(role), own.get("cause", 0), own.get("symptom", 0))

    # --- words ------------------------------------------------------------------------------

    def _issue(self, issue: str) -> str:
        return say(self.bundle, self.bundle.model.issues[issue].name, self.told.language)

    def _who(self, slug: str) -> str:
        return name_of(self.bundle, slug, self.told.language)


__all__ = ["view_facts"]
