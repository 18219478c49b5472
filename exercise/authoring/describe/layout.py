"""A description as plain text for a terminal and as Markdown for a document."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from itertools import groupby

from exercise.authoring.describe.entry import Chapter, Description, Entry, Fact

WIDTH = 88
"""Columns of plain text."""
_BEGINNING = re.compile(r"^(\d*)([#+\-.)])")
"""What makes a heading or a list of a line that begins so."""


def as_text(description: Description, width: int = WIDTH) -> str:
    """Return a description as plain text.

    Args:
        description: What is told.
        width: Columns, at least 40.
    """
    width = max(width, 40)
    lines = [description.title, "=" * len(description.title)]
    for chapter in description.chapters:
        lines += ["", "", *_wrapped(chapter.heading.upper(), width)]
        lines += ["", *_wrapped(chapter.lead, width, "  ")] if chapter.lead else []
        for group, entries in _grouped(chapter):
            lines += ["", f"  {group}"] if group else []
            for entry in entries:
                lines += ["", *entry_text(entry, width)]
    return "\n".join(lines) + "\n"


def entry_text(entry: Entry, width: int = WIDTH) -> Iterator[str]:
    """Yield one entry as lines of plain text, its title first."""
    yield from _wrapped(entry.title, width, "  ")
    for fact in joined(entry):
        for paragraph in fact.text.split("\n\n") if fact.text else ():
            yield from _wrapped(paragraph, width, "    ")
        for item in fact.items:
            yield from _wrapped(item, width, "    - ", "      ")


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    indent = first if rest is None else rest
    return textwrap.wrap(
        " ".join(text.split()), width, initial_indent=first, subsequent_indent=indent
    )


def _grouped(chapter: Chapter) -> Iterator[tuple[str, Iterator[Entry]]]:
    return groupby(chapter.entries, key=lambda entry: entry.group)


def as_markdown(description: Description) -> str:
    """Return a description as Markdown."""
    parts = [f"# {escaped(description.title)}\n", *map(chapter_markdown, description.chapters)]
    return "\n".join(parts)


def chapter_markdown(chapter: Chapter) -> str:
    """Return one chapter as Markdown, its heading on the second level."""
    lines = [f"## {escaped(chapter.heading)}"]
    lines += ["", escaped(chapter.lead)] if chapter.lead else []
    for group, entries in _grouped(chapter):
        lines += ["", f"### {escaped(group)}"] if group else []
        for entry in entries:
            level = "####" if group else "###"
            lines += ["", f"{level} {escaped(' '.join(entry.title.split()))}"]
            for fact in joined(entry):
                lines += _markdown(fact)
    return "\n".join(lines) + "\n"


def _markdown(fact: Fact) -> Iterator[str]:
    if fact.text:
        yield ""
        yield "\n\n".join(escaped(" ".join(part.split())) for part in fact.text.split("\n\n"))
    if fact.items:
        yield ""
        yield from (f"- {escaped(' '.join(item.split()))}" for item in fact.items)


def escaped(text: str) -> str:
    """Return a text that Markdown shows as it stands."""
    shown = "".join(f"\\{letter}" if letter in "\\`*_[]<>|" else letter for letter in text)
    return _BEGINNING.sub(r"\1\\\2", shown)


def joined(entry: Entry) -> Iterator[Fact]:
    """Yield the facts of an entry, those that follow others joined to them."""
    kept: Fact | None = None
    for fact in entry.facts:
        if not fact.text and not fact.items:
            continue
        if kept is not None and fact.follows and not kept.items:
            kept = Fact(kept.key, f"{kept.text} {fact.text}", fact.items)
            continue
        if kept is not None:
            yield kept
        kept = fact
    if kept is not None:
        yield kept


__all__ = ["WIDTH", "as_markdown", "as_text", "chapter_markdown", "entry_text", "escaped", "joined"]
