"""The events list as a spreadsheet: ``msel export`` and ``msel import``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from exercise.cli.screens import library_of
from exercise.errors import ScenarioError

if TYPE_CHECKING:
    from exercise.authoring.events_list.plan import Plan, RowReport
    from exercise.library.loader import LoadedScenario

_SIGNS = {"same": "=", "changed": "~", "new": "+", "refused": "x"}


def export(arguments: argparse.Namespace) -> int:
    """Write the events list of a scenario."""
    from exercise.authoring.events_list.export import export as write

    loaded = _loaded(arguments)
    output = Path(arguments.output or f"{loaded.folder.name}-events.xlsx").expanduser()
    for path in write(loaded, output, arguments.language):
        print(path)
    return 0


def bring_in(arguments: argparse.Namespace) -> int:
    """Read an events list into a scenario; 1 where a row was refused, and nothing is written then."""
    from exercise.authoring.events_list import bring_in as work
    from exercise.authoring.events_list.plan import SavedMapping

    file, loaded = Path(arguments.file).expanduser(), _loaded(arguments)
    saved = work.load_mapping(Path(arguments.map).expanduser()) if arguments.map else SavedMapping()
    plan = work.plan_import(loaded, file, saved, arguments.language, arguments.sheet)
    _tell_columns(plan)
    for report in plan.rows:
        _tell_row(report)
    _tell_counts(plan)
    if arguments.save_map:
        work.save_mapping(Path(arguments.save_map).expanduser(), plan, saved)
        print(f"How the columns were understood: {arguments.save_map}")
    if plan.count("refused") and not arguments.skip_refused:
        print("Nothing was written. Mend the rows marked x, or leave them out with --skip-refused.")
        return 1
    return _write(arguments, loaded, plan)


def _write(arguments: argparse.Namespace, loaded: LoadedScenario, plan: Plan) -> int:
    from exercise.authoring.events_list.bring_in import new_texts, write_texts

    texts = new_texts(loaded, plan) if plan.changes or plan.added else {}
    if arguments.dry_run or not texts:
        print("Nothing was written." if not texts else "Nothing was written: this was a dry run.")
        return 0
    before = {path: path.read_text(encoding="utf-8") for path in texts}
    write_texts(texts)
    try:
        _loaded(arguments)
    except ScenarioError as error:
        write_texts(before)
        print(error)
        print("With these rows the scenario would not check, so it was left as it was.")
        return 1
    for path in texts:
        print(f"Written: {path}")
    return 0


def _loaded(arguments: argparse.Namespace) -> LoadedScenario:
    from exercise.library.loader import load_scenario

    return load_scenario(arguments.scenario, library=library_of(arguments))


# --- words ------------------------------------------------------------------------------------


def _tell_columns(plan: Plan) -> None:
    """Tell what each column was taken for."""
    print(f"Sheet {plan.sheet}:")
    told = {column: name for name, column in plan.mapped.fields.items()}
    for column, header in enumerate(plan.headers):
        if header:
            print(f"  {header} -> {told.get(column, 'a comment above the inject')}")


def _tell_row(report: RowReport) -> None:
    if report.outcome == "same" and not report.told:
        return
    fields = f": {', '.join(report.fields)}" if report.fields else ""
    print(
        f"{_SIGNS[report.outcome]} row {report.row} {report.outcome} {report.name}{fields}".rstrip()
    )
    for told in report.told:
        print(f"    {told}")


def _tell_counts(plan: Plan) -> None:
    parts = (
        f"{plan.count(outcome)} {outcome}" for outcome in ("changed", "new", "refused", "same")
    )
    print(", ".join(parts))
