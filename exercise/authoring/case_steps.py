"""The turns of a played exercise as steps of a case: what decided each turn, as it stood at the cut-off."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import get_args

from exercise.authoring.case_course import Course, Window
from exercise.conduct.decided import Decided, Ruling
from exercise.conduct.state import OpenText, TurnRecord
from exercise.engine.agreements import clauses_in_force
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.model.step import Lift, Meanwhile, PhaseName, Respond, Rule, Step, Written

_PHASES: tuple[PhaseName, ...] = get_args(get_args(PhaseName)[0])
_Names = dict[str, tuple[str, ...]]


def step_of(program: Program, course: Course, record: TurnRecord, last: bool) -> Step:
    """Return a complete turn as a step; ``last`` says whether it was the last to be played."""
    turn = course.turns[record.turn]
    texts = _Table(program, record)
    return Step(
        turn=record.turn,
        responses=_by_role((d.role, _respond(program, d)) for d in record.decided),
        sponsor=texts.sponsor,
        clauses=texts.clauses,
        contributions=texts.contributions,
        withdraw=texts.withdraw,
        sign=texts.sign,
        object=texts.object,
        arm=turn.armed,
        disarm=turn.disarmed,
        release=turn.released["situation"],
        hold=turn.held,
        skip=turn.skipped,
        written=tuple(
            Written(title=card.title, text=card.text, to=card.to) for card in turn.written
        ),
        during=_during(turn),
        lift=_lifted(program, record),
        rulings=tuple(_rule(record, ruling) for ruling in record.rulings),
        end=last and course.ended and record.turn < program.bundle.scenario.turns,
    )


def _by_role(pairs: Iterable[tuple[str, Respond]]) -> dict[str, tuple[Respond, ...]]:
    found: dict[str, tuple[Respond, ...]] = {}
    for role, response in pairs:
        found[role] = (*found.get(role, ()), response)
    return found


def _respond(program: Program, decided: Decided) -> Respond:
    """A response as it was given; what the engine fills in by itself is left out."""
    said = {
        key: getattr(decided, key)
        for key in ("inject", "frame", "needed", "suitable", "reason", "audiences", "phrases")
        if getattr(decided, key)
    }
    if decided.kind == "free":
        return Respond(text=decided.text, **said)
    code = program.measures[program.numbers.measure[decided.measure]]
    if decided.target and code.target != "home":
        said["target"] = decided.target
    if decided.referent != program.measure_cards[code.name].referent:
        said["referent"] = decided.referent
    if decided.issue != _issue(program, decided):
        said["issue"] = decided.issue
    return Respond(measure=decided.measure, **said)


def _issue(program: Program, decided: Decided) -> str:
    """The issue that a response has where it names none."""
    code = program.measures[program.numbers.measure[decided.measure]]
    number = code.issue if code.statement else -1
    if decided.inject:
        of_inject = program.injects[program.numbers.inject[decided.inject]].issue
        number = of_inject if of_inject >= 0 else number
    return program.issues[number] if number >= 0 else ""


def _rule(record: TurnRecord, ruling: Ruling) -> Rule:
    if ruling.kind == "row":
        return Rule(slot=ruling.slot, amount=_points(ruling.amount), reason=ruling.reason)
    decided = next(d for d in record.decided if d.id == ruling.response)
    own = [d.id for d in record.decided if d.role == decided.role]
    number = own.index(decided.id) + 1
    if ruling.kind == "scale":
        return Rule(role=decided.role, response=number, scale=ruling.percent, reason=ruling.reason)
    return Rule(
        role=decided.role,
        response=number,
        replace_by=ruling.measure,
        target=ruling.target if ruling.target != decided.target else None,
        reason=ruling.reason,
    )


def _points(value: int) -> Decimal:
    return Decimal(points(value))


def _lifted(program: Program, record: TurnRecord) -> dict[str, tuple[str | Lift, ...]]:
    assert record.at_cut_off is not None
    in_force = record.at_cut_off.in_force
    found: dict[str, tuple[str | Lift, ...]] = {}
    for role, number in record.lifted:
        measure = next(one for one in in_force if one.number == number)
        alike = [
            one for one in in_force if (one.role, one.measure) == (measure.role, measure.measure)
        ]
        name = program.measures[measure.measure].name
        what: str | Lift = name
        if len(alike) > 1:
            what = Lift(measure=name, target=program.targets[measure.target])
        found[role] = (*found.get(role, ()), what)
    return found


class _Table:
    """What stood on the table at the cut-off, as the acts that put it there."""

    def __init__(self, program: Program, record: TurnRecord) -> None:
        self.sponsor: _Names = {}
        self.withdraw: _Names = {}
        self.sign: _Names = {}
        self.object: _Names = {}
        self.clauses: dict[str, dict[str, bool]] = {}
        self.contributions: dict[str, dict[str, int]] = {}
        for text in record.texts:
            _append(self.sponsor, text.sponsor, (text.agreement,))
            switched = _switched(program, record, text)
            if switched:
                self.clauses[text.agreement] = switched
            if text.contributions:
                self.contributions[text.agreement] = dict(text.contributions)
            # Switching a clause takes every signature away, that of the sponsor too.
            self._stands(text, _signs_by_sponsoring(program, text) and not switched)

    def _stands(self, text: OpenText, signs: bool) -> None:
        """Note who signed and objected; ``signs``: sponsoring has signed already."""
        signed = {role: names for role, names in text.signed if names}
        objected = {role: tuple(n for n in names if n in text.on) for role, names in text.objected}
        if signs and signed.get(text.sponsor) == text.on:
            del signed[text.sponsor]
        elif signs and text.sponsor not in signed and not objected.get(text.sponsor):
            _append(self.withdraw, text.sponsor, (text.agreement,))
        for acts, stands in ((self.sign, signed), (self.object, objected)):
            for role, names in stands.items():
                if names:
                    _append(acts, role, _clauses(text, names))


def _append(acts: _Names, role: str, names: tuple[str, ...]) -> None:
    acts[role] = (*acts.get(role, ()), *names)


def _clauses(text: OpenText, names: tuple[str, ...]) -> tuple[str, ...]:
    if names == text.on:
        return (text.agreement,)
    return tuple(f"{text.agreement}.{name}" for name in names)


def _switched(program: Program, record: TurnRecord, text: OpenText) -> dict[str, bool]:
    assert record.at_cut_off is not None
    code = program.agreements[program.numbers.agreement[text.agreement]]
    in_force = clauses_in_force(program, record.at_cut_off, code)
    return {
        clause.name: clause.name in text.on
        for number, clause in enumerate(code.clauses)
        if number not in in_force and clause.on is not (clause.name in text.on)
    }


def _signs_by_sponsoring(program: Program, text: OpenText) -> bool:
    code = program.agreements[program.numbers.agreement[text.agreement]]
    return bool(text.on) and program.numbers.role[text.sponsor] in code.parties


def _during(turn: Window) -> dict[PhaseName, Meanwhile]:
    found: dict[PhaseName, Meanwhile] = {}
    for phase in _PHASES:
        meanwhile = Meanwhile(
            come=turn.come.get(phase, ()),
            release=turn.released.get(phase, ()) if phase != "situation" else (),
            leave=turn.leave.get(phase, ()),
        )
        if meanwhile != Meanwhile():
            found[phase] = meanwhile
    return found


__all__ = ["step_of"]
