"""Building views from the state: what is public, and what one seat may know besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from exercise.conduct.choices import agreements, measures, standing
from exercise.conduct.decide_seat import purse_of
from exercise.conduct.gauges import Display
from exercise.conduct.open_record import breaches_of, changes_of, record_of
from exercise.conduct.state import Delivery, State
from exercise.conduct.view import (
    Change,
    Common,
    Gauge,
    InboxItem,
    IssueView,
    MessageView,
    QuestionView,
    RoleCardView,
    SeatView,
)
from exercise.conduct.views_conference import conference_acts, conference_view
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.model.base import LangText
from exercise.model.role import FRAMES


class Picture(Struct, frozen=True):
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
        conference=conference_view(program, state, language),
    )


def view_for(
    program: Program, state: State, role: str, language: str = "en", picture: Picture | None = None
) -> SeatView:
    """Return everything one seat may know; ``picture`` as for the room's view."""
    number = program.numbers.role[role]
    left = purse_of(program, state, role)
    paid = bool(state.turns) and state.turns[-1].outcome is not None
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
        measures=tuple(measures(program, state, role, language)),
        agreements=tuple(agreements(program, state, role, language)),
        standing=tuple(standing(program, state, role, language)),
        responses=tuple(decided for decided in state.responses if decided.role == role),
        sealed=role in state.sealed,
        funds=state.world.values[program.funds[number]] if paid else left.funds,
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
        conference_acts=conference_acts(program, state, role),
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

    def lines(texts: Iterable[LangText]) -> tuple[str, ...]:
        return tuple(say(bundle, text, language) for text in texts)

    return RoleCardView(
        slug=role,
        name=name_of(bundle, role, language),
        kind=card.kind,
        mandate=say(bundle, card.mandate, language),
        dilemma=say(bundle, place.dilemma, language),
        interests=lines(card.interests),
        resources=lines(card.resources),
        constraints=lines(card.constraints),
        red_lines=lines(red.text for red in card.red_lines),
        allies=tuple(name_of(bundle, ally, language) for ally in card.allies),
        private=lines(card.private),
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
    """What was delivered to a seat; injects written on the spot are numbered as the seat has met them."""
    added = 0
    for delivery in state.deliveries:
        number = program.numbers.inject.get(delivery.inject)
        if number is not None:
            if program.numbers.role[role] in program.injects[number].to:
                yield _authored(program, state, delivery, role, language)
        elif not delivery.to or role in delivery.to:
            added += 1
            yield InboxItem(
                inject=f"added.{added}",
                turn=delivery.turn,
                title=delivery.title,
                text=delivery.text,
                private="",
                sender="",
                method="report",
                public=not delivery.to,
                open=False,
            )


def _authored(
    program: Program, state: State, delivery: Delivery, role: str, language: str
) -> InboxItem:
    """An inject of the scenario as one of its recipients reads it."""
    bundle = program.bundle
    code = program.injects[program.numbers.inject[delivery.inject]]
    card = bundle.injects()[delivery.inject]
    number = program.numbers.role[role]
    offers = tuple(measure for who, measure in code.offers if who == number)
    return InboxItem(
        inject=delivery.inject,
        turn=delivery.turn,
        title=say(bundle, card.title, language),
        text=say(bundle, card.text, language),
        private=say(bundle, card.private[role], language) if role in card.private else "",
        sender=say(bundle, card.from_, language),
        method=card.method,
        public=code.public,
        open=state.turn - delivery.turn < code.open_turns,
        offers=tuple(program.measures[measure].name for measure in offers),
        either=(number, offers) in code.either,
        content_note=say(bundle, card.content_note or "", language),
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
