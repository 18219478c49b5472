"""Deciding what belongs to a conference: position papers, tags, the summary, reminders, the floor."""

from __future__ import annotations

from exercise.conduct import command as asked
from exercise.conduct import event as happened
from exercise.conduct.command import FACILITATOR
from exercise.conduct.conference import Paragraph
from exercise.conduct.event import Decision
from exercise.conduct.public_log import own_phrases, said_in
from exercise.conduct.state import TURN_PHASES, Phase, State, wrong_phase
from exercise.conduct.text import LINE, PARAGRAPH, checked, clean, line
from exercise.engine.names import authors_of
from exercise.engine.program import Program
from exercise.errors import Refusal, RefusalCode
from exercise.model.role import Duty

PAPER_PHASES = (Phase.briefing, Phase.consultation, Phase.decision)
RECORD_PHASES = (Phase.briefing, *TURN_PHASES, Phase.hot_wash)
"""When the record can be tagged and summed up."""
PARAGRAPHS = 60
"""Most paragraphs of a summary."""


# --- position papers ------------------------------------------------------------------------


def paper_refusal(program: Program, state: State, role: str, question: str) -> Refusal | None:
    """Return why a seat may hand in no paper on a question now, or nothing where it may."""
    if question not in program.bundle.scenario.papers:
        return Refusal(
            RefusalCode.unknown_item, f"No position paper is asked for on '{line(question)}'."
        )
    if role not in authors_of(program.bundle, question):
        return Refusal(
            RefusalCode.paper_not_asked, "Your seat is asked for no position paper on this."
        )
    return wrong_phase(state, *PAPER_PHASES)


def decide_paper(program: Program, state: State, role: str, command: asked.HandInPaper) -> Decision:
    """Decide the handing in of a paper; one that lacks a field is taken, and shown as incomplete."""
    wrong = paper_refusal(program, state, role, command.question)
    if wrong is not None:
        return wrong
    fields = program.bundle.scenario.papers[command.question].fields
    given = {name: clean(text) for name, text in command.texts}
    unknown = next((name for name in given if name not in fields), None)
    if unknown is not None or len(given) < len(command.texts):
        return Refusal(
            RefusalCode.unknown_item, f"The paper has the fields {', '.join(fields)}, each once."
        )
    for text in given.values():
        wrong = checked(text, PARAGRAPH, needed=False)
        if wrong is not None:
            return wrong
    texts = tuple((name, given[name]) for name in fields if given.get(name))
    if not texts:
        return checked("", PARAGRAPH) or ()
    before = state.conference.paper(command.question, role)
    if before is not None and before.texts == texts:
        return Refusal(RefusalCode.nothing_to_change, "Your paper says this already.")
    return (happened.PaperHandedIn(command.question, role, texts),)


# --- duties ---------------------------------------------------------------------------------


def duty_refusal(program: Program, state: State, actor: str, duty: Duty) -> Refusal | None:
    """Return why somebody may not do what is the duty of the moderator or the rapporteur, or nothing."""
    roles = program.bundle.roles
    if actor != FACILITATOR:
        if roles[actor].duty == duty:
            return None
        return Refusal(RefusalCode.not_your_duty, f"This is for the {duty}.")
    by_person = any(
        seat.holder == "person" and roles[seat.role].duty == duty for seat in state.seats
    )
    if not by_person or (duty == "rapporteur" and state.over):
        return None
    return Refusal(RefusalCode.not_your_duty, f"This is for the {duty}, whose seat a person holds.")


def decide_duty(program: Program, state: State, actor: str, command: asked.DutyCommand) -> Decision:
    """Decide a command of the moderator, the rapporteur, or the facilitator in their place."""
    record = isinstance(command, asked.TagEntry | asked.DraftSummary)
    wrong = duty_refusal(program, state, actor, "rapporteur" if record else "moderator")
    wrong = wrong or wrong_phase(state, *(RECORD_PHASES if record else TURN_PHASES))
    if wrong is not None:
        return wrong
    match command:
        case asked.TagEntry():
            return _tag(program, state, actor, command)
        case asked.DraftSummary():
            return _draft(state, actor, command)
        case asked.RemindOfFrame():
            return _remind(state, actor, command)
        case asked.GiveFloor():
            return _give_floor(state, actor, command)


def _no_entry(state: State, number: int, who: str = "") -> Refusal:
    count = len(state.entries)
    there = f"It has entries 1 to {count}." if count else "It is empty so far."
    missing = f"The public record has no entry {number}."
    cites = f"{who} cites entry {number}, which the public record does not have."
    return Refusal(RefusalCode.unknown_entry, cites if who else missing, there)


def phrases_refusal(program: Program, phrases: tuple[str, ...]) -> Refusal | None:
    """Return what is wrong with a list of key phrases, or nothing."""
    known = program.bundle.model.phrases
    unknown = next((word for word in phrases if word not in known), None)
    if unknown is not None:
        return Refusal(
            RefusalCode.unknown_item,
            f"'{line(unknown)}' is no key phrase.",
            f"There are {', '.join(known)}.",
        )
    if len(set(phrases)) < len(phrases):
        return Refusal(RefusalCode.unknown_item, "Name each key phrase once.")
    return None


def _tag(program: Program, state: State, actor: str, command: asked.TagEntry) -> Decision:
    if not 1 <= command.entry <= len(state.entries):
        return _no_entry(state, command.entry)
    wrong = phrases_refusal(program, command.phrases)
    if wrong is not None:
        return wrong
    own = own_phrases(program, state.entries[command.entry - 1], said_in(state))
    added = tuple(
        word for word in program.bundle.model.phrases if word in command.phrases and word not in own
    )
    if added == state.conference.added(command.entry):
        return Refusal(RefusalCode.nothing_to_change, "The entry is tagged like that already.")
    return (happened.EntryTagged(command.entry, added, actor),)


def _draft(state: State, actor: str, command: asked.DraftSummary) -> Decision:
    if len(command.paragraphs) > PARAGRAPHS:
        return Refusal(
            RefusalCode.out_of_range, f"A summary has up to {PARAGRAPHS} paragraphs.", "Join some."
        )
    written = []
    for number, paragraph in enumerate(command.paragraphs, start=1):
        text = clean(paragraph.text)
        wrong = checked(text, PARAGRAPH) or _cited(state, number, paragraph.citations)
        if wrong is not None:
            return wrong
        citations = tuple(dict.fromkeys(paragraph.citations))
        written.append(Paragraph(text, citations, paragraph.disagreement))
    before = state.conference.summary
    if tuple(written) == (before.paragraphs if before is not None else ()):
        return Refusal(RefusalCode.nothing_to_change, "The summary says this already.")
    return (happened.SummaryDrafted(tuple(written), actor),)


def _cited(state: State, number: int, citations: tuple[int, ...]) -> Refusal | None:
    """Every citation must be the number of an entry."""
    if not citations:
        return Refusal(
            RefusalCode.citation_missing,
            f"Paragraph {number} cites no entry of the public record.",
            "Say by number what it rests on.",
        )
    for cited in citations:
        if not 1 <= cited <= len(state.entries):
            return _no_entry(state, cited, f"Paragraph {number}")
    return None


def _remind(state: State, actor: str, command: asked.RemindOfFrame) -> Decision:
    number, reason = command.statement, line(command.reason)
    if not 1 <= number <= len(state.entries):
        return _no_entry(state, number)
    if state.entries[number - 1].kind != "statement":
        return Refusal(
            RefusalCode.unknown_entry, f"Entry {number} of the public record is no statement."
        )
    if any(one.statement == number for one in state.conference.reminders):
        return Refusal(RefusalCode.already_reminded, "A reminder on this statement has been given.")
    return checked(reason, LINE) or (happened.FrameReminded(number, reason, actor),)


def _give_floor(state: State, actor: str, command: asked.GiveFloor) -> Decision:
    seat = state.seat(command.role)
    if seat is None or command.role == actor:
        return Refusal(
            RefusalCode.unknown_seat, "Give the floor to a seat of this exercise, not your own."
        )
    if seat.holder == "vacant":
        return Refusal(RefusalCode.seat_vacant, "Nobody holds that seat.")
    last = state.entries[-1] if state.entries else None
    floors = state.conference.floors
    if last is not None and last.kind == "floor" and floors[-1][1] == command.role:
        return Refusal(RefusalCode.nothing_to_change, "That seat has the floor already.")
    return (happened.FloorGiven(command.role, actor),)
