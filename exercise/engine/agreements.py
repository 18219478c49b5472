"""Agreements: which clauses of which texts are adopted at the cut-off."""

from __future__ import annotations

from exercise.engine.program import AgreementCode, Program
from exercise.engine.scene import present_parties, scene_of
from exercise.engine.world import Clause, Proposal, World
from exercise.errors import RefusalCode


def adopt(
    program: Program, world: World, proposals: tuple[Proposal, ...], turn: int
) -> tuple[Clause, ...]:
    """Return the clauses adopted now, each on its own; a clause in force is not adopted again."""
    in_force = {(clause.agreement, clause.clause) for clause in world.clauses}
    return tuple(
        Clause(proposal.agreement, clause, turn)
        for proposal in sorted(proposals, key=lambda proposal: proposal.agreement)
        for clause in proposal.on
        if (proposal.agreement, clause) not in in_force
        and carries(program, world, proposal, clause)
    )


def clauses_in_force(program: Program, world: World, code: AgreementCode) -> frozenset[int]:
    """Return the numbers of an agreement's clauses that are in force."""
    number = program.numbers.agreement[code.name]
    return frozenset(clause.clause for clause in world.clauses if clause.agreement == number)


def closed(program: Program, world: World, turn: int, code: AgreementCode) -> RefusalCode | None:
    """Return why no sponsor, whoever it is, may put an agreement on the table now, or nothing."""
    if len(clauses_in_force(program, world, code)) == len(code.clauses):
        return RefusalCode.nothing_to_change
    if code.requires is not None and not code.requires.holds(scene_of(program, world, turn)):
        return RefusalCode.requirement_not_met
    return None


def carries(program: Program, world: World, proposal: Proposal, clause: int) -> bool:
    """Return whether a clause has what its agreement's decision rule asks for."""
    parties = present_parties(program, world, proposal.agreement)
    signed = {role for role, number in proposal.signed if number == clause}
    if not parties:
        return False
    match program.agreements[proposal.agreement].decision:
        case "all_parties":
            return all(role in signed for role in parties)
        case "majority":
            return 2 * sum(role in signed for role in parties) > len(parties)
        case "consensus":
            return not any(
                role in parties for role, number in proposal.objected if number == clause
            )
