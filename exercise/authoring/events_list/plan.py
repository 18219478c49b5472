"""What an import would do: a word on every row, and what is to be changed in the scenario's files."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from exercise.authoring.events_list.columns import Mapped
from exercise.authoring.events_list.sheets import cell_name
from exercise.library.edit import NewEntry, Value

__all__ = ["Plan", "Row", "RowReport", "SavedMapping"]

Outcome = Literal["same", "changed", "new", "refused"]


class SavedMapping(Struct, frozen=True, forbid_unknown_fields=True):
    """What a person has told about a sheet, kept for the next one.

    Attributes:
        columns: Field by the sheet's own header; an empty field keeps the column as a comment.
        recipients: Role or group by what the sheet calls it.
    """

    columns: dict[str, str] = field(default_factory=dict)
    recipients: dict[str, str] = field(default_factory=dict)


class RowReport(Struct):
    """What becomes of one row.

    Attributes:
        row: Its number, from 1, as the spreadsheet shows it.
        name: The inject.
        outcome: What becomes of it.
        fields: What changes in an inject that is there already.
        told: Warnings, or why it is refused; each begins with the cell it speaks of.
    """

    row: int
    name: str = ""
    outcome: Outcome = "same"
    fields: tuple[str, ...] = ()
    told: list[str] = field(default_factory=list)


class Plan(Struct):
    """What an import would do.

    Attributes:
        sheet: Where the rows were read.
        mapped: Which column holds what.
        headers: The header row's texts.
        rows: What becomes of each row.
        changes: New values by inject, key and, where texts are language maps, language.
        added: New injects.
    """

    sheet: str
    mapped: Mapped
    headers: list[str]
    rows: list[RowReport] = field(default_factory=list)
    changes: dict[tuple[str, ...], Value] = field(default_factory=dict)
    added: list[NewEntry] = field(default_factory=list)

    def count(self, outcome: Outcome) -> int:
        """Return how many rows end so."""
        return sum(report.outcome == outcome for report in self.rows)


class Row(Struct):
    """One row while it is looked at.

    Attributes:
        sheet: The sheet's name.
        number: Its number, from 0.
        mapped: Which column holds what.
        texts: Its texts by field.
        report: What becomes of it.
        warned: Fields on which something was told.
    """

    sheet: str
    number: int
    mapped: Mapped
    texts: dict[str, str]
    report: RowReport
    warned: set[str] = field(default_factory=set)

    def text(self, name: str) -> str:
        """Return the text of a field; nothing where the sheet has no such column."""
        return self.texts.get(name, "")

    @property
    def refused(self) -> bool:
        """Whether it will not be taken."""
        return self.report.outcome == "refused"

    def warn(self, name: str, told: str) -> None:
        """Say something about the cell of a field."""
        cell = cell_name(self.sheet, self.number, self.mapped.fields.get(name, 0))
        self.report.told.append(f"{cell}: {told}")
        self.warned.add(name)

    def refuse(self, name: str, why: str) -> None:
        """Do not take the row, and say why."""
        self.warn(name, why)
        self.report.outcome = "refused"
