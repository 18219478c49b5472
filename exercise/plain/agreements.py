"""Agreements before one seat: reading them, sponsoring, clauses, signatures, objections, contributions."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from exercise.conduct.command import (
    Contribute,
    ObjectTo,
    Sign,
    Sponsor,
    SwitchClause,
    WithdrawObjection,
    WithdrawSignature,
)
from exercise.conduct.view import AgreementView, ClauseView
from exercise.plain.talk import Entry, Option

if TYPE_CHECKING:
    from exercise.plain.desk import Desk


def agreements(desk: Desk, rest: str) -> bool:
    """List the agreements, and work on the one named until the person goes back."""
    found = desk.view.agreements
    if not found:
        desk.talk.say("plain-agreement-none")
        return False
    options = [(one.slug, _label(desk, one)) for one in found]
    chosen = desk.talk.pick("plain-agreement-which", options, rest)
    Text(desk, chosen).run()
    return False


def _label(desk: Desk, one: AgreementView) -> str:
    if one.open:
        return desk.talk.word(
            "plain-agreement-open", name=one.name, sponsor=desk.table.name(one.sponsor)
        )
    return desk.talk.word(
        "plain-agreement-may" if one.may_sponsor else "plain-agreement-closed", name=one.name
    )


class Text:
    """One agreement in the hands of one seat."""

    def __init__(self, desk: Desk, agreement: str) -> None:
        """Open an agreement by name."""
        self.desk, self.agreement = desk, agreement
        self.talk, self.table = desk.talk, desk.table

    @property
    def view(self) -> AgreementView:
        """The agreement as it stands."""
        return next(one for one in self.desk.view.agreements if one.slug == self.agreement)

    def run(self) -> None:
        """Read it, then do what the seat wants with it."""
        self._read("")
        self.talk.menu(self._entries())
        while True:
            answer = self.table.console.ask(
                self.talk.word("plain-agreement-prompt", name=self.view.name)
            )
            if not answer or self.talk.obey(self._entries(), answer):
                return

    def _entries(self) -> tuple[Entry, ...]:
        """What can be typed; the short menu lists what makes sense now."""
        one, role = self.view, self.desk.role
        at_table = one.open and one.party
        signed, objected = (
            any(who == role for who, _ in acts) for acts in (one.signed, one.objected)
        )
        return (
            Entry("read", self._read), Entry("sponsor", self._sponsor, main=one.may_sponsor and not one.open),
            Entry("switch", self._switch, main=one.open and (one.party or one.sponsor == role)),
            Entry("sign", self._sign, main=at_table), Entry("unsign", self._unsign, main=signed),
            Entry("object", self._object, main=at_table), Entry("unobject", self._unobject, main=objected),
            Entry("contribute", self._contribute, main=at_table and one.has_contributions),
            Entry("back", lambda _: True),
        )  # fmt: skip

    def _read(self, _: str) -> bool:
        one, talk = self.view, self.talk
        talk.heading("plain-agreement-heading", name=one.name)
        talk.write(one.text)
        talk.say(
            "plain-agreement-parties",
            names=", ".join(self.table.name(role) for role in one.parties),
        )
        talk.say(f"decision-{one.decision}")
        talk.listed([(clause.slug, self._clause(clause)) for clause in one.clauses])
        if not one.open:
            talk.say("plain-agreement-not-open")
        for key, acts in (("plain-signed", one.signed), ("plain-objected", one.objected)):
            for role, clauses in acts:
                talk.say(key, who=self.table.name(role), clauses=self._numbers(clauses))
        for role, level in one.contributions:
            talk.say("plain-contributes", who=self.table.name(role), level=str(level))
        if not one.party:
            talk.say("plain-no-party")
        return False

    def _clause(self, clause: ClauseView) -> str:
        state = (
            "plain-clause-in-force"
            if clause.in_force
            else "plain-clause-on"
            if clause.on
            else "plain-clause-off"
        )
        return self.talk.word(state, text=clause.text)

    def _numbers(self, clauses: tuple[str, ...]) -> str:
        slugs = [clause.slug for clause in self.view.clauses]
        return ", ".join(str(slugs.index(slug) + 1) for slug in clauses if slug in slugs)

    def _options(self, wanted: Callable[[ClauseView], bool]) -> list[Option]:
        return [(clause.slug, clause.text) for clause in self.view.clauses if wanted(clause)]

    def _sponsor(self, _: str) -> bool:
        if self.table.do(self.desk.role, Sponsor(self.agreement)):
            self.talk.say("plain-sponsored-signed" if self.view.party else "plain-sponsored")
        return False

    def _switch(self, rest: str) -> bool:
        chosen = self.talk.pick("plain-switch-which", self._options(lambda _: True), rest)
        clause = next(clause for clause in self.view.clauses if clause.slug == chosen)
        if self.table.do(self.desk.role, SwitchClause(self.agreement, chosen, not clause.on)):
            self.talk.say("plain-switched-off" if clause.on else "plain-switched-on")
        return False

    def _which(self, rest: str) -> tuple[str, ...] | None:
        """Clauses named by their numbers in the text; all that are on where none is named."""
        every = self.view.clauses
        if not rest and not any(clause.on for clause in every):
            return ()
        answer = self.talk.line("plain-clauses-which", rest)
        if not answer or answer.lower() in (self.talk.word("plain-all").lower(), "all"):
            return ()
        numbers = answer.replace(",", " ").split()
        if all(number.isdecimal() and 1 <= int(number) <= len(every) for number in numbers):
            return tuple(dict.fromkeys(every[int(number) - 1].slug for number in numbers))
        self.talk.unclear(answer, [])
        return None

    def _sign(self, rest: str) -> bool:
        clauses = self._which(rest)
        if clauses is not None and self.table.do(self.desk.role, Sign(self.agreement, clauses)):
            self.talk.say("plain-signed-now")
        return False

    def _object(self, rest: str) -> bool:
        clauses = self._which(rest)
        if clauses is not None and self.table.do(self.desk.role, ObjectTo(self.agreement, clauses)):
            self.talk.say("plain-objected-now")
        return False

    def _unsign(self, _: str) -> bool:
        if self.table.do(self.desk.role, WithdrawSignature(self.agreement)):
            self.talk.say("plain-signature-withdrawn")
        return False

    def _unobject(self, _: str) -> bool:
        if self.table.do(self.desk.role, WithdrawObjection(self.agreement)):
            self.talk.say("plain-objection-withdrawn")
        return False

    def _contribute(self, rest: str) -> bool:
        if not self.view.has_contributions:
            self.talk.say("plain-no-contributions")
            return False
        answer = self.talk.text("plain-contribute-level", rest)
        if not answer.isdecimal():
            self.talk.say("plain-not-known", answer=answer)
        elif self.table.do(self.desk.role, Contribute(self.agreement, int(answer))):
            self.talk.say("plain-contributed", level=answer)
        return False


__all__ = ["Text", "agreements"]
