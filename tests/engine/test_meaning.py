"""What conditions and amounts mean: the engine's reading against a plain second one, on anything."""

from __future__ import annotations

import pickle
from functools import cache
from itertools import product
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.engine import ir
from exercise.engine.facts import NOBODY
from exercise.engine.program import Program
from exercise.engine.scene import scene_of
from exercise.engine.world import (
    Clause,
    InjectStatus,
    Measure,
    Proposal,
    Response,
    TurnInput,
    World,
)
from tests.support import tree_walk
from tests.support.busy import busy_program

_T = TypeVar("_T")


@cache
def _program() -> Program:
    return busy_program()


def _measures() -> st.SearchStrategy[int]:
    """One measure of each sort: few, so that conditions and decisions meet."""
    return st.sampled_from(_sorts())


@cache
def _sorts() -> tuple[int, ...]:
    codes = _program().measures
    sorts = {(code.turns == 1, code.statement): number for number, code in enumerate(codes)}
    return tuple(sorts.values())


def _below(count: int) -> st.SearchStrategy[int]:
    return st.integers(0, count - 1)


def _or_any(count: int) -> st.SearchStrategy[int]:
    return st.integers(ir.ANY, count - 1)


def _leaves() -> tuple[st.SearchStrategy[ir.Number], st.SearchStrategy[ir.Test]]:
    program = _program()
    slots, roles = _below(program.slots.size), st.integers(NOBODY, 1)
    measures = st.lists(_measures(), max_size=2, unique=True).map(tuple)
    match = st.builds(ir.Match, measures, roles, _or_any(2))
    injects, agreements = _below(len(program.injects)), _below(len(program.agreements))
    numbers = st.one_of(
        st.builds(ir.Const, st.integers(-10_000, 10_000)),
        st.builds(ir.Slot, slots),
        st.builds(ir.Moved, slots),
        st.builds(ir.TurnNow),
        st.builds(ir.YearNow),
        st.builds(ir.TurnsInForce, match),
        st.builds(ir.TurnsSince, injects),
        st.builds(ir.Contribution, agreements, roles),
    )
    tests = st.one_of(
        st.builds(ir.Always),
        st.builds(ir.Chosen, match),
        st.builds(ir.InForce, match),
        st.builds(ir.Said, roles, _or_any(2), _or_any(2)),
        st.builds(ir.Adopted, agreements, _or_any(3)),
        st.builds(ir.Fired, injects),
        st.builds(ir.Present, roles),
        st.builds(ir.FlagUp, _below(3)),
    )
    return numbers, tests


@st.composite
def _nodes(draw: st.DrawFn, depth: int = 3) -> tuple[ir.Number, ir.Test]:
    """A number and a condition, each of several levels."""
    numbers, tests = _leaves()
    for _ in range(draw(st.integers(0, depth))):
        some_numbers = st.lists(numbers, max_size=3).map(tuple)
        some_tests = st.lists(tests, max_size=3).map(tuple)
        ends = st.lists(st.integers(-5_000, 5_000), min_size=2, max_size=2, unique=True)
        amount, (low, high) = draw(st.integers(-3_000, 3_000)), draw(ends)
        wider = st.one_of(
            numbers,
            st.builds(ir.Plus, some_numbers),
            st.builds(ir.Minus, numbers, numbers),
            st.builds(ir.Times, numbers, numbers),
            st.builds(ir.Least, some_numbers),
            st.builds(ir.Greatest, some_numbers),
            st.builds(ir.HowMany, some_tests),
            st.builds(ir.Scale, st.just(amount), numbers, st.just(low), st.just(high)),
        )
        tests = st.one_of(
            tests,
            st.builds(ir.Every, some_tests),
            st.builds(ir.Some, some_tests),
            st.builds(ir.Opposite, tests),
            st.builds(
                ir.Versus, st.sampled_from(("<", "<=", ">", ">=", "==", "!=")), numbers, numbers
            ),
        )
        numbers = wider
    return draw(numbers), draw(tests)


@st.composite
def _moments(draw: st.DrawFn) -> tree_walk.Moment:
    """A region in any state, with anything decided in it."""
    program = _program()
    roles, measures = _below(2), _measures()
    targets, issues = _or_any(2), _or_any(2)
    agreements = _below(len(program.agreements))
    size = program.slots.size
    snapshot = st.integers(1, 10_000).map(
        lambda seed: tuple(seed * (slot + 7) % 10_400 - 200 for slot in range(size))
    )
    level = st.tuples(roles, st.integers(0, 3))
    world = World(
        turn=1,
        values=draw(snapshot)[: len(program.slots.base)],
        settled=draw(snapshot),
        before=draw(snapshot),
        decided=draw(snapshot)[: len(program.slots.base)],
        present=draw(st.tuples(*(st.booleans() for _ in program.roles))),
        flags=tuple(draw(st.sets(_below(3)))),
        in_force=draw(
            _many(st.builds(Measure, _below(9), measures, roles, targets, issues, _below(4)))
        ),
        clauses=draw(_many(st.builds(Clause, agreements, _below(3), st.just(1)))),
        injects=draw(st.tuples(*(st.builds(InjectStatus, _or_any(4)) for _ in program.injects))),
        contributions=draw(_many(st.tuples(agreements, roles, st.integers(0, 3)))),
    )
    response = st.builds(Response, st.just("1"), roles, measures, targets, issues, frame=_or_any(2))
    proposal = st.builds(Proposal, agreements, st.just(()), contributions=_many(level))
    decided = TurnInput(
        responses=draw(_many(response)),
        lifted=draw(_many(_below(9))),
        proposals=draw(_many(proposal)),
    )
    return tree_walk.Moment(program, world, draw(st.integers(0, 40)), decided)


def _many(one: st.SearchStrategy[_T]) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(one, max_size=4).map(tuple)


@settings(max_examples=150, deadline=None)
@given(_nodes(), _moments())
def test_any_expression_means_the_same_read_plainly(
    nodes: tuple[ir.Number, ir.Test], moment: tree_walk.Moment
) -> None:
    """Value, truth, and the slots that explain them."""
    number, test = nodes
    scene = scene_of(moment.program, moment.world, moment.turn, moment.given)
    reads: tree_walk.Reads = {}
    assert number.read(scene) == tree_walk.number(number, moment, reads)
    assert scene.read(number.slots) == tuple(sorted(reads.items()))
    reads = {}
    assert test.holds(scene) is tree_walk.test(test, moment, reads)
    assert scene.read(test.slots) == tuple(sorted(reads.items()))


@cache
def _facts() -> tuple[ir.Test, ...]:
    """Every condition on a decision or an agreement that a drawn moment can meet."""
    roles, few = (NOBODY, ir.ANY, 0, 1), (ir.ANY, 0, 1)
    measures = _sorts()
    matches = [
        ir.Match((measure,), role, target)
        for measure, role, target in product(measures, roles, few)
    ]
    agreements = range(len(_program().agreements))
    numbers = [ir.TurnsInForce(match) for match in (*matches, ir.Match(measures))]
    levels = [ir.Contribution(agreement, role) for agreement, role in product(agreements, roles)]
    return (
        *(kind(match) for match in matches for kind in (ir.Chosen, ir.InForce)),
        *(ir.Said(role, issue, frame) for role, issue, frame in product(roles, few, few)),
        *(ir.Adopted(agreement, clause) for agreement, clause in product(agreements, few)),
        *(ir.Versus("==", number, ir.Const(100 * n)) for number in numbers for n in (1, 2)),
        *(ir.Versus("==", level, ir.Const(100 * n)) for level in levels for n in (0, 1)),
    )


@settings(max_examples=100, deadline=None)
@given(_moments())
def test_every_pattern_finds_the_decisions_that_fit_it(moment: tree_walk.Moment) -> None:
    scene = scene_of(moment.program, moment.world, moment.turn, moment.given)
    for fact in _facts():
        assert fact.holds(scene) is tree_walk.test(fact, moment, {}), fact


def test_every_rule_of_a_program_reads_the_same_plainly() -> None:
    program = _program()
    world = World(
        turn=1,
        values=program.start,
        settled=program.settle(program.start),
        before=program.settle(program.start),
        decided=program.start,
        present=tuple(True for _ in program.roles),
        injects=tuple(InjectStatus() for _ in program.injects),
    )
    scene, moment = scene_of(program, world, 1), tree_walk.Moment(program, world, 1)
    for rule in program.rules:
        assert rule.when.holds(scene) is tree_walk.test(rule.when, moment, {})


def test_what_a_program_has_been_made_to_mean_is_neither_compared_nor_stored() -> None:
    """A kept Program is the same before and after it was played."""
    rule = _program().rules[0]
    fresh = pickle.loads(pickle.dumps(rule))
    before = pickle.dumps(fresh)
    assert fresh.when.holds and fresh.reads is not None
    assert pickle.dumps(fresh) == before
    assert fresh == rule and hash(fresh.when) == hash(rule.when)
