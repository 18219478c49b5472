"""One changed response: what a seat would have decided in a turn instead, made up as far as it was not said."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from exercise.conduct.command import Respond
from exercise.conduct.decide_seat import drafts, used_otherwise
from exercise.conduct.state import State
from exercise.engine.legality import Choice, choices
from exercise.engine.program import MeasureCode, Program
from exercise.model.role import Role

__all__ = ["UNSAID", "Change", "Use", "respond"]

UNSAID = "what if"
"""Stands for the two answers on a restrictive measure that nobody has given; texts are never scored."""


class Use(Struct, frozen=True):
    """A measure that a seat uses."""

    measure: str
    target: str = ""
    """A role or state; where it is empty, the one used in the record, else what :func:`respond` takes."""


class Change(Struct, frozen=True):
    """What a seat decides in one turn instead of its recorded response; its liftings stay as they were."""

    turn: int
    seat: str
    uses: tuple[Use, ...] = ()
    """The whole response, statements included; empty for none."""


def respond(
    program: Program, state: State, seat: str, use: Use, pattern: Respond | None
) -> Respond:
    """Return the command by which a seat uses a measure that it did not use.

    Args:
        program: The Program.
        state: The exercise when it decides.
        seat: Who decides.
        use: The measure. Without a target it works where the pattern did, else at home, else at the first place open
            to it.
        pattern: The recorded response in whose place it comes; what else it said is kept where it fits.
    """
    code = program.measures[program.numbers.measure[use.measure]]
    pattern = pattern or Respond("")
    open_to = _choice(program, state, seat, use.measure)
    made = Respond(
        measure=use.measure,
        target=use.target or _target(program, seat, open_to, pattern),
        inject=_inject(program, open_to, code, pattern),
        issue=pattern.issue,
        referent=_referent(program, pattern),
        reason=pattern.reason,
    )
    if code.restrictive:
        made = replace(made, needed=pattern.needed or UNSAID, suitable=pattern.suitable or UNSAID)
    if code.statement:
        made = replace(
            made, frame=pattern.frame, audiences=pattern.audiences, phrases=pattern.phrases
        )
    return made


def _choice(program: Program, state: State, seat: str, measure: str) -> Choice:
    """Return what is open to a seat with a measure; nothing at all where the measure is not put before it."""
    number = program.numbers.measure[measure]
    found = choices(
        program,
        state.world,
        state.turn,
        program.numbers.role[seat],
        drafts(program, state, seat),
        used_otherwise(state, seat),
    )
    return next((one for one in found if one.measure == number), Choice(number, (), None))


def _target(program: Program, seat: str, choice: Choice, pattern: Respond) -> str:
    names = [program.targets[target] for target in choice.targets if target >= 0]
    card: Role = program.bundle.roles[seat]
    for wanted in (pattern.target, card.state):
        if wanted and wanted in names:
            return wanted
    return names[0] if names else ""


def _inject(program: Program, choice: Choice, code: MeasureCode, pattern: Respond) -> str:
    """The inject that was answered, unless the measure is an answer to others alone."""
    offering = [program.injects[number].name for number in choice.injects]
    if pattern.inject in offering or (pattern.inject and not code.offered):
        return pattern.inject
    return offering[0] if offering else ""


def _referent(program: Program, pattern: Respond) -> str:
    """Whose security the seat named, unless it was only what its measure's card says."""
    card = program.measure_cards.get(pattern.measure)
    return "" if card is None or pattern.referent == card.referent else pattern.referent
