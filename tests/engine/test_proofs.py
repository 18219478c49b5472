"""Proofs about conditions: what is called impossible never comes about, and what is plainly impossible is proven."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.engine import ir
from exercise.engine.possible import Possible, effects_of
from exercise.engine.program import Program
from exercise.engine.proofs import Moment, always, know, never, span_of
from exercise.engine.scene import NOTHING, Scene, scene_of
from exercise.engine.turn import adjudication_scene
from exercise.engine.world import Clause, InjectStatus, Measure, Response, TurnInput, World
from tests.support import expressions
from tests.support.busy import busy_program
from tests.support.shipped import runs_of
from tests.support.tiny import tiny_program

_T = TypeVar("_T")
_FIRST, _LAST = 1, 5


@cache
def _possible() -> Possible:
    return Possible(busy_program())


@cache
def _uses() -> tuple[tuple[int, int, int], ...]:
    """Every measure, role and target that can be used."""
    uses = ((measure, role, target) for measure, role, target, _ in busy_program().options)
    return tuple(dict.fromkeys(uses))


def _few(one: st.SearchStrategy[_T], most: int = 4) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(one, max_size=most).map(tuple)


@st.composite
def _in_force(draw: st.DrawFn, turn: int) -> Measure:
    """A lasting measure that somebody can have used, and that is not spent."""
    codes = busy_program().measures
    lasting = [use for use in _uses() if codes[use[0]].turns != 1]
    measure, role, target = draw(st.sampled_from(lasting))
    oldest = max(0, turn - (codes[measure].turns or turn + 1) + 1)
    return Measure(
        number=draw(st.integers(1, 9)),
        measure=measure,
        role=role,
        target=target,
        issue=0,
        since=draw(st.integers(min(oldest, turn), turn)),
    )


@st.composite
def _scenes(draw: st.DrawFn, deciding: bool) -> Scene:
    """A scene as an exercise can come to, whatever is decided and ruled in it."""
    program = busy_program()
    turn = draw(st.integers(_FIRST, _LAST))
    snapshots = st.tuples(*(st.integers(spec.low, spec.high) for spec in program.slots.base))
    agreements = st.integers(0, len(program.agreements) - 1)
    fired = st.one_of(st.just(-1), st.integers(0, turn))
    values = draw(snapshots)
    world = World(
        turn=turn,
        values=values,
        settled=program.settle(draw(snapshots)),
        before=program.settle(draw(snapshots)),
        decided=values,
        present=draw(st.tuples(*(st.booleans() for _ in program.roles))),
        flags=tuple(draw(st.sets(st.sampled_from(sorted(_possible().raised))))),
        in_force=draw(_few(_in_force(turn))),
        clauses=draw(_few(st.builds(Clause, agreements, st.integers(0, 2), st.just(1)))),
        injects=draw(st.tuples(*(st.builds(InjectStatus, fired) for _ in program.injects))),
        contributions=draw(_few(st.tuples(agreements, st.integers(0, 1), st.integers(0, 3)))),
    )
    return scene_of(program, world, turn, draw(_decided()) if deciding else NOTHING)


@st.composite
def _decided(draw: st.DrawFn) -> TurnInput:
    response = st.sampled_from(_uses()).flatmap(
        lambda use: st.builds(
            Response, st.just("1"), st.just(use[1]), st.just(use[0]), st.just(use[2]),
            st.integers(-1, 1), frame=st.integers(-1, 1),
        )
    )  # fmt: skip
    return TurnInput(responses=draw(_few(response)))


def _hold(scene: Scene, test: ir.Test, possible: Possible, moment: Moment) -> None:
    """What holds is not called impossible, and what does not is not called certain."""
    known = know(possible, moment)
    if test.holds(scene):
        assert not never(test, known), test
    else:
        assert not always(test, known), test


@settings(max_examples=100, deadline=None)
@given(expressions.nodes(), st.booleans(), st.data())
def test_what_comes_about_was_never_called_impossible(
    nodes: tuple[ir.Number, ir.Test], deciding: bool, data: st.DataObject
) -> None:
    number, test = nodes
    scene = data.draw(_scenes(deciding))
    moment = Moment(_FIRST, _LAST, deciding)
    _hold(scene, test, _possible(), moment)
    span = span_of(number, know(_possible(), moment))
    assert span.low <= number.read(scene) <= span.high


@settings(max_examples=100, deadline=None)
@given(_scenes(deciding=True))
def test_every_fact_of_a_scene_is_possible(scene: Scene) -> None:
    known = know(_possible(), Moment(_FIRST, _LAST))
    facts: list[ir.Test] = [
        *(ir.Chosen(ir.Match((use,), role, target)) for use, role, target in scene.chosen),
        *(ir.InForce(ir.Match((use,), role, target)) for use, role, target in scene.in_force),
        *(ir.Said(role, issue, frame) for role, issue, frame in scene.said),
        *(ir.Adopted(agreement, clause) for agreement, clause in scene.adopted),
        *(ir.FlagUp(flag) for flag in scene.flags),
        *(ir.Fired(inject) for inject, turn in enumerate(scene.fired) if turn >= 0),
    ]
    assert all(fact.holds(scene) for fact in facts)
    assert [fact for fact in facts if never(fact, known)] == []
    assert not never(ir.Every(tuple(facts)), known)


@pytest.mark.parametrize("name", ["first-steps"])
def test_conditions_of_played_cases_agree_with_the_proofs(name: str) -> None:
    """Every condition of a shipped scenario, in every outcome that its cases come to."""
    looked_at = 0
    for run in runs_of(name):
        program = run.program
        possible = Possible(program)
        scenario = program.bundle.scenario
        moment = Moment(0, scenario.turns + scenario.run_out)
        tests = _outcome_tests(program)
        for record in run.state.turns:
            if record.at_cut_off is None:
                continue
            given_ = record.given or TurnInput()
            scene = adjudication_scene(program, record.at_cut_off, given_, record.turn)
            for test in tests:
                _hold(scene, test, possible, moment)
                looked_at += 1
    assert looked_at > 100


def _outcome_tests(program: Program) -> tuple[ir.Test, ...]:
    tests = [rule.when for rule in program.rules]
    tests += [code.when for code in effects_of(program) if code.when is not None]
    return tuple({id(test): test for test in tests}.values())


def _slot(name: str) -> ir.Slot:
    return ir.Slot(tiny_program().slot(name, "rivermark"))


_BORDER, _READY = "border_control", "preparedness"
_NEVER: dict[str, Callable[[], ir.Test]] = {
    "beyond the bounds": lambda: ir.Versus(">", _slot(_BORDER), ir.Const(9_000)),
    "two parts contradict": lambda: ir.Every(
        (
            ir.Versus("<", _slot(_READY), ir.Const(3_000)),
            ir.Versus(">=", _slot(_READY), ir.Const(3_000)),
        )
    ),
    "between two whole turns": lambda: ir.Every(
        (
            ir.Versus(">", ir.TurnNow(), ir.Const(200)),
            ir.Versus("<", ir.TurnNow(), ir.Const(300)),
        )
    ),
    "after the last turn": lambda: ir.Versus(">", ir.TurnNow(), ir.Const(500)),
    "more than there are": lambda: ir.Versus(
        ">=", ir.HowMany((ir.Present(0), ir.Present(1))), ir.Const(300)
    ),
    "a fact and its opposite": lambda: ir.Every((ir.Fired(0), ir.Opposite(ir.Fired(0)))),
    "nobody": lambda: ir.Present(ir.NOBODY),
    "of no side": lambda: ir.Some(()),
}


@pytest.mark.parametrize("what", _NEVER)
def test_what_is_plainly_impossible_is_proven(what: str) -> None:
    test = _NEVER[what]()
    known = know(Possible(tiny_program()), Moment(1, 5))
    assert never(test, known)
    assert always(ir.Opposite(test), known)


def test_nothing_is_chosen_before_anybody_has_decided() -> None:
    use = next((measure, role) for measure, role, _, _ in tiny_program().options)
    test = ir.Chosen(ir.Match((use[0],), use[1]))
    possible = Possible(tiny_program())
    assert never(test, know(possible, Moment(1, 3, deciding=False)))
    assert not never(test, know(possible, Moment(1, 3)))


def test_a_measure_can_have_been_in_force_since_before_the_inject_that_asks() -> None:
    program = tiny_program()
    closing = program.numbers.measure["close_crossing"]
    long = ir.Versus(">=", ir.TurnsInForce(ir.Match((closing,))), ir.Const(300))
    assert not never(long, know(Possible(program), Moment(3, 3, deciding=False)))
