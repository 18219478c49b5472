"""Gathering what one role reads: an exercise is set up as if injects had come, and its seat is asked for its view.

Secrecy is decided by the views alone: what they do not show a seat cannot stand here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.teller import Teller, need_role
from exercise.authoring.reading import words_in
from exercise.conduct.state import Delivery, Phase, Seat, State, initial
from exercise.conduct.view import InboxItem, MeasureView, SeatView
from exercise.conduct.views import Picture, story_time, view_for
from exercise.engine.openness import open_to
from exercise.engine.program import InjectCode, Program
from exercise.engine.world import InjectStatus, Key

_ANY_TURN = -1


class Arrival(Struct, frozen=True):
    """An inject as the role will read it.

    Attributes:
        item: What its inbox shows.
        comes: When it comes, as far as the role may know, in one sentence; empty where it is sure to come.
        offers: Measures that it puts before the role.
        words: How many there are to read as it comes: title, text and the role's own lines.
    """

    item: InboxItem
    comes: str
    offers: tuple[MeasureView, ...]
    words: int

    @property
    def sure(self) -> bool:
        """Whether it comes whatever happens."""
        return not self.comes


class TurnPreview(Struct, frozen=True):
    """One turn.

    Attributes:
        turn: Its number; -1 for what may come in any turn.
        time: What it is called in the story; may be empty.
        arrivals: What comes, and what may come from this turn on.
    """

    turn: int
    time: str
    arrivals: tuple[Arrival, ...]

    @property
    def words(self) -> int:
        """How many words are sure to come."""
        return sum(arrival.words for arrival in self.arrivals if arrival.sure)

    @property
    def most(self) -> int:
        """How many words come if all comes that may come first in this turn."""
        return sum(arrival.words for arrival in self.arrivals)


class Preview(Struct, frozen=True):
    """All that one role reads.

    Attributes:
        view: What its seat shows as the first turn's decisions begin, before any inject has come.
        read_ahead: The text everybody gets beforehand.
        turns: What comes, turn by turn.
        questions: The questions for discussion.
    """

    view: SeatView
    read_ahead: str
    turns: tuple[TurnPreview, ...]
    questions: tuple[str, ...]


def preview(program: Program, role: str, language: str = "en") -> Preview:
    """Return what a role will read.

    Args:
        program: The scenario, compiled.
        role: A role with a place at the table.
        language: Of all texts.

    Raises:
        ExerciseError: The role has no place at the table; the message names the nearest that has one.
    """
    need_role(program, role)
    scenario, teller = program.bundle.scenario, Teller(program, language)
    first = 0 if scenario.planning_turn else 1
    found = _Desk(program, role, language)
    turns = (found.turn(turn, first) for turn in (*range(first, scenario.turns + 1), _ANY_TURN))
    return Preview(
        view=found.seat(first, {}),
        read_ahead=teller.say(scenario.texts.get(scenario.concept_note, "")),
        turns=tuple(turns),
        questions=tuple(teller.say(question) for question in scenario.questions.values()),
    )


class _Desk(Struct, frozen=True):
    """The desk of one role, as it would look."""

    program: Program
    role: str
    language: str

    def turn(self, turn: int, first: int) -> TurnPreview:
        """Return what comes in a turn, or may come from it on; -1 for what is bound to no turn."""
        number = self.program.numbers.role[self.role]
        here = [
            code
            for code in self.program.injects
            if number in code.to and _turn_of(code, first) == turn
        ]
        now = max(turn, first)
        view = self.seat(now, dict.fromkeys((code.name for code in here), now))
        time = story_time(self.program, turn, self.language)
        return TurnPreview(turn, time, tuple(self._arrivals(here, view)))

    def seat(self, turn: int, released: Mapping[str, int]) -> SeatView:
        """Return the seat's view as decisions begin, had these injects been released in these turns."""
        state = _as_if(self.program, self.role, turn, released)
        return view_for(self.program, state, self.role, self.language, Picture((), (), ()))

    def _arrivals(self, codes: Iterable[InjectCode], view: SeatView) -> Iterator[Arrival]:
        items = {item.inject: item for item in view.inbox}
        for code in sorted(
            codes, key=lambda code: code.kind != "scheduled" or code.when is not None
        ):
            item = items[code.name]
            offers = tuple(one for one in view.measures if code.name in one.offered_by)
            words = words_in((item.title, item.text, item.private))
            yield Arrival(item, self._comes(code), offers, words)

    def _comes(self, code: InjectCode) -> str:
        """When it comes, its condition told only where the role may know all that it reads."""
        teller = Teller(self.program, self.language)
        if code.kind in ("contingency", "optional"):
            return teller.word("preview-held")
        if code.when is None:
            return ""
        key = f"preview-{code.kind}"
        if not open_to(self.program, code.when, self.role):
            return teller.word(f"{key}-hidden")
        written = self.program.bundle.injects()[code.name].when or ""
        return teller.word(f"{key}-if", when=Conditions(teller).text(written))


def _turn_of(code: InjectCode, first: int) -> int:
    return _ANY_TURN if code.turn < 0 else max(code.turn, first)


def _as_if(program: Program, role: str, turn: int, released: Mapping[str, int]) -> State:
    """Return an exercise in which nothing was decided yet and these injects have come."""
    start = initial(program, Key(0))
    number = program.numbers.role[role]
    present = tuple(held or other == number for other, held in enumerate(start.world.present))
    fired = tuple(InjectStatus(fired=released.get(code.name, -1)) for code in program.injects)
    return replace(
        start,
        world=replace(start.world, present=present, injects=fired),
        seats=tuple(
            Seat(seat.role, "person") if seat.role == role else seat for seat in start.seats
        ),
        phase=Phase.decision,
        turn=turn,
        deliveries=tuple(Delivery(name, when) for name, when in released.items()),
    )


__all__ = ["Arrival", "Preview", "TurnPreview", "preview"]
