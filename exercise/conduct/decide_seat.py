"""Deciding what seats ask for."""

from __future__ import annotations

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.command import FACILITATOR
from exercise.conduct.decide_agreement import decide_agreement
from exercise.conduct.decide_conference import decide_paper, phrases_refusal
from exercise.conduct.decided import Decided
from exercise.conduct.event import Decision
from exercise.conduct.state import Phase, State, response_of, wrong_phase
from exercise.conduct.text import LINE, PARAGRAPH, checked, clean, line
from exercise.engine.legality import Purse, purse, refusal_of
from exercise.engine.program import MeasureCode, Program
from exercise.engine.world import Response
from exercise.errors import Refusal, RefusalCode

_SAYS = {
    RefusalCode.not_offered: (
        "This measure is not open to your seat now.",
        "Look at the measures you may use.",
    ),
    RefusalCode.not_unlocked: (
        "This measure is not available now.",
        "Something must open it first.",
    ),
    RefusalCode.made_void: ("What has happened has made this measure impossible.", ""),
    RefusalCode.ruled_out: (
        "You have chosen another answer in this turn, and only one of the two can be chosen.",
        "Withdraw the other one first.",
    ),
    RefusalCode.requirement_not_met: ("What this measure requires is not in place.", ""),
    RefusalCode.no_actions_left: (
        "You have used all your actions of this turn.",
        "Withdraw a response to free one.",
    ),
    RefusalCode.not_enough_funds: (
        "You do not have the funds for this.",
        "Withdraw a response, or ask for money.",
    ),
    RefusalCode.wrong_target: (
        "This measure needs a target it can have.",
        "Choose one of the listed targets.",
    ),
    RefusalCode.already_chosen: ("You have chosen this, or it is in force already.", ""),
}


def decide_seat(program: Program, state: State, role: str, command: asked.SeatCommand) -> Decision:
    """Decide a command of a seat that is held and may speak now."""
    match command:
        case asked.Respond():
            return _respond(program, state, role, command)
        case asked.RespondFreely():
            return _respond_freely(program, state, role, command)
        case asked.WithdrawResponse():
            return _withdraw(state, role, command)
        case asked.LiftMeasure() | asked.KeepMeasure():
            return _lift_or_keep(program, state, role, command)
        case asked.Seal():
            return _seal(state, role)
        case asked.SendMessage():
            return _message(state, role, command)
        case asked.Ask():
            return _ask(state, role, command)
        case asked.RequestPause():
            return (happened.PauseRequested(role, line(command.reason)[:LINE]),)
        case asked.HandInPaper():
            return decide_paper(program, state, role, command)
    return decide_agreement(program, state, role, command)


def drafts(program: Program, state: State, role: str) -> tuple[Response, ...]:
    """Return a seat's responses of this turn in the engine's numbers; free text counts as an action elsewhere."""
    answers = (response_of(program, decided) for decided in state.responses if decided.role == role)
    return tuple(answer for answer in answers if answer is not None)


def used_otherwise(state: State, role: str) -> int:
    """Return how many actions a seat has used on liftings and free text."""
    free = sum(1 for decided in state.responses if decided.role == role and decided.kind == "free")
    return free + sum(1 for who, _ in state.lifted if who == role)


def purse_of(program: Program, state: State, role: str) -> Purse:
    """Return the funds and actions a seat has left in this turn."""
    number = program.numbers.role[role]
    return purse(
        program, state.world, number, drafts(program, state, role), used_otherwise(state, role)
    )


def _refuse(code: RefusalCode, message: str, hint: str = "") -> Refusal:
    return Refusal(code, message, hint)


def _respond(program: Program, state: State, role: str, command: asked.Respond) -> Decision:
    number = program.numbers.measure.get(command.measure)
    if number is None:
        return _refuse(
            RefusalCode.unknown_measure, f"There is no measure '{line(command.measure)}'."
        )
    code = program.measures[number]
    wrong = wrong_phase(state, Phase.consultation if code.statement else Phase.decision)
    wrong = wrong or _names(program, command) or _inject(program, state, role, command.inject)
    wrong = wrong or _texts(command, code) or _statement(program, command, code)
    if wrong is not None:
        return wrong
    decided = _decided(program, state, role, command, code)
    response = response_of(program, decided)
    assert response is not None
    refusal = refusal_of(
        program,
        state.world,
        state.turn,
        response,
        drafts(program, state, role),
        used_otherwise(state, role),
    )
    if refusal is not None:
        return _refuse(refusal, *_SAYS[refusal])
    return (happened.Responded(decided),)


def _decided(
    program: Program, state: State, role: str, command: asked.Respond, code: MeasureCode
) -> Decided:
    target = command.target
    if code.target == "home":
        target = program.bundle.roles[role].state or target
    issue = command.issue
    if not issue and command.inject:
        of_inject = program.injects[program.numbers.inject[command.inject]].issue
        issue = program.issues[of_inject] if of_inject >= 0 else ""
    if not issue and code.statement:
        issue = program.issues[code.issue]
    card = program.measure_cards[code.name]
    return Decided(
        id=_next_id(state, role),
        role=role,
        turn=state.turn,
        kind="statement" if code.statement else "measure",
        measure=code.name,
        target=target,
        inject=command.inject,
        issue=issue,
        frame=command.frame,
        referent=command.referent or card.referent,
        audiences=command.audiences,
        needed=line(command.needed),
        suitable=line(command.suitable),
        reason=line(command.reason),
        phrases=command.phrases,
    )


def _next_id(state: State, role: str) -> str:
    """Ids never repeat within a turn, even after a withdrawal."""
    used = [int(d.id.rsplit(".", 1)[1]) for d in state.responses if d.role == role]
    return f"{state.turn}.{role}.{max(used, default=0) + 1}"


def _names(program: Program, command: asked.Respond) -> Refusal | None:
    """Every name a response carries must be one of the scenario's."""
    bundle, numbers = program.bundle, program.numbers
    for code, word, known in (
        (RefusalCode.wrong_target, command.target, numbers.target),
        (RefusalCode.unknown_item, command.issue, numbers.issue),
        (RefusalCode.unknown_item, command.frame, numbers.frame),
        (RefusalCode.unknown_item, command.referent, bundle.model.referents),
        *((RefusalCode.unknown_item, audience, numbers.audience) for audience in command.audiences),
    ):
        if word and word not in known:
            return _refuse(code, f"'{line(word)}' is not known in this exercise.")
    return None


def _inject(program: Program, state: State, role: str, name: str) -> Refusal | None:
    """An inject the seat has not received is as unknown to it as one that does not exist."""
    number = program.numbers.inject.get(name, -1)
    if not name or (number >= 0 and _received(program, state, role, number)):
        return None
    return _refuse(RefusalCode.unknown_inject, f"You have received no inject '{line(name)}'.")


def _received(program: Program, state: State, role: str, inject: int) -> bool:
    code, seat = program.injects[inject], program.numbers.role[role]
    given = seat in code.to or any(who == seat for who, _ in code.offers)
    return given and state.world.injects[inject].fired >= 0


def _texts(command: asked.Respond, code: MeasureCode) -> Refusal | None:
    for text in (command.needed, command.suitable, command.reason):
        wrong = checked(line(text), LINE, needed=False)
        if wrong is not None:
            return wrong
    if code.restrictive and not (line(command.needed) and line(command.suitable)):
        return _refuse(
            RefusalCode.justification_missing,
            "A restrictive measure needs two short answers.",
            "Say why it is needed and why it is suitable.",
        )
    return None


def _statement(program: Program, command: asked.Respond, code: MeasureCode) -> Refusal | None:
    if not code.statement:
        if command.phrases:
            return _refuse(RefusalCode.unknown_item, "Only a statement carries key phrases.")
        return None
    wrong = phrases_refusal(program, command.phrases)
    if wrong is not None:
        return wrong
    issue = command.issue or (code.issue >= 0)
    if (
        issue
        and command.frame
        and command.audiences
        and len(set(command.audiences)) == len(command.audiences)
    ):
        return None
    return _refuse(
        RefusalCode.statement_incomplete,
        "A statement names an issue, a frame and its audiences, each once.",
        "Add what is missing.",
    )


def _respond_freely(
    program: Program, state: State, role: str, command: asked.RespondFreely
) -> Decision:
    text = clean(command.text)
    wrong = wrong_phase(state, Phase.decision) or checked(text, PARAGRAPH)
    if wrong is not None:
        return wrong
    wrong = _inject(program, state, role, command.inject)
    if wrong is not None:
        return wrong
    if purse_of(program, state, role).actions <= 0:
        return _refuse(RefusalCode.no_actions_left, *_SAYS[RefusalCode.no_actions_left])
    decided = Decided(
        _next_id(state, role), role, state.turn, "free", inject=command.inject, text=text
    )
    return (happened.Responded(decided),)


def _withdraw(state: State, role: str, command: asked.WithdrawResponse) -> Decision:
    found = next((d for d in state.responses if d.id == command.response and d.role == role), None)
    if found is None:
        return _refuse(RefusalCode.nothing_to_change, "You have no such response in this turn.")
    wrong = wrong_phase(state, Phase.decision)
    if wrong is not None:
        return wrong
    if found.kind == "statement":
        return _refuse(
            RefusalCode.nothing_to_change, "A statement has been heard and cannot be taken back."
        )
    return (happened.ResponseWithdrawn(command.response),)


def _lift_or_keep(
    program: Program, state: State, role: str, command: asked.LiftMeasure | asked.KeepMeasure
) -> Decision:
    wrong = wrong_phase(state, Phase.decision)
    if wrong is not None:
        return wrong
    own = any(
        measure.number == command.number and program.roles[measure.role] == role
        for measure in state.world.in_force
    )
    listed = (role, command.number) in state.lifted
    if not own or listed == isinstance(command, asked.LiftMeasure):
        return _refuse(RefusalCode.nothing_to_change, "You have no such measure in force.")
    if isinstance(command, asked.KeepMeasure):
        return (happened.MeasureKept(role, command.number),)
    if purse_of(program, state, role).actions <= 0:
        return _refuse(RefusalCode.no_actions_left, *_SAYS[RefusalCode.no_actions_left])
    return (happened.MeasureLifted(role, command.number),)


def _seal(state: State, role: str) -> Decision:
    wrong = wrong_phase(state, Phase.decision)
    if wrong is not None:
        return wrong
    if role in state.sealed:
        return _refuse(RefusalCode.nothing_to_change, "Your responses are sealed already.")
    return (happened.Sealed(role),)


def _message(state: State, role: str, command: asked.SendMessage) -> Decision:
    text = clean(command.text)
    wrong = checked(text, PARAGRAPH)
    if not state.running:
        wrong = wrong_phase(state, Phase.consultation)
    if wrong is not None:
        return wrong
    if FACILITATOR in command.to:
        return _refuse(
            RefusalCode.unknown_seat,
            "Messages go from seat to seat.",
            "Ask the facilitator a question instead.",
        )
    known = [seat.role for seat in state.seats if seat.role != role]
    if (
        not command.to
        or len(set(command.to)) != len(command.to)
        or any(to not in known for to in command.to)
    ):
        return _refuse(
            RefusalCode.unknown_seat,
            "Name the seats the message goes to, each once and not your own.",
        )
    return (happened.MessageSent(len(state.messages) + 1, role, command.to, text),)


def _ask(state: State, role: str, command: asked.Ask) -> Decision:
    text = clean(command.text)
    wrong = checked(text, PARAGRAPH)
    if wrong is not None:
        return wrong
    return (happened.QuestionAsked(len(state.questions) + 1, role, text),)
