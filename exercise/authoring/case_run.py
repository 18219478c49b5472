"""Playing a case: a plan's steps go through the same commands as people's, role after role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from exercise.authoring.case_acts import (
    Act,
    Path,
    StepRefusedError,
    beginning,
    consultation,
    decisions,
    ending,
    ruling,
    situation,
)
from exercise.authoring.case_played import Run
from exercise.conduct import command as ask
from exercise.conduct.command import FACILITATOR, Command, Holder
from exercise.conduct.decide import decide
from exercise.conduct.event import Event, Responded
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.engine.compile import compile_bundle
from exercise.engine.language import parse
from exercise.engine.lower import lowering_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import Refusal
from exercise.model.bundle import Bundle
from exercise.model.case import Given
from exercise.model.step import PhaseName, Step


class Programs:
    """Compiled programs by what a case starts from, so that equal starts compile once."""

    def __init__(self, bundle: Bundle, named: Callable[[str], Bundle] | None = None) -> None:
        """Take the bundle that cases vary.

        Args:
            bundle: The scenario's own.
            named: Gives the same bundle under the names of an alias file.
        """
        self.bundle = bundle
        self._named = named
        self._made: dict[str, Program] = {}

    def of(self, given: Given) -> Program:
        """Return the program of a start.

        Raises:
            CompileError: The scenario does not compile with these starts.
            ExerciseError: There is no such alias file.
        """
        key = given.model_dump_json(exclude=_NOT_COMPILED)
        if key not in self._made:
            bundle = self.bundle
            if given.names is not None and self._named is not None:
                bundle = self._named(given.names)
            self._made[key] = compile_bundle(varied(bundle, given)).program
        return self._made[key]


_NOT_COMPILED = {"seed", "vacant", "bots", "armed", "skipped", "flags"}
"""Keys of a start that make no other program."""


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
        given: The seed, the flags that are up, and the seats that are vacant or bots.
        steps: What happens in each turn.
        run_out: Whether to go on after the last outcome.
        last: The turn whose outcome is the last to be played.

    Raises:
        StepRefusedError: A step is refused; the message says which and why.
    """
    run = Run(program, _start(program, given))
    end = program.bundle.scenario.turns if last is None and not run_out else last
    by_turn = {step.turn: number for number, step in enumerate(steps)}
    if len(by_turn) != len(steps):
        raise StepRefusedError("two steps have the same turn; put them into one")
    for act in _before(given):
        _give(run, act)
    _advance(run)
    while run.state.running:
        number = by_turn.get(run.state.turn, -1)
        step = steps[number] if number >= 0 else Step(turn=run.state.turn)
        _Turn(run, step, (number,) if number >= 0 else ()).play()
        if run.state.turn == end or not run.state.running:
            return run
        _advance(run)
    return run


def _start(program: Program, given: Given) -> State:
    """Begin in the briefing: seats are given, and there may be nobody, which no lobby would let pass."""
    state = initial(program, Key(given.seed))
    holders: dict[str, Holder] = dict.fromkeys(given.bots, "bot")
    holders |= dict.fromkeys(given.vacant, "vacant")
    seats = tuple(replace(seat, holder=holders.get(seat.role, "person")) for seat in state.seats)
    flags = tuple(sorted(_flag(program, text) for text in given.flags))
    present = tuple(seat.holder != "vacant" for seat in seats)
    state = replace(state, phase=Phase.briefing, seats=seats)
    return replace(state, world=replace(state.world, present=present, flags=flags))


def _flag(program: Program, text: str) -> int:
    return lowering_for(program).flag(parse(text))


def _before(given: Given) -> Iterator[Act]:
    """What the facilitator does with injects before StartEx."""
    for inject in given.armed:
        yield Act(FACILITATOR, ask.ArmInject(inject, True), ())
    for inject in given.skipped:
        yield Act(FACILITATOR, ask.SkipInject(inject, "left out in the case"), ())


class _Turn:
    """One turn, phase by phase."""

    def __init__(self, run: Run, step: Step, path: Path) -> None:
        self.run = run
        self.step = step
        self.path = path
        self.ids: dict[tuple[str, int], str] = {}

    def play(self) -> None:
        """Play the step; the outcome is kept as it stands before anybody comes or leaves."""
        run, step = self.run, self.step
        run.openings[run.state.turn] = run.state
        self._phase("situation", situation(step))
        self._phase("consultation", consultation(run.program, step))
        self._phase("decision", self._decisions())
        self._phase("adjudication", self._rulings())
        run.outcomes[run.state.turn] = run.state
        self._give(beginning(step, "outcome"))
        self._give(ending(step, "outcome"))
        if step.end:
            end = ask.EndExercise("ended in the case")
            self._give([Act(FACILITATOR, end, ("end",))])

    def _phase(self, name: PhaseName, acts: Iterable[Act]) -> None:
        self._give(beginning(self.step, name))
        self._give(acts)
        self._let_bots_act()
        self._give(ending(self.step, name))
        _advance(self.run)

    def _decisions(self) -> Iterator[Act]:
        self.run.decisions[self.run.state.turn] = self.run.state
        yield from decisions(self.run.program, self.run.state, self.step)

    def _rulings(self) -> Iterator[Act]:
        for number, rule in enumerate(self.step.rulings):
            path: Path = ("rulings", number)
            yield Act(FACILITATOR, ruling(self.run.state, rule, self.ids, path), path)

    def _let_bots_act(self) -> None:
        if any(seat.holder == "bot" for seat in self.run.state.seats):
            from exercise.authoring.case_bots import let_bots_act

            let_bots_act(self.run)

    def _give(self, acts: Iterable[Act]) -> None:
        for act in self._placed(acts):
            for event in _give(self.run, act, self.path):
                if isinstance(event, Responded):
                    role, number = str(act.path[1]), int(act.path[2])
                    self.ids[role, number] = event.decided.id

    def _placed(self, acts: Iterable[Act]) -> Iterator[Act]:
        """Put what is wrong with the step itself at its place in the list of steps."""
        try:
            yield from acts
        except StepRefusedError as error:
            raise StepRefusedError(str(error), (*self.path, *error.path)) from None


def _advance(run: Run) -> None:
    _give(run, Act(FACILITATOR, ask.Advance(), ()))


def _give(run: Run, act: Act, path: Path = ()) -> tuple[Event, ...]:
    """Carry out one act, or raise at the step that begins at a path."""
    at = (*path, *act.path) if path else ()
    decision = decide(run.program, run.state, act.who, act.command)
    moment = f"turn {run.state.turn}, {run.state.phase.value}: {act.who}"
    if isinstance(decision, Refusal):
        if decision.code is act.refused:
            return ()
        expected = f", expected refusal {act.refused}" if act.refused else ""
        raise StepRefusedError(
            f"{moment} may not {_words(act.command)}: {decision.message} ({decision.code}){expected}",
            at,
        )
    if act.refused is not None:
        raise StepRefusedError(
            f"{moment} may {_words(act.command)}, expected refusal {act.refused}", at
        )
    for event in decision:
        run.state = evolve(run.program, run.state, event)
    return decision


def _words(command: Command) -> str:
    name = (
        getattr(command, "measure", None)
        or getattr(command, "agreement", None)
        or getattr(command, "inject", None)
        or getattr(command, "role", "")
    )
    verb = "".join(f" {c.lower()}" if c.isupper() else c for c in type(command).__name__).strip()
    return f"{verb} {name}".strip()


__all__ = ["Programs", "Run", "play", "varied"]
