"""Judging a case: each expectation against what was played, with the causes of a wrong number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from exercise.authoring.case_run import Run, StepRefusedError
from exercise.conduct.open_record import rows_of, why
from exercise.conduct.state import State
from exercise.conduct.views import view_for
from exercise.engine.explain import points
from exercise.engine.language import parse
from exercise.engine.legality import choices
from exercise.engine.lower import lowering_for
from exercise.engine.program import Program
from exercise.engine.prose import band_word
from exercise.engine.scene import scene_of
from exercise.engine.world import Row
from exercise.model.base import hundredths
from exercise.model.case import Difference, Expect

_CAUSES_SHOWN = 6


class Miss(Struct, frozen=True):
    """One expectation that was not met."""

    message: str
    details: tuple[str, ...] = ()
    """What moved the number, largest first."""


def judge(run: Run, expect: Expect) -> Iterator[Miss]:
    """Yield what an expectation misses."""
    try:
        state = run.after(expect.after)
    except StepRefusedError as error:
        yield Miss(str(error))
        return
    if expect.slot is not None:
        yield from _value(run, state, expect)
        yield from _row(run, state, expect)
    yield from _conditions(run.program, state, expect)
    yield from _injects(run.program, state, expect)
    yield from _red_lines(state, expect)
    yield from _agreements(run.program, state, expect)
    yield from _role(run, state, expect)


def judge_pair(first: Run, second: Run, expect: Difference) -> Iterator[Miss]:
    """Yield what a pair of runs misses; the difference is second less first."""
    values = []
    for run in (first, second):
        state = run.after(expect.after)
        values.append(value_of(run.program, state, expect.slot))
    moved = values[1] - values[0]
    wrong = _bounds(moved, expect.at_least, expect.at_most, expect.equals)
    if wrong:
        yield Miss(
            f"{expect.slot} differs by {points(moved)} ({points(values[0])} → {points(values[1])}), "
            f"expected {wrong}"
        )


def value_of(program: Program, state: State, slot: str) -> int:
    """Return a slot's value, hundredths."""
    return program.settle(state.world.values)[slot_of(program, slot)]


def slot_of(program: Program, slot: str) -> int:
    """Return a slot's number by its written name, derived ones included."""
    return lowering_for(program).slot(parse(slot))


def _bounds(
    value: int, at_least: Decimal | None, at_most: Decimal | None, equals: Decimal | None
) -> str:
    if at_least is not None and value < hundredths(at_least):
        return f"at least {at_least}"
    if at_most is not None and value > hundredths(at_most):
        return f"at most {at_most}"
    if equals is not None and value != hundredths(equals):
        return f"{equals}"
    return ""


def _value(run: Run, state: State, expect: Expect) -> Iterator[Miss]:
    assert expect.slot is not None
    program = run.program
    number = slot_of(program, expect.slot)
    value = program.settle(state.world.values)[number]
    moved = value - program.settle(program.start)[number]
    wrong = _bounds(value, expect.at_least, expect.at_most, expect.equals)
    if wrong:
        yield Miss(
            f"{expect.slot} is {points(value)}, expected {wrong}", causes(run, state, number)
        )
    wrong = _bounds(moved, expect.moved_at_least, expect.moved_at_most, expect.moved_by)
    if wrong:
        yield Miss(
            f"{expect.slot} moved by {points(moved)}, expected {wrong}", causes(run, state, number)
        )
    word = band_word(program.bundle, program.slots.spec(number).family, value)
    if expect.band is not None and word != expect.band:
        yield Miss(f"{expect.slot} is '{word}', expected '{expect.band}'")


def causes(run: Run, state: State, number: int) -> tuple[str, ...]:
    """Return what moved a slot since StartEx, largest first; nothing for a derived slot."""
    sums: dict[str, int] = {}
    for row in _rows(state):
        if row.slot == number:
            key = f"{row.cause.kind} {row.cause.name}: {why(run.program, row.cause, 'en')}"
            sums[key] = sums.get(key, 0) + row.amount
    ordered = sorted(sums.items(), key=lambda pair: -abs(pair[1]))
    return tuple(f"{points(amount):>6}  {text}" for text, amount in ordered[:_CAUSES_SHOWN])


def _rows(state: State) -> Iterator[Row]:
    for record in state.turns:
        yield from rows_of(record)


def _row(run: Run, state: State, expect: Expect) -> Iterator[Miss]:
    if expect.row_by is None or expect.slot is None:
        return
    number = slot_of(run.program, expect.slot)
    pending = () if expect.after == "run_out" else state.world.waiting
    found = [
        row
        for row in (*_rows(state), *pending)
        if row.slot == number
        and expect.row_by in (row.cause.name, row.cause.name.split(".")[0], row.cause.kind)
    ]
    if not found:
        yield Miss(f"no ledger row of {expect.row_by} on {expect.slot}", causes(run, state, number))
        return
    amounts = [row.amount for row in found]
    if expect.row_amount is not None and hundredths(expect.row_amount) not in amounts:
        listed = ", ".join(points(amount) for amount in amounts)
        yield Miss(
            f"rows of {expect.row_by} on {expect.slot} are {listed}, expected {expect.row_amount}"
        )
    for factor, percent in expect.factor.items():
        seen = [dict(row.cause.factors).get(factor) for row in found]
        if percent not in seen:
            yield Miss(
                f"factor {factor} of {expect.row_by} is {', '.join(map(str, seen))}, expected {percent}"
            )


def _conditions(program: Program, state: State, expect: Expect) -> Iterator[Miss]:
    for text, wanted in ((expect.holds, True), (expect.fails, False)):
        if text is None:
            continue
        node = lowering_for(program).test(parse(text))
        if node.holds(scene_of(program, state.world, state.turn)) is not wanted:
            yield Miss(f"'{text}' {'does not hold' if wanted else 'holds'}")


def _injects(program: Program, state: State, expect: Expect) -> Iterator[Miss]:
    for names, wanted in ((expect.fired, True), (expect.not_fired, False)):
        for name in names:
            if (state.world.injects[program.numbers.inject[name]].fired >= 0) is not wanted:
                yield Miss(f"inject {name} was {'not ' if wanted else ''}released")


def _red_lines(state: State, expect: Expect) -> Iterator[Miss]:
    crossed = [breach.line for breach in state.world.breaches]
    for line in expect.red_lines:
        if line not in crossed:
            yield Miss(f"red line {line} was not logged")
    for line in expect.no_red_lines:
        if line in crossed:
            yield Miss(f"red line {line} was logged")


def _agreements(program: Program, state: State, expect: Expect) -> Iterator[Miss]:
    names = []
    for record in state.turns:
        for clause in record.outcome.adopted if record.outcome else ():
            code = program.agreements[clause.agreement]
            names.extend([code.name, f"{code.name}.{code.clauses[clause.clause].name}"])
    for name in expect.adopted:
        if name not in names:
            yield Miss(f"{name} was not adopted")
    for name in expect.not_adopted:
        if name in names:
            yield Miss(f"{name} was adopted")


def _role(run: Run, state: State, expect: Expect) -> Iterator[Miss]:
    if expect.role is None:
        return
    moment = run.decisions.get(state.turn + 1, state) if expect.after != "run_out" else state
    yield from _choices(run.program, moment, expect)
    text = repr(view_for(run.program, state, expect.role))
    for wanted in expect.sees:
        if wanted not in text:
            yield Miss(f"{expect.role} does not see '{wanted}'")
    for unwanted in expect.sees_not:
        if unwanted in text:
            yield Miss(f"{expect.role} sees '{unwanted}'")


def _choices(program: Program, state: State, expect: Expect) -> Iterator[Miss]:
    role = program.numbers.role[expect.role or ""]
    refusals = {
        program.measures[choice.measure].name: choice.refusal
        for choice in choices(program, state.world, state.turn, role, ())
    }
    for name in expect.may:
        refusal = refusals.get(name, "not before this seat")
        if refusal is not None:
            yield Miss(f"{expect.role} may not use {name}: {refusal}")
    for name in expect.may_not:
        if refusals.get(name, "absent") is None:
            yield Miss(f"{expect.role} may use {name}")
