"""Going through the rows of a sheet: which inject each is about, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.events_list.columns import COLUMNS, Mapped, map_headers
from exercise.authoring.events_list.export import rows_of
from exercise.authoring.events_list.guard import EventsListError
from exercise.authoring.events_list.new_row import new_values, title_of
from exercise.authoring.events_list.plan import Plan, Row, RowReport, SavedMapping
from exercise.authoring.events_list.sheets import Sheet, cell_name
from exercise.authoring.events_list.understand import FreeNames, words_of
from exercise.authoring.events_list.values import LISTS, Reading
from exercise.library.edit import NewEntry, Value
from exercise.model.bundle import Bundle

__all__ = ["find_header", "plan_rows"]

_LOOKED_AT = 30
"""Rows among which the header is looked for."""
_KEYS = {"number": "ref"}
"""Keys of an inject that are called otherwise than the column."""
_TOLD = {column.name for column in COLUMNS if not column.taken}
_TEXTS = ("title", "from", "text", "content_note", "expected")
"""Fields that may be language maps."""


def find_header(sheet: Sheet, saved: SavedMapping) -> tuple[int, Mapped]:
    """Return the row that names the columns, from 0, and what they hold: the one in which most is understood.

    Raises:
        EventsListError: No row names a title or a text.
    """
    best: tuple[int, Mapped] | None = None
    for number, row in enumerate(sheet.rows[:_LOOKED_AT]):
        mapped = map_headers(row, saved.columns)
        named = {"title", "text"} & set(mapped.fields)
        if named and (best is None or len(mapped.fields) > len(best[1].fields)):
            best = number, mapped
    if best is None:
        raise EventsListError(
            f"{sheet.name}: no row of the first {_LOOKED_AT} names a column Title or Text;"
            " say with --map which column holds what"
        )
    return best


def plan_rows(bundle: Bundle, sheet: Sheet, saved: SavedMapping, language: str, file: str) -> Plan:
    """Return what an import of a sheet into a scenario would do; nothing is changed.

    Args:
        bundle: The scenario.
        sheet: The sheet.
        saved: What was told about it before.
        language: Of its texts.
        file: Its file's name, for the source of new injects.
    """
    number, mapped = find_header(sheet, saved)
    planner = _Planner(bundle, sheet, saved, Plan(sheet.name, mapped, sheet.rows[number]))
    for row in range(number + 1, len(sheet.rows)):
        planner.take(row, language, file)
    return planner.plan


class _Planner:
    """Knows which injects there are and which rows have been looked at."""

    def __init__(self, bundle: Bundle, sheet: Sheet, saved: SavedMapping, plan: Plan) -> None:
        self.bundle, self.sheet, self.plan = bundle, sheet, plan
        self.reading = Reading(bundle, saved)
        self.seen: dict[str, int] = {}
        self.injects = bundle.injects()
        self.free = FreeNames(self.injects)
        self.by_number = {card.ref: name for name, card in self.injects.items() if card.ref}

    def take(self, number: int, language: str, file: str) -> None:
        """Look at one row, and add what becomes of it to the plan."""
        mapped = self.plan.mapped
        texts = {name: self._text(number, column) for name, column in mapped.fields.items()}
        if not any(texts.values()):
            return
        row = Row(self.sheet.name, number, mapped, texts, RowReport(number + 1))
        self.plan.rows.append(row.report)
        for column, fault in self.sheet.faults_of(number):
            row.report.told.append(f"{cell_name(self.sheet.name, number, column)}: {fault}")
            row.report.outcome = "refused"
        if not row.refused:
            self._sort(row, language, file)

    def _sort(self, row: Row, language: str, file: str) -> None:
        name = row.text("id") or self.by_number.get(row.text("number"), "")
        if name in self.seen:
            told = (
                f"'{name}' stands in row {self.seen[name]} already; give each row an id of its own"
            )
            row.refuse("id" if row.text("id") else "number", told)
        elif name in self.injects:
            self.seen[name] = row.report.row
            self._change(row, name, language)
        else:
            self._add(row, file)

    def _text(self, row: int, column: int) -> str:
        cells = self.sheet.rows[row]
        return cells[column] if column < len(cells) else ""

    def _change(self, row: Row, name: str, language: str) -> None:
        """Note what differs from an inject that is there."""
        row.report.name = name
        before = rows_of(self.bundle, language, name)[name]
        differing = [key for key in row.texts if _differs(key, row.texts[key], before.get(key))]
        if differing and name not in self.bundle.scenario.injects:
            row.refuse(differing[0], f"'{name}' comes from the model's bank; it is changed there")
            return
        changes: dict[tuple[str, ...], Value] = {}
        for key in differing:
            if key in _TOLD:
                row.warn(
                    key, "changes of this column are not taken back; make them in the scenario"
                )
                continue
            value = self.reading.value(row, key)
            if _text(value) != before[key]:
                changes[self._path(name, key, language)] = value
        if not row.refused and changes:
            self.plan.changes.update(changes)
            row.report.outcome, row.report.fields = "changed", tuple(path[1] for path in changes)

    def _path(self, name: str, key: str, language: str) -> tuple[str, ...]:
        path = (name, _KEYS.get(key, key))
        card = self.bundle.scenario.injects[name]
        held = getattr(card, f"{key}_" if key == "from" else key, "") if key in _TEXTS else ""
        return (*path, language) if isinstance(held, dict) else path

    def _add(self, row: Row, file: str) -> None:
        """Note the new inject that a row becomes."""
        title = title_of(row)
        if not title:
            row.refuse("title", "a row needs a title or a text")
            return
        values = dict(new_values(self.reading, row, file))
        if row.refused:
            return
        name = self.free.take(row.text("id") or title)
        self.seen[name] = row.report.row
        row.report.name, row.report.outcome = name, "new"
        self.plan.added.append(NewEntry(name, values, tuple(self._comments(row))))

    def _comments(self, row: Row) -> Iterator[str]:
        """Yield what has no place in an inject, so that nothing is lost."""
        told = {
            column: name
            for name, column in row.mapped.fields.items()
            if name in _TOLD or name in row.warned - {"title", "expected"}
        }
        for column in sorted({*row.mapped.noted, *told}):
            text = self._text(row.number, column)
            if text:
                yield f"{self.plan.headers[column]}: {' '.join(text.split())}"


def _differs(key: str, text: str, before: str | None) -> bool:
    """Whether a cell says something else, whatever its spaces; a column that we do not write says nothing."""
    return before is not None and key != "id" and _said(key, text) != _said(key, before)


def _text(value: Value) -> str:
    """Return a value as the list writes it."""
    if value is None or isinstance(value, str | int):
        return "" if value is None else str(value)
    return ", ".join(value)


def _said(key: str, text: str) -> list[str]:
    if key in (*LISTS, "private", "offers"):
        return [" ".join(word.split()) for word in words_of(text)]
    return text.split()
