"""The columns of an events list: what we write, and what planners call them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

__all__ = ["COLUMNS", "NOTED", "Column", "Mapped", "map_headers"]


class Column(Struct, frozen=True):
    """One column.

    Attributes:
        name: Its field in the program.
        header: What it is called in the sheets that are written; never changes, so that mappings stay good.
        synonyms: What it is called in sheets from elsewhere, in small letters.
        about: What it holds, for the sheet that explains.
        taken: Whether a change to it is taken back into a scenario.
    """

    name: str
    header: str
    synonyms: tuple[str, ...]
    about: str
    taken: bool = True


COLUMNS = (
    Column("number", "Number", (
        "#", "no", "no.", "nr", "seq no", "inject no", "inject #", "inject number", "msel #", "event #", "event number",
        "control number", "serial", "№", "номер",
    ), "the inject's reference, as facilitators call it"),
    Column("id", "Id", ("id", "inject id"), "its name in the scenario's files; rows are told apart by it"),
    Column("title", "Title", (
        "title", "subject", "event", "inject", "name", "event title", "inject title", "заголовок", "вводная",
    ), "one line"),
    Column("kind", "Kind", (
        "kind", "type", "inject type", "category", "тип",
    ), "scheduled, conditional, contingency (in the drawer) or optional"),
    Column("turn", "Turn", ("turn", "ход"), "the turn it comes in, or the first in which it may"),
    Column("story_time", "Story time", (
        "story time", "scenario time", "sim time", "exercise date", "situation date/time", "situation date",
        "scenario day",
    ), "what the calendar of the story says then; told, not taken back", taken=False),
    Column("when", "Condition", ("condition", "trigger", "условие"), "of a conditional inject, as rules write it"),
    Column("from", "From", (
        "from", "source", "originator", "originator (from)", "sender", "from org", "от кого",
    ), "who it comes from inside the story"),
    Column("to", "To", (
        "to", "target", "recipient", "recipient (to)", "recipients", "recipient player(s)", "player", "players",
        "teams", "team", "to org", "intended player", "group", "кому",
    ), "roles or groups, with commas between"),
    Column("method", "Method", (
        "method", "delivery method", "means", "inject mode", "modality", "способ",
    ), "briefing, report, phone, letter, media, meeting, radio or email"),
    Column("text", "Text", (
        "text", "description", "inject description", "event description", "narrative", "script", "details", "content",
        "message", "action to be taken", "текст", "описание",
    ), "what recipients read"),
    Column("private", "Private", ("private",), "lines that one role reads, each as 'role: text'; told, not taken back",
           taken=False),
    Column("content_note", "Content note", ("content note",), "what is hard to read in it"),
    Column("expected", "Expected action", (
        "expected action", "expected actions", "expected outcome", "expected response",
        "expected outcome of player action", "remarks/expected outcome", "expectation description", "expectation name",
        "expected player action", "ожидаемые действия",
    ), "what a good response contains; players never see it"),
    Column("objectives", "Objectives", (
        "objectives", "objective", "objective(s)", "core capability", "core capabilities", "цели",
    ), "names of the scenario's objectives, with commas between"),
    Column("phrases", "Key phrases", ("key phrases",), "key phrases of the model, with commas between"),
    Column("issue", "Issue", ("issue",), "the issue that a response to it is about"),
    Column("offers", "Offers", ("offers",), "measures that it puts before roles; told, not taken back", taken=False),
    Column("source", "Source", ("reference", "references"), "where it is taken from"),
    Column("phase", "Phase", (
        "phase", "module", "move", "storyline", "thread", "track", "фаза",
    ), "of sheets from elsewhere: a number in it is read as the turn", taken=False),
)  # fmt: skip
"""The columns of the sheet, in its order; ``phase`` is read and never written."""

NOTED = {
    "time_real": (
        "time", "scheduled time", "scheduled date", "dtg", "delivery time", "date/time delivered", "real time",
        "date", "event time", "timeline", "scenario clock", "maximum (minutes) for each message",
    ),
    "controller": (
        "controller", "responsible controller", "assigned to", "injected by", "poc", "person of contact",
    ),
    "notes": (
        "notes", "comments", "remarks", "controller notes", "evaluator comments", "learning points",
    ),
    "status": ("status", "done/to do"),
}  # fmt: skip
"""What has no place in an inject; it is kept as a comment above it, so that nothing is lost."""


_SHORT = 3
"""Letters of names that are not looked for inside others."""


class Mapped(Struct, frozen=True):
    """Which column of a sheet holds what.

    Attributes:
        fields: Number of the sheet's column, from 0, by field.
        noted: Columns kept as comments, by number, with what they are called in the sheet.
    """

    fields: dict[str, int] = field(default_factory=dict)
    noted: dict[int, str] = field(default_factory=dict)


def map_headers(headers: Sequence[str], wanted: Mapping[str, str] | None = None) -> Mapped:
    """Find what each column holds: as a saved mapping says, then by its whole name, then by a part of it.

    Args:
        headers: The header row's texts.
        wanted: Field by header, from a saved mapping; an empty field keeps the column as a comment.
    """
    names = [" ".join(header.lower().split()) for header in headers]
    fields: dict[str, int] = {}
    noted: dict[int, str] = {}
    left = {number: name for number, name in enumerate(names) if name}
    for number, header in enumerate(headers):
        chosen = (wanted or {}).get(header.strip())
        if chosen is not None and left.pop(number, ""):
            if chosen:
                fields.setdefault(chosen, number)
            else:
                noted[number] = header.strip()
    for find in (_whole, _part):
        for column in COLUMNS:
            found = find(left, column) if column.name not in fields else None
            if found is not None:
                fields[column.name] = found
                del left[found]
    return Mapped(fields, noted | {number: headers[number].strip() for number in left})


def _whole(left: Mapping[int, str], column: Column) -> int | None:
    """Return the column called so; of several names the first one goes before the others."""
    for known in (column.header.lower(), *column.synonyms):
        for number, name in left.items():
            if name == known:
                return number
    return None


def _part(left: Mapping[int, str], column: Column) -> int | None:
    """Return a column whose long name holds one of the column's own as whole words; short ones are found anywhere."""
    for known in column.synonyms:
        for number, name in left.items():
            if len(known) > _SHORT and f" {known} " in f" {name} " and not _is_noted(name):
                return number
    return None


def _is_noted(name: str) -> bool:
    return any(known in name for names in NOTED.values() for known in names if len(known) > _SHORT)
