"""The page that says where each id of the subject matter is realised; the same files give the same page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exercise.authoring.coverage import Coverage, CoverageNotes, Group, Place
from exercise.authoring.coverage_systems import Systems, places_at

__all__ = ["coverage_page"]

_HEAD = """\
# Coverage

What the subject matter holds, and where the model, the scenarios, the role cards and the cases realise it.
`make coverage` writes this page from the files; ids and reasons are written by hand in
`docs/coverage-notes.yaml` and `docs/coverage-systems.yaml`. What the ids mean stands in [Sources](sources.md#ids).
"""
_NOT_YET = "not yet"
_SYSTEMS = "Systems"


def coverage_page(notes: CoverageNotes, coverage: Coverage, systems: Systems) -> str:
    """Return the page as Markdown."""
    parts = [_HEAD, _summary(notes, coverage, systems)]
    parts += [_group(group, notes, coverage) for group in notes.groups.values()]
    parts.append(_systems(systems, coverage))
    parts += [_catalogue(notes, coverage), _further(notes, coverage)]
    return "\n".join(parts)


def _summary(notes: CoverageNotes, coverage: Coverage, systems: Systems) -> str:
    rows = []
    for group in notes.groups.values():
        open_ids = [name for name in group.ids() if _is_open(name, group, notes, coverage)]
        rows.append(_counted(group.title, group.last, len(open_ids)))
    rows.append(
        _counted(_SYSTEMS, len(systems.rows), sum(not row.at for row in systems.rows.values()))
    )
    missing = [name for name in notes.measures if name not in coverage.measures]
    rows.append(_counted("Measures of the catalogue", len(notes.measures), len(missing)))
    return _table(("", "In all", "Realised", "Not yet"), rows)


def _counted(title: str, total: int, missing: int) -> tuple[str, ...]:
    return title, str(total), str(total - missing), str(missing)


def _is_open(name: str, group: Group, notes: CoverageNotes, coverage: Coverage) -> bool:
    return not coverage.realised(name, group) and name not in notes.without_entry


def _group(group: Group, notes: CoverageNotes, coverage: Coverage) -> str:
    head = ["Id", "Realised by"]
    if group.counted:
        head += ["Cases in which it acts", "Cases that name it"]
    rows = []
    for name in group.ids():
        row = [name, _realised(name, group, notes, coverage)]
        if group.counted:
            row += [str(coverage.acted.get(name, 0)), str(coverage.shown(name))]
        rows.append(row)
    about = f"{group.about}\n{_counts(coverage)}" if group.counted else group.about
    return f"## {group.title}\n\n{about}\n\n{_table(head, rows)}"


def _counts(coverage: Coverage) -> str:
    return (
        f"Of the {coverage.cases} cases those are counted in which a rule wrote a row, a measure was"
        " used or an inject\nwas released that carries the id, and those that name the id themselves."
    )


def _realised(name: str, group: Group, notes: CoverageNotes, coverage: Coverage) -> str:
    parts = list(_listed(coverage.realised(name, group)))
    if name in notes.without_entry:
        parts.append(notes.without_entry[name])
    return "; ".join(parts) or _open(name, notes)


def _open(name: str, notes: CoverageNotes) -> str:
    reason = notes.not_yet.get(name)
    return _NOT_YET if reason is None else f"{_NOT_YET}: {reason}"


def _systems(systems: Systems, coverage: Coverage) -> str:
    partly = sum(bool(row.at) and row.but is not None for row in systems.rows.values())
    about = (
        "Programmes, instruments, actors, flows and processes of the documents. What is a measure, a role card, a"
        " rule\nor a module is named by its file and key. The last column says what is not there;"
        f" {partly} are\nrealised in part only."
    )
    rows = []
    for name, row in systems.rows.items():
        listed = [_named(file, keys) for file, keys in places_at(systems, name)]
        where = "; ".join([*listed, *_listed(coverage.places.get(name, ()))])
        missing = row.but or ""
        rows.append((name, where or f"{_NOT_YET}: {missing}", row.name, missing if where else ""))
    return f"## {_SYSTEMS}\n\n{about}\n\n{_table(('Id', 'Realised by', 'What it is', 'Not there'), rows)}"


def _named(file: str, keys: Iterable[str]) -> str:
    words = ", ".join(f"`{key}`" for key in keys)
    return f"`{file}`: {words}" if words else f"`{file}`"


def _catalogue(notes: CoverageNotes, coverage: Coverage) -> str:
    about = "Each measure of the catalogue, and the number of cases in which it is used."
    rows = [
        (
            f"`{name}`",
            "; ".join(_files(coverage.measures.get(name, ()))) or _open(name, notes),
            str(coverage.used.get(name, 0)),
        )
        for name in notes.measures
    ]
    return f"## Measures of the catalogue\n\n{about}\n\n{_table(_MEASURES, rows)}"


def _further(notes: CoverageNotes, coverage: Coverage) -> str:
    about = (
        "What roles can do besides: further measures of the model, and options of the scenarios."
    )
    rows = [
        (f"`{name}`", "; ".join(_files(places)), str(coverage.used.get(name, 0)))
        for name, places in coverage.measures.items()
        if name not in notes.measures
    ]
    return f"## Further measures\n\n{about}\n\n{_table(_MEASURES, rows)}"


_MEASURES = ("Measure", "Stands in", "Cases that use it")


def _listed(places: Iterable[Place]) -> Iterator[str]:
    """Yield each file with the keys in it."""
    keys: dict[str, list[str]] = {}
    for place in places:
        keys.setdefault(place.file, []).append(_key(place))
    for file, found in keys.items():
        words = ", ".join(key for key in found if key)
        yield f"`{file}`: {words}" if words else f"`{file}`"


def _key(place: Place) -> str:
    if place.section == "cases":
        return f"“{place.key}”".replace("|", "\\|")
    return f"`{place.key}`" if place.key else ""


def _files(places: Iterable[Place]) -> list[str]:
    return list(dict.fromkeys(f"`{place.file}`" for place in places))


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [list(head)]
    lines.append(["---"] * len(lines[0]))
    lines += [list(row) for row in rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
