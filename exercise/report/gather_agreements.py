"""Gathering what became of agreements on the table: who signed, who objected, and what was adopted."""

from __future__ import annotations

from exercise.conduct.state import OpenText, State, TurnRecord
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.report.facts import AgreementFact, ClauseFact


def agreement_facts(program: Program, state: State, language: str) -> tuple[AgreementFact, ...]:
    """Return every agreement as it stood at the cut-off of each turn played.

    Args:
        program: The Program.
        state: The exercise.
        language: Of the texts.
    """
    return tuple(
        _Told(program, record, text, language).fact()
        for record in state.turns
        if not record.run_out
        for text in record.texts
    )


class _Told:
    """One agreement at one cut-off."""

    def __init__(self, program: Program, record: TurnRecord, text: OpenText, language: str) -> None:
        self.program, self.record, self.text, self.language = program, record, text, language
        self.number = program.numbers.agreement[text.agreement]
        present = record.at_cut_off.present if record.at_cut_off else ()
        self.parties = tuple(
            program.roles[party]
            for party in program.agreements[self.number].parties
            if present[party]
        )

    def fact(self) -> AgreementFact:
        text, card = self.text, self.program.bundle.agreements()[self.text.agreement]
        return AgreementFact(
            turn=self.record.turn,
            name=self._say(card.name),
            decision=card.decision,
            sponsor=self._who(text.sponsor),
            parties=tuple(self._who(party) for party in self.parties),
            clauses=tuple(
                self._clause(index, name, clause.text)
                for index, (name, clause) in enumerate(card.clauses.items())
            ),
            signed=tuple(self._who(role) for role, clauses in text.signed if clauses),
            objected=tuple(self._who(role) for role, clauses in text.objected if clauses),
            contributions=tuple((self._who(role), level) for role, level in text.contributions),
        )

    def _clause(self, index: int, name: str, words: str | dict[str, str]) -> ClauseFact:
        outcome = self.record.outcome
        adopted = (
            {c.clause for c in outcome.adopted if c.agreement == self.number} if outcome else ()
        )
        against = dict(self.text.objected)
        return ClauseFact(
            text=self._say(words),
            on=name in self.text.on,
            adopted=index in adopted,
            objected=tuple(
                self._who(party) for party in self.parties if name in against.get(party, ())
            ),
        )

    def _say(self, text: str | dict[str, str]) -> str:
        return say(self.program.bundle, text, self.language)

    def _who(self, role: str) -> str:
        return name_of(self.program.bundle, role, self.language) if role else ""


__all__ = ["agreement_facts"]
