"""Playthroughs on the reference interpreter: what an exercise does when nobody is there, and the measure of all others.

What is ready is released, what the engine proposes is confirmed, nothing is taken from the facilitator's drawer.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from exercise.analysis.batch.played import Played, axis_slots, run_out_of, turns_of
from exercise.analysis.batch.policy import NOTHING, Policy, Table, Use
from exercise.engine.agreements import clauses_in_force, closed
from exercise.engine.legality import offered_to, purse, refusal_of
from exercise.engine.scene import scene_of
from exercise.engine.turn import (
    adjudicate,
    adjudication_scene,
    land,
    opening,
    ready,
    release_effects,
)
from exercise.engine.world import Key, Response, TurnInput, World, apply, begin

Watch = Callable[[int, tuple[int, ...]], None]
"""Told each outcome: its turn, and the base slots after it."""


class Reference:
    """Plays a table's scenario on the reference interpreter."""

    def __init__(self, table: Table) -> None:
        """Take the table.

        Args:
            table: Who takes part.
        """
        self.table = table

    def play(self, policy: Policy, key: Key, watch: Watch | None = None) -> Played:
        """Return one playthrough.

        Args:
            policy: How seats decide.
            key: Seed and playthrough.
            watch: Told each outcome.
        """
        course = _Course(self.table, key, watch)
        for turn in turns_of(course.program):
            course.situation(turn)
            moment = Decisions(self.table, course.world, turn)
            course.outcome(turn, policy.decide(moment, key))
        for turn in run_out_of(course.program):
            course.land(turn)
            course.outcome(turn, NOTHING)
        return course.played()


class _Course:
    """One playthrough as it goes on."""

    def __init__(self, table: Table, key: Key, watch: Watch | None) -> None:
        self.program, self.key, self.watch = table.program, key, watch
        self.axes = axis_slots(self.program)
        self.rules = [0] * len(self.program.rules)
        self.inputs: list[TurnInput] = []
        self.course: list[tuple[int, ...]] = []
        self.adopted: list[tuple[int, int, int]] = []
        world = begin(self.program, table.present)
        self.world = apply(self.program, world, opening(self.program, world, key))

    def land(self, turn: int) -> None:
        """Let what is due in a turn land."""
        self.world = apply(self.program, self.world, land(self.program, self.world, turn))

    def situation(self, turn: int) -> None:
        """Play a situation: what is due, then all injects that are ready."""
        self.land(turn)
        program = self.program
        self.world = _released(self.world, ready(program, self.world, turn), turn)
        step = release_effects(program, self.world, turn, self.key)
        self.world = apply(program, self.world, step)

    def outcome(self, turn: int, given: TurnInput) -> None:
        """Play an outcome and take down what it came to."""
        program = self.program
        scene = adjudication_scene(program, self.world, given, turn)
        for number, rule in enumerate(program.rules):
            self.rules[number] += rule.when.holds(scene)
        step = adjudicate(program, self.world, given, turn, self.key)
        self.world = apply(program, self.world, step)
        self.adopted += [(turn, clause.agreement, clause.clause) for clause in step.adopted]
        self.course.append(tuple(self.world.settled[slot] for slot in self.axes))
        if turn in turns_of(program):
            self.inputs.append(given)
        if self.watch is not None:
            self.watch(turn, self.world.values)

    def played(self) -> Played:
        """Return what came of it."""
        world = self.world
        return Played(
            values=world.values,
            course=tuple(self.course),
            released=tuple(status.fired for status in world.injects),
            breaches=tuple(sorted((one.turn, one.line, one.place) for one in world.breaches)),
            adopted=tuple(self.adopted),
            inputs=tuple(self.inputs),
            rules=tuple(self.rules),
        )


class Decisions:
    """The time of decisions in one turn, by the engine's own test of what is legal."""

    def __init__(self, table: Table, world: World, turn: int) -> None:
        """Take the region as it stands after the situation."""
        self.turn = turn
        self._program, self._world = table.program, world
        self._scene = scene_of(table.program, world, turn)
        self._drafts: dict[int, tuple[Response, ...]] = {}
        self._lifted: dict[int, tuple[int, ...]] = {}

    def actions(self, role: int) -> int:
        """Return how many actions a seat has left."""
        drafts, lifted = self._drafts.get(role, ()), len(self._lifted.get(role, ()))
        return purse(self._program, self._world, role, drafts, lifted).actions

    def open(self, role: int, use: Use) -> bool:
        """Return whether a seat may use a measure now, after all it has decided so far."""
        refusal = refusal_of(
            self._program,
            self._world,
            self.turn,
            Response("", role, use.measure, use.target),
            self._drafts.get(role, ()),
            len(self._lifted.get(role, ())),
            self._scene,
        )
        return refusal is None

    def standing(self, role: int) -> tuple[int, ...]:
        """Return the numbers of a seat's lasting measures in force that it has not lifted."""
        lifted = self._lifted.get(role, ())
        return tuple(
            measure.number
            for measure in self._world.in_force
            if measure.role == role and measure.number not in lifted
        )

    def offers(self, role: int, measure: int) -> tuple[int, ...]:
        """Return the open injects that offer a measure to a seat."""
        return offered_to(self._program, self._world, self.turn, role).get(measure, ())

    def sponsorable(self, agreement: int) -> bool:
        """Return whether an agreement may be put on the table by one of its sponsors."""
        code = self._program.agreements[agreement]
        return closed(self._program, self._world, self.turn, code) is None

    def clauses_left(self, agreement: int) -> tuple[int, ...]:
        """Return an agreement's clauses that are not in force."""
        code = self._program.agreements[agreement]
        in_force = clauses_in_force(self._program, self._world, code)
        return tuple(number for number in range(len(code.clauses)) if number not in in_force)

    def respond(self, response: Response) -> None:
        """Add a response to what its seat has decided."""
        self._drafts[response.role] = (*self._drafts.get(response.role, ()), response)

    def lift(self, role: int, number: int) -> None:
        """Add the lifting of a lasting measure to what a seat has decided."""
        self._lifted[role] = (*self._lifted.get(role, ()), number)


def _released(world: World, numbers: tuple[int, ...], turn: int) -> World:
    injects = list(world.injects)
    for number in numbers:
        injects[number] = replace(injects[number], fired=turn)
    return replace(world, injects=tuple(injects))


__all__ = ["Decisions", "Reference", "Watch"]
