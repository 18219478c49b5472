"""Why a case found what it found: the ledger rows behind a value, and what kept a rule or an inject silent.

Lines of plain text, ready to be indented; nothing here judges.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from exercise.authoring.case_played import Run
from exercise.conduct.open_record import rows_of, why
from exercise.conduct.state import State, TurnRecord
from exercise.engine.explain import (
    WhyNot,
    claims_of,
    first_false,
    points,
    signed,
    source_of,
    why_not,
)
from exercise.engine.ledger import Share, shares
from exercise.engine.program import InjectCode, Program, RuleCode
from exercise.engine.scene import scene_of
from exercise.engine.turn import adjudication_scene
from exercise.engine.world import Cause, TurnInput

_ROWS = 8
"""Causes shown one by one; the smaller ones are summed in one line."""
_SILENT = 3
"""Silent rules shown for a wrong value."""
_Key = tuple[str, str, str, str, str, int]


class _Sum(Struct):
    """What one cause has added to a value over the turns."""

    cause: Cause | None
    name: str
    amount: int = 0
    turns: list[int] = field(default_factory=list)


def because(program: Program, state: State, slot: int) -> tuple[str, ...]:
    """Return the start of a value and what moved it since, in order of size; the amounts add up."""
    start = program.settle(program.start)[slot]
    value = program.settle(state.world.values)[slot]
    sums = sorted(_sums(program, state, slot), key=lambda one: (-abs(one.amount), one.name))
    lines = [f"why: {points(start)} at StartEx, moved by {signed(value - start)}"]
    lines.extend(f"{signed(one.amount):>8}  {_told(program, one)}" for one in sums[:_ROWS])
    rest = sums[_ROWS:]
    if rest:
        total = sum(one.amount for one in rest)
        lines.append(f"{signed(total):>8}  {len(rest)} smaller causes")
    return tuple(lines)


def _sums(program: Program, state: State, slot: int) -> list[_Sum]:
    sums: dict[_Key, _Sum] = {}
    for record in _complete(state):
        for share in shares(program, slot, record.start, record.s2, rows_of(record)):
            one = sums.setdefault(_key(share), _new(program, share, slot))
            one.amount += share.amount
            if record.turn not in one.turns:
                one.turns.append(record.turn)
    return [one for one in sums.values() if one.amount]


def _complete(state: State) -> list[TurnRecord]:
    return [record for record in state.turns if record.outcome is not None]


def _key(share: Share) -> _Key:
    if share.row is None:
        return share.name, "", "", "", "", -1
    cause = share.row.cause
    return cause.kind, cause.name, cause.scope, cause.role, cause.target, share.row.slot


def _new(program: Program, share: Share, slot: int) -> _Sum:
    if share.row is None:
        return _Sum(None, share.name)
    moved = "" if share.row.slot == slot else f" on {program.slots.name(share.row.slot)}"
    cause = share.row.cause
    scope = f"[{cause.scope}]" if cause.scope else ""
    return _Sum(cause, f"{cause.kind} {cause.name}{scope}{moved}")


def _told(program: Program, one: _Sum) -> str:
    turns = ", ".join(str(turn) for turn in one.turns)
    head = f"{one.name}, turn{'s' if len(one.turns) > 1 else ''} {turns}"
    if one.cause is None or one.cause.kind == "cap":
        return head
    factors = ", ".join(f"{name} {percent}" for name, percent in one.cause.factors)
    drawn = f"drawn {points(one.cause.draw)}" if one.cause.draw is not None else ""
    more = "; ".join(text for text in (factors, drawn) if text)
    claims = ", ".join(claims_of(program, one.cause))
    source = source_of(program, one.cause) + (f"; {claims}" if claims else "")
    return f"{head}: {why(program, one.cause, 'en')}{f' ({more})' if more else ''} [{source}]"


def silent_rules(program: Program, state: State, slot: int) -> tuple[str, ...]:
    """Return rules that would move a base value and have not, with what kept them silent in the last turn."""
    moved = {
        (row.cause.name, row.cause.scope)
        for record in _complete(state)
        for row in rows_of(record)
        if row.slot == slot
    }
    lines: list[str] = []
    for code in program.rules:
        if (code.name, code.place) in moved or all(e.slot != slot for e in code.effects):
            continue
        line = _silence(program, state, code)
        if line:
            lines.append(line)
    rest = len(lines) - _SILENT
    rules = "rule" if rest == 1 else "rules"
    more = [f"silent: {rest} more {rules} that can move it"] if rest > 0 else []
    return (*lines[:_SILENT], *more)


def _silence(program: Program, state: State, code: RuleCode) -> str:
    """What kept a rule silent in the last complete turn; nothing where its condition held."""
    record = _complete(state)[-1]
    answer = _answer(program, record, code)
    return "" if answer.fired else f"silent: rule {_false(program, answer, record.turn)}"


def _answer(program: Program, record: TurnRecord, code: RuleCode) -> WhyNot:
    assert record.at_cut_off is not None
    given = record.given or TurnInput()
    return why_not(adjudication_scene(program, record.at_cut_off, given, record.turn), code)


def _false(program: Program, answer: WhyNot, turn: int) -> str:
    read = "; ".join(f"{program.slots.name(slot)} {points(value)}" for slot, value in answer.reads)
    values = f" ({read})" if read else ""
    return f"{answer.key}, turn {turn}: '{answer.condition}' is false{values}"


def missing_row(run: Run, state: State, name: str, slot: int) -> tuple[str, ...]:
    """Return why there is no row by a name: what kept the rule silent, or whether it was used at all."""
    program = run.program
    rules = [code for code in program.rules if code.name == name]
    rules = [code for code in rules if any(e.slot == slot for e in code.effects)] or rules
    if rules:
        return tuple(_rule_lines(program, state, rules))
    if name in program.numbers.measure:
        return (_uses(state, name),)
    if name in program.numbers.inject:
        return inject_silence(run, state, name)
    if name in program.numbers.agreement:
        adopted = any(name == clause.partition(".")[0] for clause in adopted_in(program, state))
        told = "was adopted and moves nothing here" if adopted else "was not adopted"
        return (f"why: agreement {name} {told}",)
    kinds = sorted({row.cause.kind for record in _complete(state) for row in rows_of(record)})
    return (f"why: nothing in play is called {name}; kinds of cause are {', '.join(kinds)}",)


def _rule_lines(program: Program, state: State, rules: list[RuleCode]) -> Iterator[str]:
    for code in rules[:_SILENT]:
        answers = [(record.turn, _answer(program, record, code)) for record in _complete(state)]
        held = [turn for turn, answer in answers if answer.fired]
        if held:
            turns = ", ".join(str(turn) for turn in held)
            yield (
                f"why: rule {code.key} held in turn {turns}, but its effects moved nothing here:"
                " look at their own conditions, chances and delays"
            )
        elif answers:
            turn, answer = answers[-1]
            yield f"silent: rule {_false(program, answer, turn)}"


def _uses(state: State, name: str) -> str:
    uses = [
        f"{decided.role} in turn {record.turn}"
        for record in _complete(state)
        for decided in record.decided
        if decided.measure == name
    ]
    if uses:
        return f"why: {name} was used by {', '.join(uses)}, and moves nothing here"
    return f"why: nobody used {name}"


def inject_silence(run: Run, state: State, name: str) -> tuple[str, ...]:
    """Return why an inject was not released by then, or since when it is."""
    number = run.program.numbers.inject[name]
    code, status = run.program.injects[number], state.world.injects[number]
    if status.fired >= 0:
        return (f"why: it was released in turn {status.fired}",)
    if status.skipped:
        reason = dict(state.skipped).get(name, "")
        return (f"why: it was skipped: {reason}",)
    if code.kind == "optional" or (code.kind == "contingency" and not status.armed):
        told = "waits for the facilitator" if code.kind == "optional" else "was not armed"
        return (f"why: {code.kind} inject {name} {told}, and no effect called for it",)
    if code.turn > state.turn:
        return (f"why: {code.kind} inject {name} comes in turn {code.turn} at the earliest",)
    return _condition_of(run, state, code)


def _condition_of(run: Run, state: State, code: InjectCode) -> tuple[str, ...]:
    opened = [turn for turn in run.openings if turn <= state.turn]
    if code.when is None or not opened:
        return (f"why: {code.kind} inject {code.name} was held back",)
    turn = max(opened)
    scene = scene_of(run.program, run.openings[turn].world, turn)
    answer = first_false(scene, f"inject {code.name}", code.when)
    if answer.fired:
        return (f"why: inject {code.name} was ready in turn {turn} and held back",)
    return (f"silent: {_false(run.program, answer, turn)}",)


def condition_values(program: Program, text: str, answer: WhyNot) -> tuple[str, ...]:
    """Return the first false part of a condition with the values it read; nothing where it is all there is."""
    read = "; ".join(f"{program.slots.name(slot)} {points(value)}" for slot, value in answer.reads)
    if answer.fired:
        return ()
    part = "" if answer.condition == text else f"'{answer.condition}' is false"
    told = ": ".join(words for words in (part, read) if words)
    return (f"why: {told}",) if told else ()


def adopted_in(program: Program, state: State) -> tuple[str, ...]:
    """Return every clause adopted so far as ``agreement.clause``, each once."""
    found: dict[str, None] = {}
    for record in _complete(state):
        for clause in record.outcome.adopted if record.outcome else ():
            code = program.agreements[clause.agreement]
            found[f"{code.name}.{code.clauses[clause.clause].name}"] = None
    return tuple(found)


__all__ = [
    "adopted_in",
    "because",
    "condition_values",
    "inject_silence",
    "missing_row",
    "silent_rules",
]
