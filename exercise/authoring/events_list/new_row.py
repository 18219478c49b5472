"""A row that is no inject of the scenario yet: what it becomes, and what is still to be written."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.events_list.plan import Row
from exercise.authoring.events_list.understand import (
    kind_of,
    looks_like_method,
    method_of,
    recipients_of,
    turn_of,
    words_of,
)
from exercise.authoring.events_list.values import Reading
from exercise.library.edit import Value
from exercise.library.pack_names import quoted

__all__ = ["new_values", "title_of"]

_LONGEST_TITLE = 80
_UNWRITTEN = "To be written."
_SENDER = "Exercise control"


def title_of(row: Row) -> str:
    """Return the title of a row, or the beginning of its text."""
    first = row.text("text").strip().partition("\n")[0]
    short = f"{first[: _LONGEST_TITLE - 3].rpartition(' ')[0]} …"
    return row.text("title") or (first if len(first) <= _LONGEST_TITLE else short)


def new_values(reading: Reading, row: Row, file: str) -> Iterator[tuple[str, Value]]:
    """Yield keys and values of the inject that a row becomes; what had to be guessed is told."""
    turn, to = _turn(reading, row), _recipients(reading, row)
    title = title_of(row)
    if row.text("number"):
        yield "ref", row.text("number")
    yield "kind", _kind(row, turn, to)
    if turn is not None:
        yield "turn", turn
    if row.text("when"):
        yield "when", row.text("when")
    yield "title", title
    yield "text", row.text("text") or title
    yield "from", row.text("from") or _SENDER
    yield "method", _method(row)
    yield "to", to or ["all"]
    if row.text("content_note"):
        yield "content_note", row.text("content_note")
    if row.text("issue"):
        yield "issue", reading.value(row, "issue")
    yield "expected", row.text("expected") or _missing(row)
    objectives = _known(reading, row, "objectives")
    if objectives:
        yield "objectives", objectives
    yield "phrases", _known(reading, row, "phrases") or [next(iter(reading.bundle.model.phrases))]
    yield "source", row.text("source") or f"events list {file}, row {row.number + 1}"


def _turn(reading: Reading, row: Row) -> int | None:
    for key in ("turn", "phase"):
        text = row.text(key)
        turn = turn_of(text, reading.bundle.scenario.turns) if text else None
        if turn is not None:
            return turn
        if text and key == "turn":
            row.warn(key, reading.no_turn(text))
    return None


def _recipients(reading: Reading, row: Row) -> list[str]:
    found, strange = recipients_of(reading.recipients, row.text("to"))
    for word in strange:
        row.warn("to", f"{reading.strangers(word)}; say with --map who it is")
    return [] if strange else found


def _kind(row: Row, turn: int | None, to: list[str]) -> str:
    """Return the kind of inject; what lacks recipients, turn or condition never comes by itself."""
    text = row.text("kind")
    kind = kind_of(text)
    if text and not kind:
        like = " (it looks like a delivery method)" if looks_like_method(text) else ""
        row.warn("kind", f"{quoted(text)} is no kind of inject{like}")
    kind = kind or ("conditional" if row.text("when") else "scheduled")
    lacks = ""
    if not to:
        lacks = "recipients"
    elif kind == "scheduled" and turn is None:
        lacks = "a turn"
    elif kind == "conditional" and not row.text("when"):
        lacks = "a condition"
    if lacks:
        row.warn("title", f"taken as optional, which never comes by itself, until it has {lacks}")
    return "optional" if lacks else kind


def _method(row: Row) -> str:
    found = method_of(row.text("method")) or method_of(row.text("kind"))
    if not found and row.text("method"):
        row.warn(
            "method", f"{quoted(row.text('method'))} is no method that is known; taken as report"
        )
    return found or "report"


def _missing(row: Row) -> str:
    row.warn("expected", "no expected action; write it in the scenario")
    return _UNWRITTEN


def _known(reading: Reading, row: Row, key: str) -> list[str]:
    bundle = reading.bundle
    known = bundle.scenario.objectives if key == "objectives" else bundle.model.phrases
    words = words_of(row.text(key))
    for word in words:
        if word not in known:
            row.warn(
                key,
                f"{quoted(word)} is none of the scenario's {'objectives' if key == 'objectives' else 'key phrases'}",
            )
    return [word for word in words if word in known]
