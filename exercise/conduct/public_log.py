"""The public record as it grows: which entries an event adds, and what they are about.

What not everybody may know adds no entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exercise.conduct import event as happened
from exercise.conduct.conference import Entry
from exercise.conduct.decided import Decided
from exercise.conduct.event import Event
from exercise.conduct.state import Delivery, State
from exercise.engine.program import Program

WRITTEN = "added."
"""What the name of an inject written on the spot begins with."""


def made_public(program: Program, before: State, after: State, event: Event) -> Iterator[Entry]:
    """Yield the entries that an event adds: the states are those before and after it."""
    turn = after.turn
    match event:
        case happened.InjectReleased(inject=name):
            if program.injects[program.numbers.inject[name]].public:
                yield Entry(turn, "inject", name)
        case happened.InjectAdded():
            if not event.to:
                # Counted among those everybody received: others leave no trace here.
                yield Entry(turn, "inject", f"{WRITTEN}{len(written_for_all(after)) - 1}")
        case happened.Responded(decided=decided):
            if decided.kind == "statement":
                yield Entry(turn, "statement", decided.id)
        case happened.Adjudicated():
            yield from _revealed(program, before, event)
        case happened.PaperHandedIn():
            first = before.conference.paper(event.question, event.role) is None
            yield Entry(turn, "paper" if first else "revision", f"{event.question}.{event.role}")
        case happened.FrameReminded():
            yield Entry(turn, "reminder", str(len(before.conference.reminders)))
        case happened.FloorGiven():
            yield Entry(turn, "floor", str(len(before.conference.floors)))
    for number in range(len(before.world.breaches), len(after.world.breaches)):
        yield Entry(after.world.breaches[number].turn, "breach", str(number))


def written_for_all(state: State) -> tuple[Delivery, ...]:
    """Return the injects that were written on the spot for everybody, in order."""
    return tuple(one for one in state.deliveries if one.inject.startswith(WRITTEN) and not one.to)


def _revealed(program: Program, before: State, event: happened.Adjudicated) -> Iterator[Entry]:
    for decided in before.responses:
        if decided.kind != "statement" and not _covert(program, decided):
            yield Entry(before.turn, "response", decided.id)
    for clause in event.step.adopted:
        agreement = program.agreements[clause.agreement]
        name = f"{agreement.name}.{agreement.clauses[clause.clause].name}"
        yield Entry(before.turn, "agreement", name)


def _covert(program: Program, decided: Decided) -> bool:
    return decided.kind == "measure" and (
        program.measures[program.numbers.measure[decided.measure]].covert
    )


def said_in(state: State) -> dict[str, Decided]:
    """Return every response and statement so far by its id."""
    earlier = (one for turn in state.turns for one in turn.decided)
    return {one.id: one for one in (*earlier, *state.responses)}


def own_phrases(program: Program, entry: Entry, said: Mapping[str, Decided]) -> tuple[str, ...]:
    """Return the key phrases an entry has from its author or speaker.

    Args:
        program: The Program.
        entry: The entry.
        said: Responses and statements by id.
    """
    if entry.kind == "inject":
        card = program.bundle.injects().get(entry.name)
        return card.phrases if card is not None else ()
    return said[entry.name].phrases if entry.kind == "statement" else ()
