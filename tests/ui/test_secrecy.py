"""Law 3 on screen: no frame, title, palette or clipboard of a seat holds what the seat may not know."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import Any

import pytest

from exercise.conduct.command import FACILITATOR, Advance, AssignSeat, HideScores, SendMessage
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from exercise.table.table import Table
from exercise.ui.screens.at_table import TableScreen
from exercise.ui.screens.room import RoomScreen
from tests.support.app import app_of, begun, opened
from tests.support.busy import busy_program
from tests.support.canaries import Aviary, Singer, aviary, canaries_in
from tests.support.plays import KINDS as COMMANDS
from tests.support.walk import Walk, calm, everything, tabs, type_key

SCENARIOS = ("busy", "northern-displacement")
TRIED = 40
"""Random commands tried in a phase before the exercise goes on."""


@cache
def birds_of(name: str) -> Aviary:
    """Return a scenario full of canaries, compiled once."""
    program = busy_program() if name == "busy" else load_scenario(name).program
    return aviary(program.bundle)


def sung(name: str, phase: str, turn: int, persons: int = 2) -> tuple[Aviary, Session, list[str]]:
    """Return an exercise in which everybody has said canaries, and the roles that persons hold."""
    birds, random = birds_of(name), Random(f"{name} {phase} {turn}")
    session = begin_exercise(birds.program, 7, keep=False)
    roles = [seat.role for seat in session.room().seats][:persons]
    for seat in session.room().seats:
        holder = "person" if seat.role in roles else "vacant"
        session.submit(FACILITATOR, AssignSeat(seat.role, holder))  # type: ignore[arg-type]
    wanted = [kind for kind in COMMANDS if kind.__name__ not in _ELSEWHERE]
    while (room := session.room()).phase.value != phase or room.turn != turn:
        for _ in range(TRIED):
            actor, command = Singer(birds.program, session.state, random).kind(
                random.choice(wanted)
            )
            if actor in (*roles, FACILITATOR):
                session.submit(actor, command)
        answer = session.submit(FACILITATOR, Advance())
        assert not isinstance(answer, Refusal), answer
    for role in roles:
        others = tuple(one for one in roles if one != role)
        session.submit(
            role, SendMessage(others, Singer(birds.program, session.state, random).text())
        )
    return birds, session, roles


def open_to(birds: Aviary, session: Session, role: str | None) -> set[str]:
    """Return what a seat, or the room, may know: the paper that all read before StartEx, and what the law says."""
    paper = ("facilitator", birds.program.bundle.scenario.concept_note, "text")
    read_ahead = {bird for bird, place in birds.places.items() if place == paper}
    return read_ahead | birds.known(session.state, role)


_ELSEWHERE = ("Advance", "Undo", "EndExercise", "AssignSeat", "Pause", "RequestPause", "HideScores")


class SeatOnly:
    """A session that answers a seat's screen and nobody else: whoever asks for more is told on."""

    _OPEN = ("seat", "room", "program", "path", "close", "submit")

    def __init__(self, session: Session, role: str) -> None:
        self._session, self._role = session, role

    def __getattr__(self, name: str) -> Any:
        assert name in self._OPEN, f"a seat's screen asks for session.{name}"
        return getattr(self._session, name)

    def seat(self, role: str, language: str = "en") -> object:
        assert role == self._role, f"the screen of {self._role} asks for the view of {role}"
        return self._session.seat(role, language)


@pytest.mark.parametrize(
    ("name", "phase"),
    [
        ("busy", "briefing"),
        ("busy", "consultation"),
        ("busy", "decision"),
        ("northern-displacement", "decision"),
    ],
)
async def test_no_canary_of_others_is_on_any_screen_or_sheet_of_a_seat(
    name: str, phase: str
) -> None:
    """Every key is pressed, every sheet opened; all that is held for the screen is searched."""
    birds, session, roles = sung(name, phase, 0 if phase == "briefing" else 2)
    role, heard = roles[0], set()
    async with opened(session) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.take(role)
        await calm(pilot)
        way = Walk(pilot, ("f10", "ctrl+g"))
        async for path in way.steps():
            found = canaries_in(everything(pilot))
            known = open_to(birds, session, role)
            assert found <= known, (path, [birds.places.get(bird, bird) for bird in found - known])
            heard |= found
        async for _ in tabs(pilot):
            found = canaries_in(everything(pilot))
            assert found <= open_to(birds, session, role)
    assert heard, "the screens showed no text at all"


@pytest.mark.parametrize("name", SCENARIOS)
async def test_between_two_seats_nothing_is_left(name: str) -> None:
    """From desk to hand-over to desk to console and room view: each frame is its reader's own."""
    birds, session, (first, second) = sung(name, "decision", 2)
    async with opened(session) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.hand_to(first)
        for role in (first, second):
            await calm(pilot)
            assert not canaries_in(everything(pilot)), "on the neutral screen"
            await type_key(pilot, "enter")
            assert app_of(pilot).screen.role == role  # type: ignore[attr-defined]
            app_of(pilot).copy_to_clipboard("\n".join(canaries_in(everything(pilot))))
            for key in ("f7", "escape", "ctrl+p", "escape"):
                await type_key(pilot, key)
                assert canaries_in(everything(pilot)) <= open_to(birds, session, role)
            course.finish(role)
        await calm(pilot)
        assert not canaries_in(everything(pilot)), "before the facilitator"


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize(("phase", "turn"), [("consultation", 2), ("outcome", 1)])
async def test_the_room_view_holds_what_the_room_may_know(name: str, phase: str, turn: int) -> None:
    birds, session, _ = sung(name, phase, turn)
    async with opened(session) as pilot:
        await type_key(pilot, "f12")
        assert isinstance(pilot.app.screen, RoomScreen)
        lowest = len(pilot.app.screen_stack) - 1
        async for path in Walk(pilot, ("escape", "f12", "ctrl+r", "enter")).steps():
            found, known = canaries_in(everything(pilot, lowest)), open_to(birds, session, None)
            assert found <= known, (path, [birds.places.get(bird, bird) for bird in found - known])


@pytest.mark.parametrize("phase", ["briefing", "consultation", "decision"])
async def test_a_seats_screens_ask_for_its_own_view_and_the_room_only(phase: str) -> None:
    """What they show follows from those views; that the views hold no more is tested where they are made."""
    session = begun("northern-displacement", phase=phase, turn=0 if phase == "briefing" else 2)
    role = next(seat.role for seat in session.room().seats if seat.holder == "person")
    async with opened(session) as pilot:
        course, app = app_of(pilot).course, app_of(pilot)
        assert course is not None
        await calm(pilot)
        guarded = Table(SeatOnly(session, role), "en")  # type: ignore[arg-type]
        guarded.at, course.table = role, guarded
        course.busy = True  # the course itself lets bots act, which is not the screen's doing
        course.show()
        await calm(pilot)
        assert isinstance(app.screen, TableScreen)
        assert app.screen.table is guarded
        async for _ in Walk(pilot, ("f10", "ctrl+g"), deep=phase == "decision").steps():
            assert app.return_code is None


async def test_hidden_scores_are_on_no_screen_of_a_seat() -> None:
    session = begun("northern-displacement", phase="decision", turn=2)
    session.submit(FACILITATOR, HideScores(True))
    role = next(seat.role for seat in session.room().seats if seat.holder == "person")
    bands = {gauge.band for gauge in session.facilitator().gauges}
    own = {gauge.band for gauge in session.seat(role).card_gauges}
    async with opened(session) as pilot:
        course = app_of(pilot).course
        assert course is not None
        course.take(role)
        await calm(pilot)
        async for path in Walk(pilot, ("f10", "ctrl+g"), deep=False).steps():
            lines = everything(pilot).splitlines()
            told = {(band, line) for band in bands - own for line in lines if f" {band} →" in line}
            assert not told, (path, told)
