"""Playing a case: a plan's steps go through the same commands as people's, role after role."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from exercise.conduct import command as ask
from exercise.conduct.command import FACILITATOR, Command
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import State, initial
from exercise.engine.compile import compile_bundle
from exercise.engine.language import parse
from exercise.engine.lower import lowering_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import ExerciseError, Refusal
from exercise.model.base import hundredths
from exercise.model.bundle import Bundle
from exercise.model.case import Given, Respond, Step
from exercise.model.case import Rule as CaseRuling


class StepRefusedError(ExerciseError):
    """A step of a plan is not legal where it stands."""


class Run(Struct):
    """One played plan: the exercise after each outcome and at the opening of each decision phase.

    ``state`` is the exercise at the end of the run-out, or after the last outcome where it was left out.
    """

    program: Program
    state: State
    outcomes: dict[int, State] = field(default_factory=dict)
    decisions: dict[int, State] = field(default_factory=dict)

    def after(self, moment: int | str) -> State:
        """Return the exercise after a turn's outcome, after the last turn, or after the run-out."""
        if moment == "run_out":
            return self.state
        turn = max(self.outcomes) if moment == "end" else int(moment)
        if turn not in self.outcomes:
            raise StepRefusedError(f"there is no outcome of turn {moment} in this scenario")
        return self.outcomes[turn]


class Programs:
    """Compiled programs by what a case starts from, so that equal starts compile once."""

    def __init__(self, bundle: Bundle) -> None:
        """Take the bundle that cases vary."""
        self.bundle = bundle
        self._made: dict[str, Program] = {}

    def of(self, given: Given) -> Program:
        """Return the program of a start."""
        key = given.model_dump_json(exclude={"seed", "vacant", "flags"})
        if key not in self._made:
            self._made[key] = compile_bundle(varied(self.bundle, given)).program
        return self._made[key]


def varied(bundle: Bundle, given: Given) -> Bundle:
    """Return a bundle with the starts, issues, preset and fit of a case."""
    scenario, model = bundle.scenario, bundle.model
    starts = {**scenario.starts, **given.starts}
    for family, values in given.starts.items():
        old = scenario.starts.get(family)
        if isinstance(values, dict) and isinstance(old, dict):
            starts[family] = {**old, **values}
    issues = {name: dict(states) for name, states in scenario.issues.items()}
    for name, states in given.issues.items():
        for state, parts in states.items():
            issues.setdefault(name, {})[state] = {**issues.get(name, {}).get(state, {}), **parts}
    fit = {name: dict(row) for name, row in model.scales.fit.items()}
    for name, row in given.fit.items():
        fit[name] = {**fit[name], **row}
    scales = model.scales.model_copy(update={"fit": fit})
    changes = {"starts": starts, "issues": issues, "preset": given.preset or scenario.preset}
    return bundle.model_copy(
        update={
            "scenario": scenario.model_copy(update=changes),
            "model": model.model_copy(update={"scales": scales}),
        }
    )


def play(
    program: Program,
    given: Given,
    steps: tuple[Step, ...],
    run_out: bool = True,
    last: int | None = None,
) -> Run:
    """Play a plan to the end of the run-out, or less far where nobody asks for more.

    Args:
        program: The compiled scenario.
        given: The seed, the flags that are up and the seats that are vacant.
        steps: What happens in each turn.
        run_out: Whether to go on after the last outcome.
        last: The turn whose outcome is the last to be played.

    Raises:
        StepRefusedError: A step is refused; the message says which and why.
    """
    run = Run(program, _start(program, given))
    end = program.bundle.scenario.turns if last is None and not run_out else last
    by_turn = {step.turn: step for step in steps}
    if len(by_turn) != len(steps):
        raise StepRefusedError("two steps have the same turn; put them into one")
    _give(run, FACILITATOR, ask.Advance())
    _give(run, FACILITATOR, ask.Advance())
    while run.state.running:
        step = by_turn.get(run.state.turn, Step(turn=run.state.turn))
        _turn(run, step)
        if run.state.turn == end:
            return run
        _give(run, FACILITATOR, ask.Advance())
    return run


def _start(program: Program, given: Given) -> State:
    state = initial(program, Key(given.seed))
    seats = tuple(
        replace(seat, holder="vacant" if seat.role in given.vacant else "bot")
        for seat in state.seats
    )
    flags = tuple(sorted(_flag(program, text) for text in given.flags))
    present = tuple(seat.holder != "vacant" for seat in seats)
    return replace(state, seats=seats, world=replace(state.world, present=present, flags=flags))


def _flag(program: Program, text: str) -> int:
    return lowering_for(program).flag(parse(text))


def _turn(run: Run, step: Step) -> None:
    """One turn, phase by phase."""
    for who, command in _situation(step):
        _give(run, who, command)
    _give(run, FACILITATOR, ask.Advance())
    for who, command in _consultation(run, step):
        _give(run, who, command)
    _give(run, FACILITATOR, ask.Advance())
    run.decisions[run.state.turn] = run.state
    for who, command in _decisions(run, step):
        _give(run, who, command)
    _give(run, FACILITATOR, ask.Advance())
    for ruling in step.rulings:
        _give(run, FACILITATOR, _ruling(run, ruling))
    _give(run, FACILITATOR, ask.Advance())
    run.outcomes[run.state.turn] = run.state


def _situation(step: Step) -> Iterator[tuple[str, Command]]:
    for inject in step.arm:
        yield FACILITATOR, ask.ArmInject(inject, True)
    for inject in step.release:
        yield FACILITATOR, ask.ReleaseInject(inject)
    for inject in step.hold:
        yield FACILITATOR, ask.HoldInject(inject)
    for inject in step.skip:
        yield FACILITATOR, ask.SkipInject(inject, "left out in the case")


def _consultation(run: Run, step: Step) -> Iterator[tuple[str, Command]]:
    for role, names in step.sponsor.items():
        for name in names:
            yield role, ask.Sponsor(name)
    for name, clauses in step.clauses.items():
        text = run.state.text(name)
        for clause, on in clauses.items():
            yield text.sponsor if text else "", ask.SwitchClause(name, clause, on)
    for name, levels in step.contributions.items():
        for role, level in levels.items():
            yield role, ask.Contribute(name, level)
    for role, names in step.sign.items():
        for name in names:
            yield role, ask.Sign(*_clauses(name))
    for role, names in step.object.items():
        for name in names:
            yield role, ask.ObjectTo(*_clauses(name))
    yield from _responses(run, step, statements=True)


def _clauses(name: str) -> tuple[str, tuple[str, ...]]:
    agreement, _, clause = name.partition(".")
    return agreement, (clause,) if clause else ()


def _decisions(run: Run, step: Step) -> Iterator[tuple[str, Command]]:
    for role, names in step.lift.items():
        for name in names:
            yield role, ask.LiftMeasure(_in_force(run, role, name))
    yield from _responses(run, step, statements=False)


def _in_force(run: Run, role: str, name: str) -> int:
    program = run.program
    for measure in run.state.world.in_force:
        if program.roles[measure.role] == role and program.measures[measure.measure].name == name:
            return measure.number
    return 0


def _responses(run: Run, step: Step, statements: bool) -> Iterator[tuple[str, Command]]:
    measures = run.program.bundle.measures()
    for role, responses in step.responses.items():
        for response in responses:
            card = measures.get(response.measure)
            if (card is not None and card.statement) == statements:
                yield role, respond(response)


def respond(response: Respond) -> ask.Respond:
    """Return an authored response as the command it stands for."""
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
    )


def _ruling(run: Run, ruling: CaseRuling) -> Command:
    if ruling.slot is not None:
        return ask.AddRow(
            ruling.slot,
            hundredths(ruling.amount) if ruling.amount is not None else 0,
            ruling.reason,
        )
    found = next(
        (d for d in run.state.responses if d.role == ruling.role and d.measure == ruling.measure),
        None,
    )
    if found is None:
        raise StepRefusedError(
            f"turn {run.state.turn}: no response {ruling.measure} of {ruling.role} to rule on"
        )
    if ruling.replace_by is not None:
        return ask.ReplaceResponse(found.id, ruling.replace_by, found.target, ruling.reason)
    return ask.ScaleResponse(found.id, 100 if ruling.scale is None else ruling.scale, ruling.reason)


def _give(run: Run, who: str, command: Command) -> None:
    decision = decide(run.program, run.state, who, command)
    if isinstance(decision, Refusal):
        raise StepRefusedError(
            f"turn {run.state.turn}, {run.state.phase.value}: {who} may not {_words(command)}: "
            f"{decision.message} ({decision.code})"
        )
    for event in decision:
        run.state = evolve(run.program, run.state, event)


def _words(command: Command) -> str:
    name = (
        getattr(command, "measure", None)
        or getattr(command, "agreement", None)
        or getattr(command, "inject", "")
    )
    verb = "".join(f" {c.lower()}" if c.isupper() else c for c in type(command).__name__).strip()
    return f"{verb} {name}".strip()


__all__ = ["Programs", "Run", "StepRefusedError", "play", "respond", "varied"]
