"""Random commands of a conference: papers, tags, summaries, reminders and the floor."""

from __future__ import annotations

from random import Random
from typing import Any, get_args

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR, Command, DutyCommand
from exercise.conduct.conference import Paragraph
from exercise.conduct.state import State
from exercise.engine.names import authors_of
from exercise.engine.program import Program
from exercise.model.role import Duty

DUTY_KINDS: tuple[type[Any], ...] = get_args(DutyCommand)
_OF_RECORD = (asked.TagEntry, asked.DraftSummary)


def paper(program: Program, random: Random, text: str) -> asked.HandInPaper:
    """Return a paper, often incomplete; where none is asked for, on the first question."""
    papers = program.bundle.scenario.papers
    if not papers:
        return asked.HandInPaper(next(iter(program.bundle.scenario.questions)), ())
    question = random.choice(list(papers))
    fields = list(papers[question].fields)
    texts = tuple(
        (name, random.choice((text, text, ""))) for name in fields[: random.choice((1, 9))]
    )
    return asked.HandInPaper(question, texts)


def by_duty(
    program: Program, state: State, random: Random, text: str, kind: type[Any]
) -> tuple[str, Command]:
    """Return a command of the moderator or rapporteur, from whoever may give it as a rule."""
    duty: Duty = "rapporteur" if kind in _OF_RECORD else "moderator"
    seats = [seat for seat in state.seats if program.bundle.roles[seat.role].duty == duty]
    held = [seat.role for seat in seats if seat.holder != "vacant"]
    by_person = any(seat.holder == "person" for seat in seats)
    actors = held if by_person else [*held, FACILITATOR]
    return random.choice(actors), _asked(program, state, random, text, kind)


def _asked(program: Program, state: State, random: Random, text: str, kind: type[Any]) -> Command:
    count = max(1, len(state.entries))
    match kind:
        case asked.TagEntry:
            known = list(program.bundle.model.phrases)
            return asked.TagEntry(
                random.randint(1, count), tuple(random.sample(known, random.randint(0, len(known))))
            )
        case asked.DraftSummary:
            cited = tuple(random.randint(1, count) for _ in range(random.choice((1, 1, 2))))
            first = Paragraph(text, cited, random.choice((True, False)))
            return asked.DraftSummary((first, Paragraph(text, (1,)))[: random.choice((1, 1, 2))])
        case asked.RemindOfFrame:
            said = [n for n, entry in enumerate(state.entries, 1) if entry.kind == "statement"]
            return asked.RemindOfFrame(random.choice(said or [1]), text)
    return asked.GiveFloor(random.choice(program.roles))


def writer(program: Program, state: State) -> str:
    """Return who may tag the record and draft the summary."""
    cards = program.bundle.roles
    held = [seat for seat in state.seats if cards[seat.role].duty == "rapporteur"]
    return next((seat.role for seat in held if seat.holder == "person"), FACILITATOR)


def reminded(state: State) -> tuple[str, Command] | None:
    """Return a second reminder on a statement, where there was a first."""
    given = state.conference.reminders
    return (FACILITATOR, asked.RemindOfFrame(given[0].statement, "Again.")) if given else None


def unasked(program: Program, state: State) -> tuple[str, Command] | None:
    """Return a paper from a held seat that is asked for none."""
    for question in program.bundle.scenario.papers:
        authors = authors_of(program.bundle, question)
        for seat in state.seats:
            if seat.holder != "vacant" and seat.role not in authors:
                return seat.role, asked.HandInPaper(question, ())
    return None
