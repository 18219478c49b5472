"""Deciding what the facilitator asks for."""

from __future__ import annotations

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.decided import Ruling
from exercise.conduct.event import Decision, Event
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, slot_number, turn_input
from exercise.conduct.text import LINE, PARAGRAPH, checked, clean, line
from exercise.engine.program import Program
from exercise.engine.turn import adjudicate, land, opening, ready, release_effects
from exercise.engine.world import TurnInput, apply
from exercise.errors import Refusal, RefusalCode


def decide_facilitator(
    program: Program, state: State, command: asked.FacilitatorCommand
) -> Decision:
    """Decide a command of the facilitator."""
    match command:
        case asked.Advance():
            return advance(program, state)
        case asked.AssignSeat():
            return _assign(state, command)
        case asked.HideScores():
            return _hide_scores(state, command)
        case asked.Pause():
            return _pause(state, command)
        case asked.Resume():
            return _resume(state)
        case asked.Undo():
            if not state.checkpoints:
                return Refusal(RefusalCode.cannot_undo, "There is nothing to go back to.")
            return (happened.Undone(state.checkpoints[-1][0]),)
        case asked.EndExercise():
            return _end(program, state, command)
    if isinstance(command, asked.RulingCommand):
        return _rule(program, state, command)
    if isinstance(command, asked.InjectCommand):
        return _known_inject(program, state, command)
    return _note(program, state, command)


def advance(program: Program, state: State) -> Decision:
    """Decide to go on to the next phase."""
    match state.phase:
        case Phase.lobby:
            if all(seat.holder == "vacant" for seat in state.seats):
                return Refusal(
                    RefusalCode.seat_vacant,
                    "Every seat is vacant.",
                    "Give at least one to somebody.",
                )
            return (happened.BriefingOpened(),)
        case Phase.briefing:
            started = happened.Started(opening(program, state.world, state.key))
            first = 0 if program.bundle.scenario.planning_turn else 1
            return (started, _open_situation(program, evolve(program, state, started), first))
        case Phase.situation:
            return _close_situation(program, state)
        case Phase.consultation:
            return (happened.DecisionOpened(),)
        case Phase.decision:
            return (happened.CutOff(),)
        case Phase.adjudication:
            given = turn_input(program, state)
            return (
                happened.Adjudicated(
                    given, adjudicate(program, state.world, given, state.turn, state.key)
                ),
            )
        case Phase.outcome:
            if state.turn < program.bundle.scenario.turns:
                return (_open_situation(program, state, state.turn + 1),)
            return _ending(program, state, "the last turn is over")
        case Phase.hot_wash:
            return (happened.Closed(),)
    return Refusal(RefusalCode.exercise_ended, "The exercise is closed.")


def _open_situation(program: Program, state: State, turn: int) -> happened.SituationOpened:
    step = land(program, state.world, turn)
    waiting = ready(program, apply(program, state.world, step), turn)
    return happened.SituationOpened(
        turn, step, tuple(program.injects[number].name for number in waiting)
    )


def _close_situation(program: Program, state: State) -> Decision:
    """Release what is ready and not held, then count the effects of all that was released."""
    events: list[Event] = [happened.InjectReleased(name) for name in state.ready]
    after = state
    for event in events:
        after = evolve(program, after, event)
    step = release_effects(program, after.world, state.turn, state.key)
    return (*events, happened.SituationClosed(step))


def _ending(program: Program, state: State, reason: str) -> Decision:
    """Call EndEx and let the run-out follow: further outcomes without decisions."""
    events: list[Event] = [happened.Ended(reason)]
    world = state.world
    for number in range(1, program.bundle.scenario.run_out + 1):
        turn = state.turn + number
        due = land(program, world, turn)
        world = apply(program, world, due)
        step = adjudicate(program, world, TurnInput(), turn, state.key)
        world = apply(program, world, step)
        events.append(happened.RanOn(turn, due, step))
    return tuple(events)


def _end(program: Program, state: State, command: asked.EndExercise) -> Decision:
    reason = line(command.reason)
    wrong = checked(reason, LINE)
    if wrong is not None:
        return wrong
    if state.phase is not Phase.outcome:
        return Refusal(
            RefusalCode.wrong_phase,
            "EndEx is called after a turn's outcome.",
            "Finish the turn, then end.",
        )
    return _ending(program, state, reason)


def _assign(state: State, command: asked.AssignSeat) -> Decision:
    seat = state.seat(command.role)
    if seat is None:
        return Refusal(RefusalCode.unknown_seat, f"There is no seat '{line(command.role)}'.")
    label = line(command.label)
    wrong = checked(label, 60, needed=False)
    if wrong is not None:
        return wrong
    if (seat.holder, seat.label) == (command.holder, label):
        return Refusal(RefusalCode.nothing_to_change, "The seat is held like that already.")
    others = [other for other in state.seats if other.role != command.role]
    if (
        state.running
        and command.holder == "vacant"
        and all(other.holder == "vacant" for other in others)
    ):
        return Refusal(
            RefusalCode.seat_vacant, "The last seat cannot become vacant during an exercise."
        )
    return (happened.SeatAssigned(command.role, command.holder, label),)


def _pause(state: State, command: asked.Pause) -> Decision:
    if not state.running:
        return Refusal(RefusalCode.wrong_phase, "There is nothing to pause before StartEx.")
    return (happened.Paused(line(command.reason)[:LINE]),)


def _resume(state: State) -> Decision:
    if not state.paused:
        return Refusal(RefusalCode.nothing_to_change, "The exercise is not paused.")
    return (happened.Resumed(),)


def _hide_scores(state: State, command: asked.HideScores) -> Decision:
    if command.hidden == state.scores_hidden:
        return Refusal(RefusalCode.nothing_to_change, "That is how it stands.")
    return (happened.ScoresHidden(command.hidden),)


def _rule(program: Program, state: State, command: asked.RulingCommand) -> Decision:
    if state.phase is not Phase.adjudication:
        return Refusal(RefusalCode.wrong_phase, "Rulings belong to the adjudication phase.")
    if isinstance(command, asked.WithdrawRuling):
        if all(ruling.number != command.number for ruling in state.rulings):
            return Refusal(RefusalCode.unknown_ruling, "There is no such ruling in this turn.")
        return (happened.RulingWithdrawn(command.number),)
    reason = line(command.reason)
    wrong = checked(reason, LINE)
    if wrong is not None:
        return wrong
    number = max((ruling.number for ruling in state.rulings), default=0) + 1
    ruling = _ruling(program, state, command, number, reason)
    return ruling if isinstance(ruling, Refusal) else (happened.Ruled(ruling),)


def _ruling(
    program: Program,
    state: State,
    command: asked.ReplaceResponse | asked.ScaleResponse | asked.AddRow,
    number: int,
    reason: str,
) -> Ruling | Refusal:
    if isinstance(command, asked.AddRow):
        try:
            slot_number(program, command.slot)
        except KeyError:
            return Refusal(
                RefusalCode.unknown_indicator, f"There is no slot '{line(command.slot)}' to change."
            )
        if not -10_000 <= command.amount <= 10_000 or command.amount == 0:
            return Refusal(
                RefusalCode.out_of_range,
                "A row moves a slot by up to 100 points, and by something.",
            )
        return Ruling(number, "row", reason, slot=command.slot, amount=command.amount)
    found = next((decided for decided in state.responses if decided.id == command.response), None)
    if found is None:
        return Refusal(RefusalCode.unknown_item, "There is no such response in this turn.")
    if isinstance(command, asked.ScaleResponse):
        if not 0 <= command.percent <= 200:
            return Refusal(RefusalCode.out_of_range, "A ruling scales from 0 to 200 per cent.")
        return Ruling(number, "scale", reason, command.response, percent=command.percent)
    return _replacement(program, found.role, command, number, reason)


def _replacement(
    program: Program, role: str, command: asked.ReplaceResponse, number: int, reason: str
) -> Ruling | Refusal:
    measure = program.numbers.measure.get(command.measure)
    if measure is None or program.measures[measure].statement:
        return Refusal(RefusalCode.unknown_measure, "Name a measure that is not a statement.")
    targets = program.reach.get((measure, program.numbers.role[role]), ())
    if not targets:
        return Refusal(
            RefusalCode.not_offered, "This role cannot use that measure.", "Choose one of its own."
        )
    wanted = program.numbers.target.get(command.target, -2) if command.target else -1
    if wanted not in targets:
        names = ", ".join(program.targets[target] for target in targets if target >= 0) or "none"
        return Refusal(RefusalCode.wrong_target, f"Targets it can have: {names}.")
    return Ruling(
        number=number,
        kind="replace",
        reason=reason,
        response=command.response,
        measure=command.measure,
        target=command.target,
    )


def _note(
    program: Program,
    state: State,
    command: asked.AnswerQuestion | asked.Observe | asked.RecordAnswer | asked.AddInject,
) -> Decision:
    match command:
        case asked.AnswerQuestion():
            text = clean(command.text)
            if all(asked_.question.number != command.question for asked_ in state.questions):
                return Refusal(RefusalCode.unknown_item, "There is no such question.")
            return checked(text, PARAGRAPH) or (happened.QuestionAnswered(command.question, text),)
        case asked.Observe():
            return _observe(program, state, command)
        case asked.RecordAnswer():
            if command.question not in program.bundle.scenario.questions:
                return Refusal(RefusalCode.unknown_item, "The scenario asks no such question.")
            text = clean(command.text)
            return checked(text, PARAGRAPH) or (happened.AnswerRecorded(command.question, text),)
    return _add_inject(state, command)


def _observe(program: Program, state: State, command: asked.Observe) -> Decision:
    text = clean(command.text)
    wrong = checked(text, PARAGRAPH)
    if wrong is not None:
        return wrong
    for word, known in (
        (command.role, program.numbers.role),
        (command.inject, program.numbers.inject),
        (command.objective, program.bundle.scenario.objectives),
    ):
        if word and word not in known:
            return Refusal(
                RefusalCode.unknown_item, f"'{line(word)}' is not known in this exercise."
            )
    number = len(state.observations) + 1
    return (
        happened.Observed(
            number=number,
            turn=state.turn,
            text=text,
            kind=command.kind,
            role=command.role,
            inject=command.inject,
            objective=command.objective,
        ),
    )


def _add_inject(state: State, command: asked.AddInject) -> Decision:
    if not state.running:
        return Refusal(RefusalCode.wrong_phase, "Injects are given between StartEx and EndEx.")
    title, text = line(command.title), clean(command.text)
    wrong = checked(title, LINE) or checked(text, PARAGRAPH)
    if wrong is not None:
        return wrong
    if any(state.seat(role) is None for role in command.to):
        return Refusal(
            RefusalCode.unknown_seat, "Name seats of this exercise, or nobody for everybody."
        )
    number = sum(1 for delivery in state.deliveries if delivery.inject.startswith("added.")) + 1
    return (happened.InjectAdded(number, title, text, command.to),)


def _known_inject(program: Program, state: State, command: asked.InjectCommand) -> Decision:
    name = command.inject
    number = program.numbers.inject.get(name)
    if number is None:
        return Refusal(RefusalCode.unknown_inject, f"There is no inject '{line(name)}'.")
    status, kind = state.world.injects[number], program.injects[number].kind
    if status.fired >= 0 or status.skipped:
        return Refusal(
            RefusalCode.inject_not_releasable, "This inject has been released or skipped."
        )
    match command:
        case asked.ArmInject():
            if kind != "contingency" or status.armed == command.armed:
                return Refusal(
                    RefusalCode.nothing_to_change, "Only contingency injects are armed, each once."
                )
            return (happened.InjectArmed(name, command.armed),)
        case asked.SkipInject():
            reason = line(command.reason)
            return checked(reason, LINE) or (happened.InjectSkipped(name, reason),)
        case asked.HoldInject():
            if name not in state.ready:
                return Refusal(
                    RefusalCode.inject_not_releasable, "Only an inject that is ready can be held."
                )
            return (happened.InjectHeld(name),)
    if state.phase not in (Phase.situation, Phase.consultation, Phase.decision):
        return Refusal(
            RefusalCode.wrong_phase,
            "Injects are released in the situation, consultation or decision phase.",
        )
    return (happened.InjectReleased(name),)
