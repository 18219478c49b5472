"""What a what-if names, in words: responses, acts that are dropped, causes, and why something was refused."""

from __future__ import annotations

from collections.abc import Iterable

from exercise.analysis.change import Change
from exercise.analysis.fork import Dropped, Refused
from exercise.catalogue import FALLBACK, Catalogue
from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.command import FACILITATOR
from exercise.conduct.decided import Decided
from exercise.conduct.open_record import why
from exercise.conduct.views_facilitator import response_text
from exercise.engine.ledger import Share
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say, slot_label
from exercise.engine.world import Row
from exercise.errors import Refusal, RefusalCode
from exercise.journal.codec import kind_of

__all__ = ["FOLDER", "Teller"]

FOLDER = "whatif"
"""Where the words lie below ``exercise/locales``."""


class Teller:
    """Names things of one scenario in one language."""

    def __init__(self, program: Program, language: str = "en") -> None:
        """Choose the language of the words and of the scenario's texts."""
        self.program, self.language = program, language
        self.bundle = program.bundle
        self.words = Catalogue(language, FOLDER)
        self._app = Catalogue(language)

    def say(self, key: str, **args: str | int) -> str:
        """Return a string of the what-if."""
        return self.words.say(key, **args)

    def who(self, actor: str) -> str:
        """Return what a seat or the facilitator is called."""
        if actor == FACILITATOR:
            return self.say("facilitator")
        return name_of(self.bundle, actor, self.language)

    def responses(self, decided: Iterable[Decided]) -> str:
        """Return a whole response on one line."""
        told = [response_text(self.program, one, self.language) for one in decided]
        return "; ".join(told) or self.say("no-response")

    def label(self, slot: int) -> str:
        """Return what a slot is called, with its place."""
        spec = self.program.slots.spec(slot)
        return slot_label(self.bundle, spec.family, spec.args, self.language)

    def inject(self, name: str) -> str:
        """Return the title of an inject; of one written on the spot its number."""
        card = self.bundle.injects().get(name)
        return say(self.bundle, card.title, self.language) if card else name

    def cause(self, row: Row) -> str:
        """Return why a row is there: the kind of its cause and one sentence."""
        kind = self._app.say(f"cause-{row.cause.kind}")
        if row.cause.kind == "cap":
            return kind
        return f"{kind}: {why(self.program, row.cause, self.language)}"

    def part(self, part: Share) -> str:
        """Return what a part of a difference is."""
        if part.row is None:
            return self.say(f"part-{part.name}")
        return f"{self.label(part.row.slot)} - {self.cause(part.row)}"

    def reason(self, refusal: Refusal) -> str:
        """Return the sentence of a refusal; in English it is the refusal's own, which says more."""
        if self.language == FALLBACK:
            return refusal.message
        return self._app.say(f"refusal-{refusal.code.value}")

    def refused(self, change: Change, found: Refused) -> str:
        """Return in one sentence why a change was not legal."""
        card = self.program.measure_cards[found.use.measure]
        args = {
            "turn": str(change.turn),
            "who": self.who(change.seat),
            "measure": say(self.bundle, card.name, self.language),
            "why": self.reason(found.refusal),
        }
        targets = self._targets(change.seat, found.use.measure)
        if found.refusal.code is RefusalCode.wrong_target and targets:
            return self.say("refused-targets", **args, targets=targets)
        return self.say("refused", **args)

    def _targets(self, seat: str, measure: str) -> str:
        numbers = self.program.numbers
        reach = self.program.reach.get((numbers.measure[measure], numbers.role[seat]), ())
        return ", ".join(self.program.targets[target] for target in reach if target >= 0)

    def act(self, dropped: Dropped) -> str:
        """Return what was asked for in an act that is dropped."""
        kind = kind_of(type(dropped.command))
        return self.say(f"act-{kind}", name=self._subject(dropped))

    def _subject(self, dropped: Dropped) -> str:
        command = dropped.command
        match command:
            case asked.Respond() | asked.RespondFreely():
                events = (one for one in dropped.events if isinstance(one, happened.Responded))
                return self.responses(event.decided for event in events)
            case asked.LiftMeasure():
                card = self.program.measure_cards[dropped.lifted]
                return say(self.bundle, card.name, self.language)
            case asked.AssignSeat():
                return self.who(command.role)
            case asked.AddInject():
                return command.title
        if isinstance(command, asked.AgreementCommand):
            card_of = self.program.agreement_cards[command.agreement]
            return say(self.bundle, card_of.name, self.language)
        if isinstance(command, asked.InjectCommand):
            return self.inject(command.inject)
        return str(getattr(command, "reason", ""))
