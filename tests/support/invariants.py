"""What must hold in every state and across every command, whatever the play: the laws as functions.

Each raises AssertionError where its law is broken.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.conference import Paragraph
from exercise.conduct.decide import Decision, decide
from exercise.conduct.event import Event
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State
from exercise.conduct.view import AgreementView, Common, MeasureView, SeatView
from exercise.conduct.view_conference import ConferenceActs
from exercise.conduct.views import room_view, view_for
from exercise.conduct.views_facilitator import facilitator_view
from exercise.engine.explain import source_of
from exercise.engine.ledger import added, shares
from exercise.engine.program import Program
from exercise.engine.world import Row, Step, World, apply
from exercise.errors import Refusal, RefusalCode


def bare(state: State) -> State:
    """Return a state without the states one can go back to."""
    return replace(state, checkpoints=())


def check_purity(program: Program, state: State, actor: str, command: Command) -> Decision:
    """Law 1: deciding and evolving depend on their arguments alone and leave them as they were."""
    told = repr(bare(state)), repr(command)
    random.seed(1)
    first = decide(program, state, actor, command)
    random.seed(2)
    again = decide(program, state, actor, command)
    assert first == again
    if not isinstance(first, Refusal):
        assert folded(program, state, first) == folded(program, state, first)
    assert (repr(bare(state)), repr(command)) == told
    return first


def folded(program: Program, state: State, events: Sequence[Event]) -> State:
    """Return the state after some events."""
    for event in events:
        state = evolve(program, state, event)
    return state


def check_explained(program: Program, state: State, events: Sequence[Event]) -> None:
    """Law 6: over every step, each slot moves by the sum of its rows, and every row has its cause."""
    world = state.world
    for event in events:
        for step in _steps(event):
            after = apply(program, world, step)
            _check_step(program, world, after, step)
            world = after
        state = evolve(program, state, event)
        if not isinstance(event, happened.Undone):
            assert state.world.values == world.values, type(event)
        world = state.world


def _steps(event: Event) -> tuple[Step, ...]:
    match event:
        case happened.Started() | happened.SituationOpened() | happened.SituationClosed():
            return (event.step,)
        case happened.Adjudicated():
            return (event.step,)
        case happened.RanOn():
            return (event.due, event.step)
    return ()


def _check_step(program: Program, before: World, after: World, step: Step) -> None:
    assert after.values == added(before.values, step.rows)
    for row in (*step.rows, *step.waiting):
        if row.amount:
            assert row.cause.name, row
            assert source_of(program, row.cause), row
    for spec in program.slots.base:
        assert spec.low <= after.values[spec.index] <= spec.high, spec.name
    _check_caps(program, before, step)
    _check_shares(program, before, after, step.rows)


def _check_caps(program: Program, before: World, step: Step) -> None:
    """A cap row stands only where its slot has met its bound; levels and frames follow afterwards."""
    capped = added(before.values, [row for row in step.rows if row.cause.kind != "system"])
    for row in step.rows:
        if row.cause.kind == "cap":
            spec = program.slots.base[row.slot]
            assert capped[row.slot] in (spec.low, spec.high), spec.name
            assert (row.amount > 0) == (capped[row.slot] == spec.low), spec.name


def _check_shares(program: Program, before: World, after: World, rows: Sequence[Row]) -> None:
    old, new = program.settle(before.values), program.settle(after.values)
    for slot in range(program.slots.size):
        parts = shares(program, slot, old, new, rows)
        assert sum(part.amount for part in parts) == new[slot] - old[slot], program.slots.name(slot)
        if slot >= len(program.slots.base):
            spec = program.slots.derived[slot - len(program.slots.base)]
            rounding = sum(part.amount for part in parts if part.name == "rounding")
            rest = len(parts) + 2 * len(program.slots.derived)
            assert spec.kind != "mean" or abs(rounding) <= rest, (spec.name, rounding)


def check_axes(common: Common) -> None:
    """Law 8: security and rights stand side by side, or neither is shown."""
    assert [gauge.slot for gauge in common.axes] in ([], ["security", "rights"])


def check_views(program: Program, state: State) -> None:
    """Every view can be built, and shows both axes or none."""
    check_axes(room_view(program, state))
    for role in program.roles:
        check_axes(view_for(program, state, role).common)


def check_legality(program: Program, state: State, role: str) -> None:
    """Law 4: what a seat's view calls legal is accepted; what it does not is refused as it says."""
    view = view_for(program, state, role)
    shown = {card.slug for card in view.measures}
    for card in view.measures:
        _check_measure(program, state, role, card)
    for name in program.numbers.measure:
        if name not in shown:
            assert isinstance(decide(program, state, role, _response(program, name)), Refusal), name
    for agreement in view.agreements:
        _check_agreement(program, state, view, agreement)
    _check_rest(program, state, view)


def _response(program: Program, measure: str, target: str = "", inject: str = "") -> asked.Respond:
    code = program.measures[program.numbers.measure[measure]]
    said = code.statement
    return asked.Respond(
        measure,
        target,
        inject,
        program.issues[0] if said else "",
        program.frames[0] if said else "",
        audiences=tuple(program.numbers.audience)[:1] if said else (),
        needed="It is needed.",
        suitable="It is suitable.",
    )


def _check_measure(program: Program, state: State, role: str, card: MeasureView) -> None:
    open_targets = {target.slug for target in card.targets}
    places = ["", *program.targets] if card.needs_target else [""]
    codes = []
    for place in places:
        answer = decide(program, state, role, _response(program, card.slug, place))
        legal = card.available and (place in open_targets or not card.needs_target)
        assert isinstance(answer, Refusal) != legal, (role, card.slug, place, answer)
        if isinstance(answer, Refusal):
            codes.append(answer.code)
    for inject in card.offered_by:
        answer = decide(
            program,
            state,
            role,
            _response(program, card.slug, next(iter(open_targets), ""), inject),
        )
        assert isinstance(answer, Refusal) != card.available, (role, card.slug, inject, answer)
    proper = Phase.consultation if card.statement else Phase.decision
    silent = card.refusal in (RefusalCode.exercise_paused, RefusalCode.seat_vacant)
    if card.refusal is not None and (silent or state.phase is proper):
        assert card.refusal in codes, (role, card.slug, card.refusal, codes)
    else:
        assert set(codes) <= {RefusalCode.wrong_phase} or card.available, (role, card.slug, codes)


def _check_agreement(
    program: Program, state: State, view: SeatView, agreement: AgreementView
) -> None:
    role, name = view.role, agreement.slug
    awake = view.holder != "vacant" and not state.paused
    accepted = not isinstance(decide(program, state, role, asked.Sponsor(name)), Refusal)
    assert accepted == agreement.may_sponsor, (role, name)
    at_work = awake and state.phase in (Phase.consultation, Phase.decision)
    may_act = at_work and agreement.open and agreement.party
    on = tuple(clause.slug for clause in agreement.clauses if clause.on)
    signed = (role, on) in agreement.signed
    objected = (role, on) in agreement.objected
    acts: tuple[tuple[Command, bool], ...] = (
        (asked.Sign(name), may_act and bool(on) and not signed),
        (asked.ObjectTo(name), may_act and bool(on) and not objected),
        (asked.WithdrawSignature(name), may_act and role in dict(agreement.signed)),
        (asked.WithdrawObjection(name), may_act and role in dict(agreement.objected)),
        (
            asked.Contribute(name, 3),
            may_act and agreement.has_contributions and (role, 3) not in agreement.contributions,
        ),
        *_switches(view, agreement, at_work),
    )
    for command, legal in acts:
        answer = decide(program, state, role, command)
        assert isinstance(answer, Refusal) != legal, (role, command, answer)


def _switches(
    view: SeatView, agreement: AgreementView, at_work: bool
) -> Iterator[tuple[Command, bool]]:
    may = at_work and agreement.open and (agreement.party or agreement.sponsor == view.role)
    for clause in agreement.clauses:
        other = not clause.on
        command = asked.SwitchClause(agreement.slug, clause.slug, other)
        yield command, may and not clause.in_force
        yield asked.SwitchClause(agreement.slug, clause.slug, clause.on), False


def _check_purse(program: Program, state: State, view: SeatView) -> None:
    """A seat has what the region says, less what it has decided and not paid yet."""
    there = state.world.values[program.funds[program.numbers.role[view.role]]]
    promised = [d.measure for d in view.responses if d.measure]
    if state.phase in (Phase.outcome, Phase.hot_wash, Phase.closed):
        promised = []
    costs = (program.measures[program.numbers.measure[name]] for name in promised)
    assert view.funds == there - sum(code.cost + code.commits for code in costs), view.role


def _check_rest(program: Program, state: State, view: SeatView) -> None:
    """Sealing, withdrawing and lifting: legal in the decision phase, on one's own alone."""
    _check_purse(program, state, view)
    deciding = view.holder != "vacant" and not state.paused and state.phase is Phase.decision
    acts: list[tuple[Command, bool]] = [(asked.Seal(), deciding and not view.sealed)]
    for decided in view.responses:
        legal = deciding and decided.kind != "statement"
        acts.append((asked.WithdrawResponse(decided.id), legal))
    for measure in view.standing:
        lift = deciding and measure.own and not measure.lifted and view.actions > 0
        acts.append((asked.LiftMeasure(measure.number), lift))
        keep = deciding and measure.own and measure.lifted
        acts.append((asked.KeepMeasure(measure.number), keep))
    for command, legal in (*acts, *_conference(state, view.role, view.conference_acts)):
        answer = decide(program, state, view.role, command)
        assert isinstance(answer, Refusal) != legal, (view.role, command, answer)
    facilitated = facilitator_view(program, state).conference_acts
    for command, legal in _conference(state, FACILITATOR, facilitated):
        if not isinstance(command, asked.HandInPaper):
            answer = decide(program, state, FACILITATOR, command)
            assert isinstance(answer, Refusal) != legal, (FACILITATOR, command, answer)


def _conference(state: State, actor: str, acts: ConferenceActs) -> Iterator[tuple[Command, bool]]:
    """Papers, tags, the summary, reminders and the floor: each as the view calls it."""
    word = "A text that nobody has written before."
    yield asked.HandInPaper("q1", (("now", word),)), "q1" in acts.papers
    yield asked.DraftSummary((Paragraph(word, (1,)),)), acts.summary and bool(state.entries)
    yield asked.DraftSummary((Paragraph(word, (len(state.entries) + 1,)),)), False
    yield asked.TagEntry(len(state.entries) + 1, ()), False
    for number, entry in enumerate(state.entries, start=1):
        added = bool(state.conference.added(number))
        tags = () if added or entry.kind in ("inject", "statement") else ("mixed_flows",)
        if tags or added:
            yield asked.TagEntry(number, tags), acts.tags
        yield asked.RemindOfFrame(number, word), number in acts.statements
    for seat in state.seats:
        yield asked.GiveFloor(seat.role), seat.role in acts.floor
