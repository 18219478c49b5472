"""Conditions that can never be true, and conditions that are always true, as far as it can be proven."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from exercise.authoring.lint.reasons import why_always, why_never
from exercise.authoring.lint.subject import Subject, finding
from exercise.engine import ir
from exercise.engine.findings import Finding, Path
from exercise.engine.program import EffectCode, OptionCode, RuleCode
from exercise.engine.proofs import Known, Moment, always, assume, know, never

__all__ = ["lint_conditions"]


_NOTHING = ir.Always()


class _Place(Struct, frozen=True):
    """One reading of an authored condition: what it means for one expansion or user, and when."""

    path: Path
    test: ir.Test
    moment: Moment
    beside: ir.Test = _NOTHING
    """What holds in any case where it is read."""


def lint_conditions(subject: Subject) -> Iterator[Finding]:
    """Yield a warning for each condition that is false for everybody at all times, or true."""
    places = sorted(_places(subject), key=lambda place: [str(step) for step in place.path])
    for path, group in groupby(places, key=lambda place: place.path):
        yield from _judged(subject, path, tuple(group))


def _judged(subject: Subject, path: Path, places: tuple[_Place, ...]) -> Iterator[Finding]:
    readings = [(place, _around(subject, place)) for place in places]
    open_ = [(place, known) for place, known in readings if known is not None]
    if not open_:
        return  # what stands around it is never true, and is told itself
    first = open_[0][0]
    alone = know(subject.possible, first.moment)
    if all(never(place.test, known) for place, known in open_):
        reason = "it contradicts the condition of the rule around it"
        if never(first.test, alone):
            reason = why_never(first.test, alone)
        yield finding(path, f"this can never be true: {reason}", "never-true")
    elif all(always(place.test, know(subject.possible, place.moment)) for place in places):
        reason = why_always(first.test, alone)
        yield finding(path, f"this is always true{reason}; leave it out", "always-true")


def _around(subject: Subject, place: _Place) -> Known | None:
    return assume(place.beside, know(subject.possible, place.moment))


def _places(subject: Subject) -> Iterator[_Place]:
    program, outcomes = subject.program, subject.outcomes
    for rule in program.rules:
        if rule.name in subject.scenario.rules:
            yield from _of_rule(rule, _rule_moment(rule, outcomes))
    for option in program.options.values():
        name = program.measures[option.measure].name
        if name in subject.scenario.measures:
            yield from _of_option(("scenario", "measures", name), option, subject)
    for inject in program.injects:
        if inject.name in subject.scenario.injects:
            path: Path = ("scenario", "injects", inject.name)
            situations = subject.situations
            first = max(situations.first, inject.turn)
            if inject.when is not None and first <= situations.last:
                moment = Moment(first, situations.last, deciding=False)
                yield _Place((*path, "when"), inject.when, moment)
            yield from _of_effects((*path, "effects"), inject.effects, outcomes)
    for agreement in program.agreements:
        if agreement.name in subject.scenario.agreements:
            path = ("scenario", "agreements", agreement.name)
            if agreement.requires is not None and not isinstance(agreement.requires, ir.Always):
                yield _Place((*path, "requires"), agreement.requires, outcomes)
            for clause in agreement.clauses:
                yield from _of_effects(
                    (*path, "clauses", clause.name, "effects"), clause.effects, outcomes
                )


def _rule_moment(rule: RuleCode, outcomes: Moment) -> Moment:
    """Rules that open or close measures are read once before the first turn as well."""
    opens = any(effect.kind in ("unlock", "void") for effect in rule.effects)
    return Moment(0, outcomes.last) if opens else outcomes


def _of_rule(rule: RuleCode, moment: Moment) -> Iterator[_Place]:
    path: Path = ("scenario", "rules", rule.name)
    if not isinstance(rule.when, ir.Always):
        yield _Place((*path, "when"), rule.when, moment)
    yield from _of_effects((*path, "effects"), rule.effects, moment, rule.when)


def _of_option(path: Path, option: OptionCode, subject: Subject) -> Iterator[_Place]:
    if option.requires is not None:
        yield _Place((*path, "requires"), option.requires, subject.situations)
    for part, test in option.bundle:
        yield _Place((*path, "bundle", part), test, subject.outcomes)
    yield from _of_effects((*path, "yields"), option.yields, subject.outcomes)
    yield from _of_effects((*path, "side_effects"), option.side_effects, subject.outcomes)


def _of_effects(
    path: Path, effects: Iterable[EffectCode], moment: Moment, beside: ir.Test = _NOTHING
) -> Iterator[_Place]:
    for effect in effects:
        if effect.when is not None:
            yield _Place((*path, effect.number, "when"), effect.when, moment, beside)
