"""Law 3: two states that differ only in what a seat may not know give that seat the same view."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from random import Random

import pytest
from msgspec.structs import replace

from exercise.conduct.command import RespondFreely
from exercise.conduct.decide import decide
from exercise.conduct.state import Delivery, Phase, State, TurnRecord
from exercise.conduct.view import Common
from exercise.conduct.views import room_view, view_for
from exercise.engine import ir
from exercise.engine.openness import nodes_of
from exercise.engine.program import Program
from exercise.engine.world import Row
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from tests.support.busy import busy_program
from tests.support.canaries import SEED, Aviary, Singer, aviary, canaries_in
from tests.support.plays import SEAT_KINDS, Ask, Asker, play
from tests.support.tiny import tiny_program

LONG = bool(os.environ.get("EXERCISE_LONG"))
SCENARIOS = ("tiny", "busy", "northern-displacement")
PLAYS = 30 if LONG else 3


@cache
def program_of(name: str) -> Program:
    """Return a scenario's program, compiled once."""
    if name == "tiny":
        return tiny_program()
    return busy_program() if name == "busy" else load_scenario(name).program


@pytest.mark.parametrize("name", SCENARIOS)
def test_no_canary_reaches_a_seat_that_may_not_know_it(name: str) -> None:
    """Hidden texts enter no view of another seat, not the room's, and no refusal."""
    birds = aviary(program_of(name).bundle)
    heard: set[str] = set()
    phases: set[Phase] = set()
    for number in range(PLAYS if LONG or len(birds.program.roles) < 7 else 1):
        for state, (actor, command), result in _rehearsal(birds, number):
            phases.add(state.phase)
            _check_room(birds.known(state, None), room_view(birds.program, state))
            for role in birds.program.roles:
                known = birds.known(state, role)
                view = view_for(birds.program, state, role)
                found = canaries_in(view)
                assert found <= known, _leak(birds.places, found - known, role, state)
                assert str(state.key.seed) not in repr(view)
                heard |= found
            if isinstance(result, Refusal) and actor in birds.program.roles:
                allowed = birds.known(state, actor) | canaries_in(command)
                assert canaries_in(result) <= allowed
    assert len(heard) > 50, "the canaries were hardly heard at all: the test looks at nothing"
    assert phases >= set(Phase) - {Phase.closed}


def _rehearsal(birds: Aviary, number: int) -> Iterator[tuple[State, Ask, State | Refusal]]:
    """Yield moments of a random exercise, fewer of a large one; every phase that is met among them."""
    every = 1 if len(birds.program.roles) < 6 else 9
    pace, met = 0.1 + 0.01 * birds.program.bundle.scenario.turns, set()
    moments = play(birds.program, SEED + number, 260, pace=pace, thinker=Singer)
    for step, moment in enumerate(moments):
        if step % every == 0 or moment[0].phase not in met:
            met.add(moment[0].phase)
            yield moment


def _check_room(known: set[str], room: Common) -> None:
    found = canaries_in(room)
    assert found <= known, found - known


def _leak(places: dict[str, tuple[str, str, str]], words: set[str], role: str, state: State) -> str:
    told = [places.get(word, ("said", word, "")) for word in sorted(words)]
    return f"{role} in {state.phase} of turn {state.turn} reads {told}"


Change = Callable[[Program, State, str, Random], State]


def _hidden_slots(program: Program, role: str) -> list[int]:
    return [
        spec.index
        for spec in program.slots.base
        if spec.visibility != "published" and role not in spec.readers
    ]


def _one_slot(program: Program, state: State, role: str, random: Random) -> State:
    return _slots(program, state, [random.choice(_hidden_slots(program, role))], random)


def _every_slot(program: Program, state: State, role: str, random: Random) -> State:
    return _slots(program, state, _hidden_slots(program, role), random)


def _slots(program: Program, state: State, slots: list[int], random: Random) -> State:
    """Give hidden slots other values, now and in every snapshot kept."""

    def other(values: tuple[int, ...]) -> tuple[int, ...]:
        if not values:
            return values
        changed = list(values[: len(program.slots.base)])
        for slot in slots:
            spec = program.slots.base[slot]
            changed[slot] = random.randint(spec.low, spec.high)
        whole = len(values) > len(changed)
        return program.settle(tuple(changed)) if whole else tuple(changed)

    world = replace(
        state.world,
        values=other(state.world.values),
        settled=other(state.world.settled),
        before=other(state.world.before),
        decided=other(state.world.decided),
    )
    turns = tuple(
        replace(t, start=other(t.start), s0=other(t.s0), s1=other(t.s1), s2=other(t.s2))
        for t in state.turns
    )
    return replace(state, world=world, turns=turns)


def _flags(program: Program, state: State, role: str, random: Random) -> State:
    """Flags are open facts where a requirement reads them; all others may be up or not."""
    tests = [option.requires for option in program.options.values() if option.requires is not None]
    tests += [code.requires for code in program.agreements if code.requires is not None]
    open_flags = {n.flag for t in tests for n in nodes_of(t) if isinstance(n, ir.FlagUp)}
    kept = [flag for flag in state.world.flags if flag in open_flags]
    others = [flag for flag in range(len(program.flags)) if flag not in open_flags]
    up = [flag for flag in others if random.random() < 0.5]
    return replace(state, world=replace(state.world, flags=tuple(sorted({*kept, *up}))))


def _waiting(program: Program, state: State, role: str, random: Random) -> State:
    rows = tuple(
        replace(row, amount=row.amount * 3) for row in state.world.waiting if random.random() < 0.5
    )
    return replace(state, world=replace(state.world, waiting=rows))


def _drawer(program: Program, state: State, role: str, random: Random) -> State:
    """Injects not given out yet may stand anywhere."""
    statuses = tuple(
        replace(status, armed=random.random() < 0.5, called=random.random() < 0.5)
        if status.fired < 0
        else status
        for status in state.world.injects
    )
    world = replace(state.world, injects=statuses)
    return replace(state, world=world, ready=(), held=state.ready, skipped=(("x", "y"),))


def _drafts(program: Program, state: State, role: str, random: Random) -> State:
    """What others have decided and not revealed, and the rulings on it."""
    kept = tuple(d for d in state.responses if d.role == role or d.kind == "statement")
    lifted = tuple(pair for pair in state.lifted if pair[0] == role)
    return replace(state, responses=kept, lifted=lifted, rulings=())


def _talk(program: Program, state: State, role: str, random: Random) -> State:
    """What others have written to each other, asked, observed; injects given to others alone."""
    number = program.numbers.role[role]

    def heard(inject: str, to: tuple[str, ...]) -> bool:
        code = (
            program.injects[program.numbers.inject[inject]]
            if not inject.startswith("added.")
            else None
        )
        return (not to or role in to) if code is None else number in code.to

    kept = [m for m in state.messages if role == m.sender or role in m.to]
    asked = [q for q in state.questions if q.question.role == role]
    given = [d for d in state.deliveries if heard(d.inject, d.to)]
    return replace(
        state,
        messages=tuple(replace(m, number=n) for n, m in enumerate(kept, start=1)),
        questions=tuple(
            replace(q, question=replace(q.question, number=n)) for n, q in enumerate(asked, start=1)
        ),
        deliveries=tuple(_numbered(given)),
        observations=(),
        answers=(),
        pause_requests=(),
        end_reason="",
        checkpoints=(),
    )


def _numbered(given: list[Delivery]) -> Iterator[Delivery]:
    """As the deliveries would be called if nothing else had been written on the spot."""
    added = 0
    for delivery in given:
        written = delivery.inject.startswith("added.")
        added += written
        yield replace(delivery, inject=f"added.{added}") if written else delivery


def _in_secret(program: Program, state: State, role: str, random: Random) -> State:
    """Covert measures of others, in force or decided; what others have locked and unlocked."""
    number = program.numbers.role[role]

    def open_to(measure: int, who: int) -> bool:
        return who == number or not program.measures[measure].covert

    def opened(record: TurnRecord) -> TurnRecord:
        names = program.numbers.measure
        decided = tuple(
            d
            for d in record.decided
            if d.role == role or not d.measure or not program.measures[names[d.measure]].covert
        )
        return replace(record, decided=decided, given=None, at_cut_off=None, rulings=(), lifted=())

    world = replace(
        state.world,
        in_force=tuple(m for m in state.world.in_force if open_to(m.measure, m.role)),
        unlocked=tuple(pair for pair in state.world.unlocked if pair[1] in (number, ir.ANY)),
        voided=tuple(pair for pair in state.world.voided if pair[1] in (number, ir.ANY)),
    )
    return replace(state, world=world, turns=tuple(opened(record) for record in state.turns))


def _reasons(program: Program, state: State, role: str, random: Random) -> State:
    """What rows have read and been scaled by, and rows on hidden slots altogether."""
    hidden = set(_hidden_slots(program, role))

    def bared(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, cause=replace(row.cause, reads=(), factors=(), draw=None))
            for row in rows
            if row.slot not in hidden
        )

    turns = []
    for record in state.turns:
        due, arrived, outcome = (
            None if step is None else replace(step, rows=bared(step.rows), waiting=())
            for step in (record.due, record.arrived, record.outcome)
        )
        turns.append(replace(record, due=due, arrived=arrived, outcome=outcome))
    return replace(state, turns=tuple(turns))


CHANGES: tuple[Change, ...] = (
    _one_slot,
    _every_slot,
    _flags,
    _waiting,
    _drawer,
    _drafts,
    _talk,
    _in_secret,
    _reasons,
)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
@pytest.mark.parametrize("name", SCENARIOS)
def test_what_a_seat_may_not_know_changes_nothing_it_sees(name: str, change: Change) -> None:
    """Whole views before EndEx, and answers to the seat's own commands, in every phase."""
    program = program_of(name)
    met: set[Phase] = set()
    differing = 0
    for state, role, random in _moments(program):
        other = change(program, state, role, random)
        differing += other != state
        met.add(state.phase)
        assert view_for(program, other, role) == view_for(program, state, role)
        for command in _commands(program, state, role, random):
            assert _answer(program, other, role, command) == _answer(program, state, role, command)
    assert met >= set(Phase) - {Phase.hot_wash, Phase.closed}
    assert differing, "the change never changed anything"


def _moments(program: Program) -> Iterator[tuple[State, str, Random]]:
    """Yield some states before EndEx with a role each; fewer of a large scenario."""
    large = len(program.roles) > 5
    plays, every = (12 if large else 40, 7) if LONG else (3, 25) if large else (8, 5)
    for number in range(plays):
        random, met = Random(number), set[Phase]()
        for step, (state, _, _) in enumerate(play(program, 31 + number, 300, pace=0.15)):
            if not state.over and (step % every == 0 or state.phase not in met):
                met.add(state.phase)
                yield state, random.choice(program.roles), random


def _commands(program: Program, state: State, role: str, random: Random) -> Iterator[object]:
    asker = Asker(program, state, random)
    for kind in random.sample(SEAT_KINDS, 4):
        yield asker._seat(kind, role)


@pytest.mark.parametrize("name", ["busy", "northern-displacement"])
def test_an_inject_not_received_is_as_unknown_as_one_there_is_not(name: str) -> None:
    """A seat cannot find out by trying names what is still to come or what others were told."""
    program = program_of(name)
    tried = 0
    for state, role, _ in _moments(program):
        if state.phase is not Phase.decision:
            continue
        received = {item.inject for item in view_for(program, state, role).inbox}
        for inject in set(program.numbers.inject) - received:
            told = [_answer(program, state, role, RespondFreely("x", i)) for i in (inject, "nix")]
            assert repr(told[0]).replace(inject, "nix") == repr(told[1])
            tried += 1
    assert tried


def _answer(program: Program, state: State, role: str, command: object) -> object:
    """A refusal word for word; of what is accepted, that it is."""
    answer = decide(program, state, role, command)  # type: ignore[arg-type]
    return answer if isinstance(answer, Refusal) else "accepted"
