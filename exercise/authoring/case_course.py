"""The course of an exercise, read from its events: seats that fill and empty, and what becomes of injects.

What was undone is left out. The rest of a turn stands in the state, as it was at the cut-off.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from exercise.conduct import event as happened
from exercise.conduct.event import Event
from exercise.engine.program import Program
from exercise.model.step import PhaseName


class Window(Struct):
    """What happened in one turn besides responses, texts and rulings."""

    ready: tuple[str, ...] = ()
    """Injects that were ready when it opened."""
    released: dict[PhaseName, tuple[str, ...]] = field(default_factory=dict)
    """By phase; in the situation without those that were ready."""
    held: tuple[str, ...] = ()
    """Ready injects that were not released in the situation."""
    skipped: tuple[str, ...] = ()
    armed: tuple[str, ...] = ()
    disarmed: tuple[str, ...] = ()
    written: tuple[happened.InjectAdded, ...] = ()
    come: dict[PhaseName, tuple[str, ...]] = field(default_factory=dict)
    leave: dict[PhaseName, tuple[str, ...]] = field(default_factory=dict)


class Course(Struct):
    """The whole course."""

    vacant: tuple[str, ...] = ()
    """Seats nobody held at StartEx."""
    armed: tuple[str, ...] = ()
    """Injects armed before StartEx."""
    skipped: tuple[str, ...] = ()
    """Injects left out before StartEx."""
    turns: dict[int, Window] = field(default_factory=dict)
    ended: bool = False
    """Whether EndEx was called."""
    undone: int = 0
    """How often a step was taken back."""


def course_of(program: Program, events: Sequence[Event]) -> Course:
    """Read the course of an exercise from all its events, in order."""
    kept = in_effect(events)
    reading = _Reading(program)
    for event in kept:
        reading.take(event)
    reading.end_turn()
    reading.course.undone = sum(1 for event in events if isinstance(event, happened.Undone))
    return reading.course


def in_effect(events: Sequence[Event]) -> list[Event]:
    """Return the events that were not undone."""
    kept: list[tuple[int, Event]] = []
    for number, event in enumerate(events):
        if isinstance(event, happened.Undone):
            kept = [pair for pair in kept if pair[0] < event.to]
        else:
            kept.append((number, event))
    return [event for _, event in kept]


class _Reading:
    """Where the reading stands."""

    def __init__(self, program: Program) -> None:
        self.course = Course()
        self.window = Window()
        self.phase: PhaseName | None = None
        self.armed: set[str] = set()
        self.armed_before: set[str] = set()
        self.skipped: list[str] = []
        places = program.bundle.scenario.places
        self.present = {place.role for place in places if place.seat != "vacant"}
        self.seats = [place.role for place in places]
        self._sit()

    def _sit(self) -> None:
        """Begin to watch who comes and leaves."""
        self.before = set(self.present)
        self.ever = set(self.present)

    def take(self, event: Event) -> None:
        """Go on by one event."""
        match event:
            case happened.SeatAssigned():
                self._seat(event)
            case happened.Started():
                self._start()
            case happened.SituationOpened():
                self._open(event)
            case happened.SituationClosed():
                self._close()
            case happened.DecisionOpened():
                self.phase = "decision"
            case happened.CutOff():
                self.phase = "adjudication"
            case happened.Adjudicated():
                self._rose("consultation", "adjudication")
                self.phase = "outcome"
            case happened.Ended():
                self.end_turn()
                self.phase = None
                self.course.ended = True
            case _:
                self._inject(event)

    def _inject(self, event: Event) -> None:
        match event:
            case happened.InjectReleased():
                assert self.phase is not None
                before = self.window.released.get(self.phase, ())
                self.window.released[self.phase] = (*before, event.inject)
            case happened.InjectSkipped():
                self.skipped.append(event.inject)
            case happened.InjectArmed(armed=True):
                self.armed.add(event.inject)
            case happened.InjectArmed():
                self.armed.discard(event.inject)
            case happened.InjectAdded():
                self.window.written = (*self.window.written, event)

    def _seat(self, event: happened.SeatAssigned) -> None:
        if event.holder == "vacant":
            self.present.discard(event.role)
        else:
            self.present.add(event.role)
            self.ever.add(event.role)

    def _start(self) -> None:
        self.course.vacant = tuple(role for role in self.seats if role not in self.present)
        self.course.armed = tuple(sorted(self.armed))
        # A step back from the first turn leads to the briefing, and StartEx is called again.
        self.course.skipped = (*self.course.skipped, *self.skipped)
        self._forget()

    def _forget(self) -> None:
        """Begin to watch anew; what stood before stands."""
        self.armed_before = set(self.armed)
        self.skipped = []
        self._sit()

    def _open(self, event: happened.SituationOpened) -> None:
        self.end_turn()
        self.window = Window(ready=event.ready)
        self.course.turns[event.turn] = self.window
        self.phase = "situation"

    def _close(self) -> None:
        released = self.window.released.pop("situation", ())
        ready = self.window.ready
        by_hand = tuple(name for name in released if name not in ready)
        self.window.released["situation"] = by_hand
        self.window.held = tuple(name for name in ready if name not in released)
        self._rose("situation", "situation")
        self.phase = "consultation"

    def _rose(self, first: PhaseName, last: PhaseName) -> None:
        """Note who came and left since the watch began: they come in one phase and leave in another."""
        come = tuple(r for r in self.seats if r in self.ever and r not in self.before)
        leave = tuple(r for r in self.seats if r in self.ever and r not in self.present)
        if come:
            self.window.come[first] = come
        if leave:
            self.window.leave[last] = leave
        self._sit()

    def end_turn(self) -> None:
        """Note what the turn has done to injects and seats; a turn ends where the next one opens."""
        if self.phase is None:  # before the first turn, or after the last
            return
        released = {name for names in self.window.released.values() for name in names}
        gone = {*self.skipped, *released, *self.window.ready} - {*self.window.held}
        self.window.skipped = tuple(self.skipped)
        self.window.held = tuple(n for n in self.window.held if n not in self.skipped)
        self.window.armed = tuple(sorted(self.armed - self.armed_before - gone))
        self.window.disarmed = tuple(sorted(self.armed_before - self.armed - gone))
        self._rose("outcome", "outcome")
        self._forget()


__all__ = ["Course", "Window", "course_of", "in_effect"]
