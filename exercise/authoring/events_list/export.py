"""Writing the events list of a scenario: every inject in its order, and the objectives it serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from exercise.authoring.events_list.columns import COLUMNS
from exercise.authoring.events_list.guard import EventsListError
from exercise.authoring.events_list.sheets import write_csv, write_workbook
from exercise.engine.prose import pick
from exercise.library.loader import LoadedScenario
from exercise.model.bundle import Bundle
from exercise.model.inject import Inject

__all__ = ["WRITTEN", "export", "rows_of"]

WRITTEN = tuple(column for column in COLUMNS if column.name != "phase")
"""The columns that are written, in their order."""
_KINDS = ("scheduled", "conditional", "contingency", "optional")
Rows = list[list[str]]


def export(loaded: LoadedScenario, path: Path, language: str = "en") -> list[Path]:
    """Write the events list into a .xlsx, or into a .csv with the objectives in a second one.

    Returns:
        The files written.

    Raises:
        EventsListError: The name ends otherwise, or the file cannot be written.
    """
    events, objectives = (
        events_rows(loaded.bundle, language),
        objectives_rows(loaded.bundle, language),
    )
    ending = path.suffix.lower()
    try:
        if ending == ".xlsx":
            about = about_rows(loaded.bundle, language)
            write_workbook(
                path, (("Events list", events), ("Objectives", objectives), ("About", about))
            )
            return [path]
        if ending == ".csv":
            beside = path.with_name(f"{path.stem}-objectives.csv")
            write_csv(path, events)
            write_csv(beside, objectives)
            return [path, beside]
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise EventsListError(f"{path}: this file cannot be written: {why}") from error
    raise EventsListError(f"{path}: an events list is written as .xlsx or .csv; end its name so")


def events_rows(bundle: Bundle, language: str) -> Rows:
    """Return the header and one row for each inject, in the order in which they may come."""
    found = rows_of(bundle, language)
    order = sorted(found, key=lambda name: _order(bundle.injects()[name]))
    head = [column.header for column in WRITTEN]
    return [head, *([found[name][column.name] for column in WRITTEN] for name in order)]


def _order(card: Inject) -> tuple[int, int, str]:
    return _KINDS.index(card.kind) // 2, card.turn or 0, card.ref or ""


def rows_of(bundle: Bundle, language: str, only: str = "") -> Mapping[str, Mapping[str, str]]:
    """Return the texts of every inject, or of one, by field, as the files write them: names stay placeholders."""
    return {
        name: dict(_texts(bundle, name, card, language))
        for name, card in bundle.injects().items()
        if only in ("", name)
    }


def _texts(bundle: Bundle, name: str, card: Inject, language: str) -> Iterator[tuple[str, str]]:
    calendar, turn = bundle.scenario.calendar, card.turn
    yield "number", card.ref or ""
    yield "id", name
    yield "title", pick(card.title, language)
    yield "kind", card.kind
    yield "turn", "" if turn is None else str(turn)
    yield "story_time", pick(calendar[turn - 1], language) if turn and turn <= len(calendar) else ""
    yield "when", card.when or ""
    yield "from", pick(card.from_, language)
    yield "to", ", ".join(card.to)
    yield "method", card.method
    yield "text", pick(card.text, language)
    yield (
        "private",
        "\n".join(f"{role}: {pick(text, language)}" for role, text in card.private.items()),
    )
    yield "content_note", pick(card.content_note, language) if card.content_note else ""
    yield "expected", pick(card.expected, language)
    yield "objectives", ", ".join(card.objectives)
    yield "phrases", ", ".join(card.phrases)
    yield "issue", card.issue or ""
    yield (
        "offers",
        "\n".join(f"{', '.join(one.to)}: {', '.join(one.measures)}" for one in card.offers),
    )
    yield "source", card.source


def objectives_rows(bundle: Bundle, language: str) -> Rows:
    """Return the objectives, each with the injects that serve it."""
    serving = {
        name: [slug for slug, card in bundle.injects().items() if name in card.objectives]
        for name in bundle.scenario.objectives
    }
    rows = [
        [name, pick(card.text, language), ", ".join(serving[name])]
        for name, card in bundle.scenario.objectives.items()
    ]
    return [["Id", "Objective", "Injects"], *rows]


def about_rows(bundle: Bundle, language: str) -> Rows:
    """Return what the list belongs to, and what its columns hold."""
    scenario = bundle.scenario
    head = [
        ["Column", "About"],
        ["Scenario", pick(scenario.title, language)],
        ["Turns", str(scenario.turns)],
        ["Language", language],
    ]
    return [*head, *([column.header, column.about] for column in WRITTEN)]
