"""Adjudication: what the engine proposes for each response, and the facilitator's rulings on it."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.command import AddRow, ReplaceResponse, ScaleResponse, WithdrawRuling
from exercise.conduct.view import ProposedRow, ToRule
from exercise.plain import why
from exercise.plain.stage import Stage
from exercise.plain.table import FACILITATOR
from exercise.plain.talk import Entry, SteppedBackError
from exercise.table.lines import moment_line
from exercise.table.rulings import (
    factors_line,
    flagged_first,
    hundredths,
    in_order,
    measures_to_rule,
    movable,
    proposal_line,
    reasons,
    row_line,
    ruling_line,
    targets_to_rule,
)

MOST = 8
"""Proposed rows told one by one."""
MANY = 15
"""How many measures are listed without being asked for."""


class Adjudication(Stage):
    """What does the engine propose, and is it right?"""

    order: tuple[str, ...] = ()

    @property
    def prompt(self) -> str:  # type: ignore[override]
        """Say what Enter does: confirm, or name what is flagged."""
        flagged = any(one.flags for one in self.responses())
        return "plain-prompt-flagged" if flagged else "plain-prompt-adjudication"

    def intro(self) -> None:
        """List the responses, flagged ones first."""
        room = self.table.room()
        self.talk.write("", moment_line(self.table, room))
        self.talk.say("plain-only-facilitator")
        found = self.responses()
        self._list(found)
        flagged = sum(1 for one in found if one.flags)
        self.talk.say("plain-flagged" if flagged else "plain-nothing-flagged", count=flagged)

    def responses(self) -> tuple[ToRule, ...]:
        """Return the responses of the turn, flagged ones first."""
        found = self.table.facilitator().to_rule
        if not self.order:
            # Fixed once, so that a ruling does not move the numbers people work with.
            self.order = flagged_first(found)
        return in_order(found, self.order)

    def own(self) -> Sequence[Entry]:
        """Return what can be ruled."""
        return (
            Entry("show", self.show), Entry("scale", self.scale), Entry("replace", self.replace),
            Entry("row", self.row), Entry("rulings", self.rulings), Entry("unrule", self.unrule),
            Entry("confirm", self.next), Entry("next", self.next, main=False),
        )  # fmt: skip

    def enter(self) -> None:
        """Confirm where nothing is flagged; else say what deserves a look."""
        flagged = sum(1 for one in self.responses() if one.flags)
        if flagged:
            self.talk.say("plain-look-first", count=flagged)
        else:
            self.next("")

    def _list(self, found: Sequence[ToRule]) -> None:
        for number, one in enumerate(found, 1):
            flags = ", ".join(self.talk.word(f"flag-{flag}") for flag in one.flags)
            key = "plain-to-rule-flagged" if flags else "plain-to-rule"
            self.talk.say(key, number=str(number), who=one.who, text=one.text, flags=flags)
        if not found:
            self.talk.say("plain-no-responses")

    def _which(self, rest: str) -> ToRule:
        found = self.responses()
        options = [(one.decided.id, f"{one.who}: {one.text}") for one in found]
        chosen = self.talk.pick("plain-response-which", options, rest)
        return next(one for one in found if one.decided.id == chosen)

    def show(self, rest: str) -> bool:
        """Tell a response with its reasons, its rows and their factors."""
        one, talk = self._which(rest), self.talk
        decided = one.decided
        talk.heading("plain-to-rule-heading", who=one.who, text=one.text)
        talk.write(proposal_line(self.table, one))
        talk.write(*reasons(self.table, decided))
        if decided.frame:
            talk.write(talk.word(f"frame-{decided.frame}"))
        for flag in one.flags:
            talk.say(f"flag-{flag}.help")
        rows = sorted(one.rows, key=lambda row: -abs(row.amount))
        for row in rows[:MOST]:
            self._row(row, f"{one.who}: {one.text}")
        if len(rows) > MOST:
            talk.say("plain-more-rows", count=len(rows) - MOST)
        return False

    def _row(self, row: ProposedRow, heading: str) -> None:
        told = (row_line(self.table, row, heading), factors_line(self.table, row))
        self.talk.write(*(line for line in told if line))

    def _split(self, rest: str) -> tuple[ToRule, str]:
        first, _, others = rest.partition(" ")
        return (
            (self._which(first), others.strip()) if first.isdecimal() else (self._which(rest), "")
        )

    def scale(self, rest: str) -> bool:
        """Rule that a response yields more or less: ``scale 2 50 half the staff was away``."""
        one, others = self._split(rest)
        percent, _, reason = others.partition(" ")
        percent = self.talk.text("plain-scale-percent", percent).removesuffix("%").strip()
        if not percent.isdecimal():
            self.talk.say("plain-not-a-number", answer=percent)
            return False
        reason = self.talk.text("plain-ruling-why", reason.strip())
        return self._ruled(ScaleResponse(one.decided.id, int(percent), reason))

    def replace(self, rest: str) -> bool:
        """Rule that a response, or a free text, counts as a measure."""
        one, others = self._split(rest)
        measures = measures_to_rule(self.table, one.decided.role)
        slug = self.talk.pick("plain-replace-by", measures, others, quiet=len(measures) > MANY)
        target = self._target(one.decided.role, slug)
        return self._ruled(
            ReplaceResponse(one.decided.id, slug, target, self.talk.text("plain-ruling-why"))
        )

    def _target(self, role: str, slug: str) -> str:
        found = targets_to_rule(self.table, role, slug)
        if len(found) <= 1:
            return found[0][0] if found else ""
        return self.talk.pick("plain-target", found)

    def row(self, rest: str) -> bool:
        """Rule that an indicator moves: ``row preparedness tajikistan -4 the store burnt down``."""
        typed, amount, reason = _at_number(rest)
        gauges = movable(self.table, self.table.facilitator())
        gauge = why.chosen(self.table, gauges, (), self.talk.text("plain-row-what", typed))
        if gauge is None:
            return False
        by = hundredths(self.talk.text("plain-row-amount", amount))
        if by is None:
            self.talk.say("plain-not-a-number", answer=amount)
            return False
        return self._ruled(AddRow(gauge.slot, by, self.talk.text("plain-ruling-why", reason)))

    def _ruled(self, command: ScaleResponse | ReplaceResponse | AddRow) -> bool:
        if self.table.do(FACILITATOR, command):
            self.talk.say("plain-ruled")
        return False

    def rulings(self, _: str) -> bool:
        """List the rulings of the turn."""
        view = self.table.facilitator()
        found = view.rulings
        for number, text in found:
            told = ruling_line(self.table, view, text)
            self.talk.say("plain-option", number=str(number), label=told)
        if not found:
            self.talk.say("plain-none-yet")
        return False

    def unrule(self, rest: str) -> bool:
        """Take a ruling back."""
        found = self.table.facilitator().rulings
        if not found:
            self.talk.say("plain-none-yet")
            raise SteppedBackError
        if not rest:
            self.rulings("")
        number = self.talk.text("plain-unrule-which", rest)
        if not number.isdecimal():
            self.talk.say("plain-not-a-number", answer=number)
        elif self.table.do(FACILITATOR, WithdrawRuling(int(number))):
            self.talk.say("plain-unruled")
        return False


def _at_number(rest: str) -> tuple[str, str, str]:
    """Split ``name place -4 reason`` at its first number."""
    words = rest.split()
    for number, word in enumerate(words):
        if number and hundredths(word) is not None:
            return " ".join(words[:number]), word, " ".join(words[number + 1 :])
    return rest, "", ""


__all__ = ["Adjudication"]
