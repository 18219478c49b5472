"""Differences in words, by whom they concern, and as data for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from exercise.authoring.describe import Chapter, Description, Entry, Fact
from exercise.authoring.describe.teller import Teller
from exercise.authoring.differences.find import Change, Difference, concern
from exercise.conduct.command import FACILITATOR
from exercise.engine.program import Program

FORMAT = 1
"""Version of the data."""


def differences_in_words(
    found: Sequence[Difference], after: Program, names: tuple[str, str], language: str = "en"
) -> Description:
    """Return differences as chapters, one for each group of people they concern.

    Args:
        found: What differs.
        after: The scenario that the second name stands for.
        names: What both were called when they were asked for.
        language: Of the words.
    """
    teller = Teller(after, language)
    before_name, after_name = names
    key = "diff-title" if found else "diff-same"
    title = teller.word(key, before=before_name, after=after_name)
    chapters = (
        Chapter(
            " ".join(roles) or "everybody",
            _heading(teller, roles),
            tuple(_entry(teller, one) for one in listed),
            teller.word("diff-counts", n=len(listed)),
        )
        for roles, listed in concern(found).items()
    )
    return Description(title, tuple(chapters))


def _heading(teller: Teller, roles: tuple[str, ...]) -> str:
    if not roles:
        return teller.word("diff-everybody")
    if roles == (FACILITATOR,):
        return teller.word("diff-facilitator")
    return teller.word("diff-roles", who=teller.listed_roles(roles))


def _entry(teller: Teller, one: Difference) -> Entry:
    what = teller.word("diff-roles-noun" if one.section == "roles" else f"diff-{one.section}")
    title = teller.word(f"diff-{one.kind}", what=what, title=one.title)
    facts = tuple(fact for change in one.changes for fact in _facts(teller, one, change))
    return Entry(one.section, one.name, title, facts)


def _facts(teller: Teller, one: Difference, change: Change) -> Iterator[Fact]:
    if one.kind != "changed":
        yield Fact(change.fact, change.before or change.after)
        return
    gone = (change.before, *change.removed)
    new = (change.after, *change.added)
    lines = [teller.word("diff-was", text=text) for text in gone if text]
    lines += [teller.word("diff-now", text=text) for text in new if text]
    yield Fact(change.fact, "", tuple(lines))


def as_json(found: Sequence[Difference], names: tuple[str, str]) -> str:
    """Return differences as JSON; ``concerns`` is empty where everybody is concerned."""
    data = {
        "format": FORMAT,
        "before": names[0],
        "after": names[1],
        "same": not found,
        "differences": [
            {
                "kind": one.kind,
                "section": one.section,
                "name": one.name,
                "title": one.title,
                "concerns": list(one.concerns),
                "changes": [
                    {name: getattr(change, name) for name in change.__struct_fields__}
                    for change in one.changes
                ],
            }
            for one in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


__all__ = ["FORMAT", "as_json", "differences_in_words"]
