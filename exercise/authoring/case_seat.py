"""Judging what a seat may do and what it sees: from its view alone, as a screen gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from msgspec import Struct

from exercise.authoring.case_acts import Path
from exercise.authoring.case_finding import Check
from exercise.authoring.case_played import Run
from exercise.conduct.state import State
from exercise.conduct.view import SeatView
from exercise.conduct.views import view_for
from exercise.engine.explain import points
from exercise.engine.legality import choices
from exercise.engine.program import Program
from exercise.errors import RefusalCode
from exercise.model.case import Expect

_EXCERPT = 100


def judge_seat(run: Run, state: State, expect: Expect, when: str) -> Iterator[Check]:
    """Yield what an expectation asks for about a seat.

    Args:
        run: What was played.
        state: The moment the expectation is about.
        expect: The expectation; it names a role.
        when: The moment in words.
    """
    role = expect.role or ""
    for what, expected, got, met, path in _all(run, state, expect, role):
        yield Check(f"{role}, {what} {when}", expected, got, met, path)


_Found = tuple[str, str, str, bool, Path]


def _all(run: Run, state: State, expect: Expect, role: str) -> Iterator[_Found]:
    if expect.may or expect.may_not or expect.refusal:
        last = expect.after == "run_out"
        moment = state if last else run.decisions.get(state.turn + 1, state)
        yield from _choices(expect, _refusals(run.program, moment, role))
    if expect.sees or expect.sees_not or expect.reads or expect.reads_not:
        view = view_for(run.program, state, role)
        yield from _texts(expect, tuple(dict.fromkeys(texts_in(view))))
        yield from _gauges(expect, _shown(view))


def _refusals(program: Program, state: State, role: str) -> dict[str, RefusalCode | None]:
    return {
        program.measures[choice.measure].name: choice.refusal
        for choice in choices(program, state.world, state.turn, program.numbers.role[role], ())
    }


def _choices(expect: Expect, refusals: Mapping[str, RefusalCode | None]) -> Iterator[_Found]:
    def got(name: str) -> str:
        if name not in refusals:
            return "not before this seat"
        refusal = refusals[name]
        return "available" if refusal is None else f"refused: {refusal}"

    def free(name: str) -> bool:
        return name in refusals and refusals[name] is None

    for place, name in enumerate(expect.may):
        yield f"measure {name}", "available", got(name), free(name), ("may", place)
    for place, name in enumerate(expect.may_not):
        yield f"measure {name}", "not available", got(name), not free(name), ("may_not", place)
    for name, code in expect.refusal.items():
        met = refusals.get(name, RefusalCode.not_offered) is code
        yield f"measure {name}", f"refused: {code}", got(name), met, ("refusal", name)


def _texts(expect: Expect, texts: tuple[str, ...]) -> Iterator[_Found]:
    for place, wanted in enumerate(expect.sees):
        found = next((text for text in texts if wanted in text), None)
        got = "seen" if found is not None else "in no text of this seat"
        yield f"'{wanted}'", "seen", got, found is not None, ("sees", place)
    for place, unwanted in enumerate(expect.sees_not):
        found = next((text for text in texts if unwanted in text), None)
        got = "not seen" if found is None else f"seen in: {_excerpt(found, unwanted)}"
        yield f"'{unwanted}'", "not seen", got, found is None, ("sees_not", place)


def _excerpt(text: str, words: str) -> str:
    start = max(0, text.index(words) - _EXCERPT // 2)
    cut = " ".join(text[start : start + _EXCERPT + len(words)].split())
    return f"{'…' if start else ''}{cut}"


def _gauges(expect: Expect, shown: Mapping[str, tuple[str, ...]]) -> Iterator[_Found]:
    for slot, wanted in expect.reads.items():
        values = shown.get(slot, ())
        got = " and ".join(values) or "nothing of it"
        yield f"reading of {slot}", wanted, got, wanted in values, ("reads", slot)
    for place, slot in enumerate(expect.reads_not):
        values = shown.get(slot, ())
        got = " and ".join(values) or "nothing of it"
        yield f"reading of {slot}", "nothing of it", got, not values, ("reads_not", place)


def _shown(view: SeatView) -> dict[str, tuple[str, ...]]:
    """By slot: band and, where the seat may have it, number."""
    shown: dict[str, tuple[str, ...]] = {}
    for gauge in (*view.common.axes, *view.common.gauges, *view.card_gauges):
        exact = () if gauge.exact is None else (points(gauge.exact),)
        told = (*shown.get(gauge.slot, ()), gauge.band, *exact)
        shown[gauge.slot] = tuple(dict.fromkeys(told))
    return shown


def texts_in(value: object) -> Iterator[str]:
    """Yield every text in a view, however deep it lies."""
    if isinstance(value, str):
        yield value.value if isinstance(value, Enum) else value
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, Mapping):
        for pair in value.items():
            yield from texts_in(pair)
    elif isinstance(value, (tuple, list, frozenset, set)):
        for one in value:
            yield from texts_in(one)


__all__ = ["judge_seat", "texts_in"]
