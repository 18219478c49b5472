"""Every screen and sheet of the app, each with something on it: how an exercise is brought there, and by which keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.pilot import Pilot

from exercise.conduct.command import (
    FACILITATOR,
    Advance,
    AnswerQuestion,
    Ask,
    AssignSeat,
    Command,
    HideScores,
    Observe,
    RequestPause,
    Respond,
    RespondFreely,
    Seal,
    SendMessage,
)
from exercise.errors import Refusal
from exercise.session.local import Session
from tests.support.app import app_of, begun, press, write
from tests.support.conference import SPEAKS, WRITES, conferring
from tests.support.console import PERSONS, conducted, go_to
from tests.support.screens import settled

HERE, BESIDE = "tajikistan", "iom"
_TEXT, _LINE = "=", "#"
"""What begins a step that is no key: a text to write, or a line of a list to go to."""


@dataclass(frozen=True)
class Place:
    """One screen.

    Args:
        opens: Makes the exercise; without one the launcher opens.
        keys: What is pressed then; ``=text`` writes, ``#list line`` goes to a line.
        at: The seat that has taken the keyboard.
        size: Columns and lines, where it is shown in one size only.
    """

    opens: Callable[[], Session | None]
    keys: tuple[str, ...] = ()
    at: str = ""
    size: tuple[int, int] | None = None

    async def reach(self, pilot: Pilot[None]) -> None:
        """Go there in an app that has opened the exercise."""
        course = app_of(pilot).course
        if self.at and course is not None:
            course.take(self.at)
            await settled(pilot)
        for key in self.keys:
            if key.startswith(_TEXT):
                await write(pilot, key.removeprefix(_TEXT))
            elif key.startswith(_LINE):
                name, _, line = key.removeprefix(_LINE).partition(" ")
                await go_to(pilot, name, line)
            else:
                await press(pilot, key)


def with_acts(session: Session, *acts: tuple[str, Command]) -> Session:
    """Submit commands that must not be refused."""
    for actor, command in acts:
        answer = session.submit(actor, command)
        assert not isinstance(answer, Refusal), answer
    return session


def lobby() -> Session:
    """Northern displacement before anybody has sat down."""
    return conducted("lobby")


def consulting() -> Session:
    """A consultation in which seats have written to each other and asked the facilitator."""
    return with_acts(
        conducted("consultation", 2),
        (BESIDE, SendMessage((HERE, "uzbekistan"), "We can bring two interpreters by Friday.")),
        (HERE, SendMessage((BESIDE,), "Please do. The post has one room.")),
        (HERE, Ask("May we speak to the press before the others do?")),
        (FACILITATOR, AnswerQuestion(1, "Through a statement; it is public at once.")),
        (BESIDE, Ask("Who pays for the interpreters?")),
        (BESIDE, RequestPause("a call from the capital")),
    )


def deciding() -> Session:
    """A decision in which the seat has decided on two things."""
    return with_acts(
        conducted("decision", 2),
        (HERE, Respond("humanitarian_border_management", _target(), reason="They are families.")),
        (HERE, RespondFreely("Tea and blankets for every family", "first_queue")),
        (BESIDE, RespondFreely("We fund mobile clinics at the river")),
        (BESIDE, Seal()),
    )


def _target() -> str:
    seat = conducted("decision", 2).seat(HERE)
    one = next(one for one in seat.measures if one.slug == "humanitarian_border_management")
    return one.targets[0].slug if one.needs_target else ""


def ruling() -> Session:
    """The adjudication of that decision."""
    return with_acts(deciding(), (FACILITATOR, Advance()))


def outcome() -> Session:
    """The third outcome, for a facilitator who plays no seat."""
    return conducted("outcome", 3)


def outcome_alone() -> Session:
    """The same for the one person who plays and conducts."""
    return with_acts(outcome(), (FACILITATOR, AssignSeat(BESIDE, "bot")))


def outcome_hidden() -> Session:
    """The same where values are hidden from seats."""
    return with_acts(outcome_alone(), (FACILITATOR, HideScores(True)))


def debrief() -> Session:
    """The hot wash, with two observations."""
    return with_acts(
        conducted("hot_wash", 6),
        (FACILITATOR, Observe("They asked before they decided", "strength", HERE)),
        (FACILITATOR, Observe("Nobody read the text on the table aloud", "improvement")),
    )


def _desk(*keys: str, while_: Callable[[], Session] = consulting) -> Place:
    return Place(while_, keys, HERE)


def _conference(at: str, *keys: str) -> Place:
    return Place(lambda: conferring("consultation"), keys, at)


PLACES: dict[str, Place] = {
    "launcher": Place(lambda: None),
    "studio": Place(lambda: None, ("f5",)),
    "studio in words": Place(lambda: None, ("f5", "down", "enter")),
    "studio source": Place(lambda: None, ("f5", "down", "enter", "tab")),
    "studio dry run": Place(lambda: None, ("f5", "f5")),
    "studio as a role": Place(lambda: None, ("f5", "f6", "enter")),
    "lobby": Place(lobby),
    "lobby of first steps": Place(begun),
    "read-ahead": Place(lobby, ("ctrl+y",)),
    "briefing": Place(lambda: conducted("briefing"), at=HERE),
    "hand-over": Place(lambda: conducted("consultation"), (f"#seats {BESIDE}", "enter")),
    "desk consulting": _desk(),
    "desk deciding": _desk(while_=deciding),
    "desk deciding in first steps": Place(lambda: begun(phase="decision")),
    "desk answers": _desk("1", while_=deciding),
    "restrictive form": _desk("2", "enter", while_=deciding),
    "respond form": _desk("1", "enter", while_=deciding),
    "statement form": _desk("1", "enter"),
    "own words": _desk("f4", "=Tea for everybody", while_=deciding),
    "all measures": _desk("f7", while_=deciding),
    "messages": _desk("f5"),
    "new message": _desk("f5", "f2", "enter", "tab", "=We have room for ninety"),
    "agreements": _desk("f6"),
    "questions": _desk("f9"),
    "record": _desk("ctrl+r"),
    "glossary": _desk("ctrl+o"),
    "role card": _desk("f8"),
    "situation": _desk("f2"),
    "why": _desk("#values security", "f3"),
    "are you done": _desk("f10", while_=deciding),
    "console situation": Place(lambda: conducted("situation", 2)),
    "console consultation": Place(consulting),
    "console adjudication": Place(ruling),
    "ruling": Place(ruling, ("enter",)),
    "inject": Place(lambda: conducted("situation", 2), ("f5",)),
    "new inject": Place(lambda: conducted("situation", 2), ("f7", "=A bridge has fallen")),
    "note": Place(consulting, ("f8", "=They asked first")),
    "why for the facilitator": Place(outcome, ("f3",)),
    "situation for the facilitator": Place(consulting, ("#world security", "enter")),
    "room consultation": Place(consulting, ("f12",)),
    "room outcome": Place(outcome, ("f12",)),
    "outcome": Place(outcome),
    "outcome alone": Place(outcome_alone),
    "outcome hidden": Place(outcome_hidden),
    "debrief": Place(debrief),
    "debrief observed": Place(debrief, ("f2", "=Clear words", "f10", "enter")),
    "debrief views": Place(debrief, ("#views gap",)),
    "view of the gap": Place(debrief, ("#views gap", "enter")),
    "view of harm": Place(debrief, ("#views harm", "enter")),
    "help": _desk("f1"),
    "palette": _desk("ctrl+p"),
    "desk of the rapporteur": _conference(WRITES),
    "papers": _conference(SPEAKS, "ctrl+a"),
    "paper form": _conference(SPEAKS, "ctrl+a", "f10", "=The same network brings people and goods"),
    "summary": _conference(WRITES, "ctrl+u"),
    "paragraph form": _conference(WRITES, "ctrl+u", "f2", "=The next post has room"),
    "key phrases of an entry": _conference(WRITES, "ctrl+u", "tab", "f4"),
    "record by key phrase": _conference(SPEAKS, "ctrl+r", "f2", "down", "enter"),
    "too small": Place(deciding, at=HERE, size=(79, 23)),
}
"""By name. Persons hold the seats of `PERSONS`, bots all others."""

__all__ = ["HERE", "PERSONS", "PLACES", "Place", "with_acts"]
