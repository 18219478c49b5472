"""Views of words and deeds: the gap by issue and state, what roles said and did, and what became of their measures."""

from __future__ import annotations

from exercise.report.document import Paragraph, Table, once
from exercise.report.facts_views import DeliveryFact, GapFact, RoleOnIssue
from exercise.report.view_page import (
    View,
    heads,
    pair,
    percent,
    points,
    rounded_percent,
)
from exercise.report.words import ViewWords


def gap(facts: tuple[GapFact, ...], words: ViewWords) -> View:
    """Return the view of how far words ran ahead of deeds (PRC-03)."""
    title = words.say("gap")
    if not facts:
        return View("gap", title, words.say("gap-nothing"))
    told = words.say(
        "gap-finding",
        count=str(len(facts)),
        ahead=str(sum((fact.gap[1] or 0) > 0 for fact in facts)),
        wider=str(sum((fact.gap[1] or 0) > (fact.gap[0] or 0) for fact in facts)),
        narrower=str(sum((fact.gap[1] or 0) < (fact.gap[0] or 0) for fact in facts)),
    )
    columns = heads(words, "issue", "place", "said", "delivered", "gap-head", "shortfall")
    rows = tuple(
        (
            fact.issue,
            fact.place,
            pair(words, fact.rhetoric),
            pair(words, fact.delivery),
            pair(words, fact.gap),
            pair(words, fact.shortfall),
        )
        for fact in facts
    )
    table = Table(columns, once(rows), "", (2, 3, 4, 5), (28, 18, 13, 13, 14, 14), True, True)
    return View("gap", title, told, (Paragraph(words.say("gap-intro")), table))


def roles(facts: tuple[RoleOnIssue, ...], words: ViewWords) -> View:
    """Return the view of what each role said on an issue, beside what it did about it."""
    title = words.say("roles")
    if not facts:
        return View("roles", title, words.say("roles-nothing"))
    alone = sum(fact.words_alone for fact in facts)
    spoke = any(fact.raised for fact in facts)
    told = words.say("roles-finding", alone=alone) if spoke else words.say("roles-silent")
    columns = heads(words, "who", "issue", "statements", "measures", "came-through", "remark")
    rows = tuple(_role(fact, words) for fact in facts)
    table = Table(columns, once(rows), "", (3, 4), (16, 24, 24, 9, 11, 16), True, True)
    return View("roles", title, told, (Paragraph(words.say("roles-intro")), table))


def _role(fact: RoleOnIssue, words: ViewWords) -> tuple[str, ...]:
    said = [words.say(f"frame-{frame}", count=str(count)) for frame, count in fact.raised]
    if fact.lowered:
        said.append(words.say("spoken-down", count=str(fact.lowered)))
    remark = words.say("words-alone") if fact.words_alone else ""
    if fact.issue and not said:
        remark = words.say("deeds-alone")
    return (
        fact.who,
        fact.issue or words.say("no-issue"),
        ", ".join(said) or "–",
        str(fact.measures),
        percent(words, fact.share),
        remark,
    )


def delivery(facts: tuple[DeliveryFact, ...], words: ViewWords) -> View:
    """Return the view of what became of each role's measures (PRC-05)."""
    title = words.say("delivery")
    if not facts:
        return View("delivery", title, words.say("delivery-nothing"))
    shares = [fact.share for fact in facts]
    least, most = rounded_percent(min(shares)), rounded_percent(max(shares))
    told = words.say("delivery-same" if least == most else "delivery-finding", least=least, most=most)  # fmt: skip
    columns = heads(
        words, "who", "measures", "rate", "security-points", "rights-points", "cost-most"
    )
    rows = tuple(_delivery(fact, words) for fact in facts)
    table = Table(columns, rows, "", (1, 2, 3, 4), (18, 9, 8, 20, 20, 25), True, True)
    return View("delivery", title, told, (Paragraph(words.say("delivery-intro")), table))


def _delivery(fact: DeliveryFact, words: ViewWords) -> tuple[str, ...]:
    factor = words.say(f"factor-{fact.costliest}") if fact.costliest else ""
    left = rounded_percent(fact.left)
    return (
        fact.who,
        str(fact.measures),
        percent(words, fact.share),
        points(words, fact.security),
        points(words, fact.rights),
        words.say("cost-most-value", factor=factor, left=left) if factor else words.say("none"),
    )


__all__ = ["delivery", "gap", "roles"]
