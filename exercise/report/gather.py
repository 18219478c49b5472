"""Gathering the facts of an exercise from its state: what was known, decided, said, signed and ruled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from exercise.conduct.decided import Decided, Ruling
from exercise.conduct.event import Observed
from exercise.conduct.state import State, TurnRecord, turn_input
from exercise.conduct.views import story_time
from exercise.conduct.views_facilitator import response_text
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.engine.slots import split_name
from exercise.engine.turn import adjudicate
from exercise.engine.world import Row
from exercise.errors import ExerciseError
from exercise.report import outcomes
from exercise.report.facts import (
    Decision,
    Facts,
    Moment,
    Observation,
    Overview,
    Participant,
    RulingFact,
)
from exercise.report.facts_conference import ConferenceFacts, EntryFact
from exercise.report.gather_agreements import agreement_facts
from exercise.report.gather_conference import conference_facts, evidence_by_question
from exercise.report.gather_views import view_facts
from exercise.report.known import known_by_turn
from exercise.report.numbers import signed
from exercise.report.why import label_of
from exercise.report.words import Words

_AT_CONFERENCE = ("paper", "revision", "reminder", "floor")
"""Entries of the public record that are told in the timeline as they stand there."""


def facts_of(program: Program, state: State, language: str = "en") -> Facts:
    """Return everything the report tells about an exercise that is over.

    Raises:
        ExerciseError: EndEx has not been called; hidden things would be told before it.
    """
    if not state.over:
        raise ExerciseError(
            "The exercise is still running, and the report would tell what seats may not know yet. "
            "Call EndEx after a turn's outcome, then write the report."
        )
    return _Gathering(program, state, language).facts()


class _Gathering:
    """One pass over a state."""

    def __init__(self, program: Program, state: State, language: str) -> None:
        self.program, self.state, self.language = program, state, language
        self.bundle, self.scenario = program.bundle, program.bundle.scenario
        self.words = Words(language)
        self.played = tuple(record for record in state.turns if not record.run_out)

    def facts(self) -> Facts:
        told = outcomes.Outcomes(self.program, self.state, self.language)
        notes = tuple(self._observation(note) for note in self.state.observations)
        objectives = told.objectives(notes)
        evidence = evidence_by_question(self.scenario, objectives)
        conference = conference_facts(self.program, self.state, self.language, evidence)
        return Facts(
            overview=self._overview(),
            timeline=tuple(self._timeline(conference)),
            known=known_by_turn(self.program, self.state, self.language),
            decisions=tuple(self._decisions(told)),
            axes=told.axes(),
            red_lines=told.red_lines(),
            agreements=agreement_facts(self.program, self.state, self.language),
            rulings=tuple(self._rulings()),
            objectives=objectives,
            observations=notes,
            issues=told.issues(),
            referents=told.referents(),
            pipeline=told.pipeline(),
            indicators=told.indicators(),
            largest=told.largest(),
            questions=tuple(self._questions()),
            debrief_focus=self.say(self.scenario.debrief.focus),
            prompts=tuple(self.say(text) for text in self.scenario.debrief.prompts),
            participants=tuple(self._participants()),
            sources=told.sources(),
            conference=conference,
            views=view_facts(told),
        )

    def say(self, text: str | dict[str, str]) -> str:
        return say(self.bundle, text, self.language)

    def who(self, role: str) -> str:
        return name_of(self.bundle, role, self.language) if role else ""

    def _overview(self) -> Overview:
        scenario, model = self.scenario, self.bundle.model
        return Overview(
            title=self.say(scenario.title),
            summary=self.say(scenario.summary),
            version=scenario.version,
            scope=self.say(scenario.overview.scope),
            hazard=self.say(scenario.overview.threat_or_hazard),
            sponsor=self.say(scenario.overview.sponsor),
            model=self.say(model.name),
            model_version=model.version,
            preset=self.say(model.presets[scenario.preset].name),
            notice=self.say(model.notice),
            seed=self.state.key.seed,
            turns_planned=scenario.turns,
            turns_played=len(self.played),
            turn_length=self.say(scenario.turn_length),
            run_out=len(self.state.turns) - len(self.played),
            end_reason=self.state.end_reason,
            assumptions=tuple(self.say(text) for text in scenario.overview.assumptions),
            source=scenario.source,
        )

    # --- timeline ---------------------------------------------------------------------------

    def _timeline(self, conference: ConferenceFacts) -> Iterator[Moment]:
        spoken = [one for one in conference.record if one.kind in _AT_CONFERENCE]
        before = min((record.turn for record in self.played), default=1)
        for entry in spoken:
            if entry.turn < before:
                yield self._entry(entry)
        for record in self.played:
            yield from self._given(record.turn)
            for decided in record.decided:
                kind = "statement" if decided.kind == "statement" else "response"
                yield self._moment(record.turn, kind, decided.role, self._given_text(decided))
            for role, number in record.lifted:
                yield self._moment(record.turn, "lifted", role, self._standing(record, number))
            for ruling in record.rulings:
                ruled = next((one for one in record.decided if one.id == ruling.response), None)
                text = self._ruling_text(ruling)
                if ruled is not None:
                    response = response_text(self.program, ruled, self.language)
                    text = f"{self.who(ruled.role)}, {response}: {text}"
                facilitator = self.words.say("facilitator")
                yield Moment(record.turn, self._time(record.turn), "ruling", facilitator, text)
            yield from (self._entry(one) for one in spoken if one.turn == record.turn)
            yield from self._followed(record)
        for inject, reason in self.state.skipped:
            title = self.say(self.bundle.injects()[inject].title)
            yield Moment(self.state.turn, "", "skipped", "", f"{title}: {reason}")

    def _entry(self, entry: EntryFact) -> Moment:
        return Moment(entry.turn, self._time(entry.turn), entry.kind, entry.who, entry.text)

    def _given_text(self, decided: Decided) -> str:
        """A response in words; of a statement also issue, frame, audiences and what was said."""
        text = response_text(self.program, decided, self.language)
        if decided.kind != "statement":
            return text
        model = self.bundle.model
        about = self.words.say(
            "decision-frame",
            issue=self.say(model.issues[decided.issue].name) if decided.issue else "",
            frame=self.words.say(f"frame-{decided.frame}"),
            audiences=", ".join(self.say(model.audiences[name].name) for name in decided.audiences),
        )
        said = self.words.say("statement-words", words=decided.reason) if decided.reason else ""
        return ". ".join(part for part in (text, about, said) if part)

    def _ruling_text(self, ruling: Ruling) -> str:
        """A ruling in words, without what it is about where that is a response."""
        if ruling.kind == "replace":
            name = self.say(self.bundle.measures()[ruling.measure].name)
            return self.words.say("ruling-replace", measure=name, reason=ruling.reason)
        if ruling.kind == "scale":
            return self.words.say("ruling-scale", percent=ruling.percent, reason=ruling.reason)
        slot = self.program.slots.index[split_name(ruling.slot)]
        label = label_of(self.program, slot, self.language)
        return self.words.say(
            "ruling-row", label=label, amount=signed(ruling.amount), reason=ruling.reason
        )

    def _given(self, turn: int) -> Iterator[Moment]:
        for delivery in self.state.deliveries:
            if delivery.turn != turn:
                continue
            card = self.bundle.injects().get(delivery.inject)
            code = self.program.numbers.inject.get(delivery.inject)
            if card is None or code is None:
                names = ", ".join(self.who(role) for role in delivery.to) or self.words.say(
                    "everybody"
                )
                yield Moment(turn, self._time(turn), "added", names, delivery.title)
                continue
            to = self.program.injects[code]
            names = (
                self.words.say("everybody")
                if to.public
                else ", ".join(self.who(self.program.roles[role]) for role in to.to)
            )
            yield Moment(turn, self._time(turn), "inject", names, self.say(card.title))

    def _followed(self, record: TurnRecord) -> Iterator[Moment]:
        for clause in record.outcome.adopted if record.outcome else ():
            code = self.program.agreements[clause.agreement]
            card = self.bundle.agreements()[code.name]
            text = self.say(card.clauses[code.clauses[clause.clause].name].text)
            yield Moment(
                record.turn, self._time(record.turn), "agreement", self.say(card.name), text
            )
        for breach in self.state.world.breaches:
            if breach.turn == record.turn:
                name = self.say(self.bundle.red_lines()[breach.line].name)
                yield self._moment(record.turn, "breach", breach.place, name)

    def _moment(self, turn: int, kind: str, role: str, text: str) -> Moment:
        return Moment(turn, self._time(turn), kind, self.who(role), text)

    def _time(self, turn: int) -> str:
        return story_time(self.program, turn, self.language)

    def _standing(self, record: TurnRecord, number: int) -> str:
        standing = record.at_cut_off.in_force if record.at_cut_off else ()
        found = next((measure for measure in standing if measure.number == number), None)
        if found is None:
            return ""
        return self.say(self.bundle.measures()[self.program.measures[found.measure].name].name)

    # --- decisions --------------------------------------------------------------------------

    def _decisions(self, told: outcomes.Outcomes) -> Iterator[Decision]:
        for record in self.played:
            for decided in record.decided:
                yield self._decision(record, decided, told)

    def _decision(self, record: TurnRecord, decided: Decided, told: outcomes.Outcomes) -> Decision:
        card = self.bundle.measures().get(decided.measure)
        model = self.bundle.model
        inject = self.bundle.injects().get(decided.inject)
        referent = decided.referent or (card.referent if card else "")
        return Decision(
            id=decided.id,
            turn=record.turn,
            role=decided.role,
            who=self.who(decided.role),
            kind=decided.kind,
            text=response_text(self.program, decided, self.language),
            measure=decided.measure,
            klass=card.class_ if card else "",
            restrictive=card is not None and card.class_ == "restrictive",
            inject=self.say(inject.title) if inject else "",
            issue=self.say(model.issues[decided.issue].name) if decided.issue else "",
            frame=decided.frame,
            referent=self.say(model.referents[referent]) if referent in model.referents else "",
            audiences=tuple(self.say(model.audiences[name].name) for name in decided.audiences),
            needed=decided.needed,
            suitable=decided.suitable,
            reason=decided.reason,
            ruled=tuple(
                ruling.number for ruling in record.rulings if ruling.response == decided.id
            ),
            moved=told.moved(decided.id),
            security=told.brought("security", decided.id),
            rights=told.brought("rights", decided.id),
        )

    # --- rulings -----------------------------------------------------------------------------

    def _rulings(self) -> Iterator[RulingFact]:
        for record in self.played:
            if record.rulings:
                original = self._proposed(record)
                for ruling in record.rulings:
                    yield self._ruling(record, ruling, original)

    def _proposed(self, record: TurnRecord) -> tuple[Row, ...]:
        """The rows the engine would have brought without any ruling."""
        assert record.at_cut_off is not None
        unruled = replace(
            self.state,
            responses=record.decided,
            lifted=record.lifted,
            texts=record.texts,
            rulings=(),
        )
        given = turn_input(self.program, unruled)
        step = adjudicate(self.program, record.at_cut_off, given, record.turn, self.state.key)
        return (*step.rows, *step.waiting)

    def _ruling(self, record: TurnRecord, ruling: Ruling, original: tuple[Row, ...]) -> RulingFact:
        decided = next((one for one in record.decided if one.id == ruling.response), None)
        step = record.outcome
        final = (*step.rows, *step.waiting) if step else ()
        if decided is None:
            own = tuple(row for row in final if _added_by(row, ruling))
            return self._told(record, ruling, "", "", (), own)
        return self._told(
            record,
            ruling,
            self.who(decided.role),
            response_text(self.program, decided, self.language),
            tuple(row for row in original if row.cause.response == decided.id),
            tuple(row for row in final if row.cause.response == decided.id),
        )

    def _told(
        self,
        record: TurnRecord,
        ruling: Ruling,
        who: str,
        given: str,
        proposed: tuple[Row, ...],
        confirmed: tuple[Row, ...],
    ) -> RulingFact:
        return RulingFact(
            turn=record.turn,
            number=ruling.number,
            kind=ruling.kind,
            who=who,
            original=given,
            ruling=self._ruling_text(ruling),
            reason=ruling.reason,
            proposed=self._amounts(proposed),
            confirmed=self._amounts(confirmed),
        )

    def _amounts(self, rows: Iterable[Row]) -> tuple[tuple[str, int], ...]:
        sums: dict[int, int] = {}
        for row in rows:
            sums[row.slot] = sums.get(row.slot, 0) + row.amount
        return tuple(
            (label_of(self.program, slot, self.language), value) for slot, value in sums.items()
        )

    # --- people and texts -------------------------------------------------------------------

    def _observation(self, note: Observed) -> Observation:
        inject = self.bundle.injects().get(note.inject)
        objective = self.scenario.objectives.get(note.objective)
        return Observation(
            turn=note.turn,
            kind=note.kind,
            text=note.text,
            who=self.who(note.role),
            inject=self.say(inject.title) if inject else "",
            objective=self.say(objective.text) if objective else "",
        )

    def _questions(self) -> Iterator[tuple[str, str]]:
        answers = dict(self.state.answers)
        for slug, text in self.scenario.questions.items():
            yield self.say(text), answers.get(slug, "")

    def _participants(self) -> Iterator[Participant]:
        for seat in self.state.seats:
            kind = self.bundle.roles[seat.role].kind
            yield Participant(seat.role, self.who(seat.role), kind, seat.holder, seat.label)


def _added_by(row: Row, ruling: Ruling) -> bool:
    return row.cause.kind == "ruling" and row.cause.note == ruling.reason


__all__ = ["facts_of"]
