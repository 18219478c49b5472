"""Random commands for tests: for every type of command one that may well be legal, and for every
refusal one that earns it. Draws come from the generator that is handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any, get_args

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR, Command, FacilitatorCommand, Holder, SeatCommand
from exercise.conduct.conference import Paragraph
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.conduct.view import MeasureView
from exercise.conduct.views import view_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import Refusal, RefusalCode
from tests.support import plays_conference as conference

Ask = tuple[str, Command]
"""An actor and what it asks for."""

KINDS: tuple[type[Any], ...] = (
    *get_args(SeatCommand),
    *get_args(FacilitatorCommand),
    *conference.DUTY_KINDS,
)
SEAT_KINDS: tuple[type[Any], ...] = get_args(SeatCommand)

_HOLDERS: tuple[Holder, ...] = ("person", "bot", "vacant", "vacant")


class Asker:
    """Thinks of commands for one state of an exercise."""

    def __init__(self, program: Program, state: State, random: Random) -> None:
        self.program, self.state, self.random = program, state, random

    def kind(self, kind: type[Any]) -> Ask:
        """Return a command of a kind from somebody who may give it; it need not be legal now."""
        if kind in conference.DUTY_KINDS:
            return conference.by_duty(self.program, self.state, self.random, self.text(), kind)
        if kind not in SEAT_KINDS:
            return FACILITATOR, self._facilitator(kind)
        held = [seat.role for seat in self.state.seats if seat.holder != "vacant"]
        role = self.random.choice(held or [self.program.roles[0]])
        return role, self._seat(kind, role)

    def _seat(self, kind: type[Any], role: str) -> Command:
        pick, text = self.random.choice, self.text()
        match kind:
            case asked.Respond:
                return self.response(role)
            case asked.RespondFreely:
                return asked.RespondFreely(text, pick(("", "", *self.program.numbers.inject)))
            case asked.WithdrawResponse:
                own = [
                    d.id for d in self.state.responses if d.role == role and d.kind != "statement"
                ]
                return asked.WithdrawResponse(pick(own or ["1.x.1"]))
            case asked.LiftMeasure | asked.KeepMeasure:
                return kind(pick(self._numbers(role)))  # type: ignore[no-any-return]
            case asked.Seal:
                return asked.Seal()
            case asked.SendMessage:
                others = [name for name in (*self.program.roles, FACILITATOR) if name != role]
                return asked.SendMessage(tuple(self.random.sample(others, pick((1, 2)))), text)
            case asked.Ask:
                return asked.Ask(text)
            case asked.RequestPause:
                return asked.RequestPause(text)
            case asked.HandInPaper:
                return conference.paper(self.program, self.random, text)
        return self._on_agreement(kind)

    def _numbers(self, role: str) -> list[int]:
        lifted = [number for who, number in self.state.lifted if who == role]
        own = [m.number for m in self.state.world.in_force if self.program.roles[m.role] == role]
        return [*lifted, *own] or [0]

    def _on_agreement(self, kind: type[Any]) -> Command:
        pick = self.random.choice
        open_texts = [text.agreement for text in self.state.texts]
        known = [code.name for code in self.program.agreements]
        name = pick(known if kind is asked.Sponsor else open_texts or known)
        clauses = [clause.name for clause in self.program.agreements[known.index(name)].clauses]
        match kind:
            case asked.SwitchClause:
                return asked.SwitchClause(name, pick(clauses), pick((True, False)))
            case asked.Sign | asked.ObjectTo:
                return kind(name, pick(((), (), tuple(clauses[:1]))))  # type: ignore[no-any-return]
            case asked.Contribute:
                return asked.Contribute(name, self.random.randint(0, 3))
        return kind(name)  # type: ignore[no-any-return]

    def response(self, role: str) -> asked.Respond:
        """Return a response, as a rule one that the seat's view offers."""
        shown = view_for(self.program, self.state, role).measures
        fitting = [card for card in shown if card.available]
        if fitting and self.random.random() < 0.9:
            card = self.random.choice(fitting)
            target = self.random.choice([t.slug for t in card.targets] or [""])
            return self.complete(card, target)
        name = self.random.choice(list(self.program.numbers.measure))
        target = self.random.choice(("", *self.program.targets))
        return asked.Respond(name, target, needed="n", suitable="s")

    def complete(self, card: MeasureView, target: str) -> asked.Respond:
        """Return a response with everything its measure asks for."""
        statement = card.statement
        audiences = tuple(self.program.numbers.audience) if statement else ()
        inject = self.random.choice(("", *card.offered_by)) if not card.offered_by else ""
        return asked.Respond(
            card.slug,
            target,
            inject,
            self.random.choice(self.program.issues) if statement else "",
            self.random.choice(self.program.frames) if statement else "",
            audiences=audiences,
            needed=self.text(),
            suitable=self.text(),
            reason=self.text(),
            phrases=tuple(self.program.bundle.model.phrases)[:1] if statement else (),
        )

    def _facilitator(self, kind: type[Any]) -> Command:
        pick, text, state = self.random.choice, self.text(), self.state
        injects = list(self.program.numbers.inject)
        match kind:
            case asked.AssignSeat:
                holder: Holder = pick(_HOLDERS)
                return asked.AssignSeat(pick(self.program.roles), holder, pick(("", "A", "B")))
            case asked.HideScores:
                return asked.HideScores(not state.scores_hidden)
            case asked.ReleaseInject | asked.HoldInject:
                return kind(pick(state.ready or injects))  # type: ignore[no-any-return]
            case asked.SkipInject:
                return asked.SkipInject(pick(injects), text)
            case asked.ArmInject:
                drawer = [code.name for code in self.program.injects if code.kind == "contingency"]
                return asked.ArmInject(pick(drawer), pick((True, False)))
            case asked.AddInject:
                return asked.AddInject(text, text, pick(((), self.program.roles[:1])))
            case asked.AnswerQuestion:
                return asked.AnswerQuestion(max(1, len(state.questions)), text)
            case asked.Observe:
                return asked.Observe(text, "strength", pick(self.program.roles))
            case asked.RecordAnswer:
                return asked.RecordAnswer(pick(list(self.program.bundle.scenario.questions)), text)
            case asked.EndExercise | asked.Pause:
                return kind(text)  # type: ignore[no-any-return]
            case asked.Advance | asked.Resume | asked.Undo:
                return kind()  # type: ignore[no-any-return]
        return self._ruling(kind)

    def _ruling(self, kind: type[Any]) -> Command:
        pick, text = self.random.choice, self.text()
        response = pick([decided.id for decided in self.state.responses] or ["1.x.1"])
        match kind:
            case asked.ReplaceResponse:
                measures = [code.name for code in self.program.measures if not code.statement]
                target = pick(("", *self.program.targets))
                return asked.ReplaceResponse(response, pick(measures), target, text)
            case asked.ScaleResponse:
                return asked.ScaleResponse(response, pick((0, 50, 100, 200)), text)
            case asked.AddRow:
                told = [spec for spec in self.program.slots.base if spec.visibility == "published"]
                slot = pick(pick((self.program.slots.base, told))).name
                return asked.AddRow(slot, pick((-10_000, -250, 1, 10_000)), text)
        return asked.WithdrawRuling(pick([ruling.number for ruling in self.state.rulings] or [1]))

    def text(self) -> str:
        """Return something to say that is there once cleaned."""
        words = ("Say", "why", "жаль", "\x1b[2Jnow", "a\nline", "[b]bold[/b]")
        return " ".join(self.random.choice(words) for _ in range(3)) + " so"

    def anything(self) -> Ask:
        """Return a command of any kind from anybody, names and numbers often wrong."""
        actor, command = self.kind(self.random.choice(KINDS))
        if self.random.random() < 0.3:
            actor = self.random.choice((*self.program.roles, FACILITATOR, "nobody"))
        return actor, command

    def mistake(self, code: RefusalCode) -> Ask:
        """Return a command that earns a refusal, where the state has room for the mistake."""
        think = MISTAKES.get(code)
        found = think(self) if think is not None else None
        return found or self.anything()

    def held(self) -> str:
        """Return a role whose seat is held."""
        held = [seat.role for seat in self.state.seats if seat.holder != "vacant"]
        return self.random.choice(held or [self.program.roles[0]])

    def refused(self, code: RefusalCode) -> Ask | None:
        """Return a response whose refusal the view foretells."""
        for role in self.random.sample(self.program.roles, len(self.program.roles)):
            for card in view_for(self.program, self.state, role).measures:
                if card.refusal is code:
                    number = self.program.numbers.measure[card.slug]
                    reach = self.program.reach.get((number, self.program.numbers.role[role]), ())
                    targets = [self.program.targets[t] if t >= 0 else "" for t in reach]
                    return role, self.complete(card, (targets or [""])[0])
        return None

    def on_open(self, party: bool) -> tuple[str, str] | None:
        """Return a held role and an agreement on the table to which it is, or is not, a party."""
        for text in self.state.texts:
            code = self.program.agreements[self.program.numbers.agreement[text.agreement]]
            for role in self.program.roles:
                seat = self.state.seat(role)
                if seat is None or seat.holder == "vacant":
                    continue
                if (self.program.numbers.role[role] in code.parties) is party:
                    return role, text.agreement
        return None


def _foretold(code: RefusalCode) -> Callable[[Asker], Ask | None]:
    return lambda asker: asker.refused(code)


def _not_offered(asker: Asker) -> Ask:
    role = asker.held()
    number = asker.program.numbers.role[role]
    foreign = [code for code in asker.program.measures if number not in code.roles or code.offered]
    code = asker.random.choice(foreign)
    return role, asked.Respond(code.name, needed="n", suitable="s")


def _wrong_target(asker: Asker) -> Ask:
    return asker.held(), asked.Respond("escort", asker.random.choice(("", "nowhere")))


def _unjustified(asker: Asker) -> Ask:
    return asker.held(), asked.Respond("close_crossing", needed="\x1b[2J")


def _half_said(asker: Asker) -> Ask:
    audiences = asker.random.choice(((), ("public", "public")))
    return asker.held(), asked.Respond("calm_words", "", issue="displacement", audiences=audiences)


def _on_text(
    command: Callable[[str], Command], party: bool = True
) -> Callable[[Asker], Ask | None]:
    def think(asker: Asker) -> Ask | None:
        found = asker.on_open(party)
        return (found[0], command(found[1])) if found else None

    return think


def _on_absent(asker: Asker) -> Ask:
    absent = [code.name for code in asker.program.agreements if asker.state.text(code.name) is None]
    return asker.held(), asked.Sign(asker.random.choice(absent or ["no_pact"]))


def _vacant(asker: Asker) -> Ask | None:
    empty = [seat.role for seat in asker.state.seats if seat.holder == "vacant"]
    return (asker.random.choice(empty), asked.Ask("Is anybody there?")) if empty else None


def _repeated_inject(asker: Asker) -> Ask | None:
    given = [d.inject for d in asker.state.deliveries if d.inject in asker.program.numbers.inject]
    return (FACILITATOR, asked.ReleaseInject(given[0])) if given else None


def _by_facilitator(command: Command) -> Callable[[Asker], Ask | None]:
    return lambda asker: (FACILITATOR, command)


def _by_seat(*commands: Command) -> Callable[[Asker], Ask | None]:
    return lambda asker: (asker.held(), asker.random.choice(commands))


def _now_elsewhere(asker: Asker) -> Ask:
    """Something that belongs to another phase than the present one."""
    if asker.state.phase is Phase.adjudication:
        return asker.held(), asked.Seal()
    return FACILITATOR, asked.AddRow("cohesion[rivermark]", 1, "why not")


MISTAKES: dict[RefusalCode, Callable[[Asker], Ask | None]] = {
    RefusalCode.not_facilitator: _by_seat(asked.Advance(), asked.Undo()),
    RefusalCode.wrong_phase: _now_elsewhere,
    RefusalCode.exercise_paused: lambda a: (a.held(), asked.Seal()) if a.state.paused else None,
    RefusalCode.exercise_ended: lambda a: (a.held(), asked.Seal()) if a.state.over else None,
    RefusalCode.unknown_measure: _by_seat(asked.Respond("fly"), asked.Respond("\x1b[2J")),
    RefusalCode.not_offered: _not_offered,
    RefusalCode.not_unlocked: _foretold(RefusalCode.not_unlocked),
    RefusalCode.made_void: _foretold(RefusalCode.made_void),
    RefusalCode.ruled_out: _foretold(RefusalCode.ruled_out),
    RefusalCode.requirement_not_met: _foretold(RefusalCode.requirement_not_met),
    RefusalCode.no_actions_left: _foretold(RefusalCode.no_actions_left),
    RefusalCode.not_enough_funds: _foretold(RefusalCode.not_enough_funds),
    RefusalCode.already_chosen: _foretold(RefusalCode.already_chosen),
    RefusalCode.wrong_target: _wrong_target,
    RefusalCode.justification_missing: _unjustified,
    RefusalCode.statement_incomplete: _half_said,
    RefusalCode.text_too_long: _by_seat(asked.Ask("x" * 4001)),
    RefusalCode.text_empty: _by_seat(asked.Ask(" \x1b[2J\n"), asked.Ask("")),
    RefusalCode.unknown_inject: lambda a: (FACILITATOR, asked.HoldInject("no_inject")),
    RefusalCode.inject_not_releasable: _repeated_inject,
    RefusalCode.nothing_to_change: lambda a: (FACILITATOR, asked.HideScores(a.state.scores_hidden)),
    RefusalCode.unknown_agreement: _by_seat(asked.Sponsor("no_pact"), asked.Sign("no_pact")),
    RefusalCode.unknown_clause: _on_text(lambda name: asked.Sign(name, ("no_clause",))),
    RefusalCode.not_a_party: _on_text(asked.Sign, party=False),
    RefusalCode.agreement_not_open: _on_absent,
    RefusalCode.unknown_seat: lambda a: ("nobody", asked.Seal()),
    RefusalCode.seat_vacant: _vacant,
    RefusalCode.unknown_ruling: _by_facilitator(asked.WithdrawRuling(99)),
    RefusalCode.out_of_range: _by_facilitator(asked.AddRow("cohesion[rivermark]", 10_001, "much")),
    RefusalCode.cannot_undo: _by_facilitator(asked.Undo()),
    RefusalCode.unknown_indicator: _by_facilitator(asked.AddRow("security", 5, "derived")),
    RefusalCode.unknown_item: _by_facilitator(asked.AnswerQuestion(99, "Yes.")),
    RefusalCode.paper_not_asked: lambda a: conference.unasked(a.program, a.state),
    RefusalCode.not_your_duty: _by_seat(asked.GiveFloor("nobody"), asked.RemindOfFrame(1, "Why?")),
    RefusalCode.unknown_entry: lambda a: (
        conference.writer(a.program, a.state),
        asked.DraftSummary((Paragraph("So it was.", (10_000,)),)),
    ),
    RefusalCode.citation_missing: lambda a: (
        conference.writer(a.program, a.state),
        asked.DraftSummary((Paragraph("So it was.", ()),)),
    ),
    RefusalCode.already_reminded: lambda a: conference.reminded(a.state),
}
"""One way to earn each refusal that deciding can give."""


def play(
    program: Program,
    seed: int,
    steps: int,
    until: Phase = Phase.closed,
    pace: float = 0.2,
    thinker: type[Asker] = Asker,
) -> Iterator[tuple[State, Ask, State | Refusal]]:
    """Yield the states of a random exercise: before each command, the command, and what came of it.

    Args:
        program: The Program.
        seed: Of the exercise and of the commands.
        steps: At most so many commands.
        until: The phase to stop in.
        pace: How often the facilitator goes on.
        thinker: Who thinks of the commands.
    """
    random = Random(seed)
    state = initial(program, Key(seed))
    for _ in range(steps):
        asker = thinker(program, state, random)
        wild = (
            asker.anything() if random.random() < 0.9 else asker.mistake(random.choice([*MISTAKES]))
        )
        if (
            isinstance(wild[1], (asked.Undo, asked.EndExercise, asked.Pause))
            and random.random() < 0.7
        ):
            wild = asker.kind(asked.Respond)
        going_on = asked.Resume() if state.paused else asked.Advance()
        actor, command = (FACILITATOR, going_on) if random.random() < pace else wild
        decision = decide(program, state, actor, command)
        if isinstance(decision, Refusal):
            yield state, (actor, command), decision
            continue
        after = state
        for event in decision:
            after = evolve(program, after, event)
        yield state, (actor, command), after
        state = after
        if state.phase is until:
            return
