"""The facilitator's view: the events list, the world, and what awaits a ruling."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.conduct.command import FACILITATOR
from exercise.conduct.decided import Decided, Ruling
from exercise.conduct.gauges import Display
from exercise.conduct.open_record import why
from exercise.conduct.state import Phase, State, turn_input
from exercise.conduct.view import (
    FacilitatorView,
    InjectLine,
    InjectState,
    ProposedRow,
    QuestionView,
    RulingFlag,
    ToRule,
)
from exercise.conduct.views import Picture, room_view
from exercise.conduct.views_conference import conference_acts
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say, slot_label
from exercise.engine.turn import adjudicate
from exercise.engine.world import InjectStatus, Row, Step


def facilitator_view(
    program: Program, state: State, language: str = "en", picture: Picture | None = None
) -> FacilitatorView:
    """Return everything the facilitator sees; drafts stay sealed until the cut-off."""
    step = _proposal(program, state)
    return FacilitatorView(
        common=room_view(program, state, language, picture),
        injects=tuple(_injects(program, state, language)),
        gauges=tuple(Display(program, state, language, exact=True).everything()),
        to_rule=tuple(_to_rule(program, state, step, language)) if step else (),
        rulings=tuple(
            (ruling.number, ruling_text(program, ruling, language)) for ruling in state.rulings
        ),
        waiting=tuple(proposed(program, row, language) for row in state.world.waiting),
        questions=tuple(
            QuestionView(a.question.number, a.question.role, a.question.text, a.answer, a.turn)
            for a in state.questions
        ),
        pause_requests=state.pause_requests,
        sealed=state.sealed,
        observations=tuple(
            (note.turn, note.kind, note.role, note.text) for note in state.observations
        ),
        answers=state.answers,
        seed=state.key.seed,
        can_undo=bool(state.checkpoints),
        conference_acts=conference_acts(program, state, FACILITATOR),
    )


def _proposal(program: Program, state: State) -> Step | None:
    if state.phase is not Phase.adjudication:
        return None
    return adjudicate(program, state.world, turn_input(program, state), state.turn, state.key)


def proposed(program: Program, row: Row, language: str) -> ProposedRow:
    """Return a ledger row in words."""
    spec = program.slots.base[row.slot]
    return ProposedRow(
        slot=spec.name,
        label=slot_label(program.bundle, spec.family, spec.args, language),
        amount=row.amount,
        turn=row.turn,
        why=why(program, row.cause, language),
        factors=row.cause.factors,
    )


def _injects(program: Program, state: State, language: str) -> Iterator[InjectLine]:
    bundle = program.bundle
    for code, status in zip(program.injects, state.world.injects, strict=True):
        card = bundle.injects()[code.name]
        trigger = card.when or ""
        yield InjectLine(
            inject=code.name,
            ref=card.ref or "",
            kind=code.kind,
            turn=code.turn,
            title=say(bundle, card.title, language),
            to=("all",) if code.public else tuple(program.roles[role] for role in code.to),
            expected=say(bundle, card.expected, language),
            status=_status(state, code.name, status),
            trigger=trigger,
            fired=status.fired,
            content_note=say(bundle, card.content_note or "", language),
        )


def _status(state: State, name: str, status: InjectStatus) -> InjectState:
    if status.fired >= 0:
        return "released"
    if status.skipped:
        return "skipped"
    if name in state.ready:
        return "ready"
    if name in state.held:
        return "held"
    if status.called:
        return "called"
    return "armed" if status.armed else "waiting"


def _to_rule(program: Program, state: State, step: Step, language: str) -> Iterator[ToRule]:
    produced = (*step.rows, *step.waiting)
    for decided in state.responses:
        rows = tuple(
            proposed(program, row, language)
            for row in produced
            if row.cause.response == decided.id and row.cause.kind in ("measure", "statement")
        )
        yield ToRule(
            decided,
            name_of(program.bundle, decided.role, language),
            response_text(program, decided, language),
            rows,
            tuple(_flags(program, state, decided, rows)),
        )


def _flags(
    program: Program, state: State, decided: Decided, rows: tuple[ProposedRow, ...]
) -> Iterator[RulingFlag]:
    ruled = any(ruling.response == decided.id for ruling in state.rulings)
    if decided.kind == "free":
        if not ruled:
            yield "free_text"
        return
    code = program.measures[program.numbers.measure[decided.measure]]
    if code.restrictive:
        yield "restrictive"
    crossed = [
        red
        for red in program.bundle.roles[decided.role].red_lines
        if decided.measure in red.measures
    ]
    if crossed:
        yield "red_line"
    if rows and all(row.amount == 0 for row in rows):
        yield "no_yield"


def response_text(program: Program, decided: Decided, language: str) -> str:
    """Return a response in words."""
    if decided.kind == "free":
        return decided.text
    name = say(program.bundle, program.measure_cards[decided.measure].name, language)
    if decided.target and decided.target != decided.role:
        name = f"{name} → {name_of(program.bundle, decided.target, language)}"
    return name


def ruling_text(program: Program, ruling: Ruling, language: str) -> str:
    """Return a ruling in words."""
    match ruling.kind:
        case "replace":
            name = say(program.bundle, program.measure_cards[ruling.measure].name, language)
            return f"{ruling.response} = {name}: {ruling.reason}"
        case "scale":
            return f"{ruling.response} × {ruling.percent} %: {ruling.reason}"
    sign = "+" if ruling.amount > 0 else ""
    return f"{ruling.slot} {sign}{points(ruling.amount)}: {ruling.reason}"
