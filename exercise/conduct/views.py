"""Building views from the state: what is public, and what one seat may know besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exercise.conduct.decide_agreement import sponsor_refusal
from exercise.conduct.decide_seat import drafts, used_otherwise
from exercise.conduct.gauges import Display
from exercise.conduct.open_record import breaches_of, changes_of, record_of
from exercise.conduct.state import OpenText, Phase, State
from exercise.conduct.view import (
    AgreementView,
    Change,
    ClauseView,
    Common,
    Gauge,
    InboxItem,
    IssueView,
    MeasureView,
    MessageView,
    QuestionView,
    RoleCardView,
    SeatView,
    StandingMeasure,
    TargetView,
)
from exercise.engine import ir
from exercise.engine.legality import Choice, choices, cost_of, purse
from exercise.engine.program import AgreementCode, Drawn, EffectCode, Program
from exercise.engine.prose import name_of, say
from exercise.errors import RefusalCode
from exercise.model.measure import Lasting, Measure
from exercise.model.role import FRAMES

_MEDIUM, _LARGE = 1000, 2000
"""Planned amounts, hundredths, from which a measure card speaks of a medium and a large help."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The part of the room's view that only a phase or an outcome changes; costly, so sessions keep it."""

    axes: tuple[Gauge, ...]
    gauges: tuple[Gauge, ...]
    changes: tuple[Change, ...]


def picture_of(program: Program, state: State, language: str) -> Picture:
    """Return the values and causes that are open to all; nothing while scores are hidden."""
    if state.scores_hidden and not state.over:
        return Picture((), (), ())
    display = Display(program, state, language, exact=state.over)
    return Picture(display.axes(), tuple(display.published()), changes_of(program, state, language))


def room_view(
    program: Program, state: State, language: str = "en", picture: Picture | None = None
) -> Common:
    """Return what everybody in the room may know: the projector's view.

    Args:
        program: The Program.
        state: The exercise.
        language: Of all texts.
        picture: What ``picture_of`` gives for this state, where the caller has it already.
    """
    bundle, scenario = program.bundle, program.bundle.scenario
    picture = picture or picture_of(program, state, language)
    return Common(
        scenario=scenario.id,
        title=say(bundle, scenario.title, language),
        phase=state.phase,
        turn=state.turn,
        turns=scenario.turns,
        story_time=story_time(program, state.turn, language),
        paused=state.paused,
        scores_hidden=state.scores_hidden and not state.over,
        seats=state.seats,
        roles=tuple((role, name_of(bundle, role, language)) for role in program.roles),
        sealed=len(state.sealed),
        axes=picture.axes,
        gauges=picture.gauges,
        issues=tuple(_issues(program, state, language)),
        record=record_of(program, state, language),
        breaches=breaches_of(program, state, language),
        changes=picture.changes,
        notice=say(bundle, bundle.model.notice, language),
    )


def view_for(
    program: Program, state: State, role: str, language: str = "en", picture: Picture | None = None
) -> SeatView:
    """Return everything one seat may know; ``picture`` as for the room's view."""
    number = program.numbers.role[role]
    own = drafts(program, state, role)
    left = purse(program, state.world, number, own, used_otherwise(state, role))
    model, bundle = program.bundle.model, program.bundle
    seat = state.seat(role)
    return SeatView(
        common=room_view(program, state, language, picture),
        role=role,
        holder=seat.holder if seat else "vacant",
        card=card_view(program, role, language),
        card_gauges=tuple(Display(program, state, language, exact=False).card(role)),
        inbox=tuple(_inbox(program, state, role, language)),
        messages=_messages(state, role),
        questions=tuple(_questions(state, role)),
        measures=tuple(_measures(program, state, role, language)),
        agreements=tuple(_agreements(program, state, role, language)),
        standing=tuple(_standing(program, state, role, language)),
        responses=tuple(decided for decided in state.responses if decided.role == role),
        sealed=role in state.sealed,
        funds=left.funds,
        actions=left.actions,
        actions_total=state.world.values[program.slot("actions", role)] // 100,
        issues=tuple(
            (slug, say(bundle, card.name, language)) for slug, card in model.issues.items()
        ),
        audiences=tuple(
            (slug, say(bundle, card.name, language)) for slug, card in model.audiences.items()
        ),
        referents=tuple(
            (slug, say(bundle, text, language)) for slug, text in model.referents.items()
        ),
        glossary=tuple(
            (slug, say(bundle, text, language)) for slug, text in model.glossary.items()
        ),
    )


def story_time(program: Program, turn: int, language: str) -> str:
    """Return what a turn is called in the story."""
    scenario = program.bundle.scenario
    if 1 <= turn <= len(scenario.calendar):
        return say(program.bundle, scenario.calendar[turn - 1], language)
    return ""


def card_view(program: Program, role: str, language: str) -> RoleCardView:
    """Return a role card in a language; private information included, so for its own seat only."""
    bundle = program.bundle
    card = bundle.roles[role]
    place = next(place for place in bundle.scenario.places if place.role == role)

    def lines(texts: tuple[object, ...]) -> tuple[str, ...]:
        return tuple(say(bundle, text, language) for text in texts)  # type: ignore[arg-type]

    return RoleCardView(
        role,
        name_of(bundle, role, language),
        card.kind,
        say(bundle, card.mandate, language),
        say(bundle, place.dilemma, language),
        lines(card.interests),
        lines(card.resources),
        lines(card.constraints),
        lines(tuple(red.text for red in card.red_lines)),
        tuple(name_of(bundle, ally, language) for ally in card.allies),
        lines(card.private),
    )


def _issues(program: Program, state: State, language: str) -> Iterator[IssueView]:
    """Issues that are on some agenda."""
    values = state.world.values
    for issue in program.issue_states:
        level = values[issue.level] // 100
        if level:
            slug = program.issues[issue.issue]
            label = say(program.bundle, program.bundle.model.issues[slug].name, language)
            yield IssueView(slug, label, issue.state, level, FRAMES[values[issue.frame] // 100])


def _inbox(program: Program, state: State, role: str, language: str) -> Iterator[InboxItem]:
    bundle = program.bundle
    added = 0
    for delivery in state.deliveries:
        number = program.numbers.inject.get(delivery.inject)
        if number is None:
            if not delivery.to or role in delivery.to:
                added += 1
                yield InboxItem(
                    f"added.{added}",
                    delivery.turn,
                    delivery.title,
                    delivery.text,
                    "",
                    "",
                    "report",
                    not delivery.to,
                    False,
                )
            continue
        code, card = program.injects[number], bundle.scenario.injects[delivery.inject]
        if program.numbers.role[role] not in code.to:
            continue
        offers = tuple(
            program.measures[measure].name
            for who, measure in code.offers
            if who == program.numbers.role[role]
        )
        private = say(bundle, card.private[role], language) if role in card.private else ""
        yield InboxItem(
            delivery.inject,
            delivery.turn,
            say(bundle, card.title, language),
            say(bundle, card.text, language),
            private,
            say(bundle, card.from_, language),
            card.method,
            code.public,
            state.turn - delivery.turn < code.open_turns,
            offers,
        )


def _messages(state: State, role: str) -> tuple[MessageView, ...]:
    """Numbered as the seat has met them: the exercise's own numbers would tell how much others write."""
    own = [message for message in state.messages if role == message.sender or role in message.to]
    return tuple(
        MessageView(number, message.sender, message.to, message.text, message.turn)
        for number, message in enumerate(own, start=1)
    )


def _questions(state: State, role: str) -> Iterator[QuestionView]:
    own = [asked for asked in state.questions if asked.question.role == role]
    for number, asked in enumerate(own, start=1):
        yield QuestionView(number, role, asked.question.text, asked.answer, asked.turn)


def _measures(program: Program, state: State, role: str, language: str) -> Iterator[MeasureView]:
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
        code.name,
        say(bundle, card.name, language),
        say(bundle, card.text, language),
        code.klass,
        cost_of(code) // 100,
        card.upkeep,
        _lasts(card),
        code.restrictive,
        code.statement,
        tuple(program.injects[inject].name for inject in choice.injects),
        tuple(
            TargetView(program.targets[target], name_of(bundle, program.targets[target], language))
            for target in choice.targets
            if target >= 0
        ),
        code.target not in ("none", "home"),
        say(bundle, card.requires_text, language) if card.requires_text else "",
        card.referent,
        tuple(_helps(program, choice.measure, role).items()),
        choice.refusal,
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


def _agreements(
    program: Program, state: State, role: str, language: str
) -> Iterator[AgreementView]:
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
    in_force = {c.clause for c in state.world.clauses if program.agreements[c.agreement] is code}
    on = text.on if text else tuple(clause.name for clause in code.clauses if clause.on)
    clauses = tuple(
        ClauseView(name, say(bundle, clause.text, language), name in on, number in in_force)
        for number, (name, clause) in enumerate(card.clauses.items())
    )
    parties = tuple(program.roles[party] for party in code.parties if state.world.present[party])
    return AgreementView(
        code.name,
        say(bundle, card.name, language),
        say(bundle, card.text, language),
        code.decision,
        parties,
        clauses,
        text is not None,
        text.sponsor if text else "",
        text.signed if text else (),
        text.objected if text else (),
        text.contributions if text else (),
        code.contributions,
        role in parties,
        may,
    )


def _standing(
    program: Program, state: State, role: str, language: str
) -> Iterator[StandingMeasure]:
    for measure in state.world.in_force:
        code = program.measures[measure.measure]
        owner = program.roles[measure.role]
        if code.covert and owner != role:
            continue
        own = owner == role
        place = program.targets[measure.target] if measure.target >= 0 else ""
        yield StandingMeasure(
            measure.number,
            code.name,
            say(program.bundle, program.measure_cards[code.name].name, language),
            owner,
            place,
            measure.since,
            own,
            own and (role, measure.number) in state.lifted,
        )
