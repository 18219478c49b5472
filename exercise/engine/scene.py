"""The scene of a phase: the facts that conditions see, taken from the world and this turn's decisions."""

from __future__ import annotations

from exercise.engine import facts
from exercise.engine.facts import Facts
from exercise.engine.program import Program
from exercise.engine.world import Clause, TurnInput, World

NOTHING = TurnInput()


class Scene(Facts, frozen=True):
    """The facts of a turn with the Program and the world they come from."""

    program: Program
    world: World


def scene_of(
    program: Program,
    world: World,
    turn: int,
    given: TurnInput = NOTHING,
    adopted: tuple[Clause, ...] = (),
) -> Scene:
    """Return the scene of a phase.

    Args:
        program: The Program.
        world: The region.
        turn: The turn.
        given: All decisions, where the turn is being adjudicated.
        adopted: Clauses adopted with these decisions.
    """
    ages = facts.ages(_standing(program, world, turn, given))
    return Scene(
        values=program.settle(world.values),
        settled=world.settled,
        before=world.before,
        turn=turn,
        year=year(program, turn),
        present=world.present,
        fired=tuple([status.fired for status in world.injects]),
        flags=frozenset(world.flags),
        chosen=facts.uses((use.measure, use.role, use.target) for use in given.responses),
        in_force=frozenset(ages),
        ages=ages,
        said=facts.words(
            (response.role, response.issue, response.frame)
            for response in given.responses
            if program.measures[response.measure].statement
        ),
        adopted=facts.clauses((one.agreement, one.clause) for one in (*world.clauses, *adopted)),
        levels=_levels(program, world, given),
        program=program,
        world=world,
    )


def _standing(
    program: Program, world: World, turn: int, given: TurnInput
) -> list[tuple[int, int, int, int]]:
    """Lasting measures, this turn's included: measure, role, target and for how many outcomes."""
    standing = [
        (measure.measure, measure.role, measure.target, turn - measure.since + 1)
        for measure in world.in_force
        if measure.number not in given.lifted
    ]
    standing += [
        (response.measure, response.role, response.target, 1)
        for response in given.responses
        if program.measures[response.measure].turns != 1
    ]
    return standing


def _levels(program: Program, world: World, given: TurnInput) -> dict[tuple[int, int], int]:
    stated = [*world.contributions]
    for proposal in given.proposals:
        stated += [(proposal.agreement, role, level) for role, level in proposal.contributions]
    parties = {agreement: present_parties(program, world, agreement) for agreement, _, _ in stated}
    return facts.levels(stated, parties)


def present_parties(program: Program, world: World, agreement: int) -> tuple[int, ...]:
    """Return the parties whose seats are held; a vacant seat is no party."""
    return tuple(role for role in program.agreements[agreement].parties if world.present[role])


def year(program: Program, turn: int) -> int:
    """Return the story's year in a turn."""
    scenario = program.bundle.scenario
    return scenario.setting_year + max(turn - 1, 0) * scenario.months_per_turn // 12
