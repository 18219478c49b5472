"""Judging a case: each expectation against what was played, with the causes of a wrong number."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from exercise.authoring.case_acts import Path, StepRefusedError
from exercise.authoring.case_finding import Check, Reasons
from exercise.authoring.case_played import Run
from exercise.authoring.case_seat import judge_seat
from exercise.authoring.case_why import (
    adopted_in,
    because,
    condition_values,
    inject_silence,
    missing_row,
    silent_rules,
)
from exercise.conduct.gauges import arrow
from exercise.conduct.open_record import rows_of
from exercise.conduct.state import State
from exercise.engine.explain import first_false, points
from exercise.engine.language import parse
from exercise.engine.lower import lowering_for
from exercise.engine.program import Program
from exercise.engine.prose import band_word
from exercise.engine.scene import scene_of
from exercise.engine.world import Row
from exercise.model.base import hundredths
from exercise.model.case import Difference, Expect, Moment


def judge(run: Run, expect: Expect) -> Iterator[Check]:
    """Yield everything an expectation asks for, met or not."""
    try:
        state = run.after(expect.after)
    except StepRefusedError as error:
        yield Check("after", "a turn that is played", str(error), False, ("after",))
        return
    judging = _Judging(run, state, expect)
    yield from judging.values()
    yield from judging.rows()
    yield from judging.conditions()
    yield from judging.injects()
    yield from judging.red_lines()
    yield from judging.agreements()
    if expect.role is not None:
        yield from judge_seat(run, state, expect, moment_words(expect.after))


def judge_pair(first: Run, second: Run, expect: Difference) -> Iterator[Check]:
    """Yield what a difference asks for; the difference is second less first."""
    try:
        states = [run.after(expect.after) for run in (first, second)]
    except StepRefusedError as error:
        yield Check("after", "a turn that is played", str(error), False, ("after",))
        return
    pairs = list(zip((first, second), states, strict=True))
    values = [value_of(run.program, state, expect.slot) for run, state in pairs]
    moved = values[1] - values[0]
    got = (
        f"{points(moved)} ({points(values[0])} in the first run, {points(values[1])} in the second)"
    )

    def reasons() -> tuple[str, ...]:
        lines: list[str] = []
        for word, (run, state) in zip(("first", "second"), pairs, strict=True):
            found = because(run.program, state, slot_of(run.program, expect.slot))
            lines += [f"{word} run, {found[0]}", *found[1:]]
        return tuple(lines)

    what = f"difference of {expect.slot} {moment_words(expect.after)}"
    for key, expected, met in _bounds(moved, expect):
        yield Check(what, expected, got, met, (key,), reasons)


def value_of(program: Program, state: State, slot: str) -> int:
    """Return a slot's value, hundredths."""
    return program.settle(state.world.values)[slot_of(program, slot)]


def slot_of(program: Program, slot: str) -> int:
    """Return a slot's number by its written name, derived ones included."""
    return lowering_for(program).slot(parse(slot))


def moment_words(moment: Moment) -> str:
    """Return a moment in words.

    >>> moment_words(2), moment_words("run_out")
    ('after turn 2', 'after the run-out')
    """
    return {"end": "after the last turn", "run_out": "after the run-out"}.get(
        str(moment), f"after turn {moment}"
    )


def _bounds(value: int, expect: Expect | Difference) -> Iterator[tuple[str, str, bool]]:
    """Yield key, words and whether it is met, of each bound that is given."""
    if expect.at_least is not None:
        yield "at_least", f"at least {expect.at_least}", value >= hundredths(expect.at_least)
    if expect.at_most is not None:
        yield "at_most", f"at most {expect.at_most}", value <= hundredths(expect.at_most)
    if expect.between is not None:
        low, high = expect.between
        met = hundredths(low) <= value <= hundredths(high)
        yield "between", f"between {low} and {high}", met
    if expect.equals is not None:
        yield "equals", str(expect.equals), value == hundredths(expect.equals)


def _movements(moved: int, expect: Expect) -> Iterator[tuple[str, str, bool]]:
    least, most, exact = expect.moved_at_least, expect.moved_at_most, expect.moved_by
    if least is not None:
        yield "moved_at_least", f"moved by at least {least}", moved >= hundredths(least)
    if most is not None:
        yield "moved_at_most", f"moved by at most {most}", moved <= hundredths(most)
    if exact is not None:
        yield "moved_by", f"moved by {exact}", moved == hundredths(exact)


class _Judging:
    """One expectation and the moment it is about."""

    def __init__(self, run: Run, state: State, expect: Expect) -> None:
        self.run, self.program, self.state, self.expect = run, run.program, state, expect
        self.when = moment_words(expect.after)

    def _check(
        self,
        what: str,
        expected: str,
        got: str,
        met: bool,
        path: Path,
        reasons: Reasons = tuple,
        silence: Reasons = tuple,
    ) -> Check:
        what = f"{what} {self.when}"
        return Check(what, expected, got, met, path, reasons, silence)

    def values(self) -> Iterator[Check]:
        """Yield what is expected of a value: bounds, movement, band, arrow."""
        slot = self.expect.slot
        if slot is None:
            return
        number = slot_of(self.program, slot)
        value = self.program.settle(self.state.world.values)[number]
        moved = value - self.program.settle(self.program.start)[number]
        for key, expected, met in _bounds(value, self.expect):
            yield self._number(slot, expected, points(value), met, key, number)
        for key, expected, met in _movements(moved, self.expect):
            got = f"moved by {points(moved)}, to {points(value)}"
            yield self._number(slot, expected, got, met, key, number)
        word = band_word(self.program.bundle, self.program.slots.spec(number).family, value)
        if self.expect.band is not None:
            got = f"'{word}' ({points(value)})"
            met = word == self.expect.band
            yield self._number(slot, f"'{self.expect.band}'", got, met, "band", number)
        if self.expect.arrow is not None:
            world = self.state.world
            last = world.settled[number] - world.before[number]
            got, met = f"{arrow(last)} ({points(last)})", arrow(last) == self.expect.arrow
            yield self._number(slot, f"arrow {self.expect.arrow}", got, met, "arrow", number)

    def _number(
        self, slot: str, expected: str, got: str, met: bool, key: str, number: int
    ) -> Check:
        def reasons() -> tuple[str, ...]:
            silent = () if met else silent_rules(self.program, self.state, number)
            return (*because(self.program, self.state, number), *silent)

        return self._check(slot, expected, got, met, (key,), reasons)

    def rows(self) -> Iterator[Check]:
        """Yield what is expected of ledger rows by one cause."""
        name, slot = self.expect.row_by, self.expect.slot
        if name is None or slot is None:
            return
        number = slot_of(self.program, slot)
        found = [row for row in self._rows() if row.slot == number and _is_by(row, name)]
        what = f"{slot}, row by {name}"
        reasons = partial(because, self.program, self.state, number)
        if found:
            yield from self._of_rows(what, found, reasons)
            return
        silence = partial(missing_row, self.run, self.state, name, number)
        yield self._check(what, "a row", "none", False, ("row_by",), reasons, silence)

    def _of_rows(self, what: str, found: list[Row], reasons: Reasons) -> Iterator[Check]:
        wanted = self.expect.row_amount
        amounts = [row.amount for row in found]
        got = ", ".join(points(amount) for amount in amounts)
        yield self._check(what, "a row", got, True, ("row_by",), reasons)
        if wanted is not None:
            met = hundredths(wanted) in amounts
            yield self._check(what, f"amount {wanted}", got, met, ("row_amount",), reasons)
        for factor, percent in self.expect.factor.items():
            seen = [dict(row.cause.factors).get(factor) for row in found]
            got = ", ".join("none" if one is None else str(one) for one in seen)
            yield self._check(
                what, f"factor {factor} {percent}", got, percent in seen, ("factor", factor)
            )

    def _rows(self) -> Iterator[Row]:
        for record in self.state.turns:
            yield from rows_of(record)
        if self.expect.after != "run_out":
            yield from self.state.world.waiting

    def conditions(self) -> Iterator[Check]:
        """Yield the conditions that must be true, or false."""
        for key, text, wanted in (
            ("holds", self.expect.holds, True),
            ("fails", self.expect.fails, False),
        ):
            if text is None:
                continue
            scene = scene_of(self.program, self.state.world, self.state.turn)
            answer = first_false(scene, text, lowering_for(self.program).test(parse(text)))
            silence = partial(condition_values, self.program, text, answer)
            got, met = _truth(answer.fired), answer.fired is wanted
            yield self._check(f"'{text}'", _truth(wanted), got, met, (key,), silence=silence)

    def injects(self) -> Iterator[Check]:
        """Yield which injects must have been released, or not."""
        for key, names, wanted in (
            ("fired", self.expect.fired, True),
            ("not_fired", self.expect.not_fired, False),
        ):
            for place, name in enumerate(names):
                fired = self.state.world.injects[self.program.numbers.inject[name]].fired
                got = f"released in turn {fired}" if fired >= 0 else "not released"
                yield self._check(
                    f"inject {name}",
                    "released" if wanted else "not released",
                    got,
                    (fired >= 0) is wanted,
                    (key, place),
                    silence=partial(inject_silence, self.run, self.state, name),
                )

    def red_lines(self) -> Iterator[Check]:
        """Yield which red lines must have been logged, or not."""
        crossed = {breach.line: breach for breach in reversed(self.state.world.breaches)}
        for key, lines, wanted in (
            ("red_lines", self.expect.red_lines, True),
            ("no_red_lines", self.expect.no_red_lines, False),
        ):
            for place, line in enumerate(lines):
                breach = crossed.get(line)
                got = "not crossed"
                if breach is not None:
                    got = (
                        f"crossed in turn {breach.turn} by {breach.cause.kind} {breach.cause.name}"
                    )
                expected = "crossed" if wanted else "not crossed"
                met = (breach is not None) is wanted
                yield self._check(f"red line {line}", expected, got, met, (key, place))

    def agreements(self) -> Iterator[Check]:
        """Yield what must have been adopted or be in force, or not."""
        adopted = adopted_in(self.program, self.state)
        codes = self.program.agreements
        binding = [
            f"{codes[clause.agreement].name}.{codes[clause.agreement].clauses[clause.clause].name}"
            for clause in self.state.world.clauses
        ]
        for name, place, met, got in _held(self.expect.adopted, adopted, True):
            yield self._check(name, "adopted", got, met, ("adopted", place))
        for name, place, met, got in _held(self.expect.not_adopted, adopted, False):
            yield self._check(name, "not adopted", got, met, ("not_adopted", place))
        for name, place, met, got in _bind(self.program, self.expect.in_force, binding, True):
            yield self._check(name, "in force", got, met, ("in_force", place))
        for name, place, met, got in _bind(self.program, self.expect.not_in_force, binding, False):
            yield self._check(name, "not in force", got, met, ("not_in_force", place))


def _is_by(row: Row, name: str) -> bool:
    return name in (row.cause.name, row.cause.name.split(".")[0], row.cause.kind)


def _truth(value: bool) -> str:
    return "true" if value else "false"


_Held = Iterator[tuple[str, int, bool, str]]


def _held(names: tuple[str, ...], adopted: tuple[str, ...], wanted: bool) -> _Held:
    """Of each name: its place, whether the expectation is met, and what was adopted of it."""
    for place, name in enumerate(names):
        of_it = [clause for clause in adopted if name in (clause, clause.split(".")[0])]
        got = f"adopted: {', '.join(of_it)}" if of_it else "not adopted"
        yield name, place, bool(of_it) is wanted, got


def _bind(program: Program, names: tuple[str, ...], binding: list[str], wanted: bool) -> _Held:
    """Of each name: its place, whether the expectation is met, and which of its clauses bind."""
    for place, name in enumerate(names):
        agreement = program.agreements[program.numbers.agreement[name.split(".")[0]]]
        clauses = [f"{agreement.name}.{clause.name}" for clause in agreement.clauses]
        wanted_ones = [name] if "." in name else clauses
        standing = [clause for clause in wanted_ones if clause in binding]
        met = len(standing) == len(wanted_ones) if wanted else not standing
        got = f"in force: {', '.join(standing)}" if standing else "none of it in force"
        yield name, place, met, got


__all__ = ["judge", "judge_pair", "moment_words", "slot_of", "value_of"]
