"""The conference as everybody may know it, and what one actor may do in it now."""

from __future__ import annotations

from msgspec import Struct

from exercise.conduct.conference import Paper, Reminder, Summary


class PaperAsked(Struct, frozen=True):
    """Papers on one question: what they speak to, who is asked, what was handed in."""

    question: str
    label: str
    """The question itself."""
    fields: tuple[tuple[str, str], ...]
    """Field and the heading people read."""
    who: tuple[str, ...]
    """Roles that are asked for it."""
    papers: tuple[Paper, ...]
    """Of each role the latest, in the order of the roles."""

    def of(self, role: str) -> Paper | None:
        """Return a role's paper."""
        return next((one for one in self.papers if one.role == role), None)

    def missing(self, role: str) -> tuple[str, ...]:
        """Return the headings of what a role's paper says nothing on; all where there is no paper."""
        paper = self.of(role)
        said = dict(paper.texts) if paper is not None else {}
        return tuple(heading for name, heading in self.fields if name not in said)


class ConferenceView(Struct, frozen=True):
    """What everybody may know of the conference."""

    phrases: tuple[tuple[str, str], ...]
    """Key phrases: slug and label."""
    asked: tuple[PaperAsked, ...]
    summary: Summary | None
    reminders: tuple[Reminder, ...]


class ConferenceActs(Struct, frozen=True):
    """What an actor may do in the conference now."""

    papers: tuple[str, ...] = ()
    """Questions on which it may hand in a paper."""
    tags: bool = False
    """Whether it may tag entries of the record."""
    summary: bool = False
    """Whether it may write the summary."""
    statements: tuple[int, ...] = ()
    """Statements on which it may give a reminder, by number."""
    floor: tuple[str, ...] = ()
    """Seats to which it may give the floor."""
