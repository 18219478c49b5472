"""Why, and why not: what may be told to whom, in which turn, and which rules somebody means."""

from __future__ import annotations

from collections.abc import Sequence

from exercise.conduct.view import Gauge, SeatView
from exercise.engine.explain import WhyNot
from exercise.report.why import Explanation, explain_rows, explain_silence
from exercise.report.why_text import silence_text
from exercise.table.matching import begins
from exercise.table.table import FACILITATOR, Table

AFTER_ENDEX = ("hot_wash", "closed")
"""Phases in which everybody may read everything."""


def rows_are_open(table: Table, role: str) -> bool:
    """Return whether a reader may have exact rows: the facilitator always, a seat after EndEx."""
    return role in ("", FACILITATOR) or table.phase() in AFTER_ENDEX


def told_turns(table: Table) -> tuple[int, ...]:
    """Return the turns that have their outcome, the run-out's among them, oldest first."""
    return tuple(record.turn for record in table.session.state.turns if record.outcome is not None)


def last_outcome(table: Table) -> int:
    """Return the last turn played that has its outcome; 0 before the first one."""
    room = table.room()
    if room.phase.value not in AFTER_ENDEX:
        return room.turn if room.phase.value == "outcome" else max(0, room.turn - 1)
    # EndEx may have been called in the middle of a turn.
    played = (one for one in table.session.state.turns if one.outcome is not None)
    return max((one.turn for one in played if not one.run_out), default=0)


def explained(table: Table, slot: str, turn: int) -> Explanation:
    """Take a value's change in a turn apart; raises ExerciseError for an unknown turn or value."""
    session = table.session
    return explain_rows(session.program, session.state, turn, slot, table.language)


def silence(table: Table, rule: str, turn: int) -> str:
    """Return what kept a rule silent in a turn, as lines; raises ExerciseError for an unknown turn or rule."""
    session = table.session
    found = explain_silence(session.program, session.state, turn, rule)
    return silence_text(session.program, found, table.language)


def silences(table: Table, rules: Sequence[str], turn: int) -> tuple[WhyNot, ...]:
    """Return of rules, by name or with their place, what kept each silent in a turn; raises ExerciseError as above."""
    session = table.session
    return tuple(
        found
        for rule in rules
        for found in explain_silence(session.program, session.state, turn, rule)
    )


def rules_named(table: Table, typed: str) -> tuple[str, ...]:
    """Return the names of the rules that words typed begin."""
    names = dict.fromkeys(code.name for code in table.session.program.rules)
    return tuple(name for name in names if begins(name, typed.partition("[")[0]))


def rules_moving(table: Table, slot: str) -> tuple[str, ...]:
    """Return the rules, each with its place, that may move a value, or any value that it is the mean of."""
    program = table.session.program
    wanted = {
        spec.index
        for spec in program.slots.base
        if slot in (spec.name, spec.name.partition("[")[0])
    }
    return tuple(
        code.key
        for code in program.rules
        if any(effect.kind == "change" and effect.slot in wanted for effect in code.effects)
    )


def values_of(view: SeatView) -> tuple[Gauge, ...]:
    """Return every value a seat reads: the axes, its own card's, the published ones."""
    return (*view.common.axes, *view.card_gauges, *view.common.gauges)


__all__ = [
    "AFTER_ENDEX", "explained", "last_outcome", "rows_are_open", "rules_moving", "rules_named", "silence", "silences",
    "told_turns", "values_of",
]  # fmt: skip
