"""Issues: how statements move them, and how level and frame follow from their parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from exercise.engine.harvest import Harvest
from exercise.engine.ir import toward_zero
from exercise.engine.program import IssueCode, MeasureCode, Program
from exercise.engine.world import Cause, Response, Row


def speak(harvest: Harvest, response: Response, code: MeasureCode) -> None:
    """Add what a statement does: rhetoric rises, acceptance and the frame's weight move by what audiences accept."""
    program, values = harvest.scene.program, harvest.scene.values
    voice = values[program.slot("voice_weight", program.roles[response.role])] // 100
    for heard in heard_of(program, values, response, code, voice):
        issue = heard.issue
        cause = Cause(
            "statement",
            code.name,
            scope=f"s={issue.state}",
            role=program.roles[response.role],
            turn=harvest.scene.turn,
            response=response.id,
            note=response.note,
            factors=(("voice", voice), ("heard", heard.percent)),
        )
        harvest.change(issue.rhetoric, heard.said, cause)
        harvest.change(issue.acceptance, heard.taken, cause)
        harvest.change(issue.frame_weights[response.frame], heard.accepted, cause)


class Heard(Struct, frozen=True):
    """What a statement does to an issue in one state; hundredths."""

    issue: IssueCode
    said: int
    """By how much rhetoric moves."""
    taken: int
    """By how much acceptance moves."""
    accepted: int
    """By how much the weight of the frame rises."""
    percent: int
    """Of a hundred, how far the audiences there listen, in the mean."""


def heard_of(
    program: Program, values: Sequence[int], response: Response, code: MeasureCode, voice: int
) -> Iterator[Heard]:
    """Yield what a statement does where an audience hears it.

    Args:
        program: The Program.
        values: What the turn's responses meet.
        response: The statement.
        code: Its measure.
        voice: How much the speaker's word weighs, per cent.
    """
    strength = toward_zero(code.strength * response.scale, 100)
    sign = -1 if code.lowers else 1
    for issue in program.issue_states:
        if issue.issue != response.issue:
            continue
        hearing = [
            values[audience.hearing[response.frame]] // 100
            for audience in (program.audiences[number] for number in response.audiences)
            if issue.state in audience.states
        ]
        if hearing:
            total, count = sum(hearing), len(hearing)
            accepted = toward_zero(strength * voice * total, 10_000 * count)
            yield Heard(issue, sign * strength, sign * accepted, accepted, total // count)


def follow(
    program: Program,
    values: Sequence[int],
    turn: int,
    deciding: frozenset[tuple[int, str]],
) -> list[Row]:
    """Return the rows by which frames and levels follow their parts.

    Args:
        program: The Program.
        values: Base values with all rows of the outcome, capped.
        turn: The turn.
        deciding: Issue (-1 for all) and state where a state's decision for emergency rules stands.
    """
    rows = []
    for issue in program.issue_states:
        frame = _frame(issue, values)
        if frame != values[issue.frame]:
            rows.append(_row(issue.frame, frame - values[issue.frame], turn, "frame", issue.state))
        level = _level(
            program,
            issue,
            values,
            (issue.issue, issue.state) in deciding or (-1, issue.state) in deciding,
        )
        if level != values[issue.level]:
            rows.append(_row(issue.level, level - values[issue.level], turn, "level", issue.state))
    return rows


def weighted_sum(issue: IssueCode, values: Sequence[int]) -> int:
    """Return the weighted sum of an issue's components, hundredths, rounded down."""
    return sum(weight * values[slot] for slot, weight in issue.components) // 100


def _frame(issue: IssueCode, values: Sequence[int]) -> int:
    """The frame with the most accepted weight holds; a tie keeps the old one."""
    old = values[issue.frame] // 100
    weights = [values[slot] for slot in issue.frame_weights]
    best = max(weights)
    if weights[old] == best:
        return old * 100
    return weights.index(best) * 100


def _level(program: Program, issue: IssueCode, values: Sequence[int], decided: bool) -> int:
    """One step at most: up when the next threshold is reached, down when the sum is well below the last."""
    total = weighted_sum(issue, values)
    level = values[issue.level] // 100
    thresholds = program.scales.thresholds
    if level < 4 and total >= thresholds[level] and (level < 3 or decided):
        return (level + 1) * 100
    if level > 0 and total < thresholds[level - 1] - program.scales.falls_below:
        return (level - 1) * 100
    if level == 4 and not decided:
        return 300
    return level * 100


def _row(slot: int, amount: int, turn: int, name: str, state: str) -> Row:
    return Row(slot, amount, turn, "outcome", Cause("system", name, scope=f"s={state}", turn=turn))
