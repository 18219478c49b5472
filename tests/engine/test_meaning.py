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
from tests.support import expressions, tree_walk
from tests.support.busy import busy_program

_T = TypeVar("_T")


@st.composite
def _moments(draw: st.DrawFn) -> tree_walk.Moment:
    """A region in any state, with anything decided in it."""
    program = busy_program()
    roles, measures = expressions.below(2), expressions.measures()
    targets, issues = expressions.or_any(2), expressions.or_any(2)
    agreements = expressions.below(len(program.agreements))
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
        flags=tuple(draw(st.sets(expressions.below(3)))),
        in_force=draw(
            _many(
                st.builds(
                    Measure,
                    expressions.below(9),
                    measures,
                    roles,
                    targets,
                    issues,
                    expressions.below(4),
                )
            )
        ),
        clauses=draw(_many(st.builds(Clause, agreements, expressions.below(3), st.just(1)))),
        injects=draw(
            st.tuples(*(st.builds(InjectStatus, expressions.or_any(4)) for _ in program.injects))
        ),
        contributions=draw(_many(st.tuples(agreements, roles, st.integers(0, 3)))),
    )
    response = st.builds(
        Response, st.just("1"), roles, measures, targets, issues, frame=expressions.or_any(2)
    )
    proposal = st.builds(Proposal, agreements, st.just(()), contributions=_many(level))
    decided = TurnInput(
        responses=draw(_many(response)),
        lifted=draw(_many(expressions.below(9))),
        proposals=draw(_many(proposal)),
    )
    return tree_walk.Moment(program, world, draw(st.integers(0, 40)), decided)


def _many(one: st.SearchStrategy[_T]) -> st.SearchStrategy[tuple[_T, ...]]:
    return st.lists(one, max_size=4).map(tuple)


@settings(max_examples=150, deadline=None)
@given(expressions.nodes(), _moments())
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
    measures = expressions.sorts()
    matches = [
        ir.Match((measure,), role, target)
        for measure, role, target in product(measures, roles, few)
    ]
    agreements = range(len(busy_program().agreements))
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
    program = busy_program()
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
    rule = busy_program().rules[0]
    fresh = pickle.loads(pickle.dumps(rule))
    before = pickle.dumps(fresh)
    assert fresh.when.holds and fresh.reads is not None
    assert pickle.dumps(fresh) == before
    assert fresh == rule and hash(fresh.when) == hash(rule.when)
