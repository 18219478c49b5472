"""A scenario in readable prose, made from its own rules: for reviewers who read no files."""

from __future__ import annotations

from exercise.authoring.describe.description import Wishes, describe
from exercise.authoring.describe.entry import Chapter, Description, Entry, Fact
from exercise.authoring.describe.layout import as_markdown, as_text, chapter_markdown

__all__ = [
    "Chapter",
    "Description",
    "Entry",
    "Fact",
    "Wishes",
    "as_markdown",
    "as_text",
    "chapter_markdown",
    "describe",
]
