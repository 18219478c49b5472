"""What a description is made of: entries of sections, each a title with facts in words.

The same entries are read as prose, shown in the studio and compared between two scenarios.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

SECTIONS = (
    "about",
    "roles",
    "injects",
    "graph",
    "measures",
    "agreements",
    "rules",
    "red_lines",
    "starts",
    "model",
    "objectives",
    "questions",
)
"""Chapters of a scenario in the order in which they are read."""


class Fact(Struct, frozen=True):
    """One thing that is said of an entry.

    Attributes:
        key: What it is about, the same in every language, such as ``cost``.
        text: One or more sentences; may be empty where ``items`` say it all.
        items: Lines below it.
        follows: Whether it goes on in the line of the fact before it.
        roles: Whom it concerns, where that is fewer than whom the entry concerns.
    """

    key: str
    text: str
    items: tuple[str, ...] = ()
    follows: bool = False
    roles: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """One role, inject, measure, rule or other piece of a scenario, in words.

    Attributes:
        section: Where it belongs.
        name: Its name in the files, unique in its section.
        title: What people call it.
        facts: What is said of it.
        group: A heading it stands under, such as a turn; empty for none.
        roles: Roles it concerns; empty where it concerns everybody.
    """

    section: str
    name: str
    title: str
    facts: tuple[Fact, ...]
    group: str = ""
    roles: tuple[str, ...] = ()


class Chapter(Struct, frozen=True):
    """Entries under one heading.

    Attributes:
        key: The same in every language, such as ``injects``.
        heading: What stands above it.
        entries: In reading order.
        lead: One or two sentences below the heading; may be empty.
    """

    key: str
    heading: str
    entries: tuple[Entry, ...]
    lead: str = ""


class Description(Struct, frozen=True):
    """Something in words, as chapters of entries.

    Attributes:
        title: What stands above it all.
        chapters: In reading order; none is empty.
    """

    title: str
    chapters: tuple[Chapter, ...]

    def entries(self) -> Iterator[Entry]:
        """Yield all entries in reading order."""
        for chapter in self.chapters:
            yield from chapter.entries


__all__ = ["SECTIONS", "Chapter", "Description", "Entry", "Fact"]
