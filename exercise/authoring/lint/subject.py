"""What lints look at: a loaded scenario with what follows from it, worked out once for all of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from exercise.engine import ir
from exercise.engine.findings import Finding, Path
from exercise.engine.openness import nodes_of
from exercise.engine.possible import Possible, effects_of
from exercise.engine.program import EffectCode, InjectCode, Program
from exercise.engine.proofs import Moment
from exercise.engine.slots import split_name
from exercise.library.loader import LoadedScenario
from exercise.model.bundle import Bundle
from exercise.model.scenario import Scenario

__all__ = ["Subject", "finding"]


class Subject(Struct, frozen=True, dict=True):
    """A scenario as lints see it.

    Attributes:
        loaded: The scenario with its Program and the trees it was read from.
    """

    loaded: LoadedScenario

    @property
    def bundle(self) -> Bundle:
        """The scenario with its model and roles."""
        return self.loaded.bundle

    @property
    def scenario(self) -> Scenario:
        """The scenario's own card."""
        return self.loaded.bundle.scenario

    @property
    def program(self) -> Program:
        """The scenario compiled."""
        return self.loaded.program

    @cached_property
    def possible(self) -> Possible:
        """What can happen in it at all; its own flags are judged where they are declared."""
        own = self.scenario.flags
        flags = (n for n, name in enumerate(self.program.flags) if split_name(name)[0] in own)
        return Possible(self.program, frozenset(flags))

    @cached_property
    def effects(self) -> tuple[EffectCode, ...]:
        """Every effect in play, each once."""
        return tuple({id(code): code for code in effects_of(self.program)}.values())

    @cached_property
    def called(self) -> frozenset[int]:
        """Injects that some effect releases."""
        return frozenset(code.inject for code in self.effects if code.kind == "release")

    @cached_property
    def nodes(self) -> tuple[ir.Node, ...]:
        """Every part of every condition and amount in play."""
        return tuple(node for root in _roots(self.program, self.effects) for node in nodes_of(root))

    @property
    def first_turn(self) -> int:
        """The first turn that is played: 0 where one is for planning."""
        return 0 if self.scenario.planning_turn else 1

    @property
    def situations(self) -> Moment:
        """The moments at which injects and requirements are tested: nothing has been chosen yet."""
        return Moment(self.first_turn, self.scenario.turns, deciding=False)

    @property
    def outcomes(self) -> Moment:
        """The moments at which rules, measures and clauses act, run-out included."""
        return Moment(self.first_turn, self.scenario.turns + self.scenario.run_out)

    def own(self, section: str) -> list[str]:
        """Return the names of the entries of a section that the scenario itself has written."""
        return list(getattr(self.scenario, section))

    def inject_path(self, inject: InjectCode) -> Path:
        """Return where an inject comes into the scenario: where it is written, or where it is taken."""
        written = inject.name in self.scenario.injects
        return ("scenario", "injects" if written else "with_injects", inject.name)


def finding(path: Path, message: str, code: str) -> Finding:
    """Return a warning at a path; what is well formed can be played, so no lint finds an error."""
    return Finding(path, message, code, "warning")


def _roots(program: Program, effects: tuple[EffectCode, ...]) -> Iterator[ir.Node]:
    tests = [rule.when for rule in program.rules]
    tests += [inject.when for inject in program.injects if inject.when is not None]
    tests += [
        agreement.requires for agreement in program.agreements if agreement.requires is not None
    ]
    for option in program.options.values():
        tests += [test for _, test in option.bundle]
        tests += [] if option.requires is None else [option.requires]
    # Expansions share what means the same to them, so that each is looked at once.
    yield from {id(test): test for test in tests}.values()
    for code in effects:
        yield from (part for part in (code.when, code.amount) if isinstance(part, ir.Node))
