"""The report's sections on red lines, agreements, rulings and objectives, and on what people noted and answered."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.report.analysis import played_values
from exercise.report.document import (
    Block,
    Bullets,
    Callout,
    FillIn,
    Paragraph,
    Section,
    Table,
    once,
)
from exercise.report.facts import (
    AgreementFact,
    ClauseFact,
    Facts,
    ObjectiveFact,
    Observation,
    RedLineCrossed,
)
from exercise.report.numbers import plain, signed
from exercise.report.words import Words

RATINGS = (("P", "p"), ("S", "s"), ("M", "m"), ("U", "u"), ("N/A", "na"))


def red_lines(facts: Facts, words: Words) -> Section:
    """Return the red lines that were crossed."""
    if not facts.red_lines:
        return Section(words.say("red-lines"), (Paragraph(words.say("red-lines-none")),))
    blocks: list[Block] = [Callout(words.say("red-lines-intro", count=len(facts.red_lines)))]
    for name in dict.fromkeys(crossed.name for crossed in facts.red_lines):
        blocks.extend(
            _red_line([crossed for crossed in facts.red_lines if crossed.name == name], words)
        )
    return Section(words.say("red-lines"), tuple(blocks))


def _red_line(found: list[RedLineCrossed], words: Words) -> Iterator[Block]:
    first = found[0]
    told = words.say("red-line-framework", text=first.text, framework=first.framework)
    yield Paragraph(told, f"{first.name}.")
    rows = tuple((_when(crossed, words), crossed.place, crossed.cause) for crossed in found)
    columns = tuple(words.say(key) for key in ("turn", "place", "cause"))
    yield Table(columns, rows, words.say("red-line-causes"), (), (16, 24, 60), small=True)


def _when(crossed: RedLineCrossed, words: Words) -> str:
    return f"{crossed.turn} ({words.say('run-out-word')})" if crossed.run_out else str(crossed.turn)


def agreements(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield the agreements on the table and the facilitator's rulings."""
    if facts.agreements:
        columns = tuple(
            words.say(key) for key in ("turn", "agreement", "clauses", "signed", "objected")
        )
        rows = tuple(_agreement(fact, words) for fact in facts.agreements)
        block: Block = Table(columns, rows, "", (), (7, 24, 35, 18, 16), small=True)
    else:
        block = Paragraph(words.say("agreements-none"))
    yield Section(words.say("agreements"), (block,))
    if not facts.rulings:
        yield Section(words.say("rulings"), (Paragraph(words.say("rulings-none")),))
        return
    heads = tuple(
        words.say(key)
        for key in ("turn", "ruling-original", "ruling", "ruling-proposed", "ruling-confirmed")
    )
    told = tuple(
        (
            f"{f.turn}.{f.number}",
            f"{f.who}: {f.original}" if f.original else words.say("ruling-own"),
            f.ruling,
            _amounts(f.proposed, words),
            _amounts(f.confirmed, words),
        )
        for f in facts.rulings
    )
    yield Section(
        words.say("rulings"), (Table(heads, told, "", (), (7, 23, 26, 22, 22), small=True),)
    )


def _amounts(amounts: tuple[tuple[str, int], ...], words: Words) -> str:
    return "\n".join(f"{label} {signed(value)}" for label, value in amounts) or words.say("nothing")


def _agreement(fact: AgreementFact, words: Words) -> tuple[str, ...]:
    name = f"{fact.name}\n{words.say('agreement-sponsor', who=fact.sponsor)}\n{words.say(f'rule-{fact.decision}')}"
    clauses = [_clause(clause, fact.decision, words) for clause in fact.clauses]
    clauses += [
        words.say("contribution", who=who, level=str(level)) for who, level in fact.contributions
    ]
    missing = [party for party in fact.parties if party not in fact.signed]
    signed_by = ", ".join(fact.signed) or words.say("nobody")
    if missing and fact.decision != "consensus":
        signed_by += "\n" + words.say("not-signed", who=", ".join(missing))
    return (
        str(fact.turn),
        name,
        "\n".join(clauses),
        signed_by,
        ", ".join(fact.objected) or words.say("nobody"),
    )


def _clause(clause: ClauseFact, decision: str, words: Words) -> str:
    """A clause with what became of it; where silence would have adopted it, who broke the silence."""
    told = f"{words.say(_clause_state(clause))} {clause.text}"
    if decision != "consensus" or not clause.on or not clause.objected:
        return told
    return f"{told} {words.say('clause-stopped', who=', '.join(clause.objected))}"


def _clause_state(clause: ClauseFact) -> str:
    if clause.adopted:
        return "clause-adopted"
    return "clause-open" if clause.on else "clause-off"


def objectives(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield the objectives, each with its evidence and an empty rating."""
    yield Section(words.say("objectives"), (Paragraph(words.say("objectives-intro")),))
    for number, fact in enumerate(facts.objectives, 1):
        yield Section(
            f"{number}. {fact.text}", tuple(_objective(fact, played_values(facts), words)), 2
        )


def _objective(fact: ObjectiveFact, played: int, words: Words) -> Iterator[Block]:
    yield Paragraph(fact.question, words.say("objective-question"))
    if fact.capability:
        yield Paragraph(fact.capability, words.say("objective-capability"))
    given = [
        f"{title} ({words.say('in-turn', turn=str(turn)) if turn >= 0 else words.say('not-given')})"
        for title, turn in fact.injects
    ]
    yield Paragraph("; ".join(given) or words.say("none"), words.say("objective-injects"))
    rows = tuple(
        (
            s.label,
            s.place or words.say("region"),
            plain(s.values[0]),
            plain(s.values[played - 1]),
            signed(s.values[played - 1] - s.values[0]),
            plain(s.values[-1]),
        )
        for s in fact.evidence
    )
    columns = tuple(
        words.say(key)
        for key in ("indicator", "place", "start", "endex", "change", "after-run-out")
    )
    yield Table(
        columns,
        once(rows),
        words.say("objective-evidence"),
        (2, 3, 4, 5),
        (32, 22, 11, 11, 12, 12),
        small=True,
    )
    yield Paragraph("", words.say("objective-observations"))
    yield Bullets(
        tuple(_note(note, words) for note in fact.observations) or (words.say("observations-none"),)
    )
    choices = tuple(f"{code}  {words.say(f'rating-{key}')}" for code, key in RATINGS)
    yield FillIn(words.say("rating-box"), choices, 3)


def _note(note: Observation, words: Words) -> str:
    where = [words.say("in-turn", turn=str(note.turn)), note.who, note.inject]
    return f"{note.text} ({', '.join(part for part in where if part)})"


def strengths(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield strengths and areas for improvement as noted, with rows to fill in."""
    yield Section(words.say("strengths-areas"), (Paragraph(words.say("strengths-intro")),))
    columns = tuple(words.say(key) for key in ("number", "strength", "objective"))
    rows = _noted(facts, "strength", words)
    yield Section(
        words.say("strengths"), (Table(columns, _numbered(rows, 3, 3), "", (), (6, 64, 30)),), 2
    )
    columns = tuple(words.say(key) for key in ("number", "improvement", "reference", "analysis"))
    noted = _noted(facts, "improvement", words)
    yield Section(
        words.say("improvements"),
        (Table(columns, _numbered(noted, 4, 3), "", (), (6, 42, 24, 28)),),
        2,
    )
    neutral = tuple(_note(note, words) for note in facts.observations if note.kind == "neutral")
    if neutral:
        yield Section(words.say("neutral"), (Bullets(neutral),), 2)


def _noted(facts: Facts, kind: str, words: Words) -> list[tuple[str, str]]:
    return [
        (_note(note, words), note.objective) for note in facts.observations if note.kind == kind
    ]


def _numbered(noted: list[tuple[str, str]], width: int, empty: int) -> tuple[tuple[str, ...], ...]:
    """Noted rows, then empty ones; the last column is always for people."""
    rows = [(text, objective) for text, objective in noted] + [("", "")] * empty
    return tuple((str(n), *row, *("" for _ in range(width - 3))) for n, row in enumerate(rows, 1))


def answers(facts: Facts, words: Words) -> Section:
    """Return the group's own answers to the questions of the scenario."""
    blocks: list[Block] = []
    for question, answer in facts.questions:
        blocks.append(Paragraph(question, words.say("question")))
        blocks.append(
            Paragraph(answer, words.say("answer")) if answer else FillIn(words.say("answer"), (), 3)
        )
    return Section(words.say("answers"), tuple(blocks))


def prompts(facts: Facts, words: Words) -> Iterator[Section]:
    """Yield the debrief prompts: first what is in the run, then what ought to follow."""
    yield Section(words.say("prompts"), (Paragraph(facts.debrief_focus),))
    yield Section(
        words.say("prompts-is"),
        (Paragraph(words.say("prompts-is-intro")), Bullets(facts.prompts)),
        2,
    )
    ought = tuple(words.say(f"ought-{number}") for number in range(1, 5))
    blocks = (
        Paragraph(words.say("prompts-ought-intro")),
        Bullets(ought),
        FillIn(words.say("judgement"), (), 4),
    )
    yield Section(words.say("prompts-ought"), blocks, 2)
