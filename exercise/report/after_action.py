"""The after-action report as a document: its order, its cover, and the sections on what was known and decided.

Tells facts; rates nothing and nobody. Ratings and judgements are boxes for people to fill in.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from exercise.report import analysis, appendices, conference, review, views
from exercise.report.document import Bullets, Callout, Document, Paragraph, Section, Table, once
from exercise.report.facts import Decision, Facts, Inbox, Known, Shown
from exercise.report.numbers import signed
from exercise.report.words import Words

MOVED = 2
"""How many of a decision's own movements are told one by one."""


class Particulars(Struct, frozen=True):
    """What the organiser may fill in; everything is optional."""

    handling: str = ""
    """Marking for every page."""
    dates: str = ""
    sponsor: str = ""
    contact: str = ""
    draft: bool = True


def after_action(
    facts: Facts, language: str = "en", particulars: Particulars | None = None
) -> Document:
    """Return the report on an exercise.

    Args:
        facts: Gathered in the same language.
        language: Of the words around the facts.
        particulars: What the organiser filled in.
    """
    words, given = Words(language), particulars or Particulars()
    handling = given.handling or words.say("handling")
    marked = f"{handling} · {words.say('draft')}" if given.draft else handling
    return Document(
        title=words.say("report-title"),
        subtitle=facts.overview.title,
        handling=marked,
        notice=facts.overview.notice,
        language=language,
        contents=words.say("contents"),
        cover=_cover(facts, words, given),
        sections=(
            overview(facts, words, given),
            reading(words),
            _part("is", words),
            timeline(facts, words),
            *decisions(facts, words),
            *analysis.outcomes(facts, words),
            *analysis.served(facts, words),
            *views.sections(facts, language),
            review.red_lines(facts, words),
            *review.agreements(facts, words),
            *conference.conference(facts, words),
            _part("ought", words),
            *review.objectives(facts, words),
            *review.strengths(facts, words),
            review.answers(facts, words),
            *review.prompts(facts, words),
            *appendices.appendices(facts, words),
            *conference.phrases(facts, words),
        ),
    )


def _part(name: str, words: Words) -> Section:
    """The heading of a part: what is, or what ought to be."""
    return Section(words.say(f"part-{name}"), (Paragraph(words.say(f"part-{name}-intro")),))


def _cover(facts: Facts, words: Words, given: Particulars) -> tuple[tuple[str, str], ...]:
    told = facts.overview
    played = words.say(
        "cover-turns-value",
        played=str(told.turns_played),
        planned=str(told.turns_planned),
        length=told.turn_length,
    )
    return (
        (words.say("cover-dates"), given.dates or words.say("to-fill")),
        (words.say("cover-turns"), played),
        (words.say("cover-ended"), told.end_reason or words.say("none")),
        (words.say("cover-model"), f"{told.model} {told.model_version} · {told.preset}"),
        (words.say("cover-scenario"), f"{told.title} {told.version}"),
        (words.say("cover-seed"), str(told.seed)),
    )


def overview(facts: Facts, words: Words, given: Particulars) -> Section:
    """Return the Exercise Overview, with the field names exercise staff know."""
    told = facts.overview
    organisations = ", ".join(seat.who for seat in facts.participants if seat.holder != "vacant")
    objectives = "\n".join(f"{n}. {fact.text}" for n, fact in enumerate(facts.objectives, 1))
    capabilities = "\n".join(
        f"{n}. {fact.capability}" for n, fact in enumerate(facts.objectives, 1) if fact.capability
    )
    rows = (
        ("name", told.title),
        ("dates", given.dates or words.say("to-fill")),
        ("scope", told.scope),
        ("mission", words.say("mission-areas")),
        ("capabilities", capabilities or words.say("to-fill")),
        ("objectives", objectives),
        ("hazard", told.hazard),
        ("scenario", told.summary),
        ("sponsor", given.sponsor or told.sponsor),
        ("organisations", organisations),
        ("contact", given.contact or words.say("to-fill")),
    )
    table = Table(
        (words.say("field"), words.say("entry")),
        tuple((words.say(f"overview-{key}"), value) for key, value in rows),
        widths=(24, 76),
        heads=True,
    )
    return Section(words.say("overview"), (table,))


def reading(words: Words) -> Section:
    """Return what a reader must know before reading on."""
    keys = ("reading-axes", "reading-parts", "reading-model", "reading-ratings", "reading-runout")
    return Section(words.say("reading"), (Bullets(tuple(words.say(key) for key in keys)),))


def timeline(facts: Facts, words: Words) -> Section:
    """Return the course of events, one table for all turns."""
    acts: dict[tuple[str, str, str], list[str]] = {}
    for moment in facts.timeline:
        kind = words.say(f"moment-{moment.kind}")
        acts.setdefault((_turn(moment.turn, moment.story_time), kind, moment.who), []).append(
            moment.text
        )
    rows = tuple(
        (*act, "; ".join((*(text.rstrip(".") for text in texts[:-1]), texts[-1])))
        for act, texts in acts.items()
    )
    columns = tuple(words.say(key) for key in ("turn", "kind", "who", "what"))
    return Section(
        words.say("timeline"), (Table(columns, once(rows), widths=(14, 14, 22, 50), small=True),)
    )


def _turn(turn: int, time: str) -> str:
    return f"{turn} · {time}" if time else str(turn)


def decisions(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield what the table knew and decided, turn by turn."""
    intro = Paragraph(words.say("decisions-intro"))
    yield Section(words.say("decisions"), (intro,))
    before: dict[str, str] = {}
    for known in facts.known:
        taken = [decision for decision in facts.decisions if decision.turn == known.turn]
        title = words.turn(known.turn, known.story_time)
        yield Section(title, (*_known(known, before, words), *_taken(taken, words)), 2)
        before = {shown.slot: shown.band for shown in known.indicators}


def _known(
    known: Known, before: dict[str, str], words: Words
) -> Iterator[Paragraph | Table | Callout]:
    if known.scores_hidden:
        yield Paragraph(words.say("scores-hidden"), words.say("known-shown"))
    else:
        axes = "; ".join(f"{shown.label}: {shown.band} {_arrow(shown)}" for shown in known.axes)
        yield Paragraph(axes, words.say("known-shown"))
        yield _moved(known, before, words)
    columns = tuple(
        words.say(key)
        for key in ("who", "known-inbox", "known-sofar", "known-messages", "known-open")
    )
    new = [
        inbox for inbox in known.inboxes if any(item.turn == known.turn for item in inbox.received)
    ]
    rows = tuple(_inbox(inbox, known.turn, words) for inbox in new)
    yield Table(
        columns,
        rows,
        words.say("known-caption"),
        (2, 3, 4),
        (18, 46, 12, 12, 12),
        heads=True,
        small=True,
    )
    others = ", ".join(inbox.who for inbox in known.inboxes if inbox not in new)
    if others:
        yield Paragraph(others, words.say("known-nothing-new"), quiet=True)


def _moved(known: Known, before: dict[str, str], words: Words) -> Paragraph:
    """What changed its band: regional values by name, those of states by number."""
    if not before:
        return Paragraph(words.say("known-all"), words.say("known-moved"), quiet=True)
    moved = [
        shown for shown in known.indicators if before.get(shown.slot, shown.band) != shown.band
    ]
    region = [
        f"{shown.label}: {before[shown.slot]} → {shown.band}" for shown in moved if not shown.place
    ]
    states = sum(bool(shown.place) for shown in moved)
    told = [*region, words.say("known-states", count=states)] if states else region
    return Paragraph("; ".join(told) or words.say("none"), words.say("known-moved"))


def _inbox(inbox: Inbox, turn: int, words: Words) -> tuple[str, ...]:
    new = [item for item in inbox.received if item.turn == turn]
    titles = "; ".join(item.title + (" *" if item.private_line else "") for item in new)
    return (
        inbox.who,
        titles or words.say("none"),
        str(len(inbox.received)),
        str(inbox.messages),
        str(inbox.open_measures),
    )


def _arrow(shown: Shown) -> str:
    return {"up2": "⇈", "up": "↑", "flat": "→", "down": "↓", "down2": "⇊"}[shown.arrow]


def _taken(taken: list[Decision], words: Words) -> Iterator[Table | Paragraph]:
    if not taken:
        yield Paragraph(words.say("decisions-none"))
        return
    columns = tuple(
        words.say(key)
        for key in ("who", "decision", "decision-moved", "security-part", "rights-part")
    )
    rows = tuple(
        (
            decision.who,
            _decision(decision, words),
            _own(decision, words),
            signed(decision.security),
            signed(decision.rights),
        )
        for decision in taken
    )
    yield Table(
        columns,
        once(rows),
        words.say("decisions-caption"),
        (3, 4),
        (13, 43, 28, 8, 8),
        heads=True,
        small=True,
    )


def _own(decision: Decision, words: Words) -> str:
    """The largest movements that a decision's own rows made, where they made them."""
    largest = sorted(decision.moved, key=lambda pair: -abs(pair[1]))[:MOVED]
    lines = [f"{label} {signed(amount)}" for label, amount in largest]
    if len(decision.moved) > MOVED:
        lines.append(words.say("decision-more", count=len(decision.moved) - MOVED))
    return "\n".join(lines) or words.say("nothing")


def _decision(decision: Decision, words: Words) -> str:
    details = []
    if decision.inject:
        details.append(words.say("decision-inject", title=decision.inject))
    if decision.kind == "statement":
        audiences = ", ".join(decision.audiences)
        frame = words.say(f"frame-{decision.frame}")
        details.append(
            words.say("decision-frame", issue=decision.issue, frame=frame, audiences=audiences)
        )
    if decision.referent:
        details.append(words.say("decision-referent", referent=decision.referent))
    if decision.ruled:
        details.append(
            words.say("decision-ruled", numbers=", ".join(str(number) for number in decision.ruled))
        )
    return "\n".join(
        line for line in (decision.text, ". ".join(details), _grounds(decision, words)) if line
    )


def _grounds(decision: Decision, words: Words) -> str:
    lines = [
        words.say("decision-needed", text=decision.needed) if decision.needed else "",
        words.say("decision-suitable", text=decision.suitable) if decision.suitable else "",
        words.say("decision-reason", text=decision.reason) if decision.reason else "",
    ]
    return ". ".join(line.rstrip(".") for line in lines if line)
