"""Which ids of the subject matter the shipped files realise, where, and in how many cases.

An id stands in ``ref:``, ``claims:`` or ``refs:`` of an entry. What ids there are, and why some are
not realised, is data that is read here and never guessed. Nothing is written or printed here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from pydantic import BaseModel, Field

from exercise.authoring.case_run import Run
from exercise.authoring.cases import CaseRunner
from exercise.conduct.open_record import rows_of
from exercise.engine.explain import origin_of
from exercise.engine.world import Cause
from exercise.errors import ScenarioError
from exercise.library.case_files import read_cases
from exercise.library.folder import has_cases, read_file
from exercise.library.loader import LoadedScenario
from exercise.library.strict_yaml import MappingNode
from exercise.library.validation import validate
from exercise.model.base import Authored, Slug, Text
from exercise.model.bundle import Bundle

__all__ = [
    "Coverage",
    "CoverageNotes",
    "Group",
    "Place",
    "coverage_of",
    "problems_of",
    "read_notes",
    "read_table",
]

_Table = TypeVar("_Table", bound=BaseModel)
_ID = re.compile(r"[A-Z]+-?\d+")
_SECTIONS = {
    "rule": "rules",
    "measure": "measures",
    "statement": "measures",
    "inject": "injects",
}
"""Where the entry that a ledger row names was written, by the kind of its cause."""

Entry = tuple[str, str]
"""A section and the name of an entry in it."""


class Group(Authored):
    """Ids that are numbered from 1 on behind one prefix."""

    title: Text
    about: Text
    prefix: str = Field(pattern=r"^[A-Z]+-?$")
    digits: int = Field(default=1, ge=1, le=3)
    """Digits that a number has at least, such as 2 for ``C-04``."""
    last: int = Field(ge=1, le=999)
    by: tuple[Slug, ...] = Field(min_length=1)
    """Sections whose entries realise these ids; ``roles``, ``scenario`` and ``cases`` count as sections."""
    counted: bool = False
    """Whether the cases in which these ids acted are counted."""

    def ids(self) -> tuple[str, ...]:
        """Return every id of the group, in order.

        >>> Group(title="Claims", about="-", prefix="C-", digits=2, last=3, by=("rules",)).ids()
        ('C-01', 'C-02', 'C-03')
        """
        return tuple(f"{self.prefix}{n:0{self.digits}d}" for n in range(1, self.last + 1))


class CoverageNotes(Authored):
    """What ids exist, and what is said of some of them."""

    groups: dict[Slug, Group]
    measures: tuple[Slug, ...]
    """The catalogue of measures, by name."""
    without_entry: dict[str, Text] = Field(default_factory=dict)
    """Ids that the engine or a silence realises: how, in one line."""
    not_yet: dict[str, Text] = Field(default_factory=dict)
    """Ids and measures that nothing realises: why, in one line."""

    def ids(self) -> tuple[str, ...]:
        """Return every id of every group, in the order of the notes."""
        return tuple(name for group in self.groups.values() for name in group.ids())


class Place(Struct, frozen=True, order=True):
    """Where an id stands."""

    file: str
    """From the root of the checkout."""
    key: str
    """The entry's name, of a case its title; empty where the file is the entry."""
    section: str
    """``rules``, ``measures``, ``quantities`` and so on; ``roles``, ``scenario`` or ``cases``."""


class Coverage(Struct, frozen=True):
    """What the shipped files realise.

    Attributes:
        places: By id, every entry that carries it.
        measures: By name, where each measure stands.
        acted: By id, the cases in which an entry of a rule, measure or inject with it acted.
        used: By name of a measure, the cases in which it was used.
        cases: How many cases there are.
    """

    places: dict[str, tuple[Place, ...]]
    measures: dict[str, tuple[Place, ...]]
    acted: dict[str, int]
    used: dict[str, int]
    cases: int

    def realised(self, name: str, group: Group) -> tuple[Place, ...]:
        """Return the entries that realise an id of a group."""
        return tuple(one for one in self.places.get(name, ()) if one.section in group.by)

    def shown(self, name: str) -> int:
        """Return how many cases name an id."""
        return sum(one.section == "cases" for one in self.places.get(name, ()))


def read_notes(path: Path) -> CoverageNotes:
    """Read the ids and what is said of them.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    return read_table(CoverageNotes, path)


def read_table(kind: type[_Table], path: Path) -> _Table:
    """Read a table that is written by hand.

    Raises:
        ScenarioError: The file is wrong; all problems are listed.
    """
    reader = read_file(path)
    if reader.tree is None:
        raise ScenarioError(reader.problems)
    table, problems = validate(kind, reader.tree)
    if table is None:
        raise ScenarioError([*reader.problems, *problems])
    return table


def coverage_of(
    scenarios: Sequence[LoadedScenario], runners: Iterable[CaseRunner], root: Path
) -> Coverage:
    """Return what scenarios, their models and roles realise, and how their cases use it.

    Args:
        scenarios: Every scenario to read.
        runners: Their cases; what was not played yet is played now.
        root: The folder that files are named from.
    """
    places: dict[str, list[Place]] = {}
    measures: dict[str, list[Place]] = {}
    for loaded in scenarios:
        for ids, place in _entries(loaded, root):
            for name in ids:
                _add(places, name, place)
            if place.section == "measures":
                _add(measures, place.key, place)
    acted: dict[str, int] = {}
    used: dict[str, int] = {}
    cases = 0
    for runner in runners:
        for entries in _acting(runner):
            cases += 1
            _count(acted, _ids_of(runner.programs.bundle, entries))
            _count(used, [key for section, key in entries if section == "measures"])
    return Coverage(_sorted(places), _sorted(measures), acted, used, cases)


def problems_of(
    notes: CoverageNotes, coverage: Coverage, further: Collection[str] = ()
) -> list[str]:
    """Return one sentence for each id or note that does not fit the files.

    Args:
        notes: The ids and what is said of them.
        coverage: What the files realise.
        further: Ids that entries may carry although the notes do not list them.
    """
    known = notes.ids()
    groups = {name: group for group in notes.groups.values() for name in group.ids()}
    wrong = [
        f"{places[0].file}: {places[0].key} names {name}, which is no id of the notes"
        for name, places in coverage.places.items()
        if name not in known and name not in further
    ]
    wrong += [
        f"the notes say something of {name}, which is neither an id nor a measure of the catalogue"
        for name in (*notes.without_entry, *notes.not_yet)
        if name not in known and name not in notes.measures
    ]
    wrong += [
        f"the notes say why {name} is not realised, but it is; delete the line"
        for name in notes.not_yet
        if name in coverage.measures
        or name in notes.without_entry
        or (name in groups and coverage.realised(name, groups[name]))
    ]
    return wrong


def _add(found: dict[str, list[Place]], name: str, place: Place) -> None:
    listed = found.setdefault(name, [])
    if place not in listed:
        listed.append(place)


def _sorted(found: Mapping[str, list[Place]]) -> dict[str, tuple[Place, ...]]:
    return {name: tuple(sorted(found[name])) for name in sorted(found)}


def _count(counts: dict[str, int], names: Iterable[str]) -> None:
    for name in names:
        counts[name] = counts.get(name, 0) + 1


def _ids(card: object) -> tuple[str, ...]:
    """Return the ids that an entry carries; titles of effects and inject numbers are none."""
    found: list[str] = []
    for key in ("ref", "refs", "claims"):
        value = getattr(card, key, None) or ()
        found += [value] if isinstance(value, str) else value
    return tuple(name for name in dict.fromkeys(found) if _ID.fullmatch(name))


def _entries(loaded: LoadedScenario, root: Path) -> Iterator[tuple[tuple[str, ...], Place]]:
    bundle, sources = loaded.bundle, loaded.sources
    yield from _in_sections(bundle.model, sources.model, root)
    yield from _in_sections(bundle.scenario, sources.scenario, root)
    yield _ids(bundle.scenario), _place(sources.scenario, root, "", "scenario")
    for role, tree in sources.roles.items():
        yield _ids(bundle.roles[role]), _place(tree, root, "", "roles")
    if not has_cases(loaded.folder):
        return
    file, tree = read_cases(loaded)
    for case in file.cases:
        yield _ids(case), _place(tree, root, case.name, "cases")


def _in_sections(
    owner: BaseModel, tree: MappingNode, root: Path
) -> Iterator[tuple[tuple[str, ...], Place]]:
    for section, (_, node) in tree.entries.items():
        cards = getattr(owner, section, None)
        if not isinstance(cards, dict) or not isinstance(node, MappingNode):
            continue
        for name, card in cards.items():
            if isinstance(card, Authored) and name in node.entries:
                key = node.entries[name][0]
                yield _ids(card), Place(_from(root, key.source.file), name, section)


def _place(tree: MappingNode, root: Path, key: str, section: str) -> Place:
    return Place(_from(root, tree.source.file), key, section)


def _from(root: Path, file: str) -> str:
    path = Path(file).absolute()
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def _acting(runner: CaseRunner) -> Iterator[list[Entry]]:
    """Yield for each case the entries that acted in its runs, each once.

    All cases are played first: a run that several share is as long as the longest of them needs.
    """
    for case in runner.file.cases:
        runner.runs_of(case)
    known: dict[int, list[Entry]] = {}
    for case in runner.file.cases:
        found: dict[Entry, None] = {}
        for run in runner.runs_of(case):
            if id(run) not in known:
                known[id(run)] = list(dict.fromkeys(_acted_in(run)))
            found |= dict.fromkeys(known[id(run)])
        yield list(found)


def _acted_in(run: Run) -> Iterator[Entry]:
    for record in run.state.turns:
        for decided in record.decided:
            if decided.measure:
                yield "measures", decided.measure
        for row in rows_of(record):
            yield from _entry(row.cause)
    for breach in run.state.world.breaches:
        yield from _entry(breach.cause)
    for code, status in zip(run.program.injects, run.state.world.injects, strict=True):
        if status.fired >= 0:
            yield "injects", code.name


def _entry(cause: Cause) -> Iterator[Entry]:
    origin = origin_of(cause)
    if origin.kind in _SECTIONS:
        yield _SECTIONS[origin.kind], origin.name


def _ids_of(bundle: Bundle, entries: Iterable[Entry]) -> list[str]:
    """Return the ids of entries as they are in play, each once."""
    cards: dict[str, Mapping[str, Authored]] = {
        "rules": bundle.rules(),
        "measures": bundle.measures(),
        "injects": bundle.injects(),
    }
    found = [_ids(cards[section].get(key)) for section, key in entries]
    return list(dict.fromkeys(name for ids in found for name in ids))
