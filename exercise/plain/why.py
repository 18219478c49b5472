"""Why, and why not: in open words for a seat before EndEx, row by row for the facilitator and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from exercise.conduct.view import Gauge
from exercise.errors import ExerciseError
from exercise.plain import responses
from exercise.plain.table import Table
from exercise.plain.talk import matching
from exercise.report.why_text import explanation_text
from exercise.table.changes import no_cause, open_causes
from exercise.table.lines import change_line, find_gauges, gauge_line
from exercise.table.why import explained, last_outcome, rules_named, silence, values_of

if TYPE_CHECKING:
    from exercise.plain.desk import Desk

MOST = 10
"""Rows told one by one; the others are summed."""


def for_seat(desk: Desk, rest: str) -> bool:
    """Tell a seat why a value moved, as far as that is open to all."""
    view, talk = desk.view, desk.talk
    if view.common.scores_hidden:
        talk.say("told-scores-hidden")
        return False
    gauge = chosen(desk.table, values_of(view), desk.shown, talk.text("plain-why-what", rest))
    if gauge is None:
        return False
    talk.write(gauge_line(desk.table, gauge))
    causes = open_causes(view.common, gauge)
    talk.write(*(f"  {change_line(desk.table, change, source=True)}" for change in causes))
    if not causes:
        talk.say(no_cause(gauge))
    return False


def not_for_seat(desk: Desk, rest: str) -> bool:
    """Tell a seat why a measure is not available, or why a value did not move."""
    view, typed = desk.view, desk.talk.text("plain-why-not-what", rest)
    names = [(measure.slug, measure.name) for measure in view.measures]
    if typed.isdecimal() or matching(typed, names):
        return responses.details(desk, typed)
    return for_seat(desk, typed)


def chosen(
    table: Table, gauges: Sequence[Gauge], shown: Sequence[Gauge], typed: str
) -> Gauge | None:
    """Return the value a person means: a number of the last list, a name in files, or words of its label."""
    if typed.isdecimal():
        if 1 <= int(typed) <= len(shown):
            return shown[int(typed) - 1]
        table.talk.say("plain-number-from-list")
        return None
    found = next(((gauge,) for gauge in gauges if gauge.slot == typed), None) or find_gauges(
        table, gauges, typed
    )
    unique = {gauge.slot: gauge for gauge in found}
    if not unique:
        table.talk.say("plain-no-such-value", answer=typed)
        return None
    if len(unique) == 1:
        return next(iter(unique.values()))
    some = list(unique)[:12]
    if len(unique) > len(some):
        table.talk.say("plain-many-values", count=len(unique))
    slot = table.talk.pick("plain-value-which", [(slot, table.label(slot)) for slot in some])
    return unique[slot]


def exact(table: Table, rest: str, shown: Sequence[Gauge] = ()) -> bool:
    """Tell the facilitator, or everybody after EndEx, every row behind a value: ``why NAME PLACE turn N``."""
    typed, turn = _turn(table, table.talk.text("plain-why-what", rest))
    gauge = chosen(table, table.facilitator().gauges, shown, typed)
    if gauge is None:
        return False
    try:
        told = explained(table, gauge.slot, turn)
    except ExerciseError as error:
        table.talk.write(str(error))
        return False
    table.talk.write(*explanation_text(told, table.language, MOST).split("\n"))
    return False


def silent(table: Table, rest: str) -> bool:
    """Tell what kept a rule silent in a turn: ``why-not RULE turn N``."""
    typed, turn = _turn(table, table.talk.text("plain-why-not-rule", rest))
    rule = typed.replace(" ", "_")
    close = rules_named(table, typed)
    if not close:
        table.talk.say("plain-no-such-rule", answer=typed)
        return False
    if len(close) > 1 and rule.partition("[")[0] not in close:
        rule = table.talk.pick(
            "plain-rule-which", [(name, name.replace("_", " ")) for name in close[:15]]
        )
    elif len(close) == 1 and "[" not in rule:
        rule = close[0]
    try:
        told = silence(table, rule, turn)
    except ExerciseError as error:
        table.talk.write(str(error))
        return False
    table.talk.write(*told.split("\n"))
    return False


def _turn(table: Table, typed: str) -> tuple[str, int]:
    """Split ``preparedness tajikistan turn 2``; without a turn, the last that has its outcome."""
    words = typed.split()
    if (
        len(words) > 2
        and words[-1].isdecimal()
        and words[-2].lower() in (table.talk.word("plain-turn-word"), "turn")
    ):
        return " ".join(words[:-2]), int(words[-1])
    return typed, last_outcome(table)


__all__ = ["MOST", "chosen", "exact", "for_seat", "not_for_seat", "silent"]
