"""Building views from the state: what is public, and what one seat may know besides."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.conduct.decide_agreement import sponsor_refusal
from exercise.conduct.decide_seat import drafts, used_otherwise
from exercise.conduct.gauges import Display
from exercise.conduct.open_record import breaches_of, changes_of, record_of
from exercise.conduct.state import OpenText, Phase, State
from exercise.conduct.view import (
    AgreementView,
    ClauseView,
    Common,
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
from exercise.engine.legality import Choice, choices, purse
from exercise.engine.program import AgreementCode, Drawn, EffectCode, Program
from exercise.engine.prose import name_of, say
from exercise.model.measure import Lasting, Measure
from exercise.model.role import FRAMES


def room_view(program: Program, state: State, language: str = "en") -> Common:
    """Return what everybody in the room may know: the projector's view."""
    bundle, scenario = program.bundle, program.bundle.scenario
    display = Display(program, state, language, exact=state.over)
    open_scores = state.over or not state.scores_hidden
    return Common(
        scenario=scenario.id, title=say(bundle, scenario.title, language), phase=state.phase, turn=state.turn,
        turns=scenario.turns, story_time=story_time(program, state.turn, language), paused=state.paused,
        scores_hidden=not open_scores, seats=state.seats,
        roles=tuple((role, name_of(bundle, role, language)) for role in program.roles),
        sealed=len(state.sealed), axes=display.axes() if open_scores else (),
        gauges=tuple(display.published()) if open_scores else (), issues=tuple(_issues(program, state, language)),
        record=record_of(program, state, language), breaches=breaches_of(program, state, language),
        changes=changes_of(program, state, language) if open_scores else (),
        notice=say(bundle, bundle.model.notice, language),
    )


def view_for(program: Program, state: State, role: str, language: str = "en") -> SeatView:
    """Return everything one seat may know."""
    number = program.numbers.role[role]
    own = drafts(program, state, role)
    left = purse(program, state.world, number, own, used_otherwise(state, role))
    model, bundle = program.bundle.model, program.bundle
    seat = state.seat(role)
    return SeatView(
        common=room_view(program, state, language), role=role, holder=seat.holder if seat else "vacant",
        card=card_view(program, role, language),
        card_gauges=tuple(Display(program, state, language, exact=False).card(role)),
        inbox=tuple(_inbox(program, state, role, language)), messages=_messages(state, role),
        questions=tuple(_question(asked) for asked in state.questions if asked.question.role == role),
        measures=tuple(_measures(program, state, role, language)),
        agreements=tuple(_agreements(program, state, role, language)),
        standing=tuple(_standing(program, state, role, language)),
        responses=tuple(decided for decided in state.responses if decided.role == role),
        sealed=role in state.sealed, funds=left.funds, actions=left.actions,
        actions_total=state.world.values[program.slot("actions", role)] // 100,
        issues=tuple((slug, say(bundle, card.name, language)) for slug, card in model.issues.items()),
        audiences=tuple((slug, say(bundle, card.name, language)) for slug, card in model.audiences.items()),
        referents=tuple((slug, say(bundle, text, language)) for slug, text in model.referents.items()),
        glossary=tuple((slug, say(bundle, text, language)) for slug, text in model.glossary.items()),
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
        role, name_of(bundle, role, language), card.kind, say(bundle, card.mandate, language),
        say(bundle, place.dilemma, language), lines(card.interests), lines(card.resources), lines(card.constraints),
        lines(tuple(red.text for red in card.red_lines)),
        tuple(name_of(bundle, ally, language) for ally in card.allies), lines(card.private),
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
    for delivery in state.deliveries:
        number = program.numbers.inject.get(delivery.inject)
        if number is None:
            if not delivery.to or role in delivery.to:
                yield InboxItem(
                    delivery.inject, delivery.turn, delivery.title, delivery.text, "", "", "report",
                    not delivery.to, False,
                )
            continue
        code, card = program.injects[number], bundle.scenario.injects[delivery.inject]
        if program.numbers.role[role] not in code.to:
            continue
        offers = tuple(
            program.measures[measure].name for who, measure in code.offers if who == program.numbers.role[role]
        )
        private = say(bundle, card.private[role], language) if role in card.private else ""
        yield InboxItem(
            delivery.inject, delivery.turn, say(bundle, card.title, language), say(bundle, card.text, language),
            private, say(bundle, card.from_, language), card.method, code.public,
            state.turn - delivery.turn < code.open_turns, offers,
        )


def _messages(state: State, role: str) -> tuple[MessageView, ...]:
    return tuple(
        MessageView(message.number, message.sender, message.to, message.text, message.turn)
        for message in state.messages
        if role == message.sender or role in message.to
    )


def _question(asked) -> QuestionView:  # type: ignore[no-untyped-def]
    return QuestionView(asked.question.number, asked.question.role, asked.question.text, asked.answer, asked.turn)


def _measures(program: Program, state: State, role: str, language: str) -> Iterator[MeasureView]:
    if not state.running:
        return
    number = program.numbers.role[role]
    found = choices(
        program, state.world, state.turn, number, drafts(program, state, role), used_otherwise(state, role)
    )
    for choice in found:
        yield measure_view(program, choice, number, language)


def measure_view(program: Program, choice: Choice, role: int, language: str) -> MeasureView:
    """Return a measure as a role reads it."""
    bundle, code = program.bundle, program.measures[choice.measure]
    card = bundle.measures()[code.name]
    return MeasureView(
        code.name, say(bundle, card.name, language), say(bundle, card.text, language), code.klass, card.cost,
        card.upkeep, _lasts(card), code.restrictive, code.statement,
        tuple(program.injects[inject].name for inject in choice.injects),
        tuple(
            TargetView(program.targets[target], name_of(bundle, program.targets[target], language))
            for target in choice.targets
            if target >= 0
        ),
        code.target not in ("none", "home"),
        say(bundle, card.requires_text, language) if card.requires_text else "", card.referent,
        tuple(_helps(program, choice.measure, role).items()), choice.refusal,
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
    size = 3 if abs(value) >= 700 else 2 if abs(value) >= 350 else 1
    return size if value > 0 else -size


def _agreements(program: Program, state: State, role: str, language: str) -> Iterator[AgreementView]:
    for code in program.agreements:
        text = state.text(code.name)
        may = state.phase is Phase.consultation and sponsor_refusal(program, state, role, code) is None
        if text is not None or may or program.numbers.role[role] in (*code.parties, *code.sponsors):
            yield _agreement(program, state, role, code, text, may, language)


def _agreement(
    program: Program, state: State, role: str, code: AgreementCode, text: OpenText | None, may: bool, language: str
) -> AgreementView:
    bundle = program.bundle
    card = bundle.agreements()[code.name]
    in_force = {c.clause for c in state.world.clauses if program.agreements[c.agreement] is code}
    on = text.on if text else tuple(clause.name for clause in code.clauses if clause.on)
    clauses = tuple(
        ClauseView(name, say(bundle, clause.text, language), name in on, number in in_force)
        for number, (name, clause) in enumerate(card.clauses.items())
    )
    parties = tuple(program.roles[party] for party in code.parties if state.world.present[party])
    return AgreementView(
        code.name, say(bundle, card.name, language), say(bundle, card.text, language), code.decision, parties,
        clauses, text is not None, text.sponsor if text else "", text.signed if text else (),
        text.objected if text else (), text.contributions if text else (), code.contributions, role in parties, may,
    )


def _standing(program: Program, state: State, role: str, language: str) -> Iterator[StandingMeasure]:
    for measure in state.world.in_force:
        code = program.measures[measure.measure]
        owner = program.roles[measure.role]
        if code.covert and owner != role:
            continue
        own = owner == role
        place = program.targets[measure.target] if measure.target >= 0 else ""
        yield StandingMeasure(
            measure.number, code.name, say(program.bundle, program.bundle.measures()[code.name].name, language),
            owner, place, measure.since, own, own and (role, measure.number) in state.lifted,
        )
