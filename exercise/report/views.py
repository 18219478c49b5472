"""The analytic views: each a title, a finding of one line, and tables.

The report, the app and plain mode show the same. Facts come first; what the group says is a view of its own. Nothing
here rates, ranks, or joins the two axes.
"""

from __future__ import annotations

from collections.abc import Iterator

from exercise.conduct.state import State
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.report.document import Paragraph, Section, Table
from exercise.report.facts import Facts, ReferentFact, Waiting
from exercise.report.facts_views import ViewFacts
from exercise.report.numbers import signed
from exercise.report.view_page import View, heads
from exercise.report.views_deeds import delivery, gap, roles
from exercise.report.views_harm import harm, perceived, spending
from exercise.report.words import ViewWords

WAITING = 20
"""How many of the effects that were on their way are told one by one."""


def fact_views(
    facts: ViewFacts,
    referents: tuple[ReferentFact, ...],
    pipeline: tuple[Waiting, ...],
    language: str,
) -> tuple[View, ...]:
    """Return every view of what is, in the order in which they are read.

    Args:
        facts: Of the views.
        referents: Whose security was served.
        pipeline: What was still on its way at EndEx.
        language: Of the words; the facts hold names in the same language.
    """
    words = ViewWords(language)
    return (served(referents, words), *own_views(facts, words), waiting(pipeline, words))


def own_views(facts: ViewFacts, words: ViewWords) -> tuple[View, ...]:
    """Return the views that no other section of the report tells."""
    return (
        gap(facts.gaps, words),
        roles(facts.roles, words),
        delivery(facts.deliveries, words),
        perceived(facts.perceived, words),
        harm(facts.harm, words),
        spending(facts.spending, words),
    )


def sections(facts: Facts, language: str) -> Iterator[Section]:
    """Yield the report's sections of analytic views, one below the other under a heading of their own."""
    words = ViewWords.of_report(language)
    yield Section(words.say("views"), (Paragraph(words.say("views-intro")),))
    for view in own_views(facts.views, words):
        yield Section(view.title, (Paragraph(view.finding), *view.blocks), 2)


def served(facts: tuple[ReferentFact, ...], words: ViewWords) -> View:
    """Return the view of whose security was served."""
    named = [f"{fact.referent} {fact.decisions}" for fact in facts if fact.decisions]
    told = (
        words.say("served-finding", list=", ".join(named)) if named else words.say("served-nobody")
    )
    columns = heads(
        words, "whose", "decisions", "security-up", "security-down", "rights-up", "rights-down"
    )
    rows = tuple(
        (
            fact.referent,
            str(fact.decisions),
            *(signed(value) for value in (fact.security_up, fact.security_down)),
            *(signed(value) for value in (fact.rights_up, fact.rights_down)),
        )
        for fact in facts
    )
    table = Table(columns, rows, "", (1, 2, 3, 4, 5), (30, 14, 14, 14, 14, 14), True, True)
    blocks = (Paragraph(words.say("served-intro")), table)
    return View("served", words.say("served"), told, blocks)


def waiting(facts: tuple[Waiting, ...], words: ViewWords) -> View:
    """Return the view of effects that were still on their way at EndEx."""
    if not facts:
        return View("pipeline", words.say("pipeline"), words.say("pipeline-nothing"))
    late = sum(not fact.landed for fact in facts)
    told = words.say("pipeline-finding", count=len(facts), late=late)
    columns = heads(words, "lands", "value", "place", "change", "cause", "arose")
    largest = sorted(facts, key=lambda fact: -abs(fact.amount))[:WAITING]
    rows = tuple(
        (
            str(fact.turn) + ("" if fact.landed else " †"),
            fact.slot,
            fact.place or words.say("region"),
            signed(fact.amount),
            fact.cause,
            str(fact.arose),
        )
        for fact in facts
        if fact in largest
    )
    table = Table(
        columns, rows, words.say("pipeline-largest"), (0, 3, 5), (8, 24, 16, 10, 34, 8), small=True
    )
    return View(
        "pipeline", words.say("pipeline"), told, (Paragraph(words.say("pipeline-intro")), table)
    )


def judged(program: Program, state: State, language: str) -> View:
    """Return the view of what the group says: answers to the questions, and observations. No figure stands in it.

    Args:
        program: The Program.
        state: The exercise, over or not.
        language: Of the words.
    """
    words, bundle = ViewWords(language), program.bundle
    given = dict(state.answers)
    asked = tuple(
        (say(bundle, text, language), given.get(slug, "") or words.say("no-answer"))
        for slug, text in bundle.scenario.questions.items()
    )
    noted = tuple(
        (
            str(one.turn),
            words.say(f"observed-{one.kind}"),
            name_of(bundle, one.role, language) if one.role else "",
            one.text,
        )
        for one in state.observations
    )
    told = words.say(
        "judged-finding",
        answered=str(sum(bool(given.get(slug)) for slug in bundle.scenario.questions)),
        asked=str(len(asked)),
        noted=str(len(noted)),
    )
    blocks: list[Paragraph | Table] = [Paragraph(words.say("judged-intro"))]
    if asked:
        blocks.append(Table(heads(words, "question", "answer"), asked, words.say("answers")))
    if noted:
        columns = heads(words, "turn", "kind-noted", "who", "observation")
        blocks.append(Table(columns, noted, words.say("observations")))
    return View("judged", words.say("judged"), told, tuple(blocks))


__all__ = ["View", "fact_views", "judged", "own_views", "sections"]
