"""What a seat may do, as it reads it: measures, agreements, and its lasting measures."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from exercise.conduct.decide_agreement import sponsor_refusal
from exercise.conduct.decide_seat import drafts, used_otherwise
from exercise.conduct.state import OpenText, Phase, State
from exercise.conduct.view import (
    AgreementView,
    ClauseView,
    MeasureView,
    StandingMeasure,
    TargetView,
)
from exercise.engine import ir
from exercise.engine.agreements import clauses_in_force
from exercise.engine.legality import Choice, choices, cost_of
from exercise.engine.program import AgreementCode, Drawn, EffectCode, Program
from exercise.engine.prose import name_of, say
from exercise.errors import RefusalCode
from exercise.model.measure import Lasting, Measure

_MEDIUM, _LARGE = 1000, 2000
"""Planned amounts, hundredths, from which a measure card speaks of a medium and a large help."""


def measures(program: Program, state: State, role: str, language: str) -> Iterator[MeasureView]:
    """Yield every measure before a seat, with the reason where it is not available now."""
    if not state.running:
        return
    number = program.numbers.role[role]
    found = choices(
        program,
        state.world,
        state.turn,
        number,
        drafts(program, state, role),
        used_otherwise(state, role),
    )
    for choice in found:
        refusal = _silent(state, role) or choice.refusal or _not_now(program, state, choice)
        yield measure_view(program, replace(choice, refusal=refusal), number, language)


def _not_now(program: Program, state: State, choice: Choice) -> RefusalCode | None:
    """Why what a seat could decide in its phase cannot be decided in this one."""
    statement = program.measures[choice.measure].statement
    proper = Phase.consultation if statement else Phase.decision
    return None if state.phase is proper else RefusalCode.wrong_phase


def _silent(state: State, role: str) -> RefusalCode | None:
    """Why a seat can do nothing at all now."""
    seat = state.seat(role)
    if seat is None or seat.holder == "vacant":
        return RefusalCode.seat_vacant
    return RefusalCode.exercise_paused if state.paused else None


def measure_view(program: Program, choice: Choice, role: int, language: str) -> MeasureView:
    """Return a measure as a role reads it."""
    bundle, code = program.bundle, program.measures[choice.measure]
    card = program.measure_cards[code.name]
    return MeasureView(
        slug=code.name,
        name=say(bundle, card.name, language),
        text=say(bundle, card.text, language),
        klass=code.klass,
        cost=cost_of(code) // 100,
        upkeep=card.upkeep,
        lasts=_lasts(card),
        restrictive=code.restrictive,
        statement=code.statement,
        offered_by=tuple(program.injects[inject].name for inject in choice.injects),
        targets=tuple(
            TargetView(program.targets[target], name_of(bundle, program.targets[target], language))
            for target in choice.targets
            if target >= 0
        ),
        needs_target=code.target not in ("none", "home"),
        requires=say(bundle, card.requires_text, language) if card.requires_text else "",
        referent=card.referent,
        helps=tuple(_helps(program, choice.measure, role).items()),
        refusal=choice.refusal,
    )


def _lasts(card: Measure) -> str:
    return str(card.lasts.turns) if isinstance(card.lasts, Lasting) else card.lasts


def _helps(program: Program, measure: int, role: int) -> dict[str, int]:
    """What a measure's plan says it moves: printed on every measure card, so open to all."""
    targets = program.reach.get((measure, role), ())
    if not targets:
        return {}
    option = program.any_option(measure, role, targets[0])
    strengths: dict[str, int] = {}
    for effect in (*option.yields, *option.side_effects):
        if effect.kind == "change":
            family = program.slots.base[effect.slot].family
            strengths[family] = strengths.get(family, 0) + _nominal(effect)
    return {family: _size(value) for family, value in strengths.items() if value}


def _nominal(effect: EffectCode) -> int:
    match effect.amount:
        case ir.Const(value=value):
            return value
        case ir.Scale(amount=amount):
            return amount
        case Drawn(low=low, high=high):
            return (low + high) // 2
    return 0


def _size(value: int) -> int:
    size = 3 if abs(value) >= _LARGE else 2 if abs(value) >= _MEDIUM else 1
    return size if value > 0 else -size


def agreements(program: Program, state: State, role: str, language: str) -> Iterator[AgreementView]:
    """Yield the agreements on the table, and those the seat is a party to or may sponsor."""
    for code in program.agreements:
        text = state.text(code.name)
        now = state.phase is Phase.consultation and _silent(state, role) is None
        may = now and sponsor_refusal(program, state, role, code) is None
        if text is not None or may or program.numbers.role[role] in (*code.parties, *code.sponsors):
            yield _agreement(program, state, role, code, text, may, language)


def _agreement(
    program: Program,
    state: State,
    role: str,
    code: AgreementCode,
    text: OpenText | None,
    may: bool,
    language: str,
) -> AgreementView:
    bundle = program.bundle
    card = program.agreement_cards[code.name]
    in_force = clauses_in_force(program, state.world, code)
    on = text.on if text else tuple(clause.name for clause in code.clauses if clause.on)
    clauses = tuple(
        ClauseView(name, say(bundle, clause.text, language), name in on, number in in_force)
        for number, (name, clause) in enumerate(card.clauses.items())
    )
    parties = tuple(program.roles[party] for party in code.parties if state.world.present[party])
    return AgreementView(
        slug=code.name,
        name=say(bundle, card.name, language),
        text=say(bundle, card.text, language),
        decision=code.decision,
        parties=parties,
        clauses=clauses,
        open=text is not None,
        sponsor=text.sponsor if text else "",
        signed=text.signed if text else (),
        objected=text.objected if text else (),
        contributions=text.contributions if text else (),
        has_contributions=code.contributions,
        party=role in parties,
        may_sponsor=may,
    )


def standing(program: Program, state: State, role: str, language: str) -> Iterator[StandingMeasure]:
    """Yield the lasting measures in force that the seat may see."""
    for measure in state.world.in_force:
        code = program.measures[measure.measure]
        owner = program.roles[measure.role]
        if code.covert and owner != role:
            continue
        own = owner == role
        place = program.targets[measure.target] if measure.target >= 0 else ""
        yield StandingMeasure(
            number=measure.number,
            slug=code.name,
            name=say(program.bundle, program.measure_cards[code.name].name, language),
            role=owner,
            place=place,
            since=measure.since,
            own=own,
            lifted=own and (role, measure.number) in state.lifted,
        )
