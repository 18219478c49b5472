"""Conditions and amounts of any form over the busy program, for tests that hold a second reading against the first."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from exercise.engine import ir
from exercise.engine.facts import NOBODY
from tests.support.busy import busy_program


def measures() -> st.SearchStrategy[int]:
    """One measure of each sort: few, so that conditions and decisions meet."""
    return st.sampled_from(sorts())


@cache
def sorts() -> tuple[int, ...]:
    """Return one measure of each sort: lasting or not, spoken or not."""
    codes = busy_program().measures
    found = {(code.turns == 1, code.statement): number for number, code in enumerate(codes)}
    return tuple(found.values())


def below(count: int) -> st.SearchStrategy[int]:
    """Draw a number of one of so many things."""
    return st.integers(0, count - 1)


def or_any(count: int) -> st.SearchStrategy[int]:
    """Draw a number of one of so many things, or what stands for any."""
    return st.integers(ir.ANY, count - 1)


def _leaves() -> tuple[st.SearchStrategy[ir.Number], st.SearchStrategy[ir.Test]]:
    over = busy_program()
    slots, roles = below(over.slots.size), st.integers(NOBODY, 1)
    several = st.lists(measures(), max_size=2, unique=True).map(tuple)
    match = st.builds(ir.Match, several, roles, or_any(2))
    injects, agreements = below(len(over.injects)), below(len(over.agreements))
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
        st.builds(ir.Said, roles, or_any(2), or_any(2)),
        st.builds(ir.Adopted, agreements, or_any(3)),
        st.builds(ir.Fired, injects),
        st.builds(ir.Present, roles),
        st.builds(ir.FlagUp, below(3)),
    )
    return numbers, tests


@st.composite
def nodes(draw: st.DrawFn, depth: int = 3) -> tuple[ir.Number, ir.Test]:
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
