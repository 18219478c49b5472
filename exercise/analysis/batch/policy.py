"""Policies: how seats decide in a playthrough without people.

A policy asks a :class:`Moment` what is legal and draws by the counter-based dice, keyed by seed, playthrough, turn and
purpose. So it decides alike on every back end. Only what takes the least used looks at other playthroughs.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from exercise.engine.dice import drawn, place, purpose
from exercise.engine.program import Program
from exercise.engine.world import Key, Proposal, Response, TurnInput

NOTHING = TurnInput()
MOST_AUDIENCES = 3
"""That one statement addresses."""
_ATTEMPTS = 4
"""Taken from one draw: 64 bits hold several numbers below a few hundred, none of which leans on another."""


class Use(Struct, frozen=True):
    """One use of a measure: what a seat chooses between."""

    measure: int
    target: int
    """-1 where there is none to choose."""


class Moment(Protocol):
    """The time of decisions in one turn of one playthrough: what is legal, and what has been decided so far."""

    turn: int

    def actions(self, role: int) -> int:
        """Return how many actions a seat has left."""

    def open(self, role: int, use: Use) -> bool:
        """Return whether a seat may use a measure now, after all it has decided so far."""

    def standing(self, role: int) -> tuple[int, ...]:
        """Return the numbers of a seat's lasting measures in force that it has not lifted, the oldest first."""

    def offers(self, role: int, measure: int) -> tuple[int, ...]:
        """Return the open injects that offer a measure to a seat."""

    def sponsorable(self, agreement: int) -> bool:
        """Return whether an agreement may be put on the table by one of its sponsors."""

    def clauses_left(self, agreement: int) -> tuple[int, ...]:
        """Return an agreement's clauses that are not in force."""

    def respond(self, response: Response) -> None:
        """Add a response to what its seat has decided."""

    def lift(self, role: int, number: int) -> None:
        """Add the lifting of a lasting measure to what a seat has decided."""


class Table(Struct, frozen=True):
    """Who sits at the table of a batch and what each may ever use."""

    program: Program
    present: tuple[bool, ...]
    """By role: whether the seat is held."""
    uses: tuple[tuple[Use, ...], ...]
    """By role: every use of a measure that its card, the model or an inject may put before it, in authored order."""

    @property
    def seats(self) -> Iterator[int]:
        """The roles whose seats are held."""
        return (role for role, here in enumerate(self.present) if here)


class Policy(Protocol):
    """How all seats decide."""

    def decide(self, moment: Moment, key: Key) -> TurnInput:
        """Return the decisions of all seats in one turn."""


def table_of(program: Program, present: tuple[bool, ...] = ()) -> Table:
    """Return the table of a scenario.

    Args:
        program: The Program.
        present: By role, whether its seat is held; as the scenario's own roster has it where absent.
    """
    own = tuple(place.seat != "vacant" for place in program.bundle.scenario.places)
    return Table(program, present or own, tuple(_uses(program, role) for role in range(len(own))))


def _uses(program: Program, role: int) -> tuple[Use, ...]:
    """A statement is left out where there is nobody to address or nothing to speak of."""
    mute = not (program.audiences and program.issues)
    return tuple(
        Use(measure, target)
        for measure, code in enumerate(program.measures)
        if role in code.roles and not (code.statement and mute)
        for target in program.reach.get((measure, role), ())
    )


class Idle:
    """Nobody decides anything: what the region does on its own."""

    def decide(self, moment: Moment, key: Key) -> TurnInput:
        """Return no decisions."""
        return NOTHING


class Uniform(Struct):
    """Each seat fills its actions one after the other from what is then legal, each of it as likely as the rest.

    What is legal: to do nothing with the action, any use of a measure on any target, lifting a lasting measure of its
    own. A draw of what is not legal is repeated, which leaves the legal ones equally likely.
    """

    table: Table

    def decide(self, moment: Moment, key: Key) -> TurnInput:
        """Return the decisions of all seats in one turn."""
        dice = Dice(key, moment.turn)
        responses: list[Response] = []
        lifted: list[int] = []
        for role in self.table.seats:
            number = 0
            for action in range(moment.actions(role)):
                chosen = self._choose(moment, dice, role, action)
                if isinstance(chosen, Use):
                    number += 1
                    place = (role, number)
                    responses.append(respond(self.table.program, moment, dice, place, chosen))
                elif chosen is not None:
                    moment.lift(role, chosen)
                    lifted.append(chosen)
        proposals = tuple(proposals_of(self.table, moment, dice))
        return turn_input(responses, lifted, proposals)

    def _choose(self, moment: Moment, dice: Dice, role: int, action: int) -> Use | int | None:
        """Return a legal use, the number of a measure to lift, or nothing."""
        uses, standing = self.table.uses[role], moment.standing(role)
        count, repeats = len(uses) + len(standing) + 1, 0
        while True:
            value = dice.draw("action", role, action, repeats)
            repeats += 1
            for _ in range(_ATTEMPTS):
                value, chosen = divmod(value, count)
                if chosen < len(uses):
                    if moment.open(role, uses[chosen]):
                        return uses[chosen]
                elif chosen == count - 1:
                    return None
                else:
                    return standing[chosen - len(uses)]


class LeastUsed(Struct):
    """Each seat takes what has been taken least so far, so that everything comes up: for coverage, not for averages.

    It counts over the playthroughs it is asked about, one after the other; batches count from nothing in each portion.
    """

    table: Table
    taken: dict[tuple[int, int, int], int] = {}
    """By role, measure and target."""

    def decide(self, moment: Moment, key: Key) -> TurnInput:
        """Return the decisions of all seats in one turn."""
        dice = Dice(key, moment.turn)
        program = self.table.program
        responses: list[Response] = []
        for role in self.table.seats:
            for action in range(moment.actions(role)):
                use = self._least(moment, dice, role, action)
                if use is None:
                    break
                responses.append(respond(program, moment, dice, (role, action + 1), use))
                place = (role, use.measure, use.target)
                self.taken[place] = self.taken.get(place, 0) + 1
        proposals = tuple(
            everybody_signs(self.table, proposal)
            for proposal in proposals_of(self.table, moment, dice)
        )
        return turn_input(responses, [], proposals)

    def _least(self, moment: Moment, dice: Dice, role: int, action: int) -> Use | None:
        """Return the legal use that was taken least; among equals the first from a drawn place on."""
        uses, taken = self.table.uses[role], self.taken
        first = dice.below(max(1, len(uses)), "action", role, action, 0)
        turned = uses[first:] + uses[:first]
        for use in sorted(turned, key=lambda use: taken.get((role, use.measure, use.target), 0)):
            if moment.open(role, use):
                return use
        return None


class Plan(Struct):
    """What was laid down before: by turn, all decisions. What is not legal when its turn comes is left out."""

    table: Table
    turns: dict[int, TurnInput]
    dropped: int = 0
    """Decisions that were left out so far."""

    def decide(self, moment: Moment, key: Key) -> TurnInput:
        """Return what of the plan is legal in this turn."""
        wanted = self.turns.get(moment.turn, NOTHING)
        responses, lifted = [], []
        for role in self.table.seats:
            for number in wanted.lifted:
                if number in moment.standing(role) and moment.actions(role) > 0:
                    moment.lift(role, number)
                    lifted.append(number)
            for response in wanted.responses:
                use = Use(response.measure, response.target)
                if response.role == role and moment.open(role, use):
                    moment.respond(response)
                    responses.append(response)
        proposals = tuple(one for one in wanted.proposals if moment.sponsorable(one.agreement))
        self.dropped += len(wanted.responses) + len(wanted.lifted) + len(wanted.proposals)
        self.dropped -= len(responses) + len(lifted) + len(proposals)
        return turn_input(responses, lifted, proposals)


class Dice:
    """The draws of one turn of one playthrough; none depends on another."""

    def __init__(self, key: Key, turn: int) -> None:
        """Take what all draws share."""
        self._place = place(key.seed, key.playthrough, turn)

    def draw(self, what: str, *place: int) -> int:
        """Return a 64-bit draw.

        Args:
            what: What is drawn.
            place: Of what, so that each draw has a purpose of its own.
        """
        return drawn(self._place, _purpose(what, place))

    def below(self, count: int, what: str, *place: int) -> int:
        """Return a whole number from 0 to ``count`` - 1, where ``count`` is 1 or more."""
        return self.draw(what, *place) % count


@lru_cache(maxsize=100_000)
def _purpose(what: str, place: tuple[int, ...]) -> int:
    return purpose("|".join(("policy", what, *map(str, place))))


def respond(
    program: Program, moment: Moment, dice: Dice, place: tuple[int, int], use: Use
) -> Response:
    """Enter a use as a response and return it; whatever else it names is drawn.

    Args:
        program: The Program.
        moment: What has been decided so far.
        dice: The draws of this turn.
        place: The role, and the number of this response among its own, from 1.
        use: A legal use of a measure.
    """
    role, number = place
    code = program.measures[use.measure]
    offering = moment.offers(role, use.measure)
    inject = offering[0] if offering else -1
    issue = program.injects[inject].issue if inject >= 0 else -1
    frame = -1
    audiences: tuple[int, ...] = ()
    if code.statement:
        frame = dice.below(len(program.frames), "frame", role, number)
        audiences = _audiences(len(program.audiences), dice, role, number)
        issue = code.issue if issue < 0 else issue
        if issue < 0:
            issue = dice.below(len(program.issues), "issue", role, number)
    response = Response(
        id=f"{moment.turn}.{program.roles[role]}.{number}",
        role=role,
        measure=use.measure,
        target=use.target,
        issue=issue,
        inject=inject,
        frame=frame,
        audiences=audiences,
    )
    moment.respond(response)
    return response


def _audiences(count: int, dice: Dice, role: int, number: int) -> tuple[int, ...]:
    """Return up to three audiences that stand beside each other in the list."""
    first = dice.below(count, "audience", role, number)
    several = 1 + dice.below(min(MOST_AUDIENCES, count), "audiences", role, number)
    return tuple((first + further) % count for further in range(several))


def proposals_of(table: Table, moment: Moment, dice: Dice) -> Iterator[Proposal]:
    """Yield agreements that come on the table: sponsor or none, each clause, each party's stand are drawn."""
    for number, code in enumerate(table.program.agreements):
        sponsors = [role for role in code.sponsors if table.present[role]]
        if not sponsors or not moment.sponsorable(number):
            continue
        if dice.below(len(sponsors) + 1, "sponsor", number) == 0:
            continue
        on = tuple(
            clause
            for clause in moment.clauses_left(number)
            if dice.below(2, "clause", number, clause)
        )
        parties = [role for role in code.parties if table.present[role]]
        stands = {role: dice.below(3, "stand", number, role) for role in parties}
        yield Proposal(
            number,
            on,
            tuple((role, clause) for role in parties if stands[role] == 1 for clause in on),
            tuple((role, clause) for role in parties if stands[role] == 2 for clause in on),
            tuple((role, dice.below(4, "level", number, role)) for role in parties)
            if code.contributions
            else (),
        )


def everybody_signs(table: Table, proposal: Proposal) -> Proposal:
    """Return a proposal as it stands when every party has signed all of it."""
    parties = table.program.agreements[proposal.agreement].parties
    signed = tuple(
        (role, clause) for role in parties if table.present[role] for clause in proposal.on
    )
    return Proposal(proposal.agreement, proposal.on, signed, contributions=proposal.contributions)


def turn_input(
    responses: list[Response], lifted: list[int], proposals: tuple[Proposal, ...]
) -> TurnInput:
    """Return decisions in the order in which the engine adjudicates them."""
    responses.sort(key=lambda response: response.id)
    return TurnInput(tuple(responses), tuple(sorted(lifted)), proposals)
