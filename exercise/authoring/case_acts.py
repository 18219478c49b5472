"""A step of a case as the commands it stands for, phase by phase, each with its place in the step."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exercise.conduct import command as ask
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.state import State
from exercise.engine.program import Program
from exercise.errors import ExerciseError, RefusalCode
from exercise.model.base import hundredths
from exercise.model.step import Lift, Meanwhile, PhaseName, RefusedAct, Respond, Rule, Step

Path = tuple[str | int, ...]


class StepRefusedError(ExerciseError):
    """A step of a plan is not legal where it stands, or legal where it must be refused.

    Attributes:
        path: Keys and indexes from the list of steps to what was refused; empty for the whole list.
    """

    def __init__(self, message: str, path: Path = ()) -> None:
        """Keep the message and where it belongs."""
        super().__init__(message)
        self.path = path


class Act(Struct, frozen=True):
    """One command of a step."""

    who: str
    command: Command
    path: Path
    """Keys and indexes inside the step."""
    refused: RefusalCode | None = None
    """The code with which it must be refused; nothing where it must be accepted."""


def beginning(step: Step, phase: PhaseName) -> Iterator[Act]:
    """Yield who comes, and which injects are released, at the beginning of a phase."""
    meanwhile = step.during.get(phase, Meanwhile())
    for number, role in enumerate(meanwhile.come):
        yield Act(FACILITATOR, ask.AssignSeat(role, "person"), ("during", phase, "come", number))
    for number, inject in enumerate(meanwhile.release):
        yield Act(FACILITATOR, ask.ReleaseInject(inject), ("during", phase, "release", number))


def ending(step: Step, phase: PhaseName) -> Iterator[Act]:
    """Yield who leaves at the end of a phase."""
    for number, role in enumerate(step.during.get(phase, Meanwhile()).leave):
        yield Act(FACILITATOR, ask.AssignSeat(role, "vacant"), ("during", phase, "leave", number))


def situation(step: Step) -> Iterator[Act]:
    """Yield what the facilitator does with injects."""
    for number, inject in enumerate(step.arm):
        yield Act(FACILITATOR, ask.ArmInject(inject, True), ("arm", number))
    for number, inject in enumerate(step.disarm):
        yield Act(FACILITATOR, ask.ArmInject(inject, False), ("disarm", number))
    for number, inject in enumerate(step.release):
        yield Act(FACILITATOR, ask.ReleaseInject(inject), ("release", number))
    for number, inject in enumerate(step.hold):
        yield Act(FACILITATOR, ask.HoldInject(inject), ("hold", number))
    for number, inject in enumerate(step.skip):
        yield Act(FACILITATOR, ask.SkipInject(inject, "left out in the case"), ("skip", number))
    for number, card in enumerate(step.written):
        yield Act(FACILITATOR, ask.AddInject(card.title, card.text, card.to), ("written", number))


def consultation(program: Program, step: Step) -> Iterator[Act]:
    """Yield the acts on agreements, those that must be refused last, then statements."""
    for role, names in step.sponsor.items():
        for number, name in enumerate(names):
            yield Act(role, ask.Sponsor(name), ("sponsor", role, number))
    yield from _switches(step)
    for name, levels in step.contributions.items():
        for role, level in levels.items():
            yield Act(role, ask.Contribute(name, level), ("contributions", name, role))
    for role, names in step.withdraw.items():
        for number, name in enumerate(names):
            yield Act(role, ask.WithdrawSignature(name), ("withdraw", role, number))
    for role, names in step.sign.items():
        for number, name, clauses in _by_agreement(names):
            yield Act(role, ask.Sign(name, clauses), ("sign", role, number))
    for role, names in step.object.items():
        for number, name, clauses in _by_agreement(names):
            yield Act(role, ask.ObjectTo(name, clauses), ("object", role, number))
    for number, act in enumerate(step.refused):
        yield Act(act.role, _refused(act), ("refused", number), act.code)
    yield from responses(program, step, statements=True)


def _switches(step: Step) -> Iterator[Act]:
    """Clauses are switched by whoever puts the text on the table."""
    sponsors = {name: role for role, names in step.sponsor.items() for name in names}
    for name, clauses in step.clauses.items():
        if name not in sponsors:
            raise StepRefusedError(
                f"turn {step.turn}: the clauses of {name} cannot be switched: nobody sponsors it",
                ("clauses", name),
            )
        for clause, on in clauses.items():
            path: Path = ("clauses", name, clause)
            yield Act(sponsors[name], ask.SwitchClause(name, clause, on), path)


def _by_agreement(names: tuple[str, ...]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Several clauses of one agreement are one signature: its place, the agreement, its clauses."""
    found: dict[str, tuple[int, list[str]]] = {}
    for number, name in enumerate(names):
        agreement, _, clause = name.partition(".")
        found.setdefault(agreement, (number, []))[1].extend([clause] if clause else [])
    for agreement, (number, clauses) in found.items():
        yield number, agreement, () if agreement in names else tuple(clauses)


def _refused(act: RefusedAct) -> Command:
    if act.sponsor is not None:
        return ask.Sponsor(act.sponsor)
    agreement, _, clause = (act.sign or act.object or "").partition(".")
    kind = ask.Sign if act.sign is not None else ask.ObjectTo
    return kind(agreement, (clause,) if clause else ())


def decisions(program: Program, state: State, step: Step) -> Iterator[Act]:
    """Yield what is lifted and decided."""
    for role, lifted in step.lift.items():
        for number, what in enumerate(lifted):
            yield Act(
                role, ask.LiftMeasure(_in_force(program, state, role, what)), ("lift", role, number)
            )
    yield from responses(program, step, statements=False)


def _in_force(program: Program, state: State, role: str, what: str | Lift) -> int:
    name, target = (what.measure, what.target) if isinstance(what, Lift) else (what, None)
    for measure in state.world.in_force:
        on = program.targets[measure.target] if measure.target >= 0 else ""
        used = (program.roles[measure.role], program.measures[measure.measure].name)
        if used == (role, name) and target in (None, on):
            return measure.number
    return 0


def responses(program: Program, step: Step, statements: bool) -> Iterator[Act]:
    """Yield the statements of a step, or all other responses."""
    cards = program.bundle.measures()
    for role, given in step.responses.items():
        for number, response in enumerate(given):
            card = cards.get(response.measure or "")
            if (card is not None and card.statement) == statements:
                path: Path = ("responses", role, number)
                yield Act(role, respond(response), path, response.refused)


def respond(response: Respond) -> ask.Respond | ask.RespondFreely:
    """Return an authored response as the command it stands for."""
    if response.measure is None:
        return ask.RespondFreely(response.text or "", response.inject or "")
    return ask.Respond(
        measure=response.measure,
        target=response.target or "",
        inject=response.inject or "",
        issue=response.issue or "",
        frame=response.frame or "",
        referent=response.referent or "",
        audiences=response.audiences,
        needed=response.needed,
        suitable=response.suitable,
        reason=response.reason,
        phrases=response.phrases,
    )


def ruling(state: State, rule: Rule, ids: dict[tuple[str, int], str], path: Path) -> Command:
    """Return an authored ruling as the command it stands for.

    Args:
        state: The exercise in adjudication.
        rule: What was authored.
        ids: Ids of the turn's responses, by role and place in the step.
        path: Where it stands in the step.

    Raises:
        StepRefusedError: There is no such response.
    """
    if rule.slot is not None:
        amount = hundredths(rule.amount) if rule.amount is not None else 0
        return ask.AddRow(rule.slot, amount, rule.reason)
    wanted = ids.get((rule.role or "", (rule.response or 0) - 1))
    for decided in state.responses:
        named = decided.role == rule.role and decided.measure == rule.measure
        if named if rule.response is None else decided.id == wanted:
            if rule.replace_by is not None:
                target = decided.target if rule.target is None else rule.target
                return ask.ReplaceResponse(decided.id, rule.replace_by, target, rule.reason)
            scale = 100 if rule.scale is None else rule.scale
            return ask.ScaleResponse(decided.id, scale, rule.reason)
    what = rule.measure or f"{rule.response}"
    raise StepRefusedError(f"turn {state.turn}: no response {what} of {rule.role} to rule on", path)


__all__ = [
    "Act",
    "Path",
    "StepRefusedError",
    "beginning",
    "consultation",
    "decisions",
    "ending",
    "respond",
    "ruling",
    "situation",
]
