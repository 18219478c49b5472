"""Bringing an events list into a scenario: what is changed is written at once and whole, or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from exercise.authoring.events_list.guard import EventsListError
from exercise.authoring.events_list.plan import Plan, SavedMapping
from exercise.authoring.events_list.planner import find_header, plan_rows
from exercise.authoring.events_list.sheets import Sheet, read_sheets
from exercise.library.edit import EditError, NewEntry, Value, edited
from exercise.library.loader import LoadedScenario
from exercise.library.places import shown_path
from exercise.library.yaml_nodes import MappingNode

__all__ = ["load_mapping", "new_texts", "plan_import", "save_mapping", "write_texts"]


def load_mapping(path: Path) -> SavedMapping:
    """Read what was told about a sheet before.

    Raises:
        EventsListError: The file is missing or not such a file.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=SavedMapping)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise EventsListError(f"{path}: this mapping cannot be read: {why}") from error
    except msgspec.DecodeError as error:
        raise EventsListError(
            f"{path}: this is no mapping: {error}; write one with --save-map and change it"
        ) from error


def save_mapping(path: Path, plan: Plan, saved: SavedMapping) -> None:
    """Write down how a sheet was understood, to be changed and used again."""
    columns = {plan.headers[column]: name for name, column in plan.mapped.fields.items()}
    columns |= {header: saved.columns.get(header, "") for header in plan.mapped.noted.values()}
    whole = SavedMapping(columns, saved.recipients)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")


def plan_import(
    loaded: LoadedScenario, file: Path, saved: SavedMapping, language: str, sheet: str = ""
) -> Plan:
    """Return what bringing a file in would do.

    Args:
        loaded: The scenario.
        file: The .xlsx or .csv.
        saved: What was told about it before.
        language: Of its texts.
        sheet: Which sheet; the first that looks like an events list where none is named.

    Raises:
        EventsListError: The file cannot be read, or holds no events list.
    """
    chosen = _sheet(read_sheets(file), saved, sheet, file)
    return plan_rows(loaded.bundle, chosen, saved, language, file.name)


def _sheet(sheets: Sequence[Sheet], saved: SavedMapping, wanted: str, file: Path) -> Sheet:
    if wanted:
        found = next((one for one in sheets if one.name == wanted), None)
        if found is None:
            names = ", ".join(one.name for one in sheets)
            raise EventsListError(f"{file}: there is no sheet '{wanted}'; there are {names}")
        return found
    faults = []
    for one in sheets:
        try:
            find_header(one, saved)
        except EventsListError as error:
            faults.append(error)
        else:
            return one
    raise faults[0] if faults else EventsListError(f"{file}: there is no sheet in it")


def new_texts(loaded: LoadedScenario, plan: Plan) -> Mapping[Path, str]:
    """Return the texts of the files that change, by path.

    Raises:
        EventsListError: A file is written in a form that cannot be changed line by line.
    """
    section = loaded.sources.scenario.entries.get("injects")
    if section is None or not isinstance(section[1], MappingNode):
        raise EventsListError(
            f"{shown_path(loaded.folder)}: this scenario has no injects of its own yet"
        )
    files = {shown_path(path): path for path in sorted(loaded.folder.rglob("*.yaml"))}
    where = {name: node.source.file for name, (_, node) in section[1].entries.items()}
    changes: dict[str, dict[tuple[str | int, ...], Value]] = defaultdict(dict)
    for path, value in plan.changes.items():
        changes[where[path[0]]][path] = value
    last = next(reversed(where.values()), section[1].source.file)
    added = {last: plan.added} if plan.added else {}
    return {
        files[name]: _edited(files[name], name, changes.get(name, {}), added.get(name, ()))
        for name in sorted({*changes, *added})
    }


def _edited(
    path: Path, name: str, changes: Mapping[tuple[str | int, ...], Value], added: Sequence[NewEntry]
) -> str:
    section = ("injects",) if path.name == "scenario.yaml" else ()
    try:
        return edited(path.read_text(encoding="utf-8"), name, section, changes, added)
    except EditError as error:
        raise EventsListError(str(error)) from error


def write_texts(texts: Mapping[Path, str]) -> None:
    """Write every file beside the old one first, then put them in their places."""
    parts = {path: path.with_suffix(".yaml.part") for path in texts}
    try:
        for path, part in parts.items():
            part.write_text(texts[path], encoding="utf-8")
        for path, part in parts.items():
            part.replace(path)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        raise EventsListError(f"the scenario cannot be written: {why}") from error
    finally:
        for part in parts.values():
            part.unlink(missing_ok=True)
