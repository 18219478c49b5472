"""Deciding what parties do with agreements."""

from __future__ import annotations

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.event import Decision
from exercise.conduct.state import OpenText, Phase, State, wrong_phase
from exercise.conduct.text import line
from exercise.engine.agreements import clauses_in_force, closed
from exercise.engine.program import AgreementCode, Program
from exercise.errors import Refusal, RefusalCode


def decide_agreement(
    program: Program, state: State, role: str, command: asked.AgreementCommand
) -> Decision:
    """Decide a command on an agreement: open acts, revocable until the cut-off."""
    wrong = wrong_phase(state, Phase.consultation, Phase.decision)
    if wrong is not None:
        return wrong
    number = program.numbers.agreement.get(command.agreement)
    if number is None:
        return Refusal(
            RefusalCode.unknown_agreement, f"There is no agreement '{line(command.agreement)}'."
        )
    code = program.agreements[number]
    text = state.text(code.name)
    if isinstance(command, asked.Sponsor):
        return _sponsor(program, state, role, code)
    if text is None:
        return Refusal(
            RefusalCode.agreement_not_open,
            "This agreement is not on the table.",
            "Somebody must sponsor it first.",
        )
    party = program.numbers.role[role] in code.parties
    if isinstance(command, asked.SwitchClause):
        return _switch(program, state, role, code, text, command, party)
    if not party:
        return Refusal(RefusalCode.not_a_party, "Your seat is not a party to this agreement.")
    return _as_party(role, code, text, command)


def sponsor_refusal(
    program: Program, state: State, role: str, code: AgreementCode
) -> RefusalCode | None:
    """Return why a role may not put an agreement on the table now, or nothing."""
    if state.text(code.name) is not None:
        return RefusalCode.already_chosen
    if program.numbers.role[role] not in code.sponsors:
        return RefusalCode.not_a_party
    return closed(program, state.world, state.turn, code)


_SAYS = {
    RefusalCode.already_chosen: "This agreement is on the table already.",
    RefusalCode.not_a_party: "Your seat cannot sponsor this agreement.",
    RefusalCode.nothing_to_change: "Every clause of this agreement is in force.",
    RefusalCode.requirement_not_met: "What this agreement requires is not in place.",
}


def _sponsor(program: Program, state: State, role: str, code: AgreementCode) -> Decision:
    if state.phase is not Phase.consultation:
        return Refusal(
            RefusalCode.wrong_phase, "Agreements are put on the table in the consultation phase."
        )
    refusal = sponsor_refusal(program, state, role, code)
    if refusal is not None:
        return Refusal(refusal, _SAYS[refusal])
    return (happened.AgreementSponsored(code.name, role),)


def _switch(
    program: Program,
    state: State,
    role: str,
    code: AgreementCode,
    text: OpenText,
    command: asked.SwitchClause,
    party: bool,
) -> Decision:
    if not party and text.sponsor != role:
        return Refusal(RefusalCode.not_a_party, "Only parties and the sponsor change the text.")
    names = [clause.name for clause in code.clauses]
    if command.clause not in names:
        return Refusal(RefusalCode.unknown_clause, "This agreement has no such clause.")
    in_force = names.index(command.clause) in clauses_in_force(program, state.world, code)
    if (command.clause in text.on) == command.on or in_force:
        return Refusal(
            RefusalCode.nothing_to_change, "The clause stands as you ask, or is in force."
        )
    return (happened.ClauseSwitched(code.name, command.clause, command.on, role),)


def _as_party(
    role: str, code: AgreementCode, text: OpenText, command: asked.AgreementCommand
) -> Decision:
    match command:
        case asked.Sign() | asked.ObjectTo():
            return _sign_or_object(role, text, command)
        case asked.WithdrawSignature():
            if all(who != role for who, _ in text.signed):
                return Refusal(RefusalCode.nothing_to_change, "You have not signed.")
            return (happened.SignatureWithdrawn(code.name, role),)
        case asked.WithdrawObjection():
            if all(who != role for who, _ in text.objected):
                return Refusal(RefusalCode.nothing_to_change, "You have not objected.")
            return (happened.ObjectionWithdrawn(code.name, role),)
        case asked.Contribute():
            return _contribute(role, code, text, command)
    raise AssertionError(f"no such command on agreements: {command}")


def _sign_or_object(role: str, text: OpenText, command: asked.Sign | asked.ObjectTo) -> Decision:
    clauses = command.clauses or text.on
    if any(clause not in text.on for clause in clauses):
        return Refusal(RefusalCode.unknown_clause, "Name clauses that are on in the text.")
    ordered = tuple(clause for clause in text.on if clause in clauses)
    if not ordered:
        return Refusal(
            RefusalCode.nothing_to_change,
            "No clause is on in this text.",
            "Switch a clause on first.",
        )
    done = text.signed if isinstance(command, asked.Sign) else text.objected
    if (role, ordered) in done:
        return Refusal(RefusalCode.nothing_to_change, "You have done so already.")
    if isinstance(command, asked.Sign):
        return (happened.Signed(text.agreement, role, ordered),)
    return (happened.Objected(text.agreement, role, ordered),)


def _contribute(
    role: str, code: AgreementCode, text: OpenText, command: asked.Contribute
) -> Decision:
    if not code.contributions:
        return Refusal(
            RefusalCode.nothing_to_change, "This agreement has no levels of contribution."
        )
    if not 0 <= command.level <= 3:
        return Refusal(RefusalCode.out_of_range, "A contribution runs from 0 to 3.")
    if (role, command.level) in text.contributions:
        return Refusal(RefusalCode.nothing_to_change, "That is your level already.")
    return (happened.ContributionStated(code.name, role, command.level),)
