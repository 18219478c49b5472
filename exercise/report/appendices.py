"""The report's appendices: improvement plan, participants, every row behind the largest changes, screens, sources."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.report.document import Paragraph, Section, Table, once
from exercise.report.facts import Facts, LargeChange
from exercise.report.numbers import change, plain, signed
from exercise.report.why import Part, sentence
from exercise.report.words import Words, factor_words

EMPTY_ROWS = 6


def appendices(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield the appendices in their usual order."""
    yield improvement_plan(facts, words)
    yield participants(facts, words)
    yield from ledger(facts, words)
    yield screens(facts, words)
    yield sources(facts, words)


def improvement_plan(facts: Facts, words: Words) -> Section:
    """Return the improvement plan, with the areas noted already entered."""
    keys = (
        "capability",
        "issue-area",
        "action",
        "element",
        "organisation",
        "poc",
        "starts",
        "completes",
    )
    noted = [note for note in facts.observations if note.kind == "improvement"]
    rows = [("", note.text, "", "", "", "", "", "") for note in noted] + [("",) * 8] * EMPTY_ROWS
    table = Table(
        tuple(words.say(f"plan-{key}") for key in keys),
        tuple(rows),
        "",
        (),
        (13, 20, 18, 11, 13, 11, 7, 7),
        small=True,
    )
    return Section(words.say("appendix-a"), (Paragraph(words.say("plan-intro")), table))


def participants(facts: Facts, words: Words) -> Section:
    """Return the roles and who held them; names only where labels were given."""
    labelled = any(seat.label for seat in facts.participants)
    rows = tuple(
        (
            seat.who,
            words.say(f"kind-{seat.kind}"),
            words.say(f"holder-{seat.holder}"),
            *((seat.label,) if labelled else ()),
        )
        for seat in facts.participants
    )
    keys = ("role", "role-kind", "held-by", *(("label",) if labelled else ()))
    return Section(
        words.say("appendix-b"), (Table(tuple(words.say(key) for key in keys), rows, heads=True),)
    )


def ledger(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield every ledger row behind the largest changes."""
    yield Section(
        words.say("appendix-c"), (Paragraph(words.say("ledger-intro", count=len(facts.largest))),)
    )
    for found in facts.largest:
        name = (
            f"{found.series.label}, {found.series.place}"
            if found.series.place
            else found.series.label
        )
        yield Section(name, tuple(_ledger(found, words)), 3)


def _ledger(found: LargeChange, words: Words) -> Iterator[Paragraph | Table]:
    before = found.series.values[0]
    yield Paragraph(
        f"{change(before, before + found.change)} ({signed(found.change)})", words.say("over-turns")
    )
    columns = tuple(
        words.say(key) for key in ("turn", "change", "cause-and-why", "values-read", "source")
    )
    rows = tuple(
        (
            str(part.landed),
            signed(part.amount),
            _told(part, words),
            _values(part, words),
            _source(part),
        )
        for part in found.parts
    )
    yield Table(columns, rows, "", (1,), (6, 9, 37, 27, 21), small=True)


def _told(part: Part, words: Words) -> str:
    lines = [
        part.cause,
        sentence(part.kind, part.cause, part.why),
        part.note if part.kind == "ruling" else "",
    ]
    if part.arose != part.landed:
        lines.append(words.say("arose-in", turn=str(part.arose)))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _values(part: Part, words: Words) -> str:
    lines = [f"{label} {plain(value)}" for label, value in part.reads]
    if part.factors:
        lines.append(factor_words(part.factors))
    if part.draw is not None:
        lines.append(words.say("explain-draw", value=plain(part.draw)))
    return "\n".join(lines)


def _source(part: Part) -> str:
    key = f"{part.key}\n" if part.kind in ("rule", "amplify") else ""
    claims = f" ({', '.join(part.claims)})" if part.claims else ""
    return f"{key}{part.source}{claims}"


def screens(facts: Facts, words: Words) -> Section:
    """Return the bands as the seats' screens showed them when they decided."""
    turns = [known for known in facts.known if not known.scores_hidden]
    if not turns:
        return Section(words.say("appendix-d"), (Paragraph(words.say("scores-hidden")),))
    bands = [{shown.slot: shown.band for shown in known.indicators} for known in turns]
    rows = tuple(
        (
            shown.label,
            shown.place or words.say("region"),
            *(seen.get(shown.slot, "") for seen in bands),
        )
        for shown in turns[0].indicators
        if shown.family in ("security", "rights")
    )
    heads = tuple(words.say("turn-short", turn=str(known.turn)) for known in turns)
    table = Table((words.say("indicator"), words.say("place"), *heads), once(rows), "", small=True)
    return Section(words.say("appendix-d"), (Paragraph(words.say("screens-intro")), table))


def sources(facts: Facts, words: Words) -> Section:
    """Return the sources, each with the causes of this exercise that rest on it."""
    rows = tuple((fact.source, "; ".join(fact.causes)) for fact in facts.sources)
    table = Table((words.say("source"), words.say("rests-on")), rows, "", (), (36, 64), small=True)
    return Section(words.say("appendix-e"), (Paragraph(words.say("sources-intro")), table))
