"""A whole scenario in words: all entries of all sections, for everybody or for one role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from exercise.authoring.describe.about import (
    about_entries,
    model_entries,
    objective_entries,
    question_entries,
    start_entries,
)
from exercise.authoring.describe.agreements import agreement_entries
from exercise.authoring.describe.course import course_entries
from exercise.authoring.describe.entry import SECTIONS, Chapter, Description, Entry
from exercise.authoring.describe.injects import inject_entries
from exercise.authoring.describe.measures import measure_entries
from exercise.authoring.describe.roles import role_entries
from exercise.authoring.describe.rules import red_line_entries, rule_entries
from exercise.authoring.describe.teller import Teller, need_role
from exercise.engine.program import Program

_FOR_EVERYBODY = ("about", "objectives", "questions", "red_lines")
"""Sections that are told whole also where one role is asked for; rules and starts are not told then."""


class Wishes(Struct, frozen=True):
    """What to tell.

    Attributes:
        language: Of the prose.
        role: Only what concerns this role; empty for everybody.
        every: Whether rules, measures and agreements of the model are told one by one as well.
    """

    language: str = "en"
    role: str = ""
    every: bool = False


def describe(
    program: Program, wishes: Wishes | None = None, names: Program | None = None
) -> Description:
    """Return a scenario in words.

    Args:
        program: The scenario, compiled.
        wishes: What to tell; everything of the scenario itself where not given.
        names: Another version, by whose titles pieces are spoken of in the sentences of others.

    Raises:
        ExerciseError: The role asked for has no place at the table.
    """
    wishes = wishes or Wishes()
    teller = Teller(program, wishes.language, names)
    if wishes.role:
        need_role(program, wishes.role)
    chapters = []
    for section in SECTIONS:
        found = tuple(_for_role(section, _entries(teller, section, wishes), wishes.role))
        if found:
            lead = teller.word("not-for-players") if section == SECTIONS[0] else ""
            chapters.append(Chapter(section, teller.word(f"section-{section}"), found, lead))
    return Description(teller.say(program.bundle.scenario.title), tuple(chapters))


_TELLERS: dict[str, Callable[[Teller, bool], Iterable[Entry]]] = {
    "about": lambda teller, _: about_entries(teller),
    "roles": lambda teller, _: role_entries(teller),
    "injects": lambda teller, _: inject_entries(teller),
    "graph": lambda teller, _: course_entries(teller),
    "measures": measure_entries,
    "agreements": lambda teller, _: agreement_entries(teller),
    "rules": rule_entries,
    "red_lines": red_line_entries,
    "starts": lambda teller, _: start_entries(teller),
    "model": lambda teller, every: model_entries(teller) if every else (),
    "objectives": lambda teller, _: objective_entries(teller),
    "questions": lambda teller, _: question_entries(teller),
}
"""What tells each chapter, given whether the model's own pieces are told one by one."""


def _entries(teller: Teller, section: str, wishes: Wishes) -> Iterable[Entry]:
    # What one role can do is told whole: its list is short, and it is what was asked for.
    whole = section == "measures" and bool(wishes.role)
    return _TELLERS[section](teller, wishes.every or whole)


def _for_role(section: str, entries: Iterable[Entry], role: str) -> Iterator[Entry]:
    for entry in entries:
        if not role or section in _FOR_EVERYBODY or role in entry.roles:
            yield entry


__all__ = ["Wishes", "describe"]
