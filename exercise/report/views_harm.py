"""Views of fear and harm: perceived against actual, the harm balance, and funds for causes and for symptoms."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.report.document import Paragraph, Table, once
from exercise.report.facts_views import HarmFact, Perceived, SpendingFact
from exercise.report.numbers import plain, signed
from exercise.report.view_page import View, heads, pair, steps
from exercise.report.words import ViewWords

CAUSES = 10
"""How many causes are told one by one; the others are summed, so that the rows still add up."""


def perceived(facts: tuple[Perceived, ...], words: ViewWords) -> View:
    """Return the view of alarm beside evidence, turn by turn, and of links that were claimed."""
    title = words.say("perceived")
    if not facts:
        return View("perceived", title, words.say("perceived-nothing"))
    start, end = (sum(fact.alarm[at] > fact.evidence[at] for fact in facts) for at in (0, -1))
    told = words.say("perceived-finding", count=str(len(facts)), start=str(start), end=str(end))
    return View("perceived", title, told, tuple(_perceived(facts, words)))


def _perceived(facts: tuple[Perceived, ...], words: ViewWords) -> Iterator[Paragraph | Table]:
    yield Paragraph(words.say("perceived-intro"))
    rows = tuple(
        (
            fact.issue,
            fact.place,
            steps(fact.alarm),
            steps(fact.evidence),
            pair(words, (fact.alarm[0] - fact.evidence[0], fact.alarm[-1] - fact.evidence[-1])),
        )
        for fact in facts
    )
    columns = heads(words, "issue", "place", "alarm", "evidence", "apart")
    yield Table(columns, once(rows), "", (2, 3, 4), (26, 16, 22, 22, 14), True, True)
    linked = tuple(
        (
            fact.issue,
            fact.place,
            signed(fact.claimed),
            pair(words, fact.linkage),
            "–" if fact.over_claim is None else words.say("percent", value=str(fact.over_claim)),
        )
        for fact in facts
        if fact.claimed
    )
    if linked:
        yield Paragraph(words.say("links-intro"))
        columns = heads(words, "issue", "place", "claimed", "linkage", "over-claim")
        caption = words.say("links")
        yield Table(columns, once(linked), caption, (2, 3, 4), (32, 20, 16, 16, 16), True, True)


def harm(fact: HarmFact, words: ViewWords) -> View:
    """Return the view of harm to migrants beside harm from migrants."""
    key = "harm-finding-paths" if fact.paths else "harm-finding"
    lost = -sum(one.rights for one in fact.classes)
    crossed = sum(count for _, count in fact.red_lines)
    told = words.say(key, count=crossed, rights=plain(lost), paths=_named(fact.paths))
    return View("harm", words.say("harm"), told, tuple(_harm(fact, words)))


def _harm(fact: HarmFact, words: ViewWords) -> Iterator[Paragraph | Table]:
    yield Paragraph(words.say("harm-intro"))
    lines = ", ".join(f"{name} ({count})" for name, count in fact.red_lines)
    crossed = words.say("harm-red-lines", list=lines) if lines else words.say("harm-no-red-lines")
    yield Paragraph(crossed, words.say("harm-to"))
    if fact.causes:
        rows = tuple(_causes(fact, words))
        columns = heads(words, "cause", "kind", "from-rights")
        yield Table(columns, rows, words.say("harm-causes"), (2,), (56, 28, 16), small=True)
    else:
        yield Paragraph(words.say("harm-none"))
    key = "harm-paths" if fact.paths else "harm-no-path"
    yield Paragraph(words.say(key, paths=_named(fact.paths)), words.say("harm-from"))
    if fact.joint:
        joint = tuple((_named((name,)), plain(taken)) for name, taken in fact.joint)
        columns = heads(words, "rule", "from-security")
        yield Table(columns, joint, words.say("harm-joint"), (1,), (70, 30), True, True)
    if fact.classes:
        rows = tuple(
            (words.say(f"class-{one.klass}"), plain(one.rights), plain(one.security))
            for one in fact.classes
        )
        columns = heads(words, "kind", "from-rights", "from-security")
        yield Table(columns, rows, words.say("harm-classes"), (1, 2), (60, 20, 20), True, True)


def _causes(fact: HarmFact, words: ViewWords) -> Iterator[tuple[str, ...]]:
    for one in fact.causes[:CAUSES]:
        yield one.cause, words.say(f"class-{one.klass}"), plain(one.amount)
    rest = fact.causes[CAUSES:]
    if rest:
        told = words.say("harm-others", count=len(rest))
        yield told, "", plain(sum(one.amount for one in rest))


def _named(paths: tuple[str, ...]) -> str:
    return ", ".join(name.replace("_", " ") for name in paths)


def spending(facts: tuple[SpendingFact, ...], words: ViewWords) -> View:
    """Return the view of funds spent on causes and on symptoms."""
    title = words.say("spending")
    if not facts:
        return View("spending", title, words.say("spending-nothing"))
    causes = units(sum(fact.causes for fact in facts))
    symptoms = units(sum(fact.symptoms for fact in facts))
    told = words.say("spending-finding", causes=causes, symptoms=symptoms)
    rows = (
        *((fact.who, units(fact.causes), units(fact.symptoms)) for fact in facts),
        (words.say("all-roles"), causes, symptoms),
    )
    columns = heads(words, "who", "on-causes", "on-symptoms")
    table = Table(columns, rows, "", (1, 2), (50, 25, 25), True, True)
    return View("spending", title, told, (Paragraph(words.say("spending-intro")), table))


def units(value: int) -> str:
    """Return hundredths of a budget unit, without a part where there is none.

    >>> units(400), units(450)
    ('4', '4.50')
    """
    return plain(value) if value % 100 else str(value // 100)


__all__ = ["harm", "perceived", "spending", "units"]
