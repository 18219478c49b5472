"""What followed: both axes with their causes, indicators, issues, whose security, and what was still on its way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercise.conduct.open_record import rows_of
from exercise.conduct.state import State
from exercise.conduct.views import story_time
from exercise.engine.explain import source_of
from exercise.engine.program import Program
from exercise.engine.prose import band_word, name_of, say, slot_label
from exercise.engine.world import Row, apply
from exercise.model.quantity import AXES, AxisName, Quantity
from exercise.model.role import FRAMES
from exercise.report.facts import (
    Axis,
    AxisTurn,
    CauseShare,
    IssueFact,
    LargeChange,
    ObjectiveFact,
    Observation,
    RedLineCrossed,
    ReferentFact,
    Series,
    SourceFact,
    Waiting,
)
from exercise.report.why import (
    Explanation,
    Part,
    cause_words,
    explain_record,
    label_of,
)
from exercise.report.words import Words

LARGEST = 8
"""For how many indicators the report prints every ledger row."""


class Outcomes:
    """The outcomes of an exercise that is over."""

    def __init__(self, program: Program, state: State, language: str) -> None:
        """Take both axes apart once.

        Args:
            program: The Program.
            state: The exercise; EndEx has been called.
            language: Of labels and sentences.
        """
        self.program, self.state, self.language = program, state, language
        self.bundle = program.bundle
        self.words = Words(language)
        self.done = tuple(record for record in state.turns if record.outcome is not None)
        self.played = tuple(record for record in self.done if not record.run_out)
        self.axis_names = self.bundle.model.axes()
        self.apart = {
            axis: tuple(
                explain_record(program, record, program.slot(name), language)
                for record in self.done
            )
            for axis, name in self.axis_names.items()
        }
        self._moved = self._by_response()

    def axes(self) -> tuple[Axis, ...]:
        """Return both axes, security first, each turn with its causes."""
        return tuple(self._axis(axis, name) for axis, name in self.axis_names.items())

    def brought(self, axis: AxisName, response: str) -> int:
        """Return the part of an axis' movement that a response's own rows brought, over all turns; hundredths."""
        found = self.apart.get(axis, ())
        return sum(part.amount for told in found for part in told.rows if part.response == response)

    def moved(self, response: str) -> tuple[tuple[str, int], ...]:
        """Return what a response's own rows moved, over all turns: label and hundredths, in order of the slots."""
        return self._moved.get(response, ())

    def red_lines(self) -> tuple[RedLineCrossed, ...]:
        """Return the red lines that were crossed, in order of time."""
        lines = self.bundle.red_lines()
        last = self.played[-1].turn if self.played else 0
        return tuple(
            RedLineCrossed(
                turn=breach.turn,
                name=self._say(lines[breach.line].name),
                text=self._say(lines[breach.line].text),
                framework=lines[breach.line].framework,
                place=self._who(breach.place),
                cause=cause_words(self.program, breach.cause, self.words),
                source=lines[breach.line].source,
                run_out=breach.turn > last,
            )
            for breach in self.state.world.breaches
        )

    def indicators(self) -> tuple[Series, ...]:
        """Return every published indicator of both families: by state in authored order, then the region."""
        return tuple(self.series(slot) for slot in self._published())

    def largest(self) -> tuple[LargeChange, ...]:
        """Return the largest changes of state indicators over the turns played, in authored order, row by row."""
        if not self.played:
            return ()
        slots = [slot for slot in self._published() if slot < len(self.program.slots.base)]
        moved = {slot: self.played[-1].s2[slot] - self.played[0].start[slot] for slot in slots}
        chosen = sorted(slots, key=lambda slot: -abs(moved[slot]))[:LARGEST]
        return tuple(
            LargeChange(self.series(slot), moved[slot], tuple(self._parts(slot)))
            for slot in slots
            if slot in chosen and moved[slot]
        )

    def objectives(self, notes: tuple[Observation, ...]) -> tuple[ObjectiveFact, ...]:
        """Return the objectives with injects, evidence and observations."""
        return tuple(self._objective(slug, notes) for slug in self.bundle.scenario.objectives)

    def issues(self) -> tuple[IssueFact, ...]:
        """Return words against deeds, for issues that stood on an agenda or moved."""
        return tuple(self._issue(issue, state) for issue, state in self.on_agenda())

    def on_agenda(self) -> Iterator[tuple[str, str]]:
        """Yield the issues and states in which the issue stood on an agenda or was spoken up or down."""
        for code in self.program.issue_states:
            place = (self.program.issues[code.issue], code.state)
            level, rhetoric = self.ends("level", *place), self.ends("rhetoric", *place)
            if any(one >= 100 for one in level) or rhetoric[0] != rhetoric[1]:
                yield place

    def referents(self) -> tuple[ReferentFact, ...]:
        """Return whose security was served, in authored order."""
        return tuple(
            self._referent(slug, self._say(text))
            for slug, text in self.bundle.model.referents.items()
        )

    def pipeline(self) -> tuple[Waiting, ...]:
        """Return the effects still on their way at EndEx, by the turn they land in."""
        if not self.played:
            return ()
        last = self.played[-1]
        assert last.at_cut_off is not None and last.outcome is not None
        rows = apply(self.program, last.at_cut_off, last.outcome).waiting
        end = self.done[-1].turn
        sums: dict[tuple[int, int, str, int], int] = {}
        for row in rows:
            key = (
                row.turn,
                row.slot,
                cause_words(self.program, row.cause, self.words),
                row.cause.turn,
            )
            sums[key] = sums.get(key, 0) + row.amount
        return tuple(
            self._waiting(key, amount, end) for key, amount in sorted(sums.items()) if amount
        )

    def sources(self) -> tuple[SourceFact, ...]:
        """Return the sources that causes of this exercise rest on, in alphabetical order."""
        found: dict[str, dict[str, None]] = {}
        for row in self._all_rows():
            if row.cause.kind in ("rule", "measure", "statement", "inject", "clause", "amplify"):
                words = cause_words(self.program, row.cause, self.words).split(" (")[0]
                found.setdefault(source_of(self.program, row.cause), {})[words] = None
        return tuple(SourceFact(source, tuple(found[source])) for source in sorted(found))

    def series(self, slot: int) -> Series:
        """Return a value over the exercise."""
        spec = self.program.slots.spec(slot)
        card = self.bundle.model.quantities.get(spec.family)
        start = self.done[0].start if self.done else self.program.settle(self.program.start)
        return Series(
            slot=spec.name,
            label=slot_label(self.bundle, spec.family, (), self.language),
            place=self._who(spec.args[0]) if spec.args else "",
            family=card.family if card else "",
            higher_is=card.higher_is if card else "better",
            values=(start[slot], *(record.s2[slot] for record in self.done)),
        )

    def rows_played(self) -> Iterator[Row]:
        """Yield the rows of the turns played, in the order they landed."""
        for record in self.played:
            yield from rows_of(record)

    # --- parts ------------------------------------------------------------------------------

    def _by_response(self) -> dict[str, tuple[tuple[str, int], ...]]:
        sums: dict[str, dict[int, int]] = {}
        for row in self._all_rows():
            if row.cause.response and row.cause.kind in ("measure", "statement"):
                own = sums.setdefault(row.cause.response, {})
                own[row.slot] = own.get(row.slot, 0) + row.amount
        return {
            response: tuple(
                (label_of(self.program, slot, self.language), own[slot])
                for slot in sorted(own)
                if own[slot]
            )
            for response, own in sums.items()
        }

    def _axis(self, axis: AxisName, name: str) -> Axis:
        card = self.bundle.model.derived[name]
        found = self.apart[axis]
        turns = tuple(self._axis_turn(told) for told in found)
        return Axis(
            axis, self._say(card.name), self._say(card.text), found[0].before if found else 0, turns
        )

    def _axis_turn(self, told: Explanation) -> AxisTurn:
        time = story_time(self.program, told.turn, self.language)
        word = band_word(self.bundle, told.slot, told.after, self.language)
        causes = tuple(sorted(grouped(told.rows), key=lambda cause: -abs(cause.amount)))
        return AxisTurn(
            turn=told.turn,
            story_time=time,
            run_out=told.run_out,
            before=told.before,
            after=told.after,
            band=word,
            causes=causes,
        )

    def _published(self) -> Iterator[int]:
        """Slots of published indicators of both families."""
        for family, card in self.bundle.model.quantities.items():
            if card.visibility == "published" and card.family in AXES:
                yield from self._slots(family)

    def _parts(self, slot: int) -> Iterator[Part]:
        for record in self.played:
            yield from explain_record(self.program, record, slot, self.language).rows

    def _objective(self, slug: str, notes: tuple[Observation, ...]) -> ObjectiveFact:
        scenario = self.bundle.scenario
        card = scenario.objectives[slug]
        text = self._say(card.text)
        given = {delivery.inject: delivery.turn for delivery in self.state.deliveries}
        injects = tuple(
            (self._say(inject.title), given.get(name, -1))
            for name, inject in self.bundle.injects().items()
            if slug in inject.objectives
        )
        evidence = tuple(
            self.series(slot) for family in card.evidence for slot in self._slots(family)
        )
        return ObjectiveFact(
            slug=slug,
            text=text,
            question=self._say(scenario.questions[card.question]),
            capability=self._say(card.capability) if card.capability else "",
            injects=injects,
            evidence=evidence,
            observations=tuple(note for note in notes if note.objective == text),
        )

    def _slots(self, family: str) -> Iterator[int]:
        """An indicator's slots: the states in authored order, then the region."""
        for state in self.bundle.scenario.states:
            slot = self.program.slots.index.get((family, (state,)))
            if slot is not None:
                yield slot
        regional = self.program.slots.index.get((family, ()))
        if regional is not None:
            yield regional

    def _issue(self, issue: str, state: str) -> IssueFact:
        ends = {
            part: self.ends(part, issue, state)
            for part in ("rhetoric", "delivery", "money", "level", "frame", "evidence")
        }
        alarm = ("alarm", (issue, state)) in self.program.slots.index
        frames = tuple(self.words.say(f"frame-{FRAMES[value // 100]}") for value in ends["frame"])
        return IssueFact(
            issue=self._say(self.bundle.model.issues[issue].name),
            place=self._who(state),
            rhetoric=ends["rhetoric"],
            delivery=ends["delivery"],
            money=ends["money"],
            level=(ends["level"][0] // 100, ends["level"][1] // 100),
            frame=(frames[0], frames[1]),
            alarm=self.ends("alarm", issue, state) if alarm else None,
            evidence=ends["evidence"],
        )

    def ends(self, family: str, *args: str) -> tuple[int, int]:
        """Return a value at StartEx and after the last turn played, hundredths."""
        slot = self.program.slot(family, *args)
        if not self.played:
            value = self.program.settle(self.state.world.values)[slot]
            return value, value
        return self.played[0].start[slot], self.played[-1].s2[slot]

    def _referent(self, slug: str, label: str) -> ReferentFact:
        up, down = dict.fromkeys(AXES, 0), dict.fromkeys(AXES, 0)
        for family, card in self.bundle.model.quantities.items():
            if slug in card.referents and card.family in AXES and card.visibility == "published":
                gained = self._gain(family, card)
                up[card.family] += max(gained, 0)
                down[card.family] += min(gained, 0)
        return ReferentFact(
            referent=label,
            decisions=self._meant_for(slug),
            security_up=up["security"],
            security_down=down["security"],
            rights_up=up["rights"],
            rights_down=down["rights"],
        )

    def _gain(self, family: str, card: Quantity) -> int:
        """How far the regional value moved toward better, hundredths."""
        if (family, ()) not in self.program.slots.index or card.higher_is == "neutral":
            return 0
        start, end = self.ends(family)
        return end - start if card.higher_is == "better" else start - end

    def _meant_for(self, slug: str) -> int:
        measures = self.bundle.measures()
        return sum(
            (decided.referent or (measures[decided.measure].referent if decided.measure else ""))
            == slug
            for record in self.played
            for decided in record.decided
        )

    def _waiting(self, key: tuple[int, int, str, int], amount: int, end: int) -> Waiting:
        turn, slot, cause, arose = key
        spec = self.program.slots.spec(slot)
        return Waiting(
            turn=turn,
            slot=slot_label(self.bundle, spec.family, spec.args[:-1], self.language),
            place=self._who(spec.args[-1]) if spec.args else "",
            amount=amount,
            cause=cause,
            arose=arose,
            landed=turn <= end,
        )

    def _all_rows(self) -> Iterator[Row]:
        for record in self.done:
            yield from rows_of(record)

    def _say(self, text: str | dict[str, str]) -> str:
        return say(self.bundle, text, self.language)

    def _who(self, slug: str) -> str:
        return name_of(self.bundle, slug, self.language) if slug else ""


def grouped(parts: Iterable[Part]) -> Iterator[CauseShare]:
    """Sum the parts of each cause; what cancels out is left out, because it brought nothing."""
    found: dict[tuple[str, str, str, str], list[Part]] = {}
    for part in parts:
        found.setdefault((part.kind, part.key, part.role, part.why), []).append(part)
    for same in found.values():
        first, total = same[0], sum(part.amount for part in same)
        if total:
            yield CauseShare(
                amount=total,
                kind=first.kind,
                name=first.name,
                key=first.key,
                cause=first.cause,
                why=first.why,
                source=first.source,
                claims=first.claims,
                rows=len(same),
            )


__all__ = ["LARGEST", "Outcomes", "grouped"]
